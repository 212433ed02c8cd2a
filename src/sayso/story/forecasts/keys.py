"""Keys: numbers by which a forecast finds the few reports that may answer it, and a report the forecasts.

Each leaves the kind of its event and the word for it, joined with every name and other word of the
sentence. They stand in the order of days, so that a look-up reads the reports that came next after the
words, and of forecasts those that came last before the event, however many share a key.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from hashlib import blake2b
from heapq import nsmallest
from itertools import chain, combinations, product
from math import log2

from sayso.dates import DayInterval
from sayso.story.forecasts.told import Told, companions_of

# What a sentence leaves at the most: the least numbers, so that two sentences share them; of pairs
# with the word for the event, and of pairs of other words, for an event may be told by any word.
_MOST = 40
_MOST_OTHERS = 24
# What a key gives, and what is compared word by word.
PER_KEY = 24
COMPARED = 48
_BYTES = 8
UNDATED = 0
LAST_DAY = date.max.toordinal()


def keys_of_forecast(told: Told) -> tuple[int, ...]:
    """Return the keys of what is foretold: those of events that often come with it, too."""
    return _keys(told, told.groups | companions_of(told.groups))


def keys_of_report(told: Told) -> tuple[int, ...]:
    """Return the keys of what is reported."""
    return _keys(told, told.groups)


def _keys(told: Told, groups: Iterable[str]) -> tuple[int, ...]:
    """Return each pair of what the event is with another word, as far as there is room."""
    events = {f"g:{group}" for group in groups} | {f"r:{one.root}" for one in told.events}
    others = {f"w:{form}" for form in told.forms} | {f"n:{name}" for name in told.names}
    pairs = {(event, other) for event in events for other in others}
    # Two names alone are what a whole story shares.
    words = sorted({f"w:{form}" for form in told.forms} | {f"w:{one.stem}" for one in told.events})
    names = [f"n:{name}" for name in told.names]
    told_alike = chain(combinations(words, 2), product(words, names))
    return (
        *nsmallest(_MOST, {_number(pair) for pair in pairs}),
        *nsmallest(_MOST_OTHERS, {_number(pair) for pair in told_alike}),
    )


def day_of(day: date | None) -> int:
    return UNDATED if day is None else day.toordinal()


def last_day(happened: DayInterval) -> int:
    """Return the last day on which an event may have been; one without a day comes after all others."""
    return day_of(happened.hi) or LAST_DAY


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
