"""Figures of no class: which tell a thing again by their number, and which lean to a class."""

from dataclasses import replace

import pytest

from sayso.pipeline.relate_figures import comparable_figures
from sayso.story.figures.compare import compare
from sayso.story.figures.index import FigureIndex
from sayso.story.figures.record import CountedFigure
from sayso.story.figures.scopes import is_one_matter
from sayso.story.figures.unclassed import is_kept, telling_digits
from sayso.story.figures.verdict import Reason, Verdict
from tests.story.figures.examples import figure
from tests.story.figures.readings import reading

MATTER = ["Marrow", "Velt"]


def unclassed(text: str, number: int = 0, *, leaning: str | None = None) -> CountedFigure:
    made = figure(text, number, predicate="", matter=MATTER)
    return replace(made, predicate="other", leaning=leaning)


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("132 people", 3),
        ("1,400 people", 2),
        ("27 people", 2),
        ("12 people", 0),
        ("90 people", 0),
        ("600 people", 0),
        ("another 132 people", 0),
    ],
)
def test_a_number_tells_by_its_digits(text: str, digits: int) -> None:
    assert telling_digits(unclassed(text).number) == digits


def test_a_number_told_again_without_a_class_agrees() -> None:
    relation = compare(
        unclassed("132 people"), figure("132 people", 1, predicate="held", matter=MATTER)
    )

    assert (relation.verdict, relation.reason) == (Verdict.AGREE, Reason.TOLD_AGAIN)


@pytest.mark.parametrize(
    ("text", "predicate", "matter"),
    [
        ("131 people", "held", MATTER),  # another number
        ("132 houses", "destroyed", MATTER),  # other things
        ("132 people", "held", ["Tarn", "Kess"]),  # another matter
    ],
)
def test_a_number_is_not_told_again_of_other_things(
    text: str, predicate: str, matter: list[str]
) -> None:
    other = figure(text, 1, predicate=predicate, matter=matter, place="")
    relation = compare(unclassed("132 people"), other)

    assert relation.verdict is Verdict.NOT_COMPARABLE


def test_a_figure_is_compared_as_one_of_the_class_to_which_it_leans() -> None:
    later = figure("131 people", 1, matter=MATTER, day="2031-03-09")

    assert compare(unclassed("90 people", leaning="killed"), later).verdict is Verdict.CHANGED


def test_a_figure_that_leans_to_a_class_is_in_no_conflict() -> None:
    leaning = replace(
        unclassed("90 people", leaning="killed"),
        voice=replace(unclassed("90 people").voice, claimant="the mayor"),
    )
    rival = figure("131 people", 1, matter=MATTER, who="the army")
    sure = figure("90 people", 2, matter=MATTER, who="the mayor")

    assert compare(sure, rival).verdict is Verdict.CONFLICT
    assert compare(leaning, rival).reason is Reason.PREDICATE_UNKNOWN


def test_a_figure_that_leans_to_a_class_fits_into_a_whole_of_its_own_text_alone() -> None:
    women = unclassed("14 women", leaning="killed")
    whole = figure("23 people", 1, matter=MATTER)
    sure = figure("14 women", 2, matter=MATTER)

    assert compare(sure, whole).reason is Reason.PART_FITS
    assert compare(women, whole).reason is Reason.PREDICATE_UNKNOWN
    beside = replace(whole, document=women.document, voice=women.voice)
    assert compare(women, beside).reason is not Reason.PREDICATE_UNKNOWN
    army = replace(beside, voice=replace(women.voice, claimant="the army"))
    assert compare(women, army).reason is Reason.PREDICATE_UNKNOWN


def test_numbers_of_no_class_are_kept_where_they_can_tell_something() -> None:
    assert is_kept(unclassed("132 people"), linked=False)
    assert is_kept(unclassed("3 people"), linked=True)
    assert is_kept(unclassed("3 people", leaning="killed"), linked=False)
    assert not is_kept(unclassed("3 people"), linked=False)


def test_an_index_finds_a_telling_number_under_another_class() -> None:
    index = FigureIndex()
    index.add(unclassed("132 people"))

    (relation,) = index.add(figure("132 people", 1, predicate="held", matter=MATTER))

    assert relation.reason is Reason.TOLD_AGAIN


def test_an_index_finds_nothing_for_a_number_of_no_class_that_tells_nothing() -> None:
    index = FigureIndex()
    index.add(unclassed("90 people"))

    assert index.add(unclassed("90 people", 1)) == ()


def test_two_texts_that_tell_two_numbers_of_their_classes_are_of_one_matter() -> None:
    text = "The police arrested 31 men. The fire killed 47 people."
    left, right = (
        comparable_figures(reading(text, outlet=outlet))[0] for outlet in ("The Lantern", "Wire")
    )

    assert is_one_matter(left, right)


def test_texts_that_share_one_number_may_be_of_two_matters() -> None:
    left, right = (
        comparable_figures(reading(text, outlet=outlet))[0]
        for text, outlet in (("Fire killed 47 people.", "A"), ("A storm killed 47 people.", "B"))
    )

    assert not is_one_matter(left, right)
