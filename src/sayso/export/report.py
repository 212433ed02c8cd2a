"""The report: a case as one HTML file that needs nothing else and asks the network for nothing."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.export.report_page import ReportPage, report_page

if TYPE_CHECKING:
    from sayso.case import CaseReader


def write_report(case: "CaseReader", path: Path, *, now: datetime) -> None:
    """Write the report of ``case`` to ``path``; OSError if it cannot be written."""
    made = f"{now:%Y-%m-%d %H:%M} {now.tzname() or ''}".strip()
    path.write_text(render_report(report_page(case, made=made)), encoding="utf-8")


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
    return environment.get_template("report.html").render(page=page)
