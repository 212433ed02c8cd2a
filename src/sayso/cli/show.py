"""``sayso show``: one record with its exact characters, and where they stand."""

from typing import TYPE_CHECKING

import click

from sayso.case import RecordKind
from sayso.cli.identity import TIMEX_PREFIX, find_timex, timex_id
from sayso.cli.invocation import Invocation, pass_invocation, reading_columns
from sayso.cli.listing import Form
from sayso.cli.passage import Passage, passage_around
from sayso.cli.width import Mark, shown_text
from sayso.export.labels import bounds, when
from sayso.export.records import chain_line
from sayso.frozen import dataclass
from sayso.pipeline.wire import as_json_line
from sayso.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.case import Case, ClaimRow, FigureRow, TimexRow
    from sayso.documents import Document

SCHEMA = "sayso.show.1"
_ACTOR, _PLACE, _EVENT, _FORECAST = "a_", "p_", "x_", "w_"
_LABEL_COLUMNS = 14
_SOURCE_SIGN, _CUE_SIGN, _CONTENT_SIGN = "=", "~", "^"
_LEGEND = (
    f"{_CONTENT_SIGN} what is said   {_SOURCE_SIGN} by whom   {_CUE_SIGN} the word that says so"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    label: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A record as ``show`` prints it: ``spans`` are its own characters in the document."""

    kind: str
    id: str
    document: str
    spans: tuple[Span, ...]
    original_spans: tuple[Span, ...]
    words: str
    passage: Passage
    facts: tuple[Fact, ...]
    legend: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewItem:
    """The JSON form of a view."""

    schema: str
    kind: str
    id: str
    document: str
    start: int
    end: int
    spans: tuple[Span, ...]
    original_spans: tuple[Span, ...]
    words: str
    context_start: int
    context: str
    facts: tuple[Fact, ...]


@click.command()
@click.argument("name", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="Write one JSON object.")
@pass_invocation
def show(invocation: Invocation, *, name: str, as_json: bool) -> None:
    """Show the record ID with its sentence, the ones around it, and its exact characters marked.

    ID is that of a document, claim, figure, report of an event or dated words, or the beginning of
    one. That of an actor or a place shows its names and where it is named, that of an event its reports,
    that of a forecast what later texts report.
    """
    if name.startswith((_ACTOR, _PLACE, _EVENT, _FORECAST)):
        _show_named(name, as_json=as_json)
        return
    with invocation.open_case() as case:
        view = _view(case, name)
    if as_json:
        click.echo(as_json_line(_item(view)))
        return
    for line in view_lines(view, reading_columns()):
        click.echo(line)


def _show_named(name: str, *, as_json: bool) -> None:
    """Show an actor, an event, a forecast or a place as the verbs of their lists do."""
    context = click.get_current_context()
    if name.startswith(_ACTOR):
        from sayso.cli.actor_page import page  # noqa: PLC0415 -- for an actor alone

        context.invoke(page, name=name, as_json=as_json)
        return
    if name.startswith(_EVENT):
        from sayso.cli.events import events  # noqa: PLC0415 -- for an event alone

        context.invoke(events, event=name, form=Form.JSON.value if as_json else None)
        return
    if name.startswith(_FORECAST):
        from sayso.cli.forecasts import forecasts  # noqa: PLC0415 -- for a forecast alone

        context.invoke(forecasts, name=name, form=Form.JSON.value if as_json else None)
        return
    from sayso.cli.places import places  # noqa: PLC0415 -- for a place alone

    context.invoke(places, place=name, form=Form.JSON.value if as_json else None)


def view_lines(view: View, columns: int) -> "Iterator[str]":
    """Yield what a person reads: the record, the passage with its marks, and the facts."""
    yield click.style(f"{view.kind} {view.id}", bold=True)
    yield ""
    yield from view.passage.lines(columns)
    if view.legend:
        yield ""
        yield f"  {view.legend}"
    yield ""
    for fact in view.facts:
        yield f"{fact.label:<{_LABEL_COLUMNS}}{shown_text(fact.text)}"


def _view(case: "Case", name: str) -> View:
    if name.startswith(f"{TIMEX_PREFIX}_"):
        return _timex_view(case, find_timex(case, name))
    found = case.resolve(name)
    if found.kind is RecordKind.CLAIM:
        return _claim_view(case, case.claim(found.id))
    if found.kind is RecordKind.FIGURE:
        return _figure_view(case, case.figure(found.id))
    if found.kind is RecordKind.EVENT:
        return _event_view(case, found.id, found.document)
    return _document_view(case, case.document(found.id))


def _claim_view(case: "Case", row: "ClaimRow") -> View:
    claim = row.claim
    document = case.document(row.document)
    marks = (
        *(Mark(span, _CONTENT_SIGN) for span in claim.content),
        *(Mark(span, _SOURCE_SIGN) for span in claim.source),
        *(Mark(span, _CUE_SIGN) for span in claim.cue),
    )
    own = (
        _fact("speaker", claim.speaker or "not named"),
        _fact(
            "said", when(claim.said) if claim.said else f"{when(row.date)} (date of the document)"
        ),
        *(
            _fact("via", f"{way.kind.replace('_', ' ')}: {document.quote(way.span)}")
            for way in claim.via
        ),
        _fact("kind", _joined(claim.kind, claim.manner, claim.force, claim.polarity)),
        _fact("inside claim", claim.parent),
    )
    return View(
        kind="claim",
        id=claim.id,
        document=document.id,
        spans=claim.content,
        original_spans=_original(document, claim.content),
        words=row.words,
        passage=_passage(case, document, marks),
        facts=_facts(own, document, case, claim.content, claim.rule),
        legend=_LEGEND if claim.source or claim.cue else "",
    )


def _figure_view(case: "Case", row: "FigureRow") -> View:
    figure, quantity = row.figure, row.figure.quantity
    document = case.document(row.document)
    spans = (quantity.span,)
    own = (
        _fact("figure", _joined(bounds(quantity), quantity.unit)),
        _fact("written as", quantity.modifier),
        _fact("counted", row.counted),
        _fact("what", _joined(figure.predicate, figure.accrual, figure.modality)),
        _fact("place", row.place),
        _fact("as of", when(figure.as_of) if figure.as_of else None),
        _fact("in claim", figure.claim),
        _fact("part of", figure.part_of),
    )
    return View(
        kind="figure",
        id=figure.id,
        document=document.id,
        spans=spans,
        original_spans=_original(document, spans),
        words=row.words,
        passage=_passage(case, document, (Mark(quantity.span),)),
        facts=_facts(own, document, case, spans, quantity.rule),
    )


def _timex_view(case: "Case", row: "TimexRow") -> View:
    timex = row.timex
    document = case.document(row.document)
    spans = (timex.span,)
    own = (
        _fact("time", f"{when(timex.interval)} ({timex.type} {timex.value or 'unresolved'})"),
        _fact("or", ", ".join(map(when, timex.alternatives)) or None),
        _fact("counted from", timex.anchor),
    )
    return View(
        kind="dated words",
        id=timex_id(row.document, timex),
        document=document.id,
        spans=spans,
        original_spans=_original(document, spans),
        words=row.words,
        passage=_passage(case, document, (Mark(timex.span),)),
        facts=_facts(own, document, case, spans, timex.rule),
    )


def _event_view(case: "Case", name: str, holder: str) -> View:
    """Show what one document says happened, in the words that tell it."""
    document = case.document(holder)
    event = next(one for one in case.evidence(holder).events if one.id == name)
    spans = (event.trigger,)
    over = case.events.of_document(holder).get(name)
    dated = when(event.time.interval)
    own = (
        _fact("happened", dated if event.time.is_own else f"{dated} (bound by the report)"),
        _fact("dated by", document.quote(event.time.span) if event.time.span else None),
        _fact("type", _joined(event.family, event.mode)),
        _fact("status", event.status),
        _fact("role", event.role),
        _fact("place", document.quote(event.place) if event.place else None),
        _fact("with", ", ".join(one.name for one in event.participants)),
        _fact("in claim", event.claim),
        _fact("event", over),
    )
    return View(
        kind="event",
        id=name,
        document=document.id,
        spans=spans,
        original_spans=_original(document, spans),
        words=document.quote(event.clause),
        passage=_passage(case, document, (Mark(event.trigger),)),
        facts=_facts(own, document, case, spans, event.rule),
    )


def _document_view(case: "Case", document: "Document") -> View:
    """Show a whole document; the mark is under its title."""
    spans = (Span(0, len(document.text)),) if document.text else ()
    marks = (Mark(document.title_span),) if document.title_span else ()
    return View(
        kind="document",
        id=document.id,
        document=document.id,
        spans=spans,
        original_spans=_original(document, spans),
        words=document.title or "",
        passage=Passage(0, document.text, marks),
        facts=_facts((), document, case, spans, document.extractor),
    )


def _passage(case: "Case", document: "Document", marks: "Sequence[Mark]") -> Passage:
    sentences = case.evidence(document.id).analysis.sentences
    return passage_around(document.text, sentences, marks)


def _facts(
    own: "Sequence[Fact | None]",
    document: "Document",
    case: "Case",
    spans: tuple[Span, ...],
    rule: str,
) -> tuple[Fact, ...]:
    """Add to a record's own facts where it stands and how it was found."""
    dating = case.date(document.id).dating
    paths = [location.path for location in case.locations(document.id)]
    everything = (
        *own,
        _fact("document", f"{document.id}  {document.title or ''}"),
        _fact("outlet", chain_line(document)),
        _fact("written", when(dating.interval)),
        *(_fact("doubt", note.reason) for note in dating.doubts),
        _fact("flags", " ".join(sorted(case.flags(document.id)))),
        *(_fact("path", path) for path in paths or [document.original.path]),
        _fact("address", document.original.address),
        _fact("sha256", document.original.sha256),
        _fact("characters", _offsets(spans)),
        _fact("in original", _offsets(_original(document, spans))),
        _fact("rule", rule),
    )
    return tuple(fact for fact in everything if fact is not None)


def _fact(label: str, text: str | None) -> Fact | None:
    return Fact(label=label, text=text.strip()) if text and text.strip() else None


def _joined(*words: str | None) -> str:
    return " ".join(filter(None, words))


def _original(document: "Document", spans: tuple[Span, ...]) -> tuple[Span, ...]:
    return tuple(part for span in spans for part in document.original_spans(span))


def _offsets(spans: tuple[Span, ...]) -> str:
    return ", ".join(f"{span.start}–{span.end}" for span in spans)


def _item(view: View) -> ViewItem:
    return ViewItem(
        schema=SCHEMA,
        kind=view.kind,
        id=view.id,
        document=view.document,
        start=view.spans[0].start if view.spans else 0,
        end=view.spans[-1].end if view.spans else 0,
        spans=view.spans,
        original_spans=view.original_spans,
        words=view.words,
        context_start=view.passage.start,
        context=view.passage.text,
        facts=view.facts,
    )
