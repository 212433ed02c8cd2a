"""One matter: figures without a place of their own hold for what their document is about."""

from dataclasses import replace
from datetime import date

import pytest

from sayso.dates import DayInterval
from sayso.story.figures.compare import compare
from sayso.story.figures.scopes import is_one_matter
from sayso.story.figures.verdict import Reason, Verdict
from tests.story.figures.examples import figure

MATTER = ["marrow", "ines varga", "varn dam"]


def test_figures_of_one_matter_are_compared_without_a_place() -> None:
    left = figure("12 people", 1, place="", matter=MATTER, who="The mayor")
    right = figure("14 people", 2, place="", matter=["ines varga", "marrow"])

    assert compare(left, right).verdict is Verdict.CONFLICT


def test_two_newsrooms_that_count_on_one_day_are_hours_apart() -> None:
    pair = (figure("12 people", 1), figure("14 people", 2))

    assert compare(*pair).reason is Reason.TIME_TOO_COARSE


@pytest.mark.parametrize("matter", [[], ["peru"], ["dorran", "ana petrov"]])
def test_figures_of_other_matters_are_not(matter: list[str]) -> None:
    left = figure("12 people", 1, place="", matter=[*MATTER, "peru"])
    right = figure("14 people", 2, place="", matter=matter)

    assert compare(left, right).reason is Reason.PLACE_UNKNOWN


def test_a_place_of_its_own_is_within_the_matter() -> None:
    whole = figure("30 people", 1, place="", matter=MATTER)
    part = figure("12 people", 2, place="Dorran", matter=MATTER)

    relation = compare(whole, part)

    assert (relation.verdict, relation.left.figure) == (Verdict.PART_OF, "f2")


@pytest.mark.parametrize(
    ("who", "number", "verdict"),
    [
        ("the army", "90 people", Verdict.CONFLICT),
        (None, "30 people", Verdict.CONFLICT),
        (None, "90 people", Verdict.NOT_COMPARABLE),
        (None, "0 people", Verdict.NOT_COMPARABLE),
        ("the mayor", "30 people", Verdict.NOT_COMPARABLE),
    ],
)
def test_within_one_text_two_dispute_or_somebody_named_disputes_the_text(
    who: str | None, number: str, verdict: Verdict
) -> None:
    named = figure("12 people", 1, document="d", who="the mayor")
    other = figure(number, 2, document="d", who=who)

    assert compare(named, other).verdict is verdict


def test_a_text_alone_does_not_dispute_with_itself() -> None:
    pair = (figure("12 people", 1, document="d"), figure("30 people", 2, document="d"))

    assert compare(*pair).reason is Reason.ONE_VOICE


def test_a_total_told_with_its_day_is_told_as_of_the_text() -> None:
    """The day on which they were caught is not another than that on which the text counts them."""
    of_the_day = figure("87 people", 1, document="d", predicate="arrested", day="2031-03-03")
    so_far = figure("90 people", 2, document="d", predicate="arrested")
    so_far = replace(so_far, scope=replace(so_far.scope, as_of_stated=False))

    assert compare(of_the_day, so_far).reason is Reason.ONE_VOICE


@pytest.mark.parametrize(
    ("later", "reason"),
    [("24 people", Reason.FAR_APART), ("80 people", Reason.DOWNWARD_REVISION)],
)
def test_a_toll_that_falls_to_less_than_half_is_another_count(later: str, reason: Reason) -> None:
    pair = (figure("94 people", 1), figure(later, 2, day="2031-03-20"))

    assert compare(*pair).reason is reason


@pytest.mark.parametrize(
    ("earlier", "later", "verdict"),
    [
        ("up to 60 people", "up to 149 people", Verdict.CHANGED),
        ("as many as 60 people", "up to 60 people", Verdict.COMPATIBLE),
        ("up to 149 people", "60 people", Verdict.COMPATIBLE),
    ],
)
def test_what_is_feared_at_most_moves_as_well(earlier: str, later: str, verdict: Verdict) -> None:
    pair = (figure(earlier, 1), figure(later, 2, day="2031-03-20"))

    assert compare(*pair).verdict is verdict


