"""PDFs as renderings: paragraphs by the layout, pages known, running heads out."""

import io
import textwrap
from collections.abc import Callable
from datetime import date
from types import SimpleNamespace

import pypdf
import pypdfium2
import pytest
from pypdfium2 import raw
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from sayso.dates import DayInterval
from sayso.documents import Flag, Rendering, Source, pdf_pages
from sayso.documents.pdf import render_pdf
from sayso.errors import DocumentError
from sayso.text import Span

COUNCIL = (
    "The harbour council of Ellery said on Tuesday that about 40 of the 120 boats had been moved"
    " before the storm, and that the remainder would follow within a week if the weather held."
)
LEADER = (
    "“We will not wait,” said Mara Dunne, who leads the council. “The breakwater is old, and"
    " nobody has repaired it since the flood of 2003, whatever the ministry may claim.”"
)


class Paper:
    """A page of text, written line by line."""

    def __init__(self, title: str = "") -> None:
        self.stream = io.BytesIO()
        self.canvas = Canvas(self.stream, pagesize=(400, 600))
        self.canvas.setTitle(title)

    def lines(
        self, x: float, y: float, lines: list[str], *, size: int = 10, lead: int = 12
    ) -> "Paper":
        self.canvas.setFont("Helvetica", size)
        for line in lines:
            self.canvas.drawString(x, y, line)
            y -= lead
        return self

    def paragraph(self, y: float, text: str, *, x: float = 40, width: int = 60) -> "Paper":
        return self.lines(x, y, textwrap.wrap(text, width))

    def page(self) -> "Paper":
        self.canvas.showPage()
        return self

    def source(self) -> Source:
        self.canvas.save()
        return Source(path="a.pdf", data=self.stream.getvalue(), media_type="application/pdf")


def rewritten(source: Source, change: Callable[[pypdf.PdfWriter], object]) -> Source:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(source.data))
    change(writer)
    stream = io.BytesIO()
    writer.write(stream)
    return Source(path="a.pdf", data=stream.getvalue(), media_type="application/pdf")


def lines_of(rendering: Rendering) -> list[str]:
    return rendering.text.split("\n")


def test_lines_are_joined_to_paragraphs_by_the_gap_between_them() -> None:
    paper = Paper().paragraph(500, COUNCIL).paragraph(440, LEADER)

    assert lines_of(render_pdf(paper.source())) == [COUNCIL, LEADER]


def test_a_line_that_ends_early_ends_its_paragraph() -> None:
    wrapped = [*textwrap.wrap(COUNCIL, 60), *textwrap.wrap(LEADER, 60)]
    paper = Paper().lines(40, 500, wrapped)

    assert lines_of(render_pdf(paper.source())) == [COUNCIL, LEADER]


def test_an_indent_begins_a_paragraph() -> None:
    full = "This line of the harbour report fills its whole column here."
    paper = Paper().lines(40, 500, [full, full]).lines(60, 476, [full[:-6]]).lines(40, 464, [full])

    assert lines_of(render_pdf(paper.source())) == [f"{full} {full}", f"{full[:-6]} {full}"]


def test_list_items_begin_their_own_lines() -> None:
    full = "This line of the harbour report fills its whole column here:"
    paper = Paper().lines(40, 500, [full, "- one boat " + full[:40], "- two boats"])

    assert lines_of(render_pdf(paper.source()))[1:] == ["- one boat " + full[:40], "- two boats"]


def test_hyphens_at_line_ends_are_joined() -> None:
    lines = [
        "The council said that the break-",
        "water had been built by the well-",
        "known engineer and the mem-",
        "bers of his crew.",
    ]
    rendering = render_pdf(Paper().lines(40, 500, lines).source())

    assert rendering.text == (
        "The council said that the breakwater had been built by the well-known engineer and the"
        " members of his crew."
    )


