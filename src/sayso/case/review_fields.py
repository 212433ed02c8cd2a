"""The fields of a row that a person can change, how a new value is written, and what the machine says."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from types import MappingProxyType

from sqlalchemy import Connection, select

from sayso.case import figure_tables, forecast_tables, tables
from sayso.case.decision_records import RecordKind
from sayso.case.review_targets import PAIRS, Target
from sayso.dates import DayInterval
from sayso.errors import CaseError
from sayso.evidence.claim import Force, Polarity
from sayso.evidence.figure import Accrual, Modality
from sayso.evidence.forecast import ForecastKind
from sayso.frozen import dataclass
from sayso.language.analysis import AttributionKind, Manner, Modifier
from sayso.story.denials.denial import DenialKind
from sayso.story.echoes.edge import EchoEvidence
from sayso.story.figures.verdict import Verdict as FigureVerdict
from sayso.story.forecasts.outcome import OutcomeStatus
from sayso.story.quotes.rendering import RenderingKind
from sayso.story.reuse_edge import Direction

Values = Mapping[str, str | None]


class Writing(StrEnum):
    """How the value of a field is written."""

    TEXT = "text"
    CHOICE = "choice"
    NUMBER = "number"
    DAYS = "days"  # 2022-01-22, 2022-01, 2022, 2022-01-22/2022-01-25, ../2022-01-25


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldSpec:
    """A field with what it may hold; ``columns`` are where the machine's value stands."""

    name: str
    writing: Writing
    columns: tuple[str, ...]
    choices: tuple[str, ...] = ()


# Example: "2022", "2022-01" and "2022-01-22" are days; "22.1.2022" is none.
_DAY = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?")
_OPEN = ".."


def _text(name: str) -> FieldSpec:
    return FieldSpec(name=name, writing=Writing.TEXT, columns=(name,))


def _number(name: str) -> FieldSpec:
    return FieldSpec(name=name, writing=Writing.NUMBER, columns=(name,))


def _choice(name: str, of: type[StrEnum]) -> FieldSpec:
    choices = tuple(one.value for one in of)
    return FieldSpec(name=name, writing=Writing.CHOICE, columns=(name,), choices=choices)


def _days(name: str) -> FieldSpec:
    return FieldSpec(name=name, writing=Writing.DAYS, columns=(f"{name}_lo", f"{name}_hi"))


FIELDS: Mapping[RecordKind, tuple[FieldSpec, ...]] = MappingProxyType(
    {
        RecordKind.CLAIM: (
            _text("speaker"),
            _choice("kind", AttributionKind),
            _choice("manner", Manner),
            _choice("force", Force),
            _choice("polarity", Polarity),
            _days("said"),
        ),
        RecordKind.FIGURE: (
            _number("best"),
            _number("lo"),
            _number("hi"),
            _choice("modifier", Modifier),
            _text("unit"),
            _text("counted"),
            _text("predicate"),
            _choice("accrual", Accrual),
            _choice("modality", Modality),
            _text("place"),
            _days("as_of"),
        ),
        RecordKind.FORECAST: (
            _choice("kind", ForecastKind),
            _text("speaker"),
            _days("window"),
            _choice("status", OutcomeStatus),
        ),
        RecordKind.RELATION: (_choice("verdict", FigureVerdict),),
        RecordKind.QUOTE_PAIR: (_choice("kind", RenderingKind),),
        RecordKind.DENIAL: (_choice("kind", DenialKind),),
        RecordKind.ECHO: (_choice("evidence", EchoEvidence), _choice("direction", Direction)),
        RecordKind.DATE: (
            FieldSpec(name="date", writing=Writing.DAYS, columns=("found_lo", "found_hi")),
        ),
    }
)


def field_of(kind: RecordKind, name: str) -> FieldSpec:
    """Return the field of this name; CaseError if rows of the kind have none."""
    specs = FIELDS.get(kind, ())
    found = next((spec for spec in specs if spec.name == name), None)
    if found is None:
        known = ", ".join(spec.name for spec in specs) or "none"
        raise CaseError(f"a {kind} has no field {name!r} to change; it has {known}")
    return found


