"""The last words that a text itself reports, and sources that are one piece."""

from dataclasses import replace

import pytest

from sayso.language.analysis import MAYBE_SPEECH, Attribution, Manner
from sayso.language.segments import segment
from sayso.language.told_before import beginning, last_told, only_word
from tests.language.attributed import attribution

TEXT = "Bo Lund said it was late. “It is safe,” she added."
LUND = attribution(TEXT, ("Bo Lund", "said", "it was late"))
SHE = attribution(TEXT, ("she", "added", "It is safe,"))


def test_the_last_told_is_the_one_whose_cue_stands_last() -> None:
    assert last_told([SHE, LUND], MAYBE_SPEECH) == SHE


@pytest.mark.parametrize(
    "left_out",
    [replace(SHE, parent=0), replace(SHE, cue=()), replace(SHE, manner=Manner.THOUGHT)],
    ids=["told within another", "without a cue", "a thought"],
)
def test_what_the_text_does_not_itself_report_as_said_is_not_the_last_told(
    left_out: Attribution,
) -> None:
    assert last_told([LUND, left_out], MAYBE_SPEECH) == LUND


def test_where_nothing_is_told_nothing_is_the_last() -> None:
    assert last_told([], MAYBE_SPEECH) is None


def test_a_source_of_one_piece_is_given_in_lower_case() -> None:
    assert only_word(segment(TEXT), LUND) == "bo lund"
    assert only_word(segment(TEXT), replace(LUND, source=LUND.source * 2)) == ""


def test_an_attribution_begins_with_its_quotation_where_the_cue_stands_behind_it() -> None:
    assert (beginning(LUND), beginning(SHE)) == (0, TEXT.index("It is safe"))
