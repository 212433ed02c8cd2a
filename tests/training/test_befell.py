"""Teaching what befell the counted."""

import tomllib
from pathlib import Path

import numpy as np
import pytest

from sayso.evidence.figure_ballots import Ballot, Lean, Vote, Weights
from sayso.language.core.befell import Befell
from sayso.language.core.network import shipped_network
from sayso.text import Span
from training.befell import (
    CLASSES,
    Cast,
    Floats,
    as_toml,
    casts,
    descend,
    filled,
    fit,
    is_unseen,
    read,
    store,
    teach,
    weigh,
)
from training.corpus.read import COUNTS, read_texts
from training.corpus.records import GoldFigure, GoldText
from training.splits import split_of

TEXT = "In Velm 340 travellers stood on the quay. The museum has 21 rooms."


def text_with(*counted: tuple[str, str | None], story: str = "quay", **head: str) -> GoldText:
    figures = tuple(
        GoldFigure(
            span=Span(TEXT.index(words), TEXT.index(words) + len(words)), number=words, kind="count",
            modifier="exact", counted=None, head=None, predicate=predicate, accrual=None,
            place=None, as_of=None, modality=None,
        )
        for words, predicate in counted
    )  # fmt: skip
    return GoldText(
        id=f"{story}-01", story=story, kind="wire", head=head, text=TEXT, paragraphs=(),
        attributions=(), entities=(), timexes=(), figures=figures, events=(), date=None, date_evidence=(),
    )  # fmt: skip


def test_the_least_of_a_bowl_is_found() -> None:
    def bowl(at: Floats) -> tuple[float, Floats]:
        off = at - np.array([1.0, -2.0, 3.0])
        return float((off**4).sum() + (off**2).sum()), 4 * off**3 + 2 * off

    assert descend(bowl, np.zeros(3), 60) == pytest.approx([1.0, -2.0, 3.0], abs=1e-3)


def test_classes_that_rows_part_are_learned() -> None:
    rows = np.array([[4.0, 0.0], [0.0, 4.0]] * 5)
    taught = fit(rows, np.array([1, 2] * 5), np.ones(10))
    (one, other) = (dict(taught.odds(row.astype(np.float32))) for row in rows[:2])

    assert max(one, key=one.__getitem__) == CLASSES[1]
    assert max(other, key=other.__getitem__) == CLASSES[2]


def test_rows_in_training_are_those_of_reading() -> None:
    network = shipped_network()
    found = read(network, text_with(("340 travellers", "affected"), ("21 rooms", None)))

    for counting in found.analysis.countings:
        quantity = found.analysis.quantities[counting.quantity]
        row = found.numbers[quantity.span.start, quantity.span.end].row
        assert network.befell.odds(row[None])[0].tolist() == pytest.approx(
            [odds for _, odds in counting.odds], abs=1e-4
        )


def test_stored_weights_tell_what_was_taught(tmp_path: Path) -> None:
    rows = np.random.default_rng(1).normal(size=(60, 12))
    taught = fit(rows, np.arange(60) % 3, np.ones(60))
    store(taught, tmp_path / "befell.npz")
    stored = Befell.load(tmp_path / "befell.npz")

    for row in rows[:9].astype(np.float32):
        odds = [value for _, value in taught.odds(row)]
        assert stored.odds(row[None])[0].tolist() == pytest.approx(odds, abs=0.15)


def test_the_figures_of_which_rules_find_nothing_are_cast() -> None:
    network = shipped_network()
    reads = [
        read(network, text_with(("340 travellers", "affected"), ("21 rooms", None))),
        read(network, text_with(("340 travellers", "affected"), story="pier", layers="counts")),
    ]
    found = list(casts(reads, teach(reads)))

    assert [one.gold for one in found] == [CLASSES.index("affected"), 0, CLASSES.index("affected")]
    assert [is_unseen(one.text) for one in reads] == [False, True]


def test_votes_weigh_as_much_as_they_are_right() -> None:
    def cast(odds: float, gold: int) -> Cast:
        votes = (("held", {Vote.CORE: odds}), ("killed", {Vote.CORE: 0.0}))
        return Cast(ballot=Ballot(figure=0, votes=votes, leans={Lean.ALWAYS: 1.0}), gold=gold)

    some = [cast(4.0, CLASSES.index("held"))] * 9 + [cast(-4.0, 0)] * 9
    weights = weigh(some, 0.5)

    assert weights.vote[Vote.CORE] > 0
    assert filled(some, weights) == (9, 9, 0)


def test_weights_are_written_as_the_package_reads_them() -> None:
    weights = Weights(
        vote=dict.fromkeys(Vote, 0.5), lean=dict.fromkeys(Lean, -1.0), start={"held": 0.126}
    )
    table = tomllib.loads(as_toml(weights))

    assert table["vote"]["same"] == 0.5
    assert table["start"] == {"held": 0.13}


def test_every_text_for_counts_resolves_and_is_of_a_story_of_its_own() -> None:
    texts = list(read_texts(COUNTS))
    stories = {text.story for text in read_texts()}

    assert len(texts) == len({text.story for text in texts}) >= 40
    assert all(is_unseen(text) and text.figures for text in texts)
    assert not stories & {text.story for text in texts}
    assert {split_of(text.story) for text in texts} == {"train"}
