import pytest

from sayso.language.cues import find_cues
from sayso.language.quote_marks import find_marks, pair_marks
from sayso.language.quote_use import EVIDENCE, Evidence, judge_use
from sayso.language.segments import segment
from sayso.text import Span


def reasons(text: str) -> tuple[str, ...]:
    segments = segment(text)
    ((left, right),) = pair_marks(text, find_marks(text, Span(0, len(text)))).pairs
    content, span = Span(left.end, right.start), Span(left.start, right.end)
    return judge_use(segments, find_cues(segments), content, span)[1]


@pytest.mark.parametrize("evidence", EVIDENCE, ids=lambda evidence: evidence.name)
def test_each_reason_holds_for_its_example_and_not_for_the_other(evidence: Evidence) -> None:
    assert evidence.name in reasons(evidence.fires)
    assert evidence.name not in reasons(evidence.silent)


def test_names_are_unique() -> None:
    assert len({evidence.name for evidence in EVIDENCE}) == len(EVIDENCE)
