"""Where an outlet is at home, by its address and its name: "elleryherald.example", "The Ellery Sun"."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from sayso.places.atlas import Atlas, Candidate, NameSort
from sayso.places.naming import Named
from sayso.places.place import PlaceKind
from sayso.places.surface import Surface

_PAPER_WORDS = [
    "news",
    "times",
    "post",
    "tribune",
    "herald",
    "journal",
    "chronicle",
    "gazette",
    "star",
    "sun",
    "daily",
    "press",
    "observer",
    "mail",
    "telegraph",
    "courier",
    "dispatch",
    "record",
    "register",
    "sentinel",
    "examiner",
    "enquirer",
    "inquirer",
    "bulletin",
    "advertiser",
    "advocate",
    "argus",
    "banner",
    "beacon",
    "bee",
    "call",
    "citizen",
    "democrat",
    "dealer",
    "echo",
    "eagle",
    "express",
    "free",
    "globe",
    "guardian",
    "independent",
    "leader",
    "ledger",
    "messenger",
    "mercury",
    "mirror",
    "monitor",
    "morning",
    "evening",
    "newspaper",
    "online",
    "republic",
    "republican",
    "reporter",
    "review",
    "standard",
    "state",
    "statesman",
    "today",
    "tv",
    "town",
    "union",
    "voice",
    "weekly",
    "world",
    "live",
    "local",
    "media",
    "now",
    "com",
    "net",
    "the",
    "of",
    "and",
    "paper",
    "inquirer",
    "standard",
    "examiner",
    "pilot",
    "reflector",
    "progress",
    "ville",
    "city",
    "county",
    "wire",
    "watch",
    "radio",
    "fm",
    "tv",
    "web",
    "site",
]
_PAPER = re.compile(rf"(?:{'|'.join(sorted(_PAPER_WORDS, key=len, reverse=True))})*")
_STATE_LEVEL = frozenset({"co", "com", "org", "net", "gov", "ac", "edu", "gob", "or", "ne"})
_COUNTRY_DOMAINS = {"uk": "GB"}
# Country domains that are used by all the world.
_SOLD_DOMAINS = frozenset(["tv", "me", "io", "co", "cc", "fm", "am", "ai", "ly", "to", "ws", "nu"])
_SHORTEST_NAME = 4
_COUNTRY_LETTERS = 2
_LEAST_POPULATION = 1000


def home_names(outlets: Iterable[str], atlas: Atlas) -> tuple[Named, ...]:
    """Return the places that addresses and names of outlets carry, as names outside the text."""
    found = []
    for outlet in dict.fromkeys(outlets):
        candidates = tuple(_carried(outlet, atlas))
        if candidates:
            found.append(_outside(outlet, candidates))
        country = home_country(outlet, atlas)
        if country is not None:
            found.append(_outside(outlet, (country,)))
    return tuple(found)


def home_country(outlet: str, atlas: Atlas) -> Candidate | None:
    """Return the country of a national domain."""
    last = _host(outlet).rpartition(".")[2]
    if len(last) != _COUNTRY_LETTERS or last in _SOLD_DOMAINS:
        return None
    entry = atlas.country(_COUNTRY_DOMAINS.get(last, last.upper()))
    return Candidate(entry=entry, sort=NameSort.MAIN) if entry else None


def _outside(outlet: str, candidates: tuple[Candidate, ...]) -> Named:
    return Named(
        surface=Surface(name=outlet),
        words=outlet,
        places=(),
        candidates=candidates,
        outside=True,
    )


def _host(outlet: str) -> str:
    if "://" in outlet:
        return (urlsplit(outlet).hostname or "").removeprefix("www.")
    return outlet.lower() if re.fullmatch(r"[\w.-]+\.[a-z]{2,}", outlet.lower()) else ""


def _carried(outlet: str, atlas: Atlas) -> list[Candidate]:
    """Return the places of the longest name that begins the label and leaves a newspaper's words."""
    for label in _labels(outlet):
        for first, end in _cuts(label):
            name = label[first:end]
            if _PAPER.fullmatch(label[:first]) and _PAPER.fullmatch(label[end:]):
                found = [c for c in atlas.find(name) if _fit(c)]
                if found:
                    return sorted(found, key=lambda c: -c.entry.population)[:20]
    return []


def _labels(outlet: str) -> Iterator[str]:
    host = _host(outlet)
    if host:
        yield from (re.sub(r"[^a-z]", "", label) for label in host.split(".")[:-1] if label not in _STATE_LEVEL)  # fmt: skip
    elif "://" not in outlet:
        yield re.sub(r"[^a-z]", "", outlet.lower())


def _cuts(label: str) -> Iterator[tuple[int, int]]:
    """Yield parts of a label, the longest first, the leftmost of these."""
    size = len(label)
    for length in range(size, _SHORTEST_NAME - 1, -1):
        for first in range(size - length + 1):
            yield first, first + length


def _fit(candidate: Candidate) -> bool:
    entry = candidate.entry
    if candidate.sort not in {NameSort.MAIN, NameSort.ALTERNATE} or entry.kind is PlaceKind.REGION:
        return False
    return entry.population >= _LEAST_POPULATION
