"""The stages that lead from paths to documents with their evidence, and the engine they run on."""

from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from importlib.metadata import version
from pathlib import Path

from sayso.documents import Document, Source
from sayso.errors import DocumentError
from sayso.evidence.reading import Evidence
from sayso.frozen import dataclass
from sayso.settings import Settings

# The packages whose version changes what is read.
_READING_PACKAGES = (
    "sayso",
    "trafilatura",
    "htmldate",
    "lxml",
    "pypdfium2",
    "py3langid",
    "onnxruntime",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A document and what was found in it."""

    document: Document
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of reading one item."""

    source: Source
    result: Reading | DocumentError


def collect_all(paths: Iterable[Path], settings: Settings) -> Iterator[Source | DocumentError]:
    """Yield every item under ``paths``; a folder that vanishes meanwhile is one problem."""
    from sayso.documents.collect import collect  # noqa: PLC0415 -- loads the readers of containers

    for path in paths:
        try:
            yield from collect([path], fields=settings.fields)
        except OSError as error:
            yield DocumentError(str(path), error.strerror or str(error))


def read_source(source: Source) -> Reading:
    """Read one item and its evidence; a pure function of the item, to be run anywhere."""
    from sayso.documents.readers import read_document  # noqa: PLC0415 -- loads the extractors
    from sayso.pipeline.core import read_with_shipped_core  # noqa: PLC0415 -- loads the rules

    document = read_document(source)
    return Reading(document=document, evidence=read_with_shipped_core(document))


def read_all(sources: Iterable[Source], settings: Settings) -> Generator[Outcome]:
    """Read in child processes, each with a deadline and a memory cap, on every core."""
    from sayso.documents.sandbox import map_in_sandboxes  # noqa: PLC0415 -- loads subprocess

    outcomes = map_in_sandboxes(
        read_source,
        sources,
        workers=settings.workers,
        deadline_seconds=settings.deadline_seconds,
        memory_bytes=settings.memory_bytes,
    )
    with closing(outcomes):
        for source, result in outcomes:
            if isinstance(source, Source):
                yield Outcome(source, result)


def versions() -> tuple[tuple[str, str], ...]:
    """Name the parts that make the records, with their versions; ``core`` is the weights."""
    from sayso.pipeline.core import core_version  # noqa: PLC0415 -- loads the rules

    packages = ((name, version(name)) for name in _READING_PACKAGES)
    return (*packages, ("core", core_version()))
