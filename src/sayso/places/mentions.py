"""Mentions of places in a document, each with the place it most likely means."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.language.analysis import Mention
from sayso.places.atlas import Atlas, Entry, NameSort
from sayso.places.naming import Asked
from sayso.places.place import Place, PlacedMention, PlaceKind
from sayso.places.resolve import Resolution, Resolved, resolve
from sayso.places.sites import SiteName, read_site, site_place
from sayso.places.spelling import without_article, words_of
from sayso.text import Span

PLACE_KINDS = frozenset({"LOC", "GPE", "FAC"})
PEOPLE_KIND = "NORP"
_SURE_OF_NAMESAKE = 0.5
_GAZETTEER_RULE = "places.gazetteer"
_SITE_RULE = "places.site"
_NO_MATCH_RULE = "places.no_match"


def place_mentions(
    text: str, mentions: Iterable[Mention], atlas: Atlas, *, outlets: Sequence[str] = ()
) -> tuple[PlacedMention, ...]:
    """Place what a document names, in the order of the text.

    Peoples come only where they are those of a country, region or area. A mention that means
    nothing the gazetteer has is kept without a place.
    """
    named = [m for m in mentions if _may_name(text, m)]
    sites = {m.span: site for m in named if (site := _site(text, m, atlas)) is not None}
    asked = {m.span: _asked(text, m, sites.get(m.span)) for m in named}
    resolution = resolve(text, asked.values(), atlas, outlets=outlets)
    by_asked = {
        (written.span, resolved.people): resolved
        for resolved in resolution.names
        for written in resolved.named.places
    }
    found = []
    for mention in sorted(named, key=lambda m: m.span):
        one = asked[mention.span]
        resolved = by_asked[one.span, one.people]
        site = sites.get(mention.span)
        if site and _sets_apart(resolved):
            found.append(_placed_site(site, resolved, resolution, atlas))
        elif resolved.candidate or not one.people:
            found.append(_placed(mention.span, resolved, atlas))
    return _with_alternatives(found)


def _may_name(text: str, mention: Mention) -> bool:
    """Leave out what is no name: "the northeast" has no capital."""
    words = text[mention.span.start : mention.span.end]
    return (mention.kind in PLACE_KINDS or mention.kind == PEOPLE_KIND) and words != words.lower()


def _site(text: str, mention: Mention, atlas: Atlas) -> SiteName | None:
    """Read a site, unless the whole name is that of a town: College Station, Orchard Park."""
    if mention.kind == PEOPLE_KIND:
        return None
    site = read_site(text, mention.span)
    words = text[mention.span.start : mention.span.end]
    if site and mention.kind != "FAC" and words.lower().endswith(site.noun):
        whole = atlas.find(words)
        if any(candidate.sort is NameSort.MAIN for candidate in whole):
            return None
    return site


def _asked(text: str, mention: Mention, site: SiteName | None) -> Asked:
    if site is None:
        return Asked(span=mention.span, people=mention.kind == PEOPLE_KIND)
    words = site.bears.split()
    start = text.find(words[0], mention.span.start, mention.span.end)
    last = text.find(words[-1], max(start, 0), mention.span.end) + len(words[-1])
    return Asked(span=Span(start, last), whole=site.span)


def _placed(span: Span, resolved: Resolved, atlas: Atlas) -> PlacedMention:
    candidate = resolved.candidate
    sides = {written.span: written.side for written in resolved.named.places}
    part = resolved.named.surface.side or sides.get(span)
    return PlacedMention(
        span=span,
        name=resolved.named.words,
        place=atlas.place(candidate.entry) if candidate else None,
        score=resolved.score,
        rule=_GAZETTEER_RULE if candidate else _NO_MATCH_RULE,
        part=part if candidate else None,
        people=resolved.people,
    )


def _sets_apart(resolved: Resolved) -> bool:
    """Say whether the words make a name with the head noun: "a Lakorian base" is any of them."""
    entry = resolved.candidate and resolved.candidate.entry
    return not entry or entry.kind not in {PlaceKind.COUNTRY, PlaceKind.REGION}


def _placed_site(
    site: SiteName, resolved: Resolved, resolution: Resolution, atlas: Atlas
) -> PlacedMention:
    entry, score = _namesake(resolved, resolution), resolved.score
    namesake = entry is not None
    if entry is None:
        entry, score = _said_around(resolved, resolution)
    place = site_place(site, atlas.place(entry) if entry else None, namesake=namesake)
    return PlacedMention(span=site.span, name=site.name, place=place, score=score, rule=_SITE_RULE)


def _namesake(resolved: Resolved, resolution: Resolution) -> Entry | None:
    """Return the place whose name a site bears, if the text is about its country.

    A building may bear the name of a town far away.
    """
    candidate = resolved.candidate
    countries = {
        other.candidate.entry.country
        for other in resolution.names
        if other is not resolved and other.candidate
    }
    if not candidate or resolved.score < _SURE_OF_NAMESAKE:
        return None
    return candidate.entry if candidate.entry.country in countries else None


def _said_around(resolved: Resolved, resolution: Resolution) -> tuple[Entry | None, float]:
    """Return what the text says the site lies in, and how surely that is what it means."""
    own = resolution.names.index(resolved)
    for link in resolution.insides:
        if link.inner == own and link.outer < len(resolution.names):
            outer = resolution.names[link.outer]
            if outer.candidate:
                return outer.candidate.entry, outer.score
    return None, 1.0


def _with_alternatives(placed: Sequence[PlacedMention]) -> tuple[PlacedMention, ...]:
    """Say where a bare name may be short for a site of that name, which only a reader can tell."""
    sites: dict[str, dict[str, Place]] = {}
    for one in placed:
        if one.place and one.place.kind is PlaceKind.SITE:
            proper = one.name.rpartition(" ")[0]
            sites.setdefault(_bare(proper), {}).setdefault(one.place.key, one.place)
    return tuple(
        replace(one, alternatives=tuple(sites.get(_bare(one.name), {}).values()))
        if one.place is None or one.place.kind is not PlaceKind.SITE
        else one
        for one in placed
    )


def _bare(name: str) -> str:
    return "".join(without_article(words_of(name)))
