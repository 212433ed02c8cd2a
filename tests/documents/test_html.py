"""Pages in HTML, read from head to foot; among them the ones that break other readers."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings

from sayso.documents import Rendering
from sayso.errors import DocumentError
from sayso.text import Span
from tests.documents.html_pages import DATA, SENTENCES, SOUP, article, body_of, rendered


def shown(rendering: Rendering, html: str) -> dict[str, Any]:
    """Return a rendering as what it says, with the characters of the page that say it."""
    return {
        "body": [span.text_in(rendering.text) for span in rendering.body or ()],
        "title": rendering.title,
        "title_written": rendering.title_span and written(rendering, rendering.title_span, html),
        "byline": list(rendering.byline),
        "chain": [
            [
                link.name,
                link.role,
                link.rule,
                link.original_span and link.original_span.text_in(html),
            ]
            for link in rendering.chain
        ],
        "dates": [
            [str(c.interval.lo), str(c.interval.hi), c.rule, c.modified, c.written]
            for c in rendering.dates
        ],
        "language": rendering.language,
        "address": rendering.address,
        "flags": sorted(rendering.flags),
    }


def written(rendering: Rendering, span: Span, html: str) -> list[str]:
    return [part.text_in(html) for part in rendering.text_map.original_spans(span)]


def test_a_whole_page_is_read_as_expected() -> None:
    html = (DATA / "lower_marn.html").read_text(encoding="utf-8")
    expected = json.loads((DATA / "lower_marn.json").read_text(encoding="utf-8"))

    assert shown(rendered(html), html) == expected


def test_the_rendering_says_how_it_was_made() -> None:
    html = f"<html><body>{article()}</body></html>"
    rendering = rendered(html)

    assert rendering.extractor.startswith("html-1+trafilatura-")
    assert (rendering.encoding, rendering.original_length) == ("utf-8", len(html))
    assert len(rendering.text_map) == len(rendering.text)


def test_the_same_page_gives_the_same_rendering() -> None:
    html = (DATA / "lower_marn.html").read_text(encoding="utf-8")

    assert rendered(html) == rendered(html)


@pytest.mark.parametrize(
    "html", ["", "<html></html>", "<body><script>app()</script></body>", "\x00"]
)
def test_a_page_that_shows_nothing_is_refused_and_says_so(html: str) -> None:
    with pytest.raises(DocumentError, match="the page shows no text"):
        rendered(html)


@settings(deadline=None, max_examples=60)
@given(SOUP)
def test_no_page_breaks_the_reader(soup: str) -> None:
    html = f"<p>One</p>{soup}"
    rendering = rendered(html)

    assert rendering.text.startswith("One")
    lines = rendering.text.split("\n")
    for span in rendering.body or ():
        assert span.text_in(rendering.text) in "\n".join(lines)
        assert "\n" not in span.text_in(rendering.text)


# Pages that break other readers, in small


def nasty() -> Iterator[tuple[str, str]]:
    """Yield pages that hold the four sentences and something nasty."""
    text = article()
    yield "nested five thousand deep", "<div>" * 5000 + text + "</div>" * 5000
    yield "nested and never closed", "<div><b>" * 3000 + text
    yield "a million characters on one line", f"<p>{'wait ' * 2000}</p><article>{text}</article>"
    yield "many tiny tags", "<i></i>" * 5000 + f"<article>{text}</article>"
    yield "NULs", text.replace(" ", " \x00").replace("Marn", "Ma\x00rn")
    yield "lone surrogates around", f"<p>\udc80\ud800</p><article>{text}</article>"
    yield (
        "soft hyphens and zero width",
        text.replace("bridge", "bri\xaddge").replace("water", "wa\u200bter"),
    )
    yield "an open script", f"<script>var a = '<b>';{text}"
    yield "an open comment", f"<!-- begin {text}"
    yield "an open comment with a tag", f"<!-- begin ><article>{text}</article>"
    yield "an open style", f"<style>p {{ }}{text}"
    yield "an open attribute", f'<a href="x>{text.replace(chr(34), "")}'
    yield "a picture in an attribute", f"<img src='data:image/png;base64,{'A' * 300_000}'>{text}"
    yield (
        "a picture around the text",
        f"<div style='background:url(data:{'A' * 300_000})'>{text}</div>",
    )
    yield (
        "an entity flood",
        f"<p>{'&nbsp;&#0;&#x110000;&bogus;' * 500}</p><article>{text}</article>",
    )
    yield (
        "a colspan beyond counting",
        f"<table><tr><td colspan=9007199254740991>1</td></tr></table>{text}",
    )
    yield (
        "an encoding that it has not",
        f'<?xml version="1.0" encoding="latin1"?><html><body>{text}',
    )
    yield "a second page behind the first", f"{text}</body></html><html><body><p>Imprint</p>"
    yield "a doctype that does not end", f'<!DOCTYPE html PUBLIC "-//x//" "a" /><html/><body>{text}'


@pytest.mark.parametrize(("name", "html"), list(nasty()), ids=[name for name, _ in nasty()])
def test_the_article_is_read_from_a_nasty_page(name: str, html: str) -> None:
    page = f"<html><head><title>{name}</title></head><body>{html}</body></html>"
    rendering = rendered(page)
    body = "\n".join(span.text_in(rendering.text) for span in rendering.body or ())

    for sentence in SENTENCES:
        assert sentence in body
        start = rendering.text.index(sentence)
        spans = rendering.text_map.original_spans(Span(start, start + len(sentence)))
        original = "".join(span.text_in(page) for span in spans)
        assert original.translate(dict.fromkeys(map(ord, "\x00\xad\u200b"))) == sentence


def test_a_sentence_with_broken_characters_keeps_its_words() -> None:
    html = (
        f"<html><body>{article(SENTENCES[0].replace('rose', chr(0xDC80) + 'rose'), *SENTENCES[1:])}"
    )

    assert SENTENCES[0].replace("rose", "\ufffdrose") in body_of(html)


def test_a_page_without_any_markup_is_read() -> None:
    assert rendered("\n".join(SENTENCES)).text == " ".join(SENTENCES)


def test_a_flood_of_tags_is_read_without_an_extractor() -> None:
    html = article() + "<i></i>" * 80_000

    assert rendered(html).extractor == "html-1+dense-1"
    assert body_of(html) == list(SENTENCES)


def test_rubbish_has_no_article() -> None:
    rubbish = "".join(chr(32 + (i * 7919) % 900) for i in range(3000))

    assert rendered(f"<p>{rubbish}</p>").title is None


def test_time_grows_no_faster_than_the_page() -> None:
    """A reader that looks back would read this page a thousand times."""
    for mark in ('<a href="', "<a '", "<!--", "<!", "</", "<script>", "<svg>", "<title>", "&", "<"):
        rendering = rendered("<p>One</p>" + mark * 20_000)
        assert rendering.text.startswith("One")
