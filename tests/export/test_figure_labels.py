"""Words of the figure views."""

from sayso.export.figure_labels import REASON_WORDS
from sayso.story.figures.verdict import Reason


def test_every_reason_of_a_verdict_is_told_in_words() -> None:
    assert set(REASON_WORDS) == set(Reason)
    assert len(set(REASON_WORDS.values())) == len(Reason)
