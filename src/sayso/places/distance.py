"""How far apart two points are."""

from math import asin, cos, radians, sin, sqrt

from sayso.places.place import Point

_EARTH_KM = 6371.0


def kilometres(one: Point, other: Point) -> float:
    """Return the great-circle distance."""
    first, second = radians(one.latitude), radians(other.latitude)
    across = radians(other.longitude - one.longitude)
    half = sin((second - first) / 2) ** 2 + cos(first) * cos(second) * sin(across / 2) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(half)))
