"""Certainty: the confirmed are some of the suspected."""

import pytest

from sayso.language.quantities import find_quantities
from sayso.story.figures.certainty import CONFIRMED, SUSPECTED, certainty_of
from sayso.story.figures.compare import compare
from sayso.story.figures.verdict import Reason, Verdict
from tests.story.figures.examples import figure


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Orlen has now confirmed 20 deaths.", CONFIRMED),
        ("Orlen has 12 confirmed cases.", CONFIRMED),
        ("Only 19 deaths in Orlen are confirmed as caused by it.", CONFIRMED),
        ("The mayor confirmed that 20 people died.", None),
        ("20 people died, confirmed by the mayor.", None),
        ("The fever may have killed 159 people.", SUSPECTED),
        ("The fever has killed up to 149 people.", SUSPECTED),
        ("26 suspected cases are watched.", SUSPECTED),
        ("Of the suspected. 26 people died.", None),
        ("The fever has killed 149 people.", None),
    ],
)
def test_words_beside_a_number_say_how_sure_it_is(text: str, certainty: str | None) -> None:
    assert certainty_of(find_quantities(text)[0], text) == certainty


@pytest.mark.parametrize(
    ("left", "right", "reason"),
    [
        ("12 confirmed people", "248 suspected people", Reason.PART_FITS),
        ("248 suspected people", "12 confirmed people", Reason.PART_FITS),
        ("12 confirmed people", "12 people", Reason.SAME_STATEMENT),
        ("12 suspected people", "12 people", Reason.SAME_STATEMENT),
        ("12 confirmed women", "248 suspected people", Reason.PART_FITS),
        ("12 confirmed people", "9 suspected women", Reason.SETS_OVERLAP),
        ("12 confirmed men", "9 suspected women", Reason.OTHER_SET),
    ],
)
def test_the_confirmed_are_some_of_the_suspected_and_nothing_else_is_told(
    left: str, right: str, reason: Reason
) -> None:
    assert compare(figure(left, 1), figure(right, 2)).reason is reason


def test_what_is_confirmed_later_is_not_measured_by_what_was_suspected() -> None:
    earlier = figure("248 suspected people", 1)
    later = figure("19 confirmed people", 2, day="2031-03-06")

    assert compare(earlier, later).verdict is Verdict.NOT_COMPARABLE
