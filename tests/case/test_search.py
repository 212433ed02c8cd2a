"""Search: documents by their words, with the places of the words, and never a stack trace."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.case import Case, RunId
from sayso.case.dialect.full_text import FOUND_END, FOUND_START
from sayso.case.search import found_spans, snippet_around
from sayso.errors import IntegrityError
from sayso.text import Span
from tests.case.builders import NOW, bare_evidence, document


def add(case: Case, run: RunId, text: str) -> str:
    made, data = document(text)
    case.add(made, bare_evidence(), data, run=run, now=NOW)
    return made.id


@pytest.fixture
def harbour(case: Case, run: RunId) -> tuple[str, str]:
    return (
        add(case, run, "The aid convoy reached the harbour. Aid was unloaded."),
        add(case, run, "A convoy of buses; no aid came. Água was short."),
    )


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("convoy", {0, 1}),
        ('"aid convoy"', {0}),
        ("convoy AND harbour", {0}),
        ("harbour OR buses", {0, 1}),
        ("convoy NOT harbour", {1}),
        ("harb*", {0}),
        ("agua", {1}),
        ("ÁGUA", {1}),
        ("missing", set()),
        ("", set()),
        ('"', set()),
        ("aid-convoy", {0}),
        ("convoy (", {0, 1}),
        ("nosuch:aid", set()),
        ("AND", set()),
        ("*", set()),
        ("buses\0convoy", {1}),
    ],
)
def test_a_query_finds_documents(
    case: Case, harbour: tuple[str, str], query: str, expected: set[int]
) -> None:
    found = {harbour.index(hit.document) for hit in case.search(query)}

    # What cannot be read as a query is a phrase: "convoy (" finds the word alone.
    assert found == expected


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.sampled_from('abc "*()^:+-,{}.\\\0ANDORT NEAR/2é'), max_size=20))
def test_no_query_is_an_error(case: Case, query: str) -> None:
    assert list(case.search(query)) == []


def test_a_damaged_index_is_not_taken_for_a_bad_query(case: Case, run: RunId) -> None:
    add(case, run, "A ferry left.")
    case.close()
    with closing(sqlite3.connect(case.directory / "case.db")) as connection:
        connection.execute("UPDATE texts_fts_data SET block = x'00' WHERE id > 10")
        connection.commit()

    with pytest.raises(IntegrityError, match="damaged"):
        list(case.search("ferry"))


def test_the_best_document_comes_first(case: Case, run: RunId) -> None:
    seldom = add(case, run, "A ferry left. " + "Nothing else happened that day. " * 20)
    often = add(case, run, "Ferry after ferry after ferry.")

    hits = list(case.search("ferry"))

    assert [hit.document for hit in hits] == [often, seldom]
    assert hits[0].rank < hits[1].rank


def test_hits_come_page_by_page(case: Case, run: RunId) -> None:
    for number in range(5):
        add(case, run, f"ferry {number}")

    first = [hit.document for hit in case.search("ferry", limit=3)]
    rest = [hit.document for hit in case.search("ferry", limit=3, offset=3)]

    assert (len(first), len(rest), len({*first, *rest})) == (3, 2, 5)


def test_a_hit_marks_the_words_in_the_text(case: Case, harbour: tuple[str, str]) -> None:
    hit = next(case.search('"aid convoy" OR aid', snippets=True))
    text = case.document(hit.document).text

    assert hit.document == harbour[0]
    assert [text[span.start : span.end] for span in hit.spans] == ["aid convoy", "Aid"]
    assert hit.snippet == Span(0, len(text))
    assert hit.snippet_words == text
    assert (hit.title, hit.outlet) == ("Ferry stopped at Orlo", "The Orlo Lantern")


def test_without_snippets_no_words_are_marked(case: Case, harbour: tuple[str, str]) -> None:
    hit = next(case.search("harbour"))

    assert hit.document == harbour[0]
    assert (hit.spans, hit.snippet, hit.snippet_words) == ((), None, "")


def test_a_text_that_holds_the_marks_themselves_is_found_without_spans(
    case: Case, run: RunId
) -> None:
    odd = add(case, run, f"A ferry {FOUND_START}left{FOUND_END}.")

    (hit,) = case.search("ferry", snippets=True)

    assert (hit.document, hit.spans, hit.snippet) == (odd, (), None)


def test_marks_become_spans() -> None:
    marked = f"a {FOUND_START}b{FOUND_END} c {FOUND_START}dd{FOUND_END}"

    assert found_spans(marked, "a b c dd") == (Span(2, 3), Span(6, 8))


def test_a_snippet_shows_the_place_with_most_of_the_words() -> None:
    text = "one " + "filler " * 100 + "two three four" + " filler" * 100
    spans = [Span(0, 3)] + [
        Span(text.index(word), text.index(word) + len(word)) for word in ("two", "three", "four")
    ]

    snippet = snippet_around(spans, text)

    assert snippet is not None
    words = snippet.text_in(text)
    assert "two three four" in words
    assert words.split()[0] == words.split()[-1] == "filler"
    assert len(words) <= 240


def test_a_snippet_is_never_cut_inside_what_was_found() -> None:
    text = "x" * 1000

    assert snippet_around([Span(100, 900)], text) == Span(100, 900)


def test_a_reread_text_is_found_by_its_new_words_only(case: Case, run: RunId) -> None:
    made, data = document("The ferry left.")
    case.add(made, bare_evidence(), data, run=run, now=NOW)
    case.reread(replace(made, text="The barge left."), bare_evidence(), run=run, now=NOW)

    assert [hit.document for hit in case.search("barge")] == [made.id]
    assert list(case.search("ferry")) == []
