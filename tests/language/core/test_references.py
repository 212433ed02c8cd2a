"""Who is meant: which words refer, which of a source's words name the speaker, which belong together."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from sayso.language.core import references
from sayso.language.core.mention_features import SIZES, MentionKind
from sayso.language.core.network import MentionScores, Network
from sayso.language.core.read import CoreText, Scores
from sayso.language.core.references import (
    REACH,
    Candidate,
    find_candidates,
    find_references,
    source_words,
)
from sayso.language.core.relations import Relation
from sayso.language.core.windows import Window
from tests.language.core.builders import numbered, window_scores

Floats = NDArray[np.float32]
Names = list[tuple[int, int, str]]


class Matching(Network):
    """A network for which mentions are alike as far as their vectors are; it counts what it reads."""

    def __init__(self, *, nothing: float = 0.5) -> None:
        self.nothing = nothing
        self.read_together: list[int] = []
        self.tables = {
            f"antecedent_{n}": np.zeros(size, dtype=np.float32) for n, size in enumerate(SIZES)
        }

    def mentions(self, first: Floats, last: Floats) -> MentionScores:
        self.read_together.append(len(first))
        likeness = (first @ last.T).astype(np.float32)
        return MentionScores(
            likeness=likeness, nothing=np.full(len(first), self.nothing, dtype=np.float32)
        )


def core_text(words: str | Sequence[str]) -> CoreText:
    split = tuple(words.split() if isinstance(words, str) else words)
    return CoreText(
        words=split,
        paragraphs=((0, len(split)),),
        quotes=(0,) * len(split),
        sentence_starts=(0,),
    )


def whole(text: CoreText, *, start: int = 0) -> Scores:
    """Return scores of the words from ``start`` on; the vector of a word is its number."""
    end = len(text.words)
    read = window_scores(end - start, names=numbered(start, end))
    window = Window(start=start, end=end, pieces=(), firsts=(), casings=())
    return Scores(windows=(window,), by_window=(read,), joined=read)


def relation(source: Sequence[int], content: Sequence[int] = ()) -> Relation:
    return Relation(
        anchor=0,
        source=tuple(source),
        cue=(0,),
        content=tuple(content),
        manner="said",
        force="assert",
        negated=False,
        probability=1.0,
    )


# Each case: a source with its names in brackets and their kinds; the words that mean the speaker.
SOURCES = {
    "a name": ("[Ada Brun PER]", "Ada Brun"),
    "a title": ("Police chief [Ada Brun PER]", "Ada Brun"),
    "a title of a body": ("[Brun Ltd ORG] chief executive [Paul Idris PER]", "Paul Idris"),
    "a title with of": ("Minister of Health [Ada Brun PER]", "Ada Brun"),
    "an abbreviated title": ("Dr. [Ada Brun PER]", "Ada Brun"),
    "a relative clause": ("[Ada Brun PER] , who led the search ,", "Ada Brun"),
    "an apposition behind": ("[Ada Brun PER] , the mayor of [Velm LOC] ,", "Ada Brun"),
    "an apposition": ("the governor , [Paul Idris PER] ,", "Paul Idris"),
    "an apposition at the end": ("the governor , [Paul Idris PER]", "Paul Idris"),
    "an apposition behind a place": (
        "the governor of [Velm LOC] , [Paul Idris PER] ,",
        "Paul Idris",
    ),
    "an apposition behind a possessive": (
        "[Ada Brun PER] 's lawyer , [Paul Idris PER] ,",
        "Paul Idris",
    ),
    "an apposition behind a spokesman": (
        "a spokesman for [Ada Brun PER] , [Paul Idris PER] ,",
        "Paul Idris",
    ),
    "a possessive": ("[Ada Brun PER] 's", "Ada Brun"),
    "a possessive in curly type": ("[Ada Brun PER] ’s", "Ada Brun"),
    "the office of a name": ("[Ada Brun PER] 's office", "Ada Brun 's office"),
    "an acronym behind": ("the [Velm Harbour Board ORG] ( [VHB ORG] )", "Velm Harbour Board"),
    "a body in an apposition": ("their union , the [Velm Dockers ORG] ,", "Velm Dockers"),
    "a person in brackets": ("the governor ( [Paul Idris PER] )", "Paul Idris"),
    "a double name": ("mayor [Ada-Lena Brun PER]", "Ada-Lena Brun"),
    "a body": ("the [Velm Harbour Board ORG]", "Velm Harbour Board"),
    "a body and an apposition": ("[Brun Ltd ORG] , a builder ,", "Brun Ltd"),
    "a member of a body": ("[Ada Brun PER] of the [Velm Party ORG]", "Ada Brun"),
    "a spokesman for a body": ("a spokesman for [Brun Ltd ORG]", "a spokesman for Brun Ltd"),
    "a spokesman for a person": ("a spokesman for [Ada Brun PER]", "a spokesman for Ada Brun"),
    "a lawyer for a title": ("a lawyer for Mayor [Brun PER]", "a lawyer for Mayor Brun"),
    "the family of one who died": (
        "the family of the late [Ada Brun PER]",
        "the family of the late Ada Brun",
    ),
    "two speakers": ("[Ada Brun PER] and [Paul Idris PER]", "Ada Brun and Paul Idris"),
    "two in an apposition": ("the owners , [Ada Brun PER] and [Paul Idris PER]", "the owners"),
    "no name": ("two officials , one of them a judge ,", "two officials"),
    "a pronoun": ("she", "she"),
}


def parsed(marked: str) -> tuple[list[str], Names]:
    words: list[str] = []
    names: Names = []
    start = 0
    for word in marked.split():
        if word.startswith("["):
            start = len(words)
        if word.endswith("]"):
            names.append((start, len(words), word[:-1]))
        else:
            words.append(word.removeprefix("["))
    return words, names


@pytest.mark.parametrize(("marked", "expected"), SOURCES.values(), ids=SOURCES)
def test_a_source_gives_the_words_that_mean_its_speaker(marked: str, expected: str) -> None:
    words, names = parsed(marked)
    # A word before and a name behind, so that nothing beyond the source is looked at.
    text = core_text(["Then", *words, "Mara", "Oss"])
    shifted = [(start + 1, end + 1, kind) for start, end, kind in names]
    behind = len(words) + 1
    place = source_words(text, range(1, behind), [*shifted, (behind, behind + 2, "PER")])
    assert place is not None
    first, last = place

    assert " ".join(text.words[first : last + 1]) == expected


def test_a_source_that_is_cut_in_two_is_named_by_its_first_part() -> None:
    text = core_text("Ada Brun said , the mayor , ")

    assert source_words(text, (0, 1, 4, 5), [(0, 2, "PER")]) == (0, 1)


def test_no_source_means_nobody() -> None:
    assert source_words(core_text("a b"), (), [(0, 1, "PER")]) is None


def found(
    words: str,
    names: Sequence[tuple[int, int, str]] = (),
    sources: Sequence[Sequence[int]] = (),
) -> list[tuple[str, MentionKind]]:
    text = core_text(words)
    candidates = find_candidates(text, whole(text), names, [relation(s) for s in sources])
    return [(" ".join(text.words[c.first : c.last + 1]), c.kind) for c in candidates]


def test_names_pronouns_and_sources_refer_in_the_order_of_the_text() -> None:
    assert found("Two officials said Ada Brun saw them", [(3, 5, "PER")], [(0, 1)]) == [
        ("Two officials", MentionKind.NOMINAL),
        ("Ada Brun", MentionKind.NAME),
        ("them", MentionKind.PRONOUN),
    ]


def test_a_pronoun_that_is_a_source_refers_once() -> None:
    assert found("She said so", sources=[(0,)]) == [("She", MentionKind.PRONOUN)]


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("the Velm Movement", MentionKind.NAME),
        ("Women for Velm", MentionKind.NAME),
        ("VHB", MentionKind.NAME),
        ("Velm officials", MentionKind.NOMINAL),
        ("Villagers", MentionKind.NOMINAL),
        ("the mayor of Velm", MentionKind.NOMINAL),
    ],
)
def test_a_source_that_is_written_like_a_name_is_one(source: str, kind: MentionKind) -> None:
    words = range(len(source.split()))

    assert [k for _, k in found(f"{source} said so", sources=[words])] == [kind]


def test_two_names_that_speak_together_are_no_name_of_one() -> None:
    words = "Ada Brun and Bo Lund said so"

    assert found(words, [(0, 2, "PER"), (3, 5, "PER")], [range(5)]) == [
        ("Ada Brun and Bo Lund", MentionKind.NOMINAL),
        ("Ada Brun", MentionKind.NAME),
        ("Bo Lund", MentionKind.NAME),
    ]


def test_a_name_that_is_a_source_keeps_its_kind() -> None:
    text = core_text("Ada Brun said so")
    (candidate,) = find_candidates(text, whole(text), [(0, 2, "PER")], [relation((0, 1))] * 2)

    assert (candidate.kind, candidate.entity_kind) == (MentionKind.NAME, "PER")


def test_relative_pronouns_refer_only_as_sources() -> None:
    assert found("people who left") == []
    assert found("people who left", sources=[(1,)]) == [("who", MentionKind.PRONOUN)]


@pytest.mark.parametrize("word", ["US", "WHO", "IT"])
def test_an_acronym_is_no_pronoun(word: str) -> None:
    assert found(f"the {word} left") == []
    assert found(f"the {word} left", sources=[(1,)]) == [(word, MentionKind.NAME)]


def test_a_pronoun_inside_a_name_does_not_refer() -> None:
    assert found("the We Care Fund", [(1, 4, "ORG")]) == [("We Care Fund", MentionKind.NAME)]


def test_of_two_mentions_that_begin_together_the_longer_stands_first() -> None:
    assert found("Ada Brun 's office said so", [(0, 2, "PER")], [(0, 1, 2, 3)]) == [
        ("Ada Brun 's office", MentionKind.NOMINAL),
        ("Ada Brun", MentionKind.NAME),
    ]


def test_a_later_part_of_a_text_takes_the_vectors_of_its_own_words() -> None:
    text = core_text("she saw Ada Brun leave")
    (candidate,) = find_candidates(text, whole(text, start=2), [(2, 4, "PER")], ())

    assert candidate.vectors.tolist() == [[2.0], [3.0]]


def names_like(numbers: Sequence[int], *, things: int = 7) -> tuple[CoreText, list[Candidate]]:
    """Return one mention a word; those with one number have one vector."""
    text = core_text([f"n{number}" for number in numbers])
    vectors = np.eye(things, dtype=np.float32)
    return text, [
        Candidate(first=at, last=at, kind=MentionKind.NOMINAL, vectors=vectors[[number, number]])
        for at, number in enumerate(numbers)
    ]


def entities(network: Network, numbers: Sequence[int]) -> list[int]:
    text, candidates = names_like(numbers)
    return [r.entity for r in find_references(network, text, candidates, ())]


def test_mentions_with_a_good_antecedent_mean_the_same() -> None:
    assert entities(Matching(), [3, 1, 3, 3, 2, 1]) == [0, 1, 0, 0, 2, 1]


def test_mentions_without_a_better_antecedent_than_none_mean_something_new() -> None:
    assert entities(Matching(nothing=1.0), [3, 3, 3]) == [0, 1, 2]


def test_no_mentions_give_no_references() -> None:
    network = Matching()

    assert entities(network, []) == []
    assert network.read_together == []


def test_an_antecedent_is_not_looked_for_further_back_than_the_reach() -> None:
    near = [0, *[1] * (REACH - 1), 0]
    far = [0, *[1] * REACH, 0]

    assert entities(Matching(), near)[-1] == 0
    assert entities(Matching(), far)[-1] == 2


def test_the_weights_of_the_features_count() -> None:
    network = Matching()
    network.tables["antecedent_1"][2] = 1  # the same last word
    text, candidates = names_like([0, 1])
    same = CoreText(
        words=("n0", "n0"),
        paragraphs=text.paragraphs,
        quotes=text.quotes,
        sentence_starts=text.sentence_starts,
    )
    assert len({r.entity for r in find_references(network, text, candidates, ())}) == 2
    network.tables["antecedent_1"][1] = 1  # the same words
    assert len({r.entity for r in find_references(network, same, candidates, ())}) == 1


def test_who_speaks_in_a_quotation_is_known_from_the_attributions() -> None:
    network = Matching()
    network.tables["antecedent_6"][8:] = 1  # the one speaks where the other stands
    text, candidates = names_like([0, 1, 2])
    read = find_references(network, text, candidates, [relation(source=(1,), content=(2,))])

    assert [r.entity for r in read] == [0, 1, 1]


@given(
    numbers=st.lists(st.integers(0, 6), max_size=150),
    block=st.integers(1, 60),
    relations=st.lists(
        st.tuples(st.integers(0, 149), st.integers(0, 149)), max_size=10, unique_by=lambda p: p[0]
    ),
)
def test_blocks_do_not_change_who_is_meant(
    numbers: list[int], block: int, relations: list[tuple[int, int]]
) -> None:
    network = Matching()
    rng = np.random.default_rng(0)
    for number, size in enumerate(SIZES):
        network.tables[f"antecedent_{number}"] = rng.integers(-2, 2, size).astype(np.float32)
    text, candidates = names_like(numbers)
    speeches = [relation(source=(source,), content=(content,)) for source, content in relations]
    at_once = find_references(network, text, candidates, speeches)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(references, "_BLOCK", block)
        in_blocks = find_references(network, text, candidates, speeches)

    assert in_blocks == at_once


def test_a_long_text_is_read_in_parts_of_one_size() -> None:
    network = Matching()
    count = 5000
    text, candidates = names_like([at // 30 % 7 for at in range(count)])
    speeches = [relation(source=(at,), content=(at + 1,)) for at in range(count - 1)]
    read = find_references(network, text, candidates, speeches)

    assert len({r.entity for r in read}) == -(-count // 30)
    assert max(network.read_together) <= references._BLOCK + REACH
    # Each mention is read once, and those in reach of a block once more.
    assert sum(network.read_together) <= count * (1 + REACH / references._BLOCK)
