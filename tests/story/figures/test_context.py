"""Context: what figures of one text say of each other, and what that changes between texts."""

from dataclasses import replace
from decimal import Decimal

import pytest

from sayso.pipeline.relate_figures import comparable_figures
from sayso.story.figures.compare import compare
from sayso.story.figures.context import with_context
from sayso.story.figures.kinds import shipped_kinds
from sayso.story.figures.record import CountedFigure
from sayso.story.figures.verdict import Reason, Verdict
from tests.story.figures.examples import figure
from tests.story.figures.readings import reading

LATER = "2031-03-09"


def told(text: str) -> tuple[CountedFigure, ...]:
    return comparable_figures(reading(text))


def test_a_number_without_a_noun_counts_what_the_last_of_its_class_did() -> None:
    first, second = told("The fire destroyed three farms. The next day it destroyed four.")

    assert first.counted.head == "farm"
    assert second.counted.head == "farm"


def test_people_without_a_noun_need_none() -> None:
    _, second = told("The fire killed three miners. In Marrow it killed four.")

    assert second.counted.head is None


@pytest.mark.parametrize(("who", "head"), [("the union", "employee"), (None, None)])
def test_another_voice_without_a_noun_counts_what_the_text_did(
    who: str | None, head: str | None
) -> None:
    crowd = figure("300 employees", 1, document="d", predicate="protested")
    other = figure("500", 2, document="d", predicate="protested", who=who)

    assert with_context((crowd, other), table=shipped_kinds())[1].counted.head == head


def test_what_another_claimant_says_in_the_same_text_is_kept_with_a_figure() -> None:
    army = figure("26 soldiers", 1, document="d", who="the front")
    mayor = figure("9 soldiers", 2, document="d", who="the army")

    first, second = with_context((army, mayor), table=shipped_kinds())

    assert [one.best for one in first.rivals] == [Decimal(9)]
    assert [one.best for one in second.rivals] == [Decimal(26)]


def test_a_later_figure_that_its_own_text_holds_against_the_earlier_one_is_a_conflict() -> None:
    earlier = figure("9 soldiers", 1, who="the army")
    pair = (
        figure("26 soldiers", 2, document="d", who="the front", day=LATER),
        figure("9 soldiers", 3, document="d", who="the army", day=LATER),
    )
    later = with_context(pair, table=shipped_kinds())[0]

    assert compare(earlier, later).verdict is Verdict.CONFLICT
    assert compare(earlier, pair[0]).verdict is Verdict.CHANGED


def test_a_toll_that_another_claimant_puts_lower_later_is_disputed() -> None:
    first = figure("20 people", 1, who="The army")
    lower = figure("13 people", 2, who="The rebels", day=LATER)
    unnamed = figure("13 people", 3, day=LATER)

    assert compare(first, lower).verdict is Verdict.CONFLICT
    assert compare(first, unnamed).reason is Reason.DOWNWARD_REVISION


def test_a_source_that_puts_its_own_toll_lower_revises_it() -> None:
    first = figure("20 people", 1, who="The Army")
    lower = figure("13 people", 2, who="the army", day=LATER)

    assert compare(first, lower).reason is Reason.DOWNWARD_REVISION


def test_two_offices_that_count_on_different_days_revise() -> None:
    first = figure("20 people", 1, who="The ministry", official=True)
    lower = figure("13 people", 2, who="The police", official=True, day=LATER)

    assert compare(first, lower).reason is Reason.DOWNWARD_REVISION


def test_a_later_toll_beyond_a_bound_is_an_update() -> None:
    first, later = figure("at least 12 people", 1), figure("17 people", 2, day=LATER)

    assert compare(first, later).reason is Reason.UPDATE
    assert compare(first, figure("12 people", 3, day=LATER)).verdict is Verdict.COMPATIBLE


@pytest.mark.parametrize(
    ("words", "verdict"),
    [("712 residents", Verdict.CHANGED), ("712 listed people", Verdict.CHANGED), ("712 women", Verdict.CHANGED), ("512 women", Verdict.NOT_COMPARABLE)],
)  # fmt: skip
def test_people_are_worded_anew_by_each_report(words: str, verdict: Verdict) -> None:
    earlier = figure("596 people", 1, predicate="affected")

    assert compare(earlier, figure(words, 2, predicate="affected", day=LATER)).verdict is verdict


def owned(text: str, number: int, owner: str) -> CountedFigure:
    made = figure(text, number, day=LATER)
    return replace(made, counted=replace(made.counted, owner=owner))


def test_a_side_is_not_held_against_the_losses_of_the_other() -> None:
    ours = owned("five of its soldiers", 1, "Orlen's border service")
    theirs = owned("nine of its soldiers", 2, "Marrow")

    assert compare(ours, theirs).reason is Reason.OTHER_SET
    assert compare(ours, owned("five of its soldiers", 3, "Orlen")).verdict is Verdict.AGREE


def test_a_number_for_each_is_no_level() -> None:
    (one,) = told("Guards detained two men each.")

    assert one.number.modifier == "rate"


def test_who_counts_may_stand_before_the_number_without_a_verb() -> None:
    (one,) = told("The ministry's death toll of 12 was read out.")

    assert (one.voice.claimant, one.voice.official) == ("ministry", True)


def test_an_implicit_singular_is_one_of_those_counted() -> None:
    (one,) = told("A prison guard was killed in Marrow.")
    all_killed = figure("12 people", 2)

    assert one.number.best == 1
    assert "some" in one.counted.restrictors
    assert all_killed.counted.restrictors == frozenset()
