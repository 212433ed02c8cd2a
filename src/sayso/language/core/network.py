"""The shipped network: what it scores for the words of one window, and for the cues of a paragraph.

The graphs are run by onnxruntime, one window to a call, so that what a text gives never depends on
its neighbours: the 8-bit matrices scale their input call by call.
"""

import json
from collections.abc import Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso.errors import SaysoError
from sayso.frozen import dataclass
from sayso.language.core.befell import FILE as BEFELL
from sayso.language.core.befell import Befell
from sayso.language.core.windows import Window
from sayso.language.core.wordpiece import Pieces

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Whole = NDArray[np.int64]

GRAPHS = ("reader", "cues", "roles", "numbers", "events", "mentions", "trees", "deprels")
FOLDER = Path(__file__).parent / "weights"


class CoreError(SaysoError):
    """The shipped weights are missing or cannot be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowScores:
    """What the network gives for the W words of a window (H: width, R: rank of a projection).

    ``cue`` is the probability that a cue begins (W); ``news`` log-probabilities (W, labels);
    ``event`` the best label of each word (W); ``role_word`` a projection (W, R); ``said``,
    ``facts``, ``names`` and ``syntax`` (W, H) the vectors that the other graphs read.
    """

    cue: "Floats"
    news: "Floats"
    event: "Whole"
    role_word: "Floats"
    said: "Floats"
    facts: "Floats"
    names: "Floats"
    syntax: "Floats"


@dataclass(frozen=True, slots=True, kw_only=True)
class TreeScores:
    """What trees of the W words of a window are built from.

    ``upos`` is the best class of each word (W), ``arcs`` (W, W + 1) have the root in the last column;
    arcs are labelled by two projections, (W, R) and (W + 1, R).
    """

    upos: "Whole"
    arcs: "Floats"
    label_dependent: "Floats"
    label_head: "Floats"


@dataclass(frozen=True, slots=True, kw_only=True)
class CueScores:
    """For C cues: two projections (C, R) and the best labels (C)."""

    gate: "Floats"
    cue: "Floats"
    manner: "Whole"
    force: "Whole"
    polarity: "Whole"


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberScores:
    """For N numbers: how well each of W words is counted (N, W), and the best labels (N)."""

    counted: "Floats"
    predicate: "Whole"
    accrual: "Whole"
    modality: "Whole"


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionScores:
    """For M mentions: how well each goes back to each other (M, M), or to nothing (M)."""

    likeness: "Floats"
    nothing: "Floats"


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """Names of the labels of each head, in the order of its scores."""

    upos: tuple[str, ...]
    deprels: tuple[str, ...]
    news: tuple[str, ...]
    manner: tuple[str, ...]
    force: tuple[str, ...]
    polarity: tuple[str, ...]
    predicate: tuple[str, ...]
    accrual: tuple[str, ...]
    modality: tuple[str, ...]
    event: tuple[str, ...]
    status: tuple[str, ...]


class Network:
    """The graphs, tables, labels and pieces of one folder of weights."""

    def __init__(self, folder: Path = FOLDER) -> None:
        import numpy as np  # noqa: PLC0415 - starting the program must not load it
        import onnxruntime  # noqa: PLC0415 - see above

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # one process a core is faster than threads in a window
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._folder = folder
        providers = _providers(onnxruntime.get_available_providers())
        try:
            with (folder / "tables.npz").open("rb") as tables:
                self.tables: dict[str, NDArray[Any]] = dict(np.load(tables))
            self.pieces = Pieces.load(folder / "vocab.txt")
            labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
            self.labels = Labels(**{name: tuple(values) for name, values in labels.items()})
            self._graphs = {
                name: onnxruntime.InferenceSession(
                    folder / f"{name}.onnx", options, providers=providers
                )
                for name in GRAPHS
            }
            self._outputs = {
                name: tuple(output.name for output in graph.get_outputs())
                for name, graph in self._graphs.items()
            }
        except Exception as error:  # onnxruntime raises its own kinds, all of them plain
            raise CoreError(
                f"cannot read the weights of the language core in {folder}: {error}"
            ) from error

    @cached_property
    def befell(self) -> Befell:
        """The weights for what befell the counted, read when a text first counts something."""
        try:
            return Befell.load(self._folder / BEFELL)
        except Exception as error:  # numpy raises its own kinds, all of them plain
            raise CoreError(
                f"cannot read the weights of the language core in {self._folder}: {error}"
            ) from error

    def read(self, window: Window, quotes: Sequence[int]) -> WindowScores:
        """Score one window; ``quotes`` has the quotation state of each of its words."""
        import numpy as np  # noqa: PLC0415 - see __init__

        firsts = np.array(window.firsts, dtype=np.int64)
        sizes = np.diff(np.append(firsts, len(window.pieces)))
        states = np.zeros(len(window.pieces), dtype=np.int64)
        if len(firsts):
            states[firsts[0] :] = np.repeat(np.asarray(quotes, dtype=np.int64), sizes)
        given = {
            "pieces": np.array(window.pieces, dtype=np.int64),
            "casings": np.array(window.casings, dtype=np.int64),
            "quotes": states,
            "firsts": firsts,
        }
        return WindowScores(**self._run("reader", given))

    def cues(self, said: "Floats") -> CueScores:
        """Score C cues by the vectors (C, H) of their first words."""
        return CueScores(**self._run("cues", {"said": said}))

    def roles(self, word: "Floats", cues: CueScores, features: "Whole") -> "Floats":
        """Score the roles of W words for C cues: (C, W, roles); ``features`` (C, W, 4)."""
        given: dict[str, NDArray[Any]] = {
            "word": word,
            "gate": cues.gate,
            "cue": cues.cue,
            "features": features,
        }
        scores: Floats = self._run("roles", given)["roles"]
        return scores

    def trees(self, syntax: "Floats") -> TreeScores:
        """Score classes and arcs of all words of one window (W, H)."""
        return TreeScores(**self._run("trees", {"syntax": syntax}))

    def numbers(self, numbers: "Floats", words: "Floats") -> NumberScores:
        """Score N numbers (N, H) among the words of their window (W, H)."""
        return NumberScores(**self._run("numbers", {"numbers": numbers, "words": words}))

    def statuses(self, facts: "Floats") -> "Whole":
        """Return the best status label of E events (E, H)."""
        best: Whole = self._run("events", {"facts": facts})["status"]
        return best

    def mentions(self, first: "Floats", last: "Floats") -> MentionScores:
        """Score M mentions by the vectors (M, H) of their first and last words."""
        return MentionScores(**self._run("mentions", {"first": first, "last": last}))

    def deprels(self, dependent: "Floats", head: "Floats") -> "Whole":
        """Return the best label of each of W arcs, from the projections of its two words."""
        best: Whole = self._run("deprels", {"dependent": dependent, "head": head})["deprel"]
        return best

    def _run(self, graph: str, given: dict[str, "NDArray[Any]"]) -> dict[str, Any]:
        found = self._graphs[graph].run(None, given)
        return dict(zip(self._outputs[graph], found, strict=True))


@cache
def shipped_network() -> Network:
    """Return the network that comes with the package, read once a process."""
    return Network()


def _providers(available: Sequence[str]) -> list[str]:
    """Prefer a graphics card if onnxruntime was installed with support for it."""
    wanted = ("CUDAExecutionProvider", "CPUExecutionProvider")
    return [name for name in wanted if name in available]
