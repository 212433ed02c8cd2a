"""Schema 1, where every case begins: new cases are made from ``tables``, so there is no step.

A change of ``tables`` needs a step of its own after this one, which makes of the old schema what
``tables`` says; a test compares the two ways.
"""

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Nothing comes before schema 1."""
