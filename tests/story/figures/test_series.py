"""Series: points, sides of a dispute, sums of parts, and the value under each named choice."""

from decimal import Decimal

import pytest

from sayso.story.figures.recommend import Choice, recommend
from sayso.story.figures.record import CountedFigure
from sayso.story.figures.series import PartsStatus, Series, check_parts, find_series
from tests.story.figures.examples import figure

MAYOR, ARMY, POLICE = "The mayor", "The army", "The police"


def only_series(*figures: CountedFigure) -> Series:
    (series,) = find_series(figures)
    return series


def toll(text: str, number: int, who: str, *, official: bool = False, day: str = "2031-03-04") -> CountedFigure:  # fmt: skip
    return figure(text, number, who=who, official=official, day=day)


def test_equal_sets_in_other_words_are_one_series() -> None:
    assert len(find_series([figure("12 people", 1), figure("14 bodies", 2)])) == 1
    assert len(find_series([figure("12 people", 1), figure("14 women", 2)])) == 2


def test_points_stand_in_the_order_of_time_and_those_without_come_first() -> None:
    series = only_series(
        figure("15 people", 1, day="2031-03-06"), figure("12 people", 2), figure("9 people", 3, day="")
    )  # fmt: skip

    assert [[f.id for f in point.figures] for point in series.points] == [["f3"], ["f2"], ["f1"]]


def test_a_point_has_the_hull_and_the_sides_of_a_dispute() -> None:
    series = only_series(
        toll("at least 1,200 people", 1, MAYOR),
        toll("a little over 200 people", 2, ARMY),
        toll("205 people", 3, POLICE),
    )
    (point,) = series.points

    assert (point.lo, point.hi) == (Decimal(200), None)
    assert [side.claimants for side in point.sides] == [(ARMY, POLICE), (MAYOR,)]


def test_reports_of_one_origin_count_once() -> None:
    series = only_series(*(figure("12 people", n, origin="e") for n in range(3)), figure("12 people", 3))  # fmt: skip

    assert series.points[0].origins == 2


@pytest.mark.parametrize(
    ("whole", "parts", "status"),
    [
        ("17 people", ("10 women", "7 men"), PartsStatus.ADDS_UP),
        ("about 20 people", ("10 women", "9 men"), PartsStatus.ADDS_UP),
        ("20 people", ("10 women", "7 men"), PartsStatus.FALLS_SHORT),
        ("15 people", ("10 women", "7 men"), PartsStatus.EXCEEDS),
        ("15 people", ("10 women", "7 fighters"), PartsStatus.NOT_SUMMABLE),
        ("more than 15 people", ("10 women", "at least 3 men"), PartsStatus.ADDS_UP),
    ],
)
def test_parts_are_added_up(whole: str, parts: tuple[str, ...], status: PartsStatus) -> None:
    check = check_parts(figure(whole, 9), [figure(part, n) for n, part in enumerate(parts)])

    assert check.status is status


def test_a_sum_needs_a_part() -> None:
    with pytest.raises(ValueError, match="needs a part"):
        check_parts(figure("15 people"), [])


def test_the_latest_official_figure_is_named_with_its_day() -> None:
    series = only_series(
        toll("12 people", 1, POLICE, official=True),
        toll("15 people", 2, POLICE, official=True, day="2031-03-05"),
        toll("40 people", 3, MAYOR, day="2031-03-06"),
    )
    value = recommend(series, Choice.LATEST_OFFICIAL)

    assert (value.best, value.figures) == (Decimal(15), ("f2",))
    assert value.reason == "the latest official figure, as of 2031-03-05, by The police"


def test_officials_who_differ_give_a_range() -> None:
    series = only_series(
        toll("12 people", 1, POLICE, official=True), toll("15 people", 2, ARMY, official=True)
    )
    value = recommend(series, Choice.LATEST_OFFICIAL)

    assert (value.best, value.lo, value.hi) == (None, Decimal(12), Decimal(15))
    assert value.reason == "official figures differ; the range of 2 figures, as of 2031-03-04"


def test_without_an_official_figure_there_is_a_range_and_no_value() -> None:
    value = recommend(only_series(toll("12 people", 1, MAYOR)), Choice.LATEST_OFFICIAL)

    assert value.best is None
    assert value.reason == "no official figure; the range of 1 figure, as of 2031-03-04"


def test_the_conservative_value_is_the_least_that_any_of_the_latest_allows() -> None:
    series = only_series(
        toll("3 people", 1, MAYOR, day="2031-03-01"),
        toll("at least 20 people", 2, MAYOR),
        toll("25 people", 3, ARMY),
    )
    value = recommend(series, Choice.CONSERVATIVE)

    assert (value.best, value.figures) == (Decimal(20), ("f2",))


def test_the_conservative_value_needs_a_lower_end() -> None:
    series = only_series(figure("12 people", 1))
    value = recommend(series, Choice.CONSERVATIVE)

    assert value.best == Decimal(12)


def test_the_majority_is_of_origins_and_not_of_reports() -> None:
    echoed = [figure("30 people", n, origin="e") for n in range(5)]
    others = [figure("12 people", 7), figure("12 people", 8)]
    value = recommend(only_series(*echoed, *others), Choice.MAJORITY)

    assert (value.best, value.figures) == (Decimal(12), ("f7", "f8"))
    assert value.reason == "given by 2 of 3 known origins, as of 2031-03-04"


def test_without_a_majority_there_is_a_range() -> None:
    value = recommend(only_series(figure("12 people", 1), figure("15 people", 2)), Choice.MAJORITY)

    assert (value.best, value.lo, value.hi) == (None, Decimal(12), Decimal(15))


def test_the_range_alone_names_no_number() -> None:
    value = recommend(only_series(figure("12 people", 1, day="")), Choice.RANGE_ONLY)

    assert value.best is None
    assert value.reason == "the range of 1 figure, of unknown time"
