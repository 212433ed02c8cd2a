"""Long lists of values, so many at a time as one statement takes."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

_Value = TypeVar("_Value")
# SQLite takes 32,766 values at most.
_AT_ONCE = 5_000


def in_parts(values: Sequence[_Value], size: int = _AT_ONCE) -> Iterator[Sequence[_Value]]:
    """Yield the values in their order, ``size`` of them at a time."""
    for start in range(0, len(values), size):
        yield values[start : start + size]