def test_the_same_odd_number_tells_the_same_where_no_place_does() -> None:
    placed = figure("94 people", 1, matter=MATTER)
    abroad = replace(placed, scope=replace(placed.scope, by_place=True))
    pairs = {
        number: compare(abroad, figure(number, 2, place="", matter=MATTER)).verdict
        for number in ("94 people", "90 people", "12 people")
    }

    assert pairs == {
        "94 people": Verdict.AGREE,
        "90 people": Verdict.NOT_COMPARABLE,
        "12 people": Verdict.NOT_COMPARABLE,
    }


@pytest.mark.parametrize(
    ("ours", "theirs", "one"),
    [
        (["#flu", "#swine"], ["#swine", "#flu"], True),
        (["mexico", "#flu"], ["mexico", "#flu"], True),
        (["mexico", "ines varga", "marrow"], ["ines varga", "marrow"], True),
        (["ana petrov", "#ferry"], ["#ferry", "leo horn"], False),
        (["a b", "c d", "e f", "g h", "ines varga", "marrow", "#flu"],
         ["i j", "k l", "m n", "o p", "ines varga", "marrow", "#ferry"], False),
    ],
)  # fmt: skip
def test_topics_tell_matters_apart_and_together(
    ours: list[str], theirs: list[str], *, one: bool
) -> None:
    pair = (figure("12 people", 1, matter=ours), figure("14 people", 2, matter=theirs))

    assert is_one_matter(*pair) is one


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ("12 of the injured", "40 people", Verdict.PART_OF),
        ("four of its soldiers", "four soldiers", Verdict.AGREE),
        ("two workers", "two people", Verdict.AGREE),
        ("12 of the injured", "12 of the injured", Verdict.AGREE),
        ("12 of the injured", "14 of the injured", Verdict.NOT_COMPARABLE),
    ],
)
def test_an_open_part_is_a_part_of_all_and_no_other_part(
    left: str, right: str, verdict: Verdict
) -> None:
    pair = (figure(left, 1, predicate="injured"), figure(right, 2, predicate="injured"))

    assert compare(*pair).verdict is verdict


def test_those_held_at_a_site_are_those_held_in_the_town_it_is_named_for() -> None:
    site = figure("60,000 people", 1, predicate="held", place="dorr camp, Orlen < Al Dorr, Orlen")
    town = figure(
        "22,000 people", 2, predicate="held", place="Al Dorr, Orlen < Orlen", day="2034-01-01"
    )

    assert compare(site, town).verdict is Verdict.CHANGED


def test_those_killed_in_a_town_are_not_only_those_at_its_site() -> None:
    site = figure("12 people", 1, place="dorr camp, Orlen < Az Dorr, Orlen")
    town = figure("40 people", 2, place="Az Dorr, Orlen < Orlen")

    assert compare(site, town).verdict is Verdict.PART_OF


def test_a_place_named_far_from_what_both_are_about_is_another_one() -> None:
    left = figure("12 people", 1, place="Marrow < Orlen", matter=MATTER)
    right = figure("14 people", 2, place="Dorran < Varn", matter=MATTER)

    assert compare(left, right).reason is Reason.OTHER_PLACE


def test_late_reports_of_one_matter_share_more_names() -> None:
    left = replace(figure("12 people", 1, place="", matter=MATTER), written=day(2031, 3, 4))
    near = replace(figure("12 people", 2, place="", matter=["marrow"]), written=day(2031, 3, 6))
    late = replace(near, written=day(2031, 8, 1))
    known = replace(
        figure("12 people", 2, place="", matter=["marrow", "varn dam"]), written=day(2031, 8, 1)
    )

    assert is_one_matter(left, near)
    assert not is_one_matter(left, late)
    assert is_one_matter(left, known)


