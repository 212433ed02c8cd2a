"""Storing what ties statements of different documents together, and taking it out again."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, Table, delete, or_

from sayso.case.dialect.expressions import insert_unless_there
from sayso.case.echo_groups import join_groups, regroup_without
from sayso.case.prepared import insert_rows
from sayso.case.run_records import RunId
from sayso.case.statement_tables import denials, echoes, quote_pairs
from sayso.case.statements import remove_keys, store_keys
from sayso.case.values import Row, Value, compact, spans_text
from sayso.documents import record_id
from sayso.story.denials.denial import Denial
from sayso.story.echoes.edge import EchoEdge
from sayso.story.quotes.alignment import Difference
from sayso.story.quotes.rendering import Rendering
from sayso.story.quotes.wording_notes import WordingNote
from sayso.story.statement_relations import StatementRelations
from sayso.text import Span

# The two documents that each kind of tie is between.
_SIDES = (
    (quote_pairs, ("left_document", "right_document")),
    (denials, ("asserted_document", "denied_document")),
    (echoes, ("from_document", "to_document")),
)


def store_statements(
    connection: Connection, document_id: str, relations: StatementRelations, run: RunId
) -> None:
    """Store what ties the statements of a new document to others."""
    store_keys(connection, document_id, relations, run)
    _insert(connection, quote_pairs, map(_quote_pair, relations.renderings), run)
    _insert(connection, denials, map(_denial, relations.denials), run)
    _insert(connection, echoes, map(_echo, relations.echoes), run)
    join_groups(connection, relations.echoes)


def remove_statements(connection: Connection, document_id: str) -> None:
    """Take out what ties the claims of a document to others, before they are replaced."""
    remove_keys(connection, document_id)
    for table, sides in _SIDES:
        own = or_(*(table.c[side] == document_id for side in sides))
        connection.execute(delete(table).where(own))
    regroup_without(connection, document_id)


def _insert(connection: Connection, table: Table, rows: Iterable[Row], run: RunId) -> None:
    found: Sequence[Row] = [{**row, "run_id": run} for row in rows]
    if found:
        insert_rows(connection, insert_unless_there(table), found)


def _quote_pair(one: Rendering) -> Row:
    left, right = one.left, one.right
    return {
        "id": record_id("q", left.claim, right.claim),
        "left_document": left.document,
        "left_claim": left.claim,
        "right_document": right.document,
        "right_claim": right.claim,
        "kind": one.kind.value,
        "concerns": " ".join(sorted(one.concerns)),
        "same_speaker": _state(one.same_speaker),
        "share": one.alignment.share,
        "nearness": one.nearness,
        "differences": _differences_text(one.alignment.differences),
        "left_notes": _notes_text(one.left_notes),
        "right_notes": _notes_text(one.right_notes),
        "rule": one.rule,
    }


def _denial(one: Denial) -> Row:
    return {
        "id": record_id("n", one.asserted.claim, one.denied.claim),
        "asserted_document": one.asserted.document,
        "asserted_claim": one.asserted.claim,
        "denied_document": one.denied.document,
        "denied_claim": one.denied.claim,
        "kind": one.kind.value,
        "reason": one.reason.value,
        "same_speaker": _state(one.same_speaker),
        "asserted_first": _state(one.asserted_first),
        "share": one.share,
        "asserted_spans": spans_text(one.asserted_spans),
        "denied_spans": spans_text(one.denied_spans),
        "through": one.through.claim if one.through else None,
        "rule": one.rule,
    }


def _echo(edge: EchoEdge) -> Row:
    return {
        "id": record_id("h", *sorted((edge.from_claim, edge.to_claim))),
        "from_document": edge.from_document,
        "from_claim": edge.from_claim,
        "to_document": edge.to_document,
        "to_claim": edge.to_claim,
        "evidence": edge.evidence.value,
        "share": edge.share,
        "from_spans": spans_text(edge.from_spans),
        "to_spans": spans_text(edge.to_spans),
        "direction": edge.direction.value,
        "rule": edge.rule,
    }


def _state(known: bool | None) -> Value:  # noqa: FBT001 -- three states
    return None if known is None else int(known)


def _differences_text(differences: Iterable[Difference]) -> str:
    return compact(
        [
            [_pairs(one.left), _pairs(one.right), sorted(concern.value for concern in one.concerns)]
            for one in differences
        ]
    )


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _notes_text(notes: Iterable[WordingNote]) -> str:
    return compact(
        [[note.status.value, note.span.start, note.span.end, note.rule] for note in notes]
    )
