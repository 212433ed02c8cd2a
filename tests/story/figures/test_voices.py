"""Voices: who counts, whether by office, and on what a number rests."""

import pytest

from sayso.pipeline.relate_figures import comparable_figures
from sayso.story.figures.record import Basis
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
