"""Windows: whole paragraphs as long as they fit; every word in exactly one window."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from sayso.language.core.casing import Casing, casing
from sayso.language.core.windows import windows
from sayso.language.core.wordpiece import Pieces

PIECES = Pieces(
    {p: n for n, p in enumerate(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "a", "##a", ".", "b"])}
)


def test_paragraphs_share_a_window_with_a_separator_between_them() -> None:
    (window,) = windows(["A", "b", "aa"], [(0, 2), (2, 3)], PIECES)

    assert window.pieces == (2, 4, 7, 3, 4, 5, 3)
    assert window.firsts == (1, 2, 4)
    assert window.casings == (7, Casing.CAPITAL, Casing.LOWER, 7, 0, 0, 7)


def test_a_paragraph_that_does_not_fit_is_cut_behind_a_sentence() -> None:
    first, second = windows(["a", "a", "a", "a", ".", "a", "a", "a"], [(0, 8)], PIECES, limit=9)

    assert ((first.start, first.end), (second.start, second.end)) == ((0, 5), (5, 8))


@given(
    words=st.lists(st.text("ab.A", min_size=1, max_size=12), min_size=1, max_size=60),
    limit=st.integers(16, 40),
    data=st.data(),
)
def test_every_word_is_in_one_window_that_fits(
    words: list[str], limit: int, data: st.DataObject
) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(1, max(len(words) - 1, 1)), max_size=5)))
    edges = [0, *[c for c in cuts if c < len(words)], len(words)]
    paragraphs = list(itertools.pairwise(edges))
    found = list(windows(words, paragraphs, PIECES, limit=limit))

    assert [i for window in found for i in range(window.start, window.end)] == list(
        range(len(words))
    )
    for window in found:
        assert len(window.pieces) == len(window.casings) <= limit
        assert len(window.firsts) == window.end - window.start


def test_a_word_has_the_casing_of_its_letters() -> None:
    words = ["the", "The", "NATO", "McKay", "F16", "A", "—", "iPhone"]

    assert [casing(word) for word in words] == [
        Casing.LOWER,
        Casing.TITLE,
        Casing.UPPER,
        Casing.MIXED,
        Casing.DIGIT,
        Casing.CAPITAL,
        Casing.SYMBOL,
        Casing.MIXED,
    ]
