"""The statements of a case, looked up by their keys: only the few that may say the same are read."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select
from sqlalchemy import Row as Found

from sayso.case import tables
from sayso.case.dialect.expressions import one_of_bound
from sayso.case.document_rows import read_link
from sayso.case.evidence_rows import read_claim
from sayso.case.parts import in_parts
from sayso.case.prepared import Prepared, insert_rows
from sayso.case.remembered_keys import RememberedKeys
from sayso.case.statement_tables import denials, statement_keys, statement_words
from sayso.case.values import Row, compact, read_interval, read_spans
from sayso.documents import ChainLink
from sayso.evidence.dating import Doubt, DoubtNote
from sayso.story.denials.denial import Denial, DenialKind, DenialReason
from sayso.story.denials.find import TELLING
from sayso.story.statement_relations import StatementRelations
from sayso.story.statements.keys import PER_KEY, keys_of, nearest
from sayso.story.statements.lookup import WordCounts
from sayso.story.statements.statement import (
    DocumentFacts,
    Statement,
    is_statement,
    read_statement,
)

Reads = Callable[[], AbstractContextManager[Connection]]

# Statements whose keys are looked up together, and statements that are read together.
_AT_ONCE = 64
_CANDIDATES_AT_ONCE = 500

_claims, _documents, _texts = tables.claims, tables.documents, tables.texts


class StoredStatements:
    """The statements of a case beside those of one document.

    What is read is kept while the document is related: the facts of some hundred documents.
    """

    def __init__(self, reads: Reads, statements: Sequence[Statement]) -> None:
        self._reads = reads
        self._facts: dict[str, DocumentFacts] = {}
        self._counts: dict[str, WordCounts] = {}
        self._documents: dict[str, tuple[Statement, ...]] = {}
        self._candidates: dict[str, tuple[Statement, ...]] = {}
        for some in in_parts(statements, _AT_ONCE):
            with reads() as connection:
                self._look_up(connection, some)

    def candidates(self, statement: Statement) -> Sequence[Statement]:
        return self._candidates.get(statement.claim, ())

    def of_document(self, document: str) -> Sequence[Statement]:
        if document not in self._documents:
            facts = self.facts(document)
            with self._reads() as connection:
                rows = _OF_DOCUMENT.rows(connection, document=document)
                claims = [read_claim(row) for row in rows]
            found = (read_statement(claim, facts) for claim in claims if is_statement(claim))
            self._documents[document] = tuple(found)
        return self._documents[document]

    def word_counts(self, document: str) -> WordCounts:
        if document not in self._counts:
            with self._reads() as connection:
                self._read_counts(connection, [document])
        return self._counts.get(document, {})

    def facts(self, document: str) -> DocumentFacts:
        """Return the facts of a document of the case."""
        if document not in self._facts:
            with self._reads() as connection:
                self._read_facts(connection, [document])
        return self._facts[document]

    def told_denials(self, claims: Iterable[str]) -> Mapping[str, Sequence[Denial]]:
        """Return the denials that tell what they deny, by the claim that they tell."""
        wanted, found = sorted(set(claims)), defaultdict(list)
        with self._reads() as connection:
            for some in in_parts(wanted):
                told = (
                    denials.c.asserted_claim.in_(some),
                    denials.c.reason.in_([one.value for one in TELLING]),
                )
                rows = connection.execute(select(denials).where(*told)).all()
                for row in rows:
                    found[row.asserted_claim].append(row)
        return {claim: [self._denial(row) for row in rows] for claim, rows in found.items()}

    def _denial(self, row: Found[Any]) -> Denial:
        """Return a stored denial; both of its sides stand in one document."""
        here = {one.claim: one for one in self.of_document(row.denied_document)}
        return Denial(
            asserted=here[row.asserted_claim],
            denied=here[row.denied_claim],
            kind=DenialKind(row.kind),
            reason=DenialReason(row.reason),
            same_speaker=None if row.same_speaker is None else bool(row.same_speaker),
            asserted_first=None if row.asserted_first is None else bool(row.asserted_first),
            share=row.share,
            asserted_spans=read_spans(row.asserted_spans),
            denied_spans=read_spans(row.denied_spans),
            rule=row.rule,
        )

    def _look_up(self, connection: Connection, statements: Sequence[Statement]) -> None:
        own = {statement.document for statement in statements}
        keys = {statement.claim: keys_of(statement) for statement in statements}
        numbers = (key.number for some in keys.values() for key in some)
        holders = _KEYS.holders(connection, numbers)
        wanted = {claim: nearest(some, holders) for claim, some in keys.items()}
        found = self._read(connection, {key for some in wanted.values() for key in some})
        for claim, some in wanted.items():
            known = (found[key] for key in some if key in found)
            self._candidates[claim] = tuple(one for one in known if one.document not in own)

    def _read(self, connection: Connection, keys: Iterable[int]) -> Mapping[int, Statement]:
        """Return statements by the keys of their rows."""
        found: dict[int, Statement] = {}
        for some in in_parts(sorted(keys), _CANDIDATES_AT_ONCE):
            rows = _WITH_KEYS.rows(connection, keys=some)
            names = sorted({row.document_id for row in rows})
            self._read_facts(connection, [name for name in names if name not in self._facts])
            self._read_counts(connection, [name for name in names if name not in self._counts])
            for row in rows:
                claim, facts = read_claim(row), self._facts[row.document_id]
                found[row.key] = read_statement(claim, facts)
        return found

    def _read_facts(self, connection: Connection, names: Sequence[str]) -> None:
        for facts in read_facts(connection, names):
            self._facts[facts.id] = facts

    def _read_counts(self, connection: Connection, names: Sequence[str]) -> None:
        for row in _COUNTS.rows(connection, names=names):
            self._counts[row.document_id] = json.loads(row.words)


def read_chains(
    connection: Connection, names: Sequence[str]
) -> Mapping[str, tuple[ChainLink, ...]]:
    """Return the chains of some documents, from the host on."""
    found: defaultdict[str, list[ChainLink]] = defaultdict(list)
    for row in _CHAINS.rows(connection, names=list(names)):
        found[row.document_id].append(read_link(row))
    return {name: tuple(some) for name, some in found.items()}


def read_facts(connection: Connection, names: Sequence[str]) -> Iterator[DocumentFacts]:
    """Yield what a comparison has to know of some documents."""
    chains = read_chains(connection, names)
    doubts: defaultdict[str, list[DoubtNote]] = defaultdict(list)
    for row in _DOUBTS.rows(connection, names=names):
        doubts[row.document_id].append(
            DoubtNote(doubt=Doubt(row.doubt), reason=row.reason, candidates=())
        )
    for row in _FACTS.rows(connection, names=names):
        yield DocumentFacts(
            id=row.id,
            text=row.text,
            outlet=row.outlet,
            chain=chains.get(row.id, ()),
            dated=read_interval(row.date_lo, row.date_hi),
            doubts=tuple(doubts[row.id]),
        )


def store_keys(
    connection: Connection, document_id: str, relations: StatementRelations, run: int
) -> None:
    """Store by which keys the statements of a document are found, as far as a key has room."""
    of_claim = dict(_NUMBERED.tuples(connection, document=document_id))
    _KEYS.remember(connection, [(of_claim[one.claim], one.numbers) for one in relations.keys])
    words: Row = {
        "document_id": document_id,
        "words": compact(dict(relations.words)),
        "run_id": run,
    }
    insert_rows(connection, statement_words, [words])


def remove_keys(connection: Connection, document_id: str) -> None:
    """Take out the keys that the statements of a document left."""
    (facts,) = read_facts(connection, [document_id])
    statement = select(_claims).where(_claims.c.document_id == document_id)
    for row in connection.execute(statement).all():
        numbers = [key.number for key in keys_of(read_statement(read_claim(row), facts))]
        _KEYS.forget(connection, row.key, numbers)
    connection.execute(delete(statement_words).where(statement_words.c.document_id == document_id))


_links, _doubts, _dated = tables.chain_links, tables.date_doubts, tables.own_datings
_KEYS = RememberedKeys(statement_keys, statement_keys.c.claim_key, room=PER_KEY)
_WITH_KEYS = Prepared(select(_claims).where(one_of_bound(_claims.c.key, "keys")))
_OF_DOCUMENT = Prepared(
    select(_claims)
    .where(_claims.c.document_id == bindparam("document"))
    .order_by(_claims.c.position)
)
_NUMBERED = Prepared(
    select(_claims.c.id, _claims.c.key).where(_claims.c.document_id == bindparam("document"))
)
_COUNTS = Prepared(
    select(statement_words).where(one_of_bound(statement_words.c.document_id, "names"))
)
_CHAINS = Prepared(
    select(_links).where(one_of_bound(_links.c.document_id, "names")).order_by(_links.c.position)
)
_DOUBTS = Prepared(select(_doubts).where(one_of_bound(_doubts.c.document_id, "names")))
_FACTS = Prepared(
    select(_documents.c.id, _documents.c.outlet, _texts.c.text, _dated.c.date_lo, _dated.c.date_hi)
    .join(_texts, _texts.c.document_id == _documents.c.id)
    .join(_dated, _dated.c.document_id == _documents.c.id)
    .where(one_of_bound(_documents.c.id, "names"))
)
