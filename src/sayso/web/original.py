"""The original of a document: made inert in a frame, as characters, and as the file itself."""

from starlette.responses import HTMLResponse, PlainTextResponse, Response

from sayso.documents import Document
from sayso.documents.decode import decode
from sayso.errors import DocumentError
from sayso.web.inert import characters_page, inert_page
from sayso.web.pages import Page
from sayso.web.security import FRAME_POLICY
from sayso.web.visit import Visit

_HTML = frozenset({"text/html", "application/xhtml+xml"})
_HEADERS = {"content-security-policy": FRAME_POLICY, "x-frame-options": "SAMEORIGIN"}


def show(visit: Visit) -> Response:
    document = visit.case.document(visit.parameter("document"))
    data = visit.case.original(document.id)
    if visit.query("as") == "characters":
        return PlainTextResponse(_characters(document, data), headers=_HEADERS)
    if document.original.media_type in _HTML:
        return HTMLResponse(inert_page(data, document.encoding), headers=_HEADERS)
    return HTMLResponse(characters_page(_characters(document, data)), headers=_HEADERS)


def download(visit: Visit) -> Response:
    """Hand the file out as it is; a browser keeps it and never shows it."""
    document = visit.case.document(visit.parameter("document"))
    headers = {"content-disposition": f'attachment; filename="{document.id}.original"'}
    data = visit.case.original(document.id)
    return Response(data, media_type="application/octet-stream", headers=headers)


def _characters(document: Document, data: bytes) -> str:
    """Decode an original; the text as read where it has no characters of its own."""
    if document.original.media_type == "application/pdf":
        return f"(the file is a PDF; this is the text as read)\n\n{document.text}"
    try:
        return decode(data, declared=document.encoding).text
    except DocumentError:
        return "(its characters cannot be shown; the file itself can be had)"


PAGES = (
    Page(path="/documents/{document}/original", show=show, framed=True),
    Page(path="/documents/{document}/download", show=download),
)
