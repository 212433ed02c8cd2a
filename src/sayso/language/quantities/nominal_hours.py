"""Numbers that name an hour without a colon: "ten past five", "at seven in the morning", "at 20.55"."""

from sayso.language.quantities.amounts import Amount
from sayso.language.quantities.digits import Writing
from sayso.language.quantities.number_words import SMALL
from sayso.language.quantities.numerals import Form
from sayso.language.quantities.words import Words, listed

_HOURS = 24
_MINUTES = 60
_WEEKDAYS = listed("monday tuesday wednesday thursday friday saturday sunday")
_LEADING = listed("at by until till after before from since around about past between to and")
_CUT = listed("half quarter minutes minute")  # "half past five", "twenty minutes to six"
_PRICED = listed(
    "closed close opened traded trading trade stood stands priced sold valued quoted ended finished settled "
    "fixed set remained held steady changing"
)
_PARTS = listed("morning afternoon evening night")


def is_hour(words: Words, amount: Amount) -> bool:
    """Find hours told in words or with a full stop, where what stands beside them tells of a clock."""
    numeral = amount.numeral
    value = numeral.value
    if amount.unit or amount.sign or value is None or not 0 <= value <= _HOURS:
        return False
    start, end = numeral.start, numeral.end
    if numeral.form is Form.WORDS or numeral.writing is Writing.PLAIN:
        return _is_past(words, start, end) or _is_told(words, start, end)
    return numeral.writing is Writing.POINT and _is_dotted(words, start, end)


def _is_past(words: Words, start: int, end: int) -> bool:
    """Find both numbers of "ten past five", and the one of "half past five"."""
    after = words.low(end) == "past" and _is_number(words, end + 1)
    cut = words.low(start - 1) in ("past", "to") and words.low(start - 2) in _CUT
    both = words.low(start - 1) == "past" and _is_number(words, start - 2)
    return after or cut or both


def _is_told(words: Words, start: int, end: int) -> bool:
    """Find "at seven in the morning", "by ten on Monday", "on Monday at eleven."."""
    if words.low(start - 1) not in _LEADING:
        return False
    of_day = words.lows[end : end + 2] == ("in", "the") and words.low(end + 2) in _PARTS
    here = words.low(end) in ("this", "that", "at", "on") and words.low(end + 1) in _PARTS
    if of_day or here or words.lows[end : end + 2] == ("local", "time"):
        return True
    at = words.low(start - 1) == "at"
    before = words.low(start - 2) in _WEEKDAYS
    after = words.low(end) == "on" and words.low(end + 1) in _WEEKDAYS
    return at and (before or after)


def _is_dotted(words: Words, start: int, end: int) -> bool:
    """Find "At 20.55 the lights", "on Monday at 11.40": two figures for the minutes, below sixty."""
    hour, dot, minutes = words.form(start).partition(".")
    if words.low(start - 2) in _PRICED:
        return False
    if not dot or len(minutes) != 2 or not minutes.isdigit() or int(minutes) >= _MINUTES:  # noqa: PLR2004 - hh.mm
        return False
    if _is_told(words, start, end):
        return True
    opens = words.low(start - 1) == "at" and words.begins_sentence(start - 1)
    return (
        opens and hour.isdigit() and words.low(end) in ("the", "a", "an", ",", "he", "she", "they")
    )


def _is_number(words: Words, at: int) -> bool:
    return words.is_number(at) or words.low(at) in SMALL
