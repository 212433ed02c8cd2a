"""A row as a person decides on it: its words in their context, what is proposed, what was decided."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy import Row as Found

from sayso.case import actor_tables, figure_tables, tables
from sayso.case.decisions import decision_rows
from sayso.case.document_lists import read_document
from sayso.case.ledger import claims_by_id, one_figure
from sayso.case.records import ClaimRow, RecordKind
from sayso.case.review_fields import FIELDS, Values, machine_values
from sayso.case.review_folding import undone_by
from sayso.case.review_records import Review, ReviewField, ReviewItem, ReviewSide
from sayso.case.review_states import decisions_on, read_reviews
from sayso.case.review_targets import PAIRS, Target
from sayso.case.values import read_interval, read_span, read_spans, read_strings
from sayso.documents import Document
from sayso.text import Span, hull

# Sentences before and behind the words, and characters of one that has no end.
_AROUND = 2
_MOST_CONTEXT = 3_000


def read_item(connection: Connection, target: Target) -> ReviewItem:
    """Return a row with everything that a decision on it needs."""
    machine = machine_values(connection, target)
    review = read_reviews(connection, target.kind, (target.id,)).get(target.id)
    decided = decisions_on(connection, target)
    told = _TOLD[target.kind](connection, target)
    return ReviewItem(
        kind=target.kind,
        id=target.id,
        title=told.title,
        rule=told.rule,
        sides=told.sides,
        fields=tuple(_fields(target.kind, machine, review)),
        reason=told.reason,
        notes=told.notes,
        review=review,
        history=decision_rows(connection, decided),
        undone=undone_by(decided),
    )


def _fields(kind: RecordKind, machine: Values, review: Review | None) -> Iterator[ReviewField]:
    changed = {edit.field: edit.new for edit in review.edits} if review else {}
    for spec in FIELDS.get(kind, ()):
        yield ReviewField(
            name=spec.name,
            machine=machine.get(spec.name),
            value=changed.get(spec.name, machine.get(spec.name)),
            choices=spec.choices,
            editable=True,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What a kind of row has to say of itself."""

    title: str
    rule: str
    sides: tuple[ReviewSide, ...]
    reason: str | None = None
    notes: tuple[str, ...] = ()


def _claim(connection: Connection, target: Target) -> _Told:
    (row,) = claims_by_id(connection, (target.id,)).values()
    return _Told(title=row.words, rule=row.claim.rule, sides=(_claim_side(connection, row),))


def _figure(connection: Connection, target: Target) -> _Told:
    row = one_figure(connection, target.id)
    side = _figure_side(connection, target.id)
    return _Told(title=row.words, rule=row.figure.quantity.rule, sides=(side,))


def _pair(connection: Connection, target: Target) -> _Told:
    table = PAIRS[target.kind].table
    row = connection.execute(select(table).where(table.c.id == target.id)).one()
    claims = claims_by_id(connection, target.names)
    sides = tuple(_claim_side(connection, claims[name]) for name in target.names)
    words = sides[0].words
    reason = row.reason if target.kind is RecordKind.DENIAL else None
    notes = (row.concerns,) if target.kind is RecordKind.QUOTE_PAIR and row.concerns else ()
    return _Told(title=words, rule=row.rule, sides=sides, reason=reason, notes=notes)


def _relation(connection: Connection, target: Target) -> _Told:
    relations, counted = figure_tables.figure_relations, figure_tables.counted_figures
    keys = select(counted.c.key).where(counted.c.figure_id.in_(target.names))
    row = connection.execute(
        select(relations).where(relations.c.left_key.in_(keys), relations.c.right_key.in_(keys))
    ).one()
    sides = tuple(_figure_side(connection, name) for name in target.names)
    title = " / ".join(side.words for side in sides)
    return _Told(title=title, rule=row.rule, sides=sides, reason=row.reason)


def _date(connection: Connection, target: Target) -> _Told:
    """Show the words that the date rests on, or else the beginning of the document."""
    datings, doubts = tables.datings, tables.date_doubts
    row = connection.execute(select(datings).where(datings.c.document_id == target.id)).one()
    told = connection.execute(
        select(doubts.c.reason).where(doubts.c.document_id == target.id).order_by(doubts.c.position)
    )
    document = read_document(connection, target.id)
    candidates = tables.date_candidates
    chosen = connection.execute(
        select(candidates)
        .where(candidates.c.document_id == target.id, candidates.c.chosen == 1)
        .order_by(candidates.c.position)
    ).all()
    spans = [
        kept
        for candidate in chosen
        for span in read_spans(candidate.original_spans)
        for kept in document.text_map.cleaned_spans(span)
    ]
    found = tuple(sorted(spans)[:1])
    side = _side(connection, document, found, words=document.title or document.original.path)
    return _Told(
        title=document.title or document.original.path,
        rule=", ".join(dict.fromkeys(candidate.rule for candidate in chosen)) or "none",
        sides=(side,),
        notes=(*told.scalars(), *read_strings(row.reasons)),
    )


