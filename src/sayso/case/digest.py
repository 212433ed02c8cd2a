"""A seal over all rows that one document has, as the log keeps it."""

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256

from sqlalchemy import Table

from sayso.case import tables
from sayso.case.event_tables import event_reports
from sayso.case.place_tables import place_mentions
from sayso.case.values import Value, compact
from sayso.frozen import dataclass

# Each table with the columns that order the rows of one document.
SEALED: tuple[tuple[Table, tuple[str, ...]], ...] = (
    (tables.documents, ("id",)),
    (tables.texts, ("document_id",)),
    (tables.document_flags, ("flag",)),
    (tables.chain_links, ("position",)),
    (tables.furniture, ("position",)),
    (tables.date_candidates, ("layer", "position")),
    (tables.own_datings, ("document_id",)),
    (tables.date_doubts, ("position",)),
    (tables.readings, ("document_id",)),
    (tables.claims, ("position",)),
    (tables.figures, ("position",)),
    (tables.timexes, ("position",)),
    (tables.mentions, ("position",)),
    (tables.events, ("position",)),
    (place_mentions, ("position",)),
    (event_reports, ("position",)),
)
# Numbers given by the database, and the text, which has a hash of its own.
_LEFT_OUT = frozenset({"key", "run_id", "text"})


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentSeal:
    """What the log says of the rows of a document: a hash of them, and how many of each table."""

    sha256: str
    text_sha256: str
    rows: str
    counts: tuple[tuple[str, int], ...]

    def to_text(self) -> str:
        return compact(
            {
                "sha256": self.sha256,
                "text": self.text_sha256,
                "rows": self.rows,
                "counts": dict(self.counts),
            }
        )

    @classmethod
    def from_text(cls, text: str) -> "DocumentSeal":
        """Read what ``to_text`` wrote; ValueError or KeyError if it did not."""
        fields = json.loads(text)
        return cls(
            sha256=fields["sha256"],
            text_sha256=fields["text"],
            rows=fields["rows"],
            counts=_filled(fields["counts"].items()),
        )


def seal_document(parts: Iterable[tuple[Table, Iterable[Mapping[str, Value]]]]) -> DocumentSeal:
    """Seal the rows of one document, given by table in the order of ``SEALED``."""
    whole, counts, original, text = sha256(), [], "", ""
    for table, rows in parts:
        columns = [column.name for column in table.columns if column.name not in _LEFT_OUT]
        count = 0
        for row in rows:
            count += 1
            original = str(row["sha256"]) if table is tables.documents else original
            text = str(row["sha256"]) if table is tables.texts else text
            # Without what is empty, a column that a later schema adds breaks no seal.
            filled = [[name, row[name]] for name in columns if row.get(name) is not None]
            whole.update(compact([table.name, filled]).encode("utf-8", "surrogatepass"))
        counts.append((table.name, count))
    return DocumentSeal(
        sha256=original,
        text_sha256=text,
        rows=whole.hexdigest(),
        counts=_filled(counts),
    )


def _filled(counts: Iterable[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    """Leave out tables without rows, so that a table that a later schema adds breaks no seal."""
    return tuple(sorted((table, number) for table, number in counts if number))
