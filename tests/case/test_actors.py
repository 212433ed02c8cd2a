"""The registry in a case: who is meant, what is proposed, what a person decided; in any order."""

import random
from itertools import permutations

import pytest

from sayso.case import (
    ActorFilter,
    ActorRow,
    Case,
    ClaimFilter,
    RecordKind,
    RunId,
    Verdict,
)
from sayso.errors import CaseError
from sayso.story.actors.actor import Merge, Rename, Split, SplitDocuments
from sayso.story.actors.name_form import Sort
from sayso.story.actors.registry import Registry
from sayso.story.actors.speaking import read_actors
from tests.case.actor_stories import marked, tell
from tests.case.builders import LATER, NOW

STORY = {
    "one": "Governor [PER1 Ana Orlow]: the bridge is safe. The [ORG2 Highland Resistance Army] ([ORG2 HRA]) left [LOC3 Velm].",
    "two": "[PER1 Orlow]: nobody was hurt. The [ORG2 HRA]: we left.",
    "three": "[PER1 Anna Orlow] of [ORG2 Orlen Credit Bank] met [PER3 Pavel Lund].",
    "four": "[ORG1 Orlen]: that is wrong. [PER2 P. Lund] and [PER3 Karim Lund] agree.",
    "five": "[PER1 Greg Lund] met [PER2 Gregory Lund].",
    "six": "[PER1 Gregory Lund]: no. [LOC2 Velm]: yes.",
}  # fmt: skip


def _fill(case: Case, run: RunId, *names: str) -> None:
    for name in names or STORY:
        tell(case, run, name, STORY[name])


def _called(case: Case, name: str) -> ActorRow:
    (row,) = case.actors(ActorFilter(id=case.find_actor(name)))
    return row


def _shape(case: Case) -> list[tuple[str, str, Sort, tuple[str, ...], int, int, int]]:
    return sorted(
        (r.id, r.name, r.sort, r.aliases, r.mentions, r.documents, r.claims)
        for r in case.actors(ActorFilter(everything=True))
    )


def _merge(case: Case, left: str, right: str) -> int:
    ruling = Merge(left=left, right=right)
    return case.decide_on_actors(ruling, actor="mira", reason="known", now=LATER).sequence


def test_several_names_of_one_person_are_one_row(case: Case, run: RunId) -> None:
    _fill(case, run, "one", "two")
    row = _called(case, "Ana Orlow")

    assert (row.name, row.sort, row.aliases) == ("Ana Orlow", Sort.PERSON, ("Orlow",))
    assert (row.mentions, row.documents, row.claims) == (2, 2, 2)


def test_a_family_name_of_two_goes_to_neither(case: Case, run: RunId) -> None:
    _fill(case, run, "one", "two", "three")

    names = ["Ana Orlow", "Anna Orlow", "Orlow"]
    assert sorted(row.name for row in case.actors(ActorFilter(text="orlow"))) == names
    assert _called(case, "Orlow").proposals == 2


def test_an_acronym_that_a_text_defines_is_a_name_of_the_body(case: Case, run: RunId) -> None:
    _fill(case, run, "one", "two")

    assert _called(case, "hra").name == "Highland Resistance Army"
    assert [row.words for row in case.claims(ClaimFilter(speaker="highland army"))] == ["we left"]


def test_an_actor_is_found_by_the_id_of_any_of_its_names(case: Case, run: RunId) -> None:
    _fill(case, run, "one", "two")
    actor = case.find_actor("ana")

    for alias in case.actor_aliases(actor):
        assert case.find_actor(alias.id) == actor
        assert case.find_actor(alias.id[:8]) == actor


def test_a_name_of_nobody_or_of_several_names_no_actor(case: Case, run: RunId) -> None:
    _fill(case, run)

    with pytest.raises(CaseError, match="no actor in this case is called 'Kemal'"):
        case.find_actor("Kemal")
    with pytest.raises(CaseError, match=r"'lund' could be any of .*Gregory Lund.*; write an id"):
        case.find_actor("lund")
    with pytest.raises(CaseError, match="no actor"):
        case.find_actor("a_zzzz")


