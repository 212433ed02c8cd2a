"""A case as a STIX 2.1 bundle: who speaks, what each document reports, and what people decided.

STIX has no type for a claim: it is a ``note`` about its speaker with the place of its characters as an
external reference and as a declared extension. There is no ``confidence``: the source is not rated
(Admiralty F) and neither is the content (6, for which STIX says to leave the property out). Ids are
made from the case and the records, so the same case gives the same bundle.
"""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, TextIO
from uuid import NAMESPACE_URL, UUID, uuid5

from sayso.case.decision_records import RecordKind
from sayso.case.review_records import ReviewState
from sayso.documents import Document
from sayso.evidence.dating import Dating
from sayso.export.case_records import case_records
from sayso.export.export_rows import ExportRow, export_rows
from sayso.export.labels import when
from sayso.export.record import RecordType
from sayso.export.tie_records import ExportedDenial, ExportedEcho
from sayso.story.reuse_edge import Direction

if TYPE_CHECKING:
    from sayso.case import CaseReader, DocumentRow
    from sayso.case.review_records import Reviewed
    from sayso.export.record import Record
    from sayso.pipeline.wire import Json

_NAMESPACE = uuid5(NAMESPACE_URL, "urn:sayso:stix")
# Of the format itself, not of a case: every bundle declares the same extension.
EXTENSION = f"extension-definition--{uuid5(_NAMESPACE, 'extension')}"
_EXTENSION_MADE = datetime(2026, 1, 1, tzinfo=UTC)
_NOT_RATED = (
    'admiralty-scale:source-reliability="f"',
    'admiralty-scale:information-credibility="6"',
)
_OPINIONS = {
    ReviewState.ACCEPTED: "agree",
    ReviewState.EDITED: "agree",
    ReviewState.REJECTED: "disagree",
    ReviewState.UNSURE: "neutral",
}


def write_stix(case: "CaseReader", stream: TextIO, *, only: "Reviewed | None" = None) -> int:
    """Write one bundle and return how many objects it has."""
    maker = _Maker(case)
    stream.write(
        f'{{"type": "bundle", "id": "bundle--{uuid5(maker.space, "bundle")}", "objects": ['
    )
    written = 0
    seen: set[str] = set()
    for one in maker.objects(only):
        # A speaker of many documents is one identity.
        if str(one["id"]) not in seen:
            seen.add(str(one["id"]))
            stream.write((",\n" if written else "\n") + json.dumps(one, ensure_ascii=False))
            written += 1
    stream.write("\n]}\n")
    return written


