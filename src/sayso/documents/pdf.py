"""A PDF as a rendering: its pages' text, paragraphs joined by the layout, running heads out.

The decoded original of a PDF is the raw text of its pages, as PDFium orders it, with a form feed
between two pages; ``page_starts`` are the positions at which the pages begin.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from statistics import median

from sayso.documents.characters import fold_characters
from sayso.documents.document import DateCandidate, Flag, Furniture, FurnitureKind
from sayso.documents.field_dates import FILE_WEIGHT, field_candidate
from sayso.documents.hyphens import vocabulary_of
from sayso.documents.paragraphs import TextLine, join_lines
from sayso.documents.pdf_layout import PlacedLine, joints, place_lines, running_lines, words_of
from sayso.documents.pdf_pages import PdfPage, PdfText, read_pages
from sayso.documents.rendering import Rendering, Source
from sayso.errors import DocumentError
from sayso.text import Span, TextMap, hull

EXTRACTOR = "sayso-pdf/1"
PAGE_BREAK = "\f"
_RUNNING_RULE = "pdf:running_line"
_ISSUE_WEIGHT = 2.0  # log-odds: a head may show the date of printing as well
# A headline is set in larger letters than the text, and not in a whole page of them.
_HEADLINE_SIZE = 1.15
_MOST_HEADLINE_LINES = 6
_TITLE_WITHIN = 3000
_FROM_A_FILE = re.compile(
    r"microsoft word|untitled|\.(?:docx?|odt|rtf|indd|qxd|pdf)\b", re.IGNORECASE
)


def render_pdf(source: Source) -> Rendering:
    """Render the text of a PDF; raises DocumentError if it cannot be opened or holds no text."""
    pdf = read_pages(source.data, source.path)
    if not any(page.lines for page in pdf.pages):
        problem = "the PDF has no text layer: its pages are pictures, recognise their text first"
        raise DocumentError(source.path, problem)
    starts = tuple(accumulate((len(page.text) + 1 for page in pdf.pages[:-1]), initial=0))
    decoded = PAGE_BREAK.join(page.text for page in pdf.pages)
    running = running_lines(pdf.pages)
    placed = place_lines(pdf.pages, running) or place_lines(pdf.pages, frozenset())
    folded = fold_characters(decoded)
    lines = _text_lines(placed, starts, folded.text_map)
    # Line by line: PDFium puts the halves of a word that a line end parts next to each other.
    words = vocabulary_of("\n".join(line.text for line in placed))
    text, joined = join_lines(folded.text, lines, joints(placed, words))
    title, title_span = _title(pdf, placed, (text, joined, lines))
    return Rendering(
        text=text,
        text_map=folded.text_map.then(joined),
        extractor=EXTRACTOR,
        encoding="utf-8",
        original_length=len(decoded),
        body=(Span(0, len(text)),),
        title=title,
        title_span=title_span,
        dates=(*_issue_dates(pdf.pages, starts, running), *_dates(pdf)),
        flags=_flags(pdf.pages, bidi_override=folded.bidi_override),
        page_starts=starts,
        furniture=_furniture(pdf.pages, starts, running),
    )


def _text_lines(
    placed: Sequence[PlacedLine], starts: Sequence[int], folded: TextMap
) -> list[TextLine]:
    """Return the lines as places of the folded text."""
    lines = []
    for one in placed:
        at = starts[one.page]
        spans = folded.cleaned_spans(Span(at + one.line.start, at + one.line.end))
        lines.append(TextLine(start=spans[0].start, end=spans[-1].end))
    return lines


def _title(
    pdf: PdfText,
    placed: Sequence[PlacedLine],
    body: tuple[str, TextMap, Sequence[TextLine]],
) -> tuple[str | None, Span | None]:
    """Return the title: the largest lines of the first page, or the metadata's if shown elsewhere."""
    text, joined, lines = body
    named = " ".join(pdf.title.split())
    shown: Span | None = None
    if largest := _largest(placed):
        shown = hull(joined.cleaned_spans(Span(lines[largest[0]].start, lines[largest[-1]].end)))
    at = text.find(named, 0, _TITLE_WITHIN) if named else -1
    if at >= 0 and not (shown and shown.start <= at < shown.end):
        return named, Span(at, at + len(named))
    if shown:
        return shown.text_in(text).replace("\n", " "), shown
    usable = " " in named and not _FROM_A_FILE.search(named)
    return (named, None) if usable else (None, None)


def _largest(placed: Sequence[PlacedLine]) -> list[int]:
    """Return the lines that follow each other in the largest letters of the first page with text."""
    first = [i for i, line in enumerate(placed) if line.page == placed[0].page]
    usual = median(line.line.size for line in placed for _ in range(len(line.text)))
    size = max(placed[i].line.size for i in first)
    if size < usual * _HEADLINE_SIZE:
        return []
    begin = next(i for i in first if placed[i].line.size == size)
    found = [begin]
    while found[-1] + 1 in first and placed[found[-1] + 1].line.size == size:
        found.append(found[-1] + 1)
    return found if len(found) <= _MOST_HEADLINE_LINES else []


def _issue_dates(
    pages: Sequence[PdfPage], starts: Sequence[int], running: frozenset[tuple[int, int]]
) -> tuple[DateCandidate, ...]:
    """Return the dates that stand in running lines, the same on more than one page."""
    lines = {
        (number, index): words_of(pages[number], pages[number].lines[index])
        for number, index in sorted(running)
    }
    counts = Counter(lines.values())
    found: dict[str, DateCandidate] = {}
    for (number, index), words in lines.items():
        line = pages[number].lines[index]
        span = Span(line.start, line.end).shifted(starts[number])
        candidate = field_candidate(words, (span,), rule=_RUNNING_RULE, weight=_ISSUE_WEIGHT)
        if candidate and counts[words] > 1:
            found.setdefault(words, candidate)
    return tuple(found.values())


def _dates(pdf: PdfText) -> tuple[DateCandidate, ...]:
    """Return the file's dates; they stand in its dictionary and in no character of its text."""
    found = (
        field_candidate(pdf.created, (), rule="pdf:CreationDate", weight=FILE_WEIGHT),
        field_candidate(pdf.modified, (), rule="pdf:ModDate", weight=FILE_WEIGHT, modified=True),
    )
    return tuple(candidate for candidate in found if candidate)


def _flags(pages: Sequence[PdfPage], *, bidi_override: bool) -> frozenset[Flag]:
    empty = sum(1 for page in pages if not page.lines)
    flags = set()
    if empty * 2 >= len(pages):
        flags.add(Flag.NO_TEXT_LAYER)
    if bidi_override:
        flags.add(Flag.BIDI_OVERRIDE)
    return frozenset(flags)


def _furniture(
    pages: Sequence[PdfPage], starts: Sequence[int], running: frozenset[tuple[int, int]]
) -> tuple[Furniture, ...]:
    found = []
    for number, index in sorted(running):
        line = pages[number].lines[index]
        span = Span(line.start, line.end).shifted(starts[number])
        found.append(Furniture(original_span=span, kind=FurnitureKind.LINE, rule=_RUNNING_RULE))
    return tuple(found)
