"""Values of closed sets and names as readers are shown them: filters of the templates."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from markupsafe import Markup, escape

from sayso.case.figure_records import SeriesRow
from sayso.documents import Flag
from sayso.evidence.event import TimeAnchor
from sayso.export.labels import as_name
from sayso.story.denials.denial import DenialReason
from sayso.story.figures.series import PartsStatus
from sayso.web.words import plain

_DENIED: Mapping[str, str] = MappingProxyType(
    {
        DenialReason.SAME_CONTENT: "in the same words",
        DenialReason.NEGATION: "by a negation",
        DenialReason.ANOTHER_NUMBER: "by another number",
        DenialReason.HELD: "it tells what it denies",
        DenialReason.REFERENCE: "it refers to what stands just before",
        DenialReason.REPORTED_DENIAL: "it refers to what another document reports, too",
        DenialReason.ACCUSED_ANSWERS: "the accused tells why it came about",
        DenialReason.ANOTHER_DOER: "it lays the deed to somebody else",
    }
)
_ANCHORS: Mapping[str, str] = MappingProxyType(
    {
        TimeAnchor.CLAUSE: "told in the same clause",
        TimeAnchor.SENTENCE: "told in the same sentence",
        TimeAnchor.NARRATIVE: "the time that the story has come to",
        TimeAnchor.REPORT: "assumed: news of the day of the report",
        TimeAnchor.DOCUMENT: "by the day of the report",
    }
)
_FLAGS: Mapping[str, str] = MappingProxyType({Flag.NEAR_DUPLICATE: "near duplicate"})
_PARTS: Mapping[str, str] = MappingProxyType(
    {
        PartsStatus.ADDS_UP: "they add up to it",
        PartsStatus.FALLS_SHORT: "they fall short of it: there are others, or a part is missing",
        PartsStatus.EXCEEDS: "they come to more",
        PartsStatus.NOT_SUMMABLE: "they cannot be summed, since one may be counted in two of them",
    }
)
_DOCUMENT = re.compile(r"\bd_[0-9a-z]{10,}\b")


def denied(reason: str) -> str:
    """Say what shows that one statement is against another."""
    return _DENIED.get(reason, plain(reason))


def anchor(kind: str) -> str:
    """Say what ties an event to its time."""
    return _ANCHORS.get(kind, plain(kind))


def flag(name: str) -> str:
    """Write a flag of a document."""
    return _FLAGS.get(name, plain(name))


def parts_status(status: str) -> str:
    """Say what a sum of parts says of the whole."""
    return _PARTS[status]


def quantity(row: SeriesRow) -> str:
    """Write what a series counts: ``killed: person, Kessaria``."""
    told = ", ".join(
        one for one in (row.counted or row.head or "", as_name(row.place or "")) if one
    )
    return f"{plain(row.predicate)}: {told}" if told else plain(row.predicate)


def linked(words: str) -> Markup:
    """Let every document that is named by its id lead to it."""
    found, at = Markup(), 0
    for match in _DOCUMENT.finditer(words):
        found += escape(words[at : match.start()])
        found += Markup('<a class="id" href="/documents/{0}">{0}</a>').format(match.group())
        at = match.end()
    return found + escape(words[at:])
