"""Lists of forecasts, each with its candidates, with how it stands on a day, and with what was decided."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, and_, exists, func, or_, select, union_all
from sqlalchemy import Row as Found

from sayso.case import tables
from sayso.case.conditions import page, said_by, with_actor_words
from sayso.case.decision_records import RecordKind
from sayso.case.dialect.expressions import nested, one_of, only_tested
from sayso.case.dialect.full_text import has_words, keys_with_words
from sayso.case.forecast_records import ForecastFilter, ForecastRow, OutcomeRow
from sayso.case.forecast_rows import first_rank, read_forecast
from sayso.case.forecast_tables import forecast_outcomes, forecasts
from sayso.case.ledger import claims_by_id
from sayso.case.review_fields import read_days
from sayso.case.review_records import Review, ReviewState
from sayso.case.review_states import read_reviews
from sayso.case.review_tables import reviews
from sayso.case.run_records import RunId
from sayso.case.sought import Condition
from sayso.case.values import day_text, folded, read_interval, read_spans, read_strings
from sayso.case.walking import count_to, tested
from sayso.errors import CaseError
from sayso.evidence.forecast import Forecast, ForecastKind, Window
from sayso.story.forecasts.outcome import Lead, OutcomeReason, OutcomeStatus
from sayso.story.forecasts.standing import (
    GRACE,
    CandidateStanding,
    Decided,
    Standing,
    standing_of,
)
from sayso.text import Span

if TYPE_CHECKING:
    from sayso.case.sought import AnySelect

_AT_ONCE = 200
# So many are sorted sooner than others are walked, and so many for each that is wanted.
_FEW, _FEW_FOR_EACH = 2_000, 6
_LAST = "\U0010ffff"
_told, _found = forecasts.c, forecast_outcomes.c
_DECIDED = {ReviewState.ACCEPTED: Decided.ACCEPTED, ReviewState.REJECTED: Decided.REJECTED}
# The field by which a person closes a forecast.
STATUS_FIELD = "status"


def newest_day(connection: Connection) -> date | None:
    """Return the last day on which a document of the case was surely written: its "today"."""
    dated = tables.datings.c
    statement = select(func.max(dated.date_lo)).where(dated.date_lo == dated.date_hi)
    exact = connection.execute(statement).scalar_one_or_none()
    found = exact or connection.execute(select(func.max(dated.date_lo))).scalar_one_or_none()
    return None if found is None else date.fromisoformat(found)


def list_forecasts(
    connection: Connection,
    by: ForecastFilter,
    *,
    as_of: date | None,
    limit: int | None,
    offset: int,
) -> Iterator[ForecastRow]:
    """Yield forecasts in the order in which they were said, those of no known time last.

    Their standing is that of ``as_of``.
    """
    walked = limit is not None and _are_many(connection, by, as_of, limit)
    conditions = _conditions(by, as_of, walked=walked)
    statement = _ordered(conditions, walked=walked)
    if by.status is None:
        yield from _rows(connection, page(statement, limit, offset), as_of)
        return
    # What a person closed, or proposed reports outside of the window, is no column.
    stop = None if limit is None else offset + limit
    rows = _rows(connection, page(statement, None, 0), as_of)
    yield from islice((row for row in rows if row.standing.status is by.status), offset, stop)


def rank_forecasts(
    connection: Connection, by: ForecastFilter, *, as_of: date | None, limit: int
) -> tuple[str, ...]:
    """Return the ids of the first forecasts in the order of their list; ValueError for a status.

    How a forecast stands is known of whole rows only.
    """
    if by.status is not None:
        raise ValueError(f"forecasts that are {by.status} cannot be ranked without being read")
    walked = _are_many(connection, by, as_of, limit)
    conditions = _conditions(by, as_of, walked=walked)
    ids = _in_order(select(_told.id), conditions, walked=walked)
    return tuple(connection.execute(page(ids, limit, 0)).scalars())


def one_forecast(connection: Connection, name: str, *, as_of: date | None) -> ForecastRow:
    """Return a forecast by its id, or the unique beginning of one; CaseError if there is none."""
    wanted = name.strip().lower()
    statement = _ordered([_told.id >= wanted, _told.id < wanted + _LAST])
    rows = list(_rows(connection, page(statement, 10, 0), as_of))
    exact = [row for row in rows if row.id == wanted]
    match exact or rows:
        case [row]:
            return row
        case []:
            raise CaseError(f"no forecast of this case is called {name!r}")
        case several:
            names = ", ".join(row.id for row in several)
            raise CaseError(f"{name!r} could be any of {names}; write more of the id")


def _ordered(conditions: Iterable[Condition], *, walked: bool = False) -> "AnySelect":
    documents, datings = tables.documents, tables.datings
    columns = (forecasts, documents.c.outlet, datings.c.date_lo, datings.c.date_hi)
    of_document = documents.c.id == _told.document_id
    dated = datings.c.document_id == _told.document_id
    joined = nested(nested(forecasts, documents, of_document), datings, dated)
    return _in_order(select(*columns).select_from(joined), conditions, walked=walked)


def _in_order(
    statement: "AnySelect", conditions: Iterable[Condition], *, walked: bool
) -> "AnySelect":
    """Put forecasts in the order of their list, by walking its index or by sorting what is wanted."""
    rank = _told.rank_day if walked else only_tested(_told.rank_day)
    wanted = statement.where(*(tested(forecasts, conditions) if walked else conditions))
    return wanted.order_by(rank, _told.document_id, _told.position)


def _are_many(connection: Connection, by: ForecastFilter, as_of: date | None, limit: int) -> bool:
    """Say whether walking forecasts in their order finds a page sooner than sorting those wanted."""
    few = max(_FEW, _FEW_FOR_EACH * limit)
    if any((by.ids, by.document, by.name, by.text, by.place, by.speaker)):
        return False
    kind = None if by.kind is None else _told.kind == by.kind.value
    keys = [select(_told.key).where(kind)] if kind is not None else []
    if by.status is not None:
        keys.append(_of_status(by.status, as_of))
    return all(count_to(connection, one, few) > few for one in keys)


def _conditions(by: ForecastFilter, as_of: date | None, *, walked: bool = False) -> list[Condition]:
    found = [*_word_conditions(by), *_time_conditions(by)]
    if by.kind is not None:
        found.append(or_(_told.kind == by.kind.value, _is_edited()))
    if by.ids is not None:
        found.append(one_of(_told.id, by.ids))
    if by.document is not None:
        found.append(_told.document_id == by.document)
    if by.outlet is not None:
        named = tables.documents.c.outlet_folded == folded(by.outlet)
        found.append(_told.document_id.in_(select(tables.documents.c.id).where(named)))
    if by.since_run is not None:
        found.append(_told.run_id >= by.since_run)
    if by.status is None:
        return found
    if walked:
        return [*found, or_(_has_status(by.status, as_of), _is_edited())]
    # What a person decided on is looked at in any case: how it stands is no column.
    decided = select(_told.key).join(reviews, reviews.c.record_id == _told.id)
    decided = decided.where(reviews.c.kind == RecordKind.FORECAST.value)
    either = union_all(_of_status(by.status, as_of), decided).subquery()
    return [*found, _told.key.in_(select(either.c.key))]


def _word_conditions(by: ForecastFilter) -> Iterator[Condition]:
    for column, wanted in (("place_words", by.place), ("words", by.text)):
        if wanted is not None:
            yield has_words(forecasts, (column,), wanted)
    if by.speaker is not None:
        yield _said_by(by.speaker)
    if by.name is not None:
        begins = by.name.strip().lower()
        names = (_told.id, _told.claim_id, _told.document_id)
        yield or_(*(and_(name >= begins, name < begins + _LAST) for name in names))


def _time_conditions(by: ForecastFilter) -> Iterator[Condition]:
    if by.since is not None:
        yield or_(_told.said_hi.is_(None), _told.said_hi >= day_text(by.since))
        # So that those before are passed over at once: what is not vague begins a little earlier.
        yield _told.rank_day >= first_rank(by.since)
    if by.until is not None:
        yield or_(_told.said_lo.is_(None), _told.said_lo <= day_text(by.until))


def _said_by(name: str) -> Condition:
    """Keep what is foretold by somebody of this name, or, where there is no name, in these words."""
    claims = tables.claims
    unnamed = has_words(forecasts, ("source_words",), name)
    acting = said_by(with_actor_words(name)).subquery()
    told = nested(acting, claims, claims.c.key == acting.c.claim_key)
    in_it = and_(_told.document_id == claims.c.document_id, _told.claim_id == claims.c.id)
    own = nested(told, forecasts, in_it)
    keys = union_all(
        keys_with_words(forecasts, ("speaker",), name),
        select(_told.key).where(_told.speaker.is_(None), unnamed),
        select(_told.key).select_from(own),
    ).subquery()
    return _told.key.in_(select(keys.c.key))


def _of_status(status: OutcomeStatus, as_of: date | None) -> "AnySelect":
    """Select the keys of the forecasts that may have a status."""
    by_time = _time_condition(status, as_of)
    if by_time is not None:
        return select(_told.key).where(by_time)
    answered = nested(forecast_outcomes, forecasts, _told.id == _found.forecast_id)
    return select(_told.key).select_from(answered).where(_found.status == status.value)


def _has_status(status: OutcomeStatus, as_of: date | None) -> Condition:
    by_time = _time_condition(status, as_of)
    if by_time is not None:
        return by_time
    return exists().where(_found.forecast_id == _told.id, _found.status == status.value)


def _time_condition(status: OutcomeStatus, as_of: date | None) -> Condition | None:
    end = _told.window_hi
    if status is OutcomeStatus.OPEN:
        return or_(end.is_(None), *([end > day_text(as_of)] if as_of else [end.is_not(None)]))
    if as_of is None or status not in {OutcomeStatus.DUE, OutcomeStatus.LAPSED}:
        return None
    last = day_text(as_of - GRACE if as_of - date.min > GRACE else date.min)
    if status is OutcomeStatus.LAPSED:
        return end < last
    return and_(end <= day_text(as_of), end >= last)


def _is_edited() -> Condition:
    return exists().where(
        reviews.c.kind == RecordKind.FORECAST.value, reviews.c.record_id == _told.id
    )


def _rows(
    connection: Connection, statement: "AnySelect", as_of: date | None
) -> Iterator[ForecastRow]:
    for some in connection.execute(statement).partitions(_AT_ONCE):
        ids = [row.id for row in some]
        outcomes = _outcomes(connection, ids)
        states = read_reviews(connection, RecordKind.FORECAST, ids)
        claims = claims_by_id(connection, {row.claim_id for row in some if row.claim_id})
        for row in some:
            claim = claims.get(row.claim_id)
            actor = claim.actor_name if claim else None
            yield _row(row, outcomes.get(row.id, ()), states.get(row.id), actor, as_of)


def _row(
    row: Found[Any],
    outcomes: Sequence[OutcomeRow],
    review: Review | None,
    actor: str | None,
    as_of: date | None,
) -> ForecastRow:
    edits = {edit.field: edit.new for edit in review.edits} if review else {}
    forecast = _edited(read_forecast(row), edits)
    return ForecastRow(
        document=row.document_id,
        outlet=row.outlet,
        date=read_interval(row.date_lo, row.date_hi),
        words=row.words,
        source_words=row.source_words,
        trigger=row.trigger_words,
        forecast=forecast,
        standing=_standing(forecast, outcomes, edits, as_of),
        outcomes=tuple(outcomes),
        run=RunId(row.run_id),
        actor_name=None if "speaker" in edits else actor,
    )


def _edited(forecast: Forecast, edits: Mapping[str, str | None]) -> Forecast:
    """Return a forecast as a person left it."""
    if kind := edits.get("kind"):
        forecast = replace(forecast, kind=ForecastKind(kind))
    if "speaker" in edits:
        forecast = replace(forecast, speaker=edits["speaker"])
    if "window" in edits:
        written = edits["window"]
        spans = forecast.window.spans if forecast.window else ()
        window = Window(interval=read_days(written), spans=spans, rule="window.person") if written else None  # fmt: skip
        forecast = replace(forecast, window=window)
    return forecast


def _standing(
    forecast: Forecast,
    outcomes: Sequence[OutcomeRow],
    edits: Mapping[str, str | None],
    as_of: date | None,
) -> Standing:
    closed = edits.get(STATUS_FIELD)
    return standing_of(
        forecast.window.interval if forecast.window else None,
        (
            CandidateStanding(
                status=one.status,
                score=one.score,
                within_window=one.within_window,
                decided=one.decided,
            )
            for one in outcomes
        ),
        as_of=as_of,
        closed=OutcomeStatus(closed) if closed else None,
    )


def _outcomes(connection: Connection, ids: Sequence[str]) -> Mapping[str, Sequence[OutcomeRow]]:
    """Return the candidates of some forecasts: the accepted first, the rejected last, by their score."""
    documents, datings, texts = tables.documents, tables.datings, tables.texts
    statement = (
        select(forecast_outcomes, documents.c.outlet, datings.c.date_lo, datings.c.date_hi)
        .join(documents, documents.c.id == _found.report_document)
        .join(datings, datings.c.document_id == _found.report_document)
        .where(_found.forecast_id.in_(ids))
        .order_by(_found.forecast_id, _found.score.desc(), _found.id)
    )
    rows = connection.execute(statement).all()
    states = read_reviews(connection, RecordKind.OUTCOME, [row.id for row in rows])
    names = sorted({row.report_document for row in rows})
    of_these = select(texts.c.document_id, texts.c.text).where(texts.c.document_id.in_(names))
    written = {row.document_id: row.text for row in connection.execute(of_these)}
    found: defaultdict[str, list[OutcomeRow]] = defaultdict(list)
    for row in rows:
        text = written[row.report_document]
        found[row.forecast_id].append(_outcome(row, text, states.get(row.id)))
    for some in found.values():
        some.sort(key=lambda one: _DECIDED_ORDER[one.decided])
    return found


_DECIDED_ORDER = {Decided.ACCEPTED: 0, None: 1, Decided.REJECTED: 2}


def _outcome(row: Found[Any], text: str, review: Review | None) -> OutcomeRow:
    spans = read_spans(row.report_spans)
    return OutcomeRow(
        id=row.id,
        forecast=row.forecast_id,
        document=row.report_document,
        outlet=row.outlet,
        date=read_interval(row.date_lo, row.date_hi),
        spans=spans,
        words=_words(spans, text),
        event=read_spans(row.report_event),
        forecast_event=read_spans(row.forecast_event),
        happened=read_interval(row.happened_lo, row.happened_hi),
        status=OutcomeStatus(row.status),
        score=row.score,
        reasons=tuple(OutcomeReason(one) for one in read_strings(row.reasons)),
        within_window=None if row.within_window is None else bool(row.within_window),
        lead=Lead(least=row.lead_least, most=row.lead_most),
        decided=_DECIDED.get(review.state) if review else None,
        rule=row.rule,
        run=RunId(row.run_id),
    )


def _words(spans: Iterable[Span], text: str) -> str:
    return " … ".join(span.text_in(text) for span in spans)
