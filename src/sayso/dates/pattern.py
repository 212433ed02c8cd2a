"""A small notation for rules over tokens, and the matcher that reads it.

A pattern is a sequence of elements parted by blanks:

``word`` or ``a|b``  a token with that lower-case form, or one of several; marks are words too
``NAME``             a terminal, bound to the slot ``name``; ``NAME:slot`` binds another slot
``[ … ]``            may be absent
``~element``         must stand without a blank after the token before it
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field
from functools import reduce
from typing import Generic, TypeVar

from sayso.dates.heads import ONE_TOKEN, UNKNOWN, Heads, either, in_sequence, known_heads
from sayso.dates.tokens import Gap, Token, TokenLine, span_of
from sayso.frozen import dataclass
from sayso.text import Span

# A terminal reads a value at a token and says which token comes next; it may know several ways.
Reader = Callable[[TokenLine, int], Iterator[tuple[int, object]]]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Terminal:
    """A named reader; ``starts`` are the keys of the tokens that it can begin with.

    ``known`` are the heads of those starts after which only some tokens can come.
    """

    read: Reader
    starts: frozenset[str]
    known: Heads = field(default_factory=dict)

    @property
    def heads(self) -> Heads:
        return {**known_heads(self.starts, UNKNOWN), **self.known}


def remembered(read: Reader) -> Reader:
    """Return a reader that keeps its last answer: many rules ask it at the same token."""
    kept: list[tuple[TokenLine, int, tuple[tuple[int, object], ...]]] = []

    def again(tokens: TokenLine, at: int) -> Iterator[tuple[int, object]]:
        last = kept[-1] if kept else None
        if last is None or last[0] is not tokens or last[1] != at:
            last = (tokens, at, tuple(read(tokens, at)))
            kept[:] = [last]
        return iter(last[2])

    return again


Terminals = Mapping[str, Terminal]


@dataclass(frozen=True, slots=True)
class Binding:
    """What one slot of a pattern was bound to, and where."""

    slot: str
    value: object
    first: int
    end: int


Bindings = tuple[Binding, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """One match of a pattern: tokens ``first`` up to ``end``, and its slots."""

    tokens: TokenLine
    first: int
    end: int
    bindings: Bindings

    @property
    def span(self) -> Span:
        return span_of(self.tokens, self.first, self.end)

    def get(self, slot: str, kind: type[T]) -> T | None:
        """Return the value of a slot, ``None`` if an optional part left it unbound."""
        for binding in self.bindings:
            if binding.slot == slot:
                if not isinstance(binding.value, kind):
                    raise ValueError(f"slot {slot} holds {binding.value!r}, not a {kind.__name__}")
                return binding.value
        return None

    def need(self, slot: str, kind: type[T]) -> T:
        value = self.get(slot, kind)
        if value is None:
            raise ValueError(f"the pattern does not bind slot {slot}")
        return value

    def part(self, slot: str) -> "Match":
        """Return the match cut down to the tokens of one slot."""
        binding = next(b for b in self.bindings if b.slot == slot)
        return Match(self.tokens, binding.first, binding.end, self.bindings)

    def before(self, distance: int = 1) -> Token | None:
        """Return the token so many places before the match, in the same paragraph."""
        index = self.first - distance
        if index < 0 or self._parted(index, self.first):
            return None
        return self.tokens[index]

    def after(self, distance: int = 1) -> Token | None:
        """Return the token so many places after the match, in the same paragraph."""
        index = self.end + distance - 1
        if index >= len(self.tokens) or self._parted(self.end - 1, index):
            return None
        return self.tokens[index]

    def _parted(self, left: int, right: int) -> bool:
        return _crosses_paragraph(self.tokens, left, right + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Generic[T]):
    """One rule: a pattern, what it builds, a text it fires on and one on which it must not."""

    name: str
    pattern: str
    build: Callable[[Match], T | None]
    fires: str
    silent: str


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """What a rule built, the name of the rule, and the tokens it used."""

    rule: str
    first: int
    end: int
    value: T


class Grammar(Generic[T]):
    """Rules compiled and indexed by the two tokens they may begin with; the longest match wins."""

    def __init__(self, rules: tuple[Rule[T], ...], terminals: Terminals) -> None:
        parts = [(rule, _compiled(rule.pattern, terminals)) for rule in rules]
        self._heads = either(part.heads for _, part in parts)
        self._by_start = {key: _Branch(key, parts) for key in self._heads}

    @property
    def starts(self) -> frozenset[str]:
        return frozenset(self._by_start)

    def read(self, tokens: TokenLine, first: int) -> Found[T] | None:
        """Return the longest match at one token, of equals the one whose rule comes first."""
        branch = self._by_start.get(tokens[first].key)
        if branch is None:
            return None
        second = tokens[first + 1].key if first + 1 < len(tokens) else None
        best: Found[T] | None = None
        for rule, part in branch.rules(second):
            found = _first_built(rule, part, tokens, first)
            if found and (best is None or found.end > best.end):
                best = found
        return best

    def terminal(self) -> Terminal:
        """Return a terminal of other grammars that reads what this grammar reads."""

        def read(tokens: TokenLine, at: int) -> Iterator[tuple[int, object]]:
            found = self.read(tokens, at)
            if found:
                yield found.end, found.value

        return Terminal(read, self.starts, self._heads)

    def find(self, tokens: TokenLine) -> Iterator[Found[T]]:
        """Yield matches from left to right that do not overlap."""
        reached = 0
        for position, token in enumerate(tokens):
            if position < reached or token.key not in self._by_start:
                continue
            found = self.read(tokens, position)
            if found:
                yield found
                reached = found.end


class _Branch(Generic[T]):
    """The rules that may begin with one token, by the token after it: sorted out when first asked."""

    __slots__ = ("_by_second", "_seconds", "_starting")

    def __init__(self, first: str, parts: "Sequence[tuple[Rule[T], _Part]]") -> None:
        self._starting = tuple(
            (rule, part, part.heads[first]) for rule, part in parts if first in part.heads
        )
        self._seconds = frozenset[str]().union(*(head.seconds for _, _, head in self._starting))
        self._by_second: dict[str | None, _Parts[T]] = {}

    def rules(self, second: str | None) -> "_Parts[T]":
        known = second if second in self._seconds else None
        found = self._by_second.get(known)
        if found is None:
            found = tuple((rule, part) for rule, part, head in self._starting if head.allows(known))
            self._by_second[known] = found
        return found


def _first_built(rule: Rule[T], part: "_Part", tokens: TokenLine, first: int) -> Found[T] | None:
    best: Found[T] | None = None
    for end, bindings in part.match(tokens, first, ()):
        if (best and end <= best.end) or _crosses_paragraph(tokens, first, end):
            continue
        value = rule.build(Match(tokens, first, end, bindings))
        if value is not None:
            best = Found(rule.name, first, end, value)
    return best


def _crosses_paragraph(tokens: TokenLine, first: int, end: int) -> bool:
    return any(tokens[i].gap is Gap.PARAGRAPH for i in range(first + 1, end))


_Matcher = Callable[[TokenLine, int, Bindings], Iterator[tuple[int, Bindings]]]


@dataclass(frozen=True, slots=True)
class _Part:
    match: _Matcher
    heads: Heads
    optional: bool = False


_Parts = tuple[tuple[Rule[T], _Part], ...]


def _compiled(pattern: str, terminals: Terminals) -> _Part:
    parts, rest = _parts(pattern.split(), terminals)
    if rest:
        raise ValueError(f"a bracket is closed that was not opened: {pattern}")
    return _sequence(parts)


def _parts(words: list[str], terminals: Terminals) -> tuple[list[_Part], list[str]]:
    parts: list[_Part] = []
    while words:
        word, *words = words
        if word == "]":
            return parts, ["]", *words]
        if word == "[":
            inner, words = _parts(words, terminals)
            if words[:1] != ["]"]:
                raise ValueError("a bracket of a pattern is not closed")
            words = words[1:]
            parts.append(_optional(_sequence(inner)))
        else:
            parts.append(_element(word, terminals))
    return parts, []


def _element(word: str, terminals: Terminals) -> _Part:
    if word.startswith("~") and len(word) > 1:
        return _glued(_element(word[1:], terminals))
    name, _, slot = word.partition(":")
    if name.isupper():
        return _terminal(terminals[name], slot or name.lower())
    return _literal(frozenset(word.split("|")))


def _literal(keys: frozenset[str]) -> _Part:
    def match(tokens: TokenLine, at: int, bound: Bindings) -> Iterator[tuple[int, Bindings]]:
        if at < len(tokens) and tokens[at].key in keys:
            yield at + 1, bound

    return _Part(match, known_heads(keys, ONE_TOKEN))


def _terminal(terminal: Terminal, slot: str) -> _Part:
    def match(tokens: TokenLine, at: int, bound: Bindings) -> Iterator[tuple[int, Bindings]]:
        if at < len(tokens) and tokens[at].key in terminal.starts:
            for end, value in terminal.read(tokens, at):
                yield end, (*bound, Binding(slot, value, at, end))

    return _Part(match, terminal.heads)


def _glued(part: _Part) -> _Part:
    def match(tokens: TokenLine, at: int, bound: Bindings) -> Iterator[tuple[int, Bindings]]:
        if at < len(tokens) and tokens[at].gap is Gap.GLUED:
            yield from part.match(tokens, at, bound)

    return _Part(match, part.heads)


def _optional(part: _Part) -> _Part:
    def match(tokens: TokenLine, at: int, bound: Bindings) -> Iterator[tuple[int, Bindings]]:
        yield from part.match(tokens, at, bound)
        yield at, bound

    return _Part(match, part.heads, optional=True)


def _sequence(parts: list[_Part]) -> _Part:
    if not parts:
        raise ValueError("a pattern, and each of its brackets, needs an element")
    heads = in_sequence((part.heads, part.optional) for part in parts)
    match = reduce(_followed, (part.match for part in parts))
    return _Part(match, heads, optional=all(part.optional for part in parts))


def _followed(first: _Matcher, second: _Matcher) -> _Matcher:
    def match(tokens: TokenLine, at: int, bound: Bindings) -> Iterator[tuple[int, Bindings]]:
        for end, more in first(tokens, at, bound):
            yield from second(tokens, end, more)

    return match
