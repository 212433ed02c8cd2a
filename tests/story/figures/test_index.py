"""An index of figures: a new one is compared with its neighbours and no others."""

from sayso.story.figures.index import FigureIndex
from sayso.story.figures.record import CountedFigure
from sayso.story.figures.verdict import Policy, Verdict
from tests.story.figures.examples import figure


def neighbours(index: FigureIndex, one: CountedFigure) -> list[str]:
    return [other.id for other in index.neighbours(one)]


def index_of(*figures: CountedFigure, most: int = 200, window_days: int = 1) -> FigureIndex:
    index = FigureIndex(policy=Policy(window_days=window_days), most=most)
    for one in figures:
        index.add(one)
    return index


def test_a_new_figure_is_related_to_those_before_it() -> None:
    index = index_of(figure("12 people", 1))
    (relation,) = index.add(figure("15 people", 2, who="The mayor"))

    assert (relation.left.figure, relation.right.figure) == ("f1", "f2")
    assert relation.verdict is Verdict.CONFLICT


def test_another_predicate_place_or_kind_is_not_met() -> None:
    index = index_of(
        figure("12 people", 1, predicate="injured"),
        figure("12 people", 2, place="Dorran"),
        figure("12 vehicles", 3),
        figure("12 people", 4, place=""),
    )
    assert neighbours(index, figure("12 people", 9)) == []


def test_parts_and_wholes_are_met_in_both_directions() -> None:
    town, country = (
        figure("12 people", 1, place="Marrow < Orlen"),
        figure("30 people", 2, place="Orlen"),
    )
    assert neighbours(index_of(town), country) == ["f1"]
    assert neighbours(index_of(country), town) == ["f2"]


def test_two_towns_of_one_country_are_not_met() -> None:
    index = index_of(figure("12 people", 1, place="Marrow < Orlen"))

    assert neighbours(index, figure("12 people", 2, place="Dorran < Orlen")) == []


def test_of_other_times_only_the_last_before_and_the_first_after_are_met() -> None:
    days = ("2031-01-01", "2031-04-03", "2031-07-07", "2031-12-09")
    index = index_of(*(figure("12 people", n, day=day) for n, day in enumerate(days)))

    assert neighbours(index, figure("15 people", 9, day="2031-06-20")) == ["f1", "f2"]


def test_other_sets_are_met_within_the_window() -> None:
    index = index_of(figure("12 women", 1, day="2031-03-03"), window_days=3)

    assert neighbours(index, figure("40 people", 2, day="2031-03-05")) == ["f1"]
    assert neighbours(index, figure("40 people", 3, day="2031-03-07")) == []


def test_figures_of_one_event_are_met_wherever_they_are_placed() -> None:
    index = index_of(figure("12 people", 1, place="", event="ferry"))

    assert neighbours(index, figure("14 people", 2, place="", event="ferry")) == ["f1"]


def test_a_statement_repeated_by_one_voice_is_met_four_times_at_most() -> None:
    index = index_of(*(figure("12 people", n, origin="e") for n in range(5)))

    assert neighbours(index, figure("14 people", 9)) == ["f0", "f1", "f2", "f3"]


def test_there_are_at_most_as_many_neighbours_as_asked_for() -> None:
    index = index_of(*(figure("12 people", n) for n in range(8)), most=3)

    assert len(neighbours(index, figure("14 people", 9))) == 3


def test_a_figure_is_no_neighbour_of_itself() -> None:
    one = figure("12 people", 1)

    assert neighbours(index_of(one), one) == []


def test_undated_figures_meet_undated_ones_and_the_first_dated_one() -> None:
    index = index_of(figure("12 people", 1, day=""), figure("13 people", 2), figure("14 people", 3, day="2031-04-01"))  # fmt: skip

    assert neighbours(index, figure("15 people", 9, day="")) == ["f1", "f2"]


def test_people_worded_anew_are_met_on_other_days_of_one_matter() -> None:
    matter = ["ines varga", "varn dam"]
    index = index_of(figure("12 passengers", 1, place="", matter=matter))

    assert neighbours(index, figure("15 people", 2, place="", matter=matter, day="2031-03-09")) == [
        "f1"
    ]
    assert neighbours(index, figure("15 women", 3, place="", matter=matter, day="2031-03-09")) == []
