"""What the report shows of statements that are said again, denied, or passed on."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from sayso.export.labels import when
from sayso.export.quote_words import Piece, pieces_of, sides_of
from sayso.frozen import dataclass
from sayso.story.echoes.sentence import describe
from sayso.story.quotes.rendering import RenderingKind

if TYPE_CHECKING:
    from sayso.case import CaseReader, ClaimRow, DenialRow, EchoGroupRow, QuotePairRow


@dataclass(frozen=True, slots=True, kw_only=True)
class SideLine:
    """One of two claims; ``label`` is the number of its document in the report."""

    row: "ClaimRow"
    pieces: tuple[Piece, ...]
    speaker: str
    when: str
    label: str
    is_original: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PairLine:
    """Two claims beside each other with what is known of both."""

    id: str
    known: str
    left: SideLine
    right: SideLine


@dataclass(frozen=True, slots=True, kw_only=True)
class EchoLine:
    """A group of claims with one origin, in words, with each report of it."""

    id: str
    words: str
    sentence: str
    origins: tuple[str, ...]
    sides: tuple[SideLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementLines:
    """The sections; ``copied`` counts the pairs in the same words, which stand among the echoes."""

    quotes: tuple[PairLine, ...]
    copied: int
    denials: tuple[PairLine, ...]
    echoes: tuple[EchoLine, ...]


def statement_lines(case: "CaseReader", labels: Mapping[str, str]) -> StatementLines:
    """Gather the sections; ``labels`` are the numbers of the documents in the report."""
    pairs = tuple(case.quote_pairs())
    told = [pair for pair in pairs if pair.kind is not RenderingKind.SAME]
    return StatementLines(
        quotes=tuple(_quote_line(pair, labels) for pair in told),
        copied=len(pairs) - len(told),
        denials=tuple(_denial_line(denial, labels) for denial in case.denials()),
        echoes=tuple(_echo_lines(case, labels)),
    )


def _quote_line(pair: "QuotePairRow", labels: Mapping[str, str]) -> PairLine:
    known = [pair.kind.replace("_", " ")]
    if told := ", ".join(sorted(c for c in pair.concerns if c not in {"words", "order"})):
        known.append(f"differs in {told}")
    if pair.same_speaker is False:
        known.append("two speakers")
    left, right = (
        _side(row, pieces, labels, is_original=pair.original == row.id)
        for row, pieces in zip((pair.left, pair.right), sides_of(pair), strict=True)
    )
    return PairLine(id=pair.id, known=" · ".join(known), left=left, right=right)


def _denial_line(denial: "DenialRow", labels: Mapping[str, str]) -> PairLine:
    left, right = (
        _side(row, pieces_of(row, ()), labels) for row in (denial.asserted, denial.denied)
    )
    return PairLine(id=denial.id, known=denial.kind, left=left, right=right)


def _echo_lines(case: "CaseReader", labels: Mapping[str, str]) -> Iterator[EchoLine]:
    groups = sorted(case.echo_groups(), key=lambda row: (-len(row.group.documents), row.id))
    for row in groups:
        yield _echo_line(case, row, labels)


def _echo_line(case: "CaseReader", row: "EchoGroupRow", labels: Mapping[str, str]) -> EchoLine:
    claims = [case.claim(report.claim) for report in row.group.reports]
    claims.sort(key=lambda claim: (int(labels[claim.document]), claim.claim.content[0]))
    return EchoLine(
        id=row.id,
        words=claims[0].words,
        sentence=describe(row.group),
        origins=tuple(origin.name for origin in row.group.origins),
        sides=tuple(_side(claim, (), labels) for claim in claims),
    )


def _side(
    row: "ClaimRow",
    pieces: tuple[Piece, ...],
    labels: Mapping[str, str],
    *,
    is_original: bool = False,
) -> SideLine:
    return SideLine(
        row=row,
        pieces=pieces,
        speaker=row.said_by or "nobody named",
        when=when(row.claim.said or row.date),
        label=labels[row.document],
        is_original=is_original,
    )
