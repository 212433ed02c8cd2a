"""Echo groups as ``sayso sources`` shows them: in words, then each step with its evidence."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.story.echoes.edge import EchoEdge, EchoEvidence
from sayso.story.echoes.sentence import describe
from sayso.story.reuse_edge import Direction

if TYPE_CHECKING:
    from sayso.case import CaseReader, ClaimRow, EchoGroupRow
    from sayso.text import Span

_EVIDENCE = {
    EchoEvidence.COPIED: "copied passage",
    EchoEvidence.QUOTED: "same quotation",
    EchoEvidence.NAMED: "same named speaker",
    EchoEvidence.CREDITED: "same content and a credit",
}
# Words of a claim shown in the line of its group.
_SHOWN = 90
# Steps written out; of what hundreds repeat, the sentence says how many.
_MOST_STEPS = 12


def group_lines(case: "CaseReader", row: "EchoGroupRow", document: str) -> Iterator[str]:
    """Yield one group as a person reads it, with the words that ``document`` has of it."""
    group = row.group
    own = next(report.claim for report in group.reports if report.document == document)
    yield f"{row.id}  “{_shortened(case.claim(own).words)}”"
    yield f"    {describe(group)}"
    for origin in group.origins:
        yield f"    origin: {origin.name} ({origin.kind})"
    for edge in group.edges[:_MOST_STEPS]:
        yield f"    {step_line(edge, case.claim(edge.from_claim), case.claim(edge.to_claim))}"
    if (left := len(group.edges) - _MOST_STEPS) > 0:
        yield f"    and {left} more steps; all are in 'sayso export'"


def step_line(edge: EchoEdge, first: "ClaimRow", second: "ClaimRow") -> str:
    """Write one step: who has it from whom, what shows it, and its characters on both sides."""
    if edge.direction is Direction.UNKNOWN:
        arrow, order = "and", "which came first is not known"
    else:
        arrow, order = "<-", f"order by {edge.direction}"
    shown = (second, edge.to_spans), (first, edge.from_spans)
    ends = f" {arrow} ".join(f"{_name(row)} {row.id} at {_offsets(spans)}" for row, spans in shown)
    return f"{ends}  {_EVIDENCE[edge.evidence]}, {edge.share:.0%}, {order}"


def _name(row: "ClaimRow") -> str:
    return row.outlet or row.document


def _offsets(spans: "tuple[Span, ...]") -> str:
    """Write where the shared words begin and end."""
    return f"{spans[0].start}–{spans[-1].end}" if spans else "?"


def _shortened(words: str) -> str:
    return words if len(words) <= _SHOWN else words[:_SHOWN].rpartition(" ")[0] + " …"
