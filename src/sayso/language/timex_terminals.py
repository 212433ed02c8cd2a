"""Terminals of the grammar of relative time: amounts, hedges, units, parts of the day."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from sayso.dates import words
from sayso.dates.clock import clock_grammar
from sayso.dates.grammar import date_grammar
from sayso.dates.heads import Head, either, known_heads, of_rows
from sayso.dates.pattern import Terminal, Terminals, remembered
from sayso.dates.terminals import CALENDAR_TERMINALS, lookup, one_token
from sayso.dates.tokens import NUMBER_KEY, Gap, TokenLine
from sayso.language.timex_expressions import Amount, Holiday, Mod, Reference, Unit

_SINGULAR: Final = MappingProxyType(
    {
        "second": Unit.SECOND, "minute": Unit.MINUTE, "hour": Unit.HOUR, "day": Unit.DAY,
        "weekend": Unit.WEEKEND, "week": Unit.WEEK, "month": Unit.MONTH, "quarter": Unit.QUARTER,
        "fortnight": Unit.FORTNIGHT, "year": Unit.YEAR, "decade": Unit.DECADE, "century": Unit.CENTURY,
    }
)  # fmt: skip
_PLURAL: Final = MappingProxyType(
    {f"{word}s": unit for word, unit in _SINGULAR.items() if word != "century"}
    | {"centuries": Unit.CENTURY, "yrs": Unit.YEAR, "hrs": Unit.HOUR, "mins": Unit.MINUTE}
)
# Night and its like count as days: "two nights".
_NIGHTS: Final = MappingProxyType({"night": Unit.DAY, "nights": Unit.DAY})
Row = tuple[str, ...]
# Hedges as rows of words; the longest that fits is taken.
_HEDGES: Final[tuple[tuple[tuple[str, ...], Mod], ...]] = (
    (("a", "little", "over"), Mod.MORE_THAN),
    (("just", "over"), Mod.MORE_THAN),
    (("just", "under"), Mod.LESS_THAN),
    (("more", "than"), Mod.MORE_THAN),
    (("no", "more", "than"), Mod.EQUAL_OR_LESS),
    (("no", "less", "than"), Mod.EQUAL_OR_MORE),
    (("less", "than"), Mod.LESS_THAN),
    (("fewer", "than"), Mod.LESS_THAN),
    (("at", "least"), Mod.EQUAL_OR_MORE),
    (("at", "most"), Mod.EQUAL_OR_LESS),
    (("up", "to"), Mod.EQUAL_OR_LESS),
    (("over",), Mod.MORE_THAN),
    (("under",), Mod.LESS_THAN),
    (("nearly",), Mod.LESS_THAN),
    (("almost",), Mod.LESS_THAN),
    (("about",), Mod.APPROX),
    (("around",), Mod.APPROX),
    (("roughly",), Mod.APPROX),
    (("approximately",), Mod.APPROX),
    (("some",), Mod.APPROX),
)
_CLOSE: Final = frozenset({"just", "little"})
_VAGUE: Final[tuple[tuple[str, ...], ...]] = (
    ("a", "number", "of"),
    ("a", "few"),
    ("several",),
    ("many",),
    ("few",),
    ("some",),
    ("dozens", "of"),
    ("hundreds", "of"),
    ("thousands", "of"),
)
_HALVES: Final = (("half", "a"), ("half", "an"), ("half", "of", "a"), ("a", "half"), ("half", "-"))
_QUARTERS: Final = (("a", "quarter", "of", "a"), ("quarter", "of", "a"))
_AND_A_HALF: Final = (("and", "a", "half"), ("-", "and", "-", "a", "-", "half"))
_PAIRS: Final = (("a", "couple", "of"), ("couple", "of"), ("a", "pair", "of"))
_HALF = Decimal("0.5")
_QUARTER = Decimal("0.25")


def _by_first(rows: Iterable[Row]) -> Mapping[str, tuple[Row, ...]]:
    """Sort rows by their first word: almost every word begins none of them."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row[0], []).append(row)
    return MappingProxyType({first: tuple(rows) for first, rows in found.items()})


