"""Facts and plans: what the words before those of a class say of it."""

import pytest

from sayso.evidence.figure import Figure, Modality
from sayso.evidence.figure_modality import HEARSAY, INTENDED, modality_of
from sayso.language.quantities import find_quantities
from sayso.text import Span


def read(
    text: str, words: str | None, told: Modality | None = Modality.ASSERTED
) -> Modality | None:
    (quantity,) = find_quantities(text)
    at = text.index(words) if words else 0
    span = Span(at, at + len(words)) if words else None
    return modality_of(text, Figure(id="f", quantity=quantity, modality=told), span)


@pytest.mark.parametrize(
    ("text", "words", "told", "modality"),
    [
        ("The camp is said to house around 600 men.", "house", "planned", "asserted"),
        ("The camp is said to hold up to 600 men.", None, "forecast", "asserted"),
        ("The camp is expected to house 600 men.", "house", "forecast", "forecast"),
        ("He is said to plan to move 300 men.", "move", "planned", "planned"),
        ("They are plotting to free about 300 men.", "free", "asserted", "planned"),
        ("He urged his men to free 300 captives.", "free", "asserted", "planned"),
        ("They managed to free about 300 men.", "free", "asserted", "asserted"),
        ("They plan nothing. The guards freed 300 men.", "freed", "asserted", "asserted"),
        ("Some 300 men could soon be moved.", "moved", "asserted", "hypothetical"),
        ("Some 300 men will be moved.", "moved", None, "planned"),
        ("Some 300 men were moved.", "moved", None, None),
        ("Some 300 men were not moved.", "moved", "denied", "denied"),
        ("Some 300 men sang.", None, "asserted", "asserted"),
    ],
)
def test_what_is_said_to_be_is_told_as_a_fact_and_what_is_meant_to_be_is_not(
    text: str, words: str | None, told: str | None, modality: str | None
) -> None:
    assert read(text, words, Modality(told) if told else None) == modality


def test_the_patterns_fire_on_their_examples_and_not_on_their_counter_examples() -> None:
    assert HEARSAY.search("The camp is said to house ")
    assert HEARSAY.search("They are widely believed to have killed ")
    assert not HEARSAY.search("The camp is expected to house ")
    assert not HEARSAY.search("It was told to move ")
    assert INTENDED.search("They plot to ")
    assert INTENDED.search("urged them to ")
    assert not INTENDED.search("They managed to ")
    assert not INTENDED.search("decided to ")
    assert not INTENDED.search("Planes came to ")
