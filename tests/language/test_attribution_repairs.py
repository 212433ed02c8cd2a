"""Attributions that trip over each other, set right."""

import pytest

from sayso.language.attribution_repairs import REPAIRS, repair_attributions
from sayso.language.attribution_repairs_examples import EXAMPLES, RepairExample
from sayso.language.segments import segment
from tests.language.attributed import attribution, changed, rows, shown_both_ways


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: f"{one.rule}: {one.text}")
def test_a_repair_does_what_its_example_shows(example: RepairExample) -> None:
    assert changed(example, REPAIRS) == list(example.repaired)


def test_every_repair_has_an_example_that_it_changes_and_one_that_it_leaves() -> None:
    assert shown_both_ways(EXAMPLES) == set(REPAIRS)


def test_the_repairs_build_on_each_other() -> None:
    text = "The mayor denied that Bo Lund said the dam was safe."
    given = [
        attribution(text, ("The mayor", "denied", "that Bo Lund")),
        attribution(text, ("The mayor … Bo Lund", "said", "the dam was safe")),
    ]

    assert rows(text, repair_attributions(segment(text), given)) == [
        ("The mayor", "denied", "that Bo Lund said the dam was safe"),
        ("Bo Lund", "said", "the dam was safe"),
    ]


def test_a_cue_that_is_sure_stays_whatever_its_words() -> None:
    text = "A van conveying forty stones said it all."
    given = [attribution(text, ("A van", "conveying", "forty stones"), sureness=0.95)]

    assert repair_attributions(segment(text), given) == tuple(given)


def test_a_clause_that_would_run_into_the_next_sentence_is_left() -> None:
    text = "The mayor said it was for the\n\nNext day he left."
    given = [attribution(text, ("The mayor", "said", "it was for the"))]

    assert rows(text, repair_attributions(segment(text), given))[0][2] == "it was for the"


def test_a_text_without_attributions_needs_no_repair() -> None:
    assert repair_attributions(segment("The dam was safe."), ()) == ()
