"""Texts in, their language layers and evidence out, line by line and without a case."""

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from datetime import date
from functools import partial

from sayso.dates import DayInterval
from sayso.documents import DateBasis, DateCandidate, Document, Original, content_hash
from sayso.documents.head_dates import head_dates
from sayso.errors import DocumentError, SaysoError
from sayso.evidence.reading import Evidence
from sayso.frozen import dataclass
from sayso.pipeline.annotation import Annotation, as_annotation
from sayso.pipeline.wire import as_json_line
from sayso.text import TextMap

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_DAY_LENGTH = len("2026-01-31")
# The caller states the date as a fact, so it outweighs whatever the text suggests.
_GIVEN_WEIGHT = 10.0
# Whoever annotates waits for the answer, however long the text: this is for what never ends.
_DEADLINE_SECONDS = 3600.0

Read = Callable[[Document], Evidence]


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A text to annotate, with the day it was published on, if known."""

    id: str
    text: str
    published: date | None = None


class RequestError(SaysoError):
    """A line is not a request: refuse it and go on with the next."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A line that could not be annotated, counted from 1, and why."""

    line: int
    problem: str


@dataclass(frozen=True, slots=True)
class NumberedLine:
    """A line of the input that is not blank, counted from 1."""

    number: int
    data: bytes

    @property
    def path(self) -> str:
        return f"line {self.number}"


def annotate_lines(
    lines: Iterable[bytes], *, read: Read, tokens: bool, workers: int = 1
) -> Iterator[str | Refusal]:
    """Return the annotation of each JSON line as JSON, in order; a bad line is refused.

    With one worker each line is answered before the next is read. With more, or 0 for one on each
    core, child processes share the lines, and ``read`` must be a function that they can import.
    """
    numbered = (
        NumberedLine(number, line) for number, line in enumerate(lines, start=1) if line.strip()
    )
    annotated = partial(_annotated, read=read, tokens=tokens)
    return map(annotated, numbered) if workers == 1 else _shared(annotated, numbered, workers)


def _shared(
    annotated: Callable[[NumberedLine], str | Refusal], lines: Iterable[NumberedLine], workers: int
) -> Iterator[str | Refusal]:
    from sayso.documents.sandbox import map_in_sandboxes  # noqa: PLC0415 -- loads subprocess

    outcomes = map_in_sandboxes(
        annotated, lines, workers=workers, deadline_seconds=_DEADLINE_SECONDS, memory_bytes=None
    )
    with closing(outcomes):
        for line, result in outcomes:
            if isinstance(result, DocumentError) and isinstance(line, NumberedLine):
                yield Refusal(line.number, result.problem)
            elif not isinstance(result, DocumentError):
                yield result


def _annotated(line: NumberedLine, *, read: Read, tokens: bool) -> str | Refusal:
    try:
        return as_json_line(annotate(parse_request(line.data), read=read, tokens=tokens))
    except RequestError as error:
        return Refusal(line.number, str(error))
    except Exception as error:  # noqa: BLE001 -- the loop over documents is a border
        return Refusal(line.number, f"{type(error).__name__} while reading: {error}")


def parse_request(line: bytes) -> Request:
    """Read ``{"id", "text", "published"}``; RequestError says what was found and expected."""
    try:
        given = json.loads(line.removeprefix(_BYTE_ORDER_MARK).decode())
    except UnicodeDecodeError as error:
        raise RequestError(f"not UTF-8 at byte {error.start}") from error
    except json.JSONDecodeError as error:
        raise RequestError(f"not JSON at column {error.colno}: {error.msg}") from error
    if not isinstance(given, dict):
        raise RequestError(f"expected a JSON object, found {_kind(given)}")
    for key in ("id", "text"):
        if not isinstance(given.get(key), str):
            raise RequestError(f'expected text in "{key}", found {_kind(given.get(key))}')
    return Request(id=given["id"], text=given["text"], published=_parse_day(given.get("published")))


def annotate(request: Request, *, read: Read, tokens: bool = False) -> Annotation:
    """Return what ``read`` finds in the text, in the form for output."""
    document = as_document(request)
    return as_annotation(request.id, document.text, read(document), tokens=tokens)


def as_document(request: Request) -> Document:
    """Take the text as it is: no cleaning, so that every offset is one of the given text."""
    data = request.text.encode(errors="surrogatepass")
    return Document(
        id=request.id,
        original=Original(
            sha256=content_hash(data), size=len(data), media_type="text/plain", path=request.id
        ),
        text=request.text,
        text_map=TextMap.identity(len(request.text)),
        extractor="given",
        encoding="utf-8",
        original_length=len(request.text),
        dates=head_dates(request.text)
        if request.published is None
        else (_given_date(request.published),),
    )


def _given_date(day: date) -> DateCandidate:
    return DateCandidate(
        interval=DayInterval.day(day),
        basis=DateBasis.METADATA,
        weight=_GIVEN_WEIGHT,
        original_spans=(),
        written=day.isoformat(),
        rule="given",
    )


def _parse_day(published: object) -> date | None:
    """Read ``YYYY-MM-DD``; a time of day behind it is left off."""
    if published is None:
        return None
    if isinstance(published, str) and published[_DAY_LENGTH:][:1] in {"", "T", " "}:
        try:
            return date.fromisoformat(published[:_DAY_LENGTH])
        except ValueError:
            pass
    raise RequestError(f'expected YYYY-MM-DD or null in "published", found {published!r}')


def _kind(value: object) -> str:
    names = {dict: "an object", list: "a list", str: "text", bool: "a truth value"}
    return "nothing" if value is None else names.get(type(value), "a number")
