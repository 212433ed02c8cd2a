"""Dates of captions as bounds of their article."""

from datetime import date

import pytest

from sayso.dates import DayInterval
from sayso.documents import DateBasis, Rendering
from sayso.documents.caption_dates import find_caption_dates
from sayso.documents.document import CAPTION_RULE, DateCandidate, FurnitureKind
from sayso.documents.furniture import LineLabel
from sayso.documents.lines import split_lines
from sayso.documents.surroundings import surroundings
from sayso.text import TextMap

STORY = "The company that runs the ferries to the outer islands said that no boat would sail."
MORE = "About 400 people live on the islands, and the nearest doctor is two hours away by ferry."


def found(*lines: str) -> tuple[DateCandidate, ...]:
    """Return the dates of a page on which every line but the story is a caption."""
    text = "\n".join(lines)
    rendering = Rendering(
        text=text,
        text_map=TextMap.identity(len(text)),
        extractor="test",
        encoding="utf-8",
        original_length=len(text),
    )
    labels = tuple(
        LineLabel(line=line, probability=1.0)
        if line.text in {STORY, MORE}
        else LineLabel(line=line, probability=0.0, kind=FurnitureKind.CAPTION, rule="test")
        for line in split_lines(text)
    )
    return find_caption_dates(rendering, labels, surroundings(labels, None))


def test_the_latest_day_of_the_captions_is_a_bound_with_its_characters() -> None:
    old, new = "FILE - The quay on May 4, 2018.", "FILE - The mill on Friday, May 3, 2019."
    (bound,) = found(new, STORY, old, MORE)

    assert bound.interval == DayInterval(date(2019, 5, 3), None)
    assert (bound.basis, bound.rule) == (DateBasis.MENTION, CAPTION_RULE)
    assert bound.written == "Friday, May 3, 2019"
    (span,) = bound.original_spans
    assert span.text_in(new) == bound.written


def test_of_two_readings_the_earlier_is_the_bound() -> None:
    (bound,) = found("FILE - The quay, 03/04/2021.", STORY, MORE)

    assert bound.interval.lo == date(2021, 3, 4)


@pytest.mark.parametrize(
    "caption",
    ["FILE - The quay in May.", "FILE - The quay on May 4.", "FILE - The quay in 2019.", "FILE - The quay."],
)  # fmt: skip
def test_a_caption_without_a_full_date_is_no_bound(caption: str) -> None:
    assert found(caption, STORY, MORE) == ()


def test_a_caption_below_the_article_belongs_to_another_story() -> None:
    assert found(STORY, MORE, "FILE - The mill on April 29, 2019.") == ()


def test_a_page_without_an_article_has_no_caption_of_it() -> None:
    assert found("FILE - The mill on April 29, 2019.") == ()
