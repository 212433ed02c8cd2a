"""Names of what a user can point at, beyond what the case itself names."""

from typing import TYPE_CHECKING

from sayso.documents import record_id
from sayso.errors import CaseError

if TYPE_CHECKING:
    from sayso.case import CaseReader, TimexRow
    from sayso.language.analysis import Timex

TIMEX_PREFIX = "t"


def timex_id(document: str, timex: "Timex") -> str:
    """Name an expression of time by its place, so that every list calls it the same."""
    return record_id(TIMEX_PREFIX, document, timex.span.start, timex.span.end)


def find_timex(case: "CaseReader", name: str) -> "TimexRow":
    """Return the expression of time that ``name`` begins; CaseError if there is none, or several."""
    found = [row for row in case.timexes() if timex_id(row.document, row.timex).startswith(name)]
    if len(found) == 1:
        return found[0]
    if not found:
        raise CaseError(
            f"'{name}' names nothing in this case; ids stand in 'sayso timeline --words'"
        )
    several = ", ".join(timex_id(row.document, row.timex) for row in found[:5])
    raise CaseError(f"'{name}' names {len(found)} records: {several} …; write more of the id")
