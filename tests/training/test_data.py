"""Splits: nothing that is measured on is trained on."""

from collections import Counter
from pathlib import Path

import pytest

from training import data
from training.corpus.read import read_texts
from training.corpus.records import GoldText
from training.data import re3d_by_publisher
from training.splits import DEV_STORIES, TEST_STORIES, split_of

SPLITS = ("train", "dev", "test")


@pytest.fixture(scope="module")
def corpus() -> tuple[GoldText, ...]:
    return tuple(read_texts())


def test_no_story_is_for_choosing_and_for_testing() -> None:
    assert not DEV_STORIES & TEST_STORIES


def test_every_story_that_is_held_out_is_in_the_corpus(corpus: tuple[GoldText, ...]) -> None:
    assert {text.story for text in corpus} >= DEV_STORIES | TEST_STORIES


def test_a_story_lies_in_its_own_folder_so_that_no_text_goes_astray(
    corpus: tuple[GoldText, ...],
) -> None:
    texts = {text.id: text.story for text in corpus}

    assert {id_: id_.rpartition("-")[0] for id_ in texts} == texts


def test_each_split_of_the_corpus_has_texts_and_training_has_most(
    corpus: tuple[GoldText, ...],
) -> None:
    texts = Counter(split_of(text.story) for text in corpus)

    assert set(texts) == set(SPLITS)
    assert texts["train"] > 3 * (texts["dev"] + texts["test"])


def test_no_text_of_the_corpus_stands_in_two_splits(corpus: tuple[GoldText, ...]) -> None:
    split_by_text: dict[str, set[str]] = {}
    for text in corpus:
        split_by_text.setdefault(text.text, set()).add(split_of(text.story))

    assert all(len(splits) == 1 for splits in split_by_text.values())


def test_of_the_reports_of_a_publisher_every_fifth_is_for_testing(tmp_path: Path) -> None:
    (tmp_path / "LICENSES").mkdir()
    for publisher in ("Harbour", "Velm"):
        (tmp_path / publisher).mkdir()
        for number in range(11):
            (tmp_path / publisher / f"{number:02}.conll").write_text(
                f"{publisher}{number} O\n", encoding="utf-8"
            )
    words = {
        split: [
            example.words[0]
            for _, examples in re3d_by_publisher(tmp_path, split)
            for example in examples
        ]
        for split in ("train", "test")
    }

    assert words["test"] == ["Harbour4", "Harbour9", "Velm4", "Velm9"]
    assert len(words["train"]) == 18
    assert not set(words["train"]) & set(words["test"])


def test_the_domain_that_is_measured_teaches_with_its_training_half_alone(tmp_path: Path) -> None:
    for domain in ("music", "politics"):
        (tmp_path / domain).mkdir()
        for split in SPLITS:
            (tmp_path / domain / f"{split}.txt").write_text(f"{domain}-{split} O\n")
    words = {
        split: {example.words[0] for example in data._crossner(tmp_path, split)} for split in SPLITS
    }

    assert words == {
        "train": {"music-train", "music-dev", "politics-train"},
        "dev": {"politics-dev"},
        "test": {"politics-test"},
    }
