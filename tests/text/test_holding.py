"""Finding what holds a span."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.text import Span, smallest_holders

SPANS = st.tuples(st.integers(0, 40), st.integers(1, 20)).map(lambda at: Span(at[0], sum(at)))
OUTER = st.lists(st.lists(SPANS, max_size=3), max_size=6)


def test_the_one_with_the_fewest_characters_in_all_holds_a_span() -> None:
    outer = [[Span(0, 30)], [Span(0, 12), Span(20, 60)], [Span(5, 12)]]

    assert smallest_holders([Span(6, 8), Span(2, 4), Span(25, 35)], outer) == [2, 0, 1]


def test_what_reaches_over_two_fragments_is_in_none_of_them() -> None:
    assert smallest_holders([Span(4, 12)], [[Span(0, 10), Span(10, 20)]]) == [None]


@given(inner=st.lists(SPANS, max_size=8), outer=OUTER)
def test_one_pass_finds_what_looking_at_every_pair_finds(
    inner: list[Span], outer: list[list[Span]]
) -> None:
    assert smallest_holders(inner, outer) == [_naive(span, outer) for span in inner]


def _naive(span: Span, outer: list[list[Span]]) -> int | None:
    holding = [
        (sum(map(len, fragments)), place)
        for place, fragments in enumerate(outer)
        if any(fragment.contains(span) for fragment in fragments)
    ]
    return min(holding)[1] if holding else None