def written_value(spec: FieldSpec, value: str) -> str | None:
    """Return a value as it is kept, ``None`` for an empty one; CaseError if it cannot be read."""
    value = value.strip()
    if not value:
        return None
    match spec.writing:
        case Writing.TEXT:
            return value
        case Writing.CHOICE:
            if value not in spec.choices:
                raise CaseError(f"{spec.name} is one of {', '.join(spec.choices)}, not {value!r}")
            return value
        case Writing.NUMBER:
            return _written_number(spec.name, value)
        case Writing.DAYS:
            return days_text(read_days(value))


def machine_values(connection: Connection, target: Target) -> Values:
    """Return what the machine says of a row now, field by field."""
    specs = FIELDS.get(target.kind, ())
    row = _row(connection, target)
    if row is None:
        return {}
    values: dict[str, str | None] = {}
    for spec in specs:
        if spec.writing is Writing.DAYS:
            lo, hi = (row.get(column) for column in spec.columns)
            values[spec.name] = days_text(
                DayInterval(*(None if day is None else date.fromisoformat(day) for day in (lo, hi)))
            )
        else:
            values[spec.name] = row.get(spec.columns[0])
    return values


def days_text(interval: DayInterval) -> str | None:
    """Write days as ISO 8601 does: one day, or both ends with ``..`` for an open one."""
    if interval.lo is None and interval.hi is None:
        return None
    if interval.lo == interval.hi:
        return str(interval.lo)
    return f"{interval.lo or _OPEN}/{interval.hi or _OPEN}"


def read_days(text: str) -> DayInterval:
    """Read what ``days_text`` wrote, or a month or year; CaseError if it is none of them."""
    first, slash, last = text.strip().partition("/")
    try:
        lo, hi = _bounds(first)
        if slash:
            lo, hi = (None if first == _OPEN else lo), (None if last == _OPEN else _bounds(last)[1])
        return DayInterval(lo, hi)
    except ValueError:
        raise CaseError(
            f"{text!r} is no date: write 2022, 2022-01, 2022-01-22, 2022-01-22/2022-01-25, "
            "../2022-01-25 or 2022-01-22/.."
        ) from None


def _bounds(text: str) -> tuple[date | None, date | None]:
    if text == _OPEN:
        return None, None
    found = _DAY.fullmatch(text)
    if found is None:
        raise ValueError(f"{text!r} is no day")
    year, month, day = (found[part] for part in ("year", "month", "day"))
    if month is None:
        interval = DayInterval.year(int(year))
    elif day is None:
        interval = DayInterval.month(int(year), int(month))
    else:
        interval = DayInterval.day(date(int(year), int(month), int(day)))
    return interval.lo, interval.hi


def _written_number(name: str, value: str) -> str:
    try:
        number = Decimal(value.replace(",", ""))
    except InvalidOperation:
        raise CaseError(f"{name} is a number, not {value!r}") from None
    if not number.is_finite():
        raise CaseError(f"{name} is a number, not {value!r}")
    return str(number)


def _row(connection: Connection, target: Target) -> Mapping[str, str | None] | None:
    match target.kind:
        case RecordKind.CLAIM | RecordKind.FIGURE:
            table = tables.claims if target.kind is RecordKind.CLAIM else tables.figures
            statement = select(table).where(table.c.id == target.id)
        case RecordKind.FORECAST:
            forecasts = forecast_tables.forecasts
            statement = select(forecasts).where(forecasts.c.id == target.id)
        case RecordKind.RELATION:
            return _verdict(connection, target)
        case RecordKind.DATE:
            statement = select(tables.datings).where(tables.datings.c.document_id == target.id)
        case RecordKind.QUOTE_PAIR | RecordKind.DENIAL | RecordKind.ECHO:
            table = PAIRS[target.kind].table
            statement = select(table).where(table.c.id == target.id)
        case _:
            return None
    found = connection.execute(statement).mappings().first()
    return None if found is None else dict(found)


def _verdict(connection: Connection, target: Target) -> Mapping[str, str | None] | None:
    counted, relations = figure_tables.counted_figures, figure_tables.figure_relations
    wanted = select(counted.c.key).where(counted.c.figure_id.in_(target.names))
    keys = connection.execute(wanted).scalars().all()
    statement = select(relations.c.verdict, relations.c.reason).where(
        relations.c.left_key.in_(keys), relations.c.right_key.in_(keys)
    )
    found = connection.execute(statement).mappings().first()
    return None if found is None else dict(found)
