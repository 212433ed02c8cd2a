"""Actors: who is named and quoted, under which names, what they say, and who may be one."""

from itertools import islice

from starlette.responses import Response

from sayso.case import (
    ActorFilter,
    ActorMention,
    ActorRow,
    AliasRow,
    ClaimFilter,
    ClaimRow,
    ProposalRow,
)
from sayso.case.paged import Turn
from sayso.frozen import dataclass
from sayso.story.actors.name_form import Sort
from sayso.web.desk import Desk
from sayso.web.lists import LAST_PAGE, SIZE, Listed, numbered
from sayso.web.pages import Page, Section
from sayso.web.visit import Visit

_CLAIMS, _MENTIONS, _PROPOSALS = 20, 60, 50


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorList:
    """One page of actors."""

    pages: Listed[ActorRow]
    sorts: tuple[Sort, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedIn:
    """A document that names an actor, with the words it uses."""

    mention: ActorMention
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorPage:
    """One actor."""

    row: ActorRow
    names: tuple[AliasRow, ...]
    proposals: tuple[ProposalRow, ...]
    claims: tuple[ClaimRow, ...]
    named: tuple[NamedIn, ...]


def show_list(visit: Visit) -> Response:
    by = ActorFilter(
        text=visit.query("q"),
        sort=visit.choice("sort", Sort),
        everything=visit.query("all") == "yes",
    )
    ranking = actor_ranking(visit.desk, by)
    pages = numbered(visit, lambda n, skip: _ranked(visit, ranking[skip : skip + n]))
    return visit.render("actors.html", ActorList(pages=pages, sorts=tuple(Sort)))


def actor_ranking(desk: Desk, by: ActorFilter) -> tuple[str, ...]:
    """Return the actors of all pages that can be asked for, in their order."""
    most = SIZE * LAST_PAGE + 1
    return desk.kept(f"actors {by}", lambda: desk.case.paged.actor_ranking(by, limit=most))


def _ranked(visit: Visit, names: tuple[str, ...]) -> tuple[ActorRow, ...]:
    return tuple(visit.case.actors(ActorFilter(ids=names))) if names else ()


def show_actor(visit: Visit) -> Response:
    case = visit.case
    name = case.find_actor(visit.parameter("actor"))
    (row,) = case.actors(ActorFilter(id=name))
    by = ClaimFilter(actor=name, speech=True)
    return visit.render(
        "actor.html",
        ActorPage(
            row=row,
            names=case.actor_aliases(name),
            proposals=tuple(case.actor_proposals(name, limit=_PROPOSALS)),
            claims=case.paged.claims(by, Turn(size=_CLAIMS)).rows,
            named=_named(islice(case.actor_mentions(name), _MENTIONS * 10)),
        ),
    )


def _named(mentions: "islice[ActorMention]") -> tuple[NamedIn, ...]:
    """Put the mentions of one document together."""
    first: dict[str, ActorMention] = {}
    words: dict[str, dict[str, None]] = {}
    for mention in mentions:
        first.setdefault(mention.document, mention)
        words.setdefault(mention.document, {}).setdefault(mention.words)
    return tuple(
        NamedIn(mention=mention, words=tuple(words[document]))
        for document, mention in islice(first.items(), _MENTIONS)
    )


def show_proposals(visit: Visit) -> Response:
    pages = numbered(visit, lambda n, skip: visit.case.actor_proposals(limit=n, offset=skip))
    return visit.render("actor_proposals.html", pages)


PAGES = (
    Page(path="/actors", show=show_list, title="Actors", section=Section.SAID, rank=11, key="a"),
    Page(path="/actors/{actor}", show=show_actor, title="Actor"),
    Page(path="/actor-proposals", show=show_proposals, title="Who may be one"),
)
