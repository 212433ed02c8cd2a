"""Scraped plain text and Markdown as renderings: one paragraph to a line, the way back kept."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.documents import Flag, Rendering, Source
from sayso.documents.decode import Decoded, decode
from sayso.documents.plain import plain_text, render_plain
from sayso.errors import DocumentError
from sayso.text import Span


def rendered(text: str, name: str = "a.txt") -> Rendering:
    media_type = "text/markdown" if name.endswith(".md") else "text/plain"
    source = Source(path=name, data=text.encode(), media_type=media_type)
    return render_plain(source, Decoded(text=text, encoding="utf-8"))


def original_of(rendering: Rendering, words: str, text: str) -> list[str]:
    start = rendering.text.index(words)
    spans = rendering.text_map.original_spans(Span(start, start + len(words)))
    return [span.text_in(text) for span in spans]


# Plain text


def test_blocks_are_lines_and_blanks_are_folded() -> None:
    text = "\r\nHarbour\u00a0closed\r\n\r\n\r\n  Two  boats\tsank.  \r\n"
    rendering = rendered(text)

    assert rendering.text == "Harbour closed\nTwo boats sank."
    assert original_of(rendering, "Two boats", text) == ["Two  boats"]
    assert rendering.original_length == len(text)
    assert rendering.body is None


def test_wrapped_lines_lead_back_over_their_line_ends() -> None:
    text = (
        "The harbour council of Ellery said on Tuesday that\nabout 40 of the 120 boats had been"
        " moved before the\nstorm and that the others would follow within the\nweek, if it held."
    )
    rendering = rendered(text)

    assert "\n" not in rendering.text
    assert original_of(rendering, "Tuesday that about 40", text) == ["Tuesday that\nabout 40"]


def test_flags_of_decoding_and_overrides_are_kept() -> None:
    decoded = decode("“café” ".encode() * 3 + b"\x93x\x94 \xe2\x80\xae.")
    rendering = render_plain(Source(path="a", data=b"", media_type="text/plain"), decoded)

    assert rendering.flags == {Flag.MIXED_ENCODING, Flag.BIDI_OVERRIDE}


def test_a_text_of_nothing_seen_is_a_document_error() -> None:
    with pytest.raises(DocumentError, match=r"a\.txt: the file holds no text to read"):
        rendered("\u200b\n\ufeff ")


def test_front_matter_of_a_text_file_is_read() -> None:
    text = "---\ntitle: Storm\nsite: The Ellery Post\nlang: en\n---\nTwo boats sank."
    rendering = rendered(text)

    assert rendering.text == "Two boats sank."
    assert (rendering.title, rendering.title_span) == ("Storm", None)
    assert rendering.language == "en"
    assert [link.name for link in rendering.chain] == ["The Ellery Post"]


def test_a_field_value_is_plain_text_too() -> None:
    text, text_map = plain_text("Smith&nbsp;&amp; Sons\r\n\r\nsank.")

    assert text == "Smith & Sons\nsank."
    assert text_map.original_spans(Span(6, 7)) == (Span(11, 16),)


@given(st.text(alphabet="aB \n\r\t-.\u00a0\u200b\u00ad*_#>é", min_size=1, max_size=80))
def test_every_letter_leads_to_itself(text: str) -> None:
    for name in ("a.txt", "a.md"):
        try:
            rendering = rendered(text, name)
        except DocumentError:
            continue
        for i, character in enumerate(rendering.text):
            if character in "aBé":
                (span,) = rendering.text_map.original_spans(Span(i, i + 1))
                assert span.text_in(text) == character


# Markdown


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("# Harbour closed #", "Harbour closed"),
        ("Harbour closed\n===\n\nText.", "Harbour closed\nText."),
        ("Two **boats** and *one* _ferry_ ~~sank~~", "Two boats and one ferry sank"),
        ("a ***very*** old `break_water`", "a very old break_water"),
        ("see [the **report**](https://x.example/a_(b) 'why') now", "see the report now"),
        ("see [the report][1] now\n\n[1]: https://x.example", "see the report now"),
        ("at <https://x.example/a> now", "at https://x.example/a now"),
        ("before ![A boat](boat.jpg) after", "before after"),
        ("[![A boat](boat.jpg)](https://x.example)", ""),
        ("> “We wait,”\n> she said", "“We wait,”\nshe said"),
        ("> - quoted item", "quoted item"),
        ("- one\n* two\n+ three\n1. four", "one\ntwo\nthree\n1. four"),
        ("- [x] done", "done"),
        ("Text.\n\n---\n\nMore.", "Text.\nMore."),
        ("```\ncode *stays*\n```", "code *stays*"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "| a | b |\n| 1 | 2 |"),
        (r"\*not\* emphasis", "*not* emphasis"),
        ("a &amp; b&nbsp;&mdash; c", "a & b — c"),
        ("a<br>b <b>bold</b> <!-- note -->end", "a\nb bold end"),
        ("first line\\\nsecond", "first line\nsecond"),
        ("a claim[^1] made\n\n[^1]: Note.", "a claim made"),
        ("Tarn* has 2 * 3 boats, *no more", "Tarn* has 2 * 3 boats, *no more"),
        ("snake_case_name and 5 * 4 * 3", "snake_case_name and 5 * 4 * 3"),
    ],
)
def test_marks_are_taken_out(marked: str, plain: str) -> None:
    rendering = rendered(marked + "\n\nEnd.", "a.md")

    assert rendering.text == f"{plain}\nEnd.".removeprefix("\n")


def test_words_lead_back_into_the_marks() -> None:
    text = "Two [**boats**](x) &amp; a *ferry*"
    rendering = rendered(text, "a.md")

    assert original_of(rendering, "boats", text) == ["boats"]
    assert original_of(rendering, "boats & a ferry", text) == ["boats", " &amp; a ", "ferry"]


def test_the_first_heading_of_the_highest_level_is_the_title() -> None:
    rendering = rendered("## News\n\nText.\n\n# *Harbour* closed\n\nMore.\n\n# Other", "a.md")

    assert rendering.title == "Harbour closed"
    assert rendering.title_span is not None
    assert rendering.title_span.text_in(rendering.text) == "Harbour closed"


def test_a_title_of_the_front_matter_is_found_in_the_text_if_it_is_the_heading() -> None:
    rendering = rendered("---\ntitle: Storm\n---\n# Storm\n\nText.", "a.md")

    assert rendering.title == "Storm"
    assert rendering.title_span == Span(0, 5)


def test_the_title_of_the_front_matter_goes_before_the_heading() -> None:
    rendering = rendered("---\ntitle: Storm\n---\n# News\n\nText.", "a.md")

    assert (rendering.title, rendering.title_span) == ("Storm", None)


def test_wrapped_markdown_is_joined_but_not_over_headings() -> None:
    text = "# Storm\n" + textwrap.fill(
        "The council of Ellery said that the boats were safe. " * 6, 60
    )
    rendering = rendered(text, "a.md")

    assert rendering.text.split("\n")[0] == "Storm"
    assert rendering.text.count("\n") == 1


def test_markdown_without_text_is_a_document_error() -> None:
    with pytest.raises(DocumentError, match="no text to read"):
        rendered("---\n\n![x](y)\n", "a.md")
