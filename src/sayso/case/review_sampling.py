"""Sampling: rows drawn at random, and what the decisions on them say of all rows of a kind."""

import heapq
from collections.abc import Iterator
from hashlib import blake2b
from math import sqrt

from sqlalchemy import Column, Connection, Table, select

from sayso.case import tables
from sayso.case.decision_records import RecordKind
from sayso.case.figure_tables import figure_relations
from sayso.case.review_fields import FIELDS, Writing
from sayso.case.review_records import ReviewState
from sayso.case.review_states import read_reviews
from sayso.case.review_targets import (
    LEFT_FIGURE,
    PAIRS,
    RIGHT_FIGURE,
    SINGLE,
    related_figures,
)
from sayso.documents import record_id
from sayso.errors import CaseError
from sayso.frozen import dataclass

METHOD = "Wilson score interval"
CONFIDENCE = 0.95
# Of the normal distribution, for an interval that holds 95 % of the time.
_Z = 1.959963984540054


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleOf:
    """What a sample is drawn from: a kind of row, or those of it whose ``field`` has a ``value``.

    The same seed gives the same rows as long as the rows are the same, in whatever order the
    documents came; most of them stay when more documents come.
    """

    kind: RecordKind
    size: int
    seed: int
    field: str | None = None
    value: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    lo: float
    hi: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """What the decisions on a sample say. ``rows`` is how many there are to draw from.

    ``precision`` is the share that was accepted as it stands, of all that were accepted, edited or
    rejected; ``found`` counts those whose fields were changed as right, too. Unsure ones and open
    ones are left out of both.
    """

    rows: int
    drawn: int
    accepted: int
    edited: int
    rejected: int
    unsure: int
    open: int
    precision: Interval | None
    found: Interval | None

    @property
    def judged(self) -> int:
        return self.accepted + self.edited + self.rejected


def draw(connection: Connection, sample: SampleOf) -> tuple[tuple[str, ...], int]:
    """Return the ids of the rows drawn, in random order, and how many there were to draw from."""
    number = 0

    def keyed() -> Iterator[tuple[bytes, str]]:
        nonlocal number
        for name in _ids(connection, sample):
            number += 1
            yield _key(sample.seed, name), name

    drawn = tuple(name for _, name in heapq.nsmallest(sample.size, keyed()))
    return drawn, number


def estimate(connection: Connection, sample: SampleOf) -> Estimate:
    """Return what the decisions on a sample say, whenever they were taken."""
    drawn, rows = draw(connection, sample)
    reviews = read_reviews(connection, sample.kind, drawn)
    states = [
        reviews[name].state if name in reviews and not reviews[name].outdated else ReviewState.OPEN
        for name in drawn
    ]
    accepted, edited, rejected = (
        states.count(state)
        for state in (ReviewState.ACCEPTED, ReviewState.EDITED, ReviewState.REJECTED)
    )
    judged = accepted + edited + rejected
    return Estimate(
        rows=rows,
        drawn=len(drawn),
        accepted=accepted,
        edited=edited,
        rejected=rejected,
        unsure=states.count(ReviewState.UNSURE),
        open=states.count(ReviewState.OPEN),
        precision=wilson(accepted, judged) if judged else None,
        found=wilson(accepted + edited, judged) if judged else None,
    )


def wilson(successes: int, trials: int) -> Interval:
    """Return the Wilson score interval of a share (Wilson 1927); 95 %, not corrected for small sets."""
    if not 0 <= successes <= trials or trials == 0:
        raise ValueError(f"successes lie between 0 and trials > 0, got {successes} of {trials}")
    share, weight = successes / trials, _Z * _Z / trials
    middle = (share + weight / 2) / (1 + weight)
    half = _Z * sqrt(share * (1 - share) / trials + weight / (4 * trials)) / (1 + weight)
    return Interval(lo=max(middle - half, 0.0), hi=min(middle + half, 1.0))


def _key(seed: int, name: str) -> bytes:
    return blake2b(f"{seed}\x1f{name}".encode(), digest_size=8).digest()


def _ids(connection: Connection, sample: SampleOf) -> Iterator[str]:
    """Yield the ids of all rows that the sample is drawn from."""
    kind = sample.kind
    if kind is RecordKind.RELATION:
        statement = select(
            LEFT_FIGURE.c.figure_id.label("left_id"), RIGHT_FIGURE.c.figure_id.label("right_id")
        ).select_from(related_figures())
        if sample.field is not None:
            statement = statement.where(_column(kind, sample.field) == sample.value)
        for row in connection.execute(statement):
            yield record_id("v", *sorted((row.left_id, row.right_id)))
        return
    table = _table(kind)
    column = table.c.document_id if kind is RecordKind.DATE else table.c.id
    wanted = select(column).distinct()
    if sample.field is not None:
        wanted = wanted.where(_column(kind, sample.field) == sample.value)
    yield from connection.execute(wanted).scalars()


def _table(kind: RecordKind) -> Table:
    if kind in SINGLE:
        return SINGLE[kind][0]
    if kind in PAIRS:
        return PAIRS[kind].table
    if kind is RecordKind.DATE:
        return tables.datings
    raise CaseError(f"no sample can be drawn of {kind}s")


def _column(kind: RecordKind, field: str) -> Column[str]:
    known = [spec.name for spec in FIELDS.get(kind, ()) if spec.writing is not Writing.DAYS]
    if field not in known:
        raise CaseError(
            f"a sample of {kind}s is narrowed by one of {', '.join(known)}, not {field!r}"
        )
    table = figure_relations if kind is RecordKind.RELATION else _table(kind)
    return table.c[field]
