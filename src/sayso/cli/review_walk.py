"""Walking through rows key by key: each decision is kept at once and the next row comes."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Protocol

import click

from sayso.case import QueueEntry, RecordKind, Verdict, Why
from sayso.cli.invocation import actor, reading_columns
from sayso.cli.review_screen import KEYS, item_lines
from sayso.cli.width import shown_text
from sayso.errors import CaseError
from sayso.frozen import dataclass

if TYPE_CHECKING:
    from sayso.case import Case, ReviewItem

_VERDICTS = {
    "y": Verdict.ACCEPT,
    "n": Verdict.REJECT,
    "u": Verdict.UNSURE,
    "h": Verdict.UNSURE,
}
_NEXT, _PREVIOUS = ("j", "\x1b[B"), ("k", "\x1b[A")
_QUIT = ("q", "\x04", "\x1b")


class Rows(Protocol):
    """What is walked through."""

    def after(self, current: QueueEntry | None) -> QueueEntry | None: ...

    def before(self, current: QueueEntry) -> QueueEntry | None: ...

    def left(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Queue:
    """The queue of the case, or those of it of some kinds."""

    case: "Case"
    kinds: Sequence[RecordKind]

    def after(self, current: QueueEntry | None) -> QueueEntry | None:
        return self.case.desk.next(current.at if current else None, kinds=self.kinds)

    def before(self, current: QueueEntry) -> QueueEntry | None:
        return self.case.desk.previous(current.at, kinds=self.kinds)

    def left(self) -> str:
        count = self.case.desk.left(kinds=self.kinds)
        return f"{count.number:,}{' or more' if count.more else ''} to look at"


@dataclass(frozen=True, slots=True)
class Drawn:
    """Rows drawn at random, or asked for, in their order."""

    entries: tuple[QueueEntry, ...]

    def after(self, current: QueueEntry | None) -> QueueEntry | None:
        at = -1 if current is None else self.entries.index(current)
        return next(iter(self.entries[at + 1 :]), None)

    def before(self, current: QueueEntry) -> QueueEntry | None:
        at = self.entries.index(current)
        return self.entries[at - 1] if at else None

    def left(self) -> str:
        return f"{len(self.entries)} drawn"


@dataclass(frozen=True, slots=True)
class _Step:
    """What a key led to: the row to show, and what to tell above it."""

    entry: QueueEntry | None
    told: str = ""
    stop: bool = False


def walk(case: "Case", rows: Rows) -> int:
    """Show rows and take decisions until there are no more, or the user quits; return how many."""
    decided = 0
    step = _Step(rows.after(None))
    while step.entry is not None and not step.stop:
        item = case.desk.item(step.entry.id)
        _draw(item, step.entry.why, rows.left(), step.told)
        before = _last(case)
        step = _answer(case, rows, step.entry, item, click.getchar())
        decided += _last(case) != before
    click.echo(step.told or ("" if step.stop else "Nothing more to look at."))
    return decided


def _last(case: "Case") -> int:
    return next((row.sequence for row in case.decisions(limit=1)), 0)


def _draw(item: "ReviewItem", why: Why, left: str, told: str) -> None:
    click.clear()
    if told:
        click.secho(told, bold=True)
    click.echo(f"{left}\n")
    for line in item_lines(item, why, reading_columns()):
        click.echo(line)
    click.echo(f"\n{KEYS}")


def _answer(case: "Case", rows: Rows, entry: QueueEntry, item: "ReviewItem", key: str) -> _Step:
    try:
        return _acted(case, rows, entry, item, key)
    except CaseError as error:
        return _Step(entry, f"Not done: {error}")


def _acted(case: "Case", rows: Rows, entry: QueueEntry, item: "ReviewItem", key: str) -> _Step:
    if key in _QUIT:
        return _Step(entry, stop=True)
    if key in _NEXT:
        return _Step(rows.after(entry))
    if key in _PREVIOUS:
        return _Step(rows.before(entry) or entry)
    if key.lower() in _VERDICTS:
        # A capital letter asks for the reason.
        reason = click.prompt("Why", default="", show_default=False) if key.isupper() else ""
        following = rows.after(entry)
        row = case.desk.judge(
            entry.id, _VERDICTS[key.lower()], actor=actor(), reason=reason, now=datetime.now(UTC)
        )
        return _Step(following, f"{item.id}: {row.decision.verdict} (z takes it back)")
    return _OTHERS.get(key, _unknown)(case, rows, entry, item)


def _edit(case: "Case", rows: Rows, entry: QueueEntry, item: "ReviewItem") -> _Step:
    names = [field.name for field in item.fields if field.editable]
    if not names:
        return _Step(entry, "Not done: nothing of it can be changed")
    name = click.prompt("Field", type=click.Choice(names))
    field = next(one for one in item.fields if one.name == name)
    if field.choices:
        click.echo("one of " + ", ".join(field.choices) + "; empty: the text does not say")
    value = click.prompt("New value", default="", show_default=False)
    reason = click.prompt("Why", default="", show_default=False)
    following = rows.after(entry)
    case.desk.edit(entry.id, name, value, actor=actor(), reason=reason, now=datetime.now(UTC))
    return _Step(following, f"{item.id}: {name} is {value or 'empty'} now (z takes it back)")


def _comment(case: "Case", rows: Rows, entry: QueueEntry, item: "ReviewItem") -> _Step:  # noqa: ARG001
    words = click.prompt("Comment", default="", show_default=False)
    case.desk.judge(entry.id, Verdict.COMMENT, actor=actor(), reason=words, now=datetime.now(UTC))
    return _Step(entry, "Comment kept")


def _undo(case: "Case", rows: Rows, entry: QueueEntry, item: "ReviewItem") -> _Step:  # noqa: ARG001
    row = case.desk.undo(actor=actor(), now=datetime.now(UTC))
    back = case.desk.place(row.current or "")
    return _Step(back or entry, f"Decision {row.decision.new} is taken back")


def _open(case: "Case", rows: Rows, entry: QueueEntry, item: "ReviewItem") -> _Step:  # noqa: ARG001
    for side in item.sides:
        text = case.text(side.document)
        click.echo_via_pager("\n".join(map(shown_text, text.split("\n"))))
    return _Step(entry)


def _unknown(case: "Case", rows: Rows, entry: QueueEntry, item: "ReviewItem") -> _Step:  # noqa: ARG001
    return _Step(entry, "Capital letters (Y N U) ask for the reason. Everything can be taken back.")


_OTHERS: dict[str, Callable[["Case", Rows, QueueEntry, "ReviewItem"], _Step]] = {
    "e": _edit,
    "c": _comment,
    "z": _undo,
    "o": _open,
}
