"""Records of one type as CSV: a header line, then one record a line; lists are written as JSON."""

import csv
from collections.abc import Iterable
from dataclasses import fields
from typing import TextIO

from sayso.export.record import Record, RecordType
from sayso.export.records import class_of
from sayso.pipeline.wire import as_cell, as_json

# Spreadsheets take a file for UTF-8 only if it begins with this mark.
BYTE_ORDER_MARK = "\ufeff"


def write_csv(
    records: Iterable[Record], stream: TextIO, *, record_type: RecordType, bom: bool = False
) -> int:
    """Write the records of ``record_type`` among ``records`` and return how many there were."""
    if bom:
        stream.write(BYTE_ORDER_MARK)
    writer = csv.writer(stream, lineterminator="\n")
    names = [field.name for field in fields(class_of(record_type))]
    writer.writerow(names)
    written = 0
    for record in records:
        if record.record is record_type:
            writer.writerow([as_cell(as_json(getattr(record, name))) for name in names])
            written += 1
    return written
