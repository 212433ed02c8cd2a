"""Which lines of a page are its article."""

import logging

import pytest

from sayso.documents.html_body import choose_body, parse, quiet
from sayso.documents.html_dense import dense_lines
from sayso.documents.html_slim import slim
from sayso.documents.html_text import render_page
from sayso.documents.html_tokens import tokens
from tests.documents.html_pages import SENTENCES, article, body_of

MENU = "<ul>" + "".join(f"<li><a href=/{i}>Section number {i}</a></li>" for i in range(9)) + "</ul>"


def test_the_article_is_chosen_and_the_menu_is_not() -> None:
    html = f"<html><body><nav>{MENU}</nav><article>{article()}</article>{MENU}</body></html>"

    assert body_of(html) == list(SENTENCES)


def test_a_paragraph_that_the_extractor_gives_once_is_chosen_once() -> None:
    html = f"<html><body>{article()}{article(SENTENCES[3])}</body></html>"

    assert body_of(html) == list(SENTENCES)


def test_a_button_inside_a_paragraph_is_no_part_of_it() -> None:
    mixed = f"{SENTENCES[1]} <button>Share this story with all of your friends now</button>"
    html = f"<html><body><article>{article(SENTENCES[0], mixed, *SENTENCES[2:])}</article>"
    page = render_page(html, tokens(html))
    choice = choose_body(page, parse(slim(html, tokens(html)), tags=20))

    assert choice.missing == 0
    assert SENTENCES[1] in [span.text_in(page.text) for span in choice.spans]


def test_a_word_that_the_extractor_drops_does_not_break_a_line() -> None:
    marked = SENTENCES[1].replace("said,", "said,<sup>1</sup>")
    body = body_of(f"<html><body><article>{article(SENTENCES[0], marked, *SENTENCES[2:])}")

    assert body == [SENTENCES[0], SENTENCES[1].replace("said,", "said,1"), *SENTENCES[2:]]


def test_a_mark_before_the_chosen_words_belongs_to_their_line() -> None:
    html = article(f"(a) {SENTENCES[0]}")
    page = render_page(html, tokens(html))
    choice = choose_body(page, parse(f"<html><body><article>{article()}".encode(), tags=9))

    assert [span.text_in(page.text) for span in choice.spans] == [f"(a) {SENTENCES[0]}"]
    assert choice.missing == 3


def test_much_that_the_extractor_drops_is_left_out_of_the_line() -> None:
    html = f"<body><div>{SENTENCES[0]} {SENTENCES[1]}</div></body>"
    page = render_page(html, tokens(html))
    other = f"<html><body><article><p>{SENTENCES[0]}</p></article></body></html>"
    choice = choose_body(page, parse(other.encode(), tags=5))

    assert [span.text_in(page.text) for span in choice.spans] == [SENTENCES[0]]


def test_an_extractor_that_gives_another_text_is_not_believed() -> None:
    html = f"<html><body>{article()}</body></html>"
    page = render_page(html, tokens(html))
    other = "<html><body><article>" + article("Quite another story, and a long one. " * 9)
    choice = choose_body(page, parse(other.encode(), tags=5))

    assert choice.extractor == "dense-1"
    assert [span.text_in(page.text) for span in choice.spans] == list(SENTENCES)


def test_a_paragraph_that_the_extractor_gives_twice_is_chosen_once() -> None:
    page = render_page(article(), tokens(article()))
    other = f"<html><body><article>{article()}{article('Quite another line.', SENTENCES[0])}"
    choice = choose_body(page, parse(other.encode(), tags=9))

    assert [span.text_in(page.text) for span in choice.spans] == list(SENTENCES)
    assert (choice.lines, choice.missing) == (6, 1)


def test_a_page_without_an_article_is_left_to_the_densest_prose() -> None:
    html = f"<html><body><nav>{MENU}</nav></body></html>"
    page = render_page(html, tokens(html))

    assert (
        choose_body(page, parse(slim("<p></p>", tokens("<p></p>")), tags=2)).extractor == "dense-1"
    )


def test_a_page_that_is_a_flood_is_left_to_the_densest_prose() -> None:
    assert parse(b"<p>One</p>", tags=200_000) is None
    assert parse(b"", tags=0) is None
    page = render_page(article(), tokens(article()))

    assert choose_body(page, None).extractor == "dense-1"


def test_the_densest_prose_is_found_between_menus() -> None:
    html = (
        f"{MENU}<h1>Bridge closed</h1>{article()}<p><a href=/x>More on the flood</a></p>"
        f"<h2>Further up</h2>{article()}{MENU}<p>Imprint</p>"
    )
    page = render_page(html, tokens(html))
    lines = [page.line_text(line) for line in dense_lines(page)]

    assert lines == [*SENTENCES, "Further up", *SENTENCES]


def test_a_page_without_prose_has_no_body() -> None:
    page = render_page(MENU, tokens(MENU))

    assert dense_lines(page) == ()
    assert choose_body(page, None).spans == ()


def test_a_library_is_quiet_only_while_it_is_asked(caplog: pytest.LogCaptureFixture) -> None:
    logger = logging.getLogger("some_library")
    with quiet("some_library"):
        logger.error("held back")
    logger.error("passed on")

    assert caplog.messages == ["passed on"]
