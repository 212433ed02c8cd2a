"""A record of JSON, JSONL or CSV as a rendering: its named fields, each with its raw characters."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sayso.documents.characters import fold_characters
from sayso.documents.decode import Decoded, decode
from sayso.documents.document import ChainBasis, ChainLink, DateCandidate, Flag, Role
from sayso.documents.field_dates import FIELD_WEIGHT, field_candidate
from sayso.documents.fields import Field, common_names, field_names, find_field, is_address
from sayso.documents.leaves import Leaf, json_leaves, row_leaves
from sayso.documents.media_type import MediaType
from sayso.documents.plain import plain_text
from sayso.documents.reading_limit import limited_markup, limited_text
from sayso.documents.rendering import Rendering, Source
from sayso.errors import DocumentError
from sayso.frozen import dataclass
from sayso.text import Span, TextMap, concatenate

EXTRACTOR = "sayso-record/1"

TABLES = (MediaType.CSV, MediaType.TSV)
_MARKUP = re.compile(
    r"</?(?:p|br|div|h[1-6]|ul|ol|li|blockquote|figure|html|body)\b[^<>]*>", re.IGNORECASE
)
_WHOLE_PAGE = re.compile(r"\s*<(?:!doctype|html)\b", re.IGNORECASE)
_BY = re.compile(r"by\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The fields of one record that sayso knows the meaning of; a list has several leaves."""

    text: str
    leaves: tuple[tuple[Field, tuple[Leaf, ...]], ...]

    def get(self, field: Field) -> tuple[Leaf, ...]:
        return next((leaves for known, leaves in self.leaves if known is field), ())

    def values(self, field: Field) -> tuple[str, ...]:
        """Return the values of ``field`` as one line each, blanks folded."""
        found = (leaf.value(self.text)[0] for leaf in self.get(field))
        return tuple(line for value in found if (line := _one_line(value)))

    def value(self, field: Field) -> str | None:
        return next(iter(self.values(field)), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Body:
    """The text of a record as written to the rendering, and where an extractor saw the article."""

    parts: tuple[tuple[str, TextMap | None], ...]
    title: str | None
    title_written: bool
    chosen: tuple[Span, ...]
    cut: bool


def render_record(source: Source) -> Rendering:
    """Render one record; ``text_map`` leads from its values to its raw characters.

    Raises DocumentError if the record is broken, or none of its fields holds a text.
    """
    decoded = decode(source.data, declared=source.encoding, path=source.path)
    record = read_record(source, decoded.text)
    body = _body(source, record, decoded)
    text, text_map = concatenate(body.parts)
    flags = decoded.flags | ({Flag.CUT} if body.cut else set())
    if fold_characters(decoded.text).bidi_override:
        flags |= {Flag.BIDI_OVERRIDE}
    return Rendering(
        text=text,
        text_map=text_map,
        extractor=EXTRACTOR,
        encoding=decoded.encoding,
        original_length=len(decoded.text),
        body=body.chosen,
        title=body.title,
        title_span=Span(0, len(body.title)) if body.title and body.title_written else None,
        byline=tuple(_BY.sub("", name, count=1) for name in record.values(Field.BYLINE)),
        chain=_chain(record),
        dates=_dates(record),
        flags=flags,
        language=record.value(Field.LANGUAGE),
        address=record.value(Field.ADDRESS),
    )


def read_record(source: Source, text: str) -> Record:
    """Find the named fields of the record in ``text``."""
    try:
        leaves = _leaves(source, text)
    except ValueError as error:
        raise DocumentError(source.path, f"the record cannot be read: {error}") from None
    names = field_names(source.fields)
    holders = _holders(leaves, text, names, table=source.media_type in TABLES)
    if Field.TEXT not in holders:
        if (held := _wordless_field(source, text, names)) is not None:
            raise DocumentError(source.path, f"its field {held!r} holds no text")
        raise DocumentError(source.path, no_text_field((leaf.name for leaf in leaves), names))
    return Record(
        text=text,
        leaves=tuple(
            (field, tuple(leaf for leaf in leaves if leaf.name == name))
            for field, name in holders.items()
        ),
    )


def record_address(source: Source) -> str | None:
    """Return the address that a record gives for itself, if it can be read."""
    try:
        text = decode(source.data, declared=source.encoding, path=source.path).text
        return read_record(source, text).value(Field.ADDRESS)
    except DocumentError:
        return None


def no_text_field(found: Iterable[str], names: dict[Field, str]) -> str:
    """Say what the record holds, and what was looked for."""
    seen = ", ".join(list(dict.fromkeys(found))[:_MOST_NAMES]) or "nothing"
    wanted = names.get(Field.TEXT)
    expected = repr(wanted) if wanted else f"one of {', '.join(common_names(Field.TEXT)[:6])}"
    return f"no field holds the text: found {seen}; expected {expected}, or name it (text=FIELD)"


_MOST_NAMES = 20


def _leaves(source: Source, text: str) -> tuple[Leaf, ...]:
    if source.media_type in TABLES:
        return row_leaves(text, source.columns, source.delimiter)
    return json_leaves(text)


def _wordless_field(source: Source, text: str, names: dict[Field, str]) -> str | None:
    """Return the field that would hold the text if it were not empty, or something else."""
    found = source.columns if source.media_type in TABLES else json.loads(text, strict=False)
    return find_field(Field.TEXT, found, named=names.get(Field.TEXT))


def _holders(
    leaves: Sequence[Leaf], text: str, names: dict[Field, str], *, table: bool
) -> dict[Field, str]:
    """Return which leaf holds which field; an address is no outlet, and a name no address."""
    addresses = {
        leaf.name for leaf in leaves if is_address(leaf.span.text_in(text).replace("\\/", "/"))
    }
    others = [leaf.name for leaf in leaves if leaf.name not in addresses]
    holders: dict[Field, str] = {}
    for field in Field:
        among = [leaf.name for leaf in leaves] if field in names else others
        if field is Field.TEXT and not table:
            among = [leaf.name for leaf in leaves if leaf.is_string and leaf.name in among]
        if field is Field.ADDRESS and field not in names:
            among = [leaf.name for leaf in leaves if leaf.name in addresses]
        name = find_field(field, among, named=names.get(field), beside=holders.get(Field.TEXT))
        if name is not None:
            holders[field] = name
    return holders


def _body(source: Source, record: Record, decoded: Decoded) -> _Body:
    """Write the title, unless the text begins with it, and the text."""
    parts: list[tuple[str, TextMap | None]] = []
    chosen: list[Span] = []
    length = 0
    cut = False
    for leaf in record.get(Field.TEXT):
        block, body, longer = _block(source, leaf, decoded)
        cut |= longer
        if block[0]:
            parts += [("\n", None), block] if parts else [block]
            length += bool(chosen)
            chosen += [span.shifted(length) for span in body]
            length += len(block[0])
    if not parts:
        raise DocumentError(source.path, "the field that should hold the text is empty")
    title, title_map = _title(record)
    written = bool(title) and not parts[0][0].startswith(title)
    if written:
        parts[:0] = [(title, title_map), ("\n", None)]
        head = len(title)
        chosen = [Span(0, head), *(span.shifted(head + 1) for span in chosen)]
    return _Body(
        parts=tuple(parts),
        title=title or None,
        title_written=written,
        chosen=tuple(chosen),
        cut=cut,
    )


def _title(record: Record) -> tuple[str, TextMap | None]:
    for leaf in record.get(Field.TITLE):
        value, text_map = leaf.value(record.text)
        line, line_map = plain_text(value)
        return line.replace("\n", " "), text_map.then(line_map)
    return "", None


def _block(
    source: Source, leaf: Leaf, decoded: Decoded
) -> tuple[tuple[str, TextMap], tuple[Span, ...], bool]:
    """Return the lines of one text value, those of them that are the article, and if it was cut.

    That is all of them, since the field says so; only of a whole page an extractor has to choose.
    """
    value, text_map = leaf.value(decoded.text)
    if not _MARKUP.search(value):
        part = limited_text(replace(decoded, text=value))
        text, lines = plain_text(part.text)
        return (text, text_map.then(lines)), _all_of(text), Flag.CUT in part.flags
    from sayso.documents.html import render_html  # noqa: PLC0415 - loads the extractors

    part = limited_markup(replace(decoded, text=value))
    page = render_html(replace(source, media_type=MediaType.HTML), part.text, part.encoding)
    body = page.body if _WHOLE_PAGE.match(value) else None
    lines = text_map.then(page.text_map)
    return (page.text, lines), body or _all_of(page.text), Flag.CUT in part.flags


def _all_of(text: str) -> tuple[Span, ...]:
    return (Span(0, len(text)),) if text else ()


def _one_line(value: str) -> str:
    return " ".join(plain_text(value)[0].split())


def _chain(record: Record) -> tuple[ChainLink, ...]:
    outlets = record.get(Field.OUTLET)
    name = record.value(Field.OUTLET)
    if name is None:
        return ()
    return (
        ChainLink(
            name=name,
            role=Role.HOST,
            basis=ChainBasis.FIELD,
            original_span=outlets[0].span,
            rule=f"field:{outlets[0].name}",
        ),
    )


def _dates(record: Record) -> tuple[DateCandidate, ...]:
    return tuple(_field_dates(record))


def _field_dates(record: Record) -> Iterator[DateCandidate]:
    for field in (Field.PUBLISHED, Field.MODIFIED):
        for leaf in record.get(field)[:1]:
            candidate = field_candidate(
                leaf.value(record.text)[0],
                (leaf.span,),
                rule=f"field:{leaf.name}",
                weight=FIELD_WEIGHT,
                modified=field is Field.MODIFIED,
            )
            if candidate is not None:
                yield candidate
