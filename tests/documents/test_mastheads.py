"""Mastheads of plain text, borne out by the article or not."""

import pytest

from sayso.documents.mastheads import (
    STATEMENT_KIND,
    WITH_SLOGAN,
    MastheadRule,
    find_titled_line,
    read_masthead,
)
from sayso.documents.surroundings import surroundings
from sayso.text import Span
from tests.documents.test_chain import MORE, judged, page

RULES = (WITH_SLOGAN, STATEMENT_KIND)
ISSUED = "Harbour Friends asks the town to open the ferry again, because the islands need a doctor."


@pytest.mark.parametrize(("rule", "line"), [(r, line) for r in RULES for line in r.fires_on])
def test_a_masthead_rule_fires_on_its_examples(rule: MastheadRule, line: str) -> None:
    assert rule.pattern.match(line)


@pytest.mark.parametrize(("rule", "line"), [(r, line) for r in RULES for line in r.silent_on])
def test_a_masthead_rule_is_silent_on_its_counter_examples(rule: MastheadRule, line: str) -> None:
    assert not rule.pattern.match(line)


def titled(*lines: str, article: tuple[str, ...] = (ISSUED, MORE)) -> str | None:
    labels = judged(page(*lines, *article), set(article))
    found = find_titled_line(labels, surroundings(labels, None))
    return None if found is None else labels[found].line.text


@pytest.mark.parametrize(
    "line",
    [
        "MillSpinner – the whole world in one place",
        "Weir Notes – news from the river",
        "The Marn Gazette – first with the news",
    ],
)
def test_a_first_line_with_a_slogan_is_the_masthead(line: str) -> None:
    assert titled(line, "Ferry stops") == line


@pytest.mark.parametrize(
    "line",
    [
        "Marn – the town that waits",
        "Harbour Friends – what they want now",
        "Special Report – the ferry that stopped",
    ],
)
def test_a_place_a_topic_and_a_kicker_with_a_slogan_are_none(line: str) -> None:
    assert titled(line, "Ferry stops") is None


def test_a_slogan_further_down_is_none() -> None:
    assert titled("Ferry stops", "MillSpinner – the whole world in one place") is None


def test_the_name_above_the_kind_of_a_statement_is_its_issuer() -> None:
    assert titled("Harbour Friends", "Press release", "Ferry stops") == "Harbour Friends"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Weir Friends", ISSUED),
        ("Press Release", ISSUED),
        ("a plea to the town", ISSUED),
        ("Lower Marn", "The ferry in Lower Marn has stopped, and the islands need a doctor again."),
        ("Lower Marn", "Lower Marn, May 3. The ferry has stopped, and the islands need a doctor."),
    ],
)
def test_a_name_that_the_statement_does_not_speak_of_or_a_place_is_none(
    name: str, text: str
) -> None:
    assert titled(name, "Press release", "Ferry stops", article=(text, MORE)) is None


def test_without_article_or_lines_above_it_there_is_none() -> None:
    assert titled("Harbour Friends", "Press release", article=()) is None
    assert titled() is None


def test_a_masthead_is_read_without_its_slogan() -> None:
    masthead = read_masthead("MillSpinner – the whole world in one place")
    assert (masthead.name, masthead.span) == ("MillSpinner", Span(0, 11))
    assert read_masthead("Weir Notes").span == Span(0, 10)
    assert read_masthead("weir notes (beta)").name == "weir notes (beta)"
