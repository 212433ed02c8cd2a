"""A case in one zip for another desk: its records as JSON lines, its originals, and sums of all."""

import json
import zipfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import IO, TYPE_CHECKING

from sayso.errors import CaseError
from sayso.export.case_records import case_records
from sayso.frozen import dataclass
from sayso.pipeline.wire import as_json_line

if TYPE_CHECKING:
    from sayso.case import CaseReader

RECORDS, MANIFEST, SUMS, ORIGINALS = "records.jsonl", "manifest.json", "SHA256SUMS", "originals/"
SCHEMA = "sayso.pack.1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """How much a pack holds."""

    records: int
    originals: int


class _Summed:
    """A file of the zip of which the sum is taken while it is written."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self.sum = sha256()

    def write(self, data: bytes) -> int:
        self.sum.update(data)
        return self._stream.write(data)


def write_pack(case: "CaseReader", path: Path) -> Packed:
    """Write the pack of a case; CaseError if ``path`` is there. It appears whole or not at all."""
    if path.exists():
        raise CaseError(f"{path} is already there: a pack never replaces anything")
    unfinished = path.with_name(path.name + ".part")
    sums: list[tuple[str, str]] = []
    with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open(RECORDS, "w", force_zip64=True) as stream:
            summed = _Summed(stream)
            records = 0
            for record in case_records(case):
                summed.write((as_json_line(record) + "\n").encode("utf-8", "surrogatepass"))
                records += 1
        sums.append((summed.sum.hexdigest(), RECORDS))
        originals = 0
        for digest, data in _originals(case):
            archive.writestr(f"{ORIGINALS}{digest}", data)
            sums.append((digest, f"{ORIGINALS}{digest}"))
            originals += 1
        manifest = _manifest(case)
        archive.writestr(MANIFEST, manifest)
        sums.append((sha256(manifest.encode()).hexdigest(), MANIFEST))
        archive.writestr(SUMS, "".join(f"{digest}  {name}\n" for digest, name in sums))
    unfinished.replace(path)
    return Packed(records=records, originals=originals)


def _originals(case: "CaseReader") -> Iterator[tuple[str, bytes]]:
    """Yield every original once; several documents may rest on the same bytes."""
    seen = set()
    for row in case.documents():
        if row.sha256 not in seen:
            seen.add(row.sha256)
            yield row.sha256, case.original(row.id)


def _manifest(case: "CaseReader") -> str:
    head = max(case.log(), key=lambda entry: entry.sequence).hash
    # What came first can tell a copy from its original where nothing else does.
    order = [row.id for row in sorted(case.documents(), key=lambda row: row.added)]
    facts = {
        "schema": SCHEMA,
        "case": case.id,
        "name": case.name,
        "log_head": head,
        "order": order,
    }
    return json.dumps(facts, ensure_ascii=False, indent=1) + "\n"
