"""Dates of the lines around an article and of its dateline."""

from datetime import date

from sayso.dates import DayInterval
from sayso.documents.date_candidates import find_date_candidates
from sayso.documents.document import DateBasis, DateCandidate, FurnitureKind
from sayso.documents.furniture import LineLabel
from sayso.documents.lines import split_lines
from sayso.documents.rendering import Rendering
from sayso.documents.surroundings import surroundings
from sayso.text import TextMap

STORY = "The company that runs the ferries to the outer islands said on Tuesday that no boat would sail."
MORE = "About 400 people live on the islands, and the nearest doctor is two hours away by ferry."
MARCH = DayInterval.day(date(2021, 3, 12))


def found(
    *lines: str,
    kinds: dict[str, FurnitureKind] | None = None,
    known: tuple[DateCandidate, ...] = (),
) -> tuple[DateCandidate, ...]:
    text = "\n".join(lines)
    rendering = Rendering(
        text=text,
        text_map=TextMap.identity(len(text)),
        extractor="test",
        encoding="utf-8",
        original_length=len(text),
        dates=known,
    )
    labels = tuple(
        LineLabel(line=line, probability=1.0)
        if line.text.endswith(("sail.", "ferry."))
        else LineLabel(
            line=line,
            probability=0.0,
            kind=(kinds or {}).get(line.text, FurnitureKind.LINE),
            rule="test",
        )
        for line in split_lines(text)
    )
    return find_date_candidates(rendering, labels, surroundings(labels, None))


def test_a_date_line_above_the_article_is_metadata_with_its_characters() -> None:
    (candidate,) = found("10:35 12.03.2021", STORY, MORE)

    assert (candidate.interval, candidate.basis) == (MARCH, DateBasis.METADATA)
    assert candidate.written == "10:35 12.03.2021"
    assert [(span.start, span.end) for span in candidate.original_spans] == [(0, 16)]


def test_a_date_line_below_a_summary_counts_as_well() -> None:
    (candidate,) = found(MORE, "12 March 2021", STORY)
    assert candidate.interval == MARCH


def test_a_date_below_the_article_weighs_less_than_one_above() -> None:
    (above,) = found("12 March 2021", STORY)
    (below,) = found(STORY, "12 March 2021")

    assert below.weight < above.weight


def test_a_date_of_change_is_marked_and_weighs_little() -> None:
    published, updated = found("Published: 12 March 2021", "Updated: 14 March 2021", STORY)

    assert (published.modified, updated.modified) == (False, True)
    assert updated.weight < published.weight


def test_the_date_of_a_caption_is_not_the_article_s() -> None:
    caption = "12 March 2021"
    assert found(caption, STORY, kinds={caption: FurnitureKind.CAPTION}) == ()


def test_a_dateline_opens_the_story() -> None:
    (candidate,) = found(f"LAKOR, March 12, 2021 (Coast Wire) — {STORY}", MORE)

    assert (candidate.basis, candidate.interval) == (DateBasis.DATELINE, MARCH)


def test_a_date_that_the_reader_knows_on_better_grounds_is_not_counted_twice() -> None:
    (known,) = found("12 March 2021", STORY)
    assert found("12 March 2021", STORY, known=(known,)) == ()


def test_many_days_above_an_article_are_those_of_other_stories() -> None:
    dates = found("1 March 2021", "2 March 2021", "3 March 2021", "4 March 2021", STORY)

    (single,) = found("1 March 2021", STORY)
    assert len(dates) == 4
    assert all(candidate.weight < single.weight for candidate in dates)


def test_a_page_without_an_article_may_still_be_dated() -> None:
    (candidate,) = found("12 March 2021", "Ferries")
    assert candidate.interval == MARCH


def test_a_stamp_counts_in_the_first_line_of_the_article_and_above_it() -> None:
    stamp = "Friday 12 March 2021 10.35 GMT"
    (inside,) = found(f"Ferries stay in port {stamp} {STORY}", MORE)
    (above,) = found(f"Ferries stay in port {stamp} Islands cut off", STORY, MORE)

    assert (inside.interval, inside.basis, inside.written) == (MARCH, DateBasis.DATELINE, stamp)
    assert (above.interval, above.basis, above.written) == (MARCH, DateBasis.METADATA, stamp)
