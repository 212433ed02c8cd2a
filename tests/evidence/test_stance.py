import pytest

from sayso.evidence.claim import Force, Polarity
from sayso.evidence.stance import (
    UNVERIFIED,
    is_distant,
    is_hedge,
    is_unowned,
    not_done,
    read_stance,
)

FORCES = {
    "said": Force.ASSERT,
    "told": Force.ASSERT,
    "according to": Force.ASSERT,
    "went on to say": Force.ASSERT,
    "denied": Force.DENY,
    "rejected": Force.DENY,
    "warned": Force.FORECAST,
    "predicts": Force.FORECAST,
    "vowed": Force.PLEDGE,
    "pledged": Force.PLEDGE,
    "threatened": Force.THREAT,
    "demanded": Force.DEMAND,
    "urged": Force.DEMAND,
    "called on": Force.DEMAND,
    "called upon": Force.DEMAND,
    "called": None,
    "read": None,
    ":": None,
    "": None,
}


@pytest.mark.parametrize(("cue", "force"), FORCES.items())
def test_the_cue_gives_the_force_away_or_leaves_it_open(cue: str, force: Force | None) -> None:
    assert read_stance(cue.split(), question=False, negated=False).force is force


def test_a_question_mark_decides_over_the_verb() -> None:
    assert read_stance(["said"], question=True, negated=False).force is Force.QUESTION


def test_an_assertion_is_positive_and_a_denial_negative() -> None:
    assert read_stance(["said"], question=False, negated=False).polarity is Polarity.POSITIVE
    assert read_stance(["denied"], question=False, negated=False).polarity is Polarity.NEGATIVE
    assert read_stance(["warned"], question=False, negated=False).polarity is None


def test_a_negated_cue_asserts_nothing() -> None:
    stance = read_stance(["say"], question=False, negated=True)

    assert (stance.force, stance.polarity) == (None, Polarity.NEGATIVE)


def test_a_negated_denial_is_left_open() -> None:
    stance = read_stance(["denied"], question=False, negated=True)

    assert (stance.force, stance.polarity) == (None, None)


def test_hedges_are_known_by_word() -> None:
    assert is_hedge("reportedly")
    assert is_hedge("purports", "to")
    assert not is_hedge("purports", "that")
    assert not is_hedge("said")
    assert is_distant("claimed")
    assert not is_distant("said")


@pytest.mark.parametrize(
    ("cue", "undone"),
    [
        ("failed to mention", True),
        ("has declined to say", True),
        ("refused", False),
        ("said", False),
    ],
)
def test_words_that_did_not_come_are_told_by_the_cue(cue: str, *, undone: bool) -> None:
    assert not_done(cue.split()) is undone


@pytest.mark.parametrize(
    ("cue", "unowned"),
    [("is said", True), ("are widely believed", True), ("’s estimated", True), ("said", False)],
)
def test_a_cue_in_the_passive_lays_words_to_nobody(cue: str, *, unowned: bool) -> None:
    assert is_unowned(cue.split()) is unowned


def test_doubts_about_what_a_claim_rests_on_are_found() -> None:
    assert UNVERIFIED.search("a tape whose origin has yet to be confirmed")
    assert UNVERIFIED.search("it could not be independently confirmed")
    assert not UNVERIFIED.search("it was verified by the police")
