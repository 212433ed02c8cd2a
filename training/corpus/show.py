"""One annotated text laid out for review: numbered paragraphs, and what each row resolved to."""

from collections.abc import Iterator, Sequence

from sayso.text import Span
from training.corpus.records import GoldAttribution, GoldText


def show(text: GoldText) -> Iterator[str]:
    """Yield the lines of the review sheet; whatever lies wrongly nested is said so."""
    labels = {a.label: a for a in text.attributions}
    for number, paragraph in enumerate(text.paragraphs):
        yield f"@{number} {paragraph.text_in(text.text)}"
        for attribution in text.attributions:
            if paragraph.contains(attribution.cue[0]):
                yield f"    {_row(attribution, text.text)}"
                yield from _misplaced(attribution, labels)
        for name, spans in _others(text):
            inside = [s.text_in(text.text) for s in spans if paragraph.contains(s)]
            if inside:
                yield f"    {name}: {'; '.join(inside)}"


def _row(attribution: GoldAttribution, text: str) -> str:
    def words(spans: Sequence[Span]) -> str:
        return " ~ ".join(span.text_in(text) for span in spans) or "-"

    codes = f"{attribution.manner} {attribution.force}{' neg' if attribution.negated else ''}"
    parent = f" in {attribution.parent}" if attribution.parent else ""
    return (
        f"{attribution.label}{parent}  [{words(attribution.source)}]  <{words(attribution.cue)}>"
        f"  {words(attribution.content)}  ({codes}; {attribution.who or '-'})"
    )


def _misplaced(attribution: GoldAttribution, labels: dict[str, GoldAttribution]) -> Iterator[str]:
    if attribution.parent is None:
        return
    around = labels[attribution.parent].content
    if not any(span.contains(attribution.cue[0]) for span in around):
        yield f"      !! its cue does not lie in the content of {attribution.parent}"


def _others(text: GoldText) -> Iterator[tuple[str, list[Span]]]:
    yield "times", [t.span for t in text.timexes]
    yield "figures", [f.span for f in text.figures]
    yield "events", [e.span for e in text.events]
    yield "names", [s for e in text.entities for s in e.names]
    yield "references", [s for e in text.entities for s in e.references]