def day(year: int, month: int, of_month: int) -> DayInterval:
    return DayInterval.day(date(year, month, of_month))


@pytest.mark.parametrize(
    ("later", "reason"),
    [
        ("2 people", Reason.UPDATE),
        ("the second victim", Reason.UPDATE),
        ("1 people", Reason.UNCHANGED),
    ],
)
def test_with_one_dead_whoever_he_was_is_all_the_dead(later: str, reason: Reason) -> None:
    ordinal = later.startswith("the")
    text = "2 victims" if ordinal else later
    pair = (figure("1 man", 1), figure(text, 2, day="2031-03-05", ordinal=ordinal))

    assert compare(*pair).reason is reason


def test_the_third_of_a_town_is_not_the_third_of_the_country() -> None:
    third = figure("3 people", 1, place="Marrow < Orlen", ordinal=True)

    assert compare(third, figure("9 people", 2, place="Orlen")).reason is Reason.NOT_A_LEVEL
    assert compare(third, figure("3 people", 2, place="Marrow < Orlen")).verdict is Verdict.AGREE


@pytest.mark.parametrize(("later", "moved"), [("60 people", True), ("500 people", False)])
def test_more_than_ten_times_as_many_are_another_count(later: str, *, moved: bool) -> None:
    pair = (figure("40 people", 1), figure(later, 2, day="2031-03-05"))

    assert (compare(*pair).verdict is Verdict.CHANGED) is moved


@pytest.mark.parametrize(
    ("number", "document", "verdict"),
    [("four", "d2", Verdict.AGREE), ("four", "d1", Verdict.NOT_COMPARABLE), ("three", "d2", Verdict.NOT_COMPARABLE)],
)  # fmt: skip
def test_one_number_of_one_matter_is_told_in_other_words(
    number: str, document: str, verdict: Verdict
) -> None:
    left = figure(f"{number} masked men", 1, matter=MATTER, document="d1")
    right = figure(f"{number} hooded men", 2, matter=MATTER, document=document)

    assert compare(left, right).verdict is verdict


def test_words_that_nobody_knows_tell_no_part_where_the_number_is_the_same() -> None:
    wide = figure("46 houses", 2, matter=MATTER, predicate="destroyed")
    same = figure("46 zinc-roofed houses", 1, matter=MATTER, predicate="destroyed")
    fewer = figure("40 zinc-roofed houses", 1, matter=MATTER, predicate="destroyed")
    women = figure("46 women", 1, matter=MATTER, predicate="injured")

    assert compare(same, wide).verdict is Verdict.AGREE
    assert compare(fewer, wide).verdict is Verdict.PART_OF
    assert compare(
        women, figure("40 people", 2, matter=MATTER, predicate="injured")
    ).verdict is not (Verdict.AGREE)


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        ("more than 70 people", Reason.NARROWER),
        ("30 people", Reason.PART_FITS),
        ("0 people", Reason.MIXED_SCOPE),
    ],
)
def test_a_place_that_one_text_names_is_no_part_where_the_numbers_are_as_good_as_one(
    number: str, reason: Reason
) -> None:
    placed = figure(number, 1, place="Dorran", matter=MATTER)
    whole = figure("73 people", 2, place="", matter=MATTER)

    assert compare(placed, whole).reason is reason


@pytest.mark.parametrize(
    ("words", "document", "verdict"),
    [
        ("several people", "d2", Verdict.NOT_COMPARABLE),
        ("several people", "d1", Verdict.COMPATIBLE),
        ("dozens of people", "d2", Verdict.COMPATIBLE),
    ],
)
def test_several_of_another_text_tell_nothing(words: str, document: str, verdict: Verdict) -> None:
    number = "5 people" if words.startswith("several") else "40 people"
    pair = (figure(number, 1, document="d1"), figure(words, 2, document=document))

    assert compare(*pair).verdict is verdict
