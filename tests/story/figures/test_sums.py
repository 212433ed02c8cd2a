"""Sums of siblings, inclusions and portions: what a figure comes to, counts in and leaves out."""

from dataclasses import replace
from decimal import Decimal

import pytest

from sayso.pipeline.relate_figures import comparable_figures
from sayso.story.figures.compare import compare
from sayso.story.figures.record import CountedFigure, Inclusion, InclusionFlag
from sayso.story.figures.verdict import Reason, Verdict
from tests.story.figures.examples import figure
from tests.story.figures.readings import reading


def told(text: str) -> tuple[CountedFigure, ...]:
    return comparable_figures(reading(text))


def test_siblings_are_summed() -> None:
    women, men = told("The fire killed ten women and seven men in Marrow.")

    assert women.together is not None
    assert women.together.number.best == Decimal(17)
    assert (women.together.counted.head, men.together) == ("person", None)


@pytest.mark.parametrize(
    "text",
    [
        "The fire killed ten women in Marrow. It injured seven men.",
        "The fire killed ten women and two of the seven men.",
        "The fire killed 17 people: ten women and seven men.",
    ],
)
def test_what_does_not_stand_side_by_side_is_not_summed(text: str) -> None:
    assert [one.together for one in told(text)] == [None] * len(told(text))


def test_siblings_are_part_of_what_they_come_to() -> None:
    women = figure("10 women", 1, sum="17 people")

    relation = compare(women, figure("17 passengers", 2))

    assert (relation.verdict, relation.reason) == (Verdict.PART_OF, Reason.SUM_OF_PARTS)
    assert relation.left.figure == "f1"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In Marrow 18 people were killed.", ()),
        (
            "In Marrow 18 people, including the driver, were killed.",
            (("others", "driver", True, Decimal(1)),),
        ),
        (
            "18 people were killed in Marrow, not counting the two attackers.",
            (("perpetrator", None, False, Decimal(2)),),
        ),
        ("In Marrow 18 people, including 12 children, were killed.", ()),
    ],
)
def test_who_is_counted_in_stands_behind_the_figure(text: str, expected: object) -> None:
    counted = told(text)[0].counted

    assert tuple((i.flag, i.who, i.included, i.number) for i in counted.inclusions) == expected


def including(number: str, at: int, *, included: bool) -> CountedFigure:
    made = figure(f"{number} people", at)
    flag = Inclusion(flag=InclusionFlag.OTHERS, who="driver", included=included, number=Decimal(1))
    return replace(made, counted=replace(made.counted, inclusions=(flag,)))


def test_whom_one_counts_in_and_the_other_does_not_explains_the_difference() -> None:
    relation = compare(including("18", 1, included=True), figure("17 people", 2))

    assert (relation.reason, relation.left.figure) == (Reason.INCLUSION_RULE, "f2")


def test_whom_the_greater_figure_leaves_out_explains_nothing() -> None:
    relation = compare(including("18", 1, included=False), figure("17 people", 2, who="The mayor"))

    assert relation.verdict is Verdict.CONFLICT


def test_what_leaves_out_is_part_of_what_counts_in() -> None:
    left, right = including("18", 1, included=False), including("18", 2, included=True)

    relation = compare(right, left)

    assert (relation.verdict, relation.left.figure) == (Verdict.PART_OF, "f1")


@pytest.mark.parametrize(
    ("text", "head", "restrictors"),
    [
        ("The fire killed 40 people. Nine of them were women.", "woman", set()),
        ("The fire killed 40 people. Of the dead, 12 were found late.", None, {"some"}),
        ("The fire killed 40 people, among them 12 women.", "woman", set()),
        ("The fire killed 40 people, among them 12 others.", None, {"some"}),
        ("The army recaptured 140 of the fugitives.", "fugitive", set()),
        ("He put the number of guards killed in Marrow at 31.", "guard", set()),
        ("He put the guards killed in Marrow at 31.", None, set()),
        ("The fire killed 640 people from the town alone.", "person", {"some"}),
        ("The fire killed 640 people from the town.", "person", set()),
        ("A list bears the names of 14 guards who were killed.", "guard", {"some"}),
        ("A list bears the ages of 14 guards who were killed.", "guard", set()),
    ],
)
def test_a_portion_is_named_or_open(text: str, head: str | None, restrictors: set[str]) -> None:
    last = told(text)[-1]

    assert (last.counted.head, set(last.counted.restrictors)) == (head, restrictors)
