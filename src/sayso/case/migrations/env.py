"""Runs the steps on the connection that ``schema`` hands over, inside its transaction."""

from alembic import context

from sayso.case import tables

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=tables.documents.metadata,
    render_as_batch=True,
)
context.run_migrations()