def test_a_paragraph_goes_on_in_the_next_column_and_page() -> None:
    paper = (
        Paper()
        .lines(40, 500, ["The first column ends in the", "middle of a sentence and it"])
        .lines(220, 500, ["goes on in the", "second one."])
        .page()
        .lines(40, 500, ["The next page begins a new", "paragraph of its own."])
    )

    assert lines_of(render_pdf(paper.source())) == [
        "The first column ends in the middle of a sentence and it goes on in the second one.",
        "The next page begins a new paragraph of its own.",
    ]


def test_a_short_line_before_a_new_column_stays_alone() -> None:
    paper = Paper().lines(40, 500, ["Harbour news"]).lines(220, 520, ["The boats are safe."])

    assert lines_of(render_pdf(paper.source())) == ["Harbour news", "The boats are safe."]


def test_running_heads_and_feet_are_taken_out_and_named() -> None:
    paper = Paper()
    for number in range(3):
        paper.lines(40, 570, ["The Ellery Post"]).lines(300, 570, [f"{number + 3} March 2021"])
        paper.paragraph(500, f"{'ABC'[number]}: {COUNCIL} No {'abc'[number]}.")
        paper.lines(180, 20, [f"Page {number + 1} of 3"]).page()
    source = paper.source()
    rendering = render_pdf(source)

    assert lines_of(rendering) == [f"{x}: {COUNCIL} No {x.lower()}." for x in "ABC"]
    assert len(rendering.furniture) == 6
    assert {furniture.rule for furniture in rendering.furniture} == {"pdf:running_line"}


def test_a_date_in_a_running_head_is_that_of_the_issue() -> None:
    paper = Paper()
    for number in range(2):
        paper.lines(40, 570, ["The Ellery Post, 5 March 2021"])
        paper.paragraph(500, f"No {number}: {COUNCIL}").lines(40, 20, [f"{number + 1}"]).page()
    source = paper.source()
    issue = render_pdf(source).dates[0]

    assert issue.interval == DayInterval.day(date(2021, 3, 5))
    assert (issue.written, issue.rule) == (
        "The Ellery Post, 5 March 2021",
        "pdf:running_line:written",
    )
    assert issue.original_spans == (Span(0, 29),)


def test_heads_are_kept_where_there_is_nothing_else() -> None:
    paper = Paper().lines(40, 500, ["Closed."]).page().lines(40, 500, ["Closed."])

    assert lines_of(render_pdf(paper.source())) == ["Closed.", "Closed."]


def test_pages_begin_where_their_form_feeds_are() -> None:
    paper = Paper().paragraph(500, COUNCIL).page().page().paragraph(500, LEADER)
    rendering = render_pdf(paper.source())
    start = rendering.text.index("“We will")
    (first, *_) = rendering.text_map.original_spans(Span(start, start + 8))

    assert len(rendering.page_starts) == 3
    assert first.start == rendering.page_starts[2]
    assert rendering.original_length > rendering.page_starts[2] + len(LEADER)


def test_the_largest_lines_of_the_first_page_are_the_title() -> None:
    paper = Paper("Microsoft Word - draft.docx").lines(
        40, 560, ["Storm empties", "harbour"], size=18, lead=20
    )
    rendering = render_pdf(paper.paragraph(500, COUNCIL).source())

    assert rendering.title == "Storm empties harbour"
    assert rendering.title_span == Span(0, 21)


def test_the_title_of_the_file_is_taken_where_the_page_shows_it() -> None:
    paper = Paper("Storm in Ellery").lines(40, 560, ["ELLERY WATCH"], size=20)
    paper.lines(40, 530, ["Storm in Ellery"])
    rendering = render_pdf(paper.paragraph(500, COUNCIL).source())

    assert rendering.title == "Storm in Ellery"
    assert rendering.title_span is not None
    assert rendering.title_span.text_in(rendering.text) == "Storm in Ellery"


@pytest.mark.parametrize(
    ("named", "title"),
    [("Storm in Ellery", "Storm in Ellery"), ("report.pdf", None), ("untitled", None), ("", None)],
)
def test_a_title_that_no_page_shows_is_taken_unless_it_is_a_file_name(
    named: str, title: str | None
) -> None:
    rendering = render_pdf(Paper(named).paragraph(500, COUNCIL).source())

    assert (rendering.title, rendering.title_span) == (title, None)


