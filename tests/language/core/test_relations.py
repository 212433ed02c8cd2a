"""Attributions by the core: what a network says of cues and roles, as words of the text."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np
import pytest
from numpy.typing import NDArray

from sayso.language.core.network import CueScores, Network
from sayso.language.core.read import CoreText, Scores
from sayso.language.core.relations import Relation, find_relations
from sayso.language.core.windows import Window
from tests.language.core.builders import labels, numbered, window_scores

Floats = NDArray[np.float32]
Whole = NDArray[np.int64]

_ROLES = ".SCQ"  # none, source, content, cue


class Scripted(Network):
    """A network that gives each cue the roles written for it, one letter a word of the text."""

    def __init__(self, roles: Mapping[int, str]) -> None:
        self._written = roles
        self.asked: list[tuple[list[int], list[int]]] = []  # words and cues of each call
        four = np.zeros(4, dtype=np.float32)
        self.tables = {
            "chain_start": four,
            "chain_end": four,
            "chain_steps": np.zeros((4, 4), dtype=np.float32),
        }
        self.labels = labels(
            manner=("said", "wrote"), force=("assert", "deny"), polarity=("positive", "negative")
        )

    def cues(self, said: Floats) -> CueScores:
        odd = said[:, 0].astype(np.int64) % 2
        return CueScores(gate=said, cue=said, manner=odd, force=odd, polarity=odd)

    def roles(self, word: Floats, cues: CueScores, features: Whole) -> Floats:
        words = [int(w) for w in word[:, 0]]
        anchors = [int(c) for c in cues.gate[:, 0]]
        self.asked.append((words, anchors))
        assert features.shape == (len(anchors), len(words), 4)
        scores = np.zeros((len(anchors), len(words), 4), dtype=np.float32)
        for row, anchor in enumerate(anchors):
            for column, at in enumerate(words):
                scores[row, column, _ROLES.index(self._written[anchor][at])] = 5
        return scores


def scores_of(cues: Sequence[float], *cuts: int) -> Scores:
    """Return scores of windows that end at the cuts; the vectors of a word are its number."""
    edges = (*cuts, len(cues))
    windows = tuple(
        Window(start=start, end=end, pieces=(), firsts=(), casings=())
        for start, end in pairwise(edges)
    )
    numbers = numbered(edges[0], len(cues))
    joined = window_scores(
        len(numbers),
        cue=np.array(cues[edges[0] :], dtype=np.float32),
        role_word=numbers,
        said=numbers,
    )
    return Scores(windows=windows, by_window=(), joined=joined)


def text_of(words: int, *paragraphs: tuple[int, int]) -> CoreText:
    return CoreText(
        words=tuple(f"w{at}" for at in range(words)),
        paragraphs=paragraphs or ((0, words),),
        quotes=(0,) * words,
        sentence_starts=tuple(start for start, _ in paragraphs) or (0,),
    )


def one(roles: str, anchor: int) -> tuple[Relation, ...]:
    cues = [0.0] * len(roles)
    cues[anchor] = 0.75
    return find_relations(Scripted({anchor: roles}), text_of(len(roles)), scores_of(cues, 0))


def test_a_cue_has_its_source_its_content_and_its_own_words() -> None:
    (found,) = one("SS.QQCC.CS", 3)

    assert (found.source, found.cue, found.content) == ((0, 1, 9), (3, 4), (5, 6, 8))
    assert (found.anchor, found.probability) == (3, 0.75)


def test_the_labels_of_a_cue_are_named() -> None:
    (even,) = one("S.QC", 2)
    (odd,) = one("SQCC", 1)

    assert (even.manner, even.force, even.negated) == ("said", "assert", False)
    assert (odd.manner, odd.force, odd.negated) == ("wrote", "deny", True)


def test_a_cue_without_content_is_none() -> None:
    assert one("SSQ.", 2) == ()


def test_a_cue_that_claims_no_word_has_the_one_it_began_with() -> None:
    (found,) = one("S.C.", 1)

    assert found.cue == (1,)


def test_a_source_may_be_missing() -> None:
    (found,) = one(".QCC", 1)

    assert found.source == ()


def test_no_cue_gives_no_attribution() -> None:
    network = Scripted({})

    assert find_relations(network, text_of(4), scores_of([0, 0.2, 0.35, 0], 0)) == ()
    assert network.asked == []


def test_the_threshold_decides_what_a_cue_is() -> None:
    network = Scripted({1: "SQCC"})

    assert find_relations(network, text_of(4), scores_of([0, 0.2, 0, 0], 0), threshold=0.1)


@pytest.mark.parametrize(("second", "kept"), [(0.6, [1]), (0.9, [2]), (0.8, [1])])
def test_of_two_cues_that_overlap_the_likelier_stays_then_the_first(
    second: float, kept: list[int]
) -> None:
    network = Scripted({1: "SQQCC", 2: "SQQCC"})
    found = find_relations(network, text_of(5), scores_of([0, 0.8, second, 0, 0], 0))

    assert [r.anchor for r in found] == kept


def test_a_cue_that_overlaps_one_without_content_stays() -> None:
    network = Scripted({1: "SQQ..", 2: "S.QCC"})
    (found,) = find_relations(network, text_of(5), scores_of([0, 0.9, 0.6, 0, 0], 0))

    assert found.anchor == 2


def test_attributions_stand_in_the_order_of_their_cues() -> None:
    network = Scripted({1: "SQC.....", 3: "..SQCC..", 6: ".....SQC"})
    found = find_relations(network, text_of(8), scores_of([0, 0.6, 0, 0.9, 0, 0, 0.7, 0], 0))

    assert [r.anchor for r in found] == [1, 3, 6]


def test_a_cue_asks_the_words_of_its_paragraph_only() -> None:
    network = Scripted({1: "SQCCCC", 3: "CCSQCC", 4: "CCSCQC"})
    text = text_of(6, (0, 2), (2, 6))
    found = find_relations(network, text, scores_of([0, 0.9, 0, 0.9, 0.8, 0], 0))

    assert network.asked == [([0, 1], [1]), ([2, 3, 4, 5], [3, 4])]
    # The first has no content in its paragraph.
    assert [(r.anchor, r.content) for r in found] == [(3, (4, 5)), (4, (3, 5))]


def test_a_cue_asks_no_words_beyond_its_window() -> None:
    network = Scripted({1: "SQCCCC", 4: "CCSSQC"})
    found = find_relations(network, text_of(6), scores_of([0, 0.9, 0, 0, 0.9, 0], 0, 3))

    assert [r.content for r in found] == [(2,), (5,)]
    assert found[1].source == (3,)


def test_a_later_part_of_a_text_gives_the_numbers_of_its_own_words() -> None:
    roles = {1: "SQC...", 4: "...SQC"}
    text, cues = text_of(6, (0, 3), (3, 6)), [0, 0.9, 0, 0, 0.8, 0]
    whole = find_relations(Scripted(roles), text, scores_of(cues, 0, 3))
    later = find_relations(Scripted(roles), text, scores_of(cues, 3))

    assert later == whole[1:]


def test_the_chain_of_roles_is_weighed() -> None:
    network = Scripted({1: "SQCC.C"})
    network.tables["chain_steps"][2, :2] = network.tables["chain_steps"][2, 3] = -20
    (found,) = find_relations(network, text_of(6), scores_of([0, 0.9, 0, 0, 0, 0], 0))

    # Content that has begun is not left.
    assert found.content == (2, 3, 4, 5)


@pytest.mark.parametrize(("likely", "anchors"), [(0.75, [1]), (0.9, [1, 4])])
def test_a_cue_inside_what_another_reports_must_be_likelier(
    likely: float, anchors: list[int]
) -> None:
    roles = {1: "SQ.CCC", 4: "...SQC"}
    found = find_relations(Scripted(roles), text_of(6), scores_of([0, 0.6, 0, 0, likely, 0], 0))

    assert [relation.anchor for relation in found] == anchors
