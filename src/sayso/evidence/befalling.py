"""What befell the counted, read from the words beside a number: a class with the words that say it.

The core names a class for every number, sure or not. A class that rests on words of the clause can be
shown and defended; these rules find them, and give way to the core where they find none.
"""

import tomllib
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from importlib.resources import files
from types import MappingProxyType

from sayso.language.analysis import Quantity, Tokens
from sayso.text import Span

# Words between the counted and what befell it: "people in the two camps have since been".
_REACH = 9
_NEAR = 3
# Words between a verb and the number it governs: "killed at least another".
_HEDGES = frozenset(
    [
        "a",
        "an",
        "the",
        "at",
        "least",
        "most",
        "more",
        "than",
        "over",
        "about",
        "around",
        "some",
        "nearly",
        "almost",
        "up",
        "to",
        "as",
        "many",
        "of",
        "another",
        "other",
        "further",
        "only",
        "just",
        "roughly",
        "approximately",
        "estimated",
        "total",
        "its",
        "their",
        "his",
        "her",
        "these",
        "those",
        "fewer",
        "less",
        "under",
        "between",
        "close",
        "and",
        "nearly",
        "exactly",
        "all",
        "what",
        "were",
        "was",
    ]
)
# Words between a toll and its number: "the death toll in the town has now risen to more than".
_MEASURE = frozenset(
    [
        "to",
        "at",
        "is",
        "was",
        "stood",
        "stands",
        "reached",
        "rose",
        "risen",
        "climbed",
        "rises",
        "put",
        "puts",
        "remains",
        "fell",
        "grew",
        "hit",
        "hits",
        "reaches",
        "passed",
        "totalled",
        "now",
        "had",
        "has",
    ]
)
_STOPS = frozenset((";", ":", "—", "–", "…", ".", "!", "?"))
_NEW_CLAUSE = frozenset(
    ("while", "but", "whereas", "although", "though", "because", "after", "before", "when")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Befallen:
    """A class with the characters that say it, and the rule that found them."""

    predicate: str
    span: Span
    rule: str
    near: bool = True  # nothing but auxiliaries and adverbs can stand between


@dataclass(frozen=True, kw_only=True)
class Words:
    """The words of the table, each to its class; two words are written with a blank."""

    after: Mapping[str, str]
    before: Mapping[str, str]
    nouns: Mapping[str, str]
    tolls: Mapping[str, str]
    status: Mapping[str, str]

    def of(self, predicate: str) -> Mapping[str, str]:
        """Return the words of one class, wherever they stand."""
        return self.by_class.get(predicate, {})

    @cached_property
    def by_class(self) -> Mapping[str, Mapping[str, str]]:
        """The words of each class, wherever they stand."""
        found: dict[str, dict[str, str]] = {}
        for column in (self.after, self.before, self.nouns, self.tolls, self.status):
            for word, name in column.items():
                found.setdefault(name, {})[word] = name
        return found


@cache
def shipped_words() -> Words:
    """Return the table that comes with the package."""
    text = files(__package__).joinpath("befalling.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    return Words(
        **{
            column: MappingProxyType(
                {word: name for name, entry in table.items() for word in entry.get(column, ())}
            )
            for column in ("after", "before", "nouns", "tolls", "status")
        }
    )


class Clauses:
    """The words of a text, to be asked what stands beside a number."""

    def __init__(self, text: str, tokens: Tokens, sentences: Sequence[Span]) -> None:
        self._starts, self._ends = tokens.starts, tokens.ends
        self._lows = tuple(
            text[s:e].lower() for s, e in zip(tokens.starts, tokens.ends, strict=True)
        )
        self._sentence_starts = [sentence.start for sentence in sentences]
        self._sentences = sentences
        self._words = shipped_words()

    def befallen(self, quantity: Quantity, numbers: Iterable[Span] = ()) -> Befallen | None:
        """Return what befell the counted of a number; ``numbers`` are those of the whole text."""
        low, high = self._bounds(quantity)
        first = self._at(quantity.span.start)
        end = max(quantity.span.end, quantity.counted.end if quantity.counted else 0)
        last = self._at(end)
        return (
            self._noun(quantity)
            or self._governed(first, low)
            or self._following(last, high, [self._at(n.start) for n in numbers])
            or self._toll(first, low)
            or self._status(quantity)
        )

    def grounded(self, quantity: Quantity, predicate: str) -> Span | None:
        """Return the nearest words of the sentence that say a class, if any do."""
        low, high = self._bounds(quantity)
        first = self._at(quantity.span.start)
        found = [
            (abs(at - first), one.span)
            for at in range(low, high)
            if (one := self._match_beginning(at, high, self._words.of(predicate), "near"))
        ]
        return min(found)[1] if found else None

    def _bounds(self, quantity: Quantity) -> tuple[int, int]:
        at = max(bisect_left(self._sentence_starts, quantity.span.start + 1) - 1, 0)
        if not self._sentences:
            return 0, len(self._lows)
        sentence = self._sentences[at]
        return self._at(sentence.start), self._at(sentence.end)

    def _at(self, offset: int) -> int:
        return bisect_left(self._starts, offset)

    def _noun(self, quantity: Quantity) -> Befallen | None:
        return self._of_counted(quantity, self._words.nouns, "counted_noun")

    def _status(self, quantity: Quantity) -> Befallen | None:
        return self._of_counted(quantity, self._words.status, "counted_status")

    def _of_counted(
        self, quantity: Quantity, table: Mapping[str, str], rule: str
    ) -> Befallen | None:
        if quantity.counted_head is None:
            return None
        at = self._at(quantity.counted_head.start)
        if at < len(self._lows) and self._lows[at] in table:
            return Befallen(predicate=table[self._lows[at]], span=self._span(at, at + 1), rule=rule)
        return None

    def _governed(self, first: int, low: int) -> Befallen | None:
        """Find the verb right before a number: "killed at least 12 people"."""
        at = first - 1
        while at >= low and self._lows[at] in _HEDGES and self._lows[at] not in self._words.before:
            at -= 1
        return self._match_ending(at, low, self._words.before, "governing_verb")

    def _following(self, last: int, high: int, numbers: Sequence[int]) -> Befallen | None:
        """Find what is said behind the counted: "12 people in the camp were killed"."""
        for at in range(last, min(last + _REACH, high)):
            low = self._lows[at]
            found = self._match_beginning(at, high, self._words.after, "following_verb")
            if found is not None:
                return replace(found, near=at - last < _NEAR)
            other_number = at > last and at in numbers
            if low in _STOPS or other_number or (low in _NEW_CLAUSE and at > last):
                return None
        return None

    def _toll(self, first: int, low: int) -> Befallen | None:
        """Find the noun whose measure the number is: "the number of dead rose to 12"."""
        at = first - 1
        while at >= low and self._lows[at] in _HEDGES - _MEASURE:
            at -= 1
        if at < low or self._lows[at] not in _MEASURE:
            return None
        for near in range(at, max(low, first - 1 - _REACH) - 1, -1):
            if self._lows[near] in _STOPS:
                return None
            if self._lows[near] in self._words.tolls:
                name = self._words.tolls[self._lows[near]]
                return Befallen(predicate=name, span=self._span(near, near + 1), rule="toll")
        return None

    def _match_ending(
        self, at: int, low: int, table: Mapping[str, str], rule: str
    ) -> Befallen | None:
        for size in (3, 2, 1):
            start = at - size + 1
            if start >= low and (name := table.get(" ".join(self._lows[start : at + 1]))):
                return Befallen(predicate=name, span=self._span(start, at + 1), rule=rule)
        return None

    def _match_beginning(
        self, at: int, high: int, table: Mapping[str, str], rule: str
    ) -> Befallen | None:
        for size in (3, 2, 1):
            end = at + size
            if end <= high and (name := table.get(" ".join(self._lows[at:end]))):
                return Befallen(predicate=name, span=self._span(at, end), rule=rule)
        return None

    def _span(self, start: int, end: int) -> Span:
        return Span(self._starts[start], self._ends[end - 1])
