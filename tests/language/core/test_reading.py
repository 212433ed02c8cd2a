"""What the core reads, as records of an analysis, from a network that says what the test writes."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from sayso.language.analysis import Attribution, AttributionKind
from sayso.language.core import read as core_read
from sayso.language.core.befell import Befell
from sayso.language.core.mention_features import SIZES, PronounClass
from sayso.language.core.network import (
    CueScores,
    MentionScores,
    Network,
    NumberScores,
    TreeScores,
    WindowScores,
)
from sayso.language.core.read import beginnings, core_text, runs, score
from sayso.language.core.reading import CoreReading, read_core
from sayso.language.core.role_features import DISTANCES
from sayso.language.core.windows import Window
from sayso.language.core.wordpiece import Pieces
from sayso.language.quantities import find_quantities
from sayso.language.quotations import find_quotations
from sayso.language.segments import Segments, segment
from tests.language.core.builders import labels, numbered, window_scores

Floats = NDArray[np.float32]
Whole = NDArray[np.int64]

PIECES = Pieces({piece: n for n, piece in enumerate(("[PAD]", "[UNK]", "[CLS]", "[SEP]"))})
TAGS = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC")
_ROLES = ".SCQ"


class Written(Network):
    """A network for one text: its names, its events, and for each cue the roles of the words."""

    def __init__(
        self, words: Sequence[str], *, names: Sequence[str], roles: Sequence[str], events: str
    ) -> None:
        self._words, self._events = words, events
        self._tags = ["O"] * len(words)
        for name in names:
            self._tag(*name.rsplit(" ", 1))
        self._cues = {row.index("Q"): row for row in roles}
        self.pieces = PIECES
        self.befell = Befell(
            classes=("none", "injured"),
            weights=np.zeros((22, 2), dtype=np.float32),
            starts=np.array([0, 1.5], dtype=np.float32),
        )
        self.labels = labels(
            upos=("X",),
            deprels=("dep",),
            news=TAGS,
            manner=("said",),
            force=("assert",),
            polarity=("positive",),
            event=("none", "move"),
            status=("asserted",),
            modality=("asserted",),
        )
        self.tables = {
            f"antecedent_{n}": np.zeros(size, dtype=np.float32) for n, size in enumerate(SIZES)
        }
        # "She" means the nearest person before.
        self.tables["antecedent_4"][PronounClass.SHE * 6 + 1] = 1
        self.tables["antecedent_1"][[1, 2]] = 1
        self.tables["counted_distance"] = np.zeros(DISTANCES, dtype=np.float32)
        self.tables["counted_distance"][1] = 1  # the next word
        for name, shape in (("start", 4), ("end", 4), ("steps", (4, 4))):
            self.tables[f"chain_{name}"] = np.zeros(shape, dtype=np.float32)

    def _tag(self, name: str, kind: str) -> None:
        parts = name.split()
        for at in range(len(self._words)):
            if list(self._words[at : at + len(parts)]) == parts:
                self._tags[at] = f"B-{kind}"
                self._tags[at + 1 : at + len(parts)] = [f"I-{kind}"] * (len(parts) - 1)

    def read(self, window: Window, quotes: Sequence[int]) -> WindowScores:
        words = range(window.start, window.end)
        assert len(quotes) == len(words)
        news = np.full((len(words), len(TAGS)), -9, dtype=np.float32)
        for row, at in enumerate(words):
            news[row, TAGS.index(self._tags[at])] = 0
        numbers = numbered(window.start, window.end)
        return window_scores(
            len(words),
            news=news,
            cue=np.array([at in self._cues for at in words], dtype=np.float32),
            event=np.array([self._words[at] == self._events for at in words], dtype=np.int64),
            said=numbers,
            role_word=numbers,
            names=numbers,
            facts=numbers,
        )

    def cues(self, said: Floats) -> CueScores:
        none = np.zeros(len(said), dtype=np.int64)
        return CueScores(gate=said, cue=said, manner=none, force=none, polarity=none)

    def roles(self, word: Floats, cues: CueScores, features: Whole) -> Floats:
        scores = np.zeros((*features.shape[:2], 4), dtype=np.float32)
        for row, cue in enumerate(cues.gate[:, 0]):
            for column, at in enumerate(word[:, 0]):
                scores[row, column, _ROLES.index(self._cues[int(cue)][int(at)])] = 1
        return scores

    def mentions(self, first: Floats, last: Floats) -> MentionScores:
        assert first.shape == last.shape
        count = len(first)
        return MentionScores(
            likeness=np.zeros((count, count), dtype=np.float32),
            nothing=np.full(count, 0.5, dtype=np.float32),
        )

    def numbers(self, numbers: Floats, words: Floats) -> NumberScores:
        none = np.zeros(len(numbers), dtype=np.int64)
        return NumberScores(
            counted=np.zeros((len(numbers), len(words)), dtype=np.float32),
            predicate=none,
            accrual=none,
            modality=none,
        )

    def trees(self, syntax: Floats) -> TreeScores:
        words = len(syntax)
        return TreeScores(
            upos=np.zeros(words, dtype=np.int64),
            arcs=np.zeros((words, words + 1), dtype=np.float32),
            label_dependent=syntax,
            label_head=np.zeros((words + 1, 1), dtype=np.float32),
        )

    def statuses(self, facts: Floats) -> Whole:
        return np.zeros(len(facts), dtype=np.int64)

    def deprels(self, dependent: Floats, head: Floats) -> Whole:
        assert dependent.shape == head.shape
        return np.zeros(len(dependent), dtype=np.int64)


def read(
    text: str,
    *,
    names: Sequence[str] = (),
    roles: Sequence[str] = (),
    events: str = "",
    trees: bool = False,
) -> CoreReading:
    segments = segment(text)
    network = Written(segments.words, names=names, roles=roles, events=events)
    quotations = find_quotations(text, segments=segments)
    return read_core(network, segments, quotations, find_quantities(text), trees=trees)


def fields_of(text: str, found: Attribution) -> tuple[str, str, str]:
    source, cue, content = (
        " … ".join(span.text_in(text) for span in spans)
        for spans in (found.source, found.cue, found.content)
    )
    return source, cue, content


BRUN = "Ada Brun said: “We left Velm.” She denied that all of Velm’s dockers had left."
# words: 0 Ada 1 Brun 2 said 3 : 4 “ 5 We 6 left 7 Velm 8 . 9 ” 10 She 11 denied 12 that 13 all …
BRUN_ROLES = ("SSQ.CCCCCC..........", "..........SQCCCCCCC.")


def brun(*, trees: bool = False) -> CoreReading:
    words = len(segment(BRUN).words)
    rows = [row[:words].ljust(words, ".") for row in BRUN_ROLES]
    return read(BRUN, names=["Ada Brun PER", "Velm LOC"], roles=rows, events="left", trees=trees)


def test_attributions_are_characters_of_the_text() -> None:
    direct, indirect = brun().attributions

    assert fields_of(BRUN, direct) == ("Ada Brun", "said", "We left Velm.")
    assert fields_of(BRUN, indirect)[:2] == ("She", "denied")
    assert (direct.kind, indirect.kind) == (AttributionKind.DIRECT, AttributionKind.INDIRECT)


def test_speakers_have_the_name_of_who_is_meant() -> None:
    assert [a.speaker for a in brun().attributions] == ["Ada Brun", "Ada Brun"]


def test_mentions_of_one_entity_share_its_number_and_its_name() -> None:
    found = [(m.span.text_in(BRUN), m.kind, m.entity, m.name) for m in brun().mentions]

    assert found == [
        ("Ada Brun", "PER", 0, "Ada Brun"),
        ("We", "pronoun", 1, None),
        ("Velm", "LOC", 2, "Velm"),
        ("She", "pronoun", 0, "Ada Brun"),
        ("Velm", "LOC", 2, "Velm"),
    ]


def test_events_are_characters_of_the_text() -> None:
    assert [(e.span.text_in(BRUN), e.type, e.status) for e in brun().events] == [
        ("left", "move", "asserted"),
        ("left", "move", "asserted"),
    ]


def test_the_longest_name_is_that_of_the_entity_however_it_is_spaced() -> None:
    text = "Brun spoke. Ada\nBrun left. Brun slept."
    found = read(text, names=["Brun PER", "Ada Brun PER"])

    assert [m.name for m in found.mentions] == ["Ada Brun"] * 3


def test_words_that_are_quoted_in_part_are_mixed_and_keep_their_marks() -> None:
    text = "Brun said the board “lied”."
    (found,) = read(text, roles=["SQCCCCC."]).attributions

    assert found.kind is AttributionKind.MIXED
    assert fields_of(text, found)[2] == "the board “lied”"


def test_a_count_has_what_befell_it_and_no_head_that_the_tree_does_not_bear_out() -> None:
    found = read("Police counted 40, dockers.")

    assert [(c.quantity, c.odds, c.accrual) for c in found.countings] == [
        (0, (("injured", 1.5),), None)
    ]
    assert [q.counted_head for q in found.quantities] == [None]


def test_every_word_has_its_place_in_a_tree() -> None:
    tokens = brun(trees=True).tokens

    assert len(tokens.upos) == len(tokens.heads) == len(tokens.deprels) == len(tokens.starts)
    assert tokens.heads.count(-1) == len(segment(BRUN).sentences)


@pytest.mark.parametrize("text", ["", " \n\n "])
def test_a_text_without_words_is_read_as_nothing(text: str) -> None:
    found = read(text)

    assert (found.attributions, found.mentions, found.events, found.quantities) == ((), (), (), ())
    assert len(read(text, trees=True).tokens.heads) == 0


def long_text(paragraphs: int) -> Segments:
    # Each paragraph has its own window: a piece a word, and a window holds no two of these.
    return segment("\n\n".join(" ".join(["Brun"] * 150) + "." for _ in range(paragraphs)))


@pytest.mark.parametrize("together", [1, 2, 16])
def test_how_many_windows_are_held_at_once_changes_nothing(
    together: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    segments = long_text(5)
    network = Written(segments.words, names=["Brun PER"], roles=(), events="Brun")
    whole = read_core(network, segments, (), ())
    monkeypatch.setattr(core_read, "_TOGETHER", together)

    assert read_core(network, segments, (), ()) == whole
    assert len(list(score(network, core_text(segments, ())))) == -(-5 // together)


def test_the_scores_of_neighbouring_windows_are_joined_in_order() -> None:
    segments = long_text(3)
    network = Written(segments.words, names=(), roles=(), events="")
    (scores,) = score(network, core_text(segments, ()))

    assert (scores.start, scores.end) == (0, len(segments.words))
    assert scores.joined.names[:, 0].tolist() == list(range(len(segments.words)))
    assert [scores.window_of(word).start for word in (0, 150, 151, 452)] == [0, 0, 151, 302]


def test_words_know_their_sentence() -> None:
    text = core_text(segment("Brun left. Idris stayed. All slept."), ())

    assert text.sentence_starts == (0, 3, 6)
    assert [text.sentence(word) for word in (0, 2, 3, 8)] == [0, 0, 1, 2]
    assert beginnings(text, 1, 7).tolist() == [2, 5]
    assert beginnings(text, 3, 6).tolist() == []


@given(st.frozensets(st.integers(0, 40)))
def test_runs_are_the_ranges_of_neighbouring_words(words: frozenset[int]) -> None:
    found = list(runs(sorted(words)))

    assert [w for start, end in found for w in range(start, end)] == sorted(words)
    assert all(end < start for (_, end), (start, _) in pairwise(found))


def test_a_reading_keeps_the_characters_of_its_tokens() -> None:
    segments = segment(BRUN)

    assert brun().tokens == segments.tokens
    assert replace(brun(trees=True).tokens, upos=(), heads=(), deprels=()) == segments.tokens
