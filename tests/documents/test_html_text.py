"""The plain text of a page, and the way back to every character of it."""

from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.documents.html_text import Page, line_span, render_page
from sayso.documents.html_tokens import tokens
from sayso.text import Span
from tests.documents.html_pages import SOUP

UNSEEN = "\x00\xad\u200b\u200e\u2060\ufeff"


def rendered(html: str) -> Page:
    return render_page(html, tokens(html))


def original_of(html: str, words: str) -> list[str]:
    page = rendered(html)
    start = page.text.index(words)
    spans = page.text_map.original_spans(Span(start, start + len(words)))
    return [span.text_in(html) for span in spans]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>One</p><p>Two</p>", "One\nTwo"),
        ("<div>One<div>Two</div>Three</div>", "One\nTwo\nThree"),
        ("One<br>Two<br/><br>Three", "One\nTwo\nThree"),
        ("<ul><li>One<li>Two</ul>", "One\nTwo"),
        ("<table><tr><td>One<td>Two</table>", "One\nTwo"),
        ("<p>One <b>two</b> three</p>", "One two three"),
        ("<p>On<b>e t</b>wo</p>", "One two"),
        ("<p>One<wbr>two</p>", "Onetwo"),
        ("  <p>\n  One\n\t two  </p>\n", "One two"),
        ("<b>One </b> <i> two</i>", "One two"),
        ("<p>&nbsp;One&nbsp;&nbsp; two&#10;three&nbsp;</p>", "One two three"),
        ("<pre>One\n  two\n\nthree</pre>", "One\ntwo\nthree"),
        ("<p>Fish &amp; chips &lt; 5 &pound; &#8217;</p>", "Fish & chips < 5 £ ’"),
        ("<p>AT&T, R&D; a && b &unknown; &</p>", "AT&T, R&D; a && b &unknown; &"),
        ("<p>&copy 2031 &ampx</p>", "© 2031 &x"),
        ("<head><title>T</title></head><p>One</p>", "One"),
        ("<p></p><p> &nbsp; </p>", ""),
        ("", ""),
    ],
)
def test_every_block_is_a_line_and_blanks_are_folded(html: str, expected: str) -> None:
    assert rendered(html).text == expected


@pytest.mark.parametrize("character", UNSEEN)
def test_what_nobody_sees_is_left_out_inside_a_word(character: str) -> None:
    html = f"<p>har{character}bour</p>"

    assert rendered(html).text == "harbour"
    assert original_of(html, "harbour") == ["har", "bour"]


def test_unseen_references_are_left_out_and_impossible_ones_show_that_they_are() -> None:
    assert rendered("a&shy;b&#8203;c").text == "abc"
    assert rendered("a&#0;b&#x110000;c&#xD800;").text == "a\ufffdb\ufffdc\ufffd"


def test_joiners_that_spell_words_stay() -> None:
    assert rendered("<p>می\u200cخواهم</p>").text == "می\u200cخواهم"


def test_a_lone_surrogate_is_shown_as_a_replacement_character() -> None:
    page = rendered("<p>a\udc80b</p>")

    assert page.text == "a\ufffdb"
    assert page.text_map.original_spans(Span(1, 2)) == (Span(4, 5),)


def test_a_reference_is_one_piece_with_its_characters() -> None:
    html = "<p>R&amp;D costs 5&nbsp;&pound;.</p>"

    assert original_of(html, "&") == ["&amp;"]
    assert original_of(html, "R&D") == ["R&amp;D"]
    assert original_of(html, "5 £") == ["5&nbsp;&pound;"]


def test_a_phrase_maps_to_the_pieces_between_the_tags() -> None:
    html = "<p>One <b>two</b>\n <i>three</i></p><p>four</p>"

    assert original_of(html, "One two three\nfour") == ["One ", "two", "\n ", "three", "four"]


def test_direction_overrides_are_noticed_however_they_are_written() -> None:
    assert rendered("<p>\u202eone</p>").bidi_override
    assert rendered("<p>&#8238;one</p>").bidi_override
    assert rendered("<p>&#x202d; one</p>").text == "one"
    assert not rendered("<p>\u200fone</p>").bidi_override


def test_a_line_knows_its_block_its_heading_and_its_links() -> None:
    page = rendered("<h1>A <a href=x>B</a><br>C</h1><h2><div>D</div></h2><p>E</p>F")
    lines = [(page.line_text(line), line.tag, line.heading, line.linked) for line in page.lines]

    assert lines == [
        ("A B", "h1", 1, 1),
        ("C", "h1", 1, 0),
        ("D", "h2", 2, 0),
        ("E", "p", 0, 0),
        ("F", "", 0, 0),
    ]
    assert line_span(page.lines[1]) == Span(4, 5)


def test_tags_with_metadata_are_noted_and_no_others() -> None:
    html = (
        "<html><head><meta name=a content=b><title>T</title></head>"
        "<p class=x>One <span itemprop='author'>Ada</span> <a href='rel=author'>x</a>"
        "<a rel='author' href=y>Bo</a><time datetime=z>today</time>"
    )
    page = rendered(html)

    assert [(note.name, page.text[: note.at]) for note in page.notes] == [
        ("html", ""),
        ("meta", ""),
        ("title", ""),
        ("span", "One"),
        ("a", "One Ada"),
        ("a", "One Ada x"),
        ("time", "One Ada xBo"),
    ]


@given(SOUP)
def test_no_page_breaks_the_rules_of_the_rendering(html: str) -> None:
    page = rendered(html)

    assert len(page.text_map) == len(page.text)
    assert "\n".join(page.line_text(line) for line in page.lines) == page.text
    for line in page.lines:
        text = page.line_text(line)
        assert text == " ".join(text.split())
        assert text
        assert line.linked <= len(text)
    for run in page.text_map.runs:
        shown, written = page.text[run.start : run.end], html[run.original_start : run.original_end]
        assert folded(unescape(written)) == folded(shown)


def folded(text: str) -> str:
    return "".join("".join(text.split()).split("\x00"))


WORD = st.text(st.sampled_from("aZé7&<£—’ش界"), min_size=1, max_size=6)
GAP = st.sampled_from(
    [" ", "\n  ", "&nbsp;", " <b>", "</i>\t", "<!-- c --> ", "<p>", "<br>\n", "</div>"]
)


@st.composite
def pages_of_words(draw: st.DrawFn) -> tuple[str, list[str]]:
    """Draw a page, and the words that a reader of it sees."""
    words = draw(st.lists(WORD, min_size=1, max_size=8))
    html = "<script>no</script>"
    for word in words:
        html += draw(GAP)
        for character in word:
            written = [f"&#{ord(character)};", f"&#x{ord(character):x};"]
            written += [character] if character not in "&<" else []
            html += draw(st.sampled_from(written)) + draw(st.sampled_from(["", "", *UNSEEN, "<i>"]))
    return html, words


@given(pages_of_words())
def test_every_word_is_shown_once_and_leads_to_characters_that_spell_it(
    page_and_words: tuple[str, list[str]],
) -> None:
    html, words = page_and_words
    page = rendered(html)

    assert page.text.split() == words
    at = 0
    for word in words:
        start = page.text.index(word, at)
        at = start + len(word)
        spans = page.text_map.original_spans(Span(start, at))
        assert unescape("".join(span.text_in(html) for span in spans)) == word
        for span in spans:
            (shown,) = page.text_map.cleaned_spans(span)
            assert Span(start, at).contains(shown)
