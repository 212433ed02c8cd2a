"""Keys: numbers by which a forecast finds the few reports that may answer it, and a report the forecasts.

Each leaves the kind of its event and the word for it, joined with every name and other word of the
sentence. They stand in the order of days, so that a look-up reads the reports that came next after the
words, and of forecasts those that came last before the event, however many share a key.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from hashlib import blake2b
from heapq import nsmallest
from math import log2

from sayso.story.forecasts.told import Told

# What a sentence leaves at the most: the least numbers, so that two sentences share them.
_MOST = 32
# What a key gives, and what is compared word by word.
PER_KEY = 24
COMPARED = 48
_BYTES = 8
UNDATED = 0


def keys_of(told: Told) -> tuple[int, ...]:
    """Return the keys of a sentence, each once."""
    events = {f"g:{group}" for group in told.groups} | {f"s:{stem}" for stem in told.stems}
    others = {f"w:{form}" for form in told.forms} | {f"n:{name}" for name in told.names}
    pairs = {(event, other) for event in events for other in others if other[2:] != event[2:]}
    # Without a word for the event two other words have to do.
    if not told.events:
        ordered = sorted(others)
        pairs |= {(one, two) for at, one in enumerate(ordered) for two in ordered[at + 1 :]}
    return tuple(nsmallest(_MOST, {_number(pair) for pair in pairs}))


def day_of(day: date | None) -> int:
    return UNDATED if day is None else day.toordinal()


def nearest(holders: Mapping[int, Sequence[int]], limit: int = COMPARED) -> list[int]:
    """Return those that share the most and the rarest keys, the nearest first."""
    weights: dict[int, float] = {}
    for found in holders.values():
        for one in found:
            weights[one] = weights.get(one, 0.0) + 1 / log2(2 + len(found))
    best = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:limit]
    return [one for one, _ in best]


def _number(words: Iterable[str]) -> int:
    written = "\x1f".join(words).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(written, digest_size=_BYTES).digest(), signed=True)
