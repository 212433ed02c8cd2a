"""A case as JSON-LD: schema.org for what is said and where, PROV-O for where it came from.

The chain of a document, host <- republisher <- agency <- report, is ``prov:wasQuotedFrom`` from link
to link, and ``prov:hadPrimarySource`` for a report. schema.org has no relations between claims;
those stand under ``sayso:``.
"""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, TextIO

from sayso.dates import DayInterval
from sayso.documents import Document, Role
from sayso.evidence.dating import Dating
from sayso.export.case_records import case_records
from sayso.export.export_rows import ExportRow, documents_of, export_rows
from sayso.export.record import RecordType
from sayso.export.records import Link, ordered_chain
from sayso.export.relation_records import ExportedRelation
from sayso.export.tie_records import ExportedDenial, ExportedEcho, ExportedQuotePair
from sayso.story.reuse_edge import Direction

if TYPE_CHECKING:
    from sayso.case import CaseReader
    from sayso.case.review_records import Reviewed
    from sayso.export.record import Record
    from sayso.pipeline.wire import Json

CONTEXT: "dict[str, Json]" = {
    "@vocab": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "sayso": "urn:sayso:vocabulary#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_TIES = (RecordType.QUOTE_PAIR, RecordType.ECHO, RecordType.DENIAL, RecordType.RELATION)


def write_json_ld(case: "CaseReader", stream: TextIO, *, only: "Reviewed | None" = None) -> int:
    """Write one JSON-LD document and return how many nodes it has."""
    head = json.dumps({"@context": CONTEXT, "@id": f"urn:uuid:{case.id}"}, ensure_ascii=False)
    stream.write(head[:-1] + ', "@graph": [')
    written = 0
    for node in _nodes(case, only):
        stream.write((",\n" if written else "\n") + json.dumps(node, ensure_ascii=False))
        written += 1
    stream.write("\n]}\n")
    return written


def _nodes(case: "CaseReader", only: "Reviewed | None") -> Iterator["dict[str, Json]"]:
    for document, dating in documents_of(case):
        yield from _document_nodes(document, dating)
    for document, rows in export_rows(case, only=only):
        for row in rows:
            yield _row_node(document, row)
    for record in case_records(case, _TIES, only=only):
        yield _tie_node(record)


def _document_nodes(document: Document, dating: Dating) -> Iterator["dict[str, Json]"]:
    original = document.original
    links = [link for link in ordered_chain(document) if link.role is not Role.HOST]
    steps = [_link_id(document, at) for at in range(len(links))]
    node: dict[str, Json] = {
        "@id": _id(document.id),
        "@type": ["NewsArticle", "prov:Entity"],
        "identifier": original.sha256,
        "sayso:path": original.path,
    }
    node |= _known(
        name=document.title,
        url=original.address,
        inLanguage=document.language,
        datePublished=_day(dating.interval),
        temporal=_interval(dating.interval),
        publisher=_organization(document.outlet),
        author=[{"@type": "Person", "name": name} for name in document.byline] or None,
    )
    node |= _step_to(links, steps, 0)
    yield node
    for at, link in enumerate(links):
        step: dict[str, Json] = {
            "@id": steps[at],
            "@type": "prov:Entity",
            "sayso:role": link.role.value,
            "sayso:basis": link.basis.value,
            "prov:wasAttributedTo": _organization(link.name),
        }
        yield step | _step_to(links, steps, at + 1)


def _step_to(links: list[Link], steps: list[str], at: int) -> "dict[str, Json]":
    if at >= len(links):
        return {}
    way = "hadPrimarySource" if links[at].role is Role.REPORT else "wasQuotedFrom"
    return {f"prov:{way}": {"@id": steps[at]}}


def _row_node(document: Document, row: ExportRow) -> "dict[str, Json]":
    types: list[Json] = ["Claim"] if row.kind == "claim" else [f"sayso:{row.kind.title()}"]
    if row.is_direct and row.is_speech:
        types.append("Quotation")
    node: dict[str, Json] = {
        "@id": _id(row.id),
        "@type": [*types, "prov:Entity"],
        "text": row.quote,
        "description": row.sentence,
        "prov:wasQuotedFrom": {"@id": _id(document.id)},
        "sayso:spans": [f"{span.start}-{span.end}" for span in row.spans],
        "sayso:originalSpans": [f"{span.start}-{span.end}" for span in row.original_spans],
        "sayso:rule": row.rule,
    }
    if row.kind == "claim":
        node["appearance"] = {"@id": _id(document.id)}
    speaker: dict[str, Json] | None = None
    if row.speaker:
        speaker = {"@type": "Thing", "name": row.speaker}
        if row.speaker_actor:
            speaker["@id"] = _id(row.speaker_actor)
    said = _day(row.said) if row.said else None
    spoken = speaker if "Quotation" in types else None
    return node | _known(
        author=speaker,
        spokenByCharacter=spoken,
        dateCreated=said,
        **{"sayso:review": row.state or None},
    )


def _tie_node(record: "Record") -> "dict[str, Json]":
    match record:
        case ExportedEcho():
            first, second = (_id(side.claim) for side in record.sides)
            known = record.direction is not Direction.UNKNOWN
            way = "prov:wasQuotedFrom" if known else "sayso:sharesOriginWith"
            return {"@id": second, way: {"@id": first}, "sayso:evidence": record.evidence.value}
        case ExportedQuotePair():
            left, right = (_id(side.claim) for side in record.sides)
            return {"@id": left, "sayso:sameStatementAs": {"@id": right}}
        case ExportedDenial():
            asserted, denied = (_id(side.claim) for side in record.sides)
            return {"@id": denied, "sayso:denies": {"@id": asserted}}
        case ExportedRelation():
            one, other = (_id(side.figure) for side in record.sides)
            return {"@id": one, f"sayso:{record.verdict.value}": {"@id": other}}
    raise TypeError(f"no JSON-LD is written for {record.record}")


def _id(name: str) -> str:
    return f"urn:sayso:{name}"


def _link_id(document: Document, at: int) -> str:
    return f"{_id(document.id)}:chain:{at + 1}"


def _organization(name: str | None) -> "dict[str, Json] | None":
    return None if name is None else {"@type": ["Organization", "prov:Agent"], "name": name}


def _day(interval: DayInterval | None) -> "dict[str, Json] | None":
    """Return a day only where it is known to the day."""
    if interval is None or interval.lo is None or interval.lo != interval.hi:
        return None
    return {"@type": "xsd:date", "@value": interval.lo.isoformat()}


def _interval(interval: DayInterval) -> str | None:
    if interval.lo is None and interval.hi is None:
        return None
    return f"{interval.lo or '..'}/{interval.hi or '..'}"


def _known(**values: "Json | list[dict[str, str]]") -> "dict[str, Json]":
    return {name: value for name, value in values.items() if value is not None}  # type: ignore[misc]