def test_a_page_set_in_large_letters_has_no_headline() -> None:
    large = Paper().lines(40, 560, textwrap.wrap(COUNCIL, 24), size=16, lead=18)

    assert render_pdf(large.paragraph(300, LEADER * 3).source()).title is None


def test_dates_of_the_file_are_weak_candidates() -> None:
    source = rewritten(
        Paper().paragraph(500, COUNCIL).source(),
        lambda writer: writer.add_metadata(
            {"/CreationDate": "D:20210305101500+01'00'", "/ModDate": "D:2021"}
        ),
    )
    created, modified = render_pdf(source).dates

    assert (created.written, created.rule) == ("D:20210305101500+01'00'", "pdf:CreationDate:iso")
    assert (created.weight, created.original_spans) == (0.5, ())
    assert modified.modified


def test_characters_beyond_the_first_plane_are_one_character(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    codes = [ord("a"), 0xD83D, 0xDE00, 0xD83D, 0, 0xDE00, 0x02, 0xFFFE]
    monkeypatch.setattr(raw, "FPDFText_GetUnicode", lambda _, place: codes[place])
    layer = SimpleNamespace(count_chars=lambda: len(codes))

    assert pdf_pages._characters(layer) == ["a", "😀", "", *["\ufffd"] * 3, "\x02", "\x02"]


def test_a_broken_page_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object, index: int) -> None:
        raise pypdfium2.PdfiumError(f"Failed to load page {index}")

    monkeypatch.setattr(pypdfium2.PdfDocument, "__getitem__", fail)

    with pytest.raises(DocumentError, match="page 1 of the PDF is broken: Failed to load"):
        render_pdf(Paper().paragraph(500, COUNCIL).source())


def test_pages_without_text_beside_others_are_flagged() -> None:
    paper = Paper().paragraph(500, COUNCIL).page()
    paper.canvas.rect(10, 10, 50, 50)

    assert render_pdf(paper.page().source()).flags == {Flag.NO_TEXT_LAYER}


def test_an_override_is_flagged(monkeypatch: pytest.MonkeyPatch) -> None:
    source = Paper().paragraph(500, COUNCIL).source()
    real = raw.FPDFText_GetUnicode
    monkeypatch.setattr(
        raw,
        "FPDFText_GetUnicode",
        lambda layer, place: 0x202E if place == 3 else real(layer, place),
    )

    assert render_pdf(source).flags == {Flag.BIDI_OVERRIDE}


def broken(source: Source) -> Source:
    return Source(path="a.pdf", data=source.data[:300], media_type=source.media_type)


def scanned() -> Source:
    paper = Paper()
    paper.canvas.rect(10, 10, 50, 50)
    return paper.page().source()


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        (broken(Paper().paragraph(500, COUNCIL).source()), "the PDF is broken"),
        (
            rewritten(Paper().paragraph(500, COUNCIL).source(), lambda w: w.encrypt("secret")),
            "the PDF is encrypted: save it without its password",
        ),
        (scanned(), "the PDF has no text layer: its pages are pictures"),
    ],
)
def test_what_cannot_be_read_says_why(source: Source, problem: str) -> None:
    with pytest.raises(DocumentError, match=problem):
        render_pdf(source)


def test_a_pdf_that_only_its_owner_may_change_is_read() -> None:
    source = rewritten(
        Paper().paragraph(500, COUNCIL).source(),
        lambda writer: writer.encrypt("", owner_password="secret"),  # noqa: S106 - of a test file
    )

    assert render_pdf(source).text == COUNCIL


def test_junk_before_the_header_is_passed_over() -> None:
    source = Paper().paragraph(500, COUNCIL).source()
    junk = Source(path="a.pdf", data=b"junk\n" + source.data, media_type=source.media_type)

    assert render_pdf(junk).text == COUNCIL
