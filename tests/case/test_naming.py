"""Ids: a unique beginning is enough, and what could be several things is never guessed."""

from dataclasses import replace

import pytest

from sayso.case import Case, RecordKind, Resolved, RunId
from sayso.errors import CaseError
from tests.case.builders import NOW, bare_evidence, document, evidence


@pytest.fixture
def ids(case: Case, run: RunId) -> tuple[str, str, str]:
    made, data = document()
    given = evidence(made.id)
    case.add(made, given, data, run=run, now=NOW)
    return made.id, given.claims[0].id, given.figures[0].id


@pytest.mark.parametrize("characters", [1, 5, 12])
def test_a_unique_beginning_names_a_record(
    case: Case, ids: tuple[str, str, str], characters: int
) -> None:
    made, claim, figure = ids

    assert case.resolve(made[:characters]) == Resolved(
        kind=RecordKind.DOCUMENT, id=made, document=made
    )
    assert case.resolve(claim[:characters]) == Resolved(
        kind=RecordKind.CLAIM, id=claim, document=made
    )
    assert case.resolve(figure[:characters]) == Resolved(
        kind=RecordKind.FIGURE, id=figure, document=made
    )


def test_a_whole_id_is_never_ambiguous(case: Case, run: RunId) -> None:
    made, data = document()
    short = replace(evidence(made.id).claims[0], id="c_ab")
    given = replace(bare_evidence(), claims=(short, replace(short, id="c_abc")))
    case.add(made, given, data, run=run, now=NOW)

    assert case.resolve("c_ab").id == "c_ab"
    with pytest.raises(CaseError, match="could be any of"):
        case.resolve("c_a")


def test_case_and_blanks_do_not_matter(case: Case, ids: tuple[str, str, str]) -> None:
    assert case.resolve(f" {ids[1].upper()} ").id == ids[1]


@pytest.mark.parametrize("name", ["", " ", "x", "d_%", "d_0000000000", "\U0010ffff"])
def test_a_name_of_nothing_is_an_error(case: Case, ids: tuple[str, str, str], name: str) -> None:
    assert ids
    with pytest.raises(CaseError, match="nothing in this case is called"):
        case.resolve(name)


def test_an_ambiguous_beginning_lists_what_it_could_be(case: Case, run: RunId) -> None:
    ids = []
    for number in range(12):
        made, data = document(f"Text {number}")
        case.add(made, bare_evidence(), data, run=run, now=NOW)
        ids.append(made.id)

    with pytest.raises(CaseError) as caught:
        case.resolve("d_")

    message = str(caught.value)
    assert message.startswith(f"'d_' could be any of {min(ids)} (document), ")
    assert message.endswith("and more; write more of the id")
    assert sum(name in message for name in ids) == 10


def test_a_few_candidates_are_all_listed(case: Case, ids: tuple[str, str, str]) -> None:
    made, data = document("Another text")
    case.add(made, bare_evidence(), data, run=RunId(1), now=NOW)

    with pytest.raises(CaseError, match="write more of the id") as caught:
        case.resolve("d")
    assert "and more;" not in str(caught.value)
    assert ids[0] in str(caught.value)
    assert made.id in str(caught.value)
