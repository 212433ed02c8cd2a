"""Files of many records: each record becomes an item of its own, with its exact bytes."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain, islice
from typing import IO

from sayso.documents.decode import decode
from sayso.documents.fields import Field, field_names, find_field
from sayso.documents.leaves import cells_of, json_leaves, list_start
from sayso.documents.media_type import MediaType
from sayso.documents.records import TABLES, no_text_field, record_address
from sayso.documents.rendering import Source
from sayso.documents.split import Narrow, Slice, narrow, split_lines, split_rows, split_values
from sayso.errors import DocumentError
from sayso.frozen import dataclass

_MEBIBYTE = 1 << 20
_DELIMITERS = ",;\t|"
# Under which names interfaces hand out their lists of articles.
_WRAPPERS = frozenset(
    {
        "articles", "data", "docs", "documents", "entries", "hits", "items", "news", "posts",
        "records", "response", "result", "results", "rows", "stories", "value",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordFile:
    """A file of records; ``item`` is what all its records have in common, with no data yet."""

    item: Source
    open: Callable[[], IO[bytes]]
    most: int

    def source(self, piece: Slice, stream: Narrow) -> Source | DocumentError:
        path = f"{self.item.path}#{piece.number}"
        if piece.data is None:
            return DocumentError(path, f"the record is larger than {self.most // _MEBIBYTE} MiB")
        data = stream.original(piece.data)
        source = replace(self.item, path=path, data=data, encoding=stream.wide)
        return replace(source, address=record_address(source))


def record_sources(file: RecordFile) -> Iterator[Source | DocumentError]:
    """Yield one Source for each record; a file without records is one DocumentError."""
    with file.open() as opened:
        stream = narrow(opened)
        if file.item.media_type in TABLES:
            found = _rows(file, stream)
        elif file.item.media_type == MediaType.JSON_LINES:
            found = _lines(file, stream)
        else:
            found = _values(file, stream)
        first = next(found, None)
        if first is None:
            yield DocumentError(file.item.path, "holds no records")
            return
        yield first
        yield from found


def _lines(file: RecordFile, stream: Narrow) -> Iterator[Source | DocumentError]:
    """Read one record to a line; objects that reach over lines are read as they are."""
    as_json = replace(file, item=replace(file.item, media_type=MediaType.JSON))
    start = next(stream.chunks)
    line, end, _ = start.lstrip().partition(b"\n")
    chunks = chain([start], stream.chunks)
    whole = not end or not line.startswith((b"{", b"[")) or _is_json(line)
    pieces = (split_lines if whole else split_values)(chunks, most=file.most)
    for piece in pieces:
        yield as_json.source(piece, stream)


def _values(file: RecordFile, stream: Narrow) -> Iterator[Source | DocumentError]:
    start = next(stream.chunks)
    pieces = split_values(chain([start], stream.chunks), most=file.most)
    first = list(islice(pieces, 2))
    if len(first) == 1 and first[0].data and not start.lstrip().startswith(b"["):
        yield from _single(file, first[0].data, stream)
        return
    for piece in chain(first, pieces):
        yield file.source(piece, stream)


def _single(file: RecordFile, data: bytes, stream: Narrow) -> Iterator[Source | DocumentError]:
    """Read a file of one object: an article, or a wrapper around a list of articles."""
    text = data.decode("latin-1")  # so that places in the text are those of the bytes
    names = field_names(file.item.fields)
    try:
        wrapped = _wrapped(tuple(leaf.name for leaf in json_leaves(text)), names.get(Field.TEXT))
    except ValueError:
        wrapped = None
    if wrapped is None:
        with file.open() as opened:
            source = replace(file.item, data=opened.read(), encoding=stream.wide)
        yield replace(source, address=record_address(source))
        return
    start = list_start(text, wrapped) or 0
    for piece in split_values(iter([b"[" + data[start:]]), most=file.most):
        yield file.source(piece, stream)


def _wrapped(names: tuple[str, ...], named: str | None) -> str | None:
    """Return the list of articles that an object wraps, unless it is an article itself."""
    own = [name for name in names if "[]." not in name]
    if find_field(Field.TEXT, own, named=named) is not None:
        return None
    for name in names:
        outer, _, inner = name.partition("[].")
        known = all(step.lower() in _WRAPPERS for step in outer.split("."))
        if inner and known and find_field(Field.TEXT, [inner], named=named):
            return outer
    return None


def _rows(file: RecordFile, stream: Narrow) -> Iterator[Source | DocumentError]:
    start = next(stream.chunks)
    delimiter = "\t" if file.item.media_type == MediaType.TSV else _delimiter(start)
    rows = split_rows(chain([start], stream.chunks), delimiter.encode(), most=file.most)
    head = next(rows, None)
    if head is None or not head.data:
        return
    columns = _columns(head.data, delimiter, file.item.path)
    names = field_names(file.item.fields)
    if find_field(Field.TEXT, columns, named=names.get(Field.TEXT)) is None:
        yield DocumentError(file.item.path, no_text_field(columns, names))
        return
    item = replace(file.item, columns=columns, delimiter=delimiter)
    for piece in rows:
        yield replace(file, item=item).source(piece, stream)


def _columns(head: bytes, delimiter: str, path: str) -> tuple[str, ...]:
    text = decode(head, path=path).text
    return tuple(
        cell[0].text_in(text).strip() if cell else "" for cell in cells_of(text, delimiter)
    )


def _delimiter(start: bytes) -> str:
    """Return the mark that parts most columns of the first line."""
    line = start.lstrip().partition(b"\n")[0].decode("latin-1")
    return max(_DELIMITERS, key=lambda delimiter: len(cells_of(line, delimiter)))


def _is_json(line: bytes) -> bool:
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return False
    return True
