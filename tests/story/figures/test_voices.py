"""Voices: who counts, whether by office, and on what a number rests."""

import pytest

from sayso.pipeline.relate_figures import comparable_figures
from sayso.story.figures.record import Basis
from sayso.story.figures.voices import voice_of
from tests.story.figures.readings import reading


@pytest.mark.parametrize(
    ("text", "official", "basis"),
    [
        ("“12 people were killed in Marrow,” the health ministry said.", True, None),
        ("“12 people were killed in Marrow,” said a shepherd.", False, None),
        ("“12 people were killed in Marrow,” hospital doctors said.", False, Basis.HOSPITAL),
        ("An estimated 12 people were killed in Marrow.", False, Basis.ESTIMATE),
    ],
)
def test_a_source_says_whether_it_counts_by_office_and_how(
    text: str, *, official: bool, basis: Basis | None
) -> None:
    (figure,) = comparable_figures(reading(text))

    assert (figure.voice.official, figure.voice.basis) == (official, basis)


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("In Marrow the union spoke of 900 arrested people, the police of 300.", "the police"),
        ("The fire killed 12 people. The camp of 300 was closed.", None),
    ],
)
def test_a_second_voice_may_have_no_verb_of_its_own(text: str, claimant: str | None) -> None:
    start = text.index("300")
    voice = voice_of(None, text=text, phrase="300", origin=None, start=start)

    assert voice.claimant == claimant
