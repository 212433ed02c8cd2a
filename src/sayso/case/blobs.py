"""Originals, byte for byte, each in a file named by its SHA-256."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from sayso.documents import content_hash
from sayso.errors import IntegrityError

_UNFINISHED = ".part"
_READ_ONLY = 0o444
# Only POSIX can sync a folder; elsewhere renaming is as durable as it gets.
_SYNCS_FOLDERS = os.name == "posix"


class Blobs:
    """Files ``ab/cd/<sha256>`` below one folder; whole and durable, or not there at all."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, sha256: str) -> Path:
        return self.folder / sha256[:2] / sha256[2:4] / sha256

    def put(self, sha256: str, data: bytes) -> bool:
        """Store ``data`` and say whether it was new; on an error nothing is left of it."""
        final = self.path(sha256)
        if final.is_file() and final.stat().st_size == len(data):
            return False
        _make_folder(final.parent, below=self.folder)
        handle, name = tempfile.mkstemp(dir=final.parent, suffix=_UNFINISHED)
        unfinished = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fchmod(file.fileno(), _READ_ONLY)
                os.fsync(file.fileno())
            unfinished.replace(final)
        except BaseException:
            unfinished.unlink(missing_ok=True)
            raise
        _sync_folder(final.parent)
        return True

    def get(self, sha256: str) -> bytes:
        """Return the bytes of this name; IntegrityError if they are gone or no longer the same."""
        try:
            data = self.path(sha256).read_bytes()
        except FileNotFoundError:
            raise IntegrityError(f"the original {sha256} is missing from {self.folder}") from None
        if content_hash(data) != sha256:
            raise IntegrityError(f"the original {sha256} in {self.folder} was changed")
        return data

    def remove(self, sha256: str) -> None:
        """Take back an original that no document came to rest on."""
        with suppress(OSError):
            self.path(sha256).unlink()

    def files(self) -> Iterator[Path]:
        """Return every file below the folder, unfinished ones too, in the order of their names."""
        for folder, folders, names in os.walk(self.folder):
            folders.sort()
            for name in sorted(names):
                yield Path(folder, name)


def _make_folder(folder: Path, *, below: Path) -> None:
    """Make a folder and those above it, so that they outlive a loss of power."""
    if folder.is_dir():
        return
    if folder != below:
        _make_folder(folder.parent, below=below)
    folder.mkdir(parents=True, exist_ok=True)
    _sync_folder(folder.parent)


def _sync_folder(folder: Path) -> None:
    if not _SYNCS_FOLDERS:
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
