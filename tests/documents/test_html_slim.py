"""The page as handed to the parser."""

from sayso.documents.html_slim import slim
from sayso.documents.html_tokens import tokens


def slimmed(html: str) -> str:
    return slim(html, tokens(html)).decode()


def test_scripts_comments_and_pictures_are_left_out() -> None:
    html = "<p>One<!-- c --><img src=x><script>no</script> two<svg><path/></svg></p>"

    assert slimmed(html) == "<p>One</script> two</svg></p>"


def test_the_description_in_json_and_the_title_are_kept() -> None:
    html = "<title>T</title><script type='application/ld+json'>{}</script>"

    assert slimmed(html) == html


def test_a_description_of_half_a_megabyte_is_left_out() -> None:
    html = f"<script type='application/ld+json'>{'x' * 500_001}</script>One"

    assert slimmed(html) == "</script>One"


def test_only_the_link_to_the_own_address_is_kept() -> None:
    html = "<link rel=icon href=i><link rel=canonical href=https://marn.example/a>"

    assert slimmed(html) == "<link rel=canonical href=https://marn.example/a>"


def test_an_open_title_does_not_swallow_the_page() -> None:
    assert slimmed("<title>T<p>One</p>") == "<p>One</p>"


def test_long_values_are_emptied() -> None:
    data = "data:image/png;base64," + "A" * 5000

    assert slimmed(f"<a href='{data}' class=x>One</a>") == '<a href="" class=x>One</a>'


def test_tags_deeper_than_the_parser_bears_are_left_out_in_pairs() -> None:
    html = "<div>" * 400 + "<p>One</p>" + "</div>" * 400
    slim_html = slimmed(html)

    assert slim_html.count("<div>") == slim_html.count("</div>") == 150
    assert slim_html.count("<p>One</p>") == 1


def test_end_tags_without_a_beginning_do_not_count() -> None:
    html = "</div>" * 3 + "<div>" * 150 + "One" + "</div>" * 150

    assert slimmed(html) == html


def test_unclosed_paragraphs_are_not_deep() -> None:
    html = "<p>One" * 400

    assert slimmed(html) == html


def test_characters_that_no_parser_takes_are_left_out() -> None:
    assert slimmed("<p>a\x00b\x0bc\ufffed\udc80e</p>") == "<p>abcd\ufffde</p>"


def test_an_attribute_that_is_never_closed_does_not_swallow_the_page() -> None:
    assert slimmed("<p>It's</p><a href=\"x>One</a>") == "<p>It's</p><a>One</a>"
    assert slimmed("<a href='x' title='y>One</a>") == "<a>One</a>"
    assert slimmed("<a href='x'>One's</a>") == "<a href='x'>One's</a>"
