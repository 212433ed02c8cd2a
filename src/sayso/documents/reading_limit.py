"""How much of one item is read: what is longer than any article is cut, and flagged as cut.

A long book has this many characters. What is longer is a dump or a mistake, and reading it whole
would only run into the deadline.
"""

from dataclasses import replace

from sayso.documents.decode import Decoded
from sayso.documents.document import Flag
from sayso.documents.rendering import Rendering
from sayso.text import Edit, Span, apply_edits

MOST_CHARACTERS = 1_000_000
# Of a page more is looked at, since the blanks of its layout and its menus are no part of the article.
MOST_MARKUP = 3 * MOST_CHARACTERS
# A line or a word that begins this near to the limit is left off whole.
_NEAR = 10_000


def limited_text(decoded: Decoded, most: int = MOST_CHARACTERS) -> Decoded:
    """Return the part of a plain text that is read."""
    end = _end_of_reading(decoded.text, most)
    return _cut(decoded, end) if end < len(decoded.text) else decoded


def limited_markup(decoded: Decoded, most: int = MOST_MARKUP) -> Decoded:
    """Return the part of a page that is read: scripts, pictures and tags do not count."""
    if len(decoded.text) <= most:
        return decoded
    from sayso.documents.html_tokens import tokens  # noqa: PLC0415 - few pages are this long

    shown = at = 0
    for before, start, _, resumes, _, _ in tokens(decoded.text):
        if shown + start - before > most:
            return _cut(decoded, before + most - shown)
        shown, at = shown + start - before, resumes
    rest = len(decoded.text) - at
    return _cut(decoded, at + most - shown) if shown + rest > most else decoded


def limited_rendering(rendering: Rendering, most: int = MOST_CHARACTERS) -> Rendering:
    """Return the part of a rendering that is read, whatever it was made from."""
    text = rendering.text
    end = _end_of_reading(text, most)
    if end == len(text):
        return rendering
    kept, cut = apply_edits(text, [Edit(end, len(text), "")])
    title, body = rendering.title_span, rendering.body
    return replace(
        rendering,
        text=kept,
        text_map=rendering.text_map.then(cut),
        title_span=title if title and title.end <= end else None,
        body=None if body is None else _before(body, end),
        flags=rendering.flags | {Flag.CUT},
    )


def _cut(decoded: Decoded, end: int) -> Decoded:
    return replace(decoded, text=decoded.text[:end], flags=decoded.flags | {Flag.CUT})


def _before(spans: tuple[Span, ...], end: int) -> tuple[Span, ...]:
    return tuple(Span(one.start, min(one.end, end)) for one in spans if one.start < end)


def _end_of_reading(text: str, most: int) -> int:
    """Return where to stop: at the end of a line, else of a word, else in the midst of it."""
    if len(text) <= most:
        return len(text)
    for mark in "\n ":
        at = text.rfind(mark, max(most - _NEAR, 1), most)
        if at > 0:
            return at
    return most
