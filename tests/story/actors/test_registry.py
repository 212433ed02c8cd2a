"""The registry: who is known, who is new, what is proposed, what a person decided."""

from datetime import UTC, datetime
from itertools import permutations

import pytest

from sayso.story.actors.actor import (
    ActorDecision,
    Merge,
    Rename,
    Split,
    SplitDocuments,
    Standing,
    actor_id,
)
from sayso.story.actors.document_entities import DocumentActors
from sayso.story.actors.name_form import Sort
from sayso.story.actors.registry import Registry
from tests.story.actors.documents import document

NOW = datetime(2031, 5, 2, tzinfo=UTC)
STORY = (
    ("d1", "Governor [PER1 Ana Orlow] met the [ORG2 Highland Resistance Army] ([ORG2 HRA])."),
    ("d2", "[PER1 Orlow] said that the [ORG2 HRA] had left [LOC3 Velm]."),
    ("d3", "[PER1 Anna Orlow] of [ORG2 Orlen Credit Bank] spoke with [PER3 Pavel Lund]."),
    ("d4", "[ORG1 Orlen] denied it. [PER2 P. Lund] and [PER3 Karim Lund] did not."),
)


def _registry(*documents: tuple[str, str]) -> Registry:
    registry = Registry()
    for name, text in documents:
        registry.add(document(name, text))
    return registry


def _decision(what: Merge | Split | SplitDocuments | Rename, name: str = "1") -> ActorDecision:
    return ActorDecision(id=name, what=what, who="editor", when=NOW)


def _groups(registry: Registry) -> set[frozenset[str]]:
    return {frozenset(alias.text for alias in actor.aliases) for actor in registry.actors()}


def test_a_family_name_goes_to_its_only_bearer() -> None:
    registry = _registry(STORY[0])

    orlow, hra, _ = registry.add(document(*STORY[1]))

    assert orlow.actor == registry.assignment("d1", 1).actor
    assert orlow.standing is Standing.KNOWN
    assert orlow.reasons == ("“Orlow” is the family name of “Ana Orlow”",)
    assert hra.actor == registry.assignment("d1", 2).actor


def test_somebody_nobody_named_is_new() -> None:
    registry = _registry(STORY[0])

    *_, velm = registry.add(document(*STORY[1]))

    assert velm.standing is Standing.NEW


def test_a_family_name_of_two_goes_to_neither_and_is_proposed_for_both() -> None:
    registry = _registry(
        ("d1", "[PER1 Ana Orlow] left."), ("d2", "[PER1 Ivan Orlow] stayed."), ("d3", "[PER1 Orlow] said so.")
    )  # fmt: skip
    alone = registry.assignment("d3", 1)

    assert alone.standing is Standing.NEW
    assert {p.right for p in registry.proposals(alone.actor)} == {
        registry.assignment("d1", 1).actor,
        registry.assignment("d2", 1).actor,
    }


def test_in_one_document_the_full_name_says_who_is_meant() -> None:
    registry = _registry(
        ("d1", "[PER1 Ivan Orlow] stayed."), ("d2", "[PER1 Ana Orlow] left. [PER2 Orlow] said so.")
    )

    assert registry.assignment("d2", 2).actor == registry.assignment("d2", 1).actor


def test_names_that_are_merely_like_are_proposed_with_their_reason() -> None:
    registry = _registry(("d1", "[PER1 Greg Lund] left."), ("d2", "[PER1 Gregory Lund] stayed."))
    (proposal,) = registry.proposals("person:greg lund")

    assert registry.assignment("d1", 1).actor != registry.assignment("d2", 1).actor
    assert proposal.reasons == ("greg and gregory may be short and long",)


def test_two_of_one_document_stay_two() -> None:
    registry = _registry(
        ("d1", "[PER1 Mohamed Lund] and [PER2 Muhammed Lund], his brother, left."),
        ("d2", "[PER1 Mohamed Lund] spoke."),
    )

    assert registry.assignment("d1", 1).actor != registry.assignment("d1", 2).actor
    assert registry.assignment("d2", 1).actor == registry.assignment("d1", 1).actor


def test_a_ministry_is_that_of_its_country() -> None:
    registry = _registry(
        ("d1", "The [NORP1 Uzbek] [ORG2 Defense Ministry] said so."),
        ("d2", "[LOC1 Tajikistan]'s [ORG2 Ministry of Defense] did not."),
        ("d3", "The [ORG1 Defence Ministry of Uzbekistan] said more."),
    )
    uzbek, tajik = registry.assignment("d1", 2).actor, registry.assignment("d2", 2).actor

    assert uzbek != tajik
    assert registry.assignment("d3", 1).actor == uzbek


def test_a_ministry_of_no_country_is_nobody_elses() -> None:
    registry = _registry(("d1", "The [ORG1 Defence Ministry] said so."), ("d2", "The [ORG1 Defence Ministry] did not."))  # fmt: skip
    (proposal,) = registry.proposals(registry.assignment("d1", 1).actor)

    assert registry.assignment("d1", 1).actor != registry.assignment("d2", 1).actor
    assert proposal.right == registry.assignment("d2", 1).actor


