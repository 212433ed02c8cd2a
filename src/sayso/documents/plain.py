"""Scraped plain text and Markdown as a rendering: one paragraph to a line."""

from sayso.documents.characters import Folded, fold_characters, unescape_entities
from sayso.documents.decode import Decoded
from sayso.documents.document import Flag
from sayso.documents.fields import Field
from sayso.documents.front_matter import FrontMatter, front_chain, front_dates, read_front_matter
from sayso.documents.markdown import read_marks
from sayso.documents.media_type import MediaType
from sayso.documents.paragraphs import TextLine, join_wrapped, lines_of
from sayso.documents.rendering import Rendering, Source
from sayso.errors import DocumentError
from sayso.text import Span, TextMap

EXTRACTOR = "sayso-plain/1"


def render_plain(source: Source, decoded: Decoded) -> Rendering:
    """Render ``.txt`` and ``.md``: blanks folded, wrapped lines joined, marks and front matter out.

    Raises DocumentError if nothing is left to read.
    """
    folded = fold_characters(decoded.text)
    front = read_front_matter(folded.text)
    if source.media_type == MediaType.MARKDOWN:
        marked = read_marks(folded.text, front.end)
        lines, edits, title = marked.lines, marked.edits, marked.title
    else:
        lines = tuple(line for line in lines_of(folded.text) if line.start >= front.end)
        edits, title = (), None
    if not lines:
        raise DocumentError(source.path, "the file holds no text to read")
    text, text_map = join_wrapped(folded.text, lines, edits)
    span = _cleaned(text_map, lines[title]) if title is not None else None
    return _rendering(decoded, folded, front, (text, text_map, span))


def plain_text(text: str) -> tuple[str, TextMap]:
    """Return the value of a field as plain text: entities read, blanks folded, lines joined."""
    unescaped, entity_map = unescape_entities(text)
    folded = fold_characters(unescaped)
    rendered, text_map = join_wrapped(folded.text, tuple(lines_of(folded.text)))
    return rendered, entity_map.then(folded.text_map).then(text_map)


def _rendering(
    decoded: Decoded, folded: Folded, front: FrontMatter, body: tuple[str, TextMap, Span | None]
) -> Rendering:
    text, text_map, span = body
    heading = span.text_in(text) if span else None
    named = front.first(Field.TITLE)
    title = named.value if named else heading
    flags = decoded.flags | ({Flag.BIDI_OVERRIDE} if folded.bidi_override else set())
    language, address = front.first(Field.LANGUAGE), front.first(Field.ADDRESS)
    return Rendering(
        text=text,
        text_map=folded.text_map.then(text_map),
        extractor=EXTRACTOR,
        encoding=decoded.encoding,
        original_length=len(decoded.text),
        title=title,
        title_span=span if title == heading else None,
        byline=tuple(entry.value for entry in front.get(Field.BYLINE)),
        chain=front_chain(front, folded.text_map),
        dates=front_dates(front, folded.text_map),
        flags=flags,
        language=language.value if language else None,
        address=address.value if address else None,
    )


def _cleaned(text_map: TextMap, line: TextLine) -> Span | None:
    spans = text_map.cleaned_spans(Span(line.start, line.end))
    return Span(spans[0].start, spans[-1].end) if spans else None
