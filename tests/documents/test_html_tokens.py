"""Cutting a page into text and markup, whatever state it is in."""

import pytest
from hypothesis import given

from sayso.documents.html_tokens import Marked, attributes, tokens
from tests.documents.html_pages import SOUP


def texts(html: str) -> list[str]:
    return [html[at:start] for at, start, *_ in tokens(html) if at < start]


def names(html: str) -> list[str]:
    return [("/" if closing else "") + name for *_, name, closing in tokens(html)]


@given(SOUP)
def test_the_pieces_hold_every_character_in_order(html: str) -> None:
    at = 0
    for before, start, end, resumes, *_ in tokens(html):
        assert before == at
        assert before <= start <= end <= resumes
        at = resumes
    assert at == len(html)


def test_tags_are_named_in_lower_case() -> None:
    assert names("<P>one<Br/>two</P >") == ["p", "br", "/p"]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<a title='x > y'>one</a>", ["one"]),
        ('<a title="x > y" b>one', ["one"]),
        ("<a title=it's>don't</a>", ["don't"]),
        ('<a title="never closed>one</a>', ["one"]),
        ("5 < 6 and 7 > 2", ["5 < 6 and 7 > 2"]),
        ("one<p", ["one"]),
        ("one</", ["one"]),
        ("<?xml version='1.0'?>one", ["one"]),
        ("<![CDATA[two]]>one", ["one"]),
        ("<!doctype html>one", ["one"]),
    ],
)
def test_text_is_told_from_markup(html: str, expected: list[str]) -> None:
    assert texts(html) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<!-- a > b -->one", ["one"]),
        ("<!-->one-->", ["one-->"]),
        ("<!--->one", ["one"]),
        ("<!-- a --!>one", ["one"]),
        ("<!-- never closed><p>one</p>", ["one"]),
        ("<!-- a --><!-- b ><p>one</p><!-- c ><p>two</p>", ["one", "two"]),
        ("<p>one</p><!-- b <p>two</p>", ["one", "two"]),
        ("one<!-- b", ["one"]),
    ],
)
def test_comments_end_where_they_end_and_open_ones_lose_only_their_tag(
    html: str, expected: list[str]
) -> None:
    assert texts(html) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<script>if (a<b) '</p>'</script>one", ["one"]),
        ("<SCRIPT>a</Script>one", ["one"]),
        ("<script>'</scripted>'</script>one", ["one"]),
        ("<style>p > a {}</style>one", ["one"]),
        ("<title>a < b</title>one", ["one"]),
        ("<svg><title>icon</title><text>t</text></svg>one", ["one"]),
        ("<noscript>enable scripts</noscript>one", ["one"]),
        ("<svg/>one", ["one"]),
        ("<svg>one", ["one"]),
        ("<textarea>one", ["one"]),
        ("<title>a title<meta name=x>one", ["one"]),
        ("<title>a title", []),
    ],
)
def test_what_is_no_prose_is_skipped_and_an_open_element_swallows_nothing(
    html: str, expected: list[str]
) -> None:
    assert texts(html) == expected


def test_reading_goes_on_at_the_next_paragraph_after_an_open_script() -> None:
    html = "<script>var a = 1;<p>one</p><script>var b = 2;<h2>two</h2><script>c"

    assert texts(html) == ["one", "two"]


def test_attributes_are_given_with_the_characters_that_hold_them() -> None:
    html = "<meta NAME=author content=' Ada &amp; Bo ' content=second data-x>"
    found = attributes(html, 0, len(html))

    assert found == {
        "name": Marked("author", 11, 17),
        "content": Marked("Ada & Bo", 28, 40),
    }
    assert html[28:40] == "Ada &amp; Bo"
