"""Edges of sources and contents, set by the grammar of the sentence."""

from dataclasses import replace

import pytest

from sayso.language.analysis import AttributionKind, Manner
from sayso.language.attribution_edges import EDGES, set_edges
from sayso.language.attribution_edges_examples import EXAMPLES
from sayso.language.attribution_repairs_examples import RepairExample
from sayso.language.segments import segment
from tests.language.attributed import attribution, changed, rows, shown_both_ways


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: f"{one.rule}: {one.text}")
def test_an_edge_is_set_as_its_example_shows(example: RepairExample) -> None:
    assert changed(example, EDGES) == list(example.repaired)


def test_every_edge_has_an_example_that_it_changes_and_one_that_it_leaves() -> None:
    assert shown_both_ways(EXAMPLES) == set(EDGES)


def test_the_edges_are_set_one_after_the_other() -> None:
    text = "Velm is said to be safe\n\nIt is late."
    given = [attribution(text, ("Velm", "is said", "to be safe\n\nIt is late"))]

    assert rows(text, set_edges(segment(text), given)) == [("", "is said", "Velm … to be safe")]


def test_words_between_marks_may_go_on_over_paragraphs() -> None:
    text = "The mayor said: “It is safe.\n\n“It will hold.”"
    (one,) = [attribution(text, ("The mayor", "said", "It is safe.\n\n“It will hold."))]
    quoted = replace(one, kind=AttributionKind.DIRECT)

    assert set_edges(segment(text), [quoted]) == (quoted,)


def test_thoughts_of_nobody_are_not_laid_to_the_subject_of_the_sentence() -> None:
    text = "The council closed the dam, telling nobody."
    one = replace(attribution(text, ("", "telling", "nobody")), manner=Manner.THOUGHT)

    assert set_edges(segment(text), [one]) == (one,)


def test_a_clause_that_never_ends_is_left_with_the_content() -> None:
    text = "According to the engineers, who left early."
    given = [attribution(text, ("the engineers", "According to", "who left early"))]

    assert set_edges(segment(text), given) == tuple(given)


def test_a_subject_far_from_its_passive_is_left() -> None:
    text = "The mayor, so they heard at noon, was asked to leave."
    given = [attribution(text, ("The mayor", "was asked", "to leave"))]

    assert set_edges(segment(text), given) == tuple(given)