_VAGUE_OF: Final = _by_first(_VAGUE)
_HALVES_OF: Final = _by_first(_HALVES)
_PAIRS_OF: Final = _by_first(_PAIRS)
_QUARTERS_OF: Final = _by_first(_QUARTERS)
_HEDGES_OF: Final = MappingProxyType(
    {
        first: tuple((row, mod) for row, mod in _HEDGES if row[0] == first)
        for first in {row[0] for row, _ in _HEDGES}
    }
)
_DIGITS_OF_THOUSANDS = 3
_DIGITS_OF_A_YEAR = 4
# More digits, or more number words in a row, are no amount of time.
_LONGEST_GROUPED = 9
_LONGEST_CARDINAL = 12
_YEARS = range(1800, 2100)


def _row(tokens: TokenLine, at: int, row: tuple[str, ...]) -> bool:
    if at + len(row) > len(tokens) or tokens[at].key != row[0]:
        return False
    return all(tokens[place].key == key for place, key in enumerate(row, at))


def _hedge(tokens: TokenLine, at: int) -> Iterator[tuple[int, object]]:
    for row, mod in _HEDGES_OF.get(tokens[at].key, ()):
        if _row(tokens, at, row):
            yield at + len(row), (mod, row[0] in _CLOSE or row[-2:-1] == ("little",))
            return


def _amount(tokens: TokenLine, at: int) -> Iterator[tuple[int, object]]:
    """Read an amount: "three", "24", "a", "two and a half", "half a", "several", "a few"."""
    for row in _VAGUE_OF.get(tokens[at].key, ()):
        if _row(tokens, at, row):
            yield at + len(row), Amount(count=None)
            return
    yield from _half_or_pair(tokens, at)
    for end, count in _cardinal(tokens, at):
        yield from _with_fraction(tokens, end, count)
        yield end, Amount(count=count)
    if tokens[at].key in {"a", "an", "one"}:
        if tokens[at].key == "a" and at + 1 < len(tokens) and tokens[at + 1].key in words.SCALES:
            yield at + 2, Amount(count=Decimal(words.SCALES[tokens[at + 1].key]))
        yield at + 1, Amount(count=Decimal(1))


def _half_or_pair(tokens: TokenLine, at: int) -> Iterator[tuple[int, object]]:
    for row in _HALVES_OF.get(tokens[at].key, ()):
        if _row(tokens, at, row):
            yield at + len(row), Amount(count=_HALF)
    for row in _QUARTERS_OF.get(tokens[at].key, ()):
        if _row(tokens, at, row):
            yield at + len(row), Amount(count=_QUARTER)
    for row in _PAIRS_OF.get(tokens[at].key, ()):
        if _row(tokens, at, row):
            yield at + len(row), Amount(count=Decimal(2), hedge=Mod.APPROX)


def _with_fraction(tokens: TokenLine, at: int, count: Decimal) -> Iterator[tuple[int, object]]:
    for row in _AND_A_HALF:
        if _row(tokens, at, row):
            yield at + len(row), Amount(count=count + _HALF)
    if _row(tokens, at, ("-", "odd")):
        yield at + 2, Amount(count=count, hedge=Mod.APPROX)
    upper, slash, lower = (*(t.key for t in tokens[at : at + 3]), "", "", "")[:3]
    if (upper, slash, lower) == (NUMBER_KEY, "/", NUMBER_KEY):
        over, under = tokens[at].number, tokens[at + 2].number
        if over is not None and under:
            yield at + 3, Amount(count=count + Decimal(over) / Decimal(under))


def _cardinal(tokens: TokenLine, at: int) -> Iterator[tuple[int, Decimal]]:
    if tokens[at].key == NUMBER_KEY:
        yield from _digits(tokens, at)
        return
    total, current, position = 0, 0, at
    while position < min(len(tokens), at + _LONGEST_CARDINAL):
        key = tokens[position].key
        if key in words.TENS or key in words.UNITS:
            current += words.TENS.get(key, 0) + words.UNITS.get(key, 0)
        elif key in words.SCALES and position > at:
            current = max(current, 1) * words.SCALES[key]
        elif not (key == "-" and tokens[position - 1].key in words.TENS and position > at):
            break
        position += 1
    if position > at and tokens[position - 1].key == "-":
        position -= 1
    if position > at:
        yield position, Decimal(total + current)


