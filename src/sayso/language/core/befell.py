"""What befell the counted, as the vectors of the words around a number tell it: the odds of each class.

A softmax over the vectors of the number, of the word counted, of the word that governs it and of the
clause that hangs on it, of their neighbours and of the whole sentence. It is taught by
``training/befell.py``; the vectors are those of the encoder and stay as they are.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.frozen import dataclass
from sayso.language.analysis import Modifier, Quantity, SentenceTree

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

FILE = "befell.npz"
_VERBS = frozenset(("VERB", "AUX"))
# Relations by which a word belongs to the verb it hangs on.
_OF_VERB = frozenset(("nsubj", "obj", "obl", "iobj", "xcomp", "ccomp", "csubj", "advcl", "nmod"))
_STEPS = 8  # from the counted up the tree
_PASSIVE = frozenset(("was", "were", "been", "be", "being", "is", "are"))
_RELATIONS = ("nsubj", "obj", "obl", "nmod", "conj")
_HUNDRED = 100
_ROWS, _FEATURES = 16, 384  # of a block


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """Where a number stands in its sentence, in words of it: what it counts, and what governs that."""

    number: int
    counted: int | None
    governor: int | None
    clause: int | None
    relation: str
    passive: bool

    @property
    def words(self) -> int | None:
        """The word that would say what befell the counted: that of their clause, else their verb."""
        return self.governor if self.clause is None else self.clause


@dataclass(frozen=True, slots=True, kw_only=True)
class Befell:
    """Weights (F, C) and starts (C) of the classes; the first of them is none of the others."""

    classes: tuple[str, ...]
    weights: "Floats"
    starts: "Floats"

    @classmethod
    def load(cls, path: Path) -> "Befell":
        """Read weights that are stored as 8-bit numbers with a scale a class."""
        import numpy as np  # noqa: PLC0415 - reading a text needs it, starting the program does not

        with path.open("rb") as file, np.load(file) as stored:
            codes, scales, starts = stored["codes"], stored["scales"], stored["starts"]
            classes = tuple(stored["classes"].tolist())
        if not codes.shape[1:] == scales.shape == starts.shape == (len(classes),):
            raise ValueError(f"{len(classes)} classes do not fit weights {codes.shape}")
        return cls(classes=classes, weights=codes.astype(np.float32) * scales, starts=starts)

    def odds(self, rows: "Floats") -> "Floats":
        """Return for N rows (N, F) the log-odds (N, C - 1) of each class against none.

        Block by block: a large product would wake the threads of the matrix library, and waiting for
        them costs a hundred times as much as the sums.
        """
        import numpy as np  # noqa: PLC0415 - see load

        scores = np.tile(self.starts, (len(rows), 1))
        for low in range(0, len(rows), _ROWS):
            for at in range(0, len(self.weights), _FEATURES):
                block = rows[low : low + _ROWS, at : at + _FEATURES]
                scores[low : low + _ROWS] += block @ self.weights[at : at + _FEATURES]
        odds: Floats = scores[:, 1:] - scores[:, :1]
        return odds


@dataclass(frozen=True, slots=True, kw_only=True)
class Odds:
    """The log-odds of each class against none, and the word that would say it."""

    odds: tuple[tuple[str, float], ...]
    words: int | None


def stand_of(tree: SentenceTree, words: Sequence[str], number: int, counted: int | None) -> Stand:
    """Return where a number stands; ``words`` are those of the sentence in small letters."""
    start = number if counted is None else counted
    at, relation = start, ""
    for _ in range(_STEPS):
        head = tree.heads[at]
        if head < 0:
            break
        relation, at = tree.deprels[at], head
        if tree.upos[at] in _VERBS and relation in _OF_VERB:
            break
    return Stand(
        number=number,
        counted=counted,
        governor=None if at == start else at,
        clause=next(_hanging(tree, start, "acl"), None),
        relation=relation,
        passive=at != start and any(words[n] in _PASSIVE for n in _hanging(tree, at, "aux")),
    )


def _hanging(tree: SentenceTree, at: int, relation: str) -> Iterator[int]:
    return (n for n, head in enumerate(tree.heads) if head == at and tree.deprels[n] == relation)


def row_of(sentence: "Floats", stand: Stand, quantity: Quantity) -> "Floats":
    """Return the features (F) of a number from the vectors (W, H) of its sentence."""
    import numpy as np  # noqa: PLC0415 - see Befell.load

    first = stand.number
    last = first if stand.counted is None else max(first, stand.counted)
    places = (
        first, stand.counted, stand.governor, stand.clause, first - 1, first - 2, last + 1, last + 2,
    )  # fmt: skip
    vectors = np.zeros((len(places) + 1, sentence.shape[1]), np.float32)
    for vector, at in zip(vectors, places, strict=False):
        if at is not None and 0 <= at < len(sentence):
            vector[:] = sentence[at]
    vectors[-1] = sentence.mean(axis=0)
    vectors /= np.float32(sentence.shape[1] ** 0.5)
    return np.concatenate([vectors.ravel(), np.array(_signs(stand, quantity), np.float32) * 0.3])


def _signs(stand: Stand, quantity: Quantity) -> tuple[bool, ...]:
    """Return what is known of a number beside the vectors."""
    best = quantity.best
    return (
        stand.counted is not None,
        stand.passive,
        stand.clause is not None,
        quantity.whole is not None,
        quantity.modifier is Modifier.INCREMENT,
        quantity.modifier is Modifier.EXACT,
        best == 1,
        best is not None and best > _HUNDRED,
        *(stand.relation == name for name in _RELATIONS),
    )


def find_odds(
    befell: Befell,
    lower: Sequence[str],
    facts: "Floats",
    start: int,
    trees: Sequence[SentenceTree],
    counts: Sequence[tuple[int, int | None, Quantity]],
) -> Iterator[tuple[int, Odds]]:
    """Yield the odds of counts, each given by its number, the word counted if known, and its quantity.

    ``lower`` are the words of the text in small letters, ``facts`` (W, H) the vectors of those from
    ``start`` on, ``trees`` their sentences.
    """
    import numpy as np  # noqa: PLC0415 - see Befell.load

    found = list(find_rows(lower, facts, start, trees, counts))
    if not found:
        return
    rows = np.stack([row for _, _, row in found])
    for (number, words, _), odds in zip(found, befell.odds(rows).tolist(), strict=True):
        yield number, Odds(odds=tuple(zip(befell.classes[1:], odds, strict=True)), words=words)


def find_rows(
    lower: Sequence[str],
    facts: "Floats",
    start: int,
    trees: Sequence[SentenceTree],
    counts: Sequence[tuple[int, int | None, Quantity]],
) -> Iterator[tuple[int, int | None, "Floats"]]:
    """Yield the number of each count, the word that would say what befell the counted, and its row."""
    firsts = [tree.first for tree in trees]
    for number, counted, quantity in counts:
        tree = trees[bisect_right(firsts, number) - 1]
        low, high = tree.first, tree.first + len(tree.heads)
        head = counted - low if counted is not None and low <= counted < high else None
        stand = stand_of(tree, lower[low:high], number - low, head)
        sentence = facts[low - start : high - start]
        words = None if stand.words is None else low + stand.words
        yield number, words, row_of(sentence, stand, quantity)
