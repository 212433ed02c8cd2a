"""Schema 2: what ties the documents of a story together.

Until schema 2 is released its tables are those of ``tables`` that an older case does not have.
"""

from alembic import op
from sqlalchemy import inspect

from sayso.case.completing import complete, fill_own_days
from sayso.case.dating_upgrade import enter_own_dates
from sayso.case.dialect.structure import make_append_only

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    connection = op.get_bind()
    had = inspect(connection).has_table("decision_sides")
    complete(connection)
    enter_own_dates(connection)
    fill_own_days(connection)
    if not had:
        make_append_only(connection, "decision_sides")
