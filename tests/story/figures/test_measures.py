"""Measures: what an amount is of, and which amounts are of one thing."""

import pytest

from sayso.evidence.figure import Figure, Modality
from sayso.language.quantities import find_quantities
from sayso.story.figures.measures import UNTOLD, measured_by, shipped_measures
from sayso.story.figures.unclassed import modality_before


def told(text: str) -> tuple[str, list[str]] | None:
    found = measured_by(find_quantities(text)[0], text, table=shipped_measures())
    return None if found is None else (found.measure.name, sorted(found.restrictors))


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("The debt of Orlen stood at 40 million dollars.", ("debt", ["orlen"])),
        ("It has a foreign debt of $40 million.", ("debt", ["foreign"])),
        ("Velt owes $40 million.", ("debt", ["velt"])),
        ("The flood cost the town about $40 million.", ("cost", ["flood"])),
        ("It has cost Marrow $40 million.", ("cost", [UNTOLD])),
        ("They found $40,000 in cash.", ("cash", [])),
        ("The damage was put at $40 million.", ("damage", [])),
        ("Turnout reached 61 per cent.", ("turnout", [])),
        ("Unemployment has fallen to 7 percent.", ("unemployment", [])),
        ("The fire has burned 4,000 hectares.", ("burnt", ["fire"])),
        ("The parcel weighed 12 kilograms.", ("weight", ["parcel"])),
    ],
)
def test_an_amount_measures_what_the_words_beside_it_say(
    text: str, measure: tuple[str, list[str]]
) -> None:
    assert told(text) == measure


@pytest.mark.parametrize(
    "text",
    [
        "The debt rose by $40 million.",  # by how much
        "Turnout was low. Some 61 per cent of the doors are red.",  # of another sentence
        "The debt is old (Velt has $40 million of gold).",
        "The council gave $40 million.",
        "Turnout disappointed; $40 was the entry.",
    ],
)
def test_an_amount_measures_nothing_that_no_words_say(text: str) -> None:
    assert told(text) is None


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The repair would cost $40 million.", Modality.PLANNED),
        ("The mayor denied a debt of $40 million.", Modality.DENIED),
        ("The repair cost $40 million.", None),
    ],
)
def test_an_amount_that_is_wanted_or_denied_is_none_yet(
    text: str, modality: Modality | None
) -> None:
    figure = Figure(id="f", quantity=find_quantities(text)[0])

    assert modality_before(figure, text) is modality
