"""Two accounts of who did it, side by side."""

import pytest

from sayso.story.denials.denial import DenialKind, DenialReason
from sayso.story.denials.rival_accounts import read_charge
from tests.story.denials.test_find import denials
from tests.story.statements.marked_statements import statement


def reasons(text: str, *before: str) -> list[DenialReason]:
    found = denials(text, *before)
    return [one.reason for one in found if one.kind is DenialKind.RIVAL_ACCOUNT]


@pytest.mark.parametrize(
    ("marked", "who"),
    [
        ("Ana Orlow [accused] {the Velm Guard of letting the men out}", "Velm Guard"),
        ("Ana Orlow [blamed] {the mill on the Velm Guard}", "Velm Guard"),
        ("Ana Orlow [blamed] {the Velm Guard for the fire}", "Velm Guard"),
        ("Ana Orlow [said] {that the Velm Guard let them out}", "Velm Guard"),
        ("Ana Orlow [accused] {him of letting the men out}", None),
        ("Ana Orlow [said] {the men were let out}", None),
        ("Ana Orlow [asked] {late}", None),
    ],
)
def test_a_charge_names_whom_a_deed_is_laid_to(marked: str, who: str | None) -> None:
    found = read_charge(statement(marked))

    assert (found.who if found else None) == who


@pytest.mark.parametrize(
    "answer",
    [
        "it could no longer guard the gate",
        "the men left because of the shelling",
        "its guards were forced to leave",
        "the shells had let them out",
    ],
)
def test_the_accused_who_tells_why_it_came_about_stands_against_the_accuser(answer: str) -> None:
    text = (
        "Ana Orlow [accused] {the Velm Guard of letting the men out}. "
        f"Velm Guard [said] {{{answer}}}."
    )

    assert reasons(text) == [DenialReason.ACCUSED_ANSWERS]


def test_the_answer_may_stand_before_the_accusation() -> None:
    (found,) = denials(
        "Velm Guard [said] {it could no longer guard the gate}. "
        "Ana Orlow [accused] {the Velm Guard of letting the men out}."
    )

    assert (found.asserted.speaker, found.denied.speaker) == ("Ana Orlow", "Velm Guard")
    assert found.asserted_spans == found.asserted.content
    assert found.rule == "denial.accused_answers"


@pytest.mark.parametrize(
    "second",
    [
        "Velm Guard [said] {the gate is old}",  # tells no reason
        "Velm Guard [said] {it will no longer come}",
        "Ines Varga [said] {the men left because of the shelling}",  # nobody accused her
        "Velm Guard [asked] {the men to leave}",
    ],
)
def test_what_answers_nothing_is_no_rival_account(second: str) -> None:
    assert (
        reasons(f"Ana Orlow [accused] {{the Velm Guard of letting the men out}}. {second}.") == []
    )


def test_far_from_each_other_two_accounts_are_not_taken_for_rivals() -> None:
    between = "The gate was built in 1901 and is painted each spring. " * 12

    assert (
        reasons(
            f"Ana Orlow [accused] {{the Velm Guard of letting the men out}}. {between}"
            "Velm Guard [said] {it could no longer guard the gate}."
        )
        == []
    )


def test_one_deed_laid_to_two_by_two_is_told_in_rival_accounts() -> None:
    text = (
        "Ana Orlow [accused] {the Velm Guard of burning the mill}. "
        "Ines Varga [accused] {the Orlen Front of burning the mill}."
    )

    assert reasons(text) == [DenialReason.ANOTHER_DOER]


def test_two_who_accuse_each_other_are_rivals_whatever_the_words() -> None:
    text = (
        "Velm Guard [accused] {the Orlen Front of shelling the bridge}. "
        "Orlen Front [blamed] {the Velm Guard for the night}."
    )

    assert reasons(text) == [DenialReason.ANOTHER_DOER]


def test_who_says_that_the_other_did_it_needs_no_word_of_accusation() -> None:
    text = (
        "Velm Guard [said] {the Orlen Front let the prisoners out}. "
        "Orlen Front [said] {the Velm Guard let the prisoners out}."
    )

    assert reasons(text) == [DenialReason.ANOTHER_DOER]


@pytest.mark.parametrize(
    "second",
    [
        "Orlen Front [said] {the Velm Guard took the bridge}",  # another deed
        "Ines Varga [said] {the Velm Guard let the prisoners out}",  # not accused herself
        "Orlen Front [said] {the Orlen Front let the prisoners out}",  # the same doer
    ],
)
def test_plain_statements_of_other_deeds_doers_or_speakers_are_no_rivals(second: str) -> None:
    assert reasons(f"Velm Guard [said] {{the Orlen Front let the prisoners out}}. {second}.") == []


def test_the_same_accusation_by_two_is_none_of_rivals() -> None:
    text = (
        "Ana Orlow [accused] {the Velm Guard of burning the mill}. "
        "Ines Varga [accused] {the Velm Guard of burning the mill}."
    )

    assert reasons(text) == []


def test_accounts_in_two_documents_must_share_more_of_what_was_done() -> None:
    accusation = "Ana Orlow [accused] {the Velm Guard of opening the prison gate at night}."
    other = "Ines Varga [accused] {the Orlen Front of opening the prison gate at night}."
    answer = "Velm Guard [said] {the prison gate stood opening at night because of a shell}."
    vague = "Ines Varga [accused] {the Orlen Front of opening a road}."

    assert reasons(other, accusation) == [DenialReason.ANOTHER_DOER]
    assert reasons(accusation, other) == [DenialReason.ANOTHER_DOER]
    assert reasons(answer, accusation) == [DenialReason.ACCUSED_ANSWERS]
    assert reasons(accusation, answer) == [DenialReason.ACCUSED_ANSWERS]
    assert reasons(vague, accusation) == []
