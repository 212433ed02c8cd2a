"""Training examples: words of one text with the layers its corpus annotates."""

from dataclasses import dataclass, field
from enum import IntEnum


class Corpus(IntEnum):
    """Whose guideline an example follows; fed to the encoder, so that guidelines do not blur."""

    NEWS = 0  # the project's own corpus, and what is read at run time
    EWT = 1
    GUM = 2
    UNER = 3
    CROSSNER = 4
    RE3D = 5
    LITBANK = 6
    GUM_ATTRIBUTION = 7
    WIKIWARS = 8
    MEANTIME = 9
    ECB = 10
    UDS = 11


@dataclass(frozen=True, slots=True, kw_only=True)
class WordAttribution:
    """One attribution over word indices of its example. ``labels`` are head labels by name."""

    cue: tuple[int, ...]
    source: tuple[int, ...]
    content: tuple[int, ...]
    parent: int | None = None
    labels: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """Words of a text, the paragraphs as ranges of words, and whichever layers are annotated.

    A layer that a corpus does not annotate is ``None``: its head gets no loss. ``spans`` maps a
    label policy ("uner", "news", "timex" …) to labelled spans ``(first, past the last, label)``.
    ``loose_cues`` marks corpora in which unannotated cues may stand (no loss on cues outside
    paragraphs that have one).
    """

    corpus: Corpus
    words: tuple[str, ...]
    paragraphs: tuple[tuple[int, int], ...]
    quotes: tuple[int, ...] | None = None
    sentence_starts: tuple[int, ...] | None = None
    upos: tuple[str, ...] | None = None
    heads: tuple[int, ...] | None = None  # word index, -1 for a root
    deprels: tuple[str, ...] | None = None
    spans: dict[str, tuple[tuple[int, int, str], ...]] = field(default_factory=dict)
    attributions: tuple[WordAttribution, ...] | None = None
    loose_cues: bool = False
