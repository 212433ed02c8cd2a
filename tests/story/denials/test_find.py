"""Denials: beside what they deny, told by themselves, or reported elsewhere."""

from dataclasses import replace

import pytest

from sayso.story.denials.denial import Denial, DenialKind, DenialReason
from sayso.story.denials.find import find_denials
from sayso.story.quotes.find import find_renderings
from sayso.story.statements.index import index_of
from sayso.story.statements.lookup import comparison
from tests.story.statements.marked_statements import statements


def denials(text: str, *before: str) -> list[Denial]:
    """Return the denials of a text, with earlier texts in the index."""
    told = [one for at, old in enumerate(before) for one in statements(f"old{at}", old)]
    new, index = statements("new", text), index_of(told)
    by = comparison(new, index)
    renderings = list(find_renderings(new, index, by))
    return list(find_denials(new, index, by, renderings=renderings))


def test_denied_it_is_of_what_the_text_says_just_before() -> None:
    (found,) = denials(
        "Ana Orlow [accused] {the board of hiding the survey}. Ines Varga [denied] {this}."
    )

    assert found.reason is DenialReason.REFERENCE
    assert found.kind is DenialKind.REJECTION
    assert (found.asserted.speaker, found.denied.speaker) == ("Ana Orlow", "Ines Varga")
    assert found.asserted_spans == found.asserted.content


@pytest.mark.parametrize(
    "between",
    ["The lock was built in 1901 and is painted each spring. " * 4, "{x}"],
    ids=["far away", "no words"],
)
def test_what_stands_far_away_or_says_nothing_is_not_what_is_denied(between: str) -> None:
    first = "Ana Orlow [said] {the board hid the survey}. " if "lock" in between else "Ana Orlow [said] {it}. "  # fmt: skip

    assert (
        denials(f"{first}{between if 'lock' in between else ''}Ines Varga [denied] {{this}}.") == []
    )


def test_a_denial_that_names_its_matter_refers_to_the_words_right_before_it() -> None:
    near = "Ana Orlow [said] {a fault set the mill alight}, Ines Varga [denied] {a fault}"
    far = "Ana Orlow [said] {a fault set the mill alight}. The mill stood empty since the autumn before last. Ines Varga [denied] {a fault}"

    assert [one.reason for one in denials(near)] == [DenialReason.REFERENCE]
    assert denials(far) == []


def test_nobody_denies_himself_and_a_person_is_no_statement() -> None:
    assert denials("Ines Varga [said] {the lock is safe}. Ines Varga [denied] {this}.") == []
    assert denials("Ana Orlow [said] {the lock is unsafe}. Ines Varga [denied] {him}.") == []


def test_an_assertion_in_another_document_stands_beside_its_denial() -> None:
    (found,) = denials(
        "Ines Varga [denied] {the harbour board hid the survey of the lock}",
        "Ana Orlow [said] {the harbour board hid the survey of the lock}",
    )

    assert found.reason is DenialReason.SAME_CONTENT
    assert found.share == pytest.approx(1, abs=0.01)
    assert found.asserted_first is None


def test_two_who_both_say_it_is_not_so_do_not_deny_each_other() -> None:
    assert (
        denials(
            "Ines Varga [denied] {the harbour board hid the survey of the lock}",
            "Ana Orlow [said] {the harbour board never hid the survey of the lock}",
        )
        == []
    )


def test_what_others_report_of_a_denied_claim_is_denied_too() -> None:
    told = "Ana Orlow [said] {the harbour board hid the survey of the lock}"
    found = denials(f"{told}. Ines Varga [denied] {{this}}.", told)

    assert {one.reason for one in found} == {DenialReason.REFERENCE, DenialReason.REPORTED_DENIAL}
    (through,) = [one.through for one in found if one.through]
    assert through.document == "new"


def test_the_same_is_found_when_the_other_report_comes_later() -> None:
    told = "Ana Orlow [said] {the harbour board hid the survey of the lock}"
    old, new = statements("old", f"{told}. Ines Varga [denied] {{this}}."), statements("new", told)
    known = list(find_denials(old, index_of([]), comparison(old, index_of([]))))
    index = index_of(old)
    by = comparison(new, index)

    found = list(
        find_denials(
            new,
            index,
            by,
            renderings=find_renderings(new, index, by),
            denials_of=lambda claim: [one for one in known if one.asserted.claim == claim],
        )
    )

    assert [(one.reason, one.asserted.document) for one in found] == [
        (DenialReason.REPORTED_DENIAL, "new")
    ]


def test_a_denial_that_tells_what_it_denies_holds_it() -> None:
    outer, inner = statements(
        "new",
        "Ines Varga [rejected] {suggestions that the lock was shut at night}. x [suggestions] {that the lock was shut at night}",
    )
    told = replace(inner, parent=outer.claim, speaker=None)

    found = list(find_denials([outer, told], index_of([]), comparison([outer, told], index_of([]))))

    assert [one.reason for one in found if one.reason is DenialReason.HELD] == [DenialReason.HELD]
    assert found[-1].kind is DenialKind.REJECTION


def test_two_numbers_of_two_speakers_side_by_side_contradict_each_other() -> None:
    (found,) = denials(
        "Local media [said] {at least 90 prisoners escaped from the fort}. The Ministry [claimed] {about 12 prisoners escaped}"
    )

    assert found.kind is DenialKind.CONTRADICTION
    assert found.reason is DenialReason.ANOTHER_NUMBER


def test_two_numbers_of_one_speaker_or_of_two_things_do_not() -> None:
    one_speaker = "Ana Orlow [said] {90 prisoners escaped}. Ana Orlow [said] {12 prisoners escaped}"
    two_things = "Ana Orlow [said] {90 prisoners escaped}. Ines Varga [said] {12 boats sank}"

    assert denials(one_speaker) == denials(two_things) == []


def test_said_by_one_and_denied_by_another_in_one_breath() -> None:
    first, second = statements(
        "new", "Ana Orlow [said] {312 people died}. Ines Varga [denies] {312 people died}"
    )
    both = [first, replace(second, content=first.content)]

    found = list(find_denials(both, index_of([]), comparison(both, index_of([]))))

    assert [(one.reason, one.asserted.speaker) for one in found] == [
        (DenialReason.SAME_CONTENT, "Ana Orlow")
    ]
