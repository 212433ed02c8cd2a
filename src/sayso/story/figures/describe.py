"""Descriptions: the counted noun phrase of a figure as a head with restrictors."""

from itertools import pairwise

from sayso.language.function_words import OWNERS
from sayso.story.figures.kinds import KindTable
from sayso.story.figures.record import CountedSet
from sayso.story.figures.sets import OWN

_MARKS = ".,;:!?\"'“”‘’()[]"
_EDGES = ("'s", "’s")


# What stands before the counted and says whose they are: "four of its soldiers".
_PREPOSITIONS = frozenset(
    ("of", "from", "in", "at", "with", "without", "for", "inside", "near", "across", "around",
     "within", "on", "by", "under", "over", "between", "among", "against", "to")
)  # fmt: skip


def describe(phrase: str, head: str, *, table: KindTable) -> CountedSet:
    """Read a counted noun phrase: "foreign prison guards from Marrow", head "guards".

    Words before the head restrict it, one atom each, but for those that say nothing of the set.
    A phrase behind the head is one atom, unless it says where: places are compared as places.
    """
    words, head = _words(phrase), _words(head)[-1] if _words(head) else ""
    lows = [word.lower() for word in words]
    at = len(lows) - 1 - lows[::-1].index(head.lower()) if head.lower() in lows else None
    if at is None:
        words, at = [*words, head], len(words)
    first, atom = _head(words, at, table)
    before = {_restrictor(word, table) for word in words[:first] if _restricts(word, table)}
    owned = {OWN} if OWNERS & set(lows[:first]) else set()
    restrictors = frozenset(before | owned | _behind(words[at + 1 :], table)) - {atom}
    if atom in table.rest:
        return CountedSet(restrictors=restrictors)
    return CountedSet(head=atom, restrictors=restrictors, type=table.top(atom))


def _head(words: list[str], at: int, table: KindTable) -> tuple[int, str]:
    """Return where the head begins and its kind: "prison guards" may be a kind of its own."""
    if at > 0:
        both = f"{words[at - 1].lower()} {table.lemma(words[at])}"
        if both in table.words:
            return at - 1, table.words[both]
    return at, table.atom(words[at])


def _restricts(word: str, table: KindTable) -> bool:
    low = word.lower()
    return low not in table.neutral and any(character.isalpha() for character in low)


def _restrictor(word: str, table: KindTable) -> str:
    # "ISIS" is no plural.
    return word.lower() if word.isupper() else table.atom(word)


def _behind(words: list[str], table: KindTable) -> set[str]:
    """Return one atom for each prepositional phrase that does not say where."""
    starts = [i for i, word in enumerate(words) if word.lower() in _PREPOSITIONS]
    return {
        " ".join(word.lower() for word in words[start:end])
        for start, end in pairwise([*starts, len(words)])
        if words[start].lower() not in table.placing
    }


def _words(phrase: str) -> list[str]:
    stripped = (word.strip(_MARKS) for word in phrase.split())
    return [word.removesuffix(_EDGES[0]).removesuffix(_EDGES[1]) for word in stripped if word]
