"""The claims ledger: who is reported to have said what, every state of it an address."""

from collections.abc import Iterator

from starlette.responses import Response

from sayso.case import ClaimFilter, ClaimRow
from sayso.case.facets import Facet
from sayso.evidence.claim import Force
from sayso.frozen import dataclass
from sayso.language.analysis import AttributionKind, Manner
from sayso.web.lists import Listed, listed, turn_of
from sayso.web.pages import Page, Section
from sayso.web.sentences import InSentence, in_sentences
from sayso.web.visit import Visit

_NAMES = {
    "speaker": "Speaker",
    "actor": "Actor",
    "text": "Words",
    "place": "Place",
    "origin": "Origin",
    "outlet": "Outlet",
    "force": "What is done by it",
    "kind": "Wording",
    "manner": "Said or thought",
    "since": "From",
    "until": "Until",
    "document": "Document",
    "run": "New since run",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One value of a facet; ``address`` chooses it, or drops it where it is ``chosen``."""

    value: str
    number: str
    address: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetBox:
    """A facet as it is shown."""

    title: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """A condition that holds, and the address without it."""

    title: str
    value: str
    without: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerLine:
    """A claim as the ledger shows it; ``sentence`` is the one that it stands in."""

    row: ClaimRow
    sentence: InSentence | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """One page of the ledger."""

    lines: tuple[LedgerLine, ...]
    pages: Listed[ClaimRow]
    facets: tuple[FacetBox, ...]
    chosen: tuple[Chosen, ...]
    thoughts: str
    everything: bool


def show(visit: Visit) -> Response:
    by = claim_filter(visit)
    pages = listed(visit, visit.case.paged.claims(by, turn_of(visit)))
    sentences = in_sentences(visit.case, ((row.document, row.claim.content) for row in pages.rows))
    everything = visit.query("all") == "yes"
    return visit.render(
        "claims.html",
        Ledger(
            lines=tuple(
                LedgerLine(row=row, sentence=one)
                for row, one in zip(pages.rows, sentences, strict=True)
            ),
            pages=pages,
            facets=tuple(
                facet_boxes(
                    visit,
                    visit.desk.kept(f"facets {by}", lambda: visit.case.paged.claim_facets(by)),
                    _NAMES,
                )
            ),
            chosen=tuple(chosen(visit, _NAMES)),
            thoughts=visit.address(all=None if everything else "yes", after=None, before=None),
            everything=everything,
        ),
    )


def claim_filter(visit: Visit) -> ClaimFilter:
    """Read from the address which claims are wanted; without ``all``, only what was said or written."""
    manner = visit.choice("manner", Manner)
    everything = visit.query("all") == "yes" or manner is not None
    return ClaimFilter(
        speaker=visit.query("speaker"),
        actor=visit.query("actor"),
        text=visit.query("text"),
        place=visit.query("place"),
        origin=visit.query("origin"),
        outlet=visit.query("outlet"),
        document=visit.query("document"),
        force=visit.choice("force", Force),
        kind=visit.choice("kind", AttributionKind),
        manner=manner,
        speech=None if everything else True,
        since=visit.day("since"),
        until=visit.day("until"),
        since_run=visit.number("run"),
    )


def facet_boxes(
    visit: Visit, facets: tuple[Facet, ...], names: dict[str, str]
) -> Iterator[FacetBox]:
    """Yield the facets with an address for each value."""
    for facet in facets:
        now = visit.query(facet.field)
        yield FacetBox(
            title=names[facet.field],
            choices=tuple(
                Choice(
                    value=value,
                    number=f"{number:,}{'' if facet.whole else '+'}",
                    address=_narrowed(visit, facet.field, None if value == now else value),
                    chosen=value == now,
                )
                for value, number in facet.values
            ),
        )


def chosen(visit: Visit, names: dict[str, str]) -> Iterator[Chosen]:
    """Yield the conditions that hold."""
    for field, title in names.items():
        if value := visit.query(field):
            yield Chosen(title=title, value=value, without=_narrowed(visit, field, None))


def _narrowed(visit: Visit, field: str, value: str | None) -> str:
    """Return the address with one condition changed, from the first page on."""
    return visit.address(**{field: value, "after": None, "before": None})


PAGES = (Page(path="/claims", show=show, title="Claims", section=Section.SAID, rank=10, key="c"),)
