"""How rows of a list stand in review, and narrowing a list to what was decided so."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Protocol, TypeVar

import click

from sayso.case.decision_records import RecordKind
from sayso.case.review_records import Edit, Reviewed, ReviewState
from sayso.cli.options import choice_of

if TYPE_CHECKING:
    from sayso.case import Case

# Rows whose decisions are asked for at once.
_AT_ONCE = 200

only_option = click.option(
    "--only", type=choice_of(Reviewed), help="Keep what a person decided so in 'sayso review'."
)


class Marked(Protocol):
    """A row of a list that shows how it stands; ``edits`` are the fields that a person changed."""

    @property
    def id(self) -> str: ...

    @property
    def review(self) -> ReviewState | None: ...

    @property
    def edits(self) -> tuple[Edit, ...]: ...


_Item = TypeVar("_Item", bound=Marked)


def marked(case: "Case", kind: RecordKind, items: Iterable[_Item]) -> Iterator[_Item]:
    """Yield the rows of a list with how each stands."""
    changed: Callable[..., _Item] = replace
    remaining = iter(items)
    while some := tuple(islice(remaining, _AT_ONCE)):
        reviews = case.desk.states(kind, [item.id for item in some])
        for item in some:
            review = reviews.get(item.id)
            if review is None:
                yield item
            else:
                yield changed(item, review=review.state, edits=review.edits)


def mark_of(item: Marked) -> str:
    """Write how a row stands for a table: ``accepted``, ``edited: place``; empty if nobody decided."""
    if item.review is None or item.review is ReviewState.OPEN:
        return ""
    fields = ", ".join(edit.field for edit in item.edits)
    return f"{item.review}: {fields}" if fields else item.review.value
