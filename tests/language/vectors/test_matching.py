"""Matches in meaning: the nearest candidates, in order, whatever else is asked."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.vectors import Match, Vectors, best_matches, nearest, similarity

VECTORS = Vectors.load()
PHRASES = st.lists(
    st.sampled_from(
        ["the port", "was closed", "by dockers", "rain", "on Monday", "", "水", "17 hurt"]
    ),
    max_size=4,
).map(" ".join)


def test_the_same_statement_in_other_words_is_nearer_than_another_statement() -> None:
    said = "Dockers will not return to work before Monday, the union leader warned."

    retold = similarity(said, "Port workers stay off the job until Monday.", vectors=VECTORS)
    other = similarity(said, "Two hikers were rescued from a glacier.", vectors=VECTORS)

    assert retold > other + 0.2


def test_a_text_is_as_near_as_can_be_to_itself() -> None:
    assert similarity("The dam held.", "The dam held.", vectors=VECTORS) == pytest.approx(1)


@pytest.mark.parametrize("text", ["", " ", "水"])
def test_a_text_without_meaning_is_near_nothing(text: str) -> None:
    assert similarity(text, "The dam held.", vectors=VECTORS) == 0
    assert similarity(text, text, vectors=VECTORS) == 0
    assert best_matches([text], ["The dam held.", text], vectors=VECTORS, limit=2) == ((),)


def test_the_nearest_candidate_comes_first() -> None:
    candidates = ["Rain is forecast.", "The quake killed twelve people.", "Twelve died in a quake."]

    (found,) = best_matches(
        ["Twelve people died in the quake."], candidates, vectors=VECTORS, limit=2
    )

    assert {match.candidate for match in found} == {1, 2}
    assert found[0].similarity >= found[1].similarity > 0.5


def test_of_equally_near_candidates_the_earlier_comes_first() -> None:
    (found,) = best_matches(["the dam"], ["rain", *["the dam"] * 5], vectors=VECTORS, limit=3)

    assert [match.candidate for match in found] == [1, 2, 3]


def test_what_points_away_is_no_match() -> None:
    row = np.array([[1, 0]], np.float32)
    others = np.array([[-1, 0], [0, 1], [1, 0]], np.float32)

    assert nearest(row, others, limit=3) == ((Match(candidate=2, similarity=1.0),),)


def test_no_query_and_no_candidate_give_no_match() -> None:
    assert best_matches([], ["the dam"], vectors=VECTORS, limit=1) == ()
    assert best_matches(["the dam"], [], vectors=VECTORS, limit=1) == ((),)


def test_a_limit_below_one_is_refused() -> None:
    with pytest.raises(ValueError, match="limit is 0"):
        best_matches(["the dam"], ["the dam"], vectors=VECTORS, limit=0)


@given(st.lists(PHRASES, min_size=1, max_size=5), st.lists(PHRASES, max_size=9))
def test_matches_do_not_depend_on_the_other_queries_and_candidates(
    queries: list[str], candidates: list[str]
) -> None:
    together = best_matches(queries, candidates, vectors=VECTORS, limit=9)
    alone = tuple(best_matches([q], candidates, vectors=VECTORS, limit=9)[0] for q in queries)
    singly = {
        (match.candidate, match.similarity)
        for number, candidate in enumerate(candidates)
        for (found,) in [best_matches(queries[:1], [candidate], vectors=VECTORS, limit=1)]
        for match in [Match(candidate=number, similarity=m.similarity) for m in found]
    }

    assert together == alone
    assert {(match.candidate, match.similarity) for match in together[0]} == singly
