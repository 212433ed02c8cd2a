"""The language core that ships: found where its weights are, loaded once a process, named by a hash."""

from functools import cache
from hashlib import sha256
from pathlib import Path

from sayso.documents import Document
from sayso.evidence.reading import Evidence, read_evidence
from sayso.language.core.network import FOLDER, GRAPHS, Network, shipped_network
from sayso.places import Atlas

_FILES = (*(f"{name}.onnx" for name in GRAPHS), "tables.npz", "labels.json", "vocab.txt")
# Enough of a hash to tell two sets of weights apart.
_VERSION_LENGTH = 12
NO_CORE = "none"


def shipped_core() -> Network | None:
    """Return the shipped network; ``None`` where the package was installed without its weights.

    It is loaded by the first call, which takes as long as reading some articles.
    """
    return shipped_network() if _files(FOLDER) else None


@cache
def shipped_atlas() -> Atlas:
    """Return the shipped gazetteer, opened by the first call; GazetteerError if it is not there."""
    return Atlas.load()


def read_with_shipped_core(
    document: Document, *, trees: bool = False, places: bool = True
) -> Evidence:
    """Return the evidence of a document, read with what ships; child processes can import it.

    Without ``places`` the gazetteer stays shut: nothing else of the evidence rests on it.
    """
    core = shipped_core()
    # Places are told by mentions, which only the core finds.
    atlas = shipped_atlas() if core and places else None
    return read_evidence(document, core=core, atlas=atlas, trees=trees)


def core_version(folder: Path = FOLDER) -> str:
    """Name the weights in ``folder`` by a hash of what is loaded of them, so that a run can tell them."""
    files = _files(folder)
    if not files:
        return NO_CORE
    whole = sha256()
    for path in files:
        whole.update(sha256(path.read_bytes()).digest())
    return whole.hexdigest()[:_VERSION_LENGTH]


def _files(folder: Path) -> tuple[Path, ...]:
    return tuple(folder / name for name in _FILES if (folder / name).is_file())
