"""Terminals of the date grammar: a month, a weekday, a day, a year, a time of day."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from sayso.dates import words
from sayso.dates.expression import DayPart, Edge, Season
from sayso.dates.heads import ONE_TOKEN, Head, known_heads
from sayso.dates.pattern import Reader, Terminal
from sayso.dates.tokens import NUMBER_KEY, Gap, TokenLine

_LAST_DAY = 31
_LAST_MONTH = 12
_FOUR_DIGITS = 4
_TWO_DIGITS = 2
_FIRST_YEAR = 1000
_LAST_YEAR = 2199
# POSIX strptime: 69 to 99 are of the last century, 00 to 68 of this one.
_PIVOT = 69
_APOSTROPHES = frozenset({"'", "’", "‘"})
_CENTURY_WORDS: Final = MappingProxyType({"eighteen": 1800, "nineteen": 1900, "twenty": 2000})

SEASONS: Final = MappingProxyType(
    {
        "spring": Season.SPRING,
        "summer": Season.SUMMER,
        "autumn": Season.AUTUMN,
        "fall": Season.AUTUMN,
        "winter": Season.WINTER,
    }
)
EDGES: Final = MappingProxyType(
    {
        "beginning": Edge.START, "start": Edge.START, "outset": Edge.START,
        "middle": Edge.MID,
        "end": Edge.END, "close": Edge.END,
    }
)  # fmt: skip


DAY_PARTS: Final = MappingProxyType(
    {
        "morning": DayPart.MORNING, "dawn": DayPart.MORNING, "daybreak": DayPart.MORNING,
        "sunrise": DayPart.MORNING, "lunchtime": DayPart.MIDDAY, "afternoon": DayPart.AFTERNOON,
        "evening": DayPart.EVENING, "dusk": DayPart.EVENING, "sunset": DayPart.EVENING,
        "night": DayPart.NIGHT, "nightfall": DayPart.EVENING,
    }
)  # fmt: skip
NEARS: Final = MappingProxyType({"early": Edge.START, "mid": Edge.MID, "late": Edge.END})


def _glued(tokens: TokenLine, at: int, keys: frozenset[str]) -> bool:
    return at < len(tokens) and tokens[at].gap is Gap.GLUED and tokens[at].key in keys


def _dot(tokens: TokenLine, at: int) -> bool:
    return _glued(tokens, at, frozenset({"."}))


def _digits(tokens: TokenLine, at: int, lengths: tuple[int, ...]) -> int | None:
    if at >= len(tokens) or len(tokens[at].text) not in lengths:
        return None
    return tokens[at].number


def _month(tokens: TokenLine, at: int) -> Iterator[tuple[int, object]]:
    token = tokens[at]
    if token.capitalised:
        with_dot = token.key in words.SHORT_MONTHS and _dot(tokens, at + 1)
        yield at + 1 + with_dot, words.MONTHS[token.key]


def _weekday(tokens: TokenLine, at: int) -> Iterator[tuple[int, object]]:
    token = tokens[at]
    if token.capitalised:
        with_dot = token.key in words.SHORT_WEEKDAYS and _dot(tokens, at + 1)
        yield at + 1 + with_dot, words.WEEKDAYS[token.key]


def _day(tokens: TokenLine, at: int) -> Iterator[tuple[int, object]]:
    yield from _ordinal_day(tokens, at)
    number = _digits(tokens, at, (1, _TWO_DIGITS))
    if number and number <= _LAST_DAY and not _in_longer_number(tokens, at):
        yield at + 1, number


def _ordinal_day(tokens: TokenLine, at: int) -> Iterator[tuple[int, object]]:
    number = _digits(tokens, at, (1, _TWO_DIGITS))
    if number and number <= _LAST_DAY and _glued(tokens, at + 1, words.ORDINAL_SUFFIXES):
        yield at + 2, number
    key = tokens[at].key
    if key in words.ORDINALS:
        yield at + 1, words.ORDINALS[key]
    elif key in {"twenty", "thirty"} and at + 2 < len(tokens) and tokens[at + 1].key == "-":
        unit = words.ORDINALS.get(tokens[at + 2].key, _LAST_DAY)
        if words.TENS[key] + unit <= _LAST_DAY:
            yield at + 3, words.TENS[key] + unit


def _in_longer_number(tokens: TokenLine, at: int) -> bool:
    """Tell "3" from the parts of "3.5", "1,300", "2:3" and "3%"."""
    after = at + 1 < len(tokens) and tokens[at + 1].gap is Gap.GLUED and tokens[at + 1].key
    if after in {"%", "°"}:
        return True
    follows = at + 2 < len(tokens) and tokens[at + 2].gap is Gap.GLUED
    if after in {".", ",", ":"} and follows and tokens[at + 2].number is not None:
        return after != "," or len(tokens[at + 2].text) != _FOUR_DIGITS
    return _joined_before(tokens, at)


def _joined_before(tokens: TokenLine, at: int) -> bool:
    if at == 0 or tokens[at].gap is not Gap.GLUED:
        return False
    before = tokens[at - 1]
    if before.key in {"$", "€", "£", "¥", "#"}:
        return True
    two_back = at > 1 and before.gap is Gap.GLUED and tokens[at - 2].number is not None
    return before.key in {".", ",", ":"} and two_back


def _year(tokens: TokenLine, at: int) -> Iterator[tuple[int, object]]:
    yield from _full_year(tokens, at)
    if tokens[at].key in _APOSTROPHES and _glued(tokens, at + 1, frozenset({NUMBER_KEY})):
        number = _digits(tokens, at + 1, (_TWO_DIGITS,))
        if number is not None:
            yield at + 2, windowed_year(number)


def _full_year(tokens: TokenLine, at: int) -> Iterator[tuple[int, object]]:
    number = _digits(tokens, at, (_FOUR_DIGITS,))
    if number and _FIRST_YEAR <= number <= _LAST_YEAR and not _in_longer_number(tokens, at):
        yield at + 1, number
    century = _CENTURY_WORDS.get(tokens[at].key)
    if century:
        yield from _spoken_year(tokens, at + 1, century)


def _spoken_year(tokens: TokenLine, at: int, century: int) -> Iterator[tuple[int, object]]:
    if at < len(tokens) and tokens[at].key in words.TENS:
        tens = words.TENS[tokens[at].key]
        unit_at = at + 2 if at + 1 < len(tokens) and tokens[at + 1].key == "-" else at + 1
        unit = words.UNITS.get(tokens[unit_at].key, 0) if unit_at < len(tokens) else 0
        if 0 < unit < min(words.TENS.values()):
            yield unit_at + 1, century + tens + unit
        yield at + 1, century + tens


def windowed_year(number: int) -> int:
    """Return the year that two digits mean."""
    return number + (1900 if number >= _PIVOT else 2000)


def _number(longest: int) -> Reader:
    def read(tokens: TokenLine, at: int) -> Iterator[tuple[int, object]]:
        number = _digits(tokens, at, tuple(range(1, longest + 1)))
        if number is not None:
            yield at + 1, tokens[at].text

    return read


def _exactly(length: int, highest: int) -> Reader:
    def read(tokens: TokenLine, at: int) -> Iterator[tuple[int, object]]:
        number = _digits(tokens, at, (length,))
        if number and number <= highest:
            yield at + 1, number

    return read


def _ordinal(tokens: TokenLine, at: int) -> Iterator[tuple[int, object]]:
    number = _digits(tokens, at, (1, _TWO_DIGITS))
    if number and _glued(tokens, at + 1, words.ORDINAL_SUFFIXES):
        yield at + 2, number
    if tokens[at].key in words.ORDINALS:
        yield at + 1, words.ORDINALS[tokens[at].key]


def lookup(table: Mapping[str, object]) -> Terminal:
    """Return the terminal that reads one word of a closed class."""

    def read(tokens: TokenLine, at: int) -> Iterator[tuple[int, object]]:
        yield at + 1, table[tokens[at].key]

    return one_token(read, frozenset(table))


def one_token(read: Reader, starts: frozenset[str]) -> Terminal:
    """Return the terminal of a reader that never takes more than one token."""
    return Terminal(read, starts, known_heads(starts, ONE_TOKEN))


_NUMBERS = frozenset({NUMBER_KEY})
_ORDINAL_STARTS = _NUMBERS | frozenset(words.ORDINALS)
_DAY_STARTS = _ORDINAL_STARTS | {"twenty", "thirty"}
_WITH_DOT = Head(frozenset({"."}), ends=True)
_ORDINAL_HEADS: Final = MappingProxyType(
    {
        **known_heads(words.ORDINALS, ONE_TOKEN),
        **known_heads(("twenty", "thirty"), Head(frozenset({"-"}))),
        NUMBER_KEY: Head(words.ORDINAL_SUFFIXES),
    }
)
_FULL_YEAR_HEADS: Final = MappingProxyType(
    {
        NUMBER_KEY: ONE_TOKEN,
        **known_heads(_CENTURY_WORDS, Head(frozenset(words.TENS))),
    }
)
_YEAR_HEADS: Final = MappingProxyType(
    {**_FULL_YEAR_HEADS, **known_heads(_APOSTROPHES, Head(_NUMBERS))}
)
_DAY_HEADS: Final = MappingProxyType(
    {**_ORDINAL_HEADS, NUMBER_KEY: Head(words.ORDINAL_SUFFIXES, ends=True)}
)

CALENDAR_TERMINALS: Final = MappingProxyType(
    {
        "MONTH": Terminal(_month, frozenset(words.MONTHS), known_heads(words.MONTHS, _WITH_DOT)),
        "WEEKDAY": Terminal(
            _weekday, frozenset(words.WEEKDAYS), known_heads(words.WEEKDAYS, _WITH_DOT)
        ),
        "DAY": Terminal(_day, _DAY_STARTS, _DAY_HEADS),
        "DAYTH": Terminal(_ordinal_day, _DAY_STARTS, _ORDINAL_HEADS),
        "YEAR": Terminal(_year, frozenset(_YEAR_HEADS), _YEAR_HEADS),
        "FULLYEAR": Terminal(_full_year, frozenset(_FULL_YEAR_HEADS), _FULL_YEAR_HEADS),
        "NUMBER": one_token(_number(_TWO_DIGITS), _NUMBERS),
        "YEARNUMBER": one_token(_number(_FOUR_DIGITS), _NUMBERS),
        "MM": one_token(_exactly(_TWO_DIGITS, _LAST_MONTH), _NUMBERS),
        "DD": one_token(_exactly(_TWO_DIGITS, _LAST_DAY), _NUMBERS),
        "YYYY": one_token(_exactly(_FOUR_DIGITS, _LAST_YEAR), _NUMBERS),
        "ORDINAL": Terminal(_ordinal, _ORDINAL_STARTS, _ORDINAL_HEADS),
        "SEASON": lookup(SEASONS),
        "EDGE": lookup(EDGES),
        "NEAR": lookup(NEARS),
        "DAYPART": lookup(DAY_PARTS),
        "DECADEWORD": lookup(words.DECADE_WORDS),
    }
)
