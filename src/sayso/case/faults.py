"""What goes wrong below a case, said in the words of a case."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from sayso.case.disk import free_bytes
from sayso.errors import CaseError, IntegrityError

_FULL = "there is no space left on the disk; nothing of this step was stored"
# SQLite calls it an error of the disk if not even its small files find room; what is undone of the
# step may have given back as much as the largest original takes.
_LEAST_BYTES = 64 << 20
# By the beginning of SQLite's name for the error.
_SQLITE = {
    "SQLITE_BUSY": "it is locked: another program is writing to it; try again when that is done",
    "SQLITE_LOCKED": "it is locked: another program is writing to it; try again when that is done",
    "SQLITE_READONLY": "it cannot be written: the folder or its case.db is read-only",
    "SQLITE_PERM": "it may not be read or written by this user",
    "SQLITE_AUTH": "it may not be read or written by this user",
    "SQLITE_FULL": _FULL,
    "SQLITE_CANTOPEN": "its case.db cannot be opened; are the folder and the file yours to use?",
    "SQLITE_IOERR": "the disk under it could not be read or written",
}
_SYSTEM = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EACCES: "it may not be read or written by this user",
    errno.EPERM: "it may not be read or written by this user",
    errno.EROFS: "it lies on a read-only disk",
}


@contextmanager
def faults(directory: Path) -> Iterator[None]:
    """Turn errors of the disk and of the database into CaseError and IntegrityError."""
    try:
        yield
    except DBAPIError as error:
        raise _translated(directory, error.orig) from error
    except sqlite3.Error as error:
        raise _translated(directory, error) from error
    except OSError as error:
        problem = _SYSTEM.get(error.errno or 0, error.strerror or str(error))
        raise CaseError(f"the case {directory}: {problem}") from error


def _translated(directory: Path, error: BaseException | None) -> CaseError:
    name = getattr(error, "sqlite_errorname", "")
    if name.startswith("SQLITE_CORRUPT"):
        return IntegrityError(f"the case {directory}: its case.db is damaged ({error})")
    if name == "SQLITE_NOTADB":
        return CaseError(f"{directory} is not a case: its case.db is no database")
    if name.startswith("SQLITE_IOERR") and _is_full(directory):
        return CaseError(f"the case {directory}: {_FULL}")
    for start, problem in _SQLITE.items():
        if name.startswith(start):
            return CaseError(f"the case {directory}: {problem}")
    return CaseError(f"the case {directory}: the database says: {error}")


def _is_full(directory: Path) -> bool:
    """Say whether the disk is so full that this will be what is wrong with it."""
    with suppress(OSError):
        return free_bytes(directory) < _LEAST_BYTES
    return False
