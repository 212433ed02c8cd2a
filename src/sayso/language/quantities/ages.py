"""Bare numbers that are ages: "aged 12", "Ama Sule, 41, said", "a man of 52", "died at 54"."""

from decimal import Decimal

from sayso.language.quantities.amounts import Amount
from sayso.language.quantities.nouns import is_plural, is_stop
from sayso.language.quantities.numerals import Form
from sayso.language.quantities.words import Words, listed

_OLDEST = 120
_GROWN = 14  # "her son, 12, left" may be a list
_BEFORE = listed("aged age ages")
_BOUNDS = listed("between under over from about around than")
_AGED_PEOPLE = listed(
    "children people those adults anyone everyone men women minors boys girls residents persons older "
    "younger youths patients"
)
_MARKS = ((",", ","), ("(", ")"), (",", "."))
_PERSON = listed(
    "man woman boy girl child youth lad teenager pensioner widow widower father mother son daughter brother sister "
    "husband wife uncle aunt cousin grandmother grandfather grandson granddaughter nephew niece friend neighbour "
    "neighbor colleague student pupil teacher farmer driver worker labourer laborer miner carpenter nurse doctor "
    "soldier officer shopkeeper trader fisherman lawyer engineer actor actress singer artist writer priest nun monk "
    "bishop suspect victim survivor passenger resident villager refugee migrant veteran activist journalist"
)
PARENTS = listed(
    "mother father widow widower grandmother grandfather uncle aunt"
)  # "of three" has three
_LIVED = listed(
    "died dies die retired retires married marries widowed diagnosed emigrated orphaned born"
)
_TOLD = listed("toll number count total put puts stood stands remained stayed")
_LIVED_REACH = 4


def is_age(words: Words, first: Amount, last: Amount) -> bool:
    """Say whether a bare number is an age, by the words right beside it."""
    value = last.value
    if value is None or not 0 < value <= _OLDEST or last.numeral.form is Form.FRACTION:
        return False
    at = first.start - 1
    if words.low(at) in _BOUNDS:
        at -= 1
        if words.low(at) in _AGED_PEOPLE and not is_plural(words.form(last.end)):
            return True
    of_ages = words.low(at) == "of" and words.low(at - 1) == "ages" and first is not last
    of_age = words.low(at) == "of" and words.low(at - 1) == "age" and not _counts(words, last.end)
    if words.low(at) in _BEFORE or of_ages or of_age:
        return True
    if _is_of_person(words, first.start, last.end, value) or _is_when(words, first.start, last.end):
        return True
    digits = last.numeral.form is Form.DIGITS
    return digits and (
        _is_apposition(words, first.start, last.end)
        or (value >= _GROWN and _is_beside_person(words, first.start, last.end))
    )


def _is_apposition(words: Words, start: int, end: int) -> bool:
    """Find the age between commas or in brackets after a name, quoted or not."""
    at = start - 2
    if words.form(at) in ("”", '"', "’"):
        at -= 1
    name = words.form(at)
    if not name.isalpha() or not name[0].isupper() or name.isupper():
        return False
    marks = words.low(start - 1), words.low(end)
    return marks in _MARKS and not words.is_number(end + 1)


def _is_beside_person(words: Words, start: int, end: int) -> bool:
    """Find "her mother, 79, was" and "the driver (34)"."""
    marks = words.low(start - 1), words.low(end)
    beside = marks in _MARKS[:2] and words.low(start - 2) in _PERSON
    return beside and not words.is_number(end + 1)


def _is_of_person(words: Words, start: int, end: int, value: Decimal) -> bool:
    """Find "a man of 52", "the boy of nine", no "mother of three": one person, and nothing counted behind."""
    if words.low(start - 1) != "of" or words.low(start - 2) not in _PERSON:
        return False
    has_so_many = words.low(start - 2) in PARENTS and value < _GROWN
    return not has_so_many and not _counts(words, end)


def _is_when(words: Words, start: int, end: int) -> bool:
    """Find "died at 54", "was married in Dorran at 19"."""
    if words.low(start - 1) != "at" or _counts(words, end):
        return False
    before = words.lows[max(start - 1 - _LIVED_REACH, 0) : start - 1]
    told = words.lows[max(start - 1 - 2 * _LIVED_REACH, 0) : start - 1]
    return not _LIVED.isdisjoint(before) and _TOLD.isdisjoint(told)


def _counts(words: Words, end: int) -> bool:
    """Say whether a noun can begin right behind a number."""
    form = words.form(end)
    return form[:1].isalpha() and not is_stop(form) and not form[0].isupper()
