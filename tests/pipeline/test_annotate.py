"""Texts in, annotations out, line by line: bad ones are refused, and the rest goes on."""

import json
import os
from collections.abc import Iterator
from datetime import date

import pytest

from sayso.documents import DateBasis, Document
from sayso.evidence.reading import Evidence, read_evidence
from sayso.pipeline.annotate import (
    Refusal,
    Request,
    RequestError,
    annotate_lines,
    as_document,
    parse_request,
)
from sayso.text import Span
from tests.pipeline.annotated import (
    EVIDENCE,
    FRIDAY,
    line,
    read,
)


def test_a_text_without_a_given_day_has_that_of_its_head() -> None:
    text = "2 May 2031\n\nGunmen came."
    given = as_document(Request(id="x", text=text, published=date(2031, 5, 3)))

    assert [one.interval for one in as_document(Request(id="x", text=text)).dates] == [FRIDAY]
    assert [one.rule for one in given.dates] == ["given"]


def test_the_text_is_taken_as_it_is() -> None:
    text = "\ufeff A  text\r\nwith\u00a0odd blanks \ud800"

    document = as_document(Request(id="x", text=text))

    assert document.text == text
    assert document.original_spans(Span(0, len(text))) == (Span(0, len(text)),)


def test_the_given_day_is_the_strongest_reason_for_the_date() -> None:
    document = as_document(Request(id="x", text="A text.", published=date(2031, 5, 2)))

    (candidate,) = document.dates
    assert (candidate.interval, candidate.basis) == (FRIDAY, DateBasis.METADATA)


@pytest.mark.parametrize(
    ("given", "published"),
    [
        ({"id": "a", "text": "b"}, None),
        ({"id": "a", "text": "b", "published": None}, None),
        ({"id": "a", "text": "b", "published": "2031-05-02"}, date(2031, 5, 2)),
        ({"id": "a", "text": "b", "published": "2031-05-02T08:00:00Z"}, date(2031, 5, 2)),
    ],
)
def test_a_request_is_read(given: dict[str, object], published: date | None) -> None:
    assert parse_request(line(**given)) == Request(id="a", text="b", published=published)


@pytest.mark.parametrize(
    ("bad", "problem"),
    [
        (b"{", "not JSON at column 2"),
        (b"\xff{}", "not UTF-8 at byte 0"),
        (b"[1]", "expected a JSON object, found a list"),
        (b'{"text": "b"}', 'expected text in "id", found nothing'),
        (b'{"id": 3, "text": "b"}', 'expected text in "id", found a number'),
        (b'{"id": "a", "text": {}}', 'expected text in "text", found an object'),
        (line(id="a", text="b", published="May 2031"), "expected YYYY-MM-DD or null"),
        (line(id="a", text="b", published="2031-05-02x"), "expected YYYY-MM-DD or null"),
        (line(id="a", text="b", published="2031-02-30"), "expected YYYY-MM-DD or null"),
        (line(id="a", text="b", published=2031), "expected YYYY-MM-DD or null"),
    ],
)
def test_a_bad_request_says_what_was_found_and_expected(bad: bytes, problem: str) -> None:
    with pytest.raises(RequestError, match=problem):
        parse_request(bad)


def ids(results: list[str | Refusal]) -> list[str | None]:
    return [None if isinstance(one, Refusal) else json.loads(one)["id"] for one in results]


@pytest.mark.parametrize("workers", [1, 2])
def test_bad_lines_are_refused_by_number_and_the_rest_goes_on(workers: int) -> None:
    given = [b"\xef\xbb\xbf" + line(id="a", text="x"), b"\n", b"nonsense\n", line(id="b", text="y")]

    results = list(annotate_lines(given, read=read_evidence, tokens=False, workers=workers))

    assert ids(results) == ["a", None, "b"]
    assert isinstance(results[1], Refusal)
    assert results[1].line == 3


def test_each_line_is_answered_before_the_next_is_read() -> None:
    asked = []

    def lines() -> Iterator[bytes]:
        for name in "ab":
            asked.append(name)
            yield line(id=name, text="x")

    results = annotate_lines(lines(), read=read, tokens=False)

    assert (json.loads(str(next(results)))["id"], asked) == ("a", ["a"])


def test_a_fault_in_one_text_does_not_stop_the_others() -> None:
    def failing(document: Document) -> Evidence:
        if document.id == "a":
            raise KeyError("x")
        return EVIDENCE

    lines = [line(id="a", text="x"), line(id="b", text="y")]

    first, second = annotate_lines(lines, read=failing, tokens=False)

    assert first == Refusal(1, "KeyError while reading: 'x'")
    assert ids([second]) == ["b"]


def crash(document: Document) -> Evidence:
    """Bring the process down, as a fault in C code would."""
    if document.id == "a":
        os._exit(3)
    return read_evidence(document)


@pytest.mark.slow
def test_a_child_that_breaks_down_costs_one_line() -> None:
    lines = [line(id="a", text="x"), line(id="b", text="y")]

    first, second = annotate_lines(lines, read=crash, tokens=False, workers=2)

    assert first == Refusal(1, "the reader ended unasked (exit status 3)")
    assert ids([second]) == ["b"]


HOSTILE = {
    "empty": "",
    "blanks": " \n\t\n",
    "digits": "1234567890 " * 300,
    "one number": "9" * 3000,
    "quote marks": "“" * 2000 + '"' * 2000 + "'" * 1000,
    "brackets": "([{" * 1000,
    "one word": "x" * 5000,
    "emoji": "👩‍👩‍👧 “About 40 🚢 sank,” she said. " * 20,
    "Arabic": "قال المتحدث إن 40 شخصا غادروا المدينة يوم الأحد. " * 20,
    "nulls": "About \0 40 boats\0 sank.",
    "half a character": "About \ud83d 40 boats sank.",
    "line ends": "\r\n\u2028\u2029\x85" * 200,
    "long line": "A ferry with about 40 people sank on Sunday, she said. " * 200,
}


@pytest.mark.slow
def test_hostile_texts_give_the_same_lines_in_one_process_and_in_many() -> None:
    lines = [line(id=name, text=text) for name, text in HOSTILE.items()]

    alone = list(annotate_lines(lines, read=read_evidence, tokens=True))
    shared = list(annotate_lines(lines, read=read_evidence, tokens=True, workers=2))

    assert shared == alone
    assert ids(alone) == list(HOSTILE)


@pytest.mark.slow
@pytest.mark.parametrize("name", list(HOSTILE))
def test_every_span_of_a_hostile_text_lies_in_it(name: str) -> None:
    text = HOSTILE[name]

    (found,) = annotate_lines([line(id=name, text=text)], read=read_evidence, tokens=True)

    made = json.loads(str(found))
    spans = [span[:2] for span in made["sentences"] + made["tokens"]]
    spans += [one["span"] for kind in ("figures", "timexes") for one in made[kind]]
    spans += [span for one in made["attributions"] for span in one["content"] + one["source"]]
    assert all(0 <= start < end <= len(text) for start, end in spans)
