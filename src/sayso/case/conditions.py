"""Conditions and joins that several lists of a case share."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sqlalchemy import FromClause, SelectBase, Table, and_, false, or_, select, union_all

from sayso.case import actor_tables, tables
from sayso.case.claim_ties import goes_back_to
from sayso.case.decision_records import RecordKind
from sayso.case.dialect.expressions import nested, only_tested
from sayso.case.dialect.full_text import has_words, holds_words, keys_with_words
from sayso.case.filters import (
    ClaimFilter,
    DateFilter,
    DocumentFilter,
    FigureFilter,
    TimexFilter,
)
from sayso.case.flags import flag_rows
from sayso.case.place_conditions import records_of
from sayso.case.place_tables import claim_places, figure_places
from sayso.case.review_records import Reviewed, ReviewState
from sayso.case.review_tables import reviews
from sayso.case.sought import AnySelect, Condition, KeySet, Sought, known, own_window, reach, window
from sayso.case.values import folded, name_words
from sayso.evidence.claim import Voice
from sayso.language.analysis import SPEECH, AttributionKind, Manner
from sayso.story.actors.seats import known_acronyms

_documents, _datings = tables.documents, tables.datings
# Sorts behind every letter.
_LAST = "\U0010ffff"


def with_document(table: FromClause) -> FromClause:
    """Join rows of ``table`` with their document and its date."""
    return table.join(_documents, _documents.c.id == table.c.document_id).join(
        _datings, _datings.c.document_id == table.c.document_id
    )


def page(statement: AnySelect, limit: int | None, offset: int) -> AnySelect:
    """Cut a list; ValueError if a number is negative."""
    if offset < 0 or (limit is not None and limit < 0):
        raise ValueError(f"limit and offset cannot be negative, got {limit} and {offset}")
    return statement.limit(limit).offset(offset or None)


def document_conditions(by: DocumentFilter) -> list[Condition]:
    found = [*window(_datings, "date", by.since, by.until), *_of_outlet(by.outlet)]
    if by.flag is not None:
        flags = flag_rows()
        flagged = select(flags.c.document_id).where(flags.c.flag == by.flag.value)
        found.append(_documents.c.id.in_(flagged))
    if by.language is not None:
        found.append(_documents.c.language == by.language)
    if by.text is not None:
        found.append(has_words(tables.texts, ("text",), by.text))
    if by.ids is not None:
        found.append(_documents.c.id.in_(by.ids))
    return [*found, *_since_run(_documents, by.since_run)]


def claim_conditions(by: ClaimFilter) -> Sequence[Condition]:
    return claims_sought(by).conditions


def claims_sought(by: ClaimFilter) -> Sought:
    """Return what claims are narrowed by."""
    claims = tables.claims
    rows = [
        *_equal(claims, "document_id", by.document),
        *_equal(claims, "force", by.force),
        *_equal(claims, "kind", by.kind),
        *_equal(claims, "manner", by.manner),
        *_since_run(claims, by.since_run),
    ]
    if by.origin is not None:
        rows.append(goes_back_to(by.origin))
    decided, open_ = _decided(claims, RecordKind.CLAIM, by.review)
    return Sought(
        name=("claims", by),
        key=claims.c.key,
        keys=tuple(_claim_keys(by)),
        rows=(*rows, *decided),
        mostly=(*_of_speech(by.speech), *_in_voice(by.voice), *open_),
        documents=tuple(_of_outlet(by.outlet)),
        within=own_window(claims, "said", by.since, by.until),
        reach=reach("said", by.since, by.until),
    )


def _claim_keys(by: ClaimFilter) -> Iterator[KeySet]:
    claims, actors = tables.claims, actor_tables.actors
    if by.text is not None:
        texts = tables.texts
        written = keys_with_words(texts, ("text",), by.text).subquery()
        of_text = nested(written, texts, texts.c.key == written.c.key)
        documents = select(texts.c.document_id).select_from(of_text)
        yield replace(worded(claims, ("words",), by.text), documents=documents)
    if by.place is not None:
        yield records_of(claim_places, by.place)
    if by.speaker is not None:
        unnamed = has_words(claims, ("source_words",), by.speaker)
        keys = union_all(
            keys_with_words(claims, ("speaker",), by.speaker),
            select(claims.c.key).where(claims.c.speaker.is_(None), unnamed),
            select(said_by(with_actor_words(by.speaker)).subquery().c.claim_key),
        ).subquery()
        yield KeySet(name=("claims by speaker", by.speaker), keys=select(keys.c.key))
    if by.actor is not None:
        said = said_by(select(actors.c.key).where(actors.c.id == by.actor)).subquery()
        yield KeySet(name=("claims by actor", by.actor), keys=select(said.c.claim_key.label("key")))


def worded(table: Table, columns: Sequence[str], words: str) -> KeySet:
    """Keep rows in whose columns all ``words`` stand."""
    return KeySet(
        name=(table.name, *columns, words),
        keys=keys_with_words(table, columns, words),
        holds=holds_words(table.c.key, table, columns, words),
    )


def figure_conditions(by: FigureFilter) -> Sequence[Condition]:
    return figures_sought(by).conditions


def figures_sought(by: FigureFilter) -> Sought:
    """Return what figures are narrowed by."""
    figures = tables.figures
    rows = [
        *_equal(figures, "document_id", by.document),
        *_equal(figures, "predicate", by.predicate),
        *_equal(figures, "kind", by.kind),
        *_equal(figures, "modifier", by.modifier),
        *_since_run(figures, by.since_run),
    ]
    decided, open_ = _decided(figures, RecordKind.FIGURE, by.review)
    return Sought(
        name=("figures", by),
        key=figures.c.key,
        keys=tuple(_figure_keys(by)),
        rows=(*rows, *decided),
        mostly=open_,
        documents=tuple(_of_outlet(by.outlet)),
        within=own_window(figures, "as_of", by.since, by.until),
        reach=reach("as_of", by.since, by.until),
    )


def _figure_keys(by: FigureFilter) -> Iterator[KeySet]:
    figures = tables.figures
    if by.about is not None:
        yield worded(figures, ("words", "counted", "predicate"), by.about)
    if by.place is not None:
        named = worded(figures, ("place",), by.place)
        placed = records_of(figure_places, by.place)
        keys = select(union_all(named.keys, placed.keys).subquery().c.key)
        yield KeySet(name=("figures by place", by.place), keys=keys)


def date_conditions(by: DateFilter) -> list[Condition]:
    doubtful = [_datings.c.doubtful == 1] if by.doubtful else []
    these = [] if by.ids is None else [_datings.c.document_id.in_(by.ids)]
    return [
        *these,
        *_of_outlet(by.outlet),
        *_equal(_datings, "document_id", by.document),
        *doubtful,
        *_since_run(_datings, by.since_run),
    ]


def timex_conditions(by: TimexFilter) -> list[Condition]:
    timexes = tables.timexes
    found = [*_of_outlet(by.outlet), *_equal(timexes, "document_id", by.document)]
    if by.resolved or by.since is not None or by.until is not None:
        found.append(known(timexes, "time"))
    return [*found, *window(timexes, "time", by.since, by.until)]


def _equal(table: FromClause, column: str, wanted: str | None) -> list[Condition]:
    return [] if wanted is None else [table.c[column] == str(wanted)]


def _decided(
    table: FromClause, kind: RecordKind, wanted: Reviewed | None
) -> tuple[tuple[Condition, ...], tuple[Condition, ...]]:
    """Keep rows that stand so: first what few do, then what most do; one not decided on is open."""
    if wanted is None:
        return (), ()
    standing = select(reviews.c.record_id).where(reviews.c.kind == kind.value)
    if wanted is Reviewed.OPEN:
        settled = standing.where(reviews.c.state != ReviewState.OPEN.value)
        return (), (table.c.id.not_in(settled),)
    states = sorted(state.value for state in wanted.states)
    return (table.c.id.in_(standing.where(reviews.c.state.in_(states))),), ()


def _since_run(table: FromClause, run: int | None) -> list[Condition]:
    return [] if run is None else [table.c.run_id >= run]


def _of_outlet(name: str | None) -> list[Condition]:
    return [] if name is None else [_documents.c.outlet_folded == folded(name)]


def _of_speech(wanted: bool | None) -> list[Condition]:  # noqa: FBT001 -- the field of a filter
    return [] if wanted is None else [of_speech() if wanted else ~of_speech()]


def _in_voice(wanted: Voice | None) -> list[Condition]:
    own = tables.claims.c.kind == AttributionKind.OWN_VOICE.value
    return [] if wanted is None else [own if wanted is Voice.OWN else ~own]


def of_speech() -> Condition:
    """Return the condition that a claim was put into words, as far as is known (``Claim.is_speech``)."""
    claims = tables.claims
    manner = only_tested(claims.c.manner)
    thought = manner == Manner.THOUGHT.value
    believed = and_(thought, claims.c.parent.is_(None), claims.c.source != "[]")
    return or_(manner.is_(None), *(manner == one.value for one in sorted(SPEECH)), believed)


def with_actor_words(wanted: str) -> AnySelect:
    """Select the keys of the actors with a name that holds all words of ``wanted``.

    As elsewhere, a ``*`` behind a word stands for any ending. A body whose acronym news does not
    explain is kept under its name, and is found by both.
    """
    names, words = actor_tables.actor_names, actor_tables.actor_words
    statement = select(names.c.actor_key)
    terms = known_acronyms().get(folded(wanted), wanted).split()
    parts = [(word, term.endswith("*")) for term in terms for word in sorted(name_words(term))]
    for word, begins in parts:
        same = words.c.word == word
        near = and_(words.c.word >= word, words.c.word < word + _LAST)
        having = select(words.c.name_key).where(near if begins else same)
        statement = statement.where(names.c.key.in_(having))
    return statement if parts else statement.where(false())


def said_by(actors: AnySelect) -> SelectBase:
    """Select the keys of the claims whose speaker is one of ``actors``, alone or with others."""
    alone, together = (
        _said_by(said, actors)
        for said in (actor_tables.claim_speakers, actor_tables.joint_speakers)
    )
    return alone.union_all(together)


def _said_by(said: FromClause, actors: AnySelect) -> AnySelect:
    names = actor_tables.actor_names
    return (
        select(said.c.claim_key).select_from(spoken_by(said)).where(names.c.actor_key.in_(actors))
    )


def spoken_by(said: FromClause) -> FromClause:
    """Join the names of actors with what is ``said`` under them, so that a few names are quick."""
    entities, names = actor_tables.actor_entities, actor_tables.actor_names
    referring = nested(names, entities, entities.c.name_key == names.c.key)
    speaking = and_(
        said.c.document_id == entities.c.document_id, said.c.entity == entities.c.entity
    )
    return nested(referring, said, speaking)
