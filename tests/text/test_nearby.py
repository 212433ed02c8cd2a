"""Things of a text by their places: those that share characters with a span, and those in it."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.text import Nearby, Span

SPANS = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 40), st.integers(1, 12))  # fmt: skip


@given(st.lists(SPANS, max_size=30), SPANS)
def test_what_lies_near_is_what_looking_at_all_finds(places: list[Span], place: Span) -> None:
    near = Nearby(places, span=lambda one: one)

    assert near.overlapping(place) == [one for one in sorted(places) if one.overlaps(place)]
    assert near.inside(place) == [one for one in sorted(places) if place.contains(one)]


def test_things_of_one_place_come_as_they_were_given() -> None:
    near = Nearby(["b", "a"], span=lambda _: Span(3, 5))

    assert near.inside(Span(0, 9)) == ["b", "a"]
    assert near.overlapping(Span(5, 9)) == []
