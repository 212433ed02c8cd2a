"""How a forecast stands: by a person, by its candidates, or by the time alone."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.dates import DayInterval
from sayso.story.forecasts.outcome import OutcomeStatus
from sayso.story.forecasts.standing import (
    CandidateStanding,
    Decided,
    Ground,
    Standing,
    standing_of,
    status_by_time,
)


@pytest.mark.parametrize(
    ("as_of", "status"),
    [
        (None, OutcomeStatus.OPEN),
        (date(2031, 3, 30), OutcomeStatus.OPEN),
        (date(2031, 3, 31), OutcomeStatus.DUE),
        (date(2031, 4, 14), OutcomeStatus.DUE),
        (date(2031, 4, 15), OutcomeStatus.LAPSED),
    ],
)
def test_without_a_report_the_time_alone_says_how_it_stands(
    as_of: date | None, status: OutcomeStatus
) -> None:
    assert status_by_time(DayInterval.month(2031, 3), as_of) is status


@given(as_of=st.dates(), lo=st.none() | st.dates())
def test_what_has_no_end_is_never_due_nor_lapsed(as_of: date, lo: date | None) -> None:
    assert status_by_time(DayInterval(lo, None), as_of) is OutcomeStatus.OPEN
    assert status_by_time(None, as_of) is OutcomeStatus.OPEN


def candidate(
    status: OutcomeStatus = OutcomeStatus.REPORTED,
    *,
    score: float = 0.7,
    within: bool | None = None,
    decided: Decided | None = None,
) -> CandidateStanding:
    return CandidateStanding(status=status, score=score, within_window=within, decided=decided)


MARCH = DayInterval.month(2031, 3)
LATE = MARCH.hi + timedelta(days=60) if MARCH.hi else date.max


@pytest.mark.parametrize(
    ("candidates", "standing"),
    [
        ([], Standing(status=OutcomeStatus.LAPSED, ground=Ground.TIME)),
        ([candidate()], Standing(status=OutcomeStatus.REPORTED, ground=Ground.CANDIDATE)),
        ([candidate(within=False)], Standing(status=OutcomeStatus.LAPSED, ground=Ground.TIME)),
        ([candidate(decided=Decided.REJECTED)], Standing(status=OutcomeStatus.LAPSED, ground=Ground.TIME)),
        (
            [candidate(), candidate(OutcomeStatus.CONTRADICTED, score=0.5, decided=Decided.ACCEPTED)],
            Standing(status=OutcomeStatus.CONTRADICTED, ground=Ground.PERSON),
        ),
        (
            [candidate(score=0.6), candidate(OutcomeStatus.IN_PART, score=0.9)],
            Standing(status=OutcomeStatus.IN_PART, ground=Ground.CANDIDATE),
        ),
    ],
)  # fmt: skip
def test_a_person_goes_before_a_candidate_and_that_before_the_time(
    candidates: list[CandidateStanding], standing: Standing
) -> None:
    assert standing_of(MARCH, candidates, as_of=LATE) == standing


def test_what_a_person_closed_stays_closed() -> None:
    closed = standing_of(MARCH, [candidate()], as_of=LATE, closed=OutcomeStatus.LAPSED)

    assert closed == Standing(status=OutcomeStatus.LAPSED, ground=Ground.PERSON)
