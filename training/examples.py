"""Training examples: words of one text with the layers its corpus annotates."""

from dataclasses import dataclass, field
from enum import IntEnum

from sayso.language.core.mention_features import MentionKind


class Corpus(IntEnum):
    """Whose guideline an example follows; fed to the encoder, so that guidelines do not blur."""

    NEWS = 0  # the project's own corpus, and what is read at run time
    EWT = 1
    GUM = 2
    CROSSNER = 3
    RE3D = 4
    GUM_ATTRIBUTION = 5
    WIKIWARS = 6
    MEANTIME = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class WordAttribution:
    """One attribution over word indices of its example; ``parent`` is an index too."""

    cue: tuple[int, ...]
    source: tuple[int, ...]
    content: tuple[int, ...]
    parent: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WordMention:
    """A reference to an entity, from its first word to its last; same ``entity``, same thing."""

    first: int
    last: int
    entity: int
    kind: MentionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """Words of a text, the paragraphs as ranges of words, and whichever layers are annotated.

    A layer that a corpus does not annotate is ``None`` or absent: its head gets no loss. ``spans``
    maps a label policy to labelled spans ``(first, past the last, label)``; ``labels`` maps a head
    to the labels of single words; ``counted`` pairs a number's word with the head it counts.
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
    labels: dict[str, dict[int, str]] = field(default_factory=dict)
    attributions: tuple[WordAttribution, ...] | None = None
    counted: tuple[tuple[int, int], ...] = ()
    mentions: tuple[WordMention, ...] = ()
