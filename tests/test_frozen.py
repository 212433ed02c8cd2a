"""Frozen records behave as the standard library's do, method by method."""

import copy
import dataclasses
import pickle
from collections.abc import Callable
from typing import Any, Generic, TypeVar

import pytest

from sayso.frozen import dataclass

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Boat:
    """A boat of the harbour."""

    name: str
    length: int = 4
    crew: list[str] = dataclasses.field(default_factory=list, compare=False, repr=False)
    key: str = dataclasses.field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "key", self.name.casefold())


@dataclass(frozen=True, slots=True, kw_only=True)
class Ferry(Boat):
    """A boat with seats."""

    seats: int


@dataclass(frozen=True, slots=True)
class Buoy:
    place: float
    lit: bool = True


@dataclass(frozen=True, slots=True)
class Alone(Generic[T]):
    value: T


@dataclass(frozen=True, slots=True)
class Nothing:
    pass


@dataclass(frozen=True, slots=True)
class Loud:
    name: str

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Loud) and other.name.upper() == self.name.upper()

    def __hash__(self) -> int:
        return hash(self.name.upper())

    def __repr__(self) -> str:
        return self.name.upper()


def test_arguments_have_their_defaults_and_each_record_a_list_of_its_own() -> None:
    one, other = Boat(name="Ilva"), Boat(name="Ilva")
    assert (one.name, one.length, one.crew, one.key) == ("Ilva", 4, [], "ilva")
    one.crew.append("Teo")
    assert other.crew == []
    assert Boat(name="Ilva", crew=["Ana"]).crew == ["Ana"]


def test_a_record_of_the_standard_library_with_the_same_fields_is_written_and_hashed_alike() -> (
    None
):
    plain = dataclasses.make_dataclass("Buoy", [("place", float), ("lit", bool)], frozen=True)
    assert repr(Buoy(2.5)) == repr(plain(place=2.5, lit=True)) == "Buoy(place=2.5, lit=True)"
    assert hash(Buoy(2.5)) == hash(plain(place=2.5, lit=True))
    single = dataclasses.make_dataclass("Alone", [("value", str)], frozen=True)
    assert hash(Alone("x")) == hash(single("x"))


@pytest.mark.parametrize(
    ("made", "positional", "named"),
    [
        (Boat, (), {}),
        (Boat, ("Ilva",), {}),
        (Boat, (), {"name": "Ilva", "key": "x"}),
        (Ferry, (), {"name": "Ilva"}),
        (Buoy, (), {}),
        (Buoy, (1.0, True, 3), {}),
        (Nothing, (1,), {}),
    ],
)
def test_arguments_that_are_missing_or_too_many_are_refused(
    made: Callable[..., object], positional: tuple[object, ...], named: dict[str, object]
) -> None:
    with pytest.raises(TypeError, match="__init__"):
        made(*positional, **named)


def test_equal_are_records_of_one_class_with_equal_compared_fields() -> None:
    assert Boat(name="Ilva", crew=["Ana"]) == Boat(name="Ilva")
    assert Boat(name="Ilva") != Boat(name="Orn")
    assert Boat(name="Ilva") != Ferry(name="Ilva", seats=3)
    assert len({Boat(name="Ilva"), Boat(name="Ilva", crew=["Ana"]), Boat(name="Orn")}) == 2
    assert Alone[object]((1,)) != Alone[object](1)
    assert Nothing() == Nothing()
    assert hash(Nothing()) == hash(Nothing())


def test_a_field_is_neither_set_nor_deleted() -> None:
    boat = Boat(name="Ilva")
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot assign to field 'name'"):
        boat.name = "Orn"  # type: ignore[misc]  # what is asked
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot delete field 'name'"):
        del boat.name
    assert boat.name == "Ilva"


def _pickled(record: object) -> object:
    return pickle.loads(pickle.dumps(record))  # noqa: S301 - bytes of our own


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, _pickled])
def test_copies_and_pickles_are_equal_to_the_record(again: Callable[[Any], Any]) -> None:
    for record in (Ferry(name="Ilva", crew=["Ana"], seats=9), Buoy(1.0), Alone("x"), Nothing()):
        copied = again(record)
        assert copied == record
        assert repr(copied) == repr(record)
    assert again(Boat(name="Ilva", crew=["Ana"])).crew == ["Ana"]


def test_a_record_is_replaced_and_told_field_by_field_as_any_dataclass() -> None:
    assert dataclasses.replace(Buoy(1.0), lit=False) == Buoy(1.0, lit=False)
    assert dataclasses.asdict(Buoy(1.0)) == {"place": 1.0, "lit": True}
    assert [field.name for field in dataclasses.fields(Ferry)] == [
        "name",
        "length",
        "crew",
        "key",
        "seats",
    ]
    assert Ferry(name="Ilva", seats=9).key == "ilva"
    assert not hasattr(Boat(name="Ilva"), "__dict__")


def test_what_a_class_says_itself_stays() -> None:
    assert Loud("ilva") == Loud("ILVA")
    assert hash(Loud("ilva")) == hash(Loud("ILVA"))
    assert repr(Loud("ilva")) == "ILVA"


def test_a_class_that_says_what_is_equal_and_no_more_is_hashed_by_its_fields() -> None:
    @dataclass(frozen=True, slots=True)
    class Quiet:  # noqa: PLW1641 - what is asked
        name: str

        def __eq__(self, other: object) -> bool:
            return isinstance(other, Quiet)

    assert hash(Quiet("a")) == hash(("a",))
    assert Quiet("a") == Quiet("b")


def test_what_asks_for_more_is_left_to_the_standard_library() -> None:
    @dataclass(frozen=True, slots=True, order=True)
    class Size:
        metres: int

    @dataclass(slots=True)
    class Count:
        total: int

    assert Size(1) < Size(2)
    count = Count(1)
    count.total = 2
    assert count == Count(2)