def test_the_names_of_an_actor_say_why_they_mean_it(case: Case, run: RunId) -> None:
    _fill(case, run, "one", "two")
    full, short = case.actor_aliases(case.find_actor("orlow"))

    assert (full.text, full.full, full.reasons) == ("Ana Orlow", True, ())
    assert (short.text, short.full) == ("Orlow", False)
    assert short.reasons == ("“Orlow” is the family name of “Ana Orlow”",)


def test_an_actor_is_listed_with_the_places_where_it_is_named(case: Case, run: RunId) -> None:
    _fill(case, run, "one", "two")
    found = list(case.actor_mentions(case.find_actor("orlow")))

    assert [(m.document, m.words, m.outlet) for m in found] == [
        ("d_one", "Ana Orlow", "one"),
        ("d_two", "Orlow", "two"),
    ]


def test_places_are_listed_where_they_say_something(case: Case, run: RunId) -> None:
    _fill(case, run, "one")
    assert "Velm" not in [row.name for row in case.actors()]
    assert [row.name for row in case.actors(ActorFilter(sort=Sort.PLACE))] == ["Velm"]

    _fill(case, run, "six")
    assert "Velm" in [row.name for row in case.actors()]
    assert [row.name for row in case.actors(ActorFilter(text="greg*"))] == ["Gregory Lund"]


def test_names_below_the_margin_stay_two_and_are_proposed_with_their_evidence(
    case: Case, run: RunId
) -> None:
    tell(case, run, "a", "[PER1 Greg Lund] left.")
    tell(case, run, "b", "[PER1 Gregory Lund] stayed.")
    (row,) = case.actor_proposals()

    assert {row.left_name, row.right_name} == {"Greg Lund", "Gregory Lund"}
    assert [e.reason for e in row.evidence] == ["greg and gregory may be short and long"]
    assert _called(case, "Greg Lund").proposals == 1
    assert list(case.actor_proposals(case.find_actor("greg lund"), limit=1)) == [row]
    assert list(case.actor_proposals(limit=1, offset=1)) == []


def test_what_a_text_states_is_kept_with_its_characters(case: Case, run: RunId) -> None:
    tell(case, run, "a", "[PER1 Karim Orlow] was the [PER1 Falcon].")
    tell(case, run, "b", "The [PER1 Falcon] fled.")
    (row,) = case.actor_proposals()
    (evidence,) = row.evidence

    assert (row.score, evidence.document, evidence.basis) == (0.7, "d_a", "coreference")
    assert evidence.span is not None
    assert evidence.span.text_in(case.text("d_a")) == "Falcon"


def test_two_of_one_document_are_no_proposal(case: Case, run: RunId) -> None:
    _fill(case, run, "five")

    assert list(case.actor_proposals()) == []


@pytest.mark.parametrize("seed", range(6))
def test_the_order_of_documents_changes_nothing(case: Case, run: RunId, seed: int) -> None:
    names = list(STORY)
    random.Random(seed).shuffle(names)  # noqa: S311 - repeatable, not secret
    _fill(case, run, *names)

    assert _shape(case) == EXPECTED


EXPECTED_NAMES = {
    "Ana Orlow": (),
    "Anna Orlow": (),
    "Orlow": (),
    "Gregory Lund": (),
    "Greg Lund": (),
    "Highland Resistance Army": ("HRA",),
    "Karim Lund": (),
    "Orlen Credit Bank": ("Orlen",),
    "Pavel Lund": ("P. Lund",),
    "Velm": (),
}


