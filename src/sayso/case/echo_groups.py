"""Echo groups in a case: a new edge joins the groups of its two claims.

A group is named by the least claim in it, so that its name does not depend on the order in which
its documents came.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from sqlalchemy import Connection, delete, or_, select, update

from sayso.case.parts import in_parts
from sayso.case.prepared import insert_rows
from sayso.case.statement_tables import echo_members, echoes
from sayso.story.echoes.edge import EchoEdge

if TYPE_CHECKING:
    from sayso.case.values import Row


def join_groups(connection: Connection, edges: Iterable[EchoEdge]) -> None:
    """Put the claims of new edges into groups; groups that they tie become one."""
    documents: dict[str, str] = {}
    pairs: list[tuple[str, str]] = []
    for edge in edges:
        documents |= {edge.from_claim: edge.from_document, edge.to_claim: edge.to_document}
        pairs.append((edge.from_claim, edge.to_claim))
    known = _groups_of(connection, documents)
    # A group is tied to each of its claims that an edge touches.
    pairs += [(claim, _claim_of(group)) for claim, group in known.items()]
    for part in _parts(pairs):
        name = _group_of(min(part))
        old = {group for claim, group in known.items() if claim in part} - {name}
        if old:
            changed = update(echo_members).where(echo_members.c.group_id.in_(old))
            connection.execute(changed.values(group_id=name))
        new: list[Row] = [
            {"claim_id": claim, "document_id": documents[claim], "group_id": name}
            for claim in sorted(part)
            if claim in documents and claim not in known
        ]
        if new:
            insert_rows(connection, echo_members, new)


def regroup_without(connection: Connection, document_id: str) -> None:
    """Take the claims of a document out of their groups; what they alone held together parts.

    The edges of the document have been taken out before.
    """
    members = echo_members.c
    own = select(members.group_id).where(members.document_id == document_id)
    groups = set(connection.execute(own).scalars())
    for group in sorted(groups):
        rows = connection.execute(select(echo_members).where(members.group_id == group)).all()
        claims = [row.claim_id for row in rows if row.document_id != document_id]
        connection.execute(delete(echo_members).where(members.group_id == group))
        documents = {row.claim_id: row.document_id for row in rows}
        for part in _parts(_edges_among(connection, claims)):
            left: list[Row] = [
                {
                    "claim_id": claim,
                    "document_id": documents[claim],
                    "group_id": _group_of(min(part)),
                }
                for claim in sorted(part)
            ]
            insert_rows(connection, echo_members, left)


def _groups_of(connection: Connection, claims: Iterable[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    members = echo_members.c
    for some in in_parts(sorted(claims)):
        statement = select(members.claim_id, members.group_id).where(members.claim_id.in_(some))
        found |= {row.claim_id: row.group_id for row in connection.execute(statement)}
    return found


def _edges_among(connection: Connection, claims: Iterable[str]) -> list[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for some in in_parts(sorted(claims)):
        touching = or_(echoes.c.from_claim.in_(some), echoes.c.to_claim.in_(some))
        statement = select(echoes.c.from_claim, echoes.c.to_claim).where(touching)
        found |= {(row.from_claim, row.to_claim) for row in connection.execute(statement)}
    return sorted(found)


def _parts(pairs: Iterable[tuple[str, str]]) -> Iterator[set[str]]:
    """Yield the connected parts of a graph."""
    beside: defaultdict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        beside[one].add(other)
        beside[other].add(one)
    seen: set[str] = set()
    for start in sorted(beside):
        part, waiting = set(), [start]
        while waiting:
            claim = waiting.pop()
            if claim not in seen:
                seen.add(claim)
                part.add(claim)
                waiting += beside[claim]
        if part:
            yield part


def _group_of(claim: str) -> str:
    return f"g{claim[1:]}"


def _claim_of(group: str) -> str:
    return f"c{group[1:]}"
