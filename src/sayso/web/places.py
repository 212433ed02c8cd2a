"""Places: which are named, where they lie, and on a map without a network."""

from starlette.responses import Response

from sayso.case import PlaceFilter, PlaceRow
from sayso.case.place_records import PlaceMentionRow
from sayso.frozen import dataclass
from sayso.places import ATTRIBUTION
from sayso.places.place import PlaceKind
from sayso.web.desk import Desk
from sayso.web.lists import Listed, numbered
from sayso.web.maps import Map, draw_map
from sayso.web.pages import Page, Section
from sayso.web.sentences import InSentence, in_sentences
from sayso.web.visit import Visit

_MENTIONS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceList:
    """One page of places, and those of it that have a point on a map."""

    pages: Listed[PlaceRow]
    map: Map | None
    attribution: str = ATTRIBUTION
    kinds: tuple[PlaceKind, ...] = tuple(PlaceKind)


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionLine:
    """Where a place is named, with the sentence."""

    row: PlaceMentionRow
    sentence: InSentence | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacePage:
    """One place."""

    row: PlaceRow
    mentions: tuple[MentionLine, ...]
    map: Map | None
    attribution: str = ATTRIBUTION


def show_list(visit: Visit) -> Response:
    by = PlaceFilter(text=visit.query("q"), kind=visit.choice("kind", PlaceKind))
    pages = numbered(visit, lambda n, skip: some_places(visit.desk, by, n, skip))
    drawn = visit.desk.kept(f"map {visit.here}", lambda: draw_map(pages.rows))
    return visit.render("places.html", PlaceList(pages=pages, map=drawn))


def some_places(desk: Desk, by: PlaceFilter, number: int, skip: int) -> tuple[PlaceRow, ...]:
    """Return a page of places; every mention of each is counted for that, so it is kept."""
    name = f"places {by} {skip}"
    return desk.kept(name, lambda: tuple(desk.case.places(by, limit=number, offset=skip)))


def show_place(visit: Visit) -> Response:
    case = visit.case
    name = case.find_place(visit.parameter("place"))
    row = next(case.places(PlaceFilter(text=name)))
    rows = [one for one, _ in zip(case.place_mentions(name), range(_MENTIONS), strict=False)]
    sentences = in_sentences(case, ((one.document, (one.placed.span,)) for one in rows))
    lines = (
        MentionLine(row=one, sentence=sentence)
        for one, sentence in zip(rows, sentences, strict=True)
    )
    return visit.render(
        "place.html", PlacePage(row=row, mentions=tuple(lines), map=draw_map((row,)))
    )


PAGES = (
    Page(path="/places", show=show_list, title="Places", section=Section.STORY, rank=4, key="l"),
    Page(path="/places/{place}", show=show_place, title="Place"),
)
