"""From a source to its document, whatever its kind."""

import io
import json

import pytest
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from sayso.documents import Source
from sayso.documents.media_type import MediaType
from sayso.documents.readers import READERS, read_document, render
from sayso.documents.sandbox import Sandbox
from sayso.errors import DocumentError

PROSE = (
    "The harbour council of Ellery said on Tuesday that about 40 of the 120 boats had been moved"
    " before the storm, and that the remainder would follow within a week if the weather held."
)
SECOND = "“We will not wait,” said Mara Dunne, who leads the council of the town and its harbour."


def pdf() -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream)
    canvas.drawString(40, 700, PROSE)
    canvas.drawString(40, 600, SECOND)
    canvas.save()
    return stream.getvalue()


PAGE = f"<html><head><title>Storm</title></head><body><p>{PROSE}</p><p>{SECOND}</p></body></html>"
SOURCES = {
    "a.txt": f"{PROSE}\n\n{SECOND}".encode(),
    "a.md": f"# Storm\n\n{PROSE}\n\n{SECOND}".encode(),
    "a.html": PAGE.encode(),
    "a.pdf": pdf(),
    "a.json": json.dumps({"title": "Storm", "text": f"{PROSE}\n{SECOND}"}).encode(),
}


@pytest.mark.parametrize("name", SOURCES)
def test_a_source_of_any_kind_becomes_a_document(name: str) -> None:
    document = read_document(Source(path=name, data=SOURCES[name], media_type=""))

    assert PROSE in document.text
    assert SECOND in document.text
    assert len(document.text_map) == len(document.text)


def test_every_kind_but_the_archive_has_one_reader() -> None:
    kinds = [kind for media_types, _ in READERS for kind in media_types]

    assert sorted([*kinds, MediaType.ZIP]) == sorted(MediaType)


def test_a_kind_without_a_reader_is_a_document_error() -> None:
    with pytest.raises(DocumentError, match="there is no reader for image/png: expected text"):
        render(Source(path="a", data=b"x", media_type="image/png"))


def test_a_page_is_decoded_as_its_head_declares() -> None:
    data = '<html><head><meta charset="windows-1250"></head><body><p>Gdańsk, Łódź</p></body></html>'
    source = Source(path="a.html", data=data.encode("cp1250"), media_type="text/html")

    assert "Gdańsk, Łódź" in render(source).text


def test_what_a_container_declares_goes_before_the_head() -> None:
    data = '<html><meta charset="windows-1252"><p>Gdańsk, Łódź</p></html>'.encode("cp1250")
    source = Source(path="a", data=data, media_type="text/html", encoding="cp1250")

    assert "Gdańsk, Łódź" in render(source).text


def test_documents_are_read_in_a_child_process_under_the_usual_cap() -> None:
    sources = [Source(path=name, data=data, media_type="") for name, data in SOURCES.items()]
    with Sandbox(read_document, deadline_seconds=60.0, memory_bytes=2048 << 20) as sandbox:
        documents = [sandbox.apply(source) for source in sources]

    assert [document.original.path for document in documents] == list(SOURCES)
