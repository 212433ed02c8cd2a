"""Best label sequences: a chain of labels for roles, and constrained tags for names."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

# A word that is certainly outside parts two runs that are decoded by themselves.
_CERTAIN = -0.01  # log-probability
_IMPOSSIBLE = -1e9


def best_chains(
    scores: "Floats", lengths: Sequence[int], start: "Floats", end: "Floats", steps: "Floats"
) -> "NDArray[np.int64]":
    """Return the best labels of N sequences at once (Viterbi 1967): (N, W).

    ``scores`` is (N, W, labels) and padded; ``lengths`` are at least 1, and what lies behind a
    sequence's length does not touch its labels.
    """
    import numpy as np  # noqa: PLC0415 - reading a text needs it, starting the program does not

    number, width, _ = scores.shape
    ends = np.asarray(lengths) - 1
    best = start + scores[:, 0]
    final = np.where((ends == 0)[:, None], best, 0.0)
    back = np.zeros((width, number, scores.shape[2]), dtype=np.int64)
    for at in range(1, width):
        step = best[:, :, None] + steps
        back[at] = step.argmax(1)
        best = step.max(1) + scores[:, at]
        final[ends == at] = best[ends == at]
    labels = np.zeros((number, width), dtype=np.int64)
    last = (final + end).argmax(1)
    rows = np.arange(number)
    for at in range(width - 1, -1, -1):
        inside = at <= ends
        labels[inside, at] = last[inside]
        moved = inside & (at > 0)
        last[moved] = back[at][rows[moved], last[moved]]
    return labels


def best_spans(scores: "Floats", labels: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield the labelled spans of the best tag sequence in which no I- follows another's tag.

    ``scores`` are log-probabilities (W, labels), ``labels`` O first, then B- and I- of each kind.
    A word that is certainly outside is taken to be so: names are looked for between such words.
    """
    import numpy as np  # noqa: PLC0415 - see best_chains

    uncertain = np.flatnonzero(scores[:, 0] < _CERTAIN)
    if not len(uncertain):
        return
    steps, start = _constraints(labels)
    breaks = np.flatnonzero(np.diff(uncertain) > 1) + 1
    for run in np.split(uncertain, breaks):
        first, past = int(run[0]), int(run[-1]) + 1
        tags = _best(scores[first:past], start, steps)
        yield from ((first + s, first + e, kind) for s, e, kind in _spans(tags, labels))


def _constraints(labels: Sequence[str]) -> tuple["Floats", "Floats"]:
    import numpy as np  # noqa: PLC0415 - see best_chains

    steps = np.zeros((len(labels), len(labels)), dtype=np.float32)
    start = np.zeros(len(labels), dtype=np.float32)
    for column, label in enumerate(labels):
        if label.startswith("I-"):
            start[column] = _IMPOSSIBLE
            allowed = (f"B-{label[2:]}", label)
            steps[:, column] = [0 if other in allowed else _IMPOSSIBLE for other in labels]
    return steps, start


def _best(scores: "Floats", start: "Floats", steps: "Floats") -> list[int]:
    import numpy as np  # noqa: PLC0415 - see best_chains

    best = start + scores[0]
    back = []
    for row in scores[1:]:
        step = best[:, None] + steps
        back.append(step.argmax(0))
        best = step.max(0) + row
    tags = [int(np.argmax(best))]
    for where in reversed(back):
        tags.append(int(where[tags[-1]]))
    return tags[::-1]


def _spans(tags: Sequence[int], labels: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    start, kind = 0, ""
    for at, tag in enumerate([*tags, 0]):
        label = labels[tag]
        if kind and label != f"I-{kind}":
            yield start, at, kind
            kind = ""
        if label.startswith("B-"):
            start, kind = at, label[2:]
