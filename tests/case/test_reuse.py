"""Reuse: which document repeats which, and the fingerprints that tell."""

from dataclasses import replace

import pytest

from sayso.case import Case, FingerprintMatch, RunId
from sayso.errors import CaseError
from sayso.story.reuse_edge import Direction, ReuseEdge, ReuseKind
from sayso.text import Span
from tests.case.builders import NOW, bare_evidence, document


@pytest.fixture
def ids(case: Case, run: RunId) -> list[str]:
    names = []
    for number in range(3):
        made, data = document(f"Text {number} of a story.")
        case.add(made, bare_evidence(), data, run=run, now=NOW)
        names.append(made.id)
    return sorted(names)


def edge(left: str, right: str, kind: ReuseKind = ReuseKind.NEAR) -> ReuseEdge:
    return ReuseEdge(
        from_document=left,
        to_document=right,
        kind=kind,
        score=1,
        from_spans=(Span(0, 5),),
        to_spans=(Span(3, 8), Span(9, 12)),
        direction=Direction.CREDIT,
        rule="shared_sentences",
    )


def test_an_edge_comes_out_as_it_went_in(case: Case, run: RunId, ids: list[str]) -> None:
    case.add_reuse([edge(ids[0], ids[1])], run=run)

    assert list(case.reuse_edges()) == [edge(ids[0], ids[1])]
    assert case.counts().reuse_edges == 1


def test_a_new_edge_of_the_same_kind_takes_the_place_of_the_old(
    case: Case, run: RunId, ids: list[str]
) -> None:
    better = replace(edge(ids[0], ids[1]), score=0.5, to_spans=(), direction=Direction.TIME)
    case.add_reuse([edge(ids[0], ids[1])], run=run)
    case.add_reuse([better, edge(ids[0], ids[1], ReuseKind.RESPUN)], run=run)

    assert list(case.reuse_edges()) == [better, edge(ids[0], ids[1], ReuseKind.RESPUN)]


def test_no_edges_are_no_change(case: Case, run: RunId) -> None:
    case.add_reuse([], run=run)

    assert list(case.reuse_edges()) == []


def test_edges_are_narrowed(case: Case, run: RunId, ids: list[str]) -> None:
    near, exact = edge(ids[0], ids[1]), edge(ids[1], ids[2], ReuseKind.EXACT)
    case.add_reuse([exact, near], run=run)

    assert list(case.reuse_edges(document=ids[0])) == [near]
    assert list(case.reuse_edges(document=ids[1])) == [near, exact]
    assert list(case.reuse_edges(document=ids[1], kind=ReuseKind.EXACT)) == [exact]
    assert list(case.reuse_edges(limit=1, offset=1)) == [exact]


def test_an_edge_needs_both_documents(case: Case, run: RunId, ids: list[str]) -> None:
    with pytest.raises(CaseError, match="FOREIGN KEY"):
        case.add_reuse([edge(ids[0], ids[1]), edge(ids[0], "d_0000000000")], run=run)
    assert list(case.reuse_edges()) == []


def test_documents_are_found_by_how_many_keys_they_share(case: Case, ids: list[str]) -> None:
    case.add_fingerprints(ids[0], "shingle", [1, 2, 3, 3])
    case.add_fingerprints(ids[1], "shingle", [2, 3, 4])
    case.add_fingerprints(ids[2], "minhash", [1, 2, 3])

    assert case.fingerprints_matching("shingle", [1, 2, 3, 99]) == (
        FingerprintMatch(document=ids[0], shared=3),
        FingerprintMatch(document=ids[1], shared=2),
    )
    assert case.fingerprints_matching("shingle", [1, 2, 3], limit=1) == (
        FingerprintMatch(document=ids[0], shared=3),
    )
    assert case.fingerprints_matching("shingle", []) == ()


def test_new_keys_take_the_place_of_the_old(case: Case, ids: list[str]) -> None:
    case.add_fingerprints(ids[0], "shingle", [1, 2])
    case.add_fingerprints(ids[0], "shingle", [2, 3])

    assert case.fingerprints_matching("shingle", [1]) == ()
    assert [match.shared for match in case.fingerprints_matching("shingle", [2, 3])] == [2]

    case.add_fingerprints(ids[0], "shingle", [])
    assert case.fingerprints_matching("shingle", [2, 3]) == ()


def test_many_keys_can_be_asked_for_at_once(case: Case, ids: list[str]) -> None:
    case.add_fingerprints(ids[0], "shingle", range(40_000))

    assert case.fingerprints_matching("shingle", range(-10, 45_000)) == (
        FingerprintMatch(document=ids[0], shared=40_000),
    )


@pytest.mark.parametrize("key", [-(2**63), 2**63 - 1])
def test_a_key_has_64_bits_with_a_sign(case: Case, ids: list[str], key: int) -> None:
    case.add_fingerprints(ids[0], "shingle", [key])

    assert len(case.fingerprints_matching("shingle", [key])) == 1


@pytest.mark.parametrize("key", [-(2**63) - 1, 2**63])
def test_a_longer_key_is_refused(case: Case, ids: list[str], key: int) -> None:
    with pytest.raises(ValueError, match="64-bit"):
        case.add_fingerprints(ids[0], "shingle", [1, key])


def test_fingerprints_need_a_document(case: Case) -> None:
    with pytest.raises(CaseError, match="no document d_0000000000"):
        case.add_fingerprints("d_0000000000", "shingle", [1])


def test_copies_are_told_of_documents_that_are_both_asked_for(
    case: Case, run: RunId, ids: list[str]
) -> None:
    one, two, three = ids[:3]
    case.add_reuse([edge(one, two), edge(three, one)], run=run)

    assert case.compared.copies([two, one, one]) == ((one, two),)
    assert case.compared.copies([two, three]) == ()
