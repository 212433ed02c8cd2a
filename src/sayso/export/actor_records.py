"""The records of an export for actors: who, under which names, where named, who else it may be."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from sayso.documents import Document
from sayso.export.record import Record, RecordType, Spans, original_spans
from sayso.frozen import dataclass
from sayso.story.actors.name_form import Sort

if TYPE_CHECKING:
    from sayso.case import ActorMention, ActorRow, CaseReader, ProposalRow

# Documents kept while actors are written: many are named in the same few.
_KEPT = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorName:
    """A name of an actor, with how often it is written and why it means this one."""

    id: str
    name: str
    mentions: int
    documents: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorPlace:
    """A place where an actor is named, or referred to by other words; ``kind`` says which."""

    document: str
    spans: Spans
    original_spans: Spans
    quote: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MayBe:
    """Another actor that may be the same: a person has not decided it yet."""

    actor: str
    names: tuple[str, str]
    likeness: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedActor(Record):
    """An actor; the spans of the record itself are those of the first place that names it."""

    record: RecordType = RecordType.ACTOR
    name: str
    kind: Sort
    names: tuple[ActorName, ...]
    mentions: tuple[ActorPlace, ...]
    claims: int
    documents: int
    proposals: tuple[MayBe, ...]


def actor_records(case: "CaseReader") -> Iterator[ExportedActor]:
    """Yield the actors of a case that are named anywhere, those who say most first."""
    from sayso.case import ActorFilter  # noqa: PLC0415 -- loads SQLAlchemy: not for --help

    documents = lru_cache(maxsize=_KEPT)(case.document)
    for row in case.actors(ActorFilter(everything=True)):
        places = tuple(_place(one, documents) for one in case.actor_mentions(row.id))
        if places:
            yield _actor(case, row, places, documents(places[0].document))


def _actor(
    case: "CaseReader", row: "ActorRow", places: tuple[ActorPlace, ...], document: Document
) -> ExportedActor:
    return ExportedActor(
        id=row.id,
        document=document.id,
        path=document.original.path,
        sha256=document.original.sha256,
        spans=places[0].spans,
        original_spans=places[0].original_spans,
        name=row.name,
        kind=row.sort,
        names=tuple(
            ActorName(
                id=alias.id,
                name=alias.text,
                mentions=alias.mentions,
                documents=alias.documents,
                reasons=alias.reasons,
            )
            for alias in case.actor_aliases(row.id)
        ),
        mentions=places,
        claims=row.claims,
        documents=row.documents,
        proposals=tuple(_may_be(row.id, one) for one in case.actor_proposals(row.id)),
    )


def _place(mention: "ActorMention", documents: Callable[[str], Document]) -> ActorPlace:
    spans = (mention.span,)
    return ActorPlace(
        document=mention.document,
        spans=spans,
        original_spans=original_spans(documents(mention.document), spans),
        quote=mention.words,
        kind=mention.kind,
    )


def _may_be(actor: str, row: "ProposalRow") -> MayBe:
    return MayBe(
        actor=row.right if row.left == actor else row.left,
        names=row.names,
        likeness=round(row.score, 2),
        reasons=tuple(evidence.reason for evidence in row.evidence),
    )
