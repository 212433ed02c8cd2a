"""What a list of claims or figures is narrowed by, told apart by what has to be read for it.

A page is found quickly where the cheap conditions are looked at first: what an index of the rows
has, then what an index of the documents has, and the rows themselves last.
"""

from datetime import date
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, Select, Table, and_, or_

from sayso.case import tables
from sayso.case.values import day_text
from sayso.frozen import dataclass

AnySelect: TypeAlias = Select[*tuple[Any, ...]]
Condition: TypeAlias = ColumnElement[bool]
_datings = tables.datings


@dataclass(frozen=True, slots=True, kw_only=True)
class KeySet:
    """The keys of the rows that fulfil a condition, which ``name`` says in full.

    ``holds`` tests it for the row that is read, where a set of many keys is dear. No document can have such a row that is not among ``documents``, if these are given.
    """

    name: tuple[str, ...]
    keys: AnySelect
    holds: Condition | None = None
    documents: AnySelect | None = None

    def among(self, key: ColumnElement[Any]) -> Condition:
        """Keep rows whose key is one of these."""
        return key.in_(self.keys)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """``keys`` and ``rows`` narrow by the row, ``mostly`` hold of nearly every one.

    ``name`` says in full what these two are.
    ``documents`` narrow by the document. ``within`` need both; of a document on which ``reach`` does
    not hold no row can fulfil them.
    """

    name: tuple[object, ...]
    key: ColumnElement[Any]
    keys: tuple[KeySet, ...] = ()
    rows: tuple[Condition, ...] = ()
    mostly: tuple[Condition, ...] = ()
    documents: tuple[Condition, ...] = ()
    within: tuple[Condition, ...] = ()
    reach: tuple[Condition, ...] = ()

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """All that has to hold."""
        keys = (one.among(self.key) for one in self.keys)
        return (*self.documents, *keys, *self.rows, *self.mostly, *self.within)


def known(table: Table, name: str) -> Condition:
    """Keep rows that have an interval of this name."""
    return or_(table.c[f"{name}_lo"].is_not(None), table.c[f"{name}_hi"].is_not(None))


def window(
    table: Table, name: str, since: date | None, until: date | None
) -> tuple[Condition, ...]:
    """Keep intervals that reach into the window; an open side reaches everywhere."""
    lo, hi = table.c[f"{name}_lo"], table.c[f"{name}_hi"]
    found: list[Condition] = []
    if since is not None:
        found.append(or_(hi.is_(None), hi >= day_text(since)))
    if until is not None:
        found.append(or_(lo.is_(None), lo <= day_text(until)))
    return tuple(found)


def own_window(
    table: Table, name: str, since: date | None, until: date | None
) -> tuple[Condition, ...]:
    """Like ``window`` for the row's own interval, or, if it has none, its document's."""
    if since is None and until is None:
        return ()
    own = and_(known(table, name), *window(table, name, since, until))
    return (or_(own, and_(~known(table, name), *window(_datings, "date", since, until))),)


def reach(name: str, since: date | None, until: date | None) -> tuple[Condition, ...]:
    """Keep documents of which a row may be in the window: by their date, or by the rows' own days."""
    if since is None and until is None:
        return ()
    own = and_(known(_datings, name), *window(_datings, name, since, until))
    return (or_(and_(*window(_datings, "date", since, until)), own),)
