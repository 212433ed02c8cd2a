"""Measures: what an amount, a share or a size is of, by the noun or verb beside it (``measures.toml``).

A count says what befell the counted; "40 million" says nothing by itself: a debt, the damage, a fine.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from sayso.frozen import dataclass
from sayso.language.analysis import Quantity
from sayso.language.quantities.words import listed
from sayso.text import Span

_WORD = re.compile(r"[^\W\d][\w-]*|['’]s\b|\d[\d.,]*|\S")
_STOPS = frozenset('.;:!?()[]“”"—–')
# Characters on each side that are looked at.
_BEFORE, _BEHIND = 140, 60
# Words between a noun and its number: "the debt of the city stood at the end of March at".
_REACH = 9
# Words between "cost" and its number: "has cost the town so far".
_OBJECT = 4
_HEDGES = listed(
    "a an the at least most more than over about around some nearly almost up to as many much just only roughly "
    "approximately estimated total close well under below fewer less between exactly now further another additional "
    "record whopping mere whole even another"
)
# What joins a noun to its number right before the number and its hedges.
_LINKS = listed(
    "of at to is was were are be been stands stood stand reached reaches hit hits totalled totaled totals exceeded exceeds topped tops "
    "passed passes came comes amounted amounts put estimated fell rose climbed dropped remained remains worth , had has averaged "
    "averages for"
)
# The number says by how much, or from what: no level.
_BY = listed("by from per")
_DETERMINERS = listed(
    "a an the its their his her our my your this that these those all any some no each every"
)
# Words before a noun that do not tell which: "total damage", "the estimated cost".
_PLAIN = listed(
    "total overall estimated combined final initial reported official expected record current present new latest full "
    "entire whole annual yearly public further additional preliminary provisional direct net gross likely average such"
)
_FUNCTION = listed(
    "of in on at to for with by from and or but that which who as than is was were are be been has have had will would "
    "could may might should said says not it they he she we there where when while after before since until into over "
    "more less about put puts stands stood"
)
_OF = listed("of for from to")
_INTO = listed("in of worth")
UNTOLD = "?"  # which one it is, is not told by a noun


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One entry of the table."""

    name: str
    kinds: frozenset[str]
    level: bool
    once: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureTable:
    """The entries by noun and by verb."""

    nouns: Mapping[str, Measure]
    verbs: Mapping[str, Measure]
    names: Mapping[str, Measure]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What a number measures, the words that restrict it, and the characters that say so."""

    measure: Measure
    restrictors: frozenset[str]
    span: Span


@cache
def shipped_measures() -> MeasureTable:
    """Return the table that comes with the package; ``ValueError`` where a word stands for two measures of a kind."""
    text = files(__package__).joinpath("measures.toml").read_text(encoding="utf-8")
    nouns: dict[str, Measure] = {}
    verbs: dict[str, Measure] = {}
    names: dict[str, Measure] = {}
    for name, entry in tomllib.loads(text).items():
        measure = Measure(
            name=name,
            kinds=frozenset(entry["kinds"]),
            level=entry.get("level", False),
            once=entry.get("once", False),
        )
        names[name] = measure
        for table, words in ((nouns, entry["nouns"]), (verbs, entry.get("verbs", ()))):
            for word in words:
                if table.setdefault(word, measure) is not measure:
                    raise ValueError(f"{word!r} is of {table[word].name!r} and of {name!r}")
    return MeasureTable(
        nouns=MappingProxyType(nouns), verbs=MappingProxyType(verbs), names=MappingProxyType(names)
    )


def measured_by(quantity: Quantity, text: str, *, table: MeasureTable) -> Measured | None:
    """Return what a quantity measures, if the words beside it say so."""
    return _Sides(quantity, text, table).measured()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Word:
    low: str
    span: Span


class _Sides:
    """The words of one clause before and behind a number."""

    def __init__(self, quantity: Quantity, text: str, table: MeasureTable) -> None:
        self._kind = quantity.kind.value
        self._table = table
        start, end = quantity.span.start, quantity.span.end
        low = max(start - _BEFORE, 0)
        self._before = _clause_before(_words(text, low, start))
        self._behind = _words(text, end, min(end + _BEHIND, len(text)))

    def measured(self) -> Measured | None:
        return self._of_verb() or self._of_noun_before() or self._of_noun_behind()

    def _last(self) -> int:
        """Return the place of the last word before the number and its hedges."""
        at = len(self._before) - 1
        while at >= 0 and self._before[at].low in _HEDGES - _LINKS:
            at -= 1
        return at

    def _of_verb(self) -> Measured | None:
        """Read "cost the town 40 million", "owes 40 million"."""
        last = self._last()
        for at in range(last, max(last - _OBJECT, 0) - 1, -1):
            word = self._before[at]
            found = self._table.verbs.get(word.low)
            if found is not None and self._kind in found.kinds and not self._is_noun(at):
                return Measured(measure=found, restrictors=self._subject(at), span=word.span)
            if word.low in _STOPS | _BY or word.low in self._table.nouns:
                return None
        return None

    def _is_noun(self, at: int) -> bool:
        """Tell "a cost of 40 million" from "cost the town 40 million"."""
        before = self._before[at - 1].low if at else ""
        after = self._before[at + 1].low if at + 1 < len(self._before) else ""
        return after in _LINKS or before in _DETERMINERS

    def _subject(self, verb: int) -> frozenset[str]:
        """Return the noun right before a verb and its helpers; what it is not told by is open."""
        at = verb - 1
        while at >= 0 and self._before[at].low in _HELPERS:
            at -= 1
        if (
            at < 0
            or not self._before[at].low[0].isalpha()
            or self._before[at].low in _FUNCTION | _PRONOUNS
        ):
            return frozenset((UNTOLD,))
        return frozenset((_singular(self._before[at].low),))

    def _of_noun_before(self) -> Measured | None:
        last = self._last()
        if last < 0:
            return None
        if self._before[last].low in _BY:
            return None
        if self._before[last].low not in _LINKS | self._table.nouns.keys():
            return None
        for at in range(last, max(last - _REACH, -1), -1):
            word = self._before[at]
            if word.low in _STOPS or word.low[0].isdigit():
                return None
            found = self._noun(word.low)
            if found is not None:
                rest = self._preceding(self._before, at) | self._following(at + 1)
                return Measured(measure=found, restrictors=rest, span=word.span)
        return None

    def _of_noun_behind(self) -> Measured | None:
        """Read "40 million in aid", "a 40-million ransom", "7 per cent unemployment"."""
        joined = bool(self._behind) and self._behind[0].low in _INTO
        for at, word in enumerate(self._behind[:5]):
            if word.low in _STOPS or word.low == ",":
                return None
            if at and word.low in _FUNCTION and not (at == 1 and joined):
                return None
            if at == 0 and word.low in _FUNCTION and not joined:
                return None
            found = self._noun(word.low)
            if found is not None:
                return Measured(
                    measure=found, restrictors=self._preceding(self._behind, at), span=word.span
                )
        return None

    def _noun(self, low: str) -> Measure | None:
        found = self._table.nouns.get(low)
        return found if found is not None and self._kind in found.kinds else None

    @staticmethod
    def _preceding(words: Sequence[_Word], at: int) -> frozenset[str]:
        """Return the words that stand before a noun and say which: "foreign debt", "repair costs"."""
        found = set()
        for word in reversed(words[max(at - 3, 0) : at]):
            low = word.low
            if (
                low in _DETERMINERS
                or low in _FUNCTION
                or low in ("'s", "’s")
                or not low[0].isalpha()
            ):
                break
            if low not in _PLAIN:
                found.add(_singular(low))
        return frozenset(found)

    def _following(self, at: int) -> frozenset[str]:
        """Return what "of" or "for" joins to a noun: "the cost of the repair"."""
        words = self._before[at : at + 4]
        if not words or words[0].low not in _OF:
            return frozenset()
        nouns = []
        for word in words[1:]:
            if word.low in _DETERMINERS:
                continue
            if word.low in _FUNCTION | _LINKS or not word.low[0].isalpha():
                break
            nouns.append(_singular(word.low))
        return frozenset(nouns[-1:])


_HELPERS = listed(
    "has have had will would could may might is was were are be been so far already also alone now still not to reportedly itself"
)
_PRONOUNS = listed("it they this that he she we i you which who what these those all")


def _words(text: str, start: int, end: int) -> list[_Word]:
    return [
        _Word(low=found[0].lower(), span=Span(*found.span()))
        for found in _WORD.finditer(text, start, end)
    ]


def _clause_before(words: Sequence[_Word]) -> list[_Word]:
    """Return the words behind the last mark that ends a clause."""
    for at in range(len(words) - 1, -1, -1):
        if words[at].low in _STOPS - {":", "“", '"'}:
            return list(words[at + 1 :])
    return list(words)


def _singular(low: str) -> str:
    return low[:-1] if low.endswith("s") and not low.endswith(("ss", "us", "is")) else low
