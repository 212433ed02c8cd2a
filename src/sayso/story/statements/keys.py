"""Keys of statements: numbers by which a statement finds the few that may say the same.

Each statement leaves its telling words, the pairs of neighbours among them, and each of them with
the speaker. A key remembers the first statements only, so that looking one up costs the same in a
case of any size; of a text that everybody copies these are the ones that it came from.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from heapq import nsmallest
from operator import attrgetter

from sayso.frozen import dataclass
from sayso.story.statements.statement import Statement
from sayso.story.statements.words import WordKind

# Statements that a key remembers, wherever keys are kept.
PER_KEY = 32
# Statements that one is compared with, word by word.
COMPARED = 16
# A speech leaves no more keys than this: the least numbers, so that a part of it shares them.
_MOST = 96
# A word is paired with so many that follow it: a rendering leaves words out.
_REACH = 2
_PAIR_WEIGHT = 2.0
_KEY_BYTES = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementKey:
    """One key, a signed 64-bit number; a pair of words says more than one."""

    number: int
    weight: float


def keys_of(statement: Statement) -> tuple[StatementKey, ...]:
    """Return the keys of a statement, each once."""
    told = [word for word in statement.words if word.tells]
    forms = [word.form for word in told]
    singles = [word.form for word in told if word.kind is not WordKind.NUMBER or len(word.form) > 1]
    pairs = dict.fromkeys(_pairs(forms))
    plain = dict.fromkeys([*((form,) for form in singles), *_by_speaker(statement, forms)])
    found = [StatementKey(number=_number(words), weight=1.0) for words in plain]
    found += [StatementKey(number=_number(words), weight=_PAIR_WEIGHT) for words in pairs]
    return tuple(nsmallest(_MOST, found, key=attrgetter("number")))


def nearest(
    keys: Iterable[StatementKey], holders: Mapping[int, Sequence[int]], limit: int = COMPARED
) -> list[int]:
    """Return the statements that share the most and the rarest keys, the nearest first.

    ``holders`` gives the statements that a key remembers, by number.
    """
    weights: defaultdict[int, float] = defaultdict(float)
    for key in keys:
        found = holders.get(key.number, ())
        for holder in found:
            weights[holder] += key.weight / math.log2(2 + len(found))
    best = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:limit]
    return [holder for holder, _ in best]


def _by_speaker(statement: Statement, forms: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Yield each word with the last name of the one who said it."""
    name = "".join(c if c.isalnum() else " " for c in statement.speaker or "").split()
    if name:
        yield from (("@", name[-1].casefold(), form) for form in forms)


def _pairs(forms: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for at, form in enumerate(forms):
        for other in forms[at + 1 : at + 1 + _REACH]:
            if form != other:
                yield (form, other) if form < other else (other, form)


def _number(words: tuple[str, ...]) -> int:
    written = "\x1f".join(words).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(written, digest_size=_KEY_BYTES).digest(), signed=True)
