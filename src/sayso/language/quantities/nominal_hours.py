"""Numbers that name an hour without a colon: "ten past five", "at seven in the morning", "at 20.55"."""

from sayso.language.quantities.amounts import Amount
from sayso.language.quantities.digits import Writing
from sayso.language.quantities.nouns import is_plural
from sayso.language.quantities.number_words import SMALL
from sayso.language.quantities.numerals import Form
from sayso.language.quantities.words import DASHES, GAP, Words, listed

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
_NOON = 12
_MEASURED = _PRICED | listed(
    "put puts putting estimated estimate toll number count total figure rate capped index stand standing stands "
    "remains stays stayed reckoned pegged limited"
)
_MEASURE_REACH = 5
_APPOINTED = listed(
    "open opens opened opening close closes closed shut shuts start starts started starting begin begins began end "
    "ends ended arrive arrives arrived leave leaves left meet meets met depart departs departed resume resumes resumed "
    "come comes came home there back tomorrow tonight today yesterday wake woke dinner breakfast lunch supper bed noon "
    "morning evening afternoon night school work service mass polls doors curfew due scheduled"
)
# What can follow an hour, and no number that counts: "at nine, the doors", "at nine and".
_AFTER_HOUR = frozenset(
    (",", ".", ";", ":", "!", "?", ")", "”", '"', "’", "—", "–", GAP, "")
) | listed(
    "and or but on in until till when while sharp tonight tomorrow yesterday every each for with to from as because"
)
_NEXT_CLAUSE = listed("the a an he she they it we i , his her their its one")
_SINCE_WHEN = listed("by around about before after until till from at since")
_ROUND_MINUTES = (5, 10, 20, 25)
_ITS = listed("it's its 's ’s was is at")
_DAILY = listed("weekdays daily weekends")
_NO_HOUR_AFTER = listed("to against from per percent % euros dollars on")


def is_hour(words: Words, amount: Amount) -> bool:
    """Find hours told in words or with a full stop, where what stands beside them tells of a clock."""
    numeral = amount.numeral
    value = numeral.value
    if amount.unit or amount.sign or value is None or not 0 <= value <= _HOURS:
        return False
    start, end = numeral.start, numeral.end
    if numeral.form is Form.WORDS or numeral.writing is Writing.PLAIN:
        in_words = numeral.form is Form.WORDS and 0 < value <= _NOON
        return (
            _is_past(words, start, end)
            or _is_told(words, start, end)
            or (in_words and (_is_appointed(words, start, end) or _opens(words, start, end)))
            or _is_opening_time(words, start, end)
            or _is_minutes_to(words, start, end)
        )
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
    at = words.low(start - 1) == "at" and not _is_measured(words, start)
    before = words.low(start - 2) in _WEEKDAYS
    after = words.low(end) == "on" and words.low(end + 1) in _WEEKDAYS
    return at and (before or after)


def _is_measured(words: Words, start: int) -> bool:
    """Say whether a number after "at" is a measure: "the toll stood at nine"."""
    return not _MEASURED.isdisjoint(words.lows[max(start - _MEASURE_REACH, 0) : start])


def _is_appointed(words: Words, start: int, end: int) -> bool:
    """Find "the doors open at nine", "tomorrow at ten", "until three."."""
    if words.low(end) not in _AFTER_HOUR or words.low(start - 1) not in ("at", "until", "till"):
        return False
    around = words.lows[max(start - 1 - _MEASURE_REACH, 0) : start - 1]
    if words.low(start - 1) != "at":
        return _MEASURED.isdisjoint(around)
    return not _APPOINTED.isdisjoint((*around, words.low(end)))


def _opens(words: Words, start: int, end: int) -> bool:
    """Find "By nine the bakery was empty", "Around eleven, a clerk came out"."""
    leads = words.low(start - 1) in _SINCE_WHEN and words.begins_sentence(start - 1)
    return leads and words.low(end) in _NEXT_CLAUSE


def _is_opening_time(words: Words, start: int, end: int) -> bool:
    """Find both hours of "10 till 2", "from ten until three", "weekdays 9 to 6"."""
    if words.low(end) in ("till", "until") and _is_number(words, end + 1):
        return words.low(end + 2) in _AFTER_HOUR
    if words.low(start - 1) in ("till", "until") and _is_number(words, start - 2):
        return words.low(end) in _AFTER_HOUR
    joined = ("to", *DASHES)
    first = words.low(end) in joined and _is_number(words, end + 1)
    last = words.low(start - 1) in joined and words.low(start - 3) in _DAILY
    return (first and words.low(start - 1) in _DAILY) or last


def _is_minutes_to(words: Words, start: int, end: int) -> bool:
    """Find both numbers of "it's sixteen to eight", and of "Twenty to eight, and no news"."""
    if words.low(end) == "to" and words.low(end + 1) in SMALL and words.low(end + 2) in _AFTER_HOUR:
        opens = words.begins_sentence(start) and SMALL[words.low(start)] in _ROUND_MINUTES
        return words.low(start) in SMALL and (words.low(start - 1) in _ITS or opens)
    earlier = words.low(start - 1) == "to" and words.low(start - 2) in SMALL
    return earlier and words.low(end) in _AFTER_HOUR and _is_minutes_to(words, start - 2, start - 1)


def _is_dotted(words: Words, start: int, end: int) -> bool:
    """Find "At 20.55 the lights", "on Monday at 11.40": two figures for the minutes, below sixty."""
    hour, dot, minutes = words.form(start).partition(".")
    if not _MEASURED.isdisjoint(words.lows[max(start - _MEASURE_REACH, 0) : start]):
        return False
    if not dot or len(minutes) != 2 or not minutes.isdigit() or int(minutes) >= _MINUTES:  # noqa: PLR2004 - hh.mm
        return False
    if _is_told(words, start, end):
        return True
    at = words.low(start - 1) == "at"
    goes_on = words.form(end).isalpha() and words.low(end) not in _NO_HOUR_AFTER
    plain = goes_on and not is_plural(words.form(end))
    ends = words.low(end) in _AFTER_HOUR and words.low(end) not in _NO_HOUR_AFTER
    return at and hour.isdigit() and (plain or ends)


def _is_number(words: Words, at: int) -> bool:
    return words.is_number(at) or words.low(at) in SMALL
