"""Ties without weighing: names that agree, and pronouns whose meaning the words tell."""

import pytest

from sayso.language.core.entities import Entities
from sayso.language.core.mention_features import MentionKind, MentionWords
from sayso.language.core.relations import Relation
from sayso.language.core.ties import agreement, tie_names, tie_pronouns


def name(words: str, kind: str = "PER") -> MentionWords:
    return MentionWords(words=tuple(words.lower().split()), kind=MentionKind.NAME, entity_kind=kind)


def pronoun(word: str, *, speech: frozenset[int] = frozenset()) -> MentionWords:
    return MentionWords(words=(word,), kind=MentionKind.PRONOUN, quoted=bool(speech), speech=speech)


def nominal(words: str) -> MentionWords:
    return MentionWords(words=tuple(words.split()), kind=MentionKind.NOMINAL)


@pytest.mark.parametrize(
    ("first", "second", "kind", "surety"),
    [
        ("ada brun", "ada brun", "PER", 3),
        ("brun", "ada brun", "PER", 2),
        ("a. brun", "ada brun", "PER", 2),
        ("ada lena brun", "ada brun", "PER", 2),
        ("ada", "ada brun", "PER", 1),
        ("abu hadi", "abu hadi al-safr", "PER", 1),
        ("paul brun", "ada brun", "PER", 0),
        ("ada idris", "ada brun", "PER", 0),
        ("vhb", "velm harbour board", "ORG", 2),
        ("harbour board", "board of the harbour", "ORG", 0),
        ("health ministry", "ministry of health", "ORG", 1),
        ("movement", "movement for velm", "ORG", 1),
        ("velm", "movement for velm", "ORG", 0),
        ("sudan", "south sudan", "LOC", 0),
    ],
)
def test_two_names_agree_as_surely_as_their_words_do(
    first: str, second: str, kind: str, surety: int
) -> None:
    one, two = tuple(first.split()), tuple(second.split())

    assert agreement(one, kind, two, kind) == surety
    assert agreement(two, kind, one, kind) == surety


def test_names_of_two_kinds_agree_word_for_word_only() -> None:
    assert agreement(("velm",), "LOC", ("velm",), "PER") == 3
    assert agreement(("velm",), "LOC", ("ada", "velm"), "PER") == 0


def test_a_name_is_tied_to_the_surest_of_those_before_it_then_to_the_nearest() -> None:
    names = [name("Ada Brun"), name("Paul Brun"), name("Ada Brun"), name("Mrs Brun"), name("Oss")]

    assert tie_names(names) == {2: 0, 3: 2}


def test_a_name_is_tied_however_far_back_the_first_one_stands() -> None:
    between = [name(f"Person{n}") for n in range(500)]

    assert tie_names([name("Ada Brun"), *between, name("Brun")]) == {501: 0}


def said(source: int, content: tuple[int, ...], *, anchor: int = 0) -> Relation:
    return Relation(
        anchor=anchor,
        source=(source,),
        cue=(anchor,),
        content=content,
        manner="said",
        force="assert",
        negated=False,
        probability=1.0,
    )


def test_i_in_a_quotation_is_who_says_it_also_where_the_name_comes_later() -> None:
    words = ["“", "I", "left", ",", "”", "said", "Brun"]
    mentions = [pronoun("i", speech=frozenset({0})), name("Brun")]
    relation = said(6, (1, 2), anchor=5)

    assert tie_pronouns(words, mentions, [(1, 1), (6, 6)], [relation], {0: (6, 6)}) == {0: 1}


@pytest.mark.parametrize(("kind", "expected"), [("ORG", {1: 0}), ("PER", {})])
def test_we_is_a_body_that_speaks_and_may_be_anybody_with_a_person(
    kind: str, expected: dict[int, int]
) -> None:
    words = ["Velm", "said", ":", "“", "we", "left", "”"]
    mentions = [name("Velm", kind), pronoun("we", speech=frozenset({0}))]

    found = tie_pronouns(
        words, mentions, [(0, 0), (4, 4)], [said(0, (4, 5), anchor=1)], {0: (0, 0)}
    )

    assert found == expected


def test_i_outside_of_quotation_marks_is_not_who_is_quoted() -> None:
    words = ["Brun", "said", "I", "left"]
    mentions = [
        name("Brun"),
        MentionWords(words=("i",), kind=MentionKind.PRONOUN, speech=frozenset({0})),
    ]

    assert (
        tie_pronouns(words, mentions, [(0, 0), (2, 2)], [said(0, (2, 3), anchor=1)], {0: (0, 0)})
        == {}
    )


@pytest.mark.parametrize("words", ["Brun who left", "Brun , who left"])
def test_who_is_the_person_right_before(words: str) -> None:
    split = words.split()
    at = split.index("who")
    mentions = [name("Brun"), pronoun("who")]

    assert tie_pronouns(split, mentions, [(0, 0), (at, at)], (), {}) == {1: 0}


def test_who_is_no_body() -> None:
    mentions = [name("Velm Party", "ORG"), pronoun("who")]

    assert tie_pronouns(["Velm", "Party", ",", "who"], mentions, [(0, 1), (3, 3)], (), {}) == {}


def test_entities_take_the_best_mention_that_fits_them() -> None:
    mentions = [name("Mrs Brun"), name("Paul Idris"), pronoun("he"), pronoun("he")]
    entities = Entities(mentions)

    assert entities.best(2, {0: 2.0, 1: 1.0}) == 1
    entities.join(2, 1)
    assert entities.best(3, {0: 2.0, 1: 0.5, 2: 1.0}) == 2
    assert entities.numbers() == [0, 1, 1, 2]


def test_what_is_less_likely_than_nobody_is_nobody() -> None:
    assert Entities([nominal("the mayor"), pronoun("she")]).best(1, {0: -0.1}) is None


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (name("Velm", "LOC"), pronoun("he")),
        (name("Brun"), pronoun("it")),
        (name("Brun"), name("Idris")),
        (pronoun("it"), pronoun("she")),
        (name("Sir Paul Brun"), pronoun("she")),
    ],
)
def test_what_does_not_fit_is_not_taken_however_likely(
    earlier: MentionWords, later: MentionWords
) -> None:
    assert Entities([earlier, later]).best(1, {0: 9.0}) is None


def test_mentions_of_one_entity_need_no_second_tie() -> None:
    entities = Entities([name("Brun"), pronoun("he"), pronoun("he")])
    entities.join(2, 1)

    assert entities.best(2, {1: 5.0, 0: 1.0}) == 0