def _digits(tokens: TokenLine, at: int) -> Iterator[tuple[int, Decimal]]:
    text, position = tokens[at].text, at + 1
    if tokens[at].number is None or (len(text) == _DIGITS_OF_A_YEAR and int(text) in _YEARS):
        return  # "the 1988 quarter"
    while _grouped(tokens, position) and len(text) <= _LONGEST_GROUPED:
        text, position = text + tokens[position + 1].text, position + 2
    if _fractional(tokens, position) and tokens[position + 1].number is not None:
        text, position = f"{text}.{tokens[position + 1].text}", position + 2
    yield position, Decimal(text)


def _fractional(tokens: TokenLine, at: int) -> bool:
    after = tokens[at : at + 2]
    glued = all(token.gap is Gap.GLUED for token in after)
    return glued and [token.key for token in after] == [".", NUMBER_KEY]


def _grouped(tokens: TokenLine, at: int) -> bool:
    if len(tokens) < at + 2 or tokens[at].key != "," or tokens[at].gap is not Gap.GLUED:
        return False
    return tokens[at + 1].gap is Gap.GLUED and len(tokens[at + 1].text) == _DIGITS_OF_THOUSANDS


def _full_weekday(tokens: TokenLine, at: int) -> Iterator[tuple[int, object]]:
    """Read a weekday that stands alone: "Sun" and "Sat" are words, "Sun." needs its point."""
    token = tokens[at]
    if not token.capitalised:
        return
    if token.key not in words.SHORT_WEEKDAYS:
        yield at + 1, words.WEEKDAYS[token.key]


_WEEKDAYS_IN_PLURAL: Final = MappingProxyType(
    {f"{name}s": day for name, day in words.WEEKDAYS.items() if name not in words.SHORT_WEEKDAYS}
)


def _plural_weekday(tokens: TokenLine, at: int) -> Iterator[tuple[int, object]]:
    if tokens[at].capitalised:
        yield at + 1, _WEEKDAYS_IN_PLURAL[tokens[at].key]


def _table(rows: dict[str, object]) -> Terminal:
    """Return the terminal that reads phrases of several words."""
    split = sorted(((tuple(key.split()), value) for key, value in rows.items()), key=_longest)
    heads = of_rows(row for row, _ in split)

    def read(tokens: TokenLine, at: int) -> Iterator[tuple[int, object]]:
        for row, value in split:
            if _row(tokens, at, row):
                yield at + len(row), value

    return Terminal(read, frozenset(heads), heads)


def _longest(item: tuple[tuple[str, ...], object]) -> int:
    return -len(item[0])


