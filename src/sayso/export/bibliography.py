"""The documents of a case as a bibliography: BibTeX and CSL-JSON, no day more exact than known."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, TextIO

from sayso.dates import DayInterval, Precision
from sayso.documents import Document
from sayso.evidence.dating import Dating
from sayso.export.export_rows import documents_of

if TYPE_CHECKING:
    from sayso.case import CaseReader
    from sayso.pipeline.wire import Json

# What TeX would take for a command; the rest of Unicode is read by every BibTeX of today.
_ESCAPED: Mapping[int, str] = MappingProxyType(
    str.maketrans(
        {
            "\\": r"\textbackslash{}",
            "{": r"\{",
            "}": r"\}",
            "%": r"\%",
            "&": r"\&",
            "#": r"\#",
            "$": r"\$",
            "_": r"\_",
            "~": r"\textasciitilde{}",
            "^": r"\textasciicircum{}",
            "\n": " ",
            "\r": " ",
        }
    )
)


def write_bibtex(case: "CaseReader", stream: TextIO) -> int:
    """Write one entry for each document and return how many there are."""
    written = 0
    for document, dating in documents_of(case):
        fields = ",\n".join(f"  {name} = {{{value}}}" for name, value in _fields(document, dating))
        stream.write(f"@online{{{document.id},\n{fields}\n}}\n\n")
        written += 1
    return written


def write_csl_json(case: "CaseReader", stream: TextIO) -> int:
    """Write one list of items and return how many there are."""
    stream.write("[")
    written = 0
    for document, dating in documents_of(case):
        item = json.dumps(_item(document, dating), ensure_ascii=False)
        stream.write((",\n" if written else "\n") + item)
        written += 1
    stream.write("\n]\n")
    return written


def _fields(document: Document, dating: Dating) -> Iterator[tuple[str, str]]:
    original, interval = document.original, dating.interval
    yield "title", _escaped(document.title or original.path)
    if document.byline:
        # Braces keep BibTeX from taking "and" and commas of a name apart.
        yield "author", " and ".join(f"{{{_escaped(name)}}}" for name in document.byline)
    if document.outlet:
        yield "organization", _escaped(document.outlet)
    if (written := _edtf(interval)) is not None:
        yield "date", written
    if interval.lo and interval.hi and interval.lo.year == interval.hi.year:
        yield "year", str(interval.lo.year)
        if interval.lo.month == interval.hi.month:
            yield "month", str(interval.lo.month)
    if original.address:
        yield "url", original.address.replace("{", "%7B").replace("}", "%7D")
    if original.retrieved:
        yield "urldate", f"{original.retrieved:%Y-%m-%d}"
    if document.language:
        yield "langid", document.language
    yield "note", f"SHA-256 {original.sha256}"


def _item(document: Document, dating: Dating) -> "dict[str, Json]":
    original = document.original
    item: dict[str, Json] = {
        "id": document.id,
        "type": "article-newspaper",
        "title": document.title or original.path,
        "note": f"SHA-256 {original.sha256}",
    }
    if document.byline:
        item["author"] = [{"literal": name} for name in document.byline]
    if document.outlet:
        item["container-title"] = document.outlet
    if issued := _issued(dating.interval):
        item["issued"] = issued
    if original.address:
        item["URL"] = original.address
    if original.retrieved:
        day = original.retrieved
        item["accessed"] = {"date-parts": [[day.year, day.month, day.day]]}
    if document.language:
        item["language"] = document.language
    return item


def _edtf(interval: DayInterval) -> str | None:
    """Write a date as EDTF does, which biblatex reads: ``2024-05``, ``2024-05-01/2024-05-09``."""
    if interval.lo is None and interval.hi is None:
        return None
    match interval.precision:
        case Precision.DAY:
            return str(interval.lo)
        case Precision.MONTH:
            return f"{interval.lo:%Y-%m}"
        case Precision.YEAR:
            return f"{interval.lo:%Y}"
    return f"{interval.lo or '..'}/{interval.hi or '..'}"


def _issued(interval: DayInterval) -> "Json":
    """Return date parts, as many as are known; an interval with an open end is no date for CSL."""
    lo, hi = interval.lo, interval.hi
    if lo is None or hi is None:
        return {"literal": _edtf(interval)} if lo or hi else None
    size = {Precision.DAY: 3, Precision.MONTH: 2, Precision.YEAR: 1}.get(interval.precision)
    days = (lo, hi) if size is None else (lo,)
    return {"date-parts": [list(_parts(day, size)) for day in days]}


def _parts(day: date, size: int | None) -> "tuple[Json, ...]":
    return (day.year, day.month, day.day)[:size]


def _escaped(text: str) -> str:
    return text.translate(_ESCAPED)
