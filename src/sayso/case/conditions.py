"""Conditions and joins that several lists of a case share."""

from datetime import date
from typing import TYPE_CHECKING, Any, TypeAlias

from sqlalchemy import ColumnElement, FromClause, Select, SelectBase, and_, false, or_, select

from sayso.case import actor_tables, tables
from sayso.case.claim_ties import goes_back_to
from sayso.case.dialect import has_words, nested, only_tested
from sayso.case.filters import (
    ClaimFilter,
    DateFilter,
    DocumentFilter,
    FigureFilter,
    TimexFilter,
)
from sayso.case.flags import flag_rows
from sayso.case.place_conditions import claims_naming, figures_in
from sayso.case.records import RecordKind
from sayso.case.review_records import Reviewed, ReviewState
from sayso.case.review_tables import reviews
from sayso.case.values import day_text, folded, name_words
from sayso.evidence.claim import SPEECH, Voice
from sayso.language.analysis import AttributionKind

Condition = ColumnElement[bool]
if TYPE_CHECKING:
    AnySelect: TypeAlias = Select[*tuple[Any, ...]]

_documents, _datings = tables.documents, tables.datings
# Sorts behind every letter.
_LAST = "\U0010ffff"


def with_document(table: FromClause) -> FromClause:
    """Join rows of ``table`` with their document and its date."""
    return table.join(_documents, _documents.c.id == table.c.document_id).join(
        _datings, _datings.c.document_id == table.c.document_id
    )


def page(statement: "AnySelect", limit: int | None, offset: int) -> "AnySelect":
    """Cut a list; ValueError if a number is negative."""
    if offset < 0 or (limit is not None and limit < 0):
        raise ValueError(f"limit and offset cannot be negative, got {limit} and {offset}")
    return statement.limit(limit).offset(offset or None)


def document_conditions(by: DocumentFilter) -> list[Condition]:
    found = [*_window(_datings, "date", by.since, by.until), *_of_outlet(by.outlet)]
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


def claim_conditions(by: ClaimFilter) -> list[Condition]:
    claims = tables.claims
    found = [
        *_of_outlet(by.outlet),
        *_equal(claims, "document_id", by.document),
        *_equal(claims, "force", by.force),
        *_equal(claims, "kind", by.kind),
        *_equal(claims, "manner", by.manner),
        *_of_speech(by.speech),
        *_in_voice(by.voice),
        *_own_window(claims, "said", by.since, by.until),
    ]
    if by.speaker is not None:
        unnamed = and_(claims.c.speaker.is_(None), has_words(claims, ("source_words",), by.speaker))
        named = claims.c.key.in_(said_by(with_actor_words(by.speaker)))
        found.append(or_(has_words(claims, ("speaker",), by.speaker), unnamed, named))
    if by.actor is not None:
        actors = actor_tables.actors
        one = select(actors.c.key).where(actors.c.id == by.actor)
        found.append(claims.c.key.in_(said_by(one)))
    if by.text is not None:
        found.append(has_words(claims, ("words",), by.text))
    if by.place is not None:
        found.append(claims_naming(by.place))
    if by.origin is not None:
        found.append(goes_back_to(by.origin))
    found += _decided(claims, RecordKind.CLAIM, by.review)
    return [*found, *_since_run(claims, by.since_run)]


def figure_conditions(by: FigureFilter) -> list[Condition]:
    figures = tables.figures
    found = [
        *_of_outlet(by.outlet),
        *_equal(figures, "document_id", by.document),
        *_equal(figures, "modifier", by.modifier),
        *_equal(figures, "kind", by.kind),
        *_equal(figures, "predicate", by.predicate),
        *_own_window(figures, "as_of", by.since, by.until),
    ]
    if by.about is not None:
        found.append(has_words(figures, ("words", "counted", "predicate"), by.about))
    if by.place is not None:
        found.append(or_(has_words(figures, ("place",), by.place), figures_in(by.place)))
    found += _decided(figures, RecordKind.FIGURE, by.review)
    return [*found, *_since_run(figures, by.since_run)]


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
        found.append(_known(timexes, "time"))
    return [*found, *_window(timexes, "time", by.since, by.until)]


def _equal(table: FromClause, column: str, wanted: str | None) -> list[Condition]:
    return [] if wanted is None else [table.c[column] == str(wanted)]


def _decided(table: FromClause, kind: RecordKind, wanted: Reviewed | None) -> list[Condition]:
    """Keep rows that stand so; one that nobody decided on is open."""
    if wanted is None:
        return []
    standing = select(reviews.c.record_id).where(reviews.c.kind == kind.value)
    if wanted is Reviewed.OPEN:
        settled = standing.where(reviews.c.state != ReviewState.OPEN.value)
        return [table.c.id.not_in(settled)]
    states = sorted(state.value for state in wanted.states)
    return [table.c.id.in_(standing.where(reviews.c.state.in_(states)))]


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
    """Return the condition that a claim was said or written, as far as is known."""
    manner = only_tested(tables.claims.c.manner)
    return or_(manner.is_(None), manner.in_([one.value for one in SPEECH]))


def with_actor_words(wanted: str) -> "AnySelect":
    """Select the keys of the actors with a name that holds all words of ``wanted``.

    As elsewhere, a ``*`` behind a word stands for any ending.
    """
    names, words = actor_tables.actor_names, actor_tables.actor_words
    statement = select(names.c.actor_key)
    parts = [
        (word, term.endswith("*")) for term in wanted.split() for word in sorted(name_words(term))
    ]
    for word, begins in parts:
        same = words.c.word == word
        near = and_(words.c.word >= word, words.c.word < word + _LAST)
        having = select(words.c.name_key).where(near if begins else same)
        statement = statement.where(names.c.key.in_(having))
    return statement if parts else statement.where(false())


def said_by(actors: "AnySelect") -> SelectBase:
    """Select the keys of the claims whose speaker is one of ``actors``, alone or with others."""
    alone, together = (
        _said_by(said, actors)
        for said in (actor_tables.claim_speakers, actor_tables.joint_speakers)
    )
    return alone.union_all(together)


def _said_by(said: FromClause, actors: "AnySelect") -> "AnySelect":
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


def _known(table: FromClause, name: str) -> Condition:
    return or_(table.c[f"{name}_lo"].is_not(None), table.c[f"{name}_hi"].is_not(None))


def _window(
    table: FromClause, name: str, since: date | None, until: date | None
) -> list[Condition]:
    """Keep intervals that reach into the window; an open side reaches everywhere."""
    lo, hi = table.c[f"{name}_lo"], table.c[f"{name}_hi"]
    found: list[Condition] = []
    if since is not None:
        found.append(or_(hi.is_(None), hi >= day_text(since)))
    if until is not None:
        found.append(or_(lo.is_(None), lo <= day_text(until)))
    return found


def _own_window(
    table: FromClause, name: str, since: date | None, until: date | None
) -> list[Condition]:
    """Like ``_window`` for the row's own interval, or, if it has none, its document's."""
    if since is None and until is None:
        return []
    known = _known(table, name)
    own = and_(known, *_window(table, name, since, until))
    return [or_(own, and_(~known, *_window(_datings, "date", since, until)))]
