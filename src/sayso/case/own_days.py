"""The days that a document's own claims and figures give: kept with its date, so that lists pass it over.

A list from some day on then looks into no document of which nothing can reach that day.
"""

from sqlalchemy import Select, Table, bindparam, case, func, select
from sqlalchemy.engine import Connection

from sayso.case import tables
from sayso.case.prepared import Prepared
from sayso.case.values import Row

# An open side of an interval reaches before and behind every day.
_FIRST, _LAST = "0001-01-01", "9999-12-31"


def own_days(connection: Connection, document_id: str) -> Row:
    """Return between which days claims of a document were said, and its figures hold, by their words."""
    ((said_lo, said_hi),) = _SAID.on(connection)(document=document_id)
    ((as_of_lo, as_of_hi),) = _AS_OF.on(connection)(document=document_id)
    return {"said_lo": said_lo, "said_hi": said_hi, "as_of_lo": as_of_lo, "as_of_hi": as_of_hi}


def own_window(table: Table, name: str) -> "Select[tuple[str | None, str | None]]":
    """Select the first and the last day that rows of a table give themselves."""
    lo, hi = table.c[f"{name}_lo"], table.c[f"{name}_hi"]
    first = func.coalesce(lo, case((hi.is_not(None), _FIRST)))
    last = func.coalesce(hi, case((lo.is_not(None), _LAST)))
    return select(func.min(first).label("first"), func.max(last).label("last"))


_SAID = Prepared(
    own_window(tables.claims, "said").where(tables.claims.c.document_id == bindparam("document"))
)
_AS_OF = Prepared(
    own_window(tables.figures, "as_of").where(tables.figures.c.document_id == bindparam("document"))
)
