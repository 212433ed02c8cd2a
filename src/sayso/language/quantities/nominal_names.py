"""Numbers inside names: models, flights, rooms, articles, indexes, and letters glued to figures."""

from sayso.language.quantities.amounts import Amount
from sayso.language.quantities.digits import Writing
from sayso.language.quantities.nouns import PLURAL_VERBS, STOPS, is_plural
from sayso.language.quantities.numerals import Form
from sayso.language.quantities.units import NUMBER_SIGN
from sayso.language.quantities.words import DASHES, Words, listed

_LABELS = listed(
    "room rooms article articles section sections chapter chapters page pages paragraph paragraphs "
    "clause clauses annex appendix no nos number numbers nr unit phase phases level levels tier category "
    "grade row gate platform pier berth block building apartment flat floor suite house route highway "
    "interstate motorway road line channel figure fig table round week day game match episode season "
    "series part volume vol version model type class mark mk stage step point item lot exhibit flight "
    "bus train formula area zone ward district precinct sector camp station studio pool group division "
    "brigade battalion regiment company squad squadron kilometer checkpoint junction exit resolution "
    "directive regulation act rule law order protocol amendment proposition prop psalm verse windows "
    "apollo soyuz generation gen agenda vision radio code zip box bay cell hall court lane schedule title "
    "fortune local extension caller update gale bulletin lesson paragraph sonata symphony opus"
)
_LABELS_OF_WORDS = listed(
    "number phase part chapter step stage act lane page chapter verse gate platform"
)  # "phase two", in small letters
_INDEXES = listed("sp ftse nasdaq nikkei stoxx russell fortune cac dax dow csi ibex topix asx")
_MAKERS = listed(
    "boeing airbus iphone ipad galaxy xbox playstation nintendo windows android ios bmw audi porsche "
    "peugeot mazda ferrari volvo tesla cessna embraer antonov ilyushin tupolev sukhoi mig leopard abrams "
    "himars iskander kalibr shahed javelin hellfire starlink pixel kindle intel ryzen geforce core"
)
_GROUPS = listed("group gang council club circle committee")  # "the Group of Seven"
_HYPHENED = listed(
    "minus sub over under to than or and some about now then magnitude"
)  # no parts of a name
_BEFORE_MODEL = listed("a an the its their his her own new old this that another s")
_ABBREVIATED = listed("no nos vol fig art")
_NO_NAMES = listed(
    "in on at of the a an and or for to from by with after since about over under some more than i we he "
    "she they it but as"
)
_MILITARY = listed("battalion regiment brigade division infantry cavalry airborne squadron corps")
_COUNT_REACH = 3  # words in which a counted noun must come


def is_glued(words: Words, amount: Amount) -> bool:
    """Find letters at a number that are neither unit nor scale: "5G", "A320", "COVID-19", "4x4"."""
    start, end = amount.start, amount.end
    if amount.numeral.form is not Form.DIGITS:
        return False
    before, after = words.form(start - 1), words.form(end)
    if words.glued(start) and (before.isalpha() or before in ("_", "@", "\\")):
        return True
    hyphen = before in DASHES and words.glued(start) and words.glued(start - 1)
    if hyphen and words.form(start - 2).isalpha() and words.low(start - 2) not in _HYPHENED:
        return True
    console = words.form(start) == "PS" and len(words.form(start + 1)) == 1 and end == start + 2
    return console or (words.glued(end) and (after.isalpha() or after == "_"))


_BEFORE_WHOLE = listed("the its their his her our these those some")
_WHOLES = listed("them us these those")


