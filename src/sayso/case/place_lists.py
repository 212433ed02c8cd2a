"""Lists of places: what each is, how it is called, where it is named, and which sites may be one."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, exists, func, literal, select
from sqlalchemy import Row as Found

from sayso.case import tables
from sayso.case.conditions import with_document
from sayso.case.place_conditions import shown_places
from sayso.case.place_records import (
    PlaceFilter,
    PlaceMentionRow,
    PlaceProposal,
    PlaceRow,
    SiteSide,
)
from sayso.case.place_rows import read_place, read_placed
from sayso.case.place_tables import place_counts, place_mentions, place_names, places
from sayso.case.values import folded, read_interval, read_span
from sayso.errors import CaseError
from sayso.frozen import dataclass
from sayso.places import PlacedMention, PlaceKind, Point
from sayso.story.places.may_be_one import Around, MayBeOne, SiteFacts, find_may_be_one

if TYPE_CHECKING:
    from sayso.case.sought import AnySelect

_within = places.alias("within_place")
# Places read by one statement.
_AT_ONCE = 500
_LISTED = 10


def places_of(connection: Connection, document_id: str) -> tuple[PlacedMention, ...]:
    """Return the mentions of places of one document, as they were stored."""
    mine = place_mentions.c.document_id == document_id
    rows = connection.execute(
        select(place_mentions).where(mine).order_by(place_mentions.c.position)
    ).all()
    ids = {name for row in rows for name in (row.place_id, row.within_id) if name}
    known = connection.execute(select(places).where(places.c.id.in_(sorted(ids))))
    return read_placed(rows, {row.id: read_place(row) for row in known})


def list_places(
    connection: Connection, by: PlaceFilter, *, limit: int | None, offset: int
) -> Iterator[PlaceRow]:
    """List the places that are named, those named in most documents first."""
    stop = None if limit is None else offset + limit
    rows = _counted(connection, by)[offset:stop]
    proposals = _proposals_of(connection)
    for start in range(0, len(rows), _AT_ONCE):
        some = rows[start : start + _AT_ONCE]
        details = _Details(connection, [row.shown_as for row in some])
        for row in some:
            yield _place_row(row, details, proposals)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Counted:
    """How often a place is named, with the least score of a mention."""

    shown_as: str
    documents: int
    mentions: int
    score: float


def _counted(connection: Connection, by: PlaceFilter) -> list[_Counted]:
    statement = _in_document(by.document) if by.document is not None else _in_all()
    if by.text is not None or by.kind is not None:
        statement = statement.where(places.c.id.in_(_wanted(by)))
    groups: defaultdict[str, list[Found[Any]]] = defaultdict(list)
    for row in connection.execute(statement):
        groups[row.shown_as].append(row)
    found = (_together(connection, by, name, rows) for name, rows in groups.items())
    return sorted(found, key=lambda row: (-row.documents, -row.mentions, row.shown_as))


def _in_all() -> "AnySelect":
    return select(places.c.shown_as, place_counts).join(
        places, places.c.id == place_counts.c.place_id
    )


def _in_document(document: str) -> "AnySelect":
    place = place_mentions.c.place_id
    return (
        select(
            places.c.shown_as,
            place,
            literal(1).label("documents"),
            func.count().label("mentions"),
            func.min(place_mentions.c.score).label("score"),
        )
        .join(places, places.c.id == place)
        .where(place_mentions.c.document_id == document, place_mentions.c.people == 0)
        .group_by(place)
    )


def _together(
    connection: Connection, by: PlaceFilter, name: str, rows: Sequence[Found[Any]]
) -> _Counted:
    """Count what several sites that are one have together; a document that names two counts once."""
    documents = rows[0].documents
    if len(rows) > 1 and by.document is None:
        named = select(func.count(place_mentions.c.document_id.distinct())).where(
            place_mentions.c.place_id.in_([row.place_id for row in rows]),
            place_mentions.c.people == 0,
        )
        documents = connection.execute(named).scalar_one()
    return _Counted(
        shown_as=name,
        documents=documents,
        mentions=sum(row.mentions for row in rows),
        score=min(row.score for row in rows),
    )


def _wanted(by: PlaceFilter) -> "AnySelect":
    wanted = select(places.c.id)
    if by.text is not None:
        wanted = wanted.where(places.c.shown_as.in_(shown_places(by.text)))
    if by.kind is not None:
        wanted = wanted.where(places.c.kind == by.kind.value)
    return wanted


def find_place(connection: Connection, name: str) -> str:
    """Return the id under which the place of an id or name is shown; CaseError if none or several."""
    called = select(places.c.shown_as, places.c.name).where(
        places.c.id.in_(shown_places(name, inside=False))
    )
    found = connection.execute(called.order_by(places.c.shown_as).limit(_LISTED + 1)).all()
    exact = [row for row in found if folded(row.name) == folded(name.strip())]
    chosen = exact or found
    if len(chosen) == 1:
        return str(chosen[0].shown_as)
    if not chosen:
        raise CaseError(f"no place in this case is called {name!r}; 'sayso places' lists them")
    several = ", ".join(f"{row.shown_as} ({row.name})" for row in chosen[:_LISTED])
    raise CaseError(f"{name!r} could be any of {several}; write an id")


def list_place_mentions(connection: Connection, place: str) -> Iterator[PlaceMentionRow]:
    """List where a place is named, in the order of documents and of the text."""
    datings, documents = tables.datings, tables.documents
    statement = (
        select(
            place_mentions.c.document_id,
            place_mentions.c.position,
            place_mentions.c.words,
            documents.c.outlet,
            datings.c.date_lo,
            datings.c.date_hi,
        )
        .select_from(with_document(place_mentions))
        .join(places, places.c.id == place_mentions.c.place_id)
        .where(places.c.shown_as == place, place_mentions.c.people == 0)
        .order_by(datings.c.sort_day, place_mentions.c.document_id, place_mentions.c.position)
    )
    placed: dict[str, tuple[PlacedMention, ...]] = {}
    for row in connection.execute(statement).all():
        if row.document_id not in placed:
            placed = {row.document_id: places_of(connection, row.document_id)}
        yield PlaceMentionRow(
            document=row.document_id,
            outlet=row.outlet,
            date=read_interval(row.date_lo, row.date_hi),
            words=row.words,
            placed=placed[row.document_id][row.position],
        )


def list_place_proposals(connection: Connection) -> Iterator[PlaceProposal]:
    """List the sites that may be one, with a mention of each."""
    sites = {site.id: site for site in _site_facts(connection)}
    for pair in find_may_be_one(sites.values()):
        yield _proposal(connection, pair, sites)


class _Details:
    """Names, variants and surroundings of a few places that are shown."""

    def __init__(self, connection: Connection, shown: Sequence[str]) -> None:
        self.rows: dict[str, list[Found[Any]]] = defaultdict(list)
        mine = places.c.shown_as.in_(shown)
        for row in connection.execute(select(places).where(mine).order_by(places.c.id)):
            self.rows[row.shown_as].append(row)
        self.names: dict[str, list[str]] = defaultdict(list)
        number = func.sum(place_names.c.mentions)
        names = (
            select(places.c.shown_as, place_names.c.name)
            .join(place_names, place_names.c.place_id == places.c.id)
            .where(mine)
            .group_by(places.c.shown_as, place_names.c.name)
            .order_by(number.desc(), place_names.c.name)
        )
        for row in connection.execute(names):
            self.names[row.shown_as].append(row.name)
        self.around: dict[str, list[Found[Any]]] = defaultdict(list)
        told = (
            select(place_mentions.c.within_id, place_mentions.c.place_id)
            .where(place_mentions.c.within_id.is_not(None))
            .distinct()
            .subquery()
        )
        inner = told.join(places, places.c.id == told.c.place_id)
        around = (
            select(places.c.shown_as, _within)
            .select_from(inner.join(_within, _within.c.id == told.c.within_id))
            .where(mine)
            .distinct()
        )
        for row in connection.execute(around):
            self.around[row.shown_as].append(row)


def _place_row(row: _Counted, details: _Details, proposals: Mapping[str, int]) -> PlaceRow:
    variants = details.rows[row.shown_as]
    (own,) = [one for one in variants if one.id == row.shown_as]
    names = details.names[row.shown_as]
    is_site = own.kind == PlaceKind.SITE.value
    around = min(details.around[row.shown_as], key=_exactness, default=None)
    name = names[0] if is_site and names else own.name
    origin = around if is_site else own
    return PlaceRow(
        id=own.id,
        name=name,
        kind=PlaceKind(own.kind),
        sort=own.sort,
        aliases=tuple(other for other in names if other != name),
        within=_inside(own, around),
        country=own.country,
        point=_point(origin),
        point_of=origin.name if origin is not None and _point(origin) else None,
        geonames=own.geonames,
        mentions=row.mentions,
        documents=row.documents,
        score=row.score,
        merged=tuple(one.id for one in variants if one.id != own.id),
        proposals=proposals.get(own.id, 0),
    )


def _exactness(row: Found[Any]) -> tuple[int, str]:
    """Order what a site is said to lie in from the smallest on."""
    order = (PlaceKind.TOWN, PlaceKind.DISTRICT, PlaceKind.AREA, PlaceKind.COUNTRY)
    kinds = [kind.value for kind in order]
    return (kinds.index(row.kind) if row.kind in kinds else len(kinds), row.id)


def _inside(own: Found[Any], around: Found[Any] | None) -> tuple[str, ...]:
    outer = around.name if around is not None else None
    names = (outer, own.area, own.country_name)
    return tuple(dict.fromkeys(name for name in names if name and name != own.name))


def _point(row: Found[Any] | None) -> Point | None:
    if row is None or row.latitude is None:
        return None
    return Point(latitude=row.latitude, longitude=row.longitude)


def _site_facts(connection: Connection) -> Iterator[SiteFacts]:
    """Return every site that is shown, with all that documents say it lies in."""
    shown = list(
        connection.execute(
            select(places.c.shown_as)
            .where(
                places.c.kind == PlaceKind.SITE.value,
                exists().where(place_mentions.c.place_id == places.c.id),
            )
            .distinct()
        ).scalars()
    )
    for start in range(0, len(shown), _AT_ONCE):
        some = shown[start : start + _AT_ONCE]
        details = _Details(connection, some)
        for name in some:
            (own,) = [one for one in details.rows[name] if one.id == name]
            names = details.names[name]
            yield SiteFacts(
                id=name,
                name=names[0] if names else own.name,
                stem=own.stem,
                sort=own.sort,
                country=own.country,
                area=own.area,
                around=tuple(map(_around, sorted(details.around[name], key=_exactness))),
            )


def _around(row: Found[Any]) -> Around:
    return Around(id=row.id, name=row.name, is_town=row.kind == PlaceKind.TOWN.value, area=row.area)


def _proposals_of(connection: Connection) -> Mapping[str, int]:
    """Count by place how many others may be the same."""
    found: dict[str, int] = defaultdict(int)
    for pair in find_may_be_one(_site_facts(connection)):
        found[pair.left] += 1
        found[pair.right] += 1
    return found


def _proposal(
    connection: Connection, pair: MayBeOne, sites: Mapping[str, SiteFacts]
) -> PlaceProposal:
    left, right = (_side(connection, sites[end]) for end in (pair.left, pair.right))
    return PlaceProposal(left=left, right=right, reasons=pair.reasons)


def _side(connection: Connection, site: SiteFacts) -> SiteSide:
    """Return the first mention of a site, by document and text."""
    row = connection.execute(
        select(place_mentions.c.document_id, place_mentions.c.span, place_mentions.c.words)
        .join(places, places.c.id == place_mentions.c.place_id)
        .where(places.c.shown_as == site.id)
        .order_by(
            place_mentions.c.within_id.is_(None),
            place_mentions.c.document_id,
            place_mentions.c.position,
        )
        .limit(1)
    ).one()
    return SiteSide(
        id=site.id,
        name=site.name,
        document=row.document_id,
        span=read_span(row.span),
        words=row.words,
    )
