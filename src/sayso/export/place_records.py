"""The records of an export for places: which each is, where it is named, and what it may be one with."""

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from sayso.export.record import Record, RecordType, Spans, original_spans
from sayso.frozen import dataclass
from sayso.places import ATTRIBUTION, PlaceKind, Point

if TYPE_CHECKING:
    from collections.abc import Callable

    from sayso.case import CaseReader, PlaceMentionRow, PlaceProposal, PlaceRow
    from sayso.documents import Document

# Documents kept while places are written: many are named in the same few.
_KEPT = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedPlace:
    """A mention of a place; ``score`` is how surely these words mean it."""

    document: str
    spans: Spans
    original_spans: Spans
    quote: str
    part: str | None
    score: float
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MayBeSite:
    """Another site that may be the same: a person has not decided it yet."""

    place: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedPlace(Record):
    """A place; ``kind`` says how precise ``point`` is, which for a site is that of ``point_of``.

    The spans of the record itself are those of the first mention.
    """

    record: RecordType = RecordType.PLACE
    name: str
    kind: PlaceKind
    sort: str | None
    aliases: tuple[str, ...]
    within: tuple[str, ...]
    country: str | None
    point: Point | None
    point_of: str | None
    geonames: int | None
    score: float
    documents: int
    mentions: tuple[NamedPlace, ...]
    proposals: tuple[MayBeSite, ...]
    attribution: str | None


def place_records(case: "CaseReader") -> Iterator[ExportedPlace]:
    """Yield the places of a case, those named in most documents first."""
    documents = lru_cache(maxsize=_KEPT)(case.document)
    proposals = tuple(case.place_proposals())
    for row in case.places():
        mentions = tuple(_mention(one, documents) for one in case.place_mentions(row.id))
        yield _place(row, mentions, documents(mentions[0].document), proposals)


def _place(
    row: "PlaceRow",
    mentions: tuple[NamedPlace, ...],
    document: "Document",
    proposals: "tuple[PlaceProposal, ...]",
) -> ExportedPlace:
    return ExportedPlace(
        id=row.id,
        document=document.id,
        path=document.original.path,
        sha256=document.original.sha256,
        spans=mentions[0].spans,
        original_spans=mentions[0].original_spans,
        name=row.name,
        kind=row.kind,
        sort=row.sort,
        aliases=row.aliases,
        within=row.within,
        country=row.country,
        point=row.point,
        point_of=row.point_of,
        geonames=row.geonames,
        score=round(row.score, 3),
        documents=row.documents,
        mentions=mentions,
        proposals=tuple(_may_be(row.id, proposals)),
        attribution=ATTRIBUTION if row.point else None,
    )


def _mention(row: "PlaceMentionRow", documents: "Callable[[str], Document]") -> NamedPlace:
    spans = (row.placed.span,)
    return NamedPlace(
        document=row.document,
        spans=spans,
        original_spans=original_spans(documents(row.document), spans),
        quote=row.words,
        part=row.placed.part,
        score=round(row.placed.score, 3),
        rule=row.placed.rule,
    )


def _may_be(place: str, proposals: "tuple[PlaceProposal, ...]") -> Iterator[MayBeSite]:
    for one in proposals:
        for mine, other in ((one.left, one.right), (one.right, one.left)):
            if mine.id == place:
                yield MayBeSite(place=other.id, reasons=one.reasons)
