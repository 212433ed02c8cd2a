"""The files under what the user names, in sorted order, each folder once."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from sayso.documents.ignore import (
    CASE_FILE,
    IGNORE_FILE,
    IgnoreRule,
    is_ignored,
    is_left_out,
    parse_ignore,
)
from sayso.errors import DocumentError
from sayso.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """A regular file and when it last changed."""

    path: Path
    size: int
    modified: float


def walk(path: Path) -> Iterator[Found | DocumentError]:
    """Yield every file at or under ``path``, and a DocumentError for all that is no such file.

    Links are followed; a folder that was seen before, by whatever way, is not entered again. What
    ``.saysoignore`` names, hidden files and cases inside of the folder are not seen at all.
    """
    entered: set[tuple[int, int]] = set()
    waiting = [_Place(path, named=True)]
    while waiting:
        place = waiting.pop()
        try:
            state = place.path.stat()
        except OSError as error:
            dangling = isinstance(error, FileNotFoundError) and place.path.is_symlink()
            problem = "is a link that leads nowhere" if dangling else why(error)
            yield DocumentError(readable(place.path), problem)
            continue
        identity = (state.st_dev, state.st_ino)
        if stat.S_ISREG(state.st_mode):
            yield Found(place.path, state.st_size, state.st_mtime)
        elif not stat.S_ISDIR(state.st_mode):
            yield DocumentError(readable(place.path), "is neither a file nor a folder")
        elif identity in entered:
            yield DocumentError(readable(place.path), "is a link to a folder that was read already")
        else:
            entered.add(identity)
            try:
                waiting.extend(reversed(list(_inside(place))))
            except OSError as error:
                yield DocumentError(readable(place.path), why(error))


def readable(path: Path | str) -> str:
    """Return a path as text that can be stored: names that are no UTF-8 are approximated."""
    return os.fsencode(path).decode("utf-8", "replace")


def why(error: OSError) -> str:
    """Say in plain words why a file could not be read."""
    if isinstance(error, FileNotFoundError):
        return "is not there, or vanished while the folder was read"
    if isinstance(error, PermissionError):
        return "may not be read: permission denied"
    return f"cannot be read: {error.strerror or error}"


@dataclass(frozen=True, slots=True)
class _Rules:
    """The rules of one folder and how far below it we are."""

    rules: tuple[IgnoreRule, ...]
    below: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Place:
    """A path still to be visited, and the rules of the folders above it."""

    path: Path
    rules: tuple[_Rules, ...] = ()
    named: bool = False  # by the user: then it is read even if it holds a case


def _inside(place: _Place) -> Iterator[_Place]:
    folder = place.path
    names = sorted(os.listdir(folder))  # noqa: PTH208 - names are all that is needed
    beside = frozenset(names)
    if CASE_FILE in beside and not place.named:
        return
    rules = (*place.rules, *_own_rules(folder, beside))
    for name in names:
        path = folder / name
        if not is_left_out(name, beside) and not _ignored(rules, path, name):
            yield _Place(path, tuple(_Rules(rule.rules, (*rule.below, name)) for rule in rules))


def _own_rules(folder: Path, beside: frozenset[str]) -> tuple[_Rules, ...]:
    if IGNORE_FILE not in beside:
        return ()
    try:
        return (_Rules(parse_ignore((folder / IGNORE_FILE).read_text("utf-8", "replace"))),)
    except OSError:
        return ()


def _ignored(rules: tuple[_Rules, ...], path: Path, name: str) -> bool:
    return any(
        is_ignored(known.rules, "/".join((*known.below, name)), folder=path.is_dir())
        for known in rules
    )
