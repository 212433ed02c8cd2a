"""A case as Parquet, one file for each type of record, to be read by DuckDB, pandas or R."""

import json
from collections.abc import Callable, Iterator
from dataclasses import fields
from decimal import Decimal
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

from sayso.dates import DayInterval
from sayso.errors import SettingsError
from sayso.export.case_records import case_records
from sayso.export.records import class_of
from sayso.frozen import dataclass
from sayso.pipeline.wire import as_json
from sayso.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sayso.case import CaseReader
    from sayso.case.review_records import Reviewed
    from sayso.export.record import Record, RecordType

# Rows that are held at once.
_ROWS = 10_000


def write_parquet(
    case: "CaseReader",
    folder: Path,
    types: "Iterable[RecordType]",
    *,
    only: "Reviewed | None" = None,
) -> int:
    """Write ``document.parquet``, ``claim.parquet`` and so on; return how many records there were.

    SettingsError without pyarrow. Days are a pair of dates, spans lists of pairs, and what is
    nested deeper is JSON text.
    """
    arrow = _arrow()
    folder.mkdir(parents=True, exist_ok=True)
    written = 0
    for record_type in types:
        columns = _columns(arrow, class_of(record_type))
        schema = arrow.schema([(column.name, column.type) for column in columns])
        unfinished = folder / f"{record_type}.parquet.part"
        with arrow.parquet.ParquetWriter(unfinished, schema, compression="zstd") as writer:
            records = case_records(case, (record_type,), only=only)
            for rows in _batches(records, columns):
                writer.write_table(arrow.Table.from_pylist(rows, schema=schema))
                written += len(rows)
        unfinished.replace(folder / f"{record_type}.parquet")
    return written


def _arrow() -> Any:
    try:
        import_module("pyarrow.parquet")
        return import_module("pyarrow")
    except ImportError:
        raise SettingsError(
            "Parquet needs pyarrow, which is not installed: pip install 'sayso[parquet]'"
        ) from None


def _batches(
    records: "Iterator[Record]", columns: "Sequence[_Column]"
) -> Iterator[list[dict[str, Any]]]:
    while some := tuple(islice(records, _ROWS)):
        yield [
            {column.name: column.cell(getattr(record, column.name)) for column in columns}
            for record in some
        ]


@dataclass(frozen=True, slots=True)
class _Column:
    """A field of a record as a column: its type, and how a value becomes a cell."""

    name: str
    type: Any
    cell: Callable[[Any], Any]


def _columns(arrow: Any, kind: "type[Record]") -> tuple[_Column, ...]:
    hints = get_type_hints(kind)
    return tuple(_Column(field.name, *_type(arrow, hints[field.name])) for field in fields(kind))


def _type(arrow: Any, hint: Any) -> tuple[Any, Callable[[Any], Any]]:
    options = [one for one in get_args(hint) if one is not type(None)]
    if options and type(None) in get_args(hint):
        return _type(arrow, options[0])
    span = arrow.list_(arrow.int64())
    days = arrow.struct([("lo", arrow.date32()), ("hi", arrow.date32())])
    typed: dict[Any, tuple[Any, Callable[[Any], Any]]] = {
        Span: (span, as_json),
        tuple[Span, ...]: (arrow.list_(span), as_json),
        DayInterval: (days, _days),
        Decimal: (arrow.float64(), _real),
        float: (arrow.float64(), _real),
        bool: (arrow.bool_(), as_json),
        int: (arrow.int64(), as_json),
    }
    return typed.get(hint, (arrow.string(), _text))


def _days(value: DayInterval | None) -> dict[str, Any] | None:
    return None if value is None else {"lo": value.lo, "hi": value.hi}


def _real(value: Decimal | float | None) -> float | None:
    return None if value is None else float(value)


def _text(value: object) -> str | None:
    written = as_json(value)
    if written is None or isinstance(written, str):
        return written
    return json.dumps(written, ensure_ascii=False)
