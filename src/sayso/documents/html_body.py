"""The article of a page: which of its lines an extractor takes for the body."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.metadata import version
from typing import Any

from lxml import etree, html
from trafilatura import bare_extraction
from trafilatura.settings import Extractor

from sayso.documents.html_align import KeyedLines, Place, align, key
from sayso.documents.html_dense import dense_lines
from sayso.documents.html_text import Page, line_span
from sayso.frozen import dataclass
from sayso.text import Span

# Beyond this a page is a flood, and trafilatura would take minutes and a gigabyte.
_MOST_BYTES = 8_000_000
_MOST_TAGS = 150_000
# What an extractor may leave out of a line without leaving the line: a mark, a letter or two.
_LEFT_OUT = 12
_LEFT_OUT_SHARE = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyChoice:
    """The body as spans of the rendering; none crosses the end of a line.

    ``lines`` is how many lines the extractor gave, ``missing`` how many of them stand nowhere in
    the rendering.
    """

    spans: tuple[Span, ...]
    extractor: str
    lines: int
    missing: int


def choose_body(page: Page, tree: Any) -> BodyChoice:
    """Let trafilatura choose from the parsed page, if there is one; else take the densest prose."""
    lines = [] if tree is None else list(_chosen_lines(tree))
    if lines:
        ours = KeyedLines([page.line_text(line) for line in page.lines])
        alignment = align(lines, ours)
        spans = _spans(page, ours, alignment.places)
        if spans:
            return BodyChoice(
                spans=spans,
                extractor=_version(),
                lines=alignment.lines,
                missing=alignment.missing,
            )
    dense = tuple(line_span(line) for line in dense_lines(page))
    return BodyChoice(spans=dense, extractor="dense-1", lines=0, missing=0)


def parse(slim_page: bytes, *, tags: int) -> Any:
    """Return the page as a tree of lxml, or None if it is empty or too much for an extractor."""
    if len(slim_page) > _MOST_BYTES or tags > _MOST_TAGS:
        return None
    try:
        return html.document_fromstring(slim_page, parser=_parser())
    except etree.ParserError:  # nothing but comments
        return None


@cache
def _parser() -> Any:
    return html.HTMLParser(
        encoding="utf-8",
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
        default_doctype=False,
        remove_blank_text=True,
    )


@contextmanager
def quiet(logger_name: str) -> Iterator[None]:
    """Hold back what a library logs: a page without an article is an error to it, to us a finding."""
    logger = logging.getLogger(logger_name)
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(level)


@cache
def _version() -> str:
    return f"trafilatura-{version('trafilatura')}"


# All others stand inside a line of trafilatura's tree.
_INLINE = frozenset({"hi", "ref", "del", "span", "code", "graphic"})


@cache
def _options() -> Any:
    """Return trafilatura's options, which it would otherwise read from its settings for every page."""
    return Extractor(output_format="txt", fast=True, comments=False)


def _chosen_lines(tree: Any) -> Iterator[tuple[str, ...]]:
    """Yield the lines of trafilatura's choice, each as the pieces of text it consists of."""
    with quiet("trafilatura"):
        chosen: Any = bare_extraction(tree, options=_options())
    if chosen is None or chosen.body is None:
        return
    pieces: list[str] = []
    for event, element in etree.iterwalk(chosen.body, events=("start", "end")):
        if pieces and element.tag not in _INLINE:
            yield tuple(pieces)
            pieces = []
        if text := element.text if event == "start" else element.tail:
            pieces.append(text)


def _spans(page: Page, ours: KeyedLines, places: tuple[Place, ...]) -> tuple[Span, ...]:
    """Return the lines touched by the places: whole if nearly all of it was chosen, else in part."""
    chosen: dict[int, list[tuple[int, int]]] = {}
    for place in places:
        for index, start, end in ours.parts(place):
            chosen.setdefault(index, []).append((start, end))
    return tuple(
        span
        for index in sorted(chosen)
        for span in _line_spans(page, index, ours.width(index), _merged(chosen[index]))
    )


def _line_spans(page: Page, index: int, width: int, parts: list[tuple[int, int]]) -> Iterator[Span]:
    line = page.lines[index]
    left_out = width - sum(end - start for start, end in parts)
    if left_out <= min(_LEFT_OUT, _LEFT_OUT_SHARE * width):
        yield line_span(line)
        return
    text = page.line_text(line)
    places = [at for at, character in enumerate(text) if key(character)]
    for start, end in parts:
        yield Span(places[start], places[end - 1] + 1).shifted(line.start)


def _merged(parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(parts):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged
