"""Offices: what stands before and behind a person's name."""

import pytest

from sayso.story.actors.offices import offices_beside
from sayso.text import Span


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        ("Foreign Minister Ana Orlow left", ("foreign minister",)),
        ("Ana Orlow, the governor of Velm, left", ("governor",)),
        ("Ms Ana Orlow left", ()),
        ("Ana Orlow, who left early", ()),
        ("President Ana Orlow, head of the party, left", ("president", "head")),
    ],
)
def test_offices_stand_before_or_behind(text: str, offices: tuple[str, ...]) -> None:
    start = text.index("Ana")

    assert offices_beside(text, [Span(start, start + len("Ana Orlow"))]) == offices
