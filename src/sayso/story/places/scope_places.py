"""Places as figures are compared by: a name that is the same in every document, and what holds it."""

from sayso.places import Place, PlacedMention, PlaceKind
from sayso.places.sites import read_site_key
from sayso.story.figures import record

# Below this the text does not settle which place is meant: the name alone is compared.
SURE = 0.8


def scope_place(placed: PlacedMention) -> record.Place | None:
    """Return the place that a mention means as figures have it; ``None`` where it is not sure.

    "Northern Lakor" is a place of its own: what of Lakor lies in it is not known.
    """
    if placed.place is None or placed.people or placed.score < SURE:
        return None
    if placed.part is not None:
        return record.Place(name=f"{placed.part} {label(placed.place)}")
    return record.Place(name=label(placed.place), parents=parents(placed.place))


def label(place: Place) -> str:
    """Name a place so that no other one is called so: with its area and country, as far as known."""
    if place.kind is PlaceKind.SITE:
        site = read_site_key(place.key)
        return _joined(f"{site.stem} {site.sort}", site.area, place.country_name)
    if place.kind in {PlaceKind.COUNTRY, PlaceKind.REGION}:
        return place.name
    area = place.area if place.kind is not PlaceKind.AREA else None
    return _joined(f"{place.name}{_SUFFIXES.get(place.kind, '')}", area, place.country_name)


# A town and the district or area of its name are two places.
_SUFFIXES = {PlaceKind.AREA: " (area)", PlaceKind.DISTRICT: " (district)"}


def parents(place: Place) -> tuple[str, ...]:
    """Return the labels of what holds a place, the smallest first."""
    if place.kind in {PlaceKind.COUNTRY, PlaceKind.REGION}:
        return ()
    inner = place.within
    held = [] if inner is None else [label(inner)]
    if place.area and place.kind is not PlaceKind.AREA:
        held.append(_joined(f"{place.area} (area)", place.country_name))
    if place.country_name:
        held.append(place.country_name)
    return tuple(dict.fromkeys(held))


def _joined(*names: str | None) -> str:
    return ", ".join(dict.fromkeys(name for name in names if name))
