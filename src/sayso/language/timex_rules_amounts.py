"""Rules for counted time: "three days ago", "the past few days", durations, sets, "now"."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Final

from sayso.dates.pattern import Match, Rule
from sayso.language.timex_expressions import (
    Amount,
    Away,
    Origin,
    Period,
    Phrases,
    Reference,
    Unit,
    Window,
    phrase,
)
from sayso.text import Span

_PAST_WORDS: Final = frozenset({"past", "last", "previous", "preceding", "recent"})
_FUTURE_WORDS: Final = frozenset({"next", "coming", "following"})
# Bare plurals ("for years") count only after these, else they may belong to a name or a count.
_TAKES_A_LENGTH: Final = frozenset(
    {
        "for", "in", "within", "of", "after", "took", "take", "takes", "lasted", "last", "spent",
        "spend", "over", "during", "by", "until", "through", "several", "or", "and", "to", "be",
        "been", "many", "weeks", "days", "months",
    }
)  # fmt: skip
_SINGLE: Final = frozenset({"a", "an"})
# After "a week" they say that it is a distance ("a week after the raid"), not a rate.
_FROM_A_LENGTH: Final = frozenset({"after", "before", "into", "from", "behind", "late", "earlier"})
_SMALLER: Final = {
    Unit.YEAR: (Unit.MONTH, Unit.WEEK, Unit.DAY),
    Unit.MONTH: (Unit.WEEK, Unit.DAY),
    Unit.WEEK: (Unit.DAY,),
    Unit.HOUR: (Unit.MINUTE,),
    Unit.MINUTE: (Unit.SECOND,),
}
_MODALS: Final = frozenset({"will", "would", "may", "might", "could", "can", "ll"})
# "Over ten years" is longer than ten only after these; else it is their whole length.
_LONGER: Final = frozenset(
    {"for", "in", "of", "by", "just", "well", "little", "after", "took", "takes", "lasted"}
)


def _amount(match: Match) -> Amount:
    """Return the amount with its hedge and with the half that may follow the unit."""
    amount = match.get("amount", Amount) or Amount(count=None)
    hedge, half = match.get("hedge", tuple), match.get("half", Decimal)
    if half and amount.count is not None:
        amount = replace(amount, count=amount.count + half)
    if hedge:
        mod, close = hedge
        return replace(amount, hedge=mod, close=close)
    return amount


def _away(sign: int, origin: Origin) -> Callable[[Match], Phrases | None]:
    def build(match: Match) -> Phrases | None:
        core = Away(amount=_amount(match), unit=match.need("unit", Unit), sign=sign, origin=origin)
        return phrase(match, core)

    return build


def _guarded_away(sign: int) -> Callable[[Match], Phrases | None]:
    """Return the builder for "later", "before": with a noun after it, that event is the origin."""
    build = _away(sign, Origin.PREVIOUS)

    def guarded(match: Match) -> Phrases | None:
        after = match.after()
        last = match.tokens[match.end - 1].key
        bound = last in {"before", "after"} and after is not None and after.key.isalpha()
        if bound:
            return None
        return _unplaced(match) if _is_unplaced(match) else build(match)

    return guarded


def _is_unplaced(match: Match) -> bool:
    """Say whether the distance names no day: "a few days later", "an hour later"."""
    short = match.need("unit", Unit) in {Unit.SECOND, Unit.MINUTE, Unit.HOUR}
    return short or _amount(match).count is None


def _unplaced(match: Match) -> Phrases:
    """Keep the length of a distance that names no day, without "later"."""
    (found,) = phrase(match, Period(amount=_amount(match), unit=match.need("unit", Unit)))
    last = match.part("half" if match.get("half", Decimal) else "unit")
    return (replace(found, span=Span(match.span.start, last.span.end)),)


def _long(match: Match) -> Phrases:
    """Read "a decade-long war", "years-long": so many units, or an open number of them."""
    singular = match.get("oneunit", Unit)
    unit = singular or match.need("units", Unit)
    count = None if singular is None else Decimal(1)
    return phrase(match, Period(amount=Amount(count=count), unit=unit))


def _length(match: Match) -> Phrases | None:
    """Read a duration; "a year" alone is one only after a word that takes a length."""
    amount, unit = _amount(match), match.need("unit", Unit)
    unclear = _may_be_a_rate(match, amount) or _spans_a_length(match) or _ranks(match)
    if match.tokens[match.first].key == "one" and _foretells(match) and amount.count == 1:
        return phrase(match, Reference.FUTURE)
    if _is_age(match) or unclear or _is_fraction(amount, unit):
        return None
    return phrase(match, Period(amount=amount, unit=unit))


def _may_be_a_rate(match: Match, amount: Amount) -> bool:
    """Say whether "a year" stands where it may be a rate ("twice a year")."""
    if amount.hedge or amount.count != 1 or match.tokens[match.first].key not in _SINGLE:
        return False
    before, after = match.before(), match.after()
    if before is not None and before.key in _TAKES_A_LENGTH:
        return False
    return after is None or after.key not in _FROM_A_LENGTH


def _foretells(match: Match) -> bool:
    """Say whether a verb of the future stands beside "one day": "will one day", "one day will"."""
    before, after = match.before(), match.after()
    return any(token is not None and token.key in _MODALS for token in (before, after))


def _ranks(match: Match) -> bool:
    """Say whether "second" is a rank: "a second raid"."""
    after = match.after()
    rank = match.tokens[match.end - 1].key == "second"
    return rank and after is not None and after.key.isalpha()


def _spans_a_length(match: Match) -> bool:
    """Say whether "over" leads to a length that something fills: "spread over ten years"."""
    before = match.before()
    over = match.tokens[match.first].key == "over"
    return over and (before is None or before.key not in _LONGER)


def _two_lengths(match: Match) -> Phrases | None:
    amount, more = match.need("amount", Amount), match.need("more", Amount)
    unit, smaller = match.need("unit", Unit), match.need("smaller", Unit)
    if amount.count is None or more.count is None or smaller not in _SMALLER.get(unit, ()):
        return None
    return phrase(match, Period(amount=amount, unit=unit, more=more.count, smaller=smaller))


def _between(match: Match) -> Phrases | None:
    """Read "two to three weeks" as its lower bound, as TIMEX3 does."""
    low = match.need("low", Amount)
    led = match.tokens[match.first].key == "between"
    anded = any(t.key == "and" for t in match.tokens[match.first : match.end])
    high = match.need("amount", Amount)
    if led is not anded or low.count is None or high.count is None or low.count >= high.count:
        return None
    return phrase(match, Period(amount=low, unit=match.need("unit", Unit)))


def _the_length(match: Match) -> Phrases | None:
    amount = _amount(match)
    if amount.count is None or amount.count <= 1:
        return None
    return phrase(match, Period(amount=amount, unit=match.need("units", Unit)))


def _is_age(match: Match) -> bool:
    """Say whether "old" follows: ages are quantities, not times."""
    after = match.after()
    if after is not None and after.key == "-":
        after = match.after(2)
    return after is not None and after.key in {"old", "olds"}


def _is_fraction(amount: Amount, unit: Unit) -> bool:
    """Say whether the quarters are parts of a whole: "a quarter", "three-quarters"."""
    return unit is Unit.QUARTER and amount.count in {Decimal(1), Decimal(3)}


def _bare_length(match: Match) -> Phrases | None:
    before = match.before()
    if before is None or before.key not in _TAKES_A_LENGTH:
        return None
    return phrase(match, Period(amount=Amount(count=None), unit=match.need("units", Unit)))


def _window(match: Match) -> Phrases | None:
    keys = {token.key for token in match.tokens[match.first : match.end]}
    if match.get("amount", Amount) is None and ("first" in keys or {"last", "day"} <= keys):
        return None
    window = Window.PAST if keys & _PAST_WORDS else None
    if keys & _FUTURE_WORDS:
        window = Window.FUTURE
    plural = match.tokens[match.end - 1].key.endswith("s")
    amount = match.get("amount", Amount) or Amount(count=None if plural else Decimal(1))
    return phrase(match, Period(amount=amount, unit=match.need("unit", Unit), window=window))


def _nearby(match: Match) -> Phrases:
    past = match.tokens[match.first].key == "recent"
    return phrase(match, Reference.PAST if past else Reference.FUTURE)


_MORE = (
    "more|consecutive|straight|successive|full|whole|further|extra|additional|working|trading|"
    "business|long|single|entire"
)
_COUNT = f"[ HEDGE ] AMOUNT [ {_MORE} ] [ - ] UNIT [ HALF ]"

AMOUNT_PHRASE_RULES: Final[tuple[Rule[Phrases], ...]] = (
    Rule(
        name="ago",
        pattern=f"{_COUNT} [ or so ] [ - ] ago",
        build=_away(-1, Origin.PUBLISHED),
        fires="The ferry sank just over a week ago.",
        silent="The ferry sank a week after dawn.",
    ),
    Rule(
        name="from_now",
        pattern=f"{_COUNT} from now|today",
        build=_away(1, Origin.PUBLISHED),
        fires="The vote is two weeks from now.",
        silent="The vote is two weeks from hope.",
    ),
    Rule(
        name="earlier",
        pattern=f"{_COUNT} earlier|before|previously",
        build=_guarded_away(-1),
        fires="Two days earlier they had met.",
        silent="Two earlier days were dry.",
    ),
    Rule(
        name="later",
        pattern=f"{_COUNT} later|after|afterwards|afterward",
        build=_guarded_away(1),
        fires="Three days later aid arrived.",
        silent="Three later days were dry.",
    ),
    Rule(
        name="length",
        pattern=_COUNT,
        build=_length,
        fires="The siege lasted more than 40 days.",
        silent="A day like that comes once.",
    ),
    Rule(
        name="length_bare",
        pattern="UNITS",
        build=_bare_length,
        fires="He lived there for years.",
        silent="Years pass.",
    ),
    Rule(
        name="the_length",
        pattern="the AMOUNT UNITS",
        build=_the_length,
        fires="In the four days the rain never stopped.",
        silent="In the one day.",
    ),
    Rule(
        name="window",
        pattern=f"[ the ] past|last|previous|preceding|next|coming|following|first|latest [ AMOUNT [ {_MORE} ] ] UNIT",
        build=_window,
        fires="Over the past few days it rained.",
        silent="The past is gone.",
    ),
    Rule(
        name="nearby",
        pattern="recent|coming UNITS",
        build=_nearby,
        fires="It has rained in recent days.",
        silent="It has rained in recent camps.",
    ),
    Rule(
        name="unit_long",
        pattern="ONEUNIT - long",
        build=_long,
        fires="It ended a decade-long war.",
        silent="It ended a decade of war.",
    ),
    Rule(
        name="units_long",
        pattern="UNITS - long",
        build=_long,
        fires="It ended a decades-long war.",
        silent="It ended decades of war.",
    ),
    Rule(
        name="two_lengths",
        pattern="AMOUNT UNIT and AMOUNT:more UNIT:smaller",
        build=_two_lengths,
        fires="He is serving four years and two months.",
        silent="It took two weeks and four men.",
    ),
    Rule(
        name="between_lengths",
        pattern="[ between ] AMOUNT:low to|or|and|-|– AMOUNT [ - ] UNIT",
        build=_between,
        fires="The repair takes two to three weeks.",
        silent="The repair takes two men to three roads. Two and three days passed.",
    ),
)
