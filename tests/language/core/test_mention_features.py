"""Features of pairs of mentions: words, distance, kinds, and who speaks in which quotation."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.core.mention_features import (
    ENTITY_KINDS,
    SIZES,
    MentionKind,
    MentionWords,
    PronounClass,
    likeness,
    pair_features,
    pronoun_class,
)

KINDS, LIKENESS, SENTENCES, RANKS, PRONOUN, QUOTED, SPEAKER = range(7)


def name(words: str, **more: object) -> MentionWords:
    return mention(words, MentionKind.NAME, **more)


def pronoun(word: str, **more: object) -> MentionWords:
    return mention(word, MentionKind.PRONOUN, **more)


def mention(words: str, kind: MentionKind, **more: object) -> MentionWords:
    return MentionWords(words=tuple(words.split()), kind=kind, **more)  # type: ignore[arg-type] # test shorthand


def feature(number: int, later: MentionWords, earlier: MentionWords) -> int:
    return int(pair_features([earlier, later])[1, 0, number])


@pytest.mark.parametrize(
    ("words", "other", "expected"),
    [
        ("ada brun", "ada brun", 1),
        ("ada brun", "brun", 2),
        ("mayor brun", "ada brun", 2),
        ("velm harbour board", "velm", 3),
        ("velm", "velm harbour board", 3),
        ("vhb", "velm harbour board", 4),
        ("v.h.b.", "the velm harbour board", 4),
        ("board of the velm harbour", "bvh", 4),
        ("v", "velm", 0),
        ("ada brun", "paul idris", 0),
        ("vhb", "velm board", 0),
    ],
)
def test_two_names_are_as_like_as_their_words(words: str, other: str, expected: int) -> None:
    assert likeness(tuple(words.split()), tuple(other.split())) == expected


WORDS = st.lists(st.sampled_from(["a", "b", "ab", "the"]), min_size=1, max_size=3).map(tuple)


@given(WORDS, WORDS)
def test_likeness_has_no_direction(words: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert likeness(words, other) == likeness(other, words)


LONGER_WORDS = st.lists(
    st.sampled_from(["velm", "harbour", "board", "vhb", "v.h.b.", "vb", "of", "the"]),
    min_size=1,
    max_size=4,
).map(tuple)


@given(st.lists(LONGER_WORDS, min_size=1, max_size=8))
def test_every_pair_of_names_has_its_likeness(forms: list[tuple[str, ...]]) -> None:
    features = pair_features([MentionWords(words=f, kind=MentionKind.NAME) for f in forms])

    assert features[..., LIKENESS].tolist() == [[likeness(a, b) for b in forms] for a in forms]


def test_a_pronoun_is_like_the_same_pronoun_only() -> None:
    assert feature(LIKENESS, pronoun("she"), pronoun("she")) == 1
    assert feature(LIKENESS, pronoun("she"), pronoun("her")) == 0
    # The country, not the pronoun.
    assert feature(LIKENESS, pronoun("us"), name("us")) == 0


def test_pronouns_have_classes_in_any_case() -> None:
    assert pronoun_class("Themselves") is PronounClass.THEY
    assert pronoun_class("harbour") is PronounClass.NONE
    assert name("us").pronoun is PronounClass.NONE
    assert pronoun("us").pronoun is PronounClass.WE


@pytest.mark.parametrize(
    ("apart", "expected"),
    [(0, 0), (1, 1), (2, 2), (3, 3), (4, 4), (5, 4), (8, 5), (15, 6), (16, 7)],
)
def test_sentences_between_two_mentions_are_counted_coarser_when_far(
    apart: int, expected: int
) -> None:
    assert feature(SENTENCES, name("b", sentence=7 + apart), name("a", sentence=7)) == expected


@pytest.mark.parametrize(
    ("apart", "expected"),
    [(1, 0), (2, 1), (3, 2), (4, 3), (5, 4), (7, 4), (15, 5), (16, 6), (40, 6)],
)
def test_mentions_between_two_mentions_are_counted_coarser_when_far(
    apart: int, expected: int
) -> None:
    features = pair_features([name("a")] * (apart + 1))

    assert features[apart, 0, RANKS] == expected


def test_the_later_mention_gives_its_kind_and_pronoun_the_earlier_its_kind_of_name() -> None:
    she, brun = pronoun("she"), name("brun", entity_kind="PER")

    assert feature(KINDS, she, brun) == MentionKind.PRONOUN * 3 + MentionKind.NAME
    assert feature(PRONOUN, she, brun) == PronounClass.SHE * len(ENTITY_KINDS) + 1


def test_a_speaker_is_known_to_the_first_person_of_the_own_words() -> None:
    brun = name("ada brun", speaks=frozenset({7}))
    own = pronoun("i", quoted=True, speech=frozenset({7}))
    foreign = pronoun("i", quoted=True, speech=frozenset({8}))

    assert feature(SPEAKER, own, brun) == 8 + PronounClass.I
    assert feature(SPEAKER, foreign, brun) == PronounClass.I


def test_two_mentions_know_whether_they_stand_in_one_speech() -> None:
    inside = {"quoted": True, "speech": frozenset({3})}

    assert feature(QUOTED, pronoun("i", **inside), pronoun("we", **inside)) == 0b1111
    assert feature(QUOTED, pronoun("i", **inside), name("brun")) == 0b1010
    assert feature(QUOTED, name("brun"), name("brun")) == 0b0001


def test_numbers_of_attributions_do_not_matter_only_which_are_the_same() -> None:
    def features(number: int) -> Sequence[int]:
        speech, speaks = frozenset({number}), frozenset({number + 1})
        both = [name("a", speech=speech, speaks=speaks), pronoun("i", speech=speech | speaks)]
        found: list[int] = pair_features(both).ravel().tolist()
        return found

    assert features(0) == features(1_000_000)


@st.composite
def mentions(draw: st.DrawFn) -> MentionWords:
    kind = draw(st.sampled_from(MentionKind))
    pronouns = st.sampled_from(["he", "she", "it", "they", "i", "we", "who"]).map(lambda w: (w,))
    speech = st.frozensets(st.integers(0, 5), max_size=2)
    return MentionWords(
        words=draw(pronouns if kind is MentionKind.PRONOUN else WORDS),
        kind=kind,
        entity_kind=draw(st.sampled_from(ENTITY_KINDS)),
        sentence=draw(st.integers(0, 40)),
        quoted=draw(st.booleans()),
        speech=draw(speech),
        speaks=draw(speech),
    )


@given(st.lists(mentions(), min_size=1, max_size=8))
def test_every_value_has_its_row_in_the_tables(found: list[MentionWords]) -> None:
    features = pair_features(found)

    assert features.shape == (len(found), len(found), len(SIZES))
    assert (features >= 0).all()
    assert (features < np.array(SIZES)).all()


@given(st.lists(mentions(), min_size=2, max_size=8), st.data())
def test_a_pair_does_not_see_the_mentions_around_it(
    found: list[MentionWords], data: st.DataObject
) -> None:
    cut = data.draw(st.integers(0, len(found) - 1))

    assert (pair_features(found)[cut:, cut:] == pair_features(found[cut:])).all()
