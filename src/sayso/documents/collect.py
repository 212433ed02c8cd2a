"""Everything the user names, item by item: files, folders, archives and files of many records.

Each item gives exactly one Source or one DocumentError, so that the totals of a run add up, and no
more than one item is held at a time.
"""

import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import field
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from sayso.documents.archive import DAMAGED, ArchiveLimits, members
from sayso.documents.fields import field_names
from sayso.documents.media_type import MediaType, detect
from sayso.documents.record_files import RecordFile, record_sources
from sayso.documents.rendering import Source
from sayso.documents.walk import Found, readable, walk, why
from sayso.errors import DocumentError
from sayso.frozen import dataclass

_HEAD = 1 << 13
_MEBIBYTE = 1 << 20
_RECORD_FILES = (MediaType.JSON, MediaType.JSON_LINES, MediaType.CSV, MediaType.TSV)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How large one item may be, and how much an archive may unpack to."""

    item_bytes: int = 64 * _MEBIBYTE
    archive: ArchiveLimits = field(default_factory=ArchiveLimits)


def collect(
    paths: Iterable[Path], *, fields: tuple[tuple[str, str], ...] = (), limits: Limits | None = None
) -> Iterator[Source | DocumentError]:
    """Yield every item at or under ``paths``, in sorted order within each of them.

    ``fields`` says what the fields of records are called. Raises SettingsError if it names a field
    that there is none of.
    """
    field_names(fields)
    collector = _Collector(limits or Limits(), fields)
    for path in paths:
        for found in walk(path):
            if isinstance(found, DocumentError):
                yield found
            else:
                yield from collector.file(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Opened:
    """A file or a member of an archive, wherever its bytes come from."""

    path: str
    size: int
    open: Callable[[], IO[bytes]]
    retrieved: str
    nested: int = 0  # how many archives it lies in


@dataclass(frozen=True, slots=True)
class _Collector:
    limits: Limits
    fields: tuple[tuple[str, str], ...]

    def file(self, found: Found) -> Iterator[Source | DocumentError]:
        """Yield the items of one file of the disk."""
        opened = _Opened(
            path=readable(found.path),
            size=found.size,
            open=lambda: found.path.open("rb"),
            retrieved=datetime.fromtimestamp(found.modified, UTC).isoformat(timespec="seconds"),
        )
        yield from self._items(opened)

    def _items(self, opened: _Opened) -> Iterator[Source | DocumentError]:
        try:
            yield from self._read(opened)
        except DocumentError as error:
            yield error
        except OSError as error:
            yield DocumentError(opened.path, why(error))
        except DAMAGED as error:
            yield DocumentError(opened.path, f"is damaged: {error}")

    def _read(self, opened: _Opened) -> Iterator[Source | DocumentError]:
        if not opened.size:
            raise DocumentError(opened.path, "the file is empty")
        with opened.open() as stream:
            kind = detect(opened.path, stream.read(_HEAD))
        if kind is MediaType.ZIP:
            yield from self._archive(opened)
        elif kind in _RECORD_FILES:
            item = self._source(opened, b"", kind)
            most = self.limits.item_bytes
            yield from record_sources(RecordFile(item=item, open=opened.open, most=most))
        else:
            yield self._source(opened, self._all(opened), kind)

    def _all(self, opened: _Opened) -> bytes:
        """Read an item whole; a file may have grown since its size was asked for."""
        most = self.limits.item_bytes
        data = b""
        if opened.size <= most:
            with opened.open() as stream:
                data = stream.read(most + 1)
        if max(opened.size, len(data)) > most:
            size = max(opened.size, len(data)) / _MEBIBYTE
            limit = f"{most / _MEBIBYTE:g} MiB"
            raise DocumentError(opened.path, f"is {size:.1f} MiB large, the limit is {limit}")
        return data

    def _archive(self, opened: _Opened) -> Iterator[Source | DocumentError]:
        if opened.nested > 1:
            raise DocumentError(opened.path, "is an archive two archives deep: unpack it first")
        with io.BytesIO(self._all(opened)) if opened.nested else opened.open() as stream:
            for member in members(stream, opened.path, self.limits.archive):
                if isinstance(member, DocumentError):
                    yield member
                    continue
                yield from self._items(
                    _Opened(
                        path=member.path,
                        size=member.size,
                        open=member.open,
                        retrieved=opened.retrieved,
                        nested=opened.nested + 1,
                    )
                )

    def _source(self, opened: _Opened, data: bytes, kind: MediaType) -> Source:
        return Source(
            path=opened.path,
            data=data,
            media_type=kind.value,
            retrieved=opened.retrieved,
            fields=self.fields,
        )
