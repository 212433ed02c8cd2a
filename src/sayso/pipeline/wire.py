"""How records look as JSON: keys in the order of the fields, spans as pairs, days as ISO text."""

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache, partial
from typing import Any, TypeAlias

from sayso.dates import DayInterval
from sayso.text import Span

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"


def as_json(value: object) -> Json:
    """Return the JSON form of a record or of one of its values; TypeError if it has none."""
    return _form(type(value))(value)  # type: ignore[arg-type]  # every type can be hashed


@cache
def _form(kind: type) -> Callable[[Any], Json]:
    """Return how values of a type are written: asked once a type, not once a value."""
    if is_dataclass(kind) and not issubclass(kind, Span | DayInterval):
        return partial(_record, tuple(field.name for field in fields(kind)))
    form = next((form for known, form in _FORMS.items() if issubclass(kind, known)), None)
    if form is None:
        raise TypeError(f"a {kind.__name__} has no JSON form")
    return form


def _record(names: tuple[str, ...], value: object) -> Json:
    return {name: as_json(getattr(value, name)) for name in names}


def _number(value: Decimal) -> Json:
    """Keep whole numbers whole: 1.2E+4 is 12000, 2.5 is 2.5."""
    return int(value) if value == value.to_integral_value() else float(value)


def _plain(value: Any) -> Json:
    return value  # type: ignore[no-any-return]  # of a type that JSON has


# The first that fits: an enum is text before all, and a truth value a whole number.
_FORMS: dict[type, Callable[[Any], Json]] = {
    str: str,
    int: _plain,
    float: _plain,
    type(None): _plain,
    Span: lambda span: [span.start, span.end],
    DayInterval: lambda interval: [as_json(interval.lo), as_json(interval.hi)],
    date: lambda day: day.isoformat(),  # a datetime is one too
    Decimal: _number,
    tuple: lambda items: [as_json(item) for item in items],
    list: lambda items: [as_json(item) for item in items],
    frozenset: lambda items: [as_json(item) for item in sorted(items, key=str)],
}


def as_json_line(value: object) -> str:
    """Return the JSON form on one line, without the newline."""
    return json.dumps(as_json(value), ensure_ascii=False)


def as_cell(value: Json) -> str:
    """Return a JSON value for one CSV cell: text as it is, lists as JSON, null as nothing."""
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
