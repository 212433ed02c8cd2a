"""Units of measure and currencies, read beside a number; canonical names come from ``units.toml``."""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from sayso.frozen import dataclass
from sayso.language.analysis import QuantityKind
from sayso.language.quantities.words import HYPHENS, Words, listed, split_words

_PER = frozenset(("per", "/"))
_EACH = frozenset(("a", "an", "each", "every"))
# What may follow "a" or "an" if a rate is meant: "$58 a barrel", "200 arrivals a day".
_DISTRIBUTIVE = listed(
    "second minute hour day night week month quarter year decade season shift barrel bushel gallon "
    "litre liter pint ounce gram kilo kilogram pound ton tonne metre meter kilometre mile share "
    "head person pupil piece pack bottle ticket trip unit game match"
)
_AFTER_TIME = listed("earlier ago later before after old on")
_UNBROKEN = listed("straight consecutive successive full whole long")  # "12 straight days"
_SYMBOL = 2  # letters of a symbol, as in "km" and "kW"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit by its canonical name or ISO 4217 code."""

    name: str
    kind: QuantityKind


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitWords:
    """A unit and the words ``[start, end)`` that name it."""

    unit: Unit
    start: int
    end: int


# Apart from its number it is that of pounds: "# 12"; "#12" is the twelfth.
NUMBER_SIGN = "#"
_Table = Mapping[str, Sequence[tuple[tuple[str, ...], Unit]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tables:
    before: _Table
    after: _Table


def currency_before(words: Words, at: int) -> UnitWords | None:
    """Return the currency sign or code that ends right before the word ``at``."""
    for surface, unit in _tables().before.get(words.form(at - 1), ()):
        start = at - len(surface)
        if surface == (NUMBER_SIGN,) and words.glued(at):
            continue
        if start >= 0 and words.forms[start:at] == surface and _stands_free(words, start):
            return UnitWords(unit=unit, start=start, end=at)
    return None


def unit_after(words: Words, at: int) -> UnitWords | None:
    """Return the unit that begins at ``at``, or after the hyphen there ("30-minute")."""
    if words.low(at) in HYPHENS and words.glued(at):
        at += 1
    if words.low(at) in _UNBROKEN:
        stretch = unit_after(words, at + 1)
        return stretch if stretch and stretch.unit.kind is QuantityKind.DURATION else None
    for surface, unit in _surfaces(words.form(at)):
        end = at + len(surface)
        if surface[1:] and words.lows[at + 1 : end] != surface[1:]:
            continue
        if words.glued(end) and words.form(end)[:1].isalnum():
            continue  # "5G20", "3m2"
        return UnitWords(unit=unit, start=at, end=end)
    return None


def _surfaces(form: str) -> Sequence[tuple[tuple[str, ...], Unit]]:
    """Return the units that begin with a word; a symbol of one or two letters keeps its case."""
    after = _tables().after
    exact = after.get(form)
    if exact is not None or (len(form) <= _SYMBOL and form.isalpha()):
        return exact or ()
    return after.get(form.lower(), ())


def rate_after(words: Words, at: int) -> tuple[str, int] | None:
    """Read "per share", "a day", "/kg" or "-a-day" at ``at``: the unit it is counted against, and the end."""
    if words.low(at) in HYPHENS and words.low(at + 1) in (*_PER, *_EACH):
        at += 1
    low = words.low(at)
    if low not in _PER and low not in _EACH:
        return None
    first = at + 1
    if words.low(first) in HYPHENS:
        first += 1
    name = words.low(first)
    if low in _EACH:
        told = words.low(first + 1) in _AFTER_TIME  # "from 40 a year earlier"
        return (name, first + 1) if name in _DISTRIBUTIVE and not told else None
    measured = unit_after(words, first)
    if measured and measured.unit.kind is not QuantityKind.PERCENT:
        return measured.unit.name, measured.end
    return (name, first + 1) if name.isalpha() else None


def _stands_free(words: Words, start: int) -> bool:
    return not (
        words.glued(start)
        and words.form(start)[:1].isalpha()
        and words.form(start - 1)[-1:].isalpha()
    )


@cache
def _toml() -> Mapping[str, Any]:
    text = files(__package__).joinpath("units.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def _tables() -> _Tables:
    before: list[tuple[tuple[str, ...], Unit]] = []
    after: list[tuple[tuple[str, ...], Unit]] = []
    for group, table in _toml().items():
        if group == "currency":
            for code, signs in table.items():
                unit = Unit(name=code, kind=QuantityKind.MONEY)
                before.extend((_forms(s), unit) for s in (*signs.get("before", ()), code))
                after.extend((_lows(s), unit) for s in (*signs.get("after", ()), code))
        else:
            for name, surfaces in table.items():
                unit = Unit(name=name, kind=QuantityKind(group))
                after.extend((variant, unit) for s in surfaces for variant in _variants(s))
    return _Tables(before=_indexed(before, -1), after=_indexed(after, 0))


def _indexed(entries: Iterable[tuple[tuple[str, ...], Unit]], key: int) -> _Table:
    table: dict[str, list[tuple[tuple[str, ...], Unit]]] = defaultdict(list)
    for surface, unit in entries:
        table[surface[key]].append((surface, unit))
    return {word: sorted(found, key=lambda e: -len(e[0])) for word, found in table.items()}


def _variants(surface: str) -> Iterable[tuple[str, ...]]:
    """Yield the words of a surface form; short symbols keep their case."""
    short = len(surface) <= _SYMBOL and surface.isalpha()
    yield _forms(surface) if short else _lows(surface)
    if " " in surface:
        yield _lows(surface.replace(" ", "-"))


def _lows(surface: str) -> tuple[str, ...]:
    return split_words(surface).lows


def _forms(surface: str) -> tuple[str, ...]:
    return split_words(surface).forms
