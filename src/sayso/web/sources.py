"""Source chains: the outlets behind a document, its copies, and claims that several documents pass on."""

from collections.abc import Iterator, Sequence
from datetime import date

from starlette.responses import Response

from sayso.case import ClaimRow, DocumentFilter, DocumentRow, EchoGroupRow
from sayso.documents import ChainBasis, Document, Role
from sayso.export.original_text import OriginalText
from sayso.export.records import Link, ordered_chain
from sayso.frozen import dataclass
from sayso.story.echoes.edge import EchoEdge, EchoEvidence
from sayso.story.reuse_edge import Direction, ReuseEdge
from sayso.web.graph import Drawing, Edge, Node, draw, lag, layers
from sayso.web.lists import Listed, numbered
from sayso.web.pages import Page, Section
from sayso.web.visit import Visit

_EVIDENCE = {
    EchoEvidence.COPIED: "copied",
    EchoEvidence.QUOTED: "same quotation",
    EchoEvidence.NAMED: "same speaker",
    EchoEvidence.CREDITED: "credited",
}
_SIZE = 25
# A drawing of more says nothing any more; the list beside it has them all.
_DRAWN = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainLine:
    """A link of a chain with the characters that name it; ``level`` counts from the host."""

    link: Link
    level: int
    evidence: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyLine:
    """Another document with the same text, in part or whole."""

    edge: ReuseEdge
    other: DocumentRow
    order: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentSources:
    """What stands behind one document."""

    document: Document
    chain: tuple[ChainLine, ...]
    drawing: Drawing
    copies: tuple[CopyLine, ...]
    echoes: tuple["EchoLine", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EchoLine:
    """A claim that several documents pass on, in the words of one of them."""

    row: EchoGroupRow
    claim: ClaimRow


@dataclass(frozen=True, slots=True, kw_only=True)
class StepLine:
    """One step: who has it from whom, and what shows it."""

    edge: EchoEdge
    earlier: ClaimRow
    later: ClaimRow
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EchoPage:
    """One claim with all its reports; ``drawn`` is false for a group too large to be drawn."""

    row: EchoGroupRow
    reports: tuple[ClaimRow, ...]
    steps: tuple[StepLine, ...]
    drawing: Drawing | None


def show_echoes(visit: Visit) -> Response:
    found = numbered(
        visit, lambda n, skip: visit.case.echo_groups(limit=n, offset=skip), size=_SIZE
    )
    lines = tuple(_echo_lines(visit, found.rows))
    return visit.render("echoes.html", Listed(rows=lines, previous=found.previous, next=found.next))


def show_echo(visit: Visit) -> Response:
    name = visit.parameter("group")
    row = visit.case.paged.echo_group(name)
    rows = {report.claim: visit.case.claim(report.claim) for report in row.group.reports}
    steps = tuple(
        StepLine(
            edge=edge,
            earlier=rows[edge.from_claim],
            later=rows[edge.to_claim],
            evidence=_EVIDENCE[edge.evidence],
        )
        for edge in row.group.edges
    )
    small = len(rows) <= _DRAWN
    return visit.render(
        "echo.html",
        EchoPage(
            row=row,
            reports=tuple(sorted(rows.values(), key=_by_day)),
            steps=steps,
            drawing=_echo_drawing(row, tuple(rows.values()), steps) if small else None,
        ),
    )


def show_document_sources(visit: Visit) -> Response:
    case, name = visit.case, visit.parameter("document")
    document = case.document(name)
    chain = tuple(_chain_lines(document, OriginalText(document, case.original(name))))
    groups = case.echo_groups(document=name, limit=_SIZE)
    return visit.render(
        "document_sources.html",
        DocumentSources(
            document=document,
            chain=chain,
            drawing=_chain_drawing(chain),
            copies=tuple(copy_lines(visit, name)),
            echoes=tuple(_echo_lines(visit, tuple(groups), own=name)),
        ),
    )


def copy_lines(visit: Visit, document: str) -> Iterator[CopyLine]:
    """Yield the documents that share text with one."""
    for edge in visit.case.reuse_edges(document=document, limit=_SIZE):
        mine = edge.from_document == document
        other = edge.to_document if mine else edge.from_document
        (row,) = visit.case.documents(DocumentFilter(ids=(other,)))
        known = f"{'this' if mine else 'that'} one came first, by {edge.direction}"
        unknown = edge.direction is Direction.UNKNOWN
        order = "which came first is not known" if unknown else known
        yield CopyLine(edge=edge, other=row, order=order)


def _chain_lines(document: Document, original: OriginalText) -> Iterator[ChainLine]:
    roles = list(dict.fromkeys(link.role for link in ordered_chain(document)))
    for link in ordered_chain(document):
        told = original.quote(link.original_span) if link.original_span else None
        if told is None and link.basis is ChainBasis.ADDRESS:
            told = document.original.address
        yield ChainLine(link=link, level=roles.index(link.role), evidence=told)


def _chain_drawing(chain: Sequence[ChainLine]) -> Drawing:
    """Draw a chain from where the text came from, on the left, to the host."""
    deepest = max((line.level for line in chain), default=0)
    nodes = [
        Node(
            key=f"{line.level}.{at}",
            layer=deepest - line.level + 1,
            name=line.link.name,
            note=line.link.role.value,
        )
        for at, line in enumerate(chain)
    ]
    if not chain:
        nodes = [Node(key="host", layer=1, name="no outlet named", unknown=True)]
    if all(line.link.role in {Role.HOST, Role.REPUBLISHER} for line in chain):
        # Where the first of them has it from, nobody says.
        nodes.insert(0, Node(key="?", layer=0, name="?", note="origin not known", unknown=True))
    edges = [
        Edge(start=left.key, end=right.key, label=_basis(chain, left.key))
        for left in nodes
        for right in nodes
        if right.layer == left.layer + 1
    ]
    return draw(nodes, edges)


def _basis(chain: Sequence[ChainLine], key: str) -> str:
    known = {f"{line.level}.{at}": line.link.basis for at, line in enumerate(chain)}
    return known[key].replace("_", " ") if key in known else ""


def _echo_lines(
    visit: Visit, rows: Sequence[EchoGroupRow], *, own: str | None = None
) -> Iterator[EchoLine]:
    for row in rows:
        reports = row.group.reports
        told = next((one for one in reports if one.document == own), reports[0])
        yield EchoLine(row=row, claim=visit.case.claim(told.claim))


def _echo_drawing(
    row: EchoGroupRow, claims: Sequence[ClaimRow], steps: Sequence[StepLine]
) -> Drawing:
    """Draw origins on the left, then who has it from whom."""
    keys = [claim.id for claim in sorted(claims, key=_by_day)]
    edges = [
        Edge(
            start=step.earlier.id,
            end=step.later.id,
            label=_label(step),
            directed=step.edge.direction is not Direction.UNKNOWN,
        )
        for step in steps
    ]
    found = layers(keys, edges, first=1)
    derived = {edge.end for edge in edges if edge.directed}
    origins, from_origins = _origins(row, derived, {claim.outlet for claim in claims})
    by_id = {claim.id: claim for claim in claims}
    nodes = [
        Node(
            key=key,
            layer=found[key],
            name=by_id[key].outlet or by_id[key].document,
            note=_day_note(by_id[key]),
            address=f"/claims/{key}",
        )
        for key in keys
    ]
    return draw((*origins, *nodes), (*from_origins, *edges))


def _origins(
    row: EchoGroupRow, derived: set[str], outlets: set[str | None]
) -> tuple[list[Node], list[Edge]]:
    """Return the origins that are known, and one "?" for all reports that name none."""
    nodes = [
        Node(key=f"origin {one.name}", layer=0, name=one.name, note=one.kind.value)
        for one in row.group.origins
    ]
    edges = [
        Edge(start=f"origin {one.origin.name}", end=one.claim, label="named")
        for one in row.group.reports
        if one.origin and one.claim not in derived and one.origin in row.group.origins
    ]
    # An outlet whose own report is drawn stands there already.
    led = {edge.start for edge in edges}
    nodes = [one for one in nodes if one.key in led or one.name not in outlets]
    lost = [one for one in row.group.reports if one.document in row.group.unknown]
    loose = [one for one in lost if one.claim not in derived]
    if loose:
        nodes.append(Node(key="?", layer=0, name="?", note="origin not known", unknown=True))
        edges += [Edge(start="?", end=one.claim, label="") for one in loose]
    return nodes, edges


def _label(step: StepLine) -> str:
    if step.edge.direction is Direction.UNKNOWN:
        return ""  # the list has it; a line that says nothing needs no words
    days = lag(_day(step.earlier), _day(step.later))
    return ", ".join(part for part in (f"{step.evidence} {step.edge.share:.0%}", days) if part)


def _day(row: ClaimRow) -> date | None:
    """Return the day on which a report was written, if just one is possible."""
    return row.date.lo if row.date.lo == row.date.hi else None


def _day_note(row: ClaimRow) -> str:
    return str(_day(row) or "day not known")


def _by_day(row: ClaimRow) -> tuple[date, str]:
    return row.date.lo or row.date.hi or date.max, row.id


PAGES = (
    Page(
        path="/echoes",
        show=show_echoes,
        title="Sources and echoes",
        section=Section.SAID,
        rank=12,
        key="s",
    ),
    Page(path="/echoes/{group}", show=show_echo, title="One claim, several reports"),
    Page(
        path="/documents/{document}/sources", show=show_document_sources, title="Where it is from"
    ),
)
