"""The report as Markdown, every statement with a footnote to document, characters and hash."""

import re
from collections.abc import Iterable, Iterator

from sayso.export.report_page import FigureLine, ReportDocument, ReportPage
from sayso.export.report_statements import PairLine
from sayso.text import Span

# What Markdown would take for markup: a document may hold any of it.
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~])")


def render_markdown(page: ReportPage) -> str:
    """Return the report as Markdown with footnotes, as Pandoc, GitHub and Obsidian read them."""
    return "\n".join(_lines(page)) + "\n"


def _lines(page: ReportPage) -> Iterator[str]:
    documents = {document.id: document for document in page.documents}
    yield f"# {_plain(page.case_name)}"
    yield ""
    yield "What was reported, by whom, and how the reports relate. Nothing here says what is true."
    yield ""
    yield f"Made {page.made}. Head of the log: `{page.log_head}`."
    for note in page.notes:
        yield ""
        yield f"> {_plain(note)}"
    yield from _section("Documents", map(_document, page.documents))
    figures = (*page.figures, *page.bare_counts, *page.quantities)
    yield from _section("Figures", map(_figure, figures))
    conflicts = (
        f"- {_plain(line.left.said_by)}: {_plain(line.left.words)}[^{line.left.record}] / "
        f"{_plain(line.right.said_by)}: {_plain(line.right.words)}[^{line.right.record}] "
        f"({_plain(line.why)})"
        for line in page.series.conflicts
    )
    yield from _section("Numbers that cannot both be right", conflicts)
    yield from _section("Who denies what", map(_pair, page.statements.denials))
    origins = (f"- “{_plain(one.words)}”: {_plain(one.sentence)}" for one in page.statements.echoes)
    yield from _section("How many origins", origins)
    yield from _section("Claims", _claims(page))
    doubts = (
        f"- {document.label}. {_plain(document.name)}: {_plain(note.reason)}"
        for document in page.doubtful
        for note in document.dating.doubts
    )
    yield from _section("Dates in doubt", doubts)
    yield ""
    yield from _footnotes(page, documents)


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    found = list(lines)
    if found:
        yield ""
        yield f"## {title}"
        yield ""
        yield from found


def _document(document: ReportDocument) -> str:
    chain = " ← ".join(_plain(link.name) for link in document.chain) or "no outlet named"
    sha256 = document.document.original.sha256
    return f"{document.label}. {_plain(document.name)}, {document.date}, {chain}, `{sha256}`"


def _figure(line: FigureLine) -> str:
    what = " ".join(part for part in (line.what, line.counted) if part)
    return f"- {_plain(line.bounds)} {_plain(what)}: “{_plain(line.row.words)}” ({line.as_of})[^{line.row.id}]"


def _pair(line: PairLine) -> str:
    left, right = (
        f"{_plain(side.speaker)}: “{_plain(side.row.words)}”[^{side.row.id}]"
        for side in (line.left, line.right)
    )
    return f"- {left} / {right}"


def _claims(page: ReportPage) -> Iterator[str]:
    for group in (*page.claims, *page.thoughts):
        yield f"- {_plain(group.speaker)}"
        for line in group.lines:
            yield f"    - “{_plain(line.row.words)}”[^{line.row.id}]"


def _footnotes(page: ReportPage, documents: "dict[str, ReportDocument]") -> Iterator[str]:
    """Yield one footnote for each row, whether or not it stands in several lists."""
    for line in (*page.figures, *page.bare_counts, *page.quantities):
        yield _footnote(line.row.id, documents[line.row.document], (line.row.figure.quantity.span,))
    for group in (*page.claims, *page.thoughts):
        for claim in group.lines:
            yield _footnote(claim.row.id, documents[claim.row.document], claim.row.claim.content)


def _footnote(name: str, document: ReportDocument, spans: tuple[Span, ...]) -> str:
    original = document.document.original
    text = ", ".join(f"{span.start}–{span.end}" for span in spans)
    places = (part for span in spans for part in document.document.original_spans(span))
    there = ", ".join(f"{span.start}–{span.end}" for span in places)
    return (
        f"[^{name}]: Document {document.label}, {_plain(original.path)}, characters {text} of the "
        f"text, {there} of the original, SHA-256 `{original.sha256}`"
    )


def _plain(words: str) -> str:
    return _MARKUP.sub(r"\\\1", " ".join(words.split()))
