"""Which pieces of the base model's vocabulary are kept."""

import pytest

from training.vocabulary import kept_pieces


@pytest.mark.parametrize(
    ("piece", "kept"),
    [
        ("harbour", True),
        ("##bour", True),
        ("é", True),
        ("##ł", True),
        ("2026", True),
        ("”", True),
        ("€", True),
        ("##", True),
        ("[", True),
        ("[PAD]", True),
        ("[UNK]", True),
        ("[CLS]", True),
        ("[SEP]", True),
        ("[MASK]", False),
        ("[unused7]", False),
        ("水", False),
        ("##ب", False),
        ("д", False),
        ("aд", False),
    ],
)
def test_pieces_of_latin_script_and_marks_are_kept(piece: str, *, kept: bool) -> None:
    assert bool(kept_pieces([piece])) is kept


def test_kept_pieces_are_given_by_their_numbers_in_order() -> None:
    assert kept_pieces(["[PAD]", "[unused0]", "a", "水", "b"]) == [0, 2, 4]
