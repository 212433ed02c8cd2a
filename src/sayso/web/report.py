"""The report: chosen here, made as one file that is read in the browser, printed or passed on."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from starlette.responses import HTMLResponse, Response

from sayso.case.review_records import Reviewed
from sayso.export.report import report_text
from sayso.export.report_choice import ReportChoice
from sayso.web.pages import Page, Section
from sayso.web.visit import AddressError, Visit

# The file brings its own style and drawings; it runs nothing and asks for nothing.
_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; "
    "base-uri 'none'; frame-ancestors 'none'"
)


_ROWS: Mapping[Reviewed, str] = MappingProxyType(
    {
        Reviewed.ACCEPTED: "Only what was accepted, as it stood or edited",
        Reviewed.EDITED: "Only what was edited",
        Reviewed.REJECTED: "Only what was rejected",
        Reviewed.UNSURE: "Only what somebody was unsure of",
        Reviewed.OPEN: "Only what nobody decided on",
    }
)


class _Form(StrEnum):
    """What the report is made as."""

    PAGE = "page"  # shown in the browser
    HTML = "html"  # the same as a file
    MARKDOWN = "markdown"


def show(visit: Visit) -> Response:
    return visit.render("report.html", _ROWS)


def make(visit: Visit) -> Response:
    """Make the report that the form asks for, and note in the log that it left the case."""
    form, choice, now = _form(visit), _choice(visit), visit.now()
    is_markdown = form is _Form.MARKDOWN
    words = report_text(visit.case, choice, now=now, is_markdown=is_markdown)
    name = _file_name(form, now)
    with visit.writing() as case:
        case.log_export(f"{name}, from the page", actor=visit.reader, now=now)
    headers = {"content-security-policy": _POLICY}
    if form is not _Form.PAGE:
        headers["content-disposition"] = f'attachment; filename="{name}"'
    if is_markdown:
        return Response(words, media_type="text/markdown; charset=utf-8", headers=headers)
    return HTMLResponse(words, headers=headers)


def _file_name(form: _Form, now: datetime) -> str:
    return f"report-{now:%Y-%m-%d}.{'md' if form is _Form.MARKDOWN else 'html'}"


def _form(visit: Visit) -> _Form:
    written = visit.field("form")
    if written not in tuple(_Form):
        offered = ", ".join(_Form)
        raise AddressError(f"'{written}' is no form of a report; there are {offered}")
    return _Form(written)


def _choice(visit: Visit) -> ReportChoice:
    only = visit.field("only")
    if only and only not in tuple(Reviewed):
        raise AddressError(f"'{only}' is no decision; there are {', '.join(Reviewed)}")
    since, until = visit.day("since"), visit.day("until")
    if since and until and since > until:
        raise AddressError(f"the report is to begin on {since}, after it ends on {until}")
    return ReportChoice(
        only=Reviewed(only) if only else None,
        since=since,
        until=until,
        hidden=tuple(visit.field("hidden").splitlines()),
        hide_people=bool(visit.field("people")),
    )


PAGES = (
    Page(
        path="/report",
        show=show,
        decide=make,
        title="Report",
        section=Section.WORK,
        rank=33,
        key="x",
    ),
)
