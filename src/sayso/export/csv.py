"""Records of one type as CSV: a header line, then one record a line; lists are written as JSON."""

import csv
from collections.abc import Iterable
from dataclasses import fields
from typing import TYPE_CHECKING, TextIO

from sayso.export.figure_profiles import ROW_TYPES, Profile, profile_rows
from sayso.export.record import Record, RecordType
from sayso.export.records import class_of
from sayso.pipeline.wire import as_cell, as_json
from sayso.story.figures.recommend import Choice

if TYPE_CHECKING:
    from sayso.case import CaseReader

# Spreadsheets take a file for UTF-8 only if it begins with this mark.
BYTE_ORDER_MARK = "\ufeff"


def write_profile(
    case: "CaseReader", profile: Profile, choice: Choice, stream: TextIO, *, bom: bool = False
) -> int:
    """Write the series of a case in the columns of a profile; return how many rows there were."""
    if bom:
        stream.write(BYTE_ORDER_MARK)
    writer = csv.writer(stream, lineterminator="\n")
    names = [field.name for field in fields(ROW_TYPES[profile])]
    writer.writerow(names)
    written = 0
    for row in profile_rows(case, profile, choice):
        writer.writerow([as_cell(as_json(getattr(row, name))) for name in names])
        written += 1
    return written


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
