"""The whole case as JSON lines: one record a line, in a stable order."""

from collections.abc import Iterable
from typing import TextIO

from sayso.export.record import Record
from sayso.pipeline.wire import as_json_line


def write_jsonl(records: Iterable[Record], stream: TextIO) -> int:
    """Write the records and return how many there were."""
    written = 0
    for record in records:
        stream.write(as_json_line(record) + "\n")
        written += 1
    return written
