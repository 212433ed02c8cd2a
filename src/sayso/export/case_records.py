"""Every record of a case in the order of an export: by document, then actors, what ties claims, and decisions."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

from sayso.case.review_records import Reviewed
from sayso.documents import Document
from sayso.export.actor_records import actor_records
from sayso.export.date_records import settled_date
from sayso.export.forecast_records import forecast_records
from sayso.export.place_records import place_records
from sayso.export.record import Record, RecordType, original_spans
from sayso.export.records import DecisionPlace, ExportedDecision, document_records
from sayso.export.relation_records import relation_records
from sayso.export.reviewed import with_reviews
from sayso.export.tie_records import TIES, tie_records
from sayso.text import Span

if TYPE_CHECKING:
    from sayso.case import CaseReader, DecisionRow, DocumentRow


def case_records(
    case: "CaseReader",
    kinds: Iterable[RecordType] = RecordType,
    *,
    only: Reviewed | None = None,
) -> Iterator[Record]:
    """Yield the records of the given kinds; the same case always gives the same order.

    ``only`` keeps, of what can be reviewed, what was decided so.
    """
    yield from with_reviews(case, _case_records(case, kinds), only=only)


def _case_records(case: "CaseReader", kinds: Iterable[RecordType]) -> Iterator[Record]:
    wanted = frozenset(kinds)
    if wanted - {
        *TIES,
        RecordType.ACTOR,
        RecordType.PLACE,
        RecordType.RELATION,
        RecordType.FORECAST,
        RecordType.DECISION,
    }:
        found = (one for row in case.documents() for one in _of_document(case, row))
        yield from (record for record in found if record.record in wanted)
    if RecordType.ACTOR in wanted:
        yield from actor_records(case)
    if RecordType.PLACE in wanted:
        yield from place_records(case)
    yield from tie_records(case, wanted)
    if RecordType.RELATION in wanted:
        yield from relation_records(case)
    if RecordType.FORECAST in wanted:
        yield from forecast_records(case)
    if RecordType.DECISION in wanted:
        decisions = sorted(case.decisions(), key=lambda row: row.sequence)
        yield from (_decision(case.document(one.document), one) for one in decisions)


def _of_document(case: "CaseReader", row: "DocumentRow") -> Iterator[Record]:
    from sayso.case import ClaimFilter  # noqa: PLC0415 -- loads SQLAlchemy: not for --help

    document = replace(case.document(row.id), flags=row.flags)
    actors = {claim.id: claim.actor for claim in case.claims(ClaimFilter(document=row.id))}
    date = settled_date(document, case.date(row.id), case.document)
    events = case.events.of_document(row.id)
    return document_records(document, case.evidence(row.id), actors, date, events)


def _decision(document: Document, row: "DecisionRow") -> ExportedDecision:
    decision = row.decision
    return ExportedDecision(
        id=f"decision_{row.sequence}",
        document=document.id,
        path=document.original.path,
        sha256=row.sha256,
        spans=row.spans,
        original_spans=_original_spans(document, row),
        kind=row.kind,
        target=decision.target,
        current=row.current,
        verdict=decision.verdict,
        field=decision.field,
        old=decision.old,
        new=decision.new,
        reason=decision.reason,
        actor=decision.actor,
        at=row.at,
        text_sha256=row.text_sha256,
        sides=tuple(_sides(row)),
    )


def _sides(row: "DecisionRow") -> Iterator[DecisionPlace]:
    """Yield both places of a decision on what ties two, so that it can be found again by them."""
    for place in (row, row.other) if row.other else ():
        yield DecisionPlace(
            document=place.document,
            sha256=place.sha256,
            text_sha256=place.text_sha256,
            spans=place.spans,
        )


def _original_spans(document: Document, row: "DecisionRow") -> tuple[Span, ...]:
    """Map the spans only if the text is still the one that the decision was made on."""
    if sha256(document.text.encode(errors="surrogatepass")).hexdigest() != row.text_sha256:
        return ()
    return original_spans(document, row.spans)
