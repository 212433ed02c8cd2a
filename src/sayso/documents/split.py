"""Files of many records cut into the exact bytes of each, without reading the file whole."""

import codecs
import re
from collections.abc import Iterator
from typing import IO

from sayso.documents.decode import wide_encoding
from sayso.frozen import dataclass

_CHUNK = 1 << 20
_PEEK = 1 << 12


@dataclass(frozen=True, slots=True)
class Slice:
    """The bytes of one record and its number, counted from 1; ``data`` is ``None`` if too large."""

    number: int
    data: bytes | None


@dataclass(frozen=True, slots=True)
class Narrow:
    """A stream of which every byte below 128 is that ASCII character; ``wide`` names what it was."""

    chunks: Iterator[bytes]
    wide: str | None

    def original(self, data: bytes) -> bytes:
        """Return the bytes of the file that became ``data``."""
        return data.decode("utf-8").encode(self.wide) if self.wide else data


def narrow(stream: IO[bytes]) -> Narrow:
    """Open a stream so that it can be cut at ASCII marks: UTF-16 and UTF-32 become UTF-8."""
    start = stream.read(_PEEK)
    wide = wide_encoding(start)
    if wide is None:
        return Narrow(_chunks(start.removeprefix(codecs.BOM_UTF8), stream), None)
    mark = "\ufeff".encode(wide)
    return Narrow(_transcoded(_chunks(start.removeprefix(mark), stream), wide), wide)


def split_lines(chunks: Iterator[bytes], *, most: int) -> Iterator[Slice]:
    """Yield every line that is not blank, numbered as the lines of the file are."""
    held = _Held(most)
    number = 1
    for chunk in chunks:
        at = 0
        while (end := chunk.find(b"\n", at)) >= 0:
            held.add(chunk, at, end)
            yield from held.taken(number)
            number, at = number + 1, end + 1
        held.add(chunk, at, len(chunk))
    yield from held.taken(number)


def split_rows(chunks: Iterator[bytes], delimiter: bytes, *, most: int) -> Iterator[Slice]:
    """Yield the rows of a table that are not blank, the first as number 0.

    A quoted cell may hold line ends; only a quotation mark at the beginning of a cell opens one.
    """
    held = _Held(most, around=b"\r\n")
    marks = re.compile(b'["\n' + re.escape(delimiter) + b"]")
    number, quoted = 0, False
    opens_at = 0  # where in the chunk a quotation mark would open a cell or follow another; -1: not
    for chunk in chunks:
        at = 0
        for mark in marks.finditer(chunk):
            if mark[0] == b'"':
                # After a closing mark the next one is the second half of a doubled mark.
                quoted = not quoted if quoted or mark.start() == opens_at else False
                opens_at = -1 if quoted else mark.end()
            elif not quoted:
                opens_at = mark.end()
                if mark[0] == b"\n":
                    held.add(chunk, at, mark.start())
                    for row in held.taken(number):
                        yield row
                        number += 1
                    at = mark.end()
        held.add(chunk, at, len(chunk))
        opens_at = 0 if opens_at == len(chunk) else -1
    yield from held.taken(number)


def split_values(chunks: Iterator[bytes], *, most: int) -> Iterator[Slice]:
    """Yield the elements of a JSON list, or the values that stand in a file one after another.

    What follows the end of the list is not read.
    """
    held = _Held(most)
    cutter = _ValueCutter()
    number = 1
    for chunk in chunks:
        at = 0
        for start, after in cutter.cuts(chunk):
            held.add(chunk, at, start)
            for value in held.taken(number):
                yield value
                number += 1
            at = after
        if cutter.ended:
            return
        held.add(chunk, at, len(chunk))
    yield from held.taken(number)


class _ValueCutter:
    """Knows across chunks how deep in lists and objects it is, and whether inside a string."""

    _OUTSIDE = re.compile(rb'["{}\[\],]')
    _INSIDE = re.compile(rb'["\\]')

    def __init__(self) -> None:
        self._depth = 0
        self._inside = self._escaped = False
        self._in_list: bool | None = None  # None: the file has not begun yet
        self.ended = False

    def cuts(self, chunk: bytes) -> Iterator[tuple[int, int]]:
        """Yield where a value ends and where the next begins."""
        at = 1 if self._escaped else 0
        self._escaped = False
        while not self.ended:
            mark = (self._INSIDE if self._inside else self._OUTSIDE).search(chunk, at)
            if mark is None:
                return
            at = mark.end()
            if mark[0] == b"\\":
                self._escaped = at == len(chunk)
                at += 1
            elif mark[0] == b'"':
                self._inside = not self._inside
                self._in_list = bool(self._in_list)
            elif (end := self._cut(mark[0], mark.start())) is not None:
                yield end, at

    def _cut(self, mark: bytes, start: int) -> int | None:
        """Return where the value ends that ``mark`` closes, if it closes one of the records."""
        if self._in_list is None:
            self._in_list = mark == b"["
            if self._in_list:
                return start
        if mark in b"{[":
            self._depth += 1
        elif mark in b"}]" and self._depth:
            self._depth -= 1
            return None if self._depth or self._in_list else start + 1
        elif not self._depth and mark in b",]":
            self.ended = self._in_list and mark == b"]"
            return start
        return None


class _Held:
    """The bytes of the record that is being read, up to a limit; beyond it they are let go."""

    def __init__(self, most: int, *, around: bytes = b" \t\r\n\x1e\0") -> None:
        self._most = most
        self._around = around
        self._data = bytearray()
        self._size = 0

    def add(self, chunk: bytes, start: int, end: int) -> None:
        self._size += end - start
        if self._size <= self._most:
            self._data += memoryview(chunk)[start:end]
        else:
            self._data.clear()

    def taken(self, number: int) -> Iterator[Slice]:
        """Yield the record, if it is more than blanks, and begin the next."""
        data, size = bytes(self._data.strip(self._around)), self._size
        self._data.clear()
        self._size = 0
        if size > self._most:
            yield Slice(number, None)
        elif not data.isspace() and data:
            yield Slice(number, data)


def _chunks(start: bytes, stream: IO[bytes]) -> Iterator[bytes]:
    yield start
    while chunk := stream.read(_CHUNK):
        yield chunk


def _transcoded(chunks: Iterator[bytes], wide: str) -> Iterator[bytes]:
    decoder = codecs.getincrementaldecoder(wide)("replace")
    for chunk in chunks:
        yield decoder.decode(chunk).encode("utf-8", "replace")
    yield decoder.decode(b"", True).encode("utf-8", "replace")  # noqa: FBT003 - "this is the end"
