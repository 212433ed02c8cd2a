"""The sentence that a record stands in, with its characters marked."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.frozen import dataclass
from sayso.text import Span, hull

if TYPE_CHECKING:
    from sayso.case import CaseReader

# A "sentence" of a page that is none can be endless.
_MOST = 1_200


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Characters of a sentence; ``marked`` are those that the record rests on."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class InSentence:
    """A sentence or two in parts; ``cut`` says that it was too long to be shown whole."""

    parts: tuple[Part, ...]
    cut: bool


def in_sentences(
    case: "CaseReader", records: Iterable[tuple[str, Sequence[Span]]]
) -> Iterator[InSentence | None]:
    """Yield the sentences around each record, given by document and spans; texts are read at once."""
    every = list(records)
    texts = case.paged.sentenced(document for document, _ in every)
    for document, spans in every:
        found = texts[document]
        yield around(found.text, found.sentences, spans) if spans else None


def around(text: str, sentences: Sequence[Span], spans: Sequence[Span]) -> InSentence:
    """Return the sentences that hold ``spans``, with these marked."""
    whole = hull(spans)
    first = bisect_right([one.start for one in sentences], whole.start) - 1
    start = sentences[first].start if 0 <= first < len(sentences) else whole.start
    ends = [one.end for one in sentences if one.start < whole.end]
    end = max(ends[-1] if ends else 0, whole.end)
    cut = end - start > _MOST
    if cut:
        start, end = whole.start, min(whole.end, whole.start + _MOST)
    return InSentence(parts=tuple(_parts(text, Span(start, end), spans)), cut=cut)


def _parts(text: str, shown: Span, spans: Sequence[Span]) -> Iterator[Part]:
    at = shown.start
    for span in sorted(spans):
        start, end = max(span.start, at), min(span.end, shown.end)
        if start >= end:
            continue
        if at < start:
            yield Part(text=text[at:start], marked=False)
        yield Part(text=text[start:end], marked=True)
        at = end
    if at < shown.end:
        yield Part(text=text[at : shown.end], marked=False)
