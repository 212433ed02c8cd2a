"""What came since a reader last looked, the gravest first."""

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from sayso.case import ClaimFilter, DocumentFilter, FigureFilter, PairFilter
from sayso.case.figure_records import VerdictFilter
from sayso.case.paged import Turn
from sayso.export.labels import befallen, bounds, when
from sayso.frozen import dataclass
from sayso.story.figures.verdict import Verdict
from sayso.web.words import plain, shortened

if TYPE_CHECKING:
    from sayso.case import CaseReader
    from sayso.case.figure_records import VerdictSide
    from sayso.web.visit import Visit

_SHOWN = 20
# Counted no further: more than so many are too many to read.
_COUNTED = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class NewLine:
    """One new thing in words, with the address that shows it."""

    words: str
    note: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewGroup:
    """New things of one kind: the first of them, how many there are, and where all are listed."""

    kind: str
    noun: str
    nouns: str
    lines: tuple[NewLine, ...]
    number: int
    address: str | None = None

    @property
    def whole(self) -> bool:
        return self.number < _COUNTED


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """Everything new behind a run; ``first`` is the first run that counts as new."""

    first: int
    last: int
    groups: tuple[NewGroup, ...]

    @property
    def empty(self) -> bool:
        return not any(group.number for group in self.groups)


def news_of(visit: "Visit", *, first: int | None = None) -> News:
    """Return what is new since a run, or else since the reader last said that all was seen."""
    case, last = visit.case, visit.case.paged.last_run()
    if first is None:
        seen = visit.desk.notes.read().seen
        first = last + 1 if seen is None else seen + 1
    since = first
    if since > last:
        return News(first=since, last=last, groups=())
    groups = visit.desk.kept(f"news {since}", lambda: tuple(_groups(case, since)))
    return News(first=since, last=last, groups=groups)


def _groups(case: "CaseReader", run: int) -> Iterator[NewGroup]:
    yield _conflicts(case, run)
    yield _denials(case, run)
    yield _documents(case, run)
    yield _quotes(case, run)
    yield _figures(case, run)
    yield _claims(case, run)


def _group(
    kind: str,
    noun: str,
    lines: Iterator[NewLine],
    *,
    number: int,
    nouns: str | None = None,
    address: str | None = None,
) -> NewGroup:
    shown = tuple(islice(lines, _SHOWN))
    return NewGroup(
        kind=kind,
        noun=noun,
        nouns=nouns or f"{noun}s",
        lines=shown,
        number=number,
        address=address,
    )


def _conflicts(case: "CaseReader", run: int) -> NewGroup:
    by = VerdictFilter(verdict=Verdict.CONFLICT, since_run=run)
    lines = (
        NewLine(
            words=f"{row.left.member.words} ≠ {row.right.member.words}",
            note=f"{row.left.member.figure.predicate}: {_who(row.left)} and {_who(row.right)}",
            address=f"/series/{row.left.member.series}#{row.id}",
        )
        for row in case.compared.verdicts(by, limit=_SHOWN)
    )
    noun, number = "new conflict of figures", case.compared.count(by, most=_COUNTED)
    return _group("conflicts", noun, lines, number=number, nouns="new conflicts of figures")


def _denials(case: "CaseReader", run: int) -> NewGroup:
    by = PairFilter(since_run=run)
    lines = (
        NewLine(
            words=shortened(row.denied.words),
            note=f"{row.denied.said_by or '?'} against {row.asserted.said_by or '?'}",
            address=f"/denials#{row.id}",
        )
        for row in case.denials(by, limit=_SHOWN)
    )
    return _group("denials", "new denial", lines, number=case.count_denials(by, most=_COUNTED))


def _documents(case: "CaseReader", run: int) -> NewGroup:
    by = DocumentFilter(since_run=run)
    number = case.paged.count_documents(by, most=_COUNTED)
    rows = case.paged.documents(by, Turn(size=_SHOWN)).rows
    lines = (
        NewLine(
            words=row.title or row.path,
            note=f"{row.outlet or 'outlet not named'}, {when(row.date)}",
            address=f"/documents/{row.id}",
        )
        for row in rows
    )
    address = f"/documents?run={run}"
    return _group("documents", "new document", lines, number=number, address=address)


def _quotes(case: "CaseReader", run: int) -> NewGroup:
    by = PairFilter(since_run=run)
    lines = (
        NewLine(
            words=shortened(row.right.words),
            note=f"{plain(row.kind)}: {row.left.outlet or '?'} and {row.right.outlet or '?'}",
            address=f"/quotes/{row.id}",
        )
        for row in case.quote_pairs(by, limit=_SHOWN)
    )
    noun, number = "statement reported again", case.count_quote_pairs(by, most=_COUNTED)
    return _group("quotes", noun, lines, number=number, nouns="statements reported again")


def _figures(case: "CaseReader", run: int) -> NewGroup:
    by = FigureFilter(since_run=run)
    number = case.paged.count_figures(by, most=_COUNTED)
    rows = case.paged.figures(by, Turn(size=_SHOWN)).rows
    lines = (
        NewLine(
            words=" ".join(
                filter(None, (bounds(row.figure.quantity), row.counted, befallen(row.figure)))
            ),
            note=f"{row.outlet or 'outlet not named'}, {when(row.figure.as_of or row.date)}",
            address=f"/figures/{row.id}",
        )
        for row in rows
    )
    return _group("figures", "new figure", lines, number=number, address=f"/figures?run={run}")


def _claims(case: "CaseReader", run: int) -> NewGroup:
    by = ClaimFilter(since_run=run, speech=True)
    lines = (
        NewLine(
            words=shortened(row.words),
            note=f"{row.said_by or 'nobody named'}, {when(row.claim.said or row.date)}",
            address=f"/claims/{row.id}",
        )
        for row in case.paged.claims(by, Turn(size=_SHOWN)).rows
    )
    number = case.paged.count_claims(by, most=_COUNTED)
    return _group("claims", "new claim", lines, number=number, address=f"/claims?run={run}")


def _who(side: "VerdictSide") -> str:
    member = side.member
    return member.figure.voice.claimant or member.outlet or member.document
