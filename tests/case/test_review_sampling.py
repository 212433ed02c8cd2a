"""Samples of rows, and what share of them is estimated to be right."""

from dataclasses import replace

import pytest

from sayso.case import (
    Case,
    Estimate,
    RecordKind,
    RunId,
    SampleOf,
    Verdict,
)
from sayso.case.review_sampling import wilson
from tests.case.builders import LATER, NOW, TEXT, document, evidence
from tests.case.judged import judge


def test_a_sample_is_the_same_for_the_same_seed(case: Case, run: RunId) -> None:
    for index in range(12):
        text = TEXT + " Again." * index
        made, data = document(text, path=f"{index}.txt")
        case.add(made, evidence(made.id, text=text), data, run=run, now=NOW)
    sample = SampleOf(kind=RecordKind.FIGURE, size=5, seed=3)
    drawn = case.desk.draw(sample)

    assert drawn == case.desk.draw(sample)
    assert len(set(drawn)) == 5
    assert drawn != case.desk.draw(replace(sample, seed=4))
    assert case.desk.draw(replace(sample, field="predicate", value="killed")) == ()


def test_an_estimate_counts_what_was_decided_on_the_sample(case: Case, run: RunId) -> None:
    for index in range(6):
        text = TEXT + " Again." * index
        made, data = document(text, path=f"{index}.txt")
        case.add(made, evidence(made.id, text=text), data, run=run, now=NOW)
    sample = SampleOf(kind=RecordKind.CLAIM, size=5, seed=1)
    one, two, three, four, _ = case.desk.draw(sample)
    judge(case, one, Verdict.ACCEPT)
    judge(case, two, Verdict.REJECT)
    judge(case, three, Verdict.UNSURE)
    case.desk.edit(four, "force", "threat", actor="mira", now=LATER)

    assert case.desk.estimate(sample) == Estimate(
        rows=6,
        drawn=5,
        accepted=1,
        edited=1,
        rejected=1,
        unsure=1,
        open=1,
        precision=wilson(1, 3),
        found=wilson(2, 3),
    )


def test_the_interval_of_a_share_is_that_of_wilson() -> None:
    """Values from Newcombe (1998), table I: 81 of 263 and 0 of 20."""
    first, none, every = wilson(81, 263), wilson(0, 20), wilson(20, 20)

    assert (round(first.lo, 4), round(first.hi, 4)) == (0.2553, 0.3662)
    assert (round(none.lo, 4), round(none.hi, 4)) == (0.0, 0.1611)
    assert (round(every.lo, 4), every.hi) == (0.8389, 1.0)
    with pytest.raises(ValueError, match="got 3 of 2"):
        wilson(3, 2)