@pytest.fixture(autouse=True, scope="module")
def _expected(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Note once what the case shows when the documents come in the order written here."""
    with Case.create(tmp_path_factory.mktemp("order") / "case", now=NOW) as case:
        _fill(case, case.begin_run((("test", "1"),), now=NOW))
        EXPECTED.extend(_shape(case))


EXPECTED: list[tuple[str, str, Sort, tuple[str, ...], int, int, int]] = []


def test_the_case_shows_what_the_names_of_the_story_say() -> None:
    assert {row[1]: row[3] for row in EXPECTED} == EXPECTED_NAMES


def test_the_registry_in_memory_and_that_of_a_case_agree(case: Case, run: RunId) -> None:
    registry = Registry()
    for name, text in STORY.items():
        tell(case, run, name, text)
        plain, evidence = marked(name, text)
        registry.add(read_actors(name, plain, evidence.analysis.mentions, evidence.claims))

    assert {actor.id: actor.name for actor in registry.actors()} == {
        row.id: row.name for row in case.actors(ActorFilter(everything=True))
    }


@pytest.mark.parametrize("order", list(permutations(["one", "two", "three"])))
def test_reading_documents_anew_changes_nothing(
    case: Case, run: RunId, order: tuple[str, ...]
) -> None:
    _fill(case, run)
    for name in order:
        plain, evidence = marked(name, STORY[name])
        found = read_actors(f"d_{name}", plain, evidence.analysis.mentions, evidence.claims)
        case.take_in_actors(found)

    assert _shape(case) == EXPECTED


def test_a_document_read_without_its_names_takes_them_out_of_the_registry(
    case: Case, run: RunId
) -> None:
    _fill(case, run, "one", "two")
    before = _shape(case)
    _fill(case, run, "three", "four")
    for name in ("three", "four"):
        case.replace_evidence(f"d_{name}", marked(name, "Nothing.")[1], run=run, now=LATER)

    assert _shape(case) == before
    assert case.documents_without_actors() == ("d_three", "d_four")


def test_what_one_document_stood_against_is_open_again_without_it(case: Case, run: RunId) -> None:
    _fill(case, run, "five", "six")
    tell(case, run, "seven", "[PER1 Greg Lund] left.")
    assert list(case.actor_proposals()) == []

    case.replace_evidence("d_five", marked("five", "Nothing.")[1], run=run, now=LATER)
    assert len(list(case.actor_proposals())) == 1

    tell(case, run, "eight", STORY["five"])
    tell(case, run, "nine", STORY["five"] + " So.")
    case.replace_evidence("d_eight", marked("eight", "Nothing.")[1], run=run, now=LATER)
    assert list(case.actor_proposals()) == []


def test_a_merge_holds_for_later_documents_and_can_be_undone(case: Case, run: RunId) -> None:
    tell(case, run, "a", "[PER1 Greg Lund] left.")
    tell(case, run, "b", "[PER1 Gregory Lund] stayed.")
    before = _shape(case)
    sequence = _merge(case, "person:greg lund", "person:gregory lund")
    tell(case, run, "c", "[PER1 Greg Lund]: I am back.")

    assert _called(case, "Gregory Lund").documents == 3
    assert list(case.actor_proposals()) == []

    case.replace_evidence("d_c", marked("c", "Nothing.")[1], run=run, now=LATER)
    undone = case.undo_on_actors(actor="mira", reason="", now=LATER)
    assert (undone.decision.verdict, undone.decision.new) == (Verdict.UNDO, str(sequence))
    assert _shape(case) == before


def test_a_split_parts_names_and_survives_a_new_reading(case: Case, run: RunId) -> None:
    _fill(case, run, "one", "two")
    ruling = Split(names=("person:orlow",), others=("person:ana orlow",))
    case.decide_on_actors(ruling, actor="mira", reason="his sister", now=LATER)
    assert _called(case, "Orlow").name == "Orlow"
    assert list(case.actor_proposals()) == []

    plain, evidence = marked("two", STORY["two"])
    case.take_in_actors(read_actors("d_two", plain, evidence.analysis.mentions, evidence.claims))
    assert _called(case, "Orlow").name == "Orlow"


def test_documents_can_mean_somebody_else_of_the_same_name(case: Case, run: RunId) -> None:
    tell(case, run, "a", "[PER1 Ana Orlow]: I rule.")
    tell(case, run, "b", "[PER1 Ana Orlow]: I sing.")
    before = _shape(case)
    ruling = SplitDocuments(
        names=("person:ana orlow",), documents=("d_b", "d_c"), called="the singer"
    )
    case.decide_on_actors(ruling, actor="mira", reason="another", now=LATER)
    tell(case, run, "c", "[PER1 Ana Orlow]: I sing again.")

    singer = _called(case, "the singer")
    assert (singer.documents, singer.claims) == (2, 2)
    rows = list(case.claims(ClaimFilter(actor=singer.id)))
    assert {row.actor_name for row in rows} == {"the singer"}

    case.replace_evidence("d_c", marked("c", "Nothing.")[1], run=run, now=LATER)
    case.undo_on_actors(actor="mira", reason="", now=LATER)
    assert _shape(case) == before


def test_a_renamed_actor_is_shown_so_until_it_is_undone(case: Case, run: RunId) -> None:
    _fill(case, run, "one", "two")
    ruling = Rename(key="person:ana orlow", name="Governor Orlow")
    row = case.decide_on_actors(ruling, actor="mira", reason="as all call her", now=LATER)
    assert _called(case, "Governor Orlow").id == row.current
    assert {c.actor_name for c in case.claims(ClaimFilter(actor=row.current))} == {"Governor Orlow"}

    case.undo_on_actors(row.sequence, actor="mira", reason="", now=LATER)
    assert _called(case, "orlow").name == "Ana Orlow"


def test_decisions_are_kept_with_a_place_where_the_name_is_written(case: Case, run: RunId) -> None:
    _fill(case, run, "one", "three")
    _merge(case, "person:ana orlow", "person:pavel lund")
    (row,) = case.decisions(kind=RecordKind.ACTOR)

    assert (row.kind, row.document) == (RecordKind.ACTOR, "d_one")
    assert [span.text_in(case.text("d_one")) for span in row.spans] == ["Ana Orlow"]
    assert (row.decision.actor, row.decision.reason) == ("mira", "known")
    assert case.verify().ok


def test_a_decision_on_a_name_that_is_gone_is_orphaned(case: Case, run: RunId) -> None:
    tell(case, run, "a", "[PER1 Greg Lund] left.")
    case.decide_on_actors(
        Rename(key="person:greg lund", name="G. L."), actor="mira", reason="short", now=LATER
    )
    case.replace_evidence("d_a", marked("a", "Nothing.")[1], run=run, now=LATER)

    (row,) = case.decisions(orphaned=True)
    assert row.decision.new == "G. L."


def test_a_decision_needs_a_name_that_is_written(case: Case, run: RunId) -> None:
    _fill(case, run, "one")

    with pytest.raises(CaseError, match="no document of this case writes the name person:nobody"):
        _merge(case, "person:nobody", "person:ana orlow")
    assert list(case.decisions()) == []


def test_only_decisions_that_hold_can_be_undone(case: Case, run: RunId) -> None:
    with pytest.raises(CaseError, match="there is no decision on actors to undo"):
        case.undo_on_actors(actor="mira", reason="", now=LATER)
    _fill(case, run, "one", "three")
    sequence = _merge(case, "person:ana orlow", "person:pavel lund")

    with pytest.raises(
        CaseError, match=f"99 is no decision on actors that holds; these do: {sequence}"
    ):
        case.undo_on_actors(99, actor="mira", reason="", now=LATER)


def test_a_document_that_is_there_already_counts_once(case: Case, run: RunId) -> None:
    _fill(case, run, "one")
    _fill(case, run, "one")

    assert _called(case, "Ana Orlow").mentions == 1


def test_half_an_addition_leaves_nothing_in_the_registry(
    case: Case, run: RunId, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise CaseError("the disk is full")

    _fill(case, run, "one")
    before = _shape(case)
    monkeypatch.setattr("sayso.case.store.take_in", stop)
    with pytest.raises(CaseError, match="disk is full"):
        _fill(case, run, "two")

    assert _shape(case) == before
    assert case.known("", None) is None
