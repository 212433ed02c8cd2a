"""Sites: buildings, camps, prisons and bases, each a place of its own inside or near a town.

A prison that bears a town's name is not the town, and a camp may lie outside the town it is named
for. So a site gets no point of its own: at most that of what the text says it lies in.
"""

import re
from functools import cache

from sayso.frozen import dataclass
from sayso.places import tables
from sayso.places.place import Location, Place, PlaceKind
from sayso.places.spelling import without_article, words_of
from sayso.text import Span

_HEAD_BEHIND = re.compile(r"\s+(?P<noun>[a-z]+(?:\s+[a-z]+)?)")
_LONGEST_HEAD = 30
# What stands between the name of a place and the head noun: Tesmar Central Prison.
_ADDED = re.compile(
    r"(?:\s+(?:central|main|national|state|general|regional|provincial|military|civil|old|new|federal|public|memorial|district|county|city|university|women[’']s|children[’']s|maternity|maximum|security|high|juvenile|displacement|refugee))+\Z",
    re.IGNORECASE,
)
_LONGEST_CLASS = 160
_PLURALS = {"camps": "camp", "prisons": "prison", "jails": "jail", "bases": "base", "hospitals": "hospital", "schools": "school", "mosques": "mosque", "churches": "church", "airports": "airport", "ports": "port", "dams": "dam", "bridges": "bridge", "crossings": "crossing", "barracks": "barracks"}  # fmt: skip
# "camps, the largest of which are Ellery and Lakor", "prisons such as Ellery": the text says the sort.
_CLASS_BEFORE = re.compile(
    rf"""
    \b (?P<noun> {"|".join(_PLURALS)} ) \b [^.!?;:"“”]{{0,60}}?
    \b (?: of \s which \s (?: is|are|was|were ) | such \s as | including | namely ) \s
    (?: the \s )? (?: [\w’'-]+ (?: \s [A-Z][\w’'-]* )* (?: ,\s | \sand\s | ,\sand\s ) )* \Z
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteName:
    """A site as written: the words that set it apart, its head noun and the sort of site."""

    span: Span
    name: str
    proper: str  # "Tesmar Central" of "Tesmar Central Prison"
    bears: str  # "Tesmar": the name of a place, if it is one
    noun: str
    sort: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteKey:
    """What the key of a site says: the name it bears as plain letters, its sort, and around where.

    ``country`` and ``area`` are ``None`` where the text does not say.
    """

    stem: str
    sort: str
    country: str | None
    area: str | None


_KEY = re.compile(
    r"site:(?P<stem>[^:]*):(?P<sort>[^@]*)@(?:\?|(?P<country>[^.]*)\.(?P<area>.*))", re.DOTALL
)


def read_site_key(key: str) -> SiteKey:
    """Read the key of a site; ValueError if it is none."""
    match = _KEY.fullmatch(key)
    if match is None:
        raise ValueError(f"{key!r} is not the key of a site")
    return SiteKey(
        stem=match["stem"],
        sort=match["sort"],
        country=match["country"] or None,
        area=match["area"] or None,
    )


@cache
def _heads() -> re.Pattern[str]:
    nouns = sorted(tables.site_nouns(), key=len, reverse=True)
    return re.compile(rf"(?P<proper>.*?\S)\s+(?P<noun>{'|'.join(map(re.escape, nouns))})", re.IGNORECASE | re.DOTALL)  # fmt: skip


def read_site(text: str, span: Span) -> SiteName | None:
    """Return the site that a mention names: by its last word, the word behind it, or a list of its sort."""
    words = " ".join(text[span.start : span.end].split())
    match = _heads().fullmatch(words)
    if match is None:
        behind = _HEAD_BEHIND.match(text[span.end : span.end + _LONGEST_HEAD])
        head = behind and _known_head(behind["noun"])
        if behind is None or not head:
            listed = _CLASS_BEFORE.search(text[max(0, span.start - _LONGEST_CLASS) : span.start])
            return _site(span, words, _PLURALS[listed["noun"]]) if listed else None
        end = span.end + behind.start("noun") + len(head)
        return _site(Span(span.start, end), words, head)
    return _site(span, match["proper"], match["noun"])


def site_place(site: SiteName, within: Place | None, *, namesake: bool = False) -> Place:
    """Return the site as a place, at the point of what it lies in.

    Where it bears the name of what it lies in (``namesake``), its key does not depend on how that
    name is spelled.
    """
    point = within.point if within else None
    return Place(
        key=_key(site, within, namesake=namesake),
        name=site.name,
        kind=PlaceKind.SITE,
        point=point,
        location=Location.WITHIN if point else Location.NONE,
        country=within.country if within else None,
        country_name=within.country_name if within else None,
        area=within.area if within else None,
        within=within,
    )


def moved_into(site: Place, within: Place) -> Place:
    """Return a site, of which nothing was said, as one that lies in ``within``."""
    known = read_site_key(site.key)
    return Place(
        key=f"site:{known.stem}:{known.sort}@{_around(within)}",
        name=site.name,
        kind=PlaceKind.SITE,
        point=within.point,
        location=Location.WITHIN if within.point else Location.NONE,
        country=within.country,
        country_name=within.country_name,
        area=within.area,
        within=within,
    )


def _around(within: Place | None) -> str:
    return f"{within.country or ''}.{within.area or ''}" if within else "?"


def _key(site: SiteName, within: Place | None, *, namesake: bool) -> str:
    whole = within.name if within and namesake and site.proper == site.bears else site.proper
    return f"site:{''.join(without_article(words_of(whole)))}:{site.sort}@{_around(within)}"


def _known_head(nouns: str) -> str:
    known = tables.site_nouns()
    return next((head for head in (nouns, nouns.split(maxsplit=1)[0]) if head in known), "")


def _site(span: Span, proper: str, noun: str) -> SiteName:
    bare = re.sub(r"\A(?:the|an?)\s+", "", proper, flags=re.IGNORECASE)
    return SiteName(
        span=span,
        name=f"{bare} {noun}",
        proper=bare,
        bears=_ADDED.sub("", bare),
        noun=noun.lower(),
        sort=tables.site_nouns()[noun.lower()],
    )
