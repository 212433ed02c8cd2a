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
        ("SQLITE_IOERR_READ", "the disk under it could not be read or written"),
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
