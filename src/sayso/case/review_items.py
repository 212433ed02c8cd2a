"""A row as a person decides on it: its words in their context, what is proposed, what was decided."""

from collections.abc import Callable, Iterator, Mapping

from sqlalchemy import Connection, select

from sayso.case import actor_tables, figure_tables, forecast_tables, tables
from sayso.case.dating_rows import read_doubts
from sayso.case.decision_records import RecordKind
from sayso.case.decisions import decision_rows
from sayso.case.ledger import claims_by_id
from sayso.case.review_fields import FIELDS, Values, machine_values
from sayso.case.review_folding import undone_by
from sayso.case.review_records import Review, ReviewField, ReviewItem, ReviewSide
from sayso.case.review_sides import claim_side, figure_side, name_side, read_source
from sayso.case.review_states import decisions_on, read_reviews
from sayso.case.review_targets import PAIRS, Target
from sayso.case.values import read_spans, read_strings, words
from sayso.frozen import dataclass


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
    return _Told(title=row.words, rule=row.claim.rule, sides=(claim_side(connection, row),))


def _figure(connection: Connection, target: Target) -> _Told:
    figures = tables.figures
    rule = connection.execute(select(figures.c.rule).where(figures.c.id == target.id)).scalar_one()
    side = figure_side(connection, target.id)
    return _Told(title=_figure_title(side), rule=rule, sides=(side,))


def _pair(connection: Connection, target: Target) -> _Told:
    table = PAIRS[target.kind].table
    row = connection.execute(select(table).where(table.c.id == target.id)).one()
    claims = claims_by_id(connection, target.names)
    sides = tuple(claim_side(connection, claims[name]) for name in target.names)
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
    sides = tuple(figure_side(connection, name) for name in target.names)
    title = " / ".join(map(_figure_title, sides))
    return _Told(title=title, rule=row.rule, sides=sides, reason=row.reason)


def _figure_title(side: ReviewSide) -> str:
    return f"{side.words} {side.what}" if side.what else side.words


def _date(connection: Connection, target: Target) -> _Told:
    """Show the words that the date rests on, or else the beginning of the document."""
    datings = tables.datings
    row = connection.execute(select(datings).where(datings.c.document_id == target.id)).one()
    told = [note.reason for note in read_doubts(row.doubts)]
    source = read_source(connection, target.id)
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
        for kept in source.text_map.cleaned_spans(span)
    ]
    found = tuple(sorted(spans)[:1])
    side = source.side(found, words=source.name)
    return _Told(
        title=source.name,
        rule=", ".join(dict.fromkeys(candidate.rule for candidate in chosen)) or "none",
        sides=(side,),
        notes=(*told, *read_strings(row.reasons)),
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
    sides = tuple(side for name in target.names for side in name_side(connection, rows[name].key))
    return _Told(
        title=" / ".join(rows[name].text for name in target.names),
        rule="names" if link is None else link.relation,
        sides=sides,
        notes=() if link is None else (f"likeness {link.score:.2f}", *read_strings(link.reasons)),
    )


def _forecast(connection: Connection, target: Target) -> _Told:
    forecasts = forecast_tables.forecasts
    row = connection.execute(select(forecasts).where(forecasts.c.id == target.id)).one()
    side = read_source(connection, row.document_id).side(
        read_spans(row.spans), words=row.words, speaker=row.speaker, what=row.kind
    )
    return _Told(title=row.words, rule=row.rule, sides=(side,))


def _outcome(connection: Connection, target: Target) -> _Told:
    """Show what was foretold beside the sentence that may answer it."""
    outcomes, texts = forecast_tables.forecast_outcomes, tables.texts
    row = connection.execute(select(outcomes).where(outcomes.c.id == target.id)).one()
    sides = []
    for document, spans in (
        (row.forecast_document, row.forecast_spans),
        (row.report_document, row.report_spans),
    ):
        statement = select(texts.c.text).where(texts.c.document_id == document)
        text = connection.execute(statement).scalar_one()
        told = read_spans(spans)
        source = read_source(connection, document)
        sides.append(source.side(told, words=words(told, text)))
    reason = ", ".join(one.replace("_", " ") for one in read_strings(row.reasons))
    return _Told(
        title=sides[0].words,
        rule=row.rule,
        sides=tuple(sides),
        reason=reason,
        notes=(row.status.replace("_", " "),),
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
    RecordKind.FORECAST: _forecast,
    RecordKind.OUTCOME: _outcome,
}
