"""A row under review as a person reads it on a terminal: words in context, fields, decisions."""

from collections.abc import Iterator

import click

from sayso.case import ReviewItem, ReviewSide, Why
from sayso.cli.passage import Passage
from sayso.cli.width import Mark, shown_text
from sayso.export.labels import when
from sayso.export.review_labels import (
    KIND_WORDS,
    QUESTIONS,
    WHY_WORDS,
    decision_words,
    reason_words,
    state_words,
)

KEYS = (
    "y accept   n reject   u unsure   e edit   c comment   z undo   "
    "j next   k previous   o open the text   ? keys   q quit"
)
_LABEL_COLUMNS = 12


def item_lines(item: ReviewItem, why: Why, columns: int) -> Iterator[str]:
    """Yield a row: what it is and why it is shown, its places, its fields, what was decided."""
    state = state_words(item.review)
    head = f"{KIND_WORDS[item.kind]} {item.id}{f'   [{state}]' if state else ''}"
    yield click.style(head, bold=True)
    yield f"Shown because {WHY_WORDS[why]}."
    for number, side in enumerate(item.sides, start=1):
        yield ""
        yield from _side_lines(side, number if len(item.sides) > 1 else None, columns)
    yield ""
    yield from _field_lines(item)
    for note in item.notes:
        yield _fact("note", note)
    if reason := reason_words(item):
        yield _fact("because", f"{reason} (rule {item.rule})")
    else:
        yield _fact("rule", item.rule)
    yield from history_lines(item)
    yield ""
    yield QUESTIONS[item.kind]


def history_lines(item: ReviewItem) -> Iterator[str]:
    """Yield every decision on a row, those that were taken back as such."""
    for row in item.history:
        undone = " (taken back)" if row.sequence in item.undone else ""
        at = f"{row.at:%Y-%m-%d %H:%M}"
        yield _fact(f"decision {row.sequence}", f"{at} {decision_words(row)}{undone}")


def _side_lines(side: ReviewSide, number: int | None, columns: int) -> Iterator[str]:
    parts = [side.outlet or "no outlet named", when(side.date), side.title or side.path]
    marked = "" if number is None else f"{number}. "
    yield shown_text(marked + " · ".join(parts))
    if side.speaker:
        yield shown_text(f"   said by {side.speaker}")
    marks = tuple(Mark(span.shifted(-side.context_start)) for span in side.spans)
    yield from Passage(side.context_start, side.context, marks).lines(columns)
    offsets = ", ".join(f"{span.start}–{span.end}" for span in side.spans)
    yield f"   {side.document}, characters {offsets or 'none'}, sha256 {side.sha256[:12]}…"


def _field_lines(item: ReviewItem) -> Iterator[str]:
    for field in item.fields:
        if field.changed:
            yield _fact(
                field.name, f"{field.value or 'nothing'} (machine: {field.machine or 'nothing'})"
            )
        elif field.value is not None:
            yield _fact(field.name, field.value)


def _fact(label: str, text: str) -> str:
    return f"{label:<{_LABEL_COLUMNS}} {shown_text(text)}"
