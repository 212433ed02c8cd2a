"""Lists that go over several pages: where the reader is, and the links to the next and the last."""

from collections.abc import Callable, Iterable
from itertools import islice
from typing import TYPE_CHECKING, Generic, TypeVar

from sayso.case.paged import Slice, Turn
from sayso.frozen import dataclass

if TYPE_CHECKING:
    from sayso.web.visit import Visit

SIZE = 50
_T = TypeVar("_T")
# Where rows can only be counted off; by then a filter finds them sooner.
LAST_PAGE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed(Generic[_T]):
    """The rows of one page of a list, with the addresses of its neighbours."""

    rows: tuple[_T, ...]
    previous: str | None
    next: str | None


def turn_of(visit: "Visit", *, size: int = SIZE) -> Turn:
    """Return which page of a list the address asks for."""
    return Turn(after=visit.query("after"), before=visit.query("before"), size=size)


def listed(visit: "Visit", found: Slice[_T]) -> Listed[_T]:
    """Return a page of a list that is read by key."""
    previous = visit.address(before=found.first, after=None) if found.earlier else None
    following = visit.address(after=found.last, before=None) if found.later else None
    return Listed(rows=found.rows, previous=previous, next=following)


def numbered(
    visit: "Visit", rows: Callable[[int, int], Iterable[_T]], *, size: int = SIZE
) -> Listed[_T]:
    """Return a page of a list that is counted off; ``rows`` takes how many, and behind how many."""
    page = max(visit.number("page", most=LAST_PAGE) or 1, 1)
    found = list(islice(rows(size + 1, (page - 1) * size), size + 1))
    return Listed(
        rows=tuple(found[:size]),
        previous=visit.address(page=page - 1) if page > 1 else None,
        next=visit.address(page=page + 1) if len(found) > size else None,
    )