class _Maker:
    """Makes the objects of one case; ``space`` is what their ids are made in."""

    def __init__(self, case: "CaseReader") -> None:
        self._case = case
        self.space = uuid5(_NAMESPACE, case.id)
        self._noted: set[str] = set()

    def objects(self, only: "Reviewed | None") -> Iterator["dict[str, Json]"]:
        yield _timed("identity", uuid5(_NAMESPACE, "sayso"), _EXTENSION_MADE) | {
            "name": "sayso",
            "identity_class": "system",
        }
        yield self._extension()
        added = {row.id: row for row in self._case.documents()}
        for document, rows in export_rows(self._case, only=only):
            yield from self._document(document, rows, added[document.id])
        ties = (RecordType.ECHO, RecordType.DENIAL)
        for record in case_records(self._case, ties, only=only):
            yield from self._tie(record, added)

    def _extension(self) -> "dict[str, Json]":
        return _timed(
            "extension-definition", UUID(EXTENSION.partition("--")[2]), _EXTENSION_MADE
        ) | {
            "created_by_ref": f"identity--{uuid5(_NAMESPACE, 'sayso')}",
            "name": "Characters that a row rests on",
            "description": "spans count code points of the cleaned text, original_spans those of "
            "the decoded original; date_lo and date_hi are the first and last possible day",
            "schema": "urn:sayso:stix:extension",
            "version": "1.0.0",
            "extension_types": ["property-extension"],
        }

    def _document(
        self, document: Document, rows: tuple[ExportRow, ...], added: "DocumentRow"
    ) -> Iterator["dict[str, Json]"]:
        dating = self._case.evidence(document.id).dating
        outlet = self._identity(document.outlet or "outlet not named", "organization")
        yield outlet
        refs = []
        for row in rows:
            speaker = None
            if row.speaker:
                speaker = self._identity(row.speaker, "unknown", row.speaker_actor)
                yield speaker
            about = str((speaker or outlet)["id"])
            note = self._note(document, row, about, added.added)
            self._noted.add(row.id)
            refs.append(str(note["id"]))
            yield note
            if opinion := self._opinion(row, str(note["id"])):
                yield opinion
        yield self._report(document, dating, [str(outlet["id"]), *refs], added.added)

    def _report(
        self, document: Document, dating: Dating, refs: list[str], added: datetime
    ) -> "dict[str, Json]":
        lo, hi = dating.interval.lo, dating.interval.hi
        known = lo or hi
        # The property is a must; what is really known of the day stands in words and as an interval.
        published = _moment(known) if known else added
        return _timed("report", self._uuid(document.id), added) | {
            "name": document.title or document.original.path,
            "description": f"Written {when(dating.interval)}. {document.original.path}",
            "published": _text(published),
            "report_types": ["news"],
            "object_refs": list(refs),
            "labels": list(_NOT_RATED),
            "external_references": [_reference(document)],
            "extensions": _extended(
                date_lo=None if lo is None else lo.isoformat(),
                date_hi=None if hi is None else hi.isoformat(),
            ),
        }

    def _note(
        self, document: Document, row: ExportRow, about: str, added: datetime
    ) -> "dict[str, Json]":
        places = ", ".join(f"{span.start}–{span.end}" for span in row.spans)
        note: dict[str, Json] = {
            "abstract": row.sentence,
            "content": row.quote,
            "object_refs": [about],
            "labels": [row.kind, *_NOT_RATED],
            "external_references": [_reference(document, f"characters {places} of the text")],
            "extensions": _extended(
                record=row.id,
                rule=row.rule,
                spans=[[span.start, span.end] for span in row.spans],
                original_spans=[[span.start, span.end] for span in row.original_spans],
            ),
        }
        if document.byline:
            note["authors"] = list(document.byline)
        return _timed("note", self._uuid(row.id), added) | note

    def _opinion(self, row: ExportRow, note: str) -> "dict[str, Json] | None":
        if row.state not in _OPINIONS:
            return None
        states = self._case.desk.states(RecordKind(row.kind), (row.id,))
        review = states[row.id]
        return _timed("opinion", self._uuid(row.id, "opinion"), review.at) | {
            "opinion": _OPINIONS[review.state],
            "authors": [review.actor],
            "object_refs": [note],
        }

    def _tie(
        self, record: "Record", added: "dict[str, DocumentRow]"
    ) -> Iterator["dict[str, Json]"]:
        match record:
            case ExportedEcho():
                one, other = record.sides[1], record.sides[0]
                known = record.direction is not Direction.UNKNOWN
                kind = "derived-from" if known else "related-to"
            case ExportedDenial():
                one, other = record.sides[1], record.sides[0]
                kind = "denies"
            case _:
                return
        if {one.claim, other.claim} <= self._noted:
            made = max(added[one.document].added, added[other.document].added)
            yield _timed("relationship", self._uuid(record.id), made) | {
                "relationship_type": kind,
                "source_ref": f"note--{self._uuid(one.claim)}",
                "target_ref": f"note--{self._uuid(other.claim)}",
            }

    def _identity(self, name: str, kind: str, actor: str | None = None) -> "dict[str, Json]":
        own = self._uuid(actor or name, "identity")
        return _timed("identity", own, _EXTENSION_MADE) | {"name": name, "identity_class": kind}

    def _uuid(self, *parts: str) -> UUID:
        return uuid5(self.space, "\x1f".join(parts))


def _timed(kind: str, own: UUID, made: datetime) -> "dict[str, Json]":
    return {
        "type": kind,
        "spec_version": "2.1",
        "id": f"{kind}--{own}",
        "created": _text(made),
        "modified": _text(made),
    }


def _reference(document: Document, description: str | None = None) -> "Json":
    reference: dict[str, Json] = {
        "source_name": document.outlet or document.original.path,
        "hashes": {"SHA-256": document.original.sha256},
    }
    if document.original.address:
        reference["url"] = document.original.address
    else:
        reference["external_id"] = document.id
    if description:
        reference["description"] = description
    return reference


def _extended(**values: "Json") -> "Json":
    known: dict[str, Json] = {name: value for name, value in values.items() if value is not None}
    return {EXTENSION: {"extension_type": "property-extension", **known}}


def _moment(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=UTC)


def _text(moment: datetime) -> str:
    """Write a moment as STIX does: in UTC, to the millisecond."""
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%S}.{moment.microsecond // 1000:03}Z"
