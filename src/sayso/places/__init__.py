"""Places: which place on the map a name in a text means, and how exactly that is known."""

from sayso.places.atlas import Atlas
from sayso.places.gazetteer import GazetteerError
from sayso.places.mentions import place_mentions
from sayso.places.place import Location, Place, PlacedMention, PlaceKind, Point

# What a view that shows places must show with them.
ATTRIBUTION = "Places: GeoNames, CC BY 4.0"

__all__ = [
    "ATTRIBUTION",
    "Atlas",
    "GazetteerError",
    "Location",
    "Place",
    "PlaceKind",
    "PlacedMention",
    "Point",
    "place_mentions",
]
