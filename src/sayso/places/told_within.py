"""Where a text says a site lies without naming it there: "this hospital, located in the town of Osk".

Only where the document names one site of the sort, so that no other one can be meant.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from sayso.frozen import dataclass
from sayso.places import tables
from sayso.places.place import Place, PlacedMention, PlaceKind
from sayso.places.sites import moved_into, read_site_key

# Characters before a place that may tell what lies in it.
_REACH = 90
_OUTER = frozenset({PlaceKind.TOWN, PlaceKind.DISTRICT, PlaceKind.AREA})
RULE = "places.told_within"


@dataclass(frozen=True, slots=True, kw_only=True)
class LocatedExample:
    """A text before a place that says what lies there, or one that does not."""

    text: str
    noun: str | None


# What stands before the name of a town.
EXAMPLES = (
    LocatedExample(text="They walked past this hospital, located in the town of ", noun="hospital"),
    LocatedExample(text="The camp near ", noun="camp"),
    LocatedExample(text="the main prison, which lies on the outskirts of ", noun="prison"),
    LocatedExample(text="A prison in ", noun=None),
    LocatedExample(text="They left the prison and drove on in ", noun=None),
)


@cache
def _located() -> re.Pattern[str]:
    nouns = sorted(tables.site_nouns(), key=len, reverse=True)
    listed = "|".join(r"\s+".join(map(re.escape, noun.split())) for noun in nouns)
    return re.compile(
        rf"""
        \b (?: the | this | that ) \s+ (?: [\w-]+ \s+ ){{0,2}}?
        (?P<noun> {listed} )
        \s* ,? \s*
        (?: (?: which | that ) \s+ (?: is | was | lies | stands | sits ) \s+ )?
        (?: (?: located | situated | based | built | lying | standing ) \s+ )?
        (?: (?: just \s+ )? (?: in | at | near | inside | outside | within )
          | on \s+ the \s+ (?: outskirts | edge | edges ) \s+ of ) \s+
        (?: the \s+ (?: [\w-]+ \s+ ){{0,2}}?
            (?: city | town | village | district | province | governorate | region | county
              | outskirts ) \s+ of \s+ )?
        (?: (?: north | south | east | west ) (?: ern | [-\s]?east(?:ern)? | [-\s]?west(?:ern)? )? \s+ )?
        \Z
        """,
        re.VERBOSE | re.IGNORECASE,
    )


def located_noun(before: str) -> str | None:
    """Return the noun of the site that the words before a place put into it."""
    match = _located().search(before)
    return None if match is None else " ".join(match["noun"].lower().split())


def with_told_places(text: str, placed: Sequence[PlacedMention]) -> tuple[PlacedMention, ...]:
    """Put sites into the places that the text tells of them by their sort alone."""
    found = dict(_moves(text, placed))
    return tuple(_moved(one, found) for one in placed)


def _moves(text: str, placed: Sequence[PlacedMention]) -> Iterator[tuple[str, PlacedMention]]:
    sites = {
        one.place.key: one.place
        for one in placed
        if one.place is not None and one.place.kind is PlaceKind.SITE
    }
    for one in placed:
        if one.place is None or one.place.kind not in _OUTER or one.people:
            continue
        noun = located_noun(text[max(one.span.start - _REACH, 0) : one.span.start])
        if noun is None:
            continue
        sort = tables.site_nouns()[noun]
        of_sort = [key for key in sites if read_site_key(key).sort == sort]
        if len(of_sort) == 1 and sites[of_sort[0]].within is None:
            yield of_sort[0], one


def _moved(one: PlacedMention, found: dict[str, PlacedMention]) -> PlacedMention:
    alternatives = tuple(_place_moved(other, found) for other in one.alternatives)
    if one.place is None or one.place.key not in found:
        return replace(one, alternatives=alternatives)
    outer = found[one.place.key]
    place = _place_moved(one.place, found)
    return replace(one, place=place, score=outer.score, rule=RULE, alternatives=alternatives)


def _place_moved(place: Place, found: dict[str, PlacedMention]) -> Place:
    outer = found.get(place.key)
    return moved_into(place, outer.place) if outer and outer.place else place
