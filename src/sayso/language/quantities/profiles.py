"""Profiles: what a vague word ("dozens", "several") is taken to mean, by name.

Record keepers disagree on these words, so the bounds are a choice of the reader and the word itself
is always kept. Sources of the shipped profiles are in ``profiles.toml``.
"""

import tomllib
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Any

from sayso.errors import SettingsError
from sayso.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Expansion:
    """The numbers that one vague word stands for; ``hi_open`` leaves the upper end out."""

    lo: Decimal
    hi: Decimal
    hi_open: bool = False

    def times(self, factor: Decimal) -> "Expansion":
        return Expansion(lo=self.lo * factor, hi=self.hi * factor, hi_open=self.hi_open)


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A named table of vague words, in lower case ("tens of thousands", "a few")."""

    name: str
    words: Mapping[str, Expansion]

    def __hash__(self) -> int:
        return hash(self.name)


def profile(name: str) -> Profile:
    """Return a shipped profile; ``SettingsError`` names those there are."""
    shipped = _shipped()
    if name not in shipped:
        raise SettingsError(f"no profile {name!r}; there are {', '.join(sorted(shipped))}")
    return shipped[name]


def read_profiles(path: Path) -> tuple[Profile, ...]:
    """Read a user's profiles; each may extend a shipped one by ``extends = "wide"``."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"{path} cannot be read as profiles: {error}") from error
    return tuple(_profiles(tables, _shipped()).values())


@cache
def _shipped() -> Mapping[str, Profile]:
    text = files(__package__).joinpath("profiles.toml").read_text(encoding="utf-8")
    return MappingProxyType(_profiles(tomllib.loads(text), {}))


def _profiles(tables: Mapping[str, Any], known: Mapping[str, Profile]) -> dict[str, Profile]:
    made: dict[str, Profile] = {}
    for name, table in tables.items():
        words: dict[str, Expansion] = {}
        base = table.get("extends")
        if base is not None:
            if base not in known and base not in made:
                raise SettingsError(f"profile {name!r} extends {base!r}, which is not known")
            words.update((made.get(base) or known[base]).words)
        for word, bounds in table.get("words", {}).items():
            words[word.lower()] = _expansion(name, word, bounds)
        made[name] = Profile(name=name, words=MappingProxyType(words))
    return made


def _expansion(name: str, word: str, bounds: Any) -> Expansion:
    """Read ``12``, ``[12, 120]`` or ``{ from = 12, below = 120 }``."""
    if isinstance(bounds, int):
        return Expansion(lo=Decimal(bounds), hi=Decimal(bounds))
    if isinstance(bounds, dict) and bounds.keys() == {"from", "below"}:
        lo, hi, hi_open = bounds["from"], bounds["below"], True
    elif isinstance(bounds, list) and len(bounds) == 2:  # noqa: PLR2004 - a lower and an upper end
        lo, hi, hi_open = *bounds, False
    else:
        raise SettingsError(
            f"profile {name!r}: {word!r} needs n, [lo, hi] or from/below: {bounds!r}"
        )
    if not (isinstance(lo, int) and isinstance(hi, int) and 0 <= lo <= hi):
        raise SettingsError(f"profile {name!r}: {word!r} needs 0 <= lo <= hi, got {lo!r}, {hi!r}")
    return Expansion(lo=Decimal(lo), hi=Decimal(hi), hi_open=hi_open)
