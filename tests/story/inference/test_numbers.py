"""How a figure of a hypothesis stands to those of its premise."""

import pytest

from sayso.language.reading import analyse
from sayso.story.inference.numbers import Fit, fit_figure, read_figures


def _fit(premise: str, hypothesis: str) -> Fit:
    given, claimed = (read_figures(text, analyse(text)) for text in (premise, hypothesis))
    return fit_figure(claimed[0], given)


@pytest.mark.parametrize(
    ("premise", "hypothesis", "fit"),
    [
        ("They sank 14 boats.", "They sank at least 12 boats.", Fit.FOLLOWS),
        ("They sank 14 boats.", "Fourteen boats sank.", Fit.FOLLOWS),
        ("They sank more than 14 boats.", "They sank 14 boats.", Fit.REHEDGED),
        ("Some 9 % of voters agree.", "Nearly one in ten voters agree.", Fit.REHEDGED),
        ("34 % of voters agree.", "A third of voters agree.", Fit.REHEDGED),
        ("It grew by 9.1 %.", "It grew by 9.9 %.", Fit.MISSING),
        ("They held three senators.", "They held two senators.", Fit.FEWER),
        ("They held at least 60 senators.", "They held 40 senators.", Fit.FEWER),
        ("They held three senators.", "They held five senators.", Fit.EXCLUDED),
        ("They held three soldiers.", "They held at least five people.", Fit.EXCLUDED),
        ("They held three senators.", "They sank five boats.", Fit.MISSING),
        ("It cost $5.", "They sank five boats.", Fit.MISSING),
        ("They walked 5 miles.", "They walked 5 kilometres.", Fit.MISSING),
        ("They held dozens of senators.", "They held 40 senators.", Fit.MISSING),
        ("They held dozens of senators.", "Dozens of senators were held.", Fit.FOLLOWS),
        ("It cost 2.7 billion crowns.", "It cost 2.7 billion.", Fit.FOLLOWS),
        ("It cost 5 crowns.", "It cost 5 senators.", Fit.MISSING),
        ("It loses 30 metres a year.", "It loses 30 metres.", Fit.FOLLOWS),
        ("It loses 30 metres.", "It loses 30 metres a year.", Fit.FOLLOWS),
        ("It loses 30 metres a year.", "It loses 30 litres.", Fit.MISSING),
        ("Senators were held.", "They held five senators.", Fit.MISSING),
    ],
)
def test_a_figure_fits_what_bears_it_best(premise: str, hypothesis: str, fit: Fit) -> None:
    assert _fit(premise, hypothesis) is fit


def test_a_share_in_percent_is_the_same_as_one_in_words() -> None:
    assert _fit("Half of the voters agree.", "50 percent of the voters agree.") is Fit.FOLLOWS


def test_the_best_of_several_figures_is_taken() -> None:
    assert _fit("Of 30 boats 14 sank.", "14 boats sank.") is Fit.FOLLOWS
