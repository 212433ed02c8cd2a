"""What is longer than any article is read up to a limit, and flagged."""

import json

import pytest

from sayso.documents import Document, Flag, Source
from sayso.documents.decode import Decoded
from sayso.documents.readers import read_document, render
from sayso.documents.reading_limit import (
    MOST_CHARACTERS,
    limited_markup,
    limited_rendering,
    limited_text,
)
from sayso.documents.rendering import Rendering
from sayso.text import Span, TextMap

SENTENCE = "About 40 people left the port of Orlo, the harbour master said on Monday. "
LONG = SENTENCE * (MOST_CHARACTERS // len(SENTENCE) + 500)


def decoded(text: str) -> Decoded:
    return Decoded(text=text, encoding="utf-8")


def rendering(text: str, *, title_span: Span, body: tuple[Span, ...]) -> Rendering:
    return Rendering(
        text=text,
        text_map=TextMap.identity(len(text)),
        extractor="test",
        encoding="utf-8",
        original_length=len(text),
        title_span=title_span,
        body=body,
    )


def source(name: str, text: str, media_type: str) -> Source:
    return Source(path=name, data=text.encode(), media_type=media_type)


def read(name: str, text: str, media_type: str) -> Document:
    return read_document(source(name, text, media_type))


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("the whole text", "the whole text"),
        ("first line\nsecond line that goes on", "first line"),
        ("one line that goes on and on and on", "one line that goes on"),
        ("x" * 30, "x" * 24),
    ],
)
def test_a_text_is_cut_at_a_line_end_else_a_blank_else_anywhere(text: str, kept: str) -> None:
    part = limited_text(decoded(text), 24)

    assert part.text == kept
    assert (Flag.CUT in part.flags) == (kept != text)


@pytest.mark.parametrize(
    ("page", "kept"),
    [
        ("<p>short</p>", "<p>short</p>"),
        ("<p class='long enough'>one two</p>", "<p class='long enough'>one two</p>"),
        ("<p>one two</p><p>three four five</p>", "<p>one two</p><p>thr"),
        ("<script>many many characters</script>one two three", None),
        ("<p>one two three four", "<p>one two th"),
    ],
)
def test_only_what_a_page_shows_counts(page: str, kept: str | None) -> None:
    part = limited_markup(decoded(page), 10)

    expected = kept or "<script>many many characters</script>one two th"
    assert part.text == expected
    assert (Flag.CUT in part.flags) == (expected != page)


def test_title_and_body_of_a_rendering_end_with_it() -> None:
    text = "Heading\none two three\nfour five six\nseven"
    whole = rendering(
        text, title_span=Span(0, 7), body=(Span(8, 21), Span(22, 35), Span(36, len(text)))
    )

    part = limited_rendering(whole, 30)

    assert part.text == "Heading\none two three"
    assert (part.title_span, part.body) == (Span(0, 7), (Span(8, 21),))
    assert part.text_map == TextMap.identity(21)
    assert part.original_length == len(text)
    assert part.flags == {Flag.CUT}
    assert limited_rendering(whole, len(text)) is whole


def test_a_title_beyond_the_limit_has_no_place() -> None:
    text = "one two three\nHeading"
    whole = rendering(text, title_span=Span(14, 21), body=(Span(0, 13),))

    assert limited_rendering(whole, 16).title_span is None


@pytest.mark.parametrize(
    ("name", "text", "media_type"),
    [
        ("a.txt", LONG, "text/plain"),
        ("a.md", LONG, "text/markdown"),
        ("a.json", json.dumps({"text": LONG}), "application/json"),
        ("b.json", json.dumps({"text": [SENTENCE * 500] * 40}), "application/json"),
        ("c.json", json.dumps({"text": f"<p>{LONG}{LONG}{LONG}</p>"}), "application/json"),
    ],
)
def test_whatever_the_kind_a_long_item_is_cut_and_flagged(
    name: str, text: str, media_type: str
) -> None:
    found = render(source(name, text, media_type))

    assert MOST_CHARACTERS - 10_000 <= len(found.text) <= MOST_CHARACTERS
    assert Flag.CUT in found.flags
    assert found.original_length == len(text)
    last = Span(len(found.text) - 30, len(found.text))
    assert found.text_map.original_spans(last)[-1].end <= len(text)


@pytest.mark.slow
def test_a_document_of_a_long_page_holds_its_beginning() -> None:
    page = f"<html><body><article><p>{LONG * 4}</p></article></body></html>"

    found = read("a.html", page, "text/html")

    assert found.text.startswith("About 40 people left")
    assert len(found.text) <= MOST_CHARACTERS
    assert Flag.CUT in found.flags
    assert found.original_length == len(page)


def test_a_short_item_is_whole() -> None:
    found = read("a.txt", SENTENCE, "text/plain")

    assert Flag.CUT not in found.flags
