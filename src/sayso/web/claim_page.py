"""One claim: its sentence, who said it to whom, who else reports it, who denies it."""

from starlette.responses import Response

from sayso.case import (
    ClaimRow,
    DenialRow,
    EchoGroupRow,
    FigureFilter,
    FigureRow,
    PairFilter,
    QuotePairRow,
)
from sayso.frozen import dataclass
from sayso.web.pages import Page
from sayso.web.sentences import InSentence, in_sentences
from sayso.web.visit import Visit

_SHOWN = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimPage:
    """Everything about one claim; ``speakers`` go from the innermost to the outlet's."""

    row: ClaimRow
    sentence: InSentence | None
    title: str | None
    speakers: tuple[ClaimRow, ...]
    figures: tuple[FigureRow, ...]
    quotes: tuple[QuotePairRow, ...]
    denials: tuple[DenialRow, ...]
    echoes: tuple[EchoGroupRow, ...]


def show(visit: Visit) -> Response:
    case = visit.case
    row = case.claim(visit.parameter("claim"))
    (sentence,) = in_sentences(case, [(row.document, row.claim.content)])
    pairs = PairFilter(name=row.id)
    groups = case.echo_groups(document=row.document, limit=_SHOWN)
    figures = case.figures(FigureFilter(document=row.document), limit=1_000)
    return visit.render(
        "claim.html",
        ClaimPage(
            row=row,
            sentence=sentence,
            title=case.document(row.document).title,
            speakers=_speakers(visit, row),
            figures=tuple(one for one in figures if one.figure.claim == row.id),
            quotes=tuple(case.quote_pairs(pairs, limit=_SHOWN)),
            denials=tuple(case.denials(pairs, limit=_SHOWN)),
            echoes=tuple(one for one in groups if _holds(one, row.id)),
        ),
    )


def _speakers(visit: Visit, row: ClaimRow) -> tuple[ClaimRow, ...]:
    """Return the claim and those in whose content it stands, inside out."""
    found = [row]
    while (parent := found[-1].claim.parent) and all(parent != one.id for one in found):
        found.append(visit.case.claim(parent))
    return tuple(found)


def _holds(group: EchoGroupRow, claim: str) -> bool:
    return any(report.claim == claim for report in group.group.reports)


PAGES = (Page(path="/claims/{claim}", show=show, title="Claim"),)
