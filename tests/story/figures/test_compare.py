"""Comparing two figures: every rule by its examples, and what must hold of every pair."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.story.figures.compare import RULES, compare
from sayso.story.figures.record import CountedFigure
from sayso.story.figures.verdict import Policy, Reason, Verdict
from tests.story.figures.examples import figure, read_figure, rule_examples

EXAMPLES = rule_examples()
NAMES = [rule.name for rule in RULES]


def test_every_rule_has_examples_and_every_example_a_rule() -> None:
    assert sorted(EXAMPLES) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_rule_is_the_first_to_apply_to_its_example(name: str) -> None:
    left, right = (read_figure(e, number=n) for n, e in enumerate(EXAMPLES[name]["fires"]))

    assert compare(left, right).rule == name


@pytest.mark.parametrize("name", NAMES)
def test_a_rule_is_silent_on_its_counter_example(name: str) -> None:
    left, right = (read_figure(e, number=n) for n, e in enumerate(EXAMPLES[name]["silent"]))

    assert compare(left, right).rule != name


def test_figures_of_one_speaker_in_one_text_are_no_conflict() -> None:
    relation = compare(figure("12 people", 1, document="d"), figure("15 people", 2, document="d"))

    assert (relation.verdict, relation.reason) == (Verdict.NOT_COMPARABLE, Reason.ONE_VOICE)


def test_two_speakers_in_one_text_may_be_in_conflict() -> None:
    mayor = figure("12 people", 1, document="d", who="The mayor")
    army = figure("15 people", 2, document="d", who="The army")

    assert compare(mayor, army).verdict is Verdict.CONFLICT


def test_copies_of_one_report_that_differ_are_copying_variance() -> None:
    left, right = figure("4,237 people", 1, origin="e"), figure("4,327 people", 2, origin="e")

    relation = compare(left, right)
    assert (relation.verdict, relation.reason) == (Verdict.COPYING_VARIANCE, Reason.ONE_ORIGIN)


def test_one_speaker_quoted_with_two_numbers_is_copying_variance() -> None:
    left, right = figure("12 people", 1, who="The mayor"), figure("15 people", 2, who="The mayor")

    assert compare(left, right).reason is Reason.ONE_CLAIMANT


def test_a_total_that_grows_is_an_update_and_one_that_falls_a_revision() -> None:
    first = figure("12 people", 1, accrual="cumulative")
    second = figure("15 people", 2, accrual="cumulative", day="2031-03-06")

    assert compare(first, second).reason is Reason.UPDATE
    assert compare(second, first).reason is Reason.UPDATE
    fallen = figure("9 people", 3, accrual="cumulative", day="2031-03-08")
    assert compare(second, fallen).reason is Reason.DOWNWARD_REVISION


def test_a_wider_window_makes_two_days_one_time() -> None:
    first = figure("12 people", 1, who="The mayor")
    second = figure("15 people", 2, day="2031-03-06")

    assert compare(first, second).verdict is Verdict.CHANGED
    assert compare(first, second, policy=Policy(window_days=7)).verdict is Verdict.CONFLICT


def test_the_part_stands_on_the_left_whatever_the_order() -> None:
    women, people = figure("12 women", 1), figure("40 people", 2)

    for relation in (compare(women, people), compare(people, women)):
        assert (relation.left.figure, relation.right.figure) == ("f1", "f2")
        assert relation.verdict is Verdict.PART_OF


def test_the_spans_that_led_to_a_verdict_are_given_for_both_sides() -> None:
    people, men = "At least 12 people", "40 masked men"
    relation = compare(figure(people, 1), figure(men, 2, place="Dorran"))

    assert relation.rule == "place_unknown"
    assert [span.text_in(people) for span in relation.left.spans] == ["12"]
    relation = compare(figure(people, 1), figure(men, 2))
    assert [span.text_in(men) for span in relation.left.spans] == ["40", "masked men"]
    assert [span.text_in(people)[:8] for span in relation.right.spans] == [
        "12",
        "At least",
        "people",
    ]


PHRASES = (
    "12 people", "about 40 people", "more than 70 people", "at most 15 people", "12 women",
    "between 10 and 20 men", "dozens of civilians", "3 masked men", "up to 700 fighters", "another 4 people",
)  # fmt: skip
FIGURES = st.builds(
    figure,
    st.sampled_from(PHRASES),
    st.integers(0, 9),
    document=st.sampled_from(("d", "e")),
    place=st.sampled_from(("", "Marrow < Orlen", "Orlen", "Dorran < Orlen")),
    day=st.sampled_from(("", "2031-03-04", "2031-03-05", "2031-05-05")),
    predicate=st.sampled_from(("killed", "held", "")),
    accrual=st.sampled_from(("stock", "flow", "cumulative")),
    who=st.sampled_from((None, "The mayor")),
)


@given(FIGURES, FIGURES)
def test_the_order_of_two_figures_does_not_matter(
    left: CountedFigure, right: CountedFigure
) -> None:
    one, other = compare(left, right), compare(right, left)

    assert (one.verdict, one.reason, one.rule) == (other.verdict, other.reason, other.rule)


@given(FIGURES)
def test_a_figure_is_never_in_conflict_with_itself(one: CountedFigure) -> None:
    assert compare(one, one).verdict in {Verdict.AGREE, Verdict.COMPATIBLE, Verdict.NOT_COMPARABLE}


def test_each_march_is_one_of_its_own() -> None:
    first = figure("900 people", 1, predicate="protested", who="The union")
    same = figure("300 people", 2, predicate="protested", who="The police", day="2031-03-06")
    later = figure("300 people", 3, predicate="protested", who="The police", day="2031-03-20")

    assert compare(first, same).verdict is Verdict.CONFLICT
    assert compare(first, later).reason is Reason.OTHER_EVENT


def test_a_copy_counts_nothing_anew_on_the_day_it_is_put_out() -> None:
    wire, copy = (
        replace(one, scope=replace(one.scope, as_of_stated=False))
        for one in (
            figure("14 people", 1, origin="wire"),
            figure("40 people", 2, origin="wire", day="2031-03-05"),
        )
    )

    assert compare(wire, copy).verdict is Verdict.COPYING_VARIANCE


def test_a_copy_of_what_two_dispute_copies_the_dispute() -> None:
    mayor = figure("14 people", 1, origin="wire", who="The mayor")
    army = figure("40 people", 2, origin="wire", who="The army")

    assert compare(mayor, army).verdict is Verdict.CONFLICT
