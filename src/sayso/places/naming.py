"""The names of places in one document: each name once, with where it stands and what it may mean."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.places.atlas import Atlas, Candidate
from sayso.places.place import PlaceKind
from sayso.places.surface import Surface, readings
from sayso.text import Span

# No name needs more: what is left out is smaller than all of these.
_MOST_CANDIDATES = 120
# "Ellery, Lakor", "Ellery in Lakor", "Ellery (Lakor)", "Ellery, in the Lakor", "Ellery, southern Lakor"
_INSIDE = re.compile(
    r"""
      ,\s+ (?: (?:in|near)\s+ )? (?: (?:the|central|(?:north|south)?-?(?:east|west)?(?:ern)?)\s+ )?
    | \s+in\s+ (?: (?:the|central|(?:north|south)?-?(?:east|west)?(?:ern)?)\s+ )?
    | \s*\(
    """,
    re.VERBOSE,
)
# "the Lakor town of Ellery", "Lakor's Ellery", "Lakor city of Ellery"
_HOLDING = re.compile(
    r"(?:['’]s?|\s+)(?:\s*(?:\w+\s+)?(?:city|town|village|province|district|region|port|capital|governorate)\s+of)?\s*(?:the\s+)?"  # fmt: skip
)
_HOLDS_SOME = re.compile(r"['’]s|\bof\b")
# "Ellery, Lk." where no mention was found: an abbreviation right behind a name.
_ABBREVIATION = re.compile(r",\s+(?P<written>(?:[A-Z]\.\s?){1,3}|[A-Z][a-z]{1,4}\.|[A-Z]{2,3}\b)")
_DATELINE = re.compile(r"[^.!?\n]{0,60}?(?:\([A-Z][\w .]+\)\s*)?(?:[-–—]{1,2})\s")
_LONGEST_DATELINE = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """One place in the text where a name stands; ``dateline`` at the head of a report."""

    span: Span
    dateline: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A name of the document with all its places; one name has one meaning in one document."""

    surface: Surface
    words: str
    places: tuple[Written, ...]
    candidates: tuple[Candidate, ...]
    outside: bool = False  # not of the text: the outlet's own place


@dataclass(frozen=True, slots=True, kw_only=True)
class Inside:
    """The text says that what ``inner`` names lies in what ``outer`` names."""

    inner: int
    outer: int


def read_names(text: str, spans: Iterable[Span], atlas: Atlas) -> tuple[Named, ...]:
    """Return the names in ``spans``, in the order of their first places."""
    places: dict[str, list[Written]] = {}
    for span in sorted(spans):
        words = text[span.start : span.end]
        key = words if words.isupper() and len(words) <= 5 else " ".join(words.split()).casefold()  # noqa: PLR2004 - "NSW", "U.S."
        places.setdefault(key, []).append(Written(span=span, dateline=_is_dateline(text, span)))
    named = []
    for found in places.values():
        words = text[found[0].span.start : found[0].span.end]
        surface, candidates = choose_reading(words, atlas)
        named.append(Named(surface=surface, words=words, places=tuple(found), candidates=candidates))  # fmt: skip
    return tuple(named)


def choose_reading(words: str, atlas: Atlas) -> tuple[Surface, tuple[Candidate, ...]]:
    """Return the first reading that the atlas knows, and what it may mean."""
    every = readings(words)
    for surface in every:
        found = [c for c in atlas.find(surface.name) if _fits(surface, c)]
        if found:
            return surface, _largest(found)
    return every[0], ()


def _fits(surface: Surface, candidate: Candidate) -> bool:
    if surface.sort is None:
        return True
    kind = candidate.entry.kind
    if surface.sort is PlaceKind.TOWN:
        return kind is PlaceKind.TOWN
    return kind in {PlaceKind.AREA, PlaceKind.DISTRICT, PlaceKind.REGION}


def _largest(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    ordered = sorted(candidates, key=lambda c: (-c.entry.population, c.entry.number))
    return tuple(ordered[:_MOST_CANDIDATES])


def _is_dateline(text: str, span: Span) -> bool:
    """Say whether the name opens a paragraph as datelines do: "ELLERY, Lakor (Wire) - "."""
    start = text.rfind("\n", 0, span.start) + 1
    if text[start : span.start].strip(" (*"):
        return False
    rest = text[span.end : span.end + _LONGEST_DATELINE]
    return bool(_DATELINE.match(rest)) and (
        text[span.start : span.end].isupper() or start == span.start
    )


def read_insides(text: str, names: Sequence[Named]) -> tuple[Inside, ...]:
    """Return what the text says of what lies in what, by the words between two names."""
    places = sorted((w.span, n) for n, named in enumerate(names) for w in named.places)
    found = []
    for (left, first), (right, second) in zip(places, places[1:], strict=False):
        between = text[left.end : right.start]
        if first == second or right.start < left.end or len(between) > 40:  # noqa: PLR2004 - beyond any of the patterns
            continue
        if _INSIDE.fullmatch(between):
            found.append(Inside(inner=first, outer=second))
        elif _HOLDING.fullmatch(between) and _HOLDS_SOME.search(between):
            found.append(Inside(inner=second, outer=first))
    return tuple(dict.fromkeys(found))


def read_abbreviations(text: str, names: Sequence[Named], atlas: Atlas) -> tuple[Named, ...]:
    """Return the abbreviations of areas right behind a name that are no mentions themselves."""
    taken = {w.span.start for named in names for w in named.places}
    found: dict[str, list[Written]] = {}
    for named in names:
        for written in named.places:
            match = _ABBREVIATION.match(text, written.span.end)
            if match and match.start("written") not in taken and atlas.written(match["written"].strip()):  # fmt: skip
                span = Span(*match.span("written"))
                found.setdefault(match["written"].strip(), []).append(Written(span=span))
    return tuple(
        Named(
            surface=Surface(name=form),
            words=form,
            places=tuple(places),
            candidates=atlas.written(form),
        )
        for form, places in found.items()
    )
