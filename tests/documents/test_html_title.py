"""The title of a page, and where it stands."""

import pytest

from sayso.documents.html_declared import read_declared
from sayso.documents.html_linked import LinkedArticle
from sayso.documents.html_text import render_page
from sayso.documents.html_title import declared_titles, find_title
from sayso.documents.html_tokens import Marked, tokens

TITLE = "Bridge at Lower Marn closed"


def title_of(
    html: str, *titles: str, site: str = "", body_start: int | None = None
) -> tuple[str | None, str | None]:
    page = render_page(html, tokens(html))
    title, span = find_title(page, titles, site=site, body_start=body_start)
    return title, span.text_in(page.text) if span else None


def test_the_heading_that_says_the_title_is_the_title() -> None:
    html = f"<h1>Marn Post</h1><h2>{TITLE}</h2><p>{TITLE} again</p>"

    assert title_of(html, TITLE) == (TITLE, TITLE)


def test_quotation_marks_may_differ_and_the_page_is_quoted() -> None:
    assert title_of("<h1>‘High water’ – at Marn</h1>", "'High water' - at Marn") == (
        "‘High water’ – at Marn",
        "‘High water’ – at Marn",
    )


def test_a_heading_over_two_lines_is_one_title() -> None:
    assert title_of("<h1>Bridge at<br>Lower Marn closed</h1>", TITLE) == (
        TITLE,
        "Bridge at\nLower Marn closed",
    )


def test_a_heading_may_say_most_of_the_title_but_not_a_word_of_it() -> None:
    assert title_of("<h1>Bridge at Lower Marn</h1>", TITLE)[0] == "Bridge at Lower Marn"
    assert title_of("<h1>Marn</h1>", TITLE) == (TITLE, None)


def test_the_main_heading_above_the_article_is_what_a_reader_saw() -> None:
    html = "<h1>The river came at night</h1><p>One</p><h1>Read more of the same</h1>"

    assert title_of(html, TITLE, body_start=24)[0] == "The river came at night"
    assert title_of(html, TITLE) == (TITLE, None)
    assert title_of("<h1>The river came at night</h1>")[0] == "The river came at night"


def test_the_name_of_the_site_is_no_title() -> None:
    assert title_of("<h1>The Marn Post</h1>", site="The Marn Post") == (None, None)


def test_a_title_without_a_heading_is_found_as_a_line() -> None:
    assert title_of(f"<p>Home</p><div>{TITLE}</div>", TITLE) == (TITLE, TITLE)
    assert title_of("<p>Home</p>", TITLE) == (TITLE, None)
    assert title_of("<p>Home</p>") == (None, None)


@pytest.mark.parametrize(
    ("declared", "expected"),
    [
        (f"{TITLE} | Marn Post", TITLE),
        (f"{TITLE} - News - Marn Post", f"{TITLE} - News"),
        (f"MARN POST: {TITLE}", f"MARN POST: {TITLE}"),
        (f"Marn Post – {TITLE}", TITLE),
        (f"{TITLE} | Another", f"{TITLE} | Another"),
        (f" {TITLE}\n", TITLE),
        ("Marn Post", "Marn Post"),
    ],
)
def test_the_name_of_the_site_is_cut_from_a_declared_title(declared: str, expected: str) -> None:
    html = f"<title>{declared}</title>"
    page = render_page(html, tokens(html))

    assert declared_titles(read_declared(html, page), LinkedArticle(), site="Marn Post") == (
        expected,
    )


def test_the_description_comes_before_meta_tags_and_those_before_the_title_tag() -> None:
    html = "<title>Three</title><meta property=og:title content=Two>"
    page = render_page(html, tokens(html))
    linked = LinkedArticle(headline=Marked("One", 0, 3))

    assert declared_titles(read_declared(html, page), linked, site="") == ("One", "Two", "Three")
