"""Lists of quote pairs, denials and echoes, each with the claims on both of its sides."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import Connection, Table, func, or_, select
from sqlalchemy import Row as Found

from sayso.case import tables
from sayso.case.conditions import claim_conditions, page, with_document
from sayso.case.dialect.expressions import nested
from sayso.case.filters import ClaimFilter
from sayso.case.ledger import claims_by_id
from sayso.case.parts import in_parts
from sayso.case.records import ClaimRow
from sayso.case.run_records import RunId
from sayso.case.sought import Condition
from sayso.case.statement_records import DenialRow, EchoGroupRow, EchoRow, QuotePairRow
from sayso.case.statement_tables import denials, echo_members, echoes, quote_pairs
from sayso.case.statements import read_chains
from sayso.case.values import read_spans
from sayso.case.walking import tested
from sayso.errors import CaseError
from sayso.frozen import dataclass
from sayso.story.denials.denial import DenialKind, DenialReason
from sayso.story.echoes.edge import EchoEdge, EchoEvidence
from sayso.story.echoes.groups import group_echoes
from sayso.story.echoes.lineage import Report, report_of
from sayso.story.quotes.alignment import Concern, Difference
from sayso.story.quotes.rendering import RenderingKind
from sayso.story.quotes.wording_notes import WordingNote, WordingStatus
from sayso.story.reuse_edge import Direction
from sayso.text import Span

if TYPE_CHECKING:
    from sayso.case.sought import AnySelect

_AT_ONCE = 200
# So many pairs are sorted in a moment.
_FEW = 1_000
# Claims of a group of which a case tells: what thousands repeat is told by the first of them.
_MOST_MEMBERS = 2_000

_T = TypeVar("_T")
_ClaimsById = Mapping[str, ClaimRow]


@dataclass(frozen=True, slots=True, kw_only=True)
class PairFilter:
    """What lists of two claims each can be narrowed by.

    ``claim`` holds for one of both sides at the least. ``name`` is the id of the pair, of a claim
    or of a document, or the beginning of one. ``since_run`` keeps what that run and later ones
    found.
    """

    claim: ClaimFilter = field(default_factory=ClaimFilter)
    name: str | None = None
    kind: RenderingKind | DenialKind | None = None
    concern: Concern | None = None
    since_run: int | None = None


def list_quote_pairs(
    connection: Connection, by: PairFilter, *, limit: int | None, offset: int
) -> Iterator[QuotePairRow]:
    statement = _ordered(connection, quote_pairs, "left", _quote_conditions(by))
    for row, sides in _with_sides(connection, page(statement, limit, offset), ("left", "right")):
        yield _quote_pair(row, sides)


def count_quote_pairs(connection: Connection, by: PairFilter, most: int) -> int:
    """Count the pairs that would be listed, no further than ``most``."""
    return _count(connection, quote_pairs, _quote_conditions(by), most)


def count_denials(connection: Connection, by: PairFilter, most: int) -> int:
    """Count the denials that would be listed, no further than ``most``."""
    return _count(connection, denials, _conditions(denials, ("asserted", "denied"), by), most)


def list_denials(
    connection: Connection, by: PairFilter, *, limit: int | None, offset: int
) -> Iterator[DenialRow]:
    sides = ("asserted", "denied")
    statement = _ordered(connection, denials, "denied", _conditions(denials, sides, by))
    for row, claims in _with_sides(connection, page(statement, limit, offset), sides):
        yield _denial(row, claims)


def list_echoes(
    connection: Connection, by: PairFilter, *, limit: int | None, offset: int
) -> Iterator[EchoRow]:
    statement = (
        _ordered(connection, echoes, "from", _conditions(echoes, ("from", "to"), by))
        .join(echo_members, echo_members.c.claim_id == echoes.c.from_claim)
        .add_columns(echo_members.c.group_id)
    )
    for row in connection.execute(page(statement, limit, offset)):
        yield EchoRow(id=row.id, group=row.group_id, edge=_edge(row), run=RunId(row.run_id))


def list_group_echoes(connection: Connection, group: str) -> Iterator[EchoRow]:
    """Yield the steps between the claims of one group."""
    members = echo_members.c
    statement = (
        select(echoes)
        .join(echo_members, members.claim_id == echoes.c.from_claim)
        .where(members.group_id == group)
        .order_by(
            echoes.c.from_document, echoes.c.from_claim, echoes.c.to_document, echoes.c.to_claim
        )
    )
    for row in connection.execute(statement):
        yield EchoRow(id=row.id, group=group, edge=_edge(row), run=RunId(row.run_id))


def list_groups(
    connection: Connection, *, document: str | None, limit: int | None, offset: int
) -> Iterator[EchoGroupRow]:
    """Yield the groups by name, all of them or those with a claim of one document."""
    members = echo_members.c
    statement = select(members.group_id).distinct().order_by(members.group_id)
    if document is not None:
        statement = statement.where(members.document_id == document)
    for name in connection.execute(page(statement, limit, offset)).scalars().all():
        yield _group(connection, name)


def one_group(connection: Connection, name: str) -> EchoGroupRow:
    """Return a group by its name; CaseError if there is none."""
    members = echo_members.c
    known = select(members.group_id).where(members.group_id == name).limit(1)
    if connection.execute(known).first() is None:
        raise CaseError(f"there is no group {name} in this case")
    return _group(connection, name)


def _group(connection: Connection, name: str) -> EchoGroupRow:
    members = echo_members.c
    own = select(members.claim_id).where(members.group_id == name).order_by(members.claim_id)
    claims = connection.execute(own.limit(_MOST_MEMBERS)).scalars().all()
    edges = []
    for some in in_parts(claims):
        steps = connection.execute(select(echoes).where(echoes.c.from_claim.in_(some)))
        edges += [_edge(step) for step in steps]
    told = set(claims)
    edges = [edge for edge in edges if edge.to_claim in told]
    rows = claims_by_id(connection, claims)
    chains = read_chains(connection, sorted({row.document for row in rows.values()}))

    def report(claim: str) -> Report:
        row = rows[claim]
        chain = chains.get(row.document, ())
        speaker = row.actor_name or row.claim.speaker
        own = replace(row.claim, speaker=speaker)
        return report_of(own, row.document, outlet=row.outlet, chain=chain)

    (group, *_) = group_echoes(edges, report)
    return EchoGroupRow(id=name, group=group)


def _quote_conditions(by: PairFilter) -> list[Condition]:
    conditions = _conditions(quote_pairs, ("left", "right"), by)
    if by.concern is not None:
        conditions.append(quote_pairs.c.concerns.contains(by.concern.value))
    return conditions


def _conditions(table: Table, sides: tuple[str, str], by: PairFilter) -> list[Condition]:
    claims = [table.c[f"{side}_claim"] for side in sides]
    documents = [table.c[f"{side}_document"] for side in sides]
    found: list[Condition] = []
    if wanted := claim_conditions(by.claim):
        these = select(tables.claims.c.id).select_from(with_document(tables.claims)).where(*wanted)
        found.append(or_(*(claim.in_(these) for claim in claims)))
    if by.name is not None:
        names = (table.c.id, *claims, *documents)
        begins = by.name.strip().lower()
        found.append(or_(*(_begins(column, begins) for column in names)))
    if by.kind is not None:
        found.append(table.c.kind == by.kind.value)
    if by.since_run is not None:
        found.append(table.c.run_id >= by.since_run)
    return found


def _begins(column: Any, name: str) -> Condition:
    # A range, which an index serves; the last character sorts behind every one of an id.
    condition: Condition = (column >= name) & (column < name + "\U0010ffff")
    return condition


def _ordered(
    connection: Connection, table: Table, side: str, conditions: Sequence[Condition]
) -> "AnySelect":
    """Order by the day and the place of one side; of many pairs the days are walked, few are sorted."""
    claims, datings = tables.claims, tables.datings
    place = (claims.c.id == table.c[f"{side}_claim"]) & (
        claims.c.document_id == table.c[f"{side}_document"]
    )
    dated = datings.c.document_id == claims.c.document_id
    many = _count(connection, table, conditions, _FEW) == _FEW
    of_day = table.c[f"{side}_document"] == datings.c.document_id
    walked = nested(nested(datings, table, of_day), claims, place)
    return (
        select(table)
        .select_from(walked if many else table.join(claims, place).join(datings, dated))
        .where(*(tested(table, conditions) if many else conditions))
        .order_by(datings.c.sort_day, datings.c.document_id, claims.c.position, table.c.id)
    )


def _count(connection: Connection, table: Table, conditions: Sequence[Condition], most: int) -> int:
    some = select(table.c.id).where(*conditions).limit(most).subquery()
    return int(connection.execute(select(func.count()).select_from(some)).scalar_one())


def _with_sides(
    connection: Connection, statement: "AnySelect", sides: tuple[str, str]
) -> Iterator[tuple[Found[Any], _ClaimsById]]:
    """Yield rows with the claims that they are of, some at a time."""
    for rows in connection.execute(statement).partitions(_AT_ONCE):
        names = {getattr(row, f"{side}_claim") for row in rows for side in sides}
        claims = claims_by_id(connection, sorted(names))
        for row in rows:
            yield row, claims


def _quote_pair(row: Found[Any], claims: _ClaimsById) -> QuotePairRow:
    return QuotePairRow(
        id=row.id,
        left=claims[row.left_claim],
        right=claims[row.right_claim],
        kind=RenderingKind(row.kind),
        concerns=frozenset(map(Concern, row.concerns.split())),
        same_speaker=_same_speaker(row, claims[row.left_claim], claims[row.right_claim]),
        share=row.share,
        nearness=row.nearness,
        differences=tuple(_read(row.differences, _difference)),
        left_notes=tuple(_read(row.left_notes, _note)),
        right_notes=tuple(_read(row.right_notes, _note)),
        rule=row.rule,
        run=RunId(row.run_id),
    )


def _denial(row: Found[Any], claims: _ClaimsById) -> DenialRow:
    return DenialRow(
        id=row.id,
        asserted=claims[row.asserted_claim],
        denied=claims[row.denied_claim],
        kind=DenialKind(row.kind),
        reason=DenialReason(row.reason),
        same_speaker=_same_speaker(row, claims[row.asserted_claim], claims[row.denied_claim]),
        asserted_first=_state(row.asserted_first),
        share=row.share,
        asserted_spans=read_spans(row.asserted_spans),
        denied_spans=read_spans(row.denied_spans),
        through=row.through,
        rule=row.rule,
        run=RunId(row.run_id),
    )


def _same_speaker(row: Found[Any], left: ClaimRow, right: ClaimRow) -> bool | None:
    """Say whether both are of one actor; where that is not known of both, what their names said."""
    if left.actor is not None and right.actor is not None:
        return left.actor == right.actor
    return _state(row.same_speaker)


def _edge(row: Found[Any]) -> EchoEdge:
    return EchoEdge(
        from_claim=row.from_claim,
        from_document=row.from_document,
        from_spans=read_spans(row.from_spans),
        to_claim=row.to_claim,
        to_document=row.to_document,
        to_spans=read_spans(row.to_spans),
        evidence=EchoEvidence(row.evidence),
        share=row.share,
        direction=Direction(row.direction),
        rule=row.rule,
    )


def _read(text: str, made: Callable[[Any], _T]) -> Iterator[_T]:
    return map(made, json.loads(text))


def _difference(written: Sequence[Any]) -> Difference:
    left, right, concerns = written
    return Difference(
        left=tuple(Span(*pair) for pair in left),
        right=tuple(Span(*pair) for pair in right),
        concerns=frozenset(map(Concern, concerns)),
    )


def _note(written: Sequence[Any]) -> WordingNote:
    status, start, end, rule = written
    return WordingNote(status=WordingStatus(status), span=Span(start, end), rule=rule)


def _state(value: int | None) -> bool | None:
    return None if value is None else bool(value)
