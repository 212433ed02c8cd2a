"""How a row stands: the decisions on it in their order, without those that were taken back."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Row as Found

from sayso.case.decision_records import Verdict
from sayso.case.review_fields import Values
from sayso.case.review_records import Edit, Review, ReviewState
from sayso.case.values import compact, read_moment

_STATES: Mapping[str, ReviewState] = {
    Verdict.ACCEPT: ReviewState.ACCEPTED,
    Verdict.REJECT: ReviewState.REJECTED,
    Verdict.UNSURE: ReviewState.UNSURE,
    Verdict.EDIT: ReviewState.EDITED,
}


def standing(rows: Sequence[Found[Any]], machine: Values) -> Review | None:
    """Return how a row stands after ``rows``, its decisions in order; ``None`` if none holds."""
    undone = undone_by(rows)
    live = [row for row in rows if row.verdict != Verdict.UNDO and row.sequence not in undone]
    if not live:
        return None
    edits = _edits(live, machine)
    judged = [row for row in live if row.verdict in _STATES]
    state = _STATES[judged[-1].verdict] if judged else ReviewState.OPEN
    if state in {ReviewState.ACCEPTED, ReviewState.EDITED}:
        state = ReviewState.EDITED if edits else ReviewState.ACCEPTED
    return Review(
        state=state,
        edits=edits,
        comments=sum(row.verdict == Verdict.COMMENT for row in live),
        actor=live[-1].actor,
        at=read_moment(live[-1].at),
        sequence=live[-1].sequence,
        outdated=_is_outdated(judged, edits, machine),
    )


def undone_by(rows: Sequence[Found[Any]]) -> frozenset[int]:
    """Return the numbers of the decisions that others among them took back.

    An undo names the decision; one that does not is of the latest on the same field.
    """
    undone: set[int] = set()
    for at, row in enumerate(rows):
        if row.verdict == Verdict.UNDO:
            undone.add(_undone(row, rows[:at], undone))
    return frozenset(undone)


def _undone(row: Found[Any], before: Sequence[Found[Any]], undone: Collection[int]) -> int:
    if row.new is not None and row.new.isdecimal():
        number: str = row.new
        return int(number)
    held: Iterator[int] = (
        one.sequence
        for one in reversed(before)
        if one.verdict != Verdict.UNDO and one.field == row.field and one.sequence not in undone
    )
    return next(held, 0)


def seen_text(machine: Values) -> str:
    """Write what a person saw when deciding on a whole row."""
    return compact(dict(machine))


def _edits(live: Sequence[Found[Any]], machine: Values) -> tuple[Edit, ...]:
    """Return what holds of each changed field; what the machine says by now is no change."""
    latest: dict[str, Edit] = {}
    for row in live:
        if row.verdict == Verdict.EDIT and row.field is not None:
            first = latest.get(row.field)
            old = first.old if first else row.old
            latest[row.field] = Edit(field=row.field, old=old, new=row.new)
    return tuple(edit for edit in latest.values() if machine.get(edit.field, edit.old) != edit.new)


def _is_outdated(judged: Sequence[Found[Any]], edits: Sequence[Edit], machine: Values) -> bool:
    """Say whether the machine now says something else than what was decided on."""
    changed = {edit.field for edit in edits}
    if any(machine.get(edit.field, edit.old) != edit.old for edit in edits):
        return True
    seen = _seen(judged[-1]) if judged else {}
    return any(
        machine[field] != value
        for field, value in seen.items()
        if field in machine and field not in changed
    )


def _seen(row: Found[Any]) -> Values:
    """Return what was decided on, if the decision is on a whole row and says so."""
    if row.field is not None or row.old is None:
        return {}
    try:
        found = json.loads(row.old)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