def test_a_document_about_one_country_speaks_of_its_ministry() -> None:
    registry = _registry(
        ("d1", "In [LOC1 Peru] the [ORG2 Defence Ministry] said so."),
        ("d2", "The [ORG1 Ministry of Defence of Peru] did not."),
    )

    assert registry.assignment("d1", 2).actor == registry.assignment("d2", 1).actor


def test_a_capital_that_speaks_is_its_government() -> None:
    registry = Registry()
    registry.add(document("d1", "[LOC1 Damascus] rejected the offer.", acting=(1,)))
    registry.add(document("d2", "They met near [LOC1 Damascus]."))

    speaker = registry.actor(registry.assignment("d1", 1).actor)
    assert (speaker.name, speaker.sort) == ("Government of Syria", Sort.BODY)
    assert registry.actor(registry.assignment("d2", 1).actor).sort is Sort.PLACE


def test_the_word_of_one_document_for_unlike_names_is_proposed_that_of_two_is_taken() -> None:
    unlike = "[PER1 Karim Orlow] was the [PER1 Falcon]."
    registry = _registry(("d1", unlike), ("d2", "The [PER1 Falcon] fled."))

    assert registry.assignment("d2", 1).standing is Standing.NEW
    assert registry.proposals("person:falcon")[0].score == 0.7

    registry.add(document("d3", unlike))
    assert registry.assignment("d2", 1).actor == registry.assignment("d1", 1).actor


def test_what_a_text_states_makes_two_names_one() -> None:
    registry = _registry(
        ("d1", "[PER1 Karim Orlow], also known as [PER2 Abu Salt], spoke."),
        ("d2", "[PER1 Abu Salt] denied it."),
    )
    found = registry.assignment("d2", 1)

    assert found.actor == registry.assignment("d1", 1).actor
    assert "the text says that “Karim Orlow” and “Abu Salt” are one" in found.reasons


def test_a_merge_holds_for_later_documents_and_can_be_undone() -> None:
    registry = _registry(("d1", "[PER1 Greg Lund] left."), ("d2", "[PER1 Gregory Lund] stayed."))
    registry.decide(_decision(Merge(left="person:greg lund", right="person:gregory lund")))
    registry.add(document("d3", "[PER1 Greg Lund] came back."))

    assert registry.assignment("d3", 1).actor == registry.assignment("d2", 1).actor
    assert registry.assignment("d3", 1).standing is Standing.DECIDED

    registry.undo("1")
    assert registry.assignment("d3", 1).actor != registry.assignment("d2", 1).actor


def test_a_split_holds_for_later_documents_and_can_be_undone() -> None:
    registry = _registry(("d1", "[PER1 Orlow] left."), ("d2", "[PER1 Ana Orlow] stayed."))
    registry.decide(_decision(Split(names=("person:orlow",), others=("person:ana orlow",))))
    registry.add(document("d3", "[PER1 Orlow] came back."))

    assert registry.assignment("d3", 1).actor != registry.assignment("d2", 1).actor
    assert registry.proposals("person:orlow") == ()

    registry.undo("1")
    assert registry.assignment("d3", 1).actor == registry.assignment("d2", 1).actor


def test_two_persons_of_one_name_can_be_split_by_document() -> None:
    registry = _registry(("d1", "[PER1 Ana Orlow] ruled."), ("d2", "[PER1 Ana Orlow] sang."))
    registry.decide(
        _decision(
            SplitDocuments(names=("person:ana orlow",), documents=("d2",), called="the singer")
        )
    )
    registry.add(document("d3", "[PER1 Ana Orlow] spoke."))
    later = registry.assignment("d3", 1)

    assert registry.assignment("d2", 1).actor != registry.assignment("d1", 1).actor
    assert later.actor == registry.assignment("d1", 1).actor
    assert later.reasons == ("by decision, somebody else bears this name too",)

    registry.undo("1")
    assert registry.assignment("d2", 1).actor == registry.assignment("d1", 1).actor


def test_a_renamed_actor_is_shown_so_until_it_is_undone() -> None:
    registry = _registry(*STORY[:2])
    registry.decide(_decision(Rename(key="person:orlow", name="the governor")))

    assert registry.actor("person:ana orlow").name == "the governor"
    registry.undo("1")
    assert registry.actor("person:ana orlow").name == "Ana Orlow"


def test_an_actor_is_found_by_the_id_of_any_of_its_names() -> None:
    registry = _registry(*STORY[:2])

    assert registry.actor(actor_id("person:orlow")) == registry.actor("person:ana orlow")
    with pytest.raises(KeyError):
        registry.actor("a_0000000000")


@pytest.mark.parametrize("order", list(permutations(STORY)))
def test_the_order_of_documents_changes_nothing(order: tuple[tuple[str, str], ...]) -> None:
    assert _groups(_registry(*order)) == _groups(_registry(*STORY))


def test_a_document_is_taken_in_once() -> None:
    registry = _registry(STORY[0])

    with pytest.raises(ValueError, match="d1 is in the registry already"):
        registry.add(DocumentActors(document="d1", entities=()))


def test_a_decision_is_taken_once() -> None:
    registry = Registry([_decision(Merge(left="person:a b", right="person:c d"))])

    with pytest.raises(ValueError, match="1 has been taken already"):
        registry.decide(_decision(Merge(left="person:a b", right="person:c d")))
