"""Heads of patterns: which two tokens a match may begin with, so that most rules need no try."""

from collections.abc import Iterable, Mapping

from sayso.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Head:
    """What may come after the first token of a match.

    ``seconds`` are keys of second tokens that belong to the match, ``ends`` says that the match
    may end with its first token, ``open`` that nothing is known of the second.
    """

    seconds: frozenset[str] = frozenset()
    ends: bool = False
    open: bool = False

    def allows(self, second: str | None) -> bool:
        """Say whether a match may begin so; ``None`` is a token that no head names."""
        return self.ends or self.open or second in self.seconds

    def joined(self, other: "Head") -> "Head":
        """Return the head of a match that has this head or the other."""
        return Head(self.seconds | other.seconds, self.ends or other.ends, self.open or other.open)

    def before(self, rest: frozenset[str], *, may_end: bool) -> "Head":
        """Return the head of this match with another one behind it that starts with ``rest``."""
        if not self.ends:
            return self
        return Head(self.seconds | rest, may_end, self.open)


UNKNOWN = Head(ends=True, open=True)
ONE_TOKEN = Head(ends=True)

# By the key of the first token.
Heads = Mapping[str, Head]


def known_heads(starts: Iterable[str], head: Head) -> Heads:
    """Return the same head for every start."""
    return dict.fromkeys(starts, head)


def either(parts: Iterable[Heads]) -> Heads:
    """Return the heads of a match that is one of several."""
    heads: dict[str, Head] = {}
    for part in parts:
        for key, head in part.items():
            heads[key] = heads[key].joined(head) if key in heads else head
    return heads


def in_sequence(parts: Iterable[tuple[Heads, bool]]) -> Heads:
    """Return the heads of parts that follow each other; each with whether it may be absent."""
    heads: Heads = {}
    absent = True
    for part, optional in reversed(list(parts)):
        whole = part  # as it is where nothing comes behind
        if heads:
            rest = frozenset(heads)
            whole = {key: head.before(rest, may_end=absent) for key, head in part.items()}
        heads = either((whole, heads)) if optional and heads else whole
        absent = absent and optional
    return heads


def of_rows(rows: Iterable[tuple[str, ...]]) -> Heads:
    """Return the heads of fixed rows of words."""
    return either({row[0]: Head(frozenset(row[1:2]), ends=len(row) == 1)} for row in rows if row)
