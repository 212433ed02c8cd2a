"""A case made anew from its records and originals: read again, and decided as it was decided.

The originals are read again, so the ledger is what this version of sayso finds in them; decisions are
taken over by their characters. What came out otherwise is counted, so that nobody has to trust it.
"""

import json
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso.case.decision_records import Decision, DecisionRow, DecisionSide, RecordKind, Verdict
from sayso.documents import Source
from sayso.errors import CaseError, DocumentError
from sayso.export.case_records import case_records
from sayso.export.pack import MANIFEST, ORIGINALS, RECORDS, SUMS
from sayso.frozen import dataclass
from sayso.pipeline.wire import as_json
from sayso.text import Span

if TYPE_CHECKING:
    from sayso.case import CaseReader
    from sayso.export.record import Record

Line = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Given:
    """Records that were exported, and how the original of a hash is had."""

    lines: tuple[Line, ...]
    original: Callable[[str], bytes | None]
    head: str = ""
    order: tuple[str, ...] = ()

    def sources(self) -> Iterator[Source | DocumentError]:
        """Yield what each document was read from; DocumentError where its original is not given.

        They come in the order in which they were added, as far as that is known.
        """
        documents = [line for line in self.lines if line["record"] == "document"]
        at = {name: place for place, name in enumerate(self.order)}
        for line in sorted(documents, key=lambda line: at.get(line["id"], len(at))):
            data = self.original(line["sha256"])
            if data is None:
                yield DocumentError(line["path"], f"its original {line['sha256']} is not given")
            else:
                yield _source(line, data)

    def decisions(self) -> Iterator[DecisionRow]:
        """Yield the decisions in the order in which they were taken."""
        rows = [_decision(line) for line in self.lines if line["record"] == "decision"]
        yield from sorted(rows, key=lambda row: row.sequence)


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How the records of two cases compare: the same, only in the first, only in the second."""

    same: int
    missing: int
    more: int
    kinds: tuple[tuple[str, int], ...]  # of those that are in one only


@contextmanager
def open_given(path: Path, originals: Path | None) -> Iterator[Given]:
    """Open a pack, or JSON lines with the folder of originals; CaseError if it is neither."""
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            yield _from_pack(archive, path)
        return
    if originals is None:
        raise CaseError(f"{path} holds records only: name the folder of the originals, too")
    try:
        text = path.read_text(encoding="utf-8", errors="surrogatepass")
    except UnicodeDecodeError:
        raise CaseError(f"{path} is neither a pack nor JSON lines") from None
    found = _found_in(originals)
    yield Given(
        _lines(text, path), lambda digest: found[digest].read_bytes() if digest in found else None
    )


def compare(lines: tuple[Line, ...], case: "CaseReader") -> Likeness:
    """Compare records that were exported with those of a case, all but what its log numbers."""
    before = Counter(_comparable(line) for line in lines)
    after = Counter(_comparable(_line(record)) for record in case_records(case))
    missing, more = before - after, after - before
    kinds = Counter(json.loads(one)["record"] for one in (missing + more).elements())
    return Likeness(
        same=(before & after).total(),
        missing=missing.total(),
        more=more.total(),
        kinds=tuple(sorted(kinds.items())),
    )


def _from_pack(archive: zipfile.ZipFile, path: Path) -> Given:
    names = set(archive.namelist())
    if not {RECORDS, MANIFEST, SUMS} <= names:
        raise CaseError(f"{path} is a zip, but no pack of a case: 'sayso pack' makes one")
    for line in archive.read(SUMS).decode().splitlines():
        digest, _, name = line.partition("  ")
        if name not in names or sha256(archive.read(name)).hexdigest() != digest:
            raise CaseError(f"{path} is damaged: {name} is not what its sum says")

    def original(digest: str) -> bytes | None:
        name = f"{ORIGINALS}{digest}"
        return archive.read(name) if name in names else None

    text = archive.read(RECORDS).decode("utf-8", "surrogatepass")
    manifest = json.loads(archive.read(MANIFEST))
    return Given(_lines(text, path), original, manifest["log_head"], tuple(manifest["order"]))


def _lines(text: str, path: Path) -> tuple[Line, ...]:
    found = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except ValueError:
            record = None
        if not isinstance(record, dict) or "record" not in record:
            raise CaseError(f"{path}, line {number}: no record of 'sayso export --format jsonl'")
        found.append(record)
    return tuple(found)


def _found_in(folder: Path) -> Mapping[str, Path]:
    """Return the files below a folder by their sums."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {sha256(path.read_bytes()).hexdigest(): path for path in files}


def _source(line: Line, data: bytes) -> Source:
    framing = line.get("framing") or {}
    return Source(
        path=line["path"],
        data=data,
        media_type=line["media_type"],
        address=line["address"],
        retrieved=line["retrieved"],
        fields=tuple((ours, theirs) for ours, theirs in framing.get("fields", ())),
        encoding=framing.get("encoding"),
        columns=tuple(framing.get("columns", ())),
        delimiter=framing.get("delimiter", ","),
    )


def _decision(line: Line) -> DecisionRow:
    first, *others = line["sides"] or [line]
    return DecisionRow(
        sequence=int(line["id"].removeprefix("decision_")),
        at=datetime.fromisoformat(line["at"]),
        decision=Decision(
            target=line["target"],
            verdict=Verdict(line["verdict"]),
            actor=line["actor"],
            reason=line["reason"],
            field=line["field"],
            old=line["old"],
            new=line["new"],
        ),
        kind=RecordKind(line["kind"]),
        document=first["document"],
        sha256=first["sha256"],
        text_sha256=first["text_sha256"],
        spans=_spans(first["spans"]),
        current=None,
        other=_other(others[0]) if others else None,
    )


def _other(side: Line) -> DecisionSide:
    return DecisionSide(
        document=side["document"],
        sha256=side["sha256"],
        text_sha256=side["text_sha256"],
        spans=_spans(side["spans"]),
    )


def _spans(pairs: "list[list[int]]") -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in pairs)


def _line(record: "Record") -> Line:
    return {field.name: as_json(getattr(record, field.name)) for field in fields(record)}


def _comparable(line: Line) -> str:
    kept = dict(line)
    if kept["record"] == "decision":
        # Numbers are those of the log, which is another one.
        kept.pop("id")
        if kept["verdict"] == Verdict.UNDO.value:
            kept.pop("new")
    return json.dumps(kept, ensure_ascii=False, sort_keys=True)
