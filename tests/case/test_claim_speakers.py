"""Claims in a case: by which names their speakers are shown and found."""

from dataclasses import replace

from sayso.case import Case, ClaimFilter, RunId
from tests.case.actor_stories import marked, tell
from tests.case.builders import LATER, document, evidence


def _tell_two(case: Case, run: RunId) -> None:
    tell(case, run, "one", "Governor [PER1 Ana Orlow]: the bridge is safe.")
    tell(case, run, "two", "[PER1 Orlow]: nobody was hurt.")


def test_a_claim_has_the_name_by_which_the_case_knows_its_speaker(case: Case, run: RunId) -> None:
    _tell_two(case, run)
    (row,) = case.claims(ClaimFilter(text="nobody"))

    assert (row.claim.speaker, row.actor_name, row.said_by) == ("Orlow", "Ana Orlow", "Ana Orlow")
    assert row.actor == case.find_actor("Ana Orlow")
    assert case.claim(row.id) == row


def test_what_two_say_together_is_found_under_either_name(case: Case, run: RunId) -> None:
    tell(case, run, "one", "[PER1 Ana Orlow] and [PER2 Pavel Lund]: the gate is shut.")
    (row,) = case.claims(ClaimFilter())

    assert row.said_by == "Ana Orlow and Pavel Lund"
    assert [(one.name, one.claims) for one in case.actors()] == [
        ("Ana Orlow", 1),
        ("Pavel Lund", 1),
    ]
    for name in ("Ana Orlow", "Pavel Lund"):
        assert [one.claim.id for one in case.claims(ClaimFilter(speaker=name))] == [row.claim.id]
    assert list(case.claims(ClaimFilter(speaker="Greg"))) == []


def test_what_two_said_together_goes_with_its_document(case: Case, run: RunId) -> None:
    tell(case, run, "one", "[PER1 Ana Orlow] and [PER2 Pavel Lund]: the gate is shut.")
    case.replace_evidence("d_one", marked("one", "Nothing.")[1], run=run, now=LATER)

    assert list(case.claims(ClaimFilter(speaker="Pavel"))) == []


def test_claims_are_found_by_any_name_of_the_speaker_and_by_the_actor(
    case: Case, run: RunId
) -> None:
    _tell_two(case, run)
    said = ["the bridge is safe", "nobody was hurt"]

    assert [row.words for row in case.claims(ClaimFilter(speaker="ana"))] == said
    assert [row.words for row in case.claims(ClaimFilter(speaker="orl*"))] == said
    actor = case.find_actor("orlow")
    assert [row.words for row in case.claims(ClaimFilter(actor=actor))] == said
    assert list(case.claims(ClaimFilter(speaker="?"))) == []


def test_a_body_that_is_kept_by_its_name_is_found_by_its_acronym(case: Case, run: RunId) -> None:
    tell(case, run, "one", "The [ORG1 UNHCR]: the camp is full.")
    tell(case, run, "two", "The [ORG1 World Food Programme]: the road is shut.")

    for name in ("UNHCR", "unhcr", "United Nations High Commissioner"):
        (row,) = case.claims(ClaimFilter(speaker=name))
        assert row.words == "the camp is full"
    assert [row.words for row in case.claims(ClaimFilter(speaker="WFP"))] == ["the road is shut"]


def test_what_a_pronoun_stands_for_is_kept_and_found(case: Case, run: RunId) -> None:
    made, data = document()
    told = evidence(made.id)
    they = replace(told.claims[0], speaker=None, described="harbour crews")
    case.add(made, replace(told, claims=(they,)), data, run=run, now=LATER)

    (row,) = case.claims(ClaimFilter(speaker="crews"))
    assert (row.claim, row.said_by) == (they, "harbour crews")
