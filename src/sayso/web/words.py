"""The words of the page: numbers with their nouns, and what verdicts and other terms mean."""

from collections.abc import Mapping
from types import MappingProxyType

from sayso.frozen import dataclass

_SHORT = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word that the page uses in a sense of its own; ``sign`` tells it apart without colour."""

    word: str
    meaning: str
    sign: str = ""


VERDICTS = (
    Term(
        word="conflict",
        sign="≠",
        meaning="The numbers exclude each other: same place, same people, same time, different origins.",
    ),
    Term(
        word="near",
        sign="≈",
        meaning="The numbers differ a little; only their margins meet, or nearly.",
    ),
    Term(
        word="changed",
        sign="→",
        meaning="The same quantity at another time: it went up, down, or was revised.",
    ),
    Term(word="part of", sign="⊂", meaning="One number counts a part of what the other counts."),
    Term(word="compatible", sign="~", meaning="One true number could lie behind both."),
    Term(word="agree", sign="=", meaning="Both say the same number of the same thing."),
    Term(
        word="copying variance",
        sign="⇄",
        meaning="Both go back to one origin: one of them was miswritten or edited.",
    ),
    Term(
        word="not comparable",
        sign="∥",
        meaning="They do not count the same thing; the reason says why.",
    ),
)
_SAID = (
    Term(word="assert", meaning="Says that something is so."),
    Term(word="deny", meaning="Says that something is not so."),
    Term(word="forecast", meaning="Says what will or may happen."),
    Term(word="pledge", meaning="Says what they themselves will do."),
    Term(word="threat", meaning="Says what harm they will or may do."),
    Term(word="demand", meaning="Says what others should do."),
    Term(word="question", meaning="Asks, or says that something is open."),
    Term(word="negated", meaning="What somebody is reported not to have said."),
)
_KNOWN: Mapping[str, Term] = MappingProxyType({one.word: one for one in (*VERDICTS, *_SAID)})


def meaning(word: object) -> str:
    """Say what a term means; empty for a word in its usual sense."""
    found = _KNOWN.get(plain(word))
    return found.meaning if found else ""


def sign(word: object) -> str:
    """Return the sign of a verdict."""
    found = _KNOWN.get(plain(word))
    return found.sign if found else ""


def grouped(number: int) -> str:
    """Write a whole number with its digits in groups: ``12,345``."""
    return f"{number:,}"


def plural(number: int, one: str, many: str | None = None) -> str:
    """Write a number with its noun: ``1 claim``, ``2 claims``."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


def plain(name: object) -> str:
    """Write a value of a closed set as words: ``near_duplicate_of`` is ``near duplicate of``."""
    return str(name).replace("_", " ")


def shortened(words: str, most: int = _SHORT) -> str:
    """Cut words at a blank, and say so."""
    if len(words) <= most:
        return words
    return (words[:most].rpartition(" ")[0] or words[:most]) + " …"
