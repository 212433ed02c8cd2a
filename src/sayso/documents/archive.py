"""The members of a zip: in sorted order, and none that would do harm."""

import lzma
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import IO

from sayso.documents.ignore import is_left_out
from sayso.errors import DocumentError
from sayso.frozen import dataclass

_MEBIBYTE = 1 << 20
_ENCRYPTED = 0x1
_UNIX_MODE = 16  # bits by which a member's Unix mode is shifted
_OUTSIDE = re.compile(r"\A(?:[\\/]|[A-Za-z]:)|(?:\A|[\\/])\.\.(?:[\\/]|\Z)|\0")
# Whatever a damaged archive makes the standard library raise.
DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    NotImplementedError,
    UnicodeDecodeError,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveLimits:
    """When an archive is taken for a bomb: prose shrinks to a tenth, rarely to a fiftieth."""

    ratio: int = 200
    ratio_from: int = _MEBIBYTE  # smaller members do no harm, however well they shrink
    members: int = 200_000
    total_bytes: int = 8 << 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One file of an archive; ``path`` is that of the archive, ``!/`` and its name."""

    path: str
    size: int
    open: Callable[[], IO[bytes]]


def members(
    archive: IO[bytes], path: str, limits: ArchiveLimits
) -> Iterator[Member | DocumentError]:
    """Yield the files of a zip, a DocumentError for each that is refused.

    The sizes that the archive states are enforced by the standard library while it unpacks.
    """
    try:
        opened = zipfile.ZipFile(archive)
    except DAMAGED as error:
        yield DocumentError(path, f"is a broken zip: {error}")
        return
    with opened:
        infos = [info for info in opened.infolist() if not _left_out(info)]
        if not infos:
            yield DocumentError(path, "is an archive without files")
            return
        if len(infos) > limits.members:
            yield DocumentError(path, f"holds {len(infos)} files, the limit is {limits.members}")
            return
        total = 0
        for info in sorted(infos, key=lambda info: info.filename):
            inner = f"{path}!/{info.filename}".replace("\0", "\ufffd")
            if (problem := _refusal(info, limits)) is not None:
                yield DocumentError(inner, problem)
                continue
            total += info.file_size
            if total > limits.total_bytes:
                most = limits.total_bytes // _MEBIBYTE
                yield DocumentError(path, f"unpacks to more than {most} MiB: the rest is not read")
                return
            yield Member(path=inner, size=info.file_size, open=_opener(opened, info))


def _left_out(info: zipfile.ZipInfo) -> bool:
    if info.is_dir() or _OUTSIDE.search(info.orig_filename):
        return info.is_dir()
    return any(
        is_left_out(part, frozenset()) for part in info.filename.split("/") if part.strip(".")
    )


def _refusal(info: zipfile.ZipInfo, limits: ArchiveLimits) -> str | None:
    if _OUTSIDE.search(info.orig_filename):
        return "has a name that leads out of the archive"
    if stat.S_ISLNK(info.external_attr >> _UNIX_MODE):
        return "is a link inside an archive"
    if info.flag_bits & _ENCRYPTED:
        return "is encrypted: unpack the archive with its password first"
    large = info.file_size >= limits.ratio_from
    if large and info.file_size > limits.ratio * max(info.compress_size, 1):
        size = info.file_size // _MEBIBYTE
        return f"would unpack {info.compress_size} bytes to {size} MiB: taken for a zip bomb"
    return None


def _opener(opened: zipfile.ZipFile, info: zipfile.ZipInfo) -> Callable[[], IO[bytes]]:
    def open_member() -> IO[bytes]:
        return opened.open(info)

    return open_member
