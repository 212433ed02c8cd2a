"""Agreement of two annotators is what both have, over what either has."""

from pathlib import Path

import pytest

from training.corpus.agreement import labels_of_cues, layers, read_pairs

HEAD = "id: t-01\nstory: t\nkind: wire\ntopic: strike\npublished: 2024-05-02\n\n"
TEXT = "Ada Brun said on Thursday that 40 dockers had walked out.\n"
FIRST = (
    "@0",
    "A1 | said | Ada Brun | that 40 … out | said assert | who=Ada Brun",
    "T | Thursday | DATE | 2024-05-02",
    "F | 40 dockers | 40 | exact count | dockers | dockers | protested flow | asserted",
    "V | walked | protest | asserted",
    "M | PER | Ada Brun | @0 Ada Brun | -",
    "D | 2024-05-02 | @0 Thursday",
)


def pairs_of(tmp_path: Path, *second: str) -> dict[str, float]:
    for folder, rows in (("first", FIRST), ("second", second)):
        (tmp_path / folder / "t").mkdir(parents=True)
        (tmp_path / folder / "t" / "t-01.ann").write_text("\n".join(rows), encoding="utf-8")
    (tmp_path / "first" / "t" / "t-01.txt").write_text(HEAD + TEXT, encoding="utf-8")
    pairs = read_pairs(tmp_path / "first", tmp_path / "second")
    return {**layers(pairs), **labels_of_cues(pairs)}


def test_equal_annotations_agree_in_every_layer(tmp_path: Path) -> None:
    assert set(pairs_of(tmp_path, *FIRST).values()) == {100.0}


@pytest.mark.parametrize(
    ("row", "other", "layer", "agreement"),
    [
        (2, "T | Thursday | DATE | 2024-05-09", "timexes, span and value", 0.0),
        (2, "T | Thursday | DATE | 2024-05-09", "timexes, span", 100.0),
        (4, "V | walked | move | asserted", "events, word and type", 0.0),
        (4, "V | walked | move | asserted", "events, word", 100.0),
        (1, "A1 | said | Ada Brun | that 40 … out | said deny | who=Ada Brun", "force", 0.0),
        (4, "# nothing happened", "events, word", 0.0),
    ],
)
def test_what_differs_lowers_its_own_layer(
    tmp_path: Path, row: int, other: str, layer: str, agreement: float
) -> None:
    second = [*FIRST[:row], other, *FIRST[row + 1 :]]

    assert pairs_of(tmp_path, *second)[layer] == agreement
