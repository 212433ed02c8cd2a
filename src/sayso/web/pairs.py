"""Two claims side by side: the same statement in two reports, and assertions with their denials."""

from starlette.responses import Response

from sayso.case import DenialRow, PairFilter, QuotePairRow
from sayso.errors import CaseError
from sayso.export.quote_words import Piece, sides_of
from sayso.frozen import dataclass
from sayso.story.denials.denial import DenialKind
from sayso.story.quotes.alignment import Concern
from sayso.story.quotes.rendering import RenderingKind
from sayso.web.lists import Listed, numbered
from sayso.web.pages import Page, Section
from sayso.web.sentences import InSentence, in_sentences
from sayso.web.visit import Visit

_SIZE = 25
_TOLD = (Concern.NUMBER, Concern.NEGATION, Concern.MODALITY)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteLine:
    """Two reports of one statement with their words in pieces; ``concerns`` are the grave ones."""

    row: QuotePairRow
    left: tuple[Piece, ...]
    right: tuple[Piece, ...]
    concerns: tuple[Concern, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteList:
    """One page of quote pairs."""

    lines: tuple[QuoteLine, ...]
    pages: Listed[QuotePairRow]
    kinds: tuple[RenderingKind, ...] = tuple(RenderingKind)
    concerns: tuple[Concern, ...] = _TOLD


@dataclass(frozen=True, slots=True, kw_only=True)
class DenialLine:
    """An assertion and its denial in their sentences: "the warning" alone says little."""

    row: DenialRow
    asserted: InSentence | None
    denied: InSentence | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DenialList:
    """One page of denials."""

    lines: tuple[DenialLine, ...]
    pages: Listed[DenialRow]
    kinds: tuple[DenialKind, ...] = tuple(DenialKind)


def show_quotes(visit: Visit) -> Response:
    by = PairFilter(
        kind=visit.choice("kind", RenderingKind), concern=visit.choice("differs", Concern)
    )
    pages = numbered(
        visit, lambda n, skip: visit.case.quote_pairs(by, limit=n, offset=skip), size=_SIZE
    )
    return visit.render(
        "quotes.html", QuoteList(lines=tuple(map(_quote_line, pages.rows)), pages=pages)
    )


def show_quote(visit: Visit) -> Response:
    name = visit.parameter("pair")
    row = next(visit.case.quote_pairs(PairFilter(name=name), limit=1), None)
    if row is None:
        raise CaseError(f"there is no pair {name} in this case")
    return visit.render("quote.html", _quote_line(row))


def show_denials(visit: Visit) -> Response:
    by = PairFilter(kind=visit.choice("kind", DenialKind))
    pages = numbered(
        visit, lambda n, skip: visit.case.denials(by, limit=n, offset=skip), size=_SIZE
    )
    sides = [side for row in pages.rows for side in (row.asserted, row.denied)]
    told = list(in_sentences(visit.case, ((s.document, s.claim.content) for s in sides)))
    lines = (
        DenialLine(row=row, asserted=told[2 * at], denied=told[2 * at + 1])
        for at, row in enumerate(pages.rows)
    )
    return visit.render("denials.html", DenialList(lines=tuple(lines), pages=pages))


def _quote_line(row: QuotePairRow) -> QuoteLine:
    left, right = sides_of(row)
    told = tuple(concern for concern in _TOLD if concern in row.concerns)
    return QuoteLine(row=row, left=left, right=right, concerns=told)


PAGES = (
    Page(
        path="/quotes",
        show=show_quotes,
        title="Quotations compared",
        section=Section.SAID,
        rank=14,
        key="q",
    ),
    Page(path="/quotes/{pair}", show=show_quote, title="Two reports of one statement"),
    Page(
        path="/denials", show=show_denials, title="Denials", section=Section.SAID, rank=13, key="d"
    ),
)
