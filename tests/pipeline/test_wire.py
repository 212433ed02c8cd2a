"""The JSON form of records."""

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum

import pytest

from sayso.dates import DayInterval
from sayso.pipeline.wire import Json, as_cell, as_json, as_json_line
from sayso.text import Span


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True, slots=True, kw_only=True)
class Inner:
    span: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outer:
    second: tuple[Inner, ...]
    first: Colour


def test_keys_follow_the_fields_and_records_nest() -> None:
    record = Outer(second=(Inner(span=Span(1, 4)), Inner(span=None)), first=Colour.RED)

    assert as_json_line(record) == '{"second": [{"span": [1, 4]}, {"span": null}], "first": "red"}'


def test_days_are_iso_and_an_open_side_is_null() -> None:
    assert as_json(DayInterval(date(2024, 5, 1), None)) == ["2024-05-01", None]
    assert as_json(datetime(2024, 5, 1, 8, 30, tzinfo=UTC)) == "2024-05-01T08:30:00+00:00"


def test_whole_decimals_stay_whole() -> None:
    assert as_json_line(Decimal("1.2E+4")) == "12000"
    assert as_json_line(Decimal("2.50")) == "2.5"
    assert as_json_line(Decimal("1500.0")) == "1500"


def test_plain_values_stay_what_they_are() -> None:
    assert as_json([True, None, 1, 0.5, "x"]) == [True, None, 1, 0.5, "x"]


def test_a_set_is_written_in_order() -> None:
    assert as_json(frozenset({"b", "a"})) == ["a", "b"]


def test_text_outside_ascii_is_written_as_it_is() -> None:
    assert as_json_line("„vierzig“") == '"„vierzig“"'
    assert json.loads(as_json_line("\u202e")) == "\u202e"


def test_what_is_no_record_is_refused() -> None:
    with pytest.raises(TypeError, match="a object has no JSON form"):
        as_json(object())


def test_a_cell_holds_text_as_it_is_and_lists_as_json() -> None:
    values: list[Json] = ["a", None, 3, [1, 2], True]

    assert list(map(as_cell, values)) == ["a", "", "3", "[1, 2]", "true"]
