import pytest

from sayso.places.atlas import Atlas
from sayso.places.naming import (
    Asked,
    Inside,
    read_abbreviations,
    read_insides,
    read_names,
)
from sayso.places.place import PlaceKind
from sayso.text import Span


def asked(text: str, *names: str) -> list[Asked]:
    found = []
    place = 0
    for name in names:
        place = text.index(name, place)
        found.append(Asked(span=Span(place, place + len(name))))
        place += len(name)
    return found


def insides(atlas: Atlas, text: str, *names: str) -> tuple[Inside, ...]:
    return read_insides(text, read_names(text, asked(text, *names), atlas))


def test_a_name_is_one_however_often_it_stands(invented: Atlas) -> None:
    text = "Lakor burned. LAKOR fell. They left Lakor."
    (named,) = read_names(text, asked(text, "Lakor", "LAKOR", "Lakor"), invented)

    assert [text[w.span.start : w.span.end] for w in named.places] == ["Lakor", "LAKOR", "Lakor"]


@pytest.mark.parametrize(
    "text",
    [
        "Two died in Ellery, Lakor.",
        "Two died in Ellery in Lakor.",
        "Two died in Ellery (Lakor).",
        "Two died in Ellery, in the Lakor.",
        "Two died in Ellery, northern Lakor.",
    ],
)
def test_what_stands_behind_a_name_holds_it(invented: Atlas, text: str) -> None:
    assert insides(invented, text, "Ellery", "Lakor") == (Inside(inner=0, outer=1),)


@pytest.mark.parametrize(
    "text",
    [
        "Lakor's Ellery burned.",
        "In the Lakor town of Ellery two died.",
        "In Lakor’s Ellery it rained.",
    ],
)
def test_what_stands_before_a_name_holds_it(invented: Atlas, text: str) -> None:
    assert insides(invented, text, "Lakor", "Ellery") == (Inside(inner=1, outer=0),)


@pytest.mark.parametrize(
    "text",
    ["They drove from Ellery to Lakor.", "In Ellery and Lakor it rained.", "Ellery beat Lakor."],
)
def test_names_side_by_side_hold_nothing(invented: Atlas, text: str) -> None:
    assert insides(invented, text, "Ellery", "Lakor") == ()


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("ELLERY, March 3 (Wire) - The bridge fell.", True),
        ("ELLERY — The bridge fell.", True),
        ("It fell.\nELLERY (Wire) -- The bridge fell.", True),
        ("The bridge at ELLERY - long closed - fell.", False),
        ("ELLERY burned for three days. Nobody - not one - came.", False),
    ],
)
def test_a_dateline_opens_a_paragraph(invented: Atlas, text: str, *, dateline: bool) -> None:
    (named,) = read_names(text, asked(text, "ELLERY"), invented)

    assert named.places[0].dateline is dateline


def test_the_words_around_a_name_say_its_sort_and_side(invented: Atlas) -> None:
    text = "They reached the town of Ellery and northern Tesmar."
    ellery, tesmar = read_names(text, asked(text, "Ellery", "Tesmar"), invented)

    assert {c.entry.kind for c in ellery.candidates} == {PlaceKind.TOWN}
    assert tesmar.places[0].side == "northern"


def test_a_short_form_in_capitals_is_looked_up_as_written_only(invented: Atlas) -> None:
    text = "The OSK denied it; UAE did not."
    osk, uae = read_names(text, asked(text, "OSK", "UAE"), invented)

    assert (osk.candidates, uae.candidates) == ((), ())


def test_a_people_means_no_town(invented: Atlas) -> None:
    text = "The Ellery and Syrian delegations met."
    ellery, syrian = asked(text, "Ellery", "Syrian")
    people = [Asked(span=ellery.span, people=True), Asked(span=syrian.span, people=True)]
    first, second = read_names(text, people, invented)

    assert first.candidates == ()
    assert [invented.name(c.entry) for c in second.candidates] == ["Syria"]


def test_an_abbreviation_behind_a_name_is_read_though_nobody_asked(atlas: Atlas) -> None:
    text = "Two died in Paris, Tex., and one in Lima, Xyz., on Monday."
    names = read_names(text, asked(text, "Paris", "Lima"), atlas)
    (texas,) = read_abbreviations(text, names, atlas)

    assert (texas.words, atlas.name(texas.candidates[0].entry)) == ("Tex.", "Texas")
