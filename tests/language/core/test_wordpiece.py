"""Pieces: greedy longest match over a fixed vocabulary, uncased."""

from pathlib import Path

import pytest

from sayso.language.core.wordpiece import Pieces

WORDS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "har", "##bour", "##s", "cafe", "the", ".", "-", "水"]
VOCABULARY = {piece: number for number, piece in enumerate(WORDS)}


def pieces_of(word: str) -> list[str]:
    return [WORDS[number] for number in Pieces(VOCABULARY).of(word)]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Harbours", ["har", "##bour", "##s"]),
        ("café", ["cafe"]),
        ("the.", ["the", "."]),
        ("harbour-the", ["har", "##bour", "-", "the"]),
        ("水水", ["水", "水"]),
        ("zebra", ["[UNK]"]),
        ("the\u200bthe", ["[UNK]"]),
        ("the the", ["the", "the"]),
        ("\u0301", ["[UNK]"]),
        ("h" * 101, ["[UNK]"]),
    ],
)
def test_a_word_is_cut_into_the_longest_known_pieces(word: str, expected: list[str]) -> None:
    assert pieces_of(word) == expected


def test_a_vocabulary_is_read_line_by_line(tmp_path: Path) -> None:
    path = tmp_path / "vocab.txt"
    path.write_text("\n".join(WORDS), encoding="utf-8")
    pieces = Pieces.load(path)

    assert len(pieces) == len(WORDS)
    assert (pieces.begin, pieces.end, pieces.padding, pieces.unknown) == (2, 3, 0, 1)


def test_a_vocabulary_without_separators_is_refused() -> None:
    with pytest.raises(ValueError, match=r"lacks \[CLS\], \[SEP\]"):
        Pieces({"[PAD]": 0, "[UNK]": 1})
