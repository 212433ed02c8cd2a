"""Errors of the disk and the database are said in the words of a case."""

import errno
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from sayso.case.faults import faults
from sayso.errors import CaseError, DocumentError, IntegrityError

CASE = Path("orlo")


def database_error(name: str, message: str = "x") -> sqlite3.OperationalError:
    error = sqlite3.OperationalError(message)
    error.sqlite_errorname = name
    return error


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("SQLITE_BUSY", "the case orlo: it is locked"),
        ("SQLITE_BUSY_SNAPSHOT", "the case orlo: it is locked"),
        ("SQLITE_READONLY_DBMOVED", "the case orlo: it cannot be written"),
        ("SQLITE_FULL", "the case orlo: there is no space left on the disk"),
        ("SQLITE_CANTOPEN", "its case.db cannot be opened"),
        ("SQLITE_NOTADB", "orlo is not a case: its case.db is no database"),
        ("SQLITE_ERROR", "the database says: no such table"),
        ("", "the database says: no such table"),
    ],
)
@pytest.mark.parametrize("wrapped", [True, False])
def test_an_error_of_the_database_is_named(name: str, message: str, *, wrapped: bool) -> None:
    error: Exception = database_error(name, "no such table")
    if wrapped:
        error = OperationalError("SELECT", {}, error)

    with pytest.raises(CaseError, match=message) as caught, faults(CASE):
        raise error
    assert type(caught.value) is CaseError


def test_an_error_of_a_disk_with_room_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sayso.case.faults.free_bytes", lambda _: 1 << 40)

    with pytest.raises(CaseError, match="could not be read or written"), faults(tmp_path):
        raise database_error("SQLITE_IOERR_READ")


def test_an_error_of_the_disk_on_a_full_one_is_for_lack_of_space(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sayso.case.faults.free_bytes", lambda _: 4096)

    with pytest.raises(CaseError, match="there is no space left on the disk"), faults(tmp_path):
        raise database_error("SQLITE_IOERR_SHMSIZE")


def test_a_damaged_database_is_an_integrity_error() -> None:
    with pytest.raises(IntegrityError, match=r"its case\.db is damaged"), faults(CASE):
        raise database_error("SQLITE_CORRUPT_VTAB")


@pytest.mark.parametrize(
    ("number", "message"),
    [
        (errno.ENOSPC, "no space left on the disk; nothing of this step was stored"),
        (errno.EDQUOT, "no space left on the disk"),
        (errno.EACCES, "may not be read or written by this user"),
        (errno.EROFS, "lies on a read-only disk"),
        (errno.EIO, "the case orlo: told so"),
    ],
)
def test_an_error_of_the_disk_is_named(number: int, message: str) -> None:
    with pytest.raises(CaseError, match=message), faults(CASE):
        raise OSError(number, "told so")


def test_an_error_of_the_disk_without_a_number_keeps_its_words() -> None:
    with pytest.raises(CaseError, match="the case orlo: odd"), faults(CASE):
        raise OSError("odd")


def test_other_errors_pass() -> None:
    with pytest.raises(DocumentError), faults(CASE):
        raise DocumentError("a.txt", "empty")
