"""Dates that a page declares: published and modified apart, each with its characters and its day."""

from datetime import date

import pytest

from sayso.dates import DayInterval, Precision
from sayso.documents import DateBasis, DateCandidate
from tests.documents.html_pages import SENTENCES, article, rendered

HEADING = "<h1>Bridge at Lower Marn closed</h1>"


def dates_of(head: str, body: str = "", **known: str) -> tuple[DateCandidate, ...]:
    html = f"<html><head>{head}</head><body>{body or HEADING}{article()}</body></html>"
    dates = rendered(html, **known).dates
    for candidate in dates:
        assert candidate.basis is DateBasis.METADATA
        assert [span.text_in(html) for span in candidate.original_spans] == [candidate.written]
    return dates


def days(dates: tuple[DateCandidate, ...]) -> list[tuple[str, str, bool]]:
    return [(c.rule, str(c.interval.lo), c.modified) for c in dates]


def described(**fields: str) -> str:
    inside = ", ".join(f'"{name}": "{value}"' for name, value in fields.items())
    return f'<script type=application/ld+json>{{"@type": "NewsArticle", {inside}}}</script>'


def meta(name: str, content: str) -> str:
    return f'<meta name="{name}" content="{content}">'


def test_published_and_modified_are_kept_apart_and_the_description_is_strongest() -> None:
    dates = dates_of(
        described(datePublished="2031-03-04", dateModified="2031-03-06")
        + meta("article:published_time", "2031-03-05T08:00:00+01:00")
        + meta("article:modified_time", "2031-03-07")
    )

    assert days(dates) == [
        ("jsonld.datePublished:iso", "2031-03-04", False),
        ("meta.article:published_time:iso", "2031-03-05", False),
        ("jsonld.dateModified:iso", "2031-03-06", True),
        ("meta.article:modified_time:iso", "2031-03-07", True),
    ]
    assert [c.weight for c in dates] == sorted((c.weight for c in dates), reverse=True)


def test_of_meta_tags_that_agree_one_is_enough() -> None:
    head = (
        meta("pubdate", "2031-03-04")
        + meta("datePublished", "2031-03-04")
        + meta("dc.date", "March 2031")
    )

    assert days(dates_of(head)) == [
        ("meta.datepublished:iso", "2031-03-04", False),
        ("meta.dc.date:written", "2031-03-01", False),
    ]
    assert dates_of(head)[1].precision is Precision.MONTH


def test_a_numeric_day_that_can_be_swapped_keeps_both_readings() -> None:
    (candidate,) = dates_of(meta("pubdate", "04/03/2031"))

    assert candidate.interval == DayInterval.day(date(2031, 3, 4))
    assert candidate.alternatives == (DayInterval.day(date(2031, 4, 3)),)


@pytest.mark.parametrize("content", ["1970-01-01T00:00:00Z", "0001-01-01T00:00:00", "", "today"])
def test_what_nobody_filled_in_is_no_date(content: str) -> None:
    assert dates_of(meta("article:published_time", content)) == ()


def test_a_time_element_counts_if_it_is_labelled_or_stands_below_the_title() -> None:
    above = "<time datetime=2031-01-01>New Year</time>"
    below = "<time datetime=2031-03-04>4 March</time><time datetime=2031-03-09>9 March</time>"
    changed = "<time class=updated datetime=2031-03-08>8 March</time>"
    labelled = "<time class='entry-date published' datetime=2031-03-05>5 March</time>"

    assert days(dates_of("", above + HEADING + below + changed)) == [
        ("time.datetime:iso", "2031-03-04", False),
        ("time.modified:iso", "2031-03-08", True),
    ]
    assert days(dates_of("", above + HEADING + below + labelled))[0] == (
        "time.published:iso",
        "2031-03-05",
        False,
    )


def test_without_a_title_times_must_agree() -> None:
    one, other = "<time datetime=2031-03-04T08:00>a</time>", "<time datetime=2031-03-05>b</time>"

    assert days(dates_of("", f"{one}<p>x</p>{one}")) == [("time.datetime:iso", "2031-03-04", False)]
    assert [c for c in dates_of("", one + other) if c.rule.startswith("time")] == []


@pytest.mark.parametrize(
    ("path", "written", "lo", "precision"),
    [
        ("2031/03/04/bridge", "2031/03/04", date(2031, 3, 4), Precision.DAY),
        ("2031/mar/4/bridge", "2031/mar/4", date(2031, 3, 4), Precision.DAY),
        ("2031-03-04-bridge", "2031-03-04", date(2031, 3, 4), Precision.DAY),
        ("2031/03/bridge", "2031/03", date(2031, 3, 1), Precision.MONTH),
    ],
)
def test_the_own_address_may_hold_the_day_or_the_month(
    path: str, written: str, lo: date, precision: Precision
) -> None:
    (candidate,) = dates_of(f"<link rel=canonical href=https://marn.example/news/{path}>")

    assert (candidate.written, candidate.interval.lo, candidate.precision) == (
        written,
        lo,
        precision,
    )


@pytest.mark.parametrize(
    "path",
    [
        "2031/03/40/x",
        "2031/13/x",
        "12031/03/04/x",
        "2031-32-season",
        "2031/0304",
        "?a&amp;d=/2031/03/04/",
    ],
)
def test_other_numbers_of_an_address_are_no_date(path: str) -> None:
    assert dates_of(f"<link rel=canonical href=https://marn.example/news/{path}>") == ()


