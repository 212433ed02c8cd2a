"""The report: a case as one HTML file that needs nothing else and asks the network for nothing."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.export.labels import measured
from sayso.export.redaction import redact_html, redact_text, stand_ins
from sayso.export.report_choice import ReportChoice, narrowed
from sayso.export.report_markdown import render_markdown
from sayso.export.report_page import ReportPage, report_page

if TYPE_CHECKING:
    from sayso.case import CaseReader


def write_report(
    case: "CaseReader", path: Path, *, now: datetime, choice: ReportChoice | None = None
) -> None:
    """Write the report of ``case`` to ``path``, as Markdown if that ends in ``.md``.

    OSError if it cannot be written.
    """
    is_markdown = path.suffix.lower() == ".md"
    words = report_text(case, choice or ReportChoice(), now=now, is_markdown=is_markdown)
    path.write_text(words, encoding="utf-8")


def report_text(
    case: "CaseReader", choice: ReportChoice, *, now: datetime, is_markdown: bool = False
) -> str:
    """Return the report of ``case`` as one HTML file, or as Markdown."""
    made = f"{now:%Y-%m-%d %H:%M} {now.tzname() or ''}".strip()
    page = narrowed(report_page(case, made=made), case, choice)
    hidden = stand_ins(case, choice.hidden, people=choice.hide_people)
    return _rendered(page, hidden, is_markdown=is_markdown)


def _rendered(page: ReportPage, hidden: Mapping[str, str], *, is_markdown: bool) -> str:
    """Render twice where words are hidden: how often they stood there is said in the report."""
    render = render_markdown if is_markdown else render_report
    redact = redact_text if is_markdown else redact_html
    if not hidden:
        return render(page)
    first = redact(render(page), hidden)
    note = (
        f"{first.places} places were redacted: {first.names} names or words stand replaced by "
        "[person 1], [redacted] and so on."
    )
    return redact(render(replace(page, notes=(*page.notes, note))), hidden).text


def render_report(page: ReportPage) -> str:
    """Return the report as HTML. Every word of a document is escaped."""
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415 - only here

    environment = Environment(
        loader=PackageLoader("sayso.export"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.filters["measured"] = measured
    return environment.get_template("report.html").render(page=page)
