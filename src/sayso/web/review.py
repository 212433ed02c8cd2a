"""Review: one row at a time with its words in context; each decision leads to the next row."""

from itertools import pairwise
from urllib.parse import urlencode

from starlette.responses import Response

from sayso.case import (
    DecisionRow,
    QueueCount,
    QueueEntry,
    RecordKind,
    ReviewItem,
    ReviewSide,
    Verdict,
    Why,
)
from sayso.case.review_sampling import SampleOf
from sayso.export.review_labels import (
    KIND_WORDS,
    QUESTIONS,
    WHY_WORDS,
    decision_words,
    estimate_words,
    reason_words,
    state_words,
)
from sayso.frozen import dataclass
from sayso.text import Span
from sayso.web.pages import Page, Section
from sayso.web.review_rows import Row, find_row, sample_of
from sayso.web.visit import AddressError, Visit

# What a button of the form says; a field is changed by a form of its own.
_VERDICTS = {
    "accept": Verdict.ACCEPT,
    "reject": Verdict.REJECT,
    "unsure": Verdict.UNSURE,
    "comment": Verdict.COMMENT,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Characters of a paragraph; ``marked`` are those that the row rests on."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownSide:
    """One place of a row, its context in paragraphs."""

    side: ReviewSide
    paragraphs: tuple[tuple[Piece, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A decision that was just taken; ``met`` is one of somebody else that came in between."""

    row: DecisionRow
    words: str
    met: str | None
    is_undo: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewView:
    """All that the page of a row needs; ``item`` is ``None`` where nothing waits."""

    item: ReviewItem | None
    why: str
    question: str
    kind: str
    state: str
    reason: str
    sides: tuple[ShownSide, ...]
    decisions: tuple[tuple[DecisionRow, str, bool], ...]
    row: Row
    left: QueueCount
    reasons: tuple[tuple[str, QueueCount], ...]
    told: Told | None
    estimate: tuple[str, ...]
    query: str
    can_sample: bool


def show(visit: Visit) -> Response:
    """Show the row that the address names, or the first that waits."""
    sample = sample_of(visit)
    row = find_row(visit, sample)
    item = visit.case.desk.item(row.entry.id) if row.entry else None
    return visit.render("review.html", _view(visit, row, item, sample))


def decide(visit: Visit) -> Response:
    """Keep a decision and go on to the next row; an undo leads back to the row it is about."""
    if number := visit.field("undo"):
        return _undone(visit, number)
    name = visit.field("record")
    before = visit.case.desk.item(name)
    sample = sample_of(visit)
    following = find_row(visit, sample).following
    row = _kept(visit, before)
    told: dict[str, object] = {"done": row.sequence}
    if before.last > _seen(visit):
        told["met"] = before.last
    stays = row.decision.verdict in {Verdict.COMMENT, Verdict.EDIT}
    return visit.redirect(_address(visit, before.id if stays else _name(following), told))


def _kept(visit: Visit, item: ReviewItem) -> DecisionRow:
    reason = visit.field("why")
    with visit.writing() as case:
        if field := visit.field("field"):
            return case.desk.edit(
                item.id,
                field,
                visit.field("value"),
                actor=visit.reader,
                reason=reason,
                now=visit.now(),
            )
        verdict = _VERDICTS.get(visit.field("verdict"))
        if verdict is None:
            raise AddressError("the form does not say what was decided")
        return case.desk.judge(item.id, verdict, actor=visit.reader, reason=reason, now=visit.now())


def _undone(visit: Visit, number: str) -> Response:
    if not (number == "last" or number.isdecimal()):
        raise AddressError(f"'{number}' is no number of a decision")
    wanted = None if number == "last" else int(number)
    with visit.writing() as case:
        row = case.desk.undo(wanted, actor=visit.reader, now=visit.now())
    return visit.redirect(_address(visit, row.current, {"done": row.sequence}))


def _seen(visit: Visit) -> int:
    """Return the latest decision on the row when the form was made."""
    seen = visit.field("seen")
    return int(seen) if seen.isdecimal() else 0


def _name(entry: QueueEntry | None) -> str | None:
    return entry.id if entry else None


def _address(visit: Visit, name: str | None, told: dict[str, object]) -> str:
    """Return the address of a row in the same queue or sample."""
    kept = {key: value for key in ("kind", "sample", "seed", "of") if (value := visit.query(key))}
    query = urlencode({**kept, **told})
    path = f"/review/{name}" if name else "/review"
    return f"{path}?{query}" if query else path


def _view(visit: Visit, row: Row, item: ReviewItem | None, sample: SampleOf | None) -> ReviewView:
    desk = visit.case.desk
    why = row.entry.why if row.entry else Why.ASKED_FOR
    estimate = estimate_words(desk.estimate(sample), sample) if sample else ""
    return ReviewView(
        item=item,
        why=WHY_WORDS[why],
        question=QUESTIONS[item.kind] if item else "",
        kind=KIND_WORDS[item.kind] if item else "",
        state=state_words(item.review) if item else "",
        reason=reason_words(item) if item else "",
        sides=tuple(map(_shown, item.sides)) if item else (),
        decisions=tuple(_decisions(item)) if item else (),
        row=row,
        left=desk.left(kinds=row.kinds),
        reasons=tuple((WHY_WORDS[one], number) for one, number in desk.reasons()),
        told=_told(visit),
        estimate=tuple(estimate.splitlines()),
        query=_address(visit, None, {}).partition("?")[2],
        can_sample=item is not None and item.kind is not RecordKind.PROPOSAL,
    )


def _decisions(item: ReviewItem) -> "list[tuple[DecisionRow, str, bool]]":
    return [(row, decision_words(row), row.sequence in item.undone) for row in item.history]


def _told(visit: Visit) -> Told | None:
    number = visit.number("done")
    row = visit.case.desk.decision(number) if number else None
    if row is None:
        return None
    other = visit.number("met")
    met = visit.case.desk.decision(other) if other else None
    return Told(
        row=row,
        words=decision_words(row),
        met=decision_words(met) if met else None,
        is_undo=row.decision.verdict is Verdict.UNDO,
    )


def _shown(side: ReviewSide) -> ShownSide:
    """Cut the context at the borders of the words and of its paragraphs."""
    spans = [span.shifted(-side.context_start) for span in side.spans]
    paragraphs = []
    start = 0
    for words in side.context.split("\n\n"):
        paragraphs.append(
            tuple(_pieces(side.context, Span(start, start + len(words)), spans)) if words else ()
        )
        start += len(words) + 2
    return ShownSide(side=side, paragraphs=tuple(p for p in paragraphs if p))


def _pieces(text: str, paragraph: Span, spans: list[Span]) -> "list[Piece]":
    inside = [span for span in spans if span.overlaps(paragraph)]
    borders = {paragraph.start, paragraph.end}
    for span in inside:
        borders |= {max(span.start, paragraph.start), min(span.end, paragraph.end)}
    ordered = sorted(borders)
    pieces = (Span(start, end) for start, end in pairwise(ordered))
    return [
        Piece(text=piece.text_in(text), marked=any(span.contains(piece) for span in inside))
        for piece in pieces
    ]


PAGES = (
    Page(
        path="/review",
        show=show,
        decide=decide,
        title="Review",
        section=Section.WORK,
        rank=30,
        key="r",
    ),
    Page(path="/review/{record}", show=show, decide=decide, title="Review"),
)
