"""Times of day as written: 14:05, 5.30pm, 1405 GMT, noon, with zone and offset."""

from collections.abc import Iterator
from functools import cache
from types import MappingProxyType
from typing import Final

from sayso.dates import words
from sayso.dates.expression import ClockTime
from sayso.dates.heads import ONE_TOKEN, Head, known_heads
from sayso.dates.pattern import Grammar, Match, Rule, Terminal
from sayso.dates.terminals import CALENDAR_TERMINALS, lookup, one_token
from sayso.dates.tokens import NUMBER_KEY, Gap, TokenLine
from sayso.frozen import dataclass

_HOURS = 24
_HALF_DAY = 12
_SIXTY = 60
_TWO_DIGITS = 2
_NAMED_HOURS: Final = MappingProxyType({"noon": 12, "midday": 12, "midnight": 0})


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day; ``marked`` if more than "14:05" says so, which could be a score."""

    time: ClockTime
    marked: bool


def _meridiem(tokens: TokenLine, at: int) -> Iterator[tuple[int, object]]:
    token = tokens[at]
    if token.key in {"am", "pm"}:
        yield at + 1, token.key
        return
    rest = tokens[at + 1 : at + 4]
    if [t.key for t in rest[:2]] == [".", "m"]:
        with_dot = len(rest) > _TWO_DIGITS and rest[2].key == "." and rest[2].gap is Gap.GLUED
        yield at + 3 + with_dot, f"{token.key}m"


def _zone(tokens: TokenLine, at: int) -> Iterator[tuple[int, object]]:
    if tokens[at].text.isupper():
        yield at + 1, words.ZONES[tokens[at].key]


def _offset(tokens: TokenLine, at: int) -> Iterator[tuple[int, object]]:
    sign = -1 if tokens[at].key in {"-", "−"} else 1
    after = tokens[at + 1 : at + 4]
    if not after or after[0].gap is not Gap.GLUED or after[0].number is None:
        return
    length = len(after[0].text)
    if length == _TWO_DIGITS * 2:
        hours, minutes = divmod(int(after[0].text), 100)
        yield at + 2, sign * (hours * _SIXTY + minutes)
    elif length <= _TWO_DIGITS and [t.key for t in after[1:]] == [":", NUMBER_KEY]:
        yield at + 4, sign * (int(after[0].text) * _SIXTY + int(after[2].text))
    elif length <= _TWO_DIGITS and tokens[at].gap is Gap.GLUED:
        yield at + 2, sign * int(after[0].text) * _SIXTY


_MERIDIEM_HEADS: Final = MappingProxyType(
    {"am": ONE_TOKEN, "pm": ONE_TOKEN, **known_heads("ap", Head(frozenset({"."})))}
)
_OFFSET_HEADS: Final = MappingProxyType(known_heads("+-−", Head(frozenset({NUMBER_KEY}))))
_TERMINALS: Final = MappingProxyType(
    {
        **CALENDAR_TERMINALS,
        "MERIDIEM": Terminal(_meridiem, frozenset(_MERIDIEM_HEADS), _MERIDIEM_HEADS),
        "ZONE": one_token(_zone, frozenset(words.ZONES)),
        "OFFSET": Terminal(_offset, frozenset(_OFFSET_HEADS), _OFFSET_HEADS),
        "NAMEDHOUR": lookup(_NAMED_HOURS),
    }
)


def _clock(match: Match) -> Clock | None:
    hour = int(match.need("hour", str))
    meridiem = match.get("meridiem", str)
    minute = _below_sixty(match.get("minute", str))
    second = _below_sixty(match.get("second", str))
    if _SIXTY in {minute, second}:
        return None
    if meridiem and not 1 <= hour <= _HALF_DAY:
        return None
    if meridiem:
        hour = hour % _HALF_DAY + (_HALF_DAY if meridiem == "pm" else 0)
    if hour >= _HOURS:
        return None
    return _marked(ClockTime(hour=hour, minute=minute, second=second), match)


def _below_sixty(digits: str | None) -> int | None:
    """Return two digits as minutes; sixty stands for digits that are none."""
    if digits is None:
        return None
    return min(int(digits), _SIXTY) if len(digits) == _TWO_DIGITS else _SIXTY


def _marked(time: ClockTime, match: Match) -> Clock:
    zone = match.get("zone", int)
    offset = match.get("offset", int)
    marked = match.get("meridiem", str) is not None or zone is not None
    east = zone if offset is None else (zone or 0) + offset
    return Clock(
        ClockTime(hour=time.hour, minute=time.minute, second=time.second, offset=east), marked
    )


def _military(match: Match) -> Clock | None:
    digits = match.need("yearnumber", str)
    hour, minute = divmod(int(digits), 100)
    if len(digits) != _TWO_DIGITS * 2 or hour >= _HOURS or minute >= _SIXTY:
        return None
    return Clock(ClockTime(hour=hour, minute=minute, offset=match.get("zone", int)), marked=True)


def _named(match: Match) -> Clock:
    hour = match.need("namedhour", int)
    return Clock(ClockTime(hour=hour, minute=0), marked=False)


_TAIL = "[ MERIDIEM ] [ ZONE ] [ OFFSET ] [ local time ]"

CLOCK_RULES: Final[tuple[Rule[Clock], ...]] = (
    Rule(
        name="clock_colon",
        pattern=f"NUMBER:hour ~: ~NUMBER:minute [ ~: ~NUMBER:second [ ~.|, ~YEARNUMBER ] ] {_TAIL}",
        build=_clock,
        fires="It began at 14:05 GMT.",
        silent="The ratio was 14:5.",
    ),
    Rule(
        name="clock_point",
        pattern="NUMBER:hour ~.|h ~NUMBER:minute MERIDIEM [ ZONE ] [ local time ]",
        build=_clock,
        fires="It began at 5.30pm.",
        silent="It grew by 5.30 per cent.",
    ),
    Rule(
        name="clock_point_zone",
        pattern="NUMBER:hour ~.|h ~NUMBER:minute ZONE [ OFFSET ]",
        build=_clock,
        fires="It began at 14.05 GMT.",
        silent="It cost 14.05 in all.",
    ),
    Rule(
        name="clock_hour",
        pattern="NUMBER:hour MERIDIEM [ ZONE ] [ local time ]",
        build=_clock,
        fires="It began at 5 p.m. and ended soon.",
        silent="He is 5 a week older.",
    ),
    Rule(
        name="clock_military",
        pattern="YEARNUMBER ZONE",
        build=_military,
        fires="Shelling began at 1405 GMT.",
        silent="Some 1405 Et cetera pages.",
    ),
    Rule(
        name="clock_named",
        pattern="NAMEDHOUR",
        build=_named,
        fires="They met at noon.",
        silent="They met in an afternoon.",
    ),
)


@cache
def clock_grammar() -> Grammar[Clock]:
    return Grammar(CLOCK_RULES, _TERMINALS)
