"""Substitution and alignment: what differs between two sentences, and how much is in place."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.story.alignment import align, common_length, likeness
from sayso.story.substitution import common_words, gaps, in_place
from sayso.story.wording import read_wording


def words(sentence: str) -> list[str]:
    return sentence.split()


WORDS = st.lists(st.sampled_from("abcdef"), max_size=12)


@given(WORDS, WORDS)
def test_both_ways_to_count_common_words_agree(left: list[str], right: list[str]) -> None:
    pairs = common_words(left, right)

    assert len(pairs) == common_length(left, right) == common_length(right, left)
    assert all(left[i] == right[j] for i, j in pairs)


@given(WORDS, WORDS)
def test_shares_lie_between_none_and_all(left: list[str], right: list[str]) -> None:
    assert 0 <= likeness(left, right) <= 1
    assert not (left or right) or 0 <= in_place(left, right) <= 1


def test_a_word_for_a_word_is_in_place() -> None:
    left, right = words("the dam broke at night"), words("the barrier burst at night")

    assert in_place(left, right) == 1
    (gap,) = gaps(left, right)
    assert gap.is_substitution
    assert (left[gap.left.start], right[gap.right.start]) == ("dam", "barrier")


def test_added_words_are_out_of_place() -> None:
    left, right = words("the dam broke"), words("the old dam on the river broke late")

    assert in_place(left, right) < 0.6


def test_a_short_sentence_inside_a_long_one_is_like_it() -> None:
    inner = words("six people had died in the village by noon")

    assert likeness(inner, [*inner, *words("a day after the wall of the dam had burst")]) == 1


def test_each_sentence_meets_its_closest() -> None:
    left = read_wording("The pump of the ship was old. Divers look at the hull on Friday.")
    right = read_wording("Divers will look at the hull on Friday. The ship's pump was very old.")

    assert [(p.left, p.right) for p in align(left, right, least=0.4)] == [(0, 1), (1, 0)]