def is_labelled(words: Words, amount: Amount) -> bool:
    """Find the number of "Room 12", "room # 12", "phase two", "No. 7", "Articles 5 and 6"."""
    if not _may_be_label(words, amount):
        return False
    at = amount.numeral.start - 1
    if words.form(at) == NUMBER_SIGN:
        at -= 1
    if words.low(at) in ("and", "to", "or", *DASHES) and words.is_number(at - 1):
        at -= 2
    if words.low(at) == "." and words.low(at - 1) in _ABBREVIATED:
        return words.is_number(amount.numeral.start)
    low, form = words.low(at), words.form(at)
    capital = form[:1].isupper()
    if low not in _LABELS or (low == "no" and not capital):
        return False
    if amount.numeral.form is Form.WORDS and not capital and low not in _LABELS_OF_WORDS:
        return False
    if low == "number" and words.low(at - 1) in ("that", "this", "total"):
        return False  # "of that number 55 are held"
    return capital or not is_plural(words.form(amount.numeral.end))


def _may_be_label(words: Words, amount: Amount) -> bool:
    """Leave out what is measured or large: "the room measures 12 m", "the force numbers 1.2 million"."""
    unit, numeral = amount.unit, amount.numeral
    letter = unit and words.glued(unit.start) and len(words.form(unit.start)) == 1
    if unit and not letter and words.form(unit.start) != NUMBER_SIGN:
        return False
    if numeral.form is Form.DIGITS:
        return numeral.writing in (Writing.PLAIN, Writing.POINT) and numeral.scale == 1
    return numeral.form is Form.WORDS


def is_named(words: Words, amount: Amount) -> bool:
    """Find the number in a name: a capitalised word before it and no counted noun after it."""
    numeral = amount.numeral
    at = numeral.start - 1
    if amount.unit or not words.form(at)[:1].isalpha():
        return False
    if numeral.form is Form.WORDS:
        return _is_named_in_words(words, numeral.start, numeral.end)
    if numeral.form is not Form.DIGITS or numeral.writing is not Writing.PLAIN:
        return False
    if words.low(at) in ("and", "or") and words.is_number(at - 1):
        at -= 2  # "the Galaxy 11 and 11 Pro"
    form = words.form(at)
    camel = form[:1].islower() and any(letter.isupper() for letter in form)
    if camel or words.low(at) in _INDEXES or words.low(at) in _MAKERS:
        return True
    return _is_name_word(words, at) and not _counts(words, numeral.end)


def is_model(words: Words, amount: Amount) -> bool:
    """Find the number before a name, with no plural to count: "the 787 Dreamliner"."""
    numeral = amount.numeral
    if numeral.writing is not Writing.PLAIN or amount.unit or numeral.value in (0, 1):
        return False
    form = words.form(numeral.end)
    if form.lower() in _MILITARY:
        return True
    named = form[:1].isupper() and len(form) > 1 and not words.glued(numeral.end)
    if not named or is_plural(form) or _counts(words, numeral.end):
        return False
    return words.low(numeral.start - 1) in _BEFORE_MODEL


def _is_named_in_words(words: Words, start: int, end: int) -> bool:
    if not words.form(start)[0].isupper() or words.begins_sentence(start):
        return False
    if words.low(start - 1) == "of" and words.low(start - 2) in _GROUPS:
        return True
    return words.form(start - 1)[0].isupper() and not _counts(words, end)


def _is_name_word(words: Words, at: int) -> bool:
    form = words.form(at)
    capital = form[:1].isupper() and words.low(at) not in _NO_NAMES
    return capital and not words.begins_sentence(at)


def is_part(words: Words, end: int) -> bool:
    """Say whether a whole follows: "In Orlen 41 of the 900 boats sank", "on Tuesday 31 of them sank"."""
    if words.low(end) != "of":
        return False
    at = end + 1 + (words.low(end + 1) in _BEFORE_WHOLE)
    form = words.form(at)
    return words.is_number(at) or words.low(at) in _WHOLES or (form.islower() and is_plural(form))


def _counts(words: Words, end: int) -> bool:
    """Say whether a counted noun or a verb of many follows, so that the number is none of a name."""
    if words.low(end) in PLURAL_VERBS or is_part(words, end):
        return True
    for at in range(end, end + _COUNT_REACH):
        form = words.form(at)
        if not form[:1].isalpha() or words.low(at) in STOPS:
            return False
        if is_plural(form) and (form.islower() or words.low(at + 1) in PLURAL_VERBS):
            return True
    return False
