"""Places and where they are named as rows of their tables, and back."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Row as Found

from sayso.case.values import Row, folded, read_span, read_strings, span_text, strings_text
from sayso.documents import record_id
from sayso.places import Location, Place, PlacedMention, PlaceKind, Point
from sayso.places.sites import SiteKey, read_site_key


def place_id(place: Place) -> str:
    """Name a place: the same wherever it is met."""
    return record_id("p", place.key)


def place_row(place: Place) -> Row:
    """Return what is known of a place; of a site, what its key says, as spellings differ."""
    site = read_site_key(place.key) if place.kind is PlaceKind.SITE else None
    name = site_name(site) if site else place.name
    own_point = place.point if place.location is Location.GAZETTEER else None
    return {
        "id": place_id(place),
        "place_key": place.key,
        "name": name,
        "folded": folded(name),
        "kind": place.kind.value,
        "latitude": own_point.latitude if own_point else None,
        "longitude": own_point.longitude if own_point else None,
        "country": place.country,
        "country_name": place.country_name,
        "area": place.area,
        "geonames": place.geonames,
        "population": place.population,
        "stem": site.stem if site else None,
        "sort": site.sort if site else None,
        "shown_as": place_id(place),
    }


def site_name(site: SiteKey) -> str:
    """Name a site by its key alone, for where no document's spelling is to be preferred."""
    return f"{site.stem.capitalize()} {site.sort}"


def known_places(placed: Iterable[PlacedMention]) -> tuple[Place, ...]:
    """Return every place that mentions mean, lie in or may mean, each once."""
    found: dict[str, Place] = {}
    for one in placed:
        for place in (one.place, one.place and one.place.within, *one.alternatives):
            if place is not None:
                found.setdefault(place.key, place)
                if place.within is not None:
                    found.setdefault(place.within.key, place.within)
    return tuple(found.values())


def mention_row(one: PlacedMention, text: str) -> Row:
    within = one.place.within if one.place else None
    return {
        "span": span_text(one.span),
        "words": one.span.text_in(text),
        "name": one.name,
        "place_id": place_id(one.place) if one.place else None,
        "within_id": place_id(within) if within else None,
        "score": float(one.score),  # a whole number would be sealed as one and come back as 1.0
        "rule": one.rule,
        "part": one.part,
        "people": int(one.people),
        "alternatives": strings_text(place_id(place) for place in one.alternatives),
    }


def read_placed(
    rows: Iterable[Found[Any]], places: Mapping[str, Place]
) -> tuple[PlacedMention, ...]:
    """Return the mentions of one document; ``places`` by id, a site without what it lies in."""
    rows = tuple(rows)
    sites = {
        row.place_id: _located(places[row.place_id], row.name, places.get(row.within_id))
        for row in reversed(rows)
        if row.place_id and places[row.place_id].kind is PlaceKind.SITE
    }
    return tuple(
        PlacedMention(
            span=read_span(row.span),
            name=row.name,
            place=_meant(row, places),
            score=row.score,
            rule=row.rule,
            part=row.part,
            people=bool(row.people),
            alternatives=tuple(sites[name] for name in read_strings(row.alternatives)),
        )
        for row in rows
    )


def _meant(row: Found[Any], places: Mapping[str, Place]) -> Place | None:
    place = places.get(row.place_id)
    if place is None or place.kind is not PlaceKind.SITE:
        return place
    return _located(place, row.name, places.get(row.within_id))


def _located(site: Place, name: str, within: Place | None) -> Place:
    point = within.point if within else None
    return Place(
        key=site.key,
        name=name,
        kind=PlaceKind.SITE,
        point=point,
        location=Location.WITHIN if point else Location.NONE,
        country=site.country,
        country_name=site.country_name,
        area=site.area,
        within=within,
    )


def read_place(row: Found[Any]) -> Place:
    """Return a place as its row has it."""
    known = row.latitude is not None
    return Place(
        key=row.place_key,
        name=row.name,
        kind=PlaceKind(row.kind),
        point=Point(latitude=row.latitude, longitude=row.longitude) if known else None,
        location=Location.GAZETTEER if known else Location.NONE,
        country=row.country,
        country_name=row.country_name,
        area=row.area,
        geonames=row.geonames,
        population=row.population,
    )
