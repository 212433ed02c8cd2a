"""The names of places in one document: each name once, with where it stands and what it may mean."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from sayso.frozen import dataclass
from sayso.places.atlas import Atlas, Candidate, NameSort
from sayso.places.place import PlaceKind
from sayso.places.surface import SIDES, SORT_WORDS, Surface, readings
from sayso.text import Span

# No name needs more: what is left out is smaller than all of these.
_MOST_CANDIDATES = 120
_LONGEST_CODE = 4
# Behind a name, before what holds it: "Ellery, Lakor", "Ellery in Lakor", "Ellery (Lakor)".
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
    r"""
    (?: ['’]s? | \s+ )
    (?: \s* (?:\w+\s+)? (?:city|town|village|province|district|region|port|capital|governorate) \s+ of )?
    \s* (?:the\s+)?
    """,
    re.VERBOSE,
)
_HOLDS_SOME = re.compile(r"['’]s|\bof\b")
# "Ellery, Lk." where no mention was found: an abbreviation right behind a name.
_ABBREVIATION = re.compile(r",\s+(?P<written>(?:[A-Z]\.\s?){1,3}|[A-Z][a-z]{1,4}\.|[A-Z]{2,3}\b)")
_DATELINE = re.compile(r"[^.!?\n]{0,60}?(?:\([A-Z][\w .]+\)\s*)?(?:[-–—]{1,2})\s")
_LONGEST_DATELINE = 90


# "the city of Ellery", "the southern Lakor": what stands right before a name.
_BEFORE = re.compile(
    rf"""
      (?: \b (?P<sort> {"|".join(SORT_WORDS)} ) \s of \s )? (?: \b (?P<side> {"|".join(SIDES)} ) \s )? \Z
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BEHIND = re.compile(rf"\s(?P<sort>{'|'.join(SORT_WORDS)})\b")
_AROUND = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """One place in the text where a name stands; ``dateline`` at the head of a report.

    ``side`` is the part of it that the word before singles out: "northern".
    """

    span: Span
    whole: Span
    dateline: bool = False
    side: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A name of the document with all its places; one name has one meaning in one document."""

    surface: Surface
    words: str
    places: tuple[Written, ...]
    candidates: tuple[Candidate, ...]
    outside: bool = False  # not of the text: the outlet's own place
    people: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Inside:
    """The text says that what ``inner`` names lies in what ``outer`` names."""

    inner: int
    outer: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A span that may name a place; ``people`` where it names who lives there.

    ``whole`` is the longer name it is part of: "Ellery" in "Ellery Prison".
    """

    span: Span
    people: bool = False
    whole: Span | None = None


def read_names(text: str, asked: Iterable[Asked], atlas: Atlas) -> tuple[Named, ...]:
    """Return the names that are asked for, in the order of their first places."""
    places: dict[tuple[str, bool], list[Written]] = {}
    for one in sorted(asked, key=lambda one: one.span):
        words = text[one.span.start : one.span.end]
        key = words if _is_code(words) else " ".join(words.split()).casefold()
        written = Written(
            span=one.span,
            whole=one.whole or one.span,
            dateline=_is_dateline(text, one.span),
            side=_side_before(text, one.span),
        )
        places.setdefault((key, one.people), []).append(written)
    named = []
    for (_, people), found in places.items():
        words = text[found[0].span.start : found[0].span.end]
        surface, candidates = choose_reading(words, atlas, people=people)
        candidates = _of_sort(candidates, {_sort_around(text, written.span) for written in found})
        named.append(
            Named(
                surface=surface,
                words=words,
                places=tuple(found),
                candidates=candidates,
                people=people,
            )
        )
    return tuple(named)


def _side_before(text: str, span: Span) -> str | None:
    before = _BEFORE.search(text[max(0, span.start - _AROUND) : span.start])
    side = before and before["side"]
    return side.lower() if side else None


def _sort_around(text: str, span: Span) -> PlaceKind | None:
    """Return the sort of place that the words around a name say it is."""
    before = _BEFORE.search(text[max(0, span.start - _AROUND) : span.start])
    behind = _BEHIND.match(text, span.end)
    said = (before and before["sort"]) or (behind and behind["sort"])
    return SORT_WORDS[said.lower()] if said else None


def _of_sort(
    candidates: tuple[Candidate, ...], sorts: set[PlaceKind | None]
) -> tuple[Candidate, ...]:
    """Keep those of the sort the text says, if it always says the same and there are any."""
    if len(sorts) != 1:
        return candidates
    surface = Surface(name="", sort=sorts.pop())
    return tuple(c for c in candidates if _fits(surface, c)) or candidates


def _is_code(words: str) -> bool:
    """Say whether the words are a short form in capitals: a body's, if no table knows it."""
    return words.isupper() and len(words) <= _LONGEST_CODE


def choose_reading(
    words: str, atlas: Atlas, *, people: bool = False
) -> tuple[Surface, tuple[Candidate, ...]]:
    """Return the first reading that the atlas knows, and what it may mean."""
    every = readings(words)
    for surface in every:
        known = atlas.written(surface.name) if _is_code(surface.name) else atlas.find(surface.name)
        found = [c for c in known if _fits(surface, c) and (not people or _of_people(c))]
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


def _of_people(candidate: Candidate) -> bool:
    return candidate.sort is NameSort.PEOPLE or candidate.entry.kind is PlaceKind.COUNTRY


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
    places = sorted((w.whole, n) for n, named in enumerate(names) for w in named.places)
    found = []
    for (left, first), (right, second) in pairwise(places):
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
                found.setdefault(match["written"].strip(), []).append(
                    Written(span=span, whole=span)
                )
    return tuple(
        Named(
            surface=Surface(name=form),
            words=form,
            places=tuple(places),
            candidates=atlas.written(form),
        )
        for form, places in found.items()
    )
