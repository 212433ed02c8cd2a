"""Echo groups: the claims that one origin lies behind, and how much is known of it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from sayso.frozen import dataclass
from sayso.story.echoes.edge import EchoEdge, EchoEvidence
from sayso.story.echoes.lineage import Origin, OriginKind, Report
from sayso.story.reuse_edge import Direction
from sayso.story.statements.statement import SameSpeaker, same_name


@dataclass(frozen=True, slots=True, kw_only=True)
class EchoGroup:
    """Claims tied by echoes, in the order of their documents.

    ``origins`` are the known ones, each once; ``unknown`` are the documents of which none is known.
    """

    reports: tuple[Report, ...]
    edges: tuple[EchoEdge, ...]
    origins: tuple[Origin, ...]
    unknown: tuple[str, ...]

    @property
    def documents(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(report.document for report in self.reports))


def group_echoes(
    edges: Iterable[EchoEdge],
    report: Callable[[str], Report],
    *,
    same_speaker: SameSpeaker = same_name,
) -> tuple[EchoGroup, ...]:
    """Return the groups that ``edges`` make; ``report`` gives the report of a claim.

    To add a document to a case, give its edges with those of the groups that they touch: no other
    group changes.
    """
    return tuple(_group(joined, report, same_speaker) for joined in _joined(edges))


def _joined(edges: Iterable[EchoEdge]) -> Iterator[tuple[EchoEdge, ...]]:
    """Yield the edges of each connected part, in a fixed order."""
    known = sorted(set(edges), key=_place)
    beside: defaultdict[str, list[EchoEdge]] = defaultdict(list)
    for edge in known:
        beside[edge.from_claim].append(edge)
        beside[edge.to_claim].append(edge)
    seen: set[str] = set()
    for start in known:
        if start.from_claim in seen:
            continue
        part, waiting = set(), [start.from_claim]
        while waiting:
            claim = waiting.pop()
            if claim not in seen:
                seen.add(claim)
                part.update(beside[claim])
                waiting += [end for edge in beside[claim] for end in (edge.from_claim, edge.to_claim)]  # fmt: skip
        yield tuple(sorted(part, key=_place))


def _place(edge: EchoEdge) -> tuple[str, str, str, str]:
    return edge.from_document, edge.from_claim, edge.to_document, edge.to_claim


def _group(
    edges: tuple[EchoEdge, ...], report: Callable[[str], Report], same_speaker: SameSpeaker
) -> EchoGroup:
    claims = sorted({end for edge in edges for end in (edge.from_claim, edge.to_claim)})
    reports = sorted(map(report, claims), key=lambda one: (one.document, one.claim))
    lineage = dict(zip((one.claim for one in reports), _origins(reports, edges), strict=True))
    known: list[Origin] = []
    for origin in lineage.values():
        if origin and not any(_is_one(origin, other, same_speaker) for other in known):
            known.append(origin)
    traced = {one.document for one in reports if lineage[one.claim]}
    unknown = dict.fromkeys(one.document for one in reports if one.document not in traced)
    return EchoGroup(
        reports=tuple(reports), edges=edges, origins=tuple(known), unknown=tuple(unknown)
    )


def _origins(reports: list[Report], edges: tuple[EchoEdge, ...]) -> list[Origin | None]:
    """Return the origin of each report: what it says itself, else that of the text it repeats."""
    earlier = {
        edge.to_claim: edge
        for edge in reversed(edges)
        if edge.evidence in {EchoEvidence.COPIED, EchoEvidence.CREDITED}
        and edge.direction is not Direction.UNKNOWN
    }
    later = {edge.from_claim for edge in earlier.values()}
    by_claim = {one.claim: one for one in reports}

    def trace(report: Report, seen: frozenset[str]) -> Origin | None:
        if report.origin or report.claim in seen:
            return report.origin
        edge = earlier.get(report.claim)
        if edge is not None:
            return trace(by_claim[edge.from_claim], seen | {report.claim})
        # Others have it from this outlet; where this outlet has it from, it does not say.
        if report.claim in later and report.outlet:
            return Origin(kind=OriginKind.OUTLET, name=report.outlet)
        return None

    return [trace(one, frozenset()) for one in reports]


def _is_one(left: Origin, right: Origin, same_speaker: SameSpeaker) -> bool:
    return same_speaker(left.name, right.name) is True
