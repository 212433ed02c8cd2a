import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.places import layout
from sayso.places.layout import NameKind


@given(st.integers(0, (1 << 20) - 1), st.sampled_from(NameKind), st.integers(0, (1 << 24) - 1))
def test_an_entry_keeps_its_row_and_the_kind_of_name(row: int, kind: NameKind, rest: int) -> None:
    packed = layout.entry_bytes(rest, row, kind)

    assert len(packed) == layout.ENTRY
    assert int.from_bytes(packed[:3], "little") == rest
    assert layout.entry_of(int.from_bytes(packed[3:], "little")) == (row, kind)


@given(st.integers(0, 30_000_000))
def test_a_population_is_kept_to_a_tenth(population: int) -> None:
    kept = layout.population_of(layout.population_step(population))

    assert kept == pytest.approx(population, rel=0.1, abs=1)


def test_a_file_gives_back_its_sections() -> None:
    data = layout.write({name: name.encode() for name in layout.SECTIONS})

    sections = layout.sections_of(data)

    assert {
        name: data[part.start : part.start + part.length].decode()
        for name, part in sections.items()
    } == {name: name for name in layout.SECTIONS}


def test_a_file_needs_all_sections() -> None:
    with pytest.raises(ValueError, match="has the sections"):
        layout.write({"names": b""})


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (lambda data: data[:4], "empty or cut"),
        (lambda data: b"NOPE0000" + data[8:], "begins with"),
        (lambda data: data[:-1], "should have"),
    ],
)
def test_a_damaged_file_is_refused(damage: object, message: str) -> None:
    data = layout.write(dict.fromkeys(layout.SECTIONS, b"xy"))

    with pytest.raises(ValueError, match=message):
        layout.sections_of(damage(data))  # type: ignore[operator]  # a function of the table above