_STEP_WORDS: Final[dict[str, object]] = {
    "last": -1, "the last": -1, "this past": -1, "this": 0, "the current": 0, "current": 0, "the present": 0, "this coming": 1,
    "next": 1, "coming": 1, "the coming": 1, "upcoming": 1, "the upcoming": 1,
}  # fmt: skip
_REFERENCES: Final[dict[str, object]] = {
    "now": Reference.PRESENT, "currently": Reference.PRESENT,
    "at present": Reference.PRESENT, "at the moment": Reference.PRESENT,
    "nowadays": Reference.PRESENT, "these days": Reference.PRESENT, "presently": Reference.PRESENT,
    "recently": Reference.PAST, "more recently": Reference.PAST, "most recently": Reference.PAST,
    "lately": Reference.PAST, "recent times": Reference.PAST,
    "a long time ago": Reference.PAST,
    "long time ago": Reference.PAST, "some time ago": Reference.PAST,
    "a while ago": Reference.PAST, "not long ago": Reference.PAST, "the past": Reference.PAST, "long ago": Reference.PAST,
    "the future": Reference.FUTURE, "the near future": Reference.FUTURE,
    "the foreseeable future": Reference.FUTURE, "the near term": Reference.FUTURE,
    "the short term": Reference.FUTURE, "the long term": Reference.FUTURE,
    "a later date": Reference.FUTURE,
}  # fmt: skip
_HOLIDAYS: Final[dict[str, object]] = {
    "christmas": Holiday.CHRISTMAS, "christmas day": Holiday.CHRISTMAS,
    "christmas eve": Holiday.CHRISTMAS_EVE, "new year ' s day": Holiday.NEW_YEAR,
    "new year ’ s day": Holiday.NEW_YEAR, "new year ' s eve": Holiday.NEW_YEARS_EVE,
    "new year ’ s eve": Holiday.NEW_YEARS_EVE, "good friday": Holiday.GOOD_FRIDAY,
    "easter sunday": Holiday.EASTER, "easter": Holiday.EASTER,
    "thanksgiving": Holiday.THANKSGIVING, "thanksgiving day": Holiday.THANKSGIVING,
    "halloween": Holiday.HALLOWEEN, "easter monday": Holiday.EASTER_MONDAY,
    "palm sunday": Holiday.PALM_SUNDAY, "ash wednesday": Holiday.ASH_WEDNESDAY,
    "boxing day": Holiday.BOXING_DAY, "valentine ' s day": Holiday.VALENTINE,
    "valentine ’ s day": Holiday.VALENTINE, "st . patrick ' s day": Holiday.SAINT_PATRICK,
    "st . patrick ’ s day": Holiday.SAINT_PATRICK, "st patrick ' s day": Holiday.SAINT_PATRICK,
    "st patrick ’ s day": Holiday.SAINT_PATRICK, "may day": Holiday.MAY_DAY,
    "international women ' s day": Holiday.WOMENS_DAY,
    "international women ’ s day": Holiday.WOMENS_DAY,
}  # fmt: skip
_DAY_WORDS: Final = MappingProxyType({"today": 0, "yesterday": -1, "tomorrow": 1})
_WHEN: Final = MappingProxyType(
    {
        "early": Mod.START, "earlier": Mod.START, "mid": Mod.MID, "late": Mod.END,
        "later": Mod.END,
    }
)  # fmt: skip
_FREQUENCIES: Final = MappingProxyType(
    {
        "hourly": Unit.HOUR, "daily": Unit.DAY, "nightly": Unit.DAY, "weekly": Unit.WEEK,
        "monthly": Unit.MONTH, "quarterly": Unit.QUARTER, "annually": Unit.YEAR,
        "yearly": Unit.YEAR,
    }
)  # fmt: skip
_LONG_WORDS: Final = MappingProxyType(
    {
        f"{word}long": unit
        for word, unit in _SINGULAR.items()
        if unit in {Unit.HOUR, Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR, Unit.DECADE}
    }
)
# "twenty-four", "two hundred", "two and a half", "2 1/2"
_AFTER_A_WORD: Final = (
    frozenset({"-", "and", NUMBER_KEY})
    | frozenset(words.UNITS)
    | frozenset(words.TENS)
    | frozenset(words.SCALES)
)
_AMOUNT_HEADS: Final = either(
    (
        of_rows(
            (
                *_VAGUE,
                *_HALVES,
                *_QUARTERS,
                *_PAIRS,
                ("a",),
                ("an",),
                *(("a", s) for s in words.SCALES),
            )
        ),
        known_heads((*words.UNITS, *words.TENS), Head(_AFTER_A_WORD, ends=True)),
        {NUMBER_KEY: Head(frozenset({",", ".", "and", "-", NUMBER_KEY}), ends=True)},
    )
)
_HEDGE_HEADS: Final = of_rows(row for row, _ in _HEDGES)


def timex_terminals() -> Terminals:
    """Return the terminals, those of dates and clocks included."""
    return MappingProxyType(
        {
            **CALENDAR_TERMINALS,
            "DATES": date_grammar().terminal(),
            "CLOCK": clock_grammar().terminal(),
            "DAYNAME": one_token(_full_weekday, frozenset(words.WEEKDAYS)),
            "DAYNAMES": one_token(_plural_weekday, frozenset(_WEEKDAYS_IN_PLURAL)),
            "HEDGE": Terminal(_hedge, frozenset(_HEDGE_HEADS), _HEDGE_HEADS),
            "AMOUNT": Terminal(remembered(_amount), frozenset(_AMOUNT_HEADS), _AMOUNT_HEADS),
            "UNIT": lookup({**_SINGULAR, **_PLURAL, **_NIGHTS}),
            "ONEUNIT": lookup({**_SINGULAR, "night": Unit.DAY}),
            "UNITS": lookup(_PLURAL),
            "STEP": _table(_STEP_WORDS),
            "DAYWORD": lookup(_DAY_WORDS),
            "HALF": _table({"and a half": _HALF}),
            "WHEN": lookup(_WHEN),
            "FREQUENCY": lookup(_FREQUENCIES),
            "LONGWORD": lookup(_LONG_WORDS),
            "REFERENCE": _table(_REFERENCES),
            "HOLIDAY": _table(_HOLIDAYS),
        }
    )
