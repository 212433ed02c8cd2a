"""Which files of a folder are not meant to be read: ``.saysoignore``, hidden and companion files."""

import re
from fnmatch import fnmatchcase

from sayso.frozen import dataclass

IGNORE_FILE = ".saysoignore"
CASE_FILE = "case.db"
# What a case keeps beside the articles, if it was made in their folder.
_OF_A_CASE = re.compile(r"case\.db(?:-\w+)?|blobs|sayso\.toml")
_OF_THE_SYSTEM = frozenset({"Thumbs.db", "desktop.ini", "__MACOSX"})
_PAGE_SUFFIXES = (".html", ".htm")
# "Save page as" puts pictures and scripts of story.html into one of these.
_COMPANION = re.compile(r"(?P<page>.+)(?:_files|\.files|-Dateien|_fichiers|_archivos|_bestanden)")


@dataclass(frozen=True, slots=True, kw_only=True)
class IgnoreRule:
    """One line of a ``.saysoignore``, in the meaning of ``.gitignore``."""

    globs: tuple[str, ...]  # one for each part of a path; "**" stands for any number of parts
    keeps: bool
    folders_only: bool


def parse_ignore(text: str) -> tuple[IgnoreRule, ...]:
    """Read the rules; the last one that fits a path decides."""
    return tuple(
        _rule(line) for raw in text.splitlines() if (line := raw.strip()) and line[0] != "#"
    )


def is_ignored(rules: tuple[IgnoreRule, ...], path: str, *, folder: bool) -> bool:
    """Say whether ``path``, relative to the folder of the rules and with ``/``, is ignored."""
    ignored = False
    names = tuple(path.split("/"))
    for rule in rules:
        if (folder or not rule.folders_only) and _fits(rule.globs, names):
            ignored = not rule.keeps
    return ignored


def is_left_out(name: str, beside: frozenset[str]) -> bool:
    """Say whether a name is hidden, the system's, a case's, or the companion folder of a page."""
    if name.startswith(".") or name in _OF_THE_SYSTEM:
        return True
    if CASE_FILE in beside and _OF_A_CASE.fullmatch(name):
        return True
    companion = _COMPANION.fullmatch(name)
    return companion is not None and any(
        companion["page"] + suffix in beside for suffix in _PAGE_SUFFIXES
    )


def _rule(line: str) -> IgnoreRule:
    keeps = line.startswith("!")
    glob = line.removeprefix("!")
    path = glob.rstrip("/")
    parts = tuple(path.strip("/").split("/"))
    return IgnoreRule(
        globs=parts if "/" in path else ("**", *parts),
        keeps=keeps,
        folders_only=glob.endswith("/"),
    )


def _fits(globs: tuple[str, ...], names: tuple[str, ...]) -> bool:
    if not globs:
        return not names
    if globs[0] == "**":
        return any(_fits(globs[1:], names[i:]) for i in range(len(names) + 1))
    return bool(names) and fnmatchcase(names[0], globs[0]) and _fits(globs[1:], names[1:])
