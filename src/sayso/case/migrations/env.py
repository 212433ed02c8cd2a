"""Runs the steps on the connection that ``schema`` hands over, inside its transaction."""

from alembic import context

from sayso.case.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,
)
context.run_migrations()
