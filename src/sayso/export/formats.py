"""The formats a case can be written in as one stream of text, each by the module that knows it."""

from collections.abc import Callable
from enum import StrEnum
from importlib import import_module
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from sayso.case import CaseReader
    from sayso.case.review_records import Reviewed


class Format(StrEnum):
    """JSON lines and CSV hold every field; the others are for other programs."""

    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    JSONLD = "jsonld"
    WEBANNO = "webanno"
    STIX = "stix"
    BIBTEX = "bibtex"
    CSL_JSON = "csl-json"
    TIMELINEJS = "timelinejs"
    GEOJSON = "geojson"
    PLOVER = "plover"
    ACLED = "acled"
    UCDP = "ucdp"


# Those of rows, which can be narrowed to what was accepted, and those of documents alone.
_ROWS = {
    Format.JSONLD: ("json_ld", "write_json_ld"),
    Format.WEBANNO: ("web_annotations", "write_web_annotations"),
    Format.STIX: ("stix", "write_stix"),
}
_DOCUMENTS = {
    Format.BIBTEX: ("bibliography", "write_bibtex"),
    Format.CSL_JSON: ("bibliography", "write_csl_json"),
}
# Those of the chronology.
_EVENTS = {
    Format.TIMELINEJS: ("timelinejs", "write_timelinejs"),
    Format.GEOJSON: ("geojson", "write_geojson"),
    Format.PLOVER: ("plover", "write_plover"),
    Format.ACLED: ("event_columns", "write_acled"),
    Format.UCDP: ("event_columns", "write_ucdp"),
}
_LISTS = {**_DOCUMENTS, **_EVENTS}
OF_WHOLE_CASES = frozenset((*_ROWS, *_LISTS))


def write_format(
    case: "CaseReader", form: Format, stream: TextIO, *, only: "Reviewed | None" = None
) -> int:
    """Write a case in one of ``OF_WHOLE_CASES`` and return how many things were written."""
    if form in _ROWS:
        written: int = _writer(*_ROWS[form])(case, stream, only=only)
        return written
    if form in _LISTS:
        listed: int = _writer(*_LISTS[form])(case, stream)
        return listed
    raise ValueError(f"{form} is written by a module of its own")


def _writer(module: str, name: str) -> Callable[..., int]:
    found: Callable[..., int] = getattr(import_module(f"sayso.export.{module}"), name)
    return found
