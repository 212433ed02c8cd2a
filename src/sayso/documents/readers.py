"""The readers, one per kind of original, and the way from a source to its document."""

from collections.abc import Callable
from dataclasses import replace

from sayso.documents.decode import Decoded, decode, markup_encoding
from sayso.documents.document import Document
from sayso.documents.media_type import EXPECTED, MediaType, detect
from sayso.documents.original import Framing, Original
from sayso.documents.reading_limit import limited_markup, limited_rendering, limited_text
from sayso.documents.rendering import Rendering, Source
from sayso.errors import DocumentError

Reader = Callable[[Source], Rendering]
RECORDS = frozenset({MediaType.JSON, MediaType.JSON_LINES, MediaType.CSV, MediaType.TSV})


def read_document(source: Source) -> Document:
    """Read one item, whatever its kind; raises DocumentError if it cannot be used."""
    from sayso.documents.assemble import assemble  # noqa: PLC0415 - loads numpy

    known = (
        source
        if source.media_type
        else replace(source, media_type=detect(source.path, source.data))
    )
    document = assemble(known, render(known))
    return replace(document, original=replace(document.original, framing=_framing(known)))


def source_again(original: Original, data: bytes) -> Source:
    """Return the source of an original that was read before, so that it can be read anew."""
    framing = original.framing or Framing()
    return Source(
        path=original.path,
        data=data,
        media_type=original.media_type,
        address=original.address,
        retrieved=original.retrieved.isoformat() if original.retrieved else None,
        fields=framing.fields,
        encoding=framing.encoding,
        columns=framing.columns,
        delimiter=framing.delimiter,
    )


def _framing(source: Source) -> Framing | None:
    record = source.media_type in RECORDS
    framing = Framing(
        encoding=source.encoding,
        fields=source.fields if record else (),
        columns=source.columns,
        delimiter=source.delimiter,
    )
    return framing if framing != Framing() else None


def render(source: Source) -> Rendering:
    """Return the plain text of ``source`` by the reader of its kind, up to the reading limit."""
    for media_types, reader in READERS:
        if source.media_type in media_types:
            return limited_rendering(reader(source))
    raise DocumentError(source.path, f"there is no reader for {source.media_type}: {EXPECTED}")


def _decoded(source: Source) -> Decoded:
    return decode(source.data, declared=source.encoding, path=source.path)


def _plain(source: Source) -> Rendering:
    from sayso.documents.plain import render_plain  # noqa: PLC0415 - loads the grammar of dates

    decoded = _decoded(source)
    return _of_whole(render_plain(source, limited_text(decoded)), decoded)


def _html(source: Source) -> Rendering:
    from sayso.documents.html import render_html  # noqa: PLC0415 - loads the extractors

    declared = source.encoding or markup_encoding(source.data)
    decoded = decode(source.data, declared=declared, path=source.path)
    part = limited_markup(decoded)
    rendering = render_html(source, part.text, part.encoding)
    return _of_whole(replace(rendering, flags=rendering.flags | part.flags), decoded)


def _of_whole(rendering: Rendering, decoded: Decoded) -> Rendering:
    """State the length of the whole original, of which only a part may have been rendered."""
    return replace(rendering, original_length=len(decoded.text))


def _pdf(source: Source) -> Rendering:
    from sayso.documents.pdf import render_pdf  # noqa: PLC0415 - loads PDFium

    return render_pdf(source)


def _record(source: Source) -> Rendering:
    from sayso.documents.records import render_record  # noqa: PLC0415 - loads the grammar of dates

    return render_record(source)


READERS: tuple[tuple[frozenset[MediaType], Reader], ...] = (
    (frozenset({MediaType.PLAIN, MediaType.MARKDOWN}), _plain),
    (frozenset({MediaType.HTML}), _html),
    (frozenset({MediaType.PDF}), _pdf),
    (RECORDS, _record),
)
