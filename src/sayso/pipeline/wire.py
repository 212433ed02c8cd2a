"""How records look as JSON: keys in the order of the fields, spans as pairs, days as ISO text."""

import json
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import singledispatch
from typing import TypeAlias

from sayso.dates import DayInterval
from sayso.text import Span

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"


@singledispatch
def as_json(value: object) -> Json:
    """Return the JSON form of a record or of one of its values; TypeError if it has none."""
    if not is_dataclass(value) or isinstance(value, type):
        raise TypeError(f"a {type(value).__name__} has no JSON form")
    return {field.name: as_json(getattr(value, field.name)) for field in fields(value)}


@as_json.register
def _(value: bool | int | float | None) -> Json:  # noqa: FBT001 -- the type is what dispatches
    return value


@as_json.register
def _(value: str) -> Json:
    return str(value)  # an enum becomes its plain value


@as_json.register
def _(value: Span) -> Json:
    return [value.start, value.end]


@as_json.register
def _(value: DayInterval) -> Json:
    return [as_json(value.lo), as_json(value.hi)]


@as_json.register
def _(value: date) -> Json:  # a datetime is one too
    return value.isoformat()


@as_json.register
def _(value: Decimal) -> Json:
    """Keep whole numbers whole: 1.2E+4 is 12000, 2.5 is 2.5."""
    return int(value) if value == value.to_integral_value() else float(value)


@as_json.register
def _(value: tuple | list) -> Json:  # type: ignore[type-arg]  # dispatch takes no parameters
    return [as_json(item) for item in value]


@as_json.register
def _(value: frozenset) -> Json:  # type: ignore[type-arg]  # dispatch takes no parameters
    return [as_json(item) for item in sorted(value, key=str)]


def as_json_line(value: object) -> str:
    """Return the JSON form on one line, without the newline."""
    return json.dumps(as_json(value), ensure_ascii=False)


def as_cell(value: Json) -> str:
    """Return a JSON value for one CSV cell: text as it is, lists as JSON, null as nothing."""
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