def test_the_day_is_the_one_written_whatever_its_zone() -> None:
    (candidate,) = dates_of(meta("pubdate", "2031-03-04T23:30:00-05:00"))

    assert candidate.interval == DayInterval.day(date(2031, 3, 4))


@pytest.mark.parametrize(
    "local",
    [
        meta("article:modified_time", "2031-03-04T20:58:46-08:00"),
        meta("sailthru.date", "2031-03-04 20:58:46"),
        "<link rel=canonical href=https://marn.example/2031/03/04/bridge>",
    ],
)
def test_a_moment_in_greenwich_time_is_the_day_that_the_page_itself_counts(local: str) -> None:
    first = dates_of(described(datePublished="2031-03-05T04:58:46Z") + local)[0]

    assert first.rule == "jsonld.datePublished:iso+page_zone"
    assert first.interval == DayInterval.day(date(2031, 3, 4))
    assert first.written == "2031-03-05T04:58:46Z"


@pytest.mark.parametrize(
    "other",
    [
        "",
        meta("article:modified_time", "2031-03-04T10:00:00-08:00"),
        meta("article:modified_time", "2031-03-04"),
        "<link rel=canonical href=https://marn.example/2031/03/02/bridge>",
        "<link rel=canonical href=https://marn.example/2031/03/bridge>",
        meta("sailthru.date", "2031-03-05 04:58:46"),
    ],
)
def test_no_other_day_moves_a_moment_in_greenwich_time(other: str) -> None:
    first = dates_of(described(datePublished="2031-03-05T04:58:46Z") + other)[0]

    assert first.interval == DayInterval.day(date(2031, 3, 5))


def test_a_clock_without_a_zone_that_shows_greenwich_time_is_moved_with_it() -> None:
    dates = dates_of(
        described(datePublished="2031-03-05T04:58:46Z")
        + meta("article:published_time", "2031-03-05T04:58:46")
        + "<link rel=canonical href=https://marn.example/2031/03/04/bridge>"
    )

    assert {candidate.interval.lo for candidate in dates} == {date(2031, 3, 4)}


def test_the_address_where_a_page_was_found_tells_its_own_day() -> None:
    known = {"address": "https://marn.example/story/2031-03-04/bridge"}
    head = described(datePublished="2031-03-05T04:58:46Z", dateModified="2031-03-05T06:00:00Z")
    published, modified = dates_of(head, **known)

    assert published.interval == DayInterval.day(date(2031, 3, 4))
    assert modified.interval == DayInterval.day(date(2031, 3, 5))
    month = {"address": "https://marn.example/story/2031/03/bridge"}
    assert dates_of(head, **month)[0].interval == DayInterval.day(date(2031, 3, 5))


# The second opinion


def test_a_day_that_only_htmldate_finds_is_kept_with_the_line_that_shows_it() -> None:
    (candidate,) = dates_of("", f"{HEADING}<div class=meta>Posted on March 4, 2031</div>")

    assert (candidate.rule, candidate.written) == ("htmldate", "March 4, 2031")
    assert candidate.interval == DayInterval.day(date(2031, 3, 4))


def test_a_swapped_reading_of_htmldate_keeps_the_other_one() -> None:
    (candidate,) = dates_of("", f"{HEADING}<div class=date>03/04/2031</div>")

    readings = {candidate.interval, *candidate.alternatives}
    assert readings == {DayInterval.day(date(2031, 4, 3)), DayInterval.day(date(2031, 3, 4))}


def test_a_copyright_year_or_a_month_is_not_made_a_day() -> None:
    assert dates_of("", f"{HEADING}<footer>© 2031 Marn Post</footer>") == ()
    assert dates_of("", f"{HEADING}<footer>Archive March 2031</footer>") == ()


def test_a_day_of_the_story_is_not_the_day_of_the_page() -> None:
    story = f"<p>{SENTENCES[0]} {SENTENCES[1]} The flood of 4 March 2031 was higher, and that is well known.</p>"

    assert dates_of("", HEADING + story) == ()


def test_an_attribute_that_speaks_of_a_date_is_believed_and_another_is_not() -> None:
    dated = f"{HEADING}<div class=entry-date data-published-date=2031-03-04 title=2031-03-04></div>"
    dates = dates_of("", dated + "<abbr class=published title='2031-03-04'>lately</abbr>")

    assert days(dates)[:1] == [("htmldate", "2031-03-04", False)]
    assert dates_of("", f"{HEADING}<img src=/pictures/2031-03-04.jpg>") == ()


def test_htmldate_is_not_heard_where_it_reads_the_same_fields() -> None:
    shown = f"{HEADING}<div class=date>March 4, 2031</div>"

    assert [c.rule for c in dates_of(meta("pubdate", "2031-03-04"), shown)] == ["meta.pubdate:iso"]
    assert [c.rule for c in dates_of(meta("pubdate", "2031-03-05"), shown)] == ["meta.pubdate:iso"]


def test_a_day_after_retrieval_is_not_taken_from_htmldate() -> None:
    shown = f"{HEADING}<div class=date>March 4, 2031</div>"

    assert dates_of("", shown, retrieved="2031-03-01T10:00:00+00:00") == ()
    assert len(dates_of("", shown, retrieved="2031-03-05T10:00:00+00:00")) == 1
