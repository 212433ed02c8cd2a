"""The table of vectors: what a text's vector is made of, and what it never depends on."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.core.wordpiece import Pieces
from sayso.language.vectors import Vectors, VectorsError

NAMES = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "har", "##bour", "closed", "the"]
CODES = np.array(
    [[0, 0], [0, 0], [0, 0], [0, 0], [127, 0], [127, 0], [0, 127], [100, 100]], np.int8
)
SCALES = np.array([0, 0, 0, 0, 3 / 127, 1 / 127, 3 / 127, 0], np.float32)
SMALL = Vectors(Pieces({name: number for number, name in enumerate(NAMES)}), CODES, SCALES)
SHIPPED = Vectors.load()


def test_a_text_is_the_sum_of_its_pieces_at_length_one() -> None:
    assert SMALL.of("Harbour closed").tolist() == pytest.approx([0.8, 0.6])


def test_a_piece_that_stands_twice_counts_twice() -> None:
    assert SMALL.of_words(["closed", "har", "closed"]).tolist() == pytest.approx(
        [1 / 5**0.5, 2 / 5**0.5]
    )


@pytest.mark.parametrize("text", ["", " \n", "zzz", "the", "水", "\u200d", "\x00"])
def test_a_text_without_a_known_piece_has_the_zero_vector(text: str) -> None:
    assert SMALL.of(text).tolist() == [0, 0]


def test_the_order_of_the_words_changes_nothing() -> None:
    words = ["the", "minister", "denied", "that", "the", "harbour", "had", "been", "closed"]

    assert SHIPPED.of_words(words).tobytes() == SHIPPED.of_words(words[::-1]).tobytes()


@given(st.lists(st.text(max_size=40), max_size=6))
def test_a_text_has_the_same_vector_alone_and_among_others(texts: list[str]) -> None:
    together = SHIPPED.of_texts(texts)

    assert together.shape == (len(texts), SHIPPED.width)
    assert [row.tobytes() for row in together] == [SHIPPED.of(text).tobytes() for text in texts]


@given(st.text(max_size=200))
def test_every_vector_has_length_one_or_zero(text: str) -> None:
    length = float(np.linalg.norm(SHIPPED.of(text).astype(np.float64)))

    assert length == 0 or length == pytest.approx(1, abs=1e-5)


@pytest.mark.parametrize("text", ["word " * 200_000, '"' * 100_000, "1" * 100_000])
def test_a_hostile_text_has_a_vector_of_numbers(text: str) -> None:
    assert np.isfinite(SHIPPED.of(text)).all()


def test_the_shipped_vectors_are_small_and_complete() -> None:
    import sayso.language.vectors.table as table  # noqa: PLC0415, PLR0402 - its folder is asked for

    files = {path.name: path.stat().st_size for path in table.FOLDER.iterdir()}

    assert {"vectors.npz", "vocab.txt", "MODEL_CARD.md", "LICENSE.md"} <= set(files)
    assert sum(files.values()) < 5_500_000


def test_missing_or_broken_files_are_named(tmp_path: Path) -> None:
    with pytest.raises(VectorsError, match="no vectors can be read"):
        Vectors.load(tmp_path)
    (tmp_path / "vocab.txt").write_text("\n".join(NAMES), encoding="utf-8")
    np.savez(tmp_path / "vectors.npz", codes=CODES)
    with pytest.raises(VectorsError, match="scales"):
        Vectors.load(tmp_path)
    (tmp_path / "vectors.npz").write_bytes(b"not a zip file")
    with pytest.raises(VectorsError, match="no vectors can be read"):
        Vectors.load(tmp_path)


@pytest.mark.parametrize(
    ("codes", "scales"), [(CODES[:5], SCALES), (CODES, SCALES[:5]), (CODES[0], SCALES)]
)
def test_every_piece_needs_a_row_and_a_scale(codes: np.ndarray, scales: np.ndarray) -> None:
    pieces = Pieces({name: number for number, name in enumerate(NAMES)})

    with pytest.raises(ValueError, match="8 pieces need a row and a scale each"):
        Vectors(pieces, codes, scales)
