"""The words of a mention, parted: the name proper, the side of it, the sort of place it says."""

import re

from sayso.frozen import dataclass
from sayso.places.place import PlaceKind

SIDES = [
    "north",
    "south",
    "east",
    "west",
    "northern",
    "southern",
    "eastern",
    "western",
    "central",
    "northeast",
    "northwest",
    "southeast",
    "southwest",
    "northeastern",
    "northwestern",
    "southeastern",
    "southwestern",
    "north-east",
    "north-west",
    "south-east",
    "south-west",
    "north-eastern",
    "north-western",
    "south-eastern",
    "south-western",
    "upper",
    "lower",
    "inner",
    "outer",
    "downtown",
    "greater",
    "metropolitan",
    "rural",
    "mainland",
    "occupied",
    "northernmost",
    "southernmost",
]
SORT_WORDS = {
    "province": PlaceKind.AREA,
    "governorate": PlaceKind.AREA,
    "state": PlaceKind.AREA,
    "region": PlaceKind.AREA,
    "oblast": PlaceKind.AREA,
    "prefecture": PlaceKind.AREA,
    "emirate": PlaceKind.AREA,
    "department": PlaceKind.AREA,
    "county": PlaceKind.DISTRICT,
    "district": PlaceKind.DISTRICT,
    "parish": PlaceKind.DISTRICT,
    "regency": PlaceKind.DISTRICT,
    "municipality": PlaceKind.DISTRICT,
    "city": PlaceKind.TOWN,
    "town": PlaceKind.TOWN,
    "village": PlaceKind.TOWN,
    "township": PlaceKind.TOWN,
    "countryside": PlaceKind.AREA,
}
_SIDE = re.compile(rf"(?P<side>{'|'.join(SIDES)})\s+(?P<rest>\S.*)", re.IGNORECASE | re.DOTALL)
_SORT_BEFORE = re.compile(rf"(?:the\s+)?(?P<sort>{'|'.join(SORT_WORDS)})\s+of\s+(?P<rest>\S.*)", re.IGNORECASE | re.DOTALL)  # fmt: skip
_SORT_AFTER = re.compile(rf"(?P<rest>.*\S)\s+(?P<sort>{'|'.join(SORT_WORDS)})", re.IGNORECASE | re.DOTALL)  # fmt: skip
_SHORTENED = re.compile(r"(?P<rest>.*\S)\s+(?P<short>Co|Twp|Dist|Prov|Is)\.?", re.DOTALL)
_SPELLED_OUT = {
    "Co": "County",
    "Twp": "Township",
    "Dist": "District",
    "Prov": "Province",
    "Is": "Islands",
}
_POSSESSIVE = re.compile(r"(?:['’]s|['’])\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Surface:
    """``side`` and ``sort`` are ``None`` where the words name neither."""

    name: str
    side: str | None = None
    sort: PlaceKind | None = None


def readings(words: str) -> tuple[Surface, ...]:
    """Return ways to read the words of a name, the most literal first."""
    whole = _POSSESSIVE.sub("", " ".join(words.split())).strip(" .,;:“”\"'") or words
    if words.rstrip().endswith(".") and "." in whole + ".":
        whole = words.strip() if _abbreviated(words.strip()) else whole
    found = [Surface(name=whole)]
    short = _SHORTENED.fullmatch(whole)
    if short:
        found.append(Surface(name=f"{short['rest']} {_SPELLED_OUT[short['short']]}"))
    for pattern, name in ((_SORT_BEFORE, "sort"), (_SORT_AFTER, "sort"), (_SIDE, "side")):
        for surface in tuple(found):
            match = pattern.fullmatch(surface.name)
            if match:
                found.append(_read(surface, match, name))
    return tuple(dict.fromkeys(found))


def _read(surface: Surface, match: re.Match[str], name: str) -> Surface:
    if name == "side":
        return Surface(name=match["rest"], side=match["side"].lower(), sort=surface.sort)
    return Surface(name=match["rest"], side=surface.side, sort=SORT_WORDS[match["sort"].lower()])


def _abbreviated(words: str) -> bool:
    """Say whether the full stop belongs to the name: "Ala.", "W. Va."."""
    return len(words.rsplit(maxsplit=1)[-1]) <= 6  # noqa: PLR2004 - "Calif."
