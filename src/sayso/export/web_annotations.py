"""A case as W3C Web Annotations: each row points at its characters by position and by quotation.

The target is the text as it was read, named by the SHA-256 of its UTF-8 form. Positions count code
points, as the recommendation says; a browser counts UTF-16 units and has to convert them.
"""

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import TYPE_CHECKING, TextIO

from sayso.documents import Document
from sayso.export.export_rows import ExportRow, export_rows
from sayso.text import Span

if TYPE_CHECKING:
    from sayso.case import CaseReader
    from sayso.case.review_records import Reviewed
    from sayso.pipeline.wire import Json

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
# Characters before and behind a quotation that tell it from another of the same words.
_AROUND = 32


def write_web_annotations(
    case: "CaseReader", stream: TextIO, *, only: "Reviewed | None" = None
) -> int:
    """Write one collection with one page and return how many annotations it has."""
    head = {"@context": CONTEXT, "id": f"urn:uuid:{case.id}", "type": "AnnotationCollection"}
    head |= {"label": case.name}
    page = {"id": f"urn:uuid:{case.id}#page", "type": "AnnotationPage", "startIndex": 0}
    stream.write(json.dumps(head, ensure_ascii=False)[:-1])
    stream.write(', "first": ' + json.dumps(page)[:-1] + ', "items": [')
    written = 0
    for annotation in _annotations(case, only):
        stream.write((",\n" if written else "\n") + json.dumps(annotation, ensure_ascii=False))
        written += 1
    stream.write(f']}}, "total": {written}}}\n')
    return written


def _annotations(case: "CaseReader", only: "Reviewed | None") -> Iterator["dict[str, Json]"]:
    for document, rows in export_rows(case, only=only):
        source = _source(document)
        for row in rows:
            yield {
                "id": f"urn:sayso:{row.id}",
                "type": "Annotation",
                "motivation": "describing",
                "body": list(_bodies(row)),
                "target": [_target(source, document, span) for span in row.spans],
            }


def _source(document: Document) -> "dict[str, Json]":
    text = sha256(document.text.encode(errors="surrogatepass")).hexdigest()
    source: dict[str, Json] = {
        "id": f"urn:sha256:{text}",
        "type": "Text",
        "format": "text/plain",
    }
    if document.language:
        source["language"] = document.language
    if document.original.address:
        source["via"] = document.original.address
    return source


def _target(source: "dict[str, Json]", document: Document, span: Span) -> "dict[str, Json]":
    text = document.text
    position: dict[str, Json] = {
        "type": "TextPositionSelector",
        "start": span.start,
        "end": span.end,
    }
    quotation: dict[str, Json] = {
        "type": "TextQuoteSelector",
        "exact": span.text_in(text),
        "prefix": text[max(span.start - _AROUND, 0) : span.start],
        "suffix": text[span.end : span.end + _AROUND],
    }
    return {"type": "SpecificResource", "source": source, "selector": [position, quotation]}


def _bodies(row: ExportRow) -> Iterable["Json"]:
    yield _body("tagging", row.kind)
    yield _body("describing", row.sentence)
    if row.state:
        yield _body("assessing", row.state)


def _body(purpose: str, value: str) -> "Json":
    return {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": value}
