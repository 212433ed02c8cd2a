"""A document as rows of its tables, and back."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Row as Found
from sqlalchemy import Table

from sayso.case import tables
from sayso.case.run_records import RunId
from sayso.case.values import (
    Row,
    folded,
    framing_text,
    interval_columns,
    intervals_text,
    moment_text,
    numbers_text,
    read_framing,
    read_interval,
    read_intervals,
    read_known_span,
    read_numbers,
    read_span,
    read_spans,
    read_strings,
    span_text,
    spans_text,
    storable,
    strings_text,
)
from sayso.documents import (
    ChainBasis,
    ChainLink,
    DateBasis,
    DateCandidate,
    Document,
    Flag,
    Furniture,
    FurnitureKind,
    Original,
    Role,
    content_hash,
)
from sayso.text import TextMap

# Which layer a candidate for a date comes from: the reader, or the evidence.
PAGE_LAYER = "page"
DATING_LAYER = "dating"


def document_row(document: Document, run: RunId, now: datetime) -> Row:
    original, outlet = document.original, document.outlet
    return {
        "id": document.id,
        "sha256": original.sha256,
        "media_type": original.media_type,
        "path": storable(original.path),
        "address": original.address,
        "retrieved": None if original.retrieved is None else original.retrieved.isoformat(),
        "framing": framing_text(original.framing),
        "title": document.title,
        "title_span": span_text(document.title_span),
        "byline": strings_text(document.byline),
        "outlet": outlet,
        "outlet_folded": None if outlet is None else folded(outlet),
        "language": document.language,
        "added": moment_text(now),
        "run_id": run,
    }


def text_row(document: Document, run: RunId) -> Row:
    return {
        "document_id": document.id,
        "sha256": text_hash(document.text),
        "characters": len(document.text),
        "text": document.text,
        "text_map": numbers_text(document.text_map.to_numbers()),
        "extractor": document.extractor,
        "encoding": document.encoding,
        "original_length": document.original_length,
        "page_starts": numbers_text(document.page_starts),
        "run_id": run,
    }


def text_hash(text: str) -> str:
    """Name a version of a text: offsets hold for exactly these characters."""
    return content_hash(text.encode("utf-8", "surrogatepass"))


def document_parts(document: Document, run: RunId) -> Iterable[tuple[Table, list[Row]]]:
    """Return the rows below a document that come and go with its reading."""
    fixed: Row = {"document_id": document.id, "run_id": run}
    yield (
        tables.document_flags,
        [{**fixed, "flag": flag.value} for flag in sorted(document.flags)],
    )
    yield (
        tables.chain_links,
        [{**fixed, "position": at, **_link(link)} for at, link in enumerate(document.chain)],
    )
    yield (
        tables.furniture,
        [{**fixed, "position": at, **_cut(piece)} for at, piece in enumerate(document.furniture)],
    )
    yield (
        tables.date_candidates,
        [
            {**fixed, "layer": PAGE_LAYER, "position": at, "chosen": 0, **candidate_columns(c)}
            for at, c in enumerate(document.dates)
        ],
    )


def document_from(
    row: Found[Any],
    *,
    chain: Iterable[ChainLink],
    dates: Iterable[DateCandidate],
    flags: Iterable[Flag],
    furniture: Iterable[Furniture],
) -> Document:
    """Put a document together from its row, joined with text and original, and its parts."""
    return Document(
        id=row.id,
        original=_original(row),
        text=row.text,
        text_map=TextMap.from_numbers(read_numbers(row.text_map)),
        extractor=row.extractor,
        encoding=row.encoding,
        original_length=row.original_length,
        title=row.title,
        title_span=read_known_span(row.title_span),
        byline=read_strings(row.byline),
        chain=tuple(chain),
        dates=tuple(dates),
        language=row.language,
        flags=frozenset(flags),
        furniture=tuple(furniture),
        page_starts=read_numbers(row.page_starts),
    )


def candidate_columns(candidate: DateCandidate) -> Row:
    return {
        **interval_columns("date", candidate.interval),
        "basis": candidate.basis.value,
        "weight": float(candidate.weight),
        "original_spans": spans_text(candidate.original_spans),
        "written": candidate.written,
        "rule": candidate.rule,
        "modified": int(candidate.modified),
        "alternatives": intervals_text(candidate.alternatives),
    }


def read_candidate(row: Found[Any]) -> DateCandidate:
    return DateCandidate(
        interval=read_interval(row.date_lo, row.date_hi),
        basis=DateBasis(row.basis),
        weight=row.weight,
        original_spans=read_spans(row.original_spans),
        written=row.written,
        rule=row.rule,
        modified=bool(row.modified),
        alternatives=read_intervals(row.alternatives),
    )


def read_link(row: Found[Any]) -> ChainLink:
    return ChainLink(
        name=row.name,
        role=Role(row.role),
        basis=ChainBasis(row.basis),
        original_span=read_known_span(row.original_span),
        rule=row.rule,
    )


def read_furniture(row: Found[Any]) -> Furniture:
    return Furniture(
        original_span=read_span(row.original_span),
        kind=FurnitureKind(row.kind),
        rule=row.rule,
    )


def _original(row: Found[Any]) -> Original:
    return Original(
        sha256=row.sha256,
        size=row.size,
        media_type=row.media_type,
        path=row.path,
        address=row.address,
        retrieved=None if row.retrieved is None else datetime.fromisoformat(row.retrieved),
        framing=read_framing(row.framing),
    )


def _link(link: ChainLink) -> Row:
    return {
        "name": link.name,
        "role": link.role.value,
        "basis": link.basis.value,
        "original_span": span_text(link.original_span),
        "rule": link.rule,
    }


def _cut(furniture: Furniture) -> Row:
    return {
        "original_span": span_text(furniture.original_span),
        "kind": furniture.kind.value,
        "rule": furniture.rule,
    }
