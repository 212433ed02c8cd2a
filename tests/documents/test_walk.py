"""Paths and errors in plain words."""

import errno

import pytest

from sayso.documents.walk import why


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (
            FileNotFoundError(errno.ENOENT, "x"),
            "is not there, or vanished while the folder was read",
        ),
        (PermissionError(errno.EACCES, "x"), "may not be read: permission denied"),
        (OSError(errno.EIO, "Input/output error"), "cannot be read: Input/output error"),
        (OSError("odd"), "cannot be read: odd"),
    ],
)
def test_errors_of_the_file_system_are_said_in_plain_words(error: OSError, words: str) -> None:
    assert why(error) == words