def _proposal(connection: Connection, target: Target) -> _Told:
    """Show where each of both names is written first."""
    names, links = actor_tables.actor_names, actor_tables.actor_links
    rows = {
        row.name: row
        for row in connection.execute(select(names).where(names.c.name.in_(target.names)))
    }
    keys = [row.key for row in rows.values()]
    link = connection.execute(
        select(links).where(links.c.left_key.in_(keys), links.c.right_key.in_(keys))
    ).first()
    sides = tuple(side for name in target.names for side in _name_side(connection, rows[name]))
    return _Told(
        title=" / ".join(rows[name].text for name in target.names),
        rule="names" if link is None else link.relation,
        sides=sides,
        notes=() if link is None else (f"likeness {link.score:.2f}", *read_strings(link.reasons)),
    )


_TOLD: Mapping[RecordKind, Callable[[Connection, Target], _Told]] = {
    RecordKind.CLAIM: _claim,
    RecordKind.FIGURE: _figure,
    RecordKind.RELATION: _relation,
    RecordKind.QUOTE_PAIR: _pair,
    RecordKind.DENIAL: _pair,
    RecordKind.ECHO: _pair,
    RecordKind.DATE: _date,
    RecordKind.PROPOSAL: _proposal,
}


def _claim_side(connection: Connection, row: ClaimRow) -> ReviewSide:
    document = read_document(connection, row.document)
    return _side(
        connection, document, row.claim.content, words=row.words, speaker=row.said_by or None
    )


def _figure_side(connection: Connection, name: str) -> ReviewSide:
    row = one_figure(connection, name)
    document = read_document(connection, row.document)
    counted = figure_tables.counted_figures
    claimant = connection.execute(
        select(counted.c.claimant).where(counted.c.figure_id == name)
    ).scalar_one_or_none()
    return _side(
        connection, document, (row.figure.quantity.span,), words=row.words, speaker=claimant
    )


def _name_side(connection: Connection, name: Found[Any]) -> Iterator[ReviewSide]:
    written = actor_tables.actor_writings
    row = connection.execute(
        select(written).where(written.c.name_key == name.key).order_by(written.c.document_id)
    ).first()
    if row is not None:
        document = read_document(connection, row.document_id)
        yield _side(connection, document, (read_span(row.span),), words=row.text)


def _side(
    connection: Connection,
    document: Document,
    spans: tuple[Span, ...],
    *,
    words: str,
    speaker: str | None = None,
) -> ReviewSide:
    datings, readings = tables.datings, tables.readings
    row = connection.execute(
        select(datings.c.date_lo, datings.c.date_hi, readings.c.sentences)
        .join(readings, readings.c.document_id == datings.c.document_id)
        .where(datings.c.document_id == document.id)
    ).one()
    around = _around(spans, read_spans(row.sentences), len(document.text))
    return ReviewSide(
        document=document.id,
        title=document.title,
        outlet=document.outlet,
        date=read_interval(row.date_lo, row.date_hi),
        path=document.original.path,
        language=document.language,
        sha256=document.original.sha256,
        words=words,
        speaker=speaker,
        spans=spans,
        original_spans=tuple(part for span in spans for part in document.original_spans(span)),
        context_start=around.start if around else 0,
        context=document.quote(around) if around else "",
    )


def _around(spans: Sequence[Span], sentences: Sequence[Span], length: int) -> Span | None:
    """Return the sentences of the words with two before and two behind; the first ones for none."""
    if length == 0:
        return None
    meant = hull(spans) if spans else Span(0, 1)
    touched = [at for at, sentence in enumerate(sentences) if sentence.overlaps(meant)]
    start, end = meant.start, meant.end
    if touched:
        first = max(touched[0] - _AROUND, 0)
        last = min(touched[-1] + _AROUND, len(sentences) - 1)
        start, end = min(start, sentences[first].start), max(end, sentences[last].end)
    spare = max((_MOST_CONTEXT - (meant.end - meant.start)) // 2, 0)
    return Span(max(start, meant.start - spare), min(end, meant.end + spare, length))
