"""Ranges: two amounts that bound one quantity, and the stretch that a measured value moved."""

from dataclasses import replace
from enum import StrEnum

from sayso.frozen import dataclass
from sayso.language.quantities.amounts import Amount, read_amount
from sayso.language.quantities.change import change_before, change_within
from sayso.language.quantities.number_words import SCALES
from sayso.language.quantities.profiles import Profile
from sayso.language.quantities.words import DASHES, HYPHENS, Words

_GAP_OF_MOVE = 8  # words between "from 20 miles per gallon" and "to 29", year and place of each
_WIDEST_RANGE = 3  # "rose by 12 to 311" is no range, "lost 12 to 15 men" is
_CARRIED_BELOW = 1000  # "900 to 1.2 million" carries nothing back


class RangeRule(StrEnum):
    """The rules by which two amounts are one quantity."""

    BETWEEN = "between"
    TO = "to"
    DASH = "dash"
    OR = "or"
    MOVE = "movement"


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """Two amounts that bound one quantity, in the order of the text, begun at the word ``start``."""

    start: int
    first: Amount
    last: Amount
    rule: RangeRule


def read_range(words: Words, first: Amount, profile: Profile) -> Range | None:
    """Read on from an amount to the second one of a range."""
    between = _between(words, first)
    connector = words.low(first.end)
    if between is not None:
        return _joined(words, first, profile, RangeRule.BETWEEN, start=between)
    if connector == "to":
        if _is_count_move(words, first):
            return None
        start = first.start - 1 if words.low(first.start - 1) == "from" else first.start
        return _joined(words, first, profile, RangeRule.TO, start=start)
    if connector in DASHES:
        return _joined(words, first, profile, RangeRule.DASH, start=first.start)
    if connector == "or":
        return _joined(words, first, profile, RangeRule.OR, start=first.start)
    return None


def _between(words: Words, first: Amount) -> int | None:
    """Return where "between" stands if this amount is the first of "between a and b"."""
    start = first.start - 1
    if words.low(start) in ("about", "around", "roughly", "approximately", "some"):
        start -= 1
    if words.low(start) == "of" and words.low(start - 1) == "ages":
        start -= 1
    if words.low(start) == "ages":  # "between the ages of 8 and 16"
        start -= 2 if words.low(start - 1) == "the" else 1
    if words.low(start) == "between" and words.low(first.end) in ("and", "to", *DASHES):
        return start
    return None


def _joined(
    words: Words, first: Amount, profile: Profile, rule: RangeRule, *, start: int
) -> Range | None:
    at = first.end + 1
    while words.low(at) in HYPHENS or words.low(at) in ("about", "around", "even"):
        at += 1
    last = _amount_at(words, at, profile)
    if last is None or last.numeral.value is None or first.numeral.value is None:
        return None
    if last.start < at and rule is RangeRule.DASH:
        last = replace(last, sign="", start=at)  # the dash joins and is no minus: "70 % -80 %"
    moved = rule is RangeRule.TO and _has_moved(words, first, last, start)
    first = _completed(words, first, last)
    if moved or not _same_scale(first, last) or not _allowed(first, last, rule):
        return None
    return Range(start=start, first=first, last=last, rule=rule)


def _amount_at(words: Words, at: int, profile: Profile) -> Amount | None:
    """Read an amount whose currency sign or minus begins at ``at``."""
    for numeral_at in range(at, min(at + 4, len(words))):
        amount = read_amount(words, numeral_at, profile)
        if amount:
            return amount if amount.start <= at else None
    return None


def _completed(words: Words, first: Amount, last: Amount) -> Amount:
    """Carry back what is written once: scale, unit and rate of the second amount."""
    lower, upper = first.numeral.value, last.numeral.value
    scale = last.numeral.scale
    written = first.numeral.scale == 1 or words.low(first.numeral.end - 1) not in SCALES
    if (
        lower is not None
        and upper is not None
        and scale > 1
        and written
        and lower < upper / scale * 2
    ):
        carries = lower * scale <= upper and lower < _CARRIED_BELOW
        if carries and first.numeral.scale == 1 and (lower > 0):
            first = replace(first, numeral=first.numeral.rescaled(scale))
    if first.unit is None and last.unit is not None:
        first = replace(first, unit=last.unit, per=last.per)
    return first


def _same_scale(first: Amount, last: Amount) -> bool:
    return last.unit is None or first.unit_name == last.unit_name


def _allowed(first: Amount, last: Amount, rule: RangeRule) -> bool:
    lower, upper = first.value, last.value
    if lower is None or upper is None:
        return False
    if rule == RangeRule.BETWEEN:
        return lower != upper
    if rule == RangeRule.OR:
        adjacent = first.numeral.form == last.numeral.form and first.end == first.numeral.end
        return adjacent and lower < upper <= lower * 2 + 1
    if rule == RangeRule.DASH:
        return lower < upper
    return lower < upper


def _has_moved(words: Words, first: Amount, last: Amount, start: int) -> bool:
    """Tell "rose by $5 to $20", a move and where it led, from "rose by 5 to 20 dollars"."""
    if start != first.start or change_before(words, first.start) is None:
        return False
    if first.unit is not None or last.unit is not None:
        written_once = first.unit is not None and first.unit.start < first.numeral.start
        return first.unit is not None and not (last.unit is None and written_once)
    lower, upper = first.value, last.value
    return lower is not None and upper is not None and upper > lower * _WIDEST_RANGE


def read_move(words: Words, first: Amount, profile: Profile) -> Range | None:
    """Read "fell from $36,040 to $34,935" as the stretch of a scale that was passed.

    Only on a measured scale. A count that "rose from 81 to 120" is two figures, one after the
    other, and an interval of both would claim what nobody said.
    """
    if first.value is None or words.low(first.start - 1) != "from":
        return None
    last = _reached(words, first, profile)
    if last is None or last.value is None:
        return None
    begun = _completed(words, first, last)
    if begun.unit is None or begun.value is None or not _same_scale(begun, last):
        return None
    moves = change_within(words, first.start - 1) is not None or begun.value > last.value
    if not moves or begun.value == last.value:
        return None
    return Range(start=first.start - 1, first=begun, last=last, rule=RangeRule.MOVE)


def _is_count_move(words: Words, first: Amount) -> bool:
    """Say whether a number is where a count moved from: "rose from 81 to 120", "to 120 to 160"."""
    at = first.start - 1
    while words.low(at) == "to" and words.is_number(at - 1):
        at -= 2
    return words.low(at) == "from" and bool(change_within(words, at))


def _reached(words: Words, first: Amount, profile: Profile) -> Amount | None:
    """Return the amount after "to", a few words (a time, a place) behind the first."""
    for at in range(first.end, min(first.end + _GAP_OF_MOVE, len(words))):
        if words.low(at) == "to":
            return _amount_at(words, at + 1, profile)
        if words.ends_sentence(at):
            return None
    return None
