"""What one reader notes for themselves: up to which run they have seen a case, and searches they keep.

It lies in the reader's own folder and not in the case: handing a case on does not tell what was looked for.
"""

import json
import os
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path
from threading import Lock

from sayso.frozen import dataclass

_MOST_SEARCHES = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedSearch:
    """A state of a list by its address; what came with a run behind ``run`` is new in it."""

    name: str
    address: str
    run: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """All notes on one case; ``seen`` is the last run that the reader has seen, if any."""

    seen: int | None = None
    searches: tuple[SavedSearch, ...] = ()


class Notes:
    """The notes on one case, in a file that is replaced whole."""

    def __init__(self, folder: Path, case_id: str) -> None:
        self._path = folder / f"{case_id}.json"
        self._lock = Lock()

    def read(self) -> Noted:
        """Return the notes; none where there is no file, or one that is not ours."""
        try:
            found = json.loads(self._path.read_text(encoding="utf-8"))
            searches = tuple(SavedSearch(**one) for one in found["searches"])
            return Noted(seen=found["seen"], searches=searches[:_MOST_SEARCHES])
        except (OSError, ValueError, TypeError, KeyError):
            return Noted()

    def change(self, made: Callable[[Noted], Noted]) -> Noted:
        """Replace the notes by what ``made`` makes of them; OSError if they cannot be kept."""
        with self._lock:
            noted = made(self.read())
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            aside = self._path.with_suffix(".new")
            descriptor = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                json.dump(asdict(noted), file, ensure_ascii=False, indent=1)
            aside.replace(self._path)
            return noted


def with_search(noted: Noted, search: SavedSearch) -> Noted:
    """Keep a search, in place of an older one of the same address."""
    others = tuple(one for one in noted.searches if one.address != search.address)
    return replace(noted, searches=(search, *others)[:_MOST_SEARCHES])


def without_search(noted: Noted, address: str) -> Noted:
    kept = tuple(one for one in noted.searches if one.address != address)
    return replace(noted, searches=kept)


def all_seen(noted: Noted, run: int) -> Noted:
    """Note that everything up to a run has been seen."""
    return replace(noted, seen=run)
