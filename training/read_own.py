"""The project's own annotated texts as training examples."""

from collections.abc import Iterable, Iterator, Sequence

from sayso.language.core.mention_features import MentionKind, PronounClass, pronoun_class
from sayso.language.quantities import find_quantities
from sayso.text import Span
from training.corpus.records import GoldFigure, GoldText
from training.examples import Corpus, Example, WordAttribution, WordMention
from training.read_attributions import Worded


def read_own(text: GoldText) -> Example:
    """Return one text with every layer it annotates."""
    worded = Worded.of(text.text)
    numbers = [_last(worded, q.number) for q in find_quantities(text.text)]
    figures = [(n, f) for n, f in _anchored(worded, text.figures, numbers)]
    attributions = _attributions(worded, text)
    names = [(span, entity.kind) for entity in text.entities for span in entity.names]
    return Example(
        corpus=Corpus.NEWS,
        words=worded.words,
        paragraphs=worded.paragraphs,
        quotes=worded.quotes,
        sentence_starts=worded.sentences,
        spans={
            "cue": tuple((a.cue[0], a.cue[0] + 1, "CUE") for a in attributions if a.cue),
            "news": worded.labelled(names),
            "timex": worded.labelled([(t.span, t.type) for t in text.timexes]),
        },
        labels={**_cue_labels(worded, text), **_figure_labels(figures), **_events(worded, text)},
        attributions=tuple(attributions),
        counted=tuple(_counted(worded, figures)),
        mentions=tuple(_mentions(worded, text)),
    )


def _attributions(worded: Worded, text: GoldText) -> list[WordAttribution]:
    labels = [a.label for a in text.attributions]
    return [
        WordAttribution(
            cue=worded.inside(a.cue),
            source=worded.inside(a.source),
            content=worded.inside(a.content),
            parent=labels.index(a.parent) if a.parent else None,
        )
        for a in text.attributions
    ]


def _cue_labels(worded: Worded, text: GoldText) -> dict[str, dict[int, str]]:
    rows: dict[str, dict[int, str]] = {"manner": {}, "force": {}, "polarity": {}}
    for a in text.attributions:
        words = worded.inside(a.cue)
        if words:
            rows["manner"][words[0]] = str(a.manner)
            rows["force"][words[0]] = a.force
            rows["polarity"][words[0]] = "negative" if a.negated else "positive"
    return rows


def _last(worded: Worded, span: Span) -> int:
    words = worded.inside([span])
    return words[-1] if words else -1


def _anchored(
    worded: Worded, figures: Sequence[GoldFigure], numbers: Sequence[int]
) -> Iterator[tuple[int, GoldFigure]]:
    """Pair each figure with the last word of the number that the grammar finds in it."""
    for figure in figures:
        words = worded.inside([figure.span])
        found = [n for n in numbers if n in words]
        if found:
            yield found[0], figure


def _figure_labels(figures: Iterable[tuple[int, GoldFigure]]) -> dict[str, dict[int, str]]:
    rows: dict[str, dict[int, str]] = {"predicate": {}, "accrual": {}, "modality": {}}
    for anchor, figure in figures:
        rows["predicate"][anchor] = figure.predicate or "none"
        rows["accrual"][anchor] = figure.accrual or "none"
        if figure.modality:
            rows["modality"][anchor] = figure.modality
    return rows


def _counted(
    worded: Worded, figures: Iterable[tuple[int, GoldFigure]]
) -> Iterator[tuple[int, int]]:
    for anchor, figure in figures:
        if figure.head is not None:
            words = worded.inside([figure.head])
            if words:
                yield anchor, words[-1]


def _events(worded: Worded, text: GoldText) -> dict[str, dict[int, str]]:
    rows: dict[str, dict[int, str]] = {"event": {}, "status": {}}
    for event in text.events:
        words = worded.inside([event.span])
        if words:
            rows["event"][words[0]] = event.type
            rows["status"][words[0]] = event.status
    return rows


def _mentions(worded: Worded, text: GoldText) -> Iterator[WordMention]:
    for number, entity in enumerate(text.entities):
        for span in entity.names:
            yield from _mention(worded, span, number, MentionKind.NAME)
        for span in entity.references:
            alone = pronoun_class(text.text[span.start : span.end]) is not PronounClass.NONE
            kind = MentionKind.PRONOUN if alone else MentionKind.NOMINAL
            yield from _mention(worded, span, number, kind)


def _mention(worded: Worded, span: Span, entity: int, kind: MentionKind) -> Iterator[WordMention]:
    words = worded.inside([span])
    if words:
        yield WordMention(first=words[0], last=words[-1], entity=entity, kind=kind)
