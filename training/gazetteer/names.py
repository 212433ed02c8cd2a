"""Which names of a place go into the index: those that a text in English may use."""

import re
from collections.abc import Iterator

from sayso.places.layout import LOOSE_MARK, NameKind
from sayso.places.spelling import key_of, skeleton_of, without_article, words_of
from training.gazetteer.geonames import Area, Town

# Of a town so large every Latin name is kept; of a smaller one those that look like its own, since
# the rest are mostly romanisations of other languages' transcriptions.
_KNOWN_TOWN = 100_000
_ENGLISH = frozenset(["US", "GB", "IE", "CA", "AU", "NZ"])
_ARABIC = frozenset(
    [
        "AE",
        "BH",
        "DJ",
        "DZ",
        "EG",
        "EH",
        "ER",
        "IQ",
        "JO",
        "KM",
        "KW",
        "LB",
        "LY",
        "MA",
        "MR",
        "OM",
        "PS",
        "QA",
        "SA",
        "SD",
        "SO",
        "SY",
        "TD",
        "TN",
        "YE",
        "IL",
        "IR",
        "TR",
    ]
)
# Countries whose own script is another: their names come in many romanisations.
_OTHER_SCRIPT = _ARABIC - {"TR"} | frozenset(
    [
        "AF",
        "AM",
        "AZ",
        "BD",
        "BG",
        "BT",
        "BY",
        "CN",
        "CY",
        "ET",
        "GE",
        "GR",
        "IN",
        "JP",
        "KG",
        "KH",
        "KP",
        "KR",
        "KZ",
        "LA",
        "LK",
        "MK",
        "MM",
        "MN",
        "NP",
        "PK",
        "RS",
        "RU",
        "TH",
        "TJ",
        "TM",
        "TW",
        "UA",
        "UZ",
        "ME",
        "BA",
    ]
)
# Those among them that have no romanisation which English texts keep to.
_LOOSELY_WRITTEN = _ARABIC - {"TR", "MA", "DZ", "TN", "TD"} | frozenset(
    ["AF", "PK", "AM", "GE", "UA", "ET"]
)
_CODE = re.compile(r"[A-Z]{2,4}\Z|.*\d")
_LAST_LATIN = 0x24F
_LATIN_MORE = range(0x1E00, 0x1F00)
_MARKS = frozenset("’‘ʻʼ–—ʾʿ")
_AREA_WORDS = frozenset(
    [
        "governorate",
        "province",
        "district",
        "county",
        "parish",
        "oblast",
        "region",
        "state",
        "prefecture",
        "department",
        "canton",
        "division",
        "municipality",
        "raion",
        "rayon",
        "krai",
        "okrug",
        "voivodeship",
        "muhafazat",
        "wilayat",
        "wilaya",
        "emirate",
        "regency",
        "borough",
        "territory",
        "subdistrict",
        "commune",
        "community",
        "zone",
        "city",
        "autonomous",
    ]
)


def names_of_town(town: Town) -> Iterator[tuple[str, NameKind]]:
    """Yield the keys of a town, the best kind of name first."""
    main = key_of(town.name)
    yield main, NameKind.MAIN
    for name in town.alternates:
        if _usable(name) and _near(town, main, key_of(name)):
            yield key_of(name), NameKind.ALTERNATE
    if town.country in _ARABIC:
        yield "".join(without_article(words_of(town.name))), NameKind.SHORT
    if town.country in _LOOSELY_WRITTEN:
        yield LOOSE_MARK + skeleton_of(town.name), NameKind.LOOSE


def names_of_area(area: Area) -> Iterator[tuple[str, NameKind]]:
    """Yield the keys of an area, with and without the word for its sort."""
    country = area.code[:2]
    yield key_of(area.name), NameKind.MAIN
    latin = [name for name in area.alternates if _usable(name)]
    for name in latin:
        yield key_of(name), NameKind.ALTERNATE
    county = country == "US" and area.code.count(".") > 1
    for name in (area.name, *latin) if not county else ():
        words = [word for word in words_of(name) if word not in _AREA_WORDS]
        kept = [word for word in words if word != "of"]
        yield "".join(kept), NameKind.SHORT
        if country in _ARABIC:
            yield "".join(without_article(kept)), NameKind.SHORT
    if country in _LOOSELY_WRITTEN and area.code.count(".") == 1:
        yield LOOSE_MARK + skeleton_of(area.name), NameKind.LOOSE


def _usable(name: str) -> bool:
    return not _CODE.match(name) and all(_latin(letter) for letter in name)


def _latin(letter: str) -> bool:
    return ord(letter) <= _LAST_LATIN or ord(letter) in _LATIN_MORE or letter in _MARKS


def _near(town: Town, main: str, key: str) -> bool:
    if town.population >= _KNOWN_TOWN:
        return True
    if town.country in _ENGLISH:
        return main in key or key in main
    if town.country in _ARABIC:
        return True
    alike = 1 if town.country in _OTHER_SCRIPT else 2
    return key[:alike] == main[:alike]
