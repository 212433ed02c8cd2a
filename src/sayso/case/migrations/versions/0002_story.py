"""Schema 2: what ties the documents of a story together.

Until schema 2 is released its tables are those of ``tables`` that an older case does not have.
"""

from alembic import op
from sqlalchemy import Column, Text, inspect

from sayso.case.columns import METADATA
from sayso.case.dating_upgrade import enter_own_dates
from sayso.case.dialect import make_append_only

revision = "0002"
down_revision = "0001"

_COLUMNS = {"figures": ("predicate_span", "setting_span", "time_span"), "claims": ("via",)}


def upgrade() -> None:
    connection = op.get_bind()
    for table, names in _COLUMNS.items():
        there = {column["name"] for column in inspect(connection).get_columns(table)}
        for name in names:
            if name not in there:
                op.add_column(table, Column(name, Text()))
    had = inspect(connection).has_table("decision_sides")
    METADATA.create_all(connection)
    enter_own_dates(connection)
    if not had:
        make_append_only(connection, "decision_sides")
