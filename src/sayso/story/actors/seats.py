"""Bodies that are named by where they sit: "Damascus said", "the Pentagon", "Downing Street"."""

import tomllib
from enum import StrEnum
from functools import cache
from importlib.resources import files

from sayso.frozen import dataclass
from sayso.story.actors.spelling import folded


class SeatKind(StrEnum):
    """A seat always means its body; a capital does only where it says or does something."""

    SEAT = "seat"
    CAPITAL = "capital"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """The body behind a place, and why it may be meant in words."""

    body: str
    kind: SeatKind
    reason: str


def find_seat(name: str, *, acts: bool) -> Seat | None:
    """Return the body that sits in the place ``name``, for a capital only if the place ``acts``.

    "Damascus" is the city in "a road near Damascus" and the government in "Damascus said".
    """
    place = " ".join(folded(name).replace("-", " ").split())
    seats, states, *_ = _tables()
    if place in seats:
        reason = f"“{name}” is the seat of this body"
        return Seat(body=seats[place], kind=SeatKind.SEAT, reason=reason)
    if acts and place in states:
        state = states[place]
        body = state if state in _NO_STATES else f"Government of {state}"
        reason = f"“{name}”, the capital, speaks or acts here: its government"
        return Seat(body=body, kind=SeatKind.CAPITAL, reason=reason)
    return None


def capitals() -> dict[str, str]:
    """Return the states by the folded names of their capitals."""
    return _tables()[1]


def country_words() -> dict[str, str]:
    """Return the countries by their demonyms and other names."""
    return _tables()[2]


def known_acronyms() -> dict[str, str]:
    """Return the names of bodies whose acronyms news does not explain."""
    return _tables()[3]


_NO_STATES = frozenset({"European Union", "Palestinian Authority"})


@cache
def _tables() -> tuple[dict[str, str], ...]:
    data = tomllib.loads((files("sayso.story.actors") / "seats.toml").read_text(encoding="utf-8"))
    return data["seat"], data["capital"], data["country"], data["acronym"]
