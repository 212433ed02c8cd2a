"""A case as Parquet, one file for each type of record, to be read by DuckDB, pandas or R."""

import json
from collections.abc import Iterator
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
from sayso.pipeline.wire import as_json
from sayso.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

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
        schema = _schema(arrow, class_of(record_type))
        unfinished = folder / f"{record_type}.parquet.part"
        with arrow.parquet.ParquetWriter(unfinished, schema, compression="zstd") as writer:
            records = case_records(case, (record_type,), only=only)
            for rows in _batches(records, schema.names):
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


def _batches(records: "Iterator[Record]", names: list[str]) -> Iterator[list[dict[str, Any]]]:
    while some := tuple(islice(records, _ROWS)):
        yield [{name: _cell(getattr(record, name)) for name in names} for record in some]


def _schema(arrow: Any, kind: "type[Record]") -> Any:
    hints = get_type_hints(kind)
    return arrow.schema([(field.name, _type(arrow, hints[field.name])) for field in fields(kind)])


def _type(arrow: Any, hint: Any) -> Any:
    options = [one for one in get_args(hint) if one is not type(None)]
    if options and type(None) in get_args(hint):
        return _type(arrow, options[0])
    if hint == tuple[Span, ...]:
        return arrow.list_(arrow.list_(arrow.int64()))
    plain = {
        Span: arrow.list_(arrow.int64()),
        DayInterval: arrow.struct([("lo", arrow.date32()), ("hi", arrow.date32())]),
        Decimal: arrow.float64(),
        float: arrow.float64(),
        bool: arrow.bool_(),
        int: arrow.int64(),
    }
    return plain.get(hint, arrow.string())


def _cell(value: Any) -> Any:
    if isinstance(value, DayInterval):
        return {"lo": value.lo, "hi": value.hi}
    if isinstance(value, Decimal):
        return float(value)
    written = as_json(value)
    if isinstance(value, tuple) and all(isinstance(one, Span) for one in value):
        return written
    if isinstance(value, Span) or not isinstance(written, list | dict):
        return written
    return json.dumps(written, ensure_ascii=False)
