"""Records as renderings: named fields, and every value at its raw characters."""

import json
from datetime import date

import pytest

from sayso.dates import DayInterval
from sayso.documents import Flag, Rendering, Role, Source
from sayso.documents.document import ChainBasis
from sayso.documents.records import record_address, render_record
from sayso.errors import DocumentError
from sayso.text import Span


def record(data: str | dict[str, object], **more: object) -> Source:
    text = data if isinstance(data, str) else json.dumps(data)
    media_type = str(more.pop("media_type", "application/json"))
    return Source(path="a.jsonl#3", data=text.encode(), media_type=media_type, **more)  # type: ignore[arg-type]


def original_of(rendering: Rendering, words: str, source: Source) -> list[str]:
    start = rendering.text.index(words)
    spans = rendering.text_map.original_spans(Span(start, start + len(words)))
    return [span.text_in(source.data.decode()) for span in spans]


def test_title_and_text_lead_to_the_raw_characters_of_the_record() -> None:
    source = record('{"body": "Two \\"boats\\" sank.\\n\\nNone left.", "headline": "St\\u00f6rm"}')
    rendering = render_record(source)

    assert rendering.text == 'Störm\nTwo "boats" sank.\nNone left.'
    assert original_of(rendering, "Störm", source) == ["St\\u00f6rm"]
    assert original_of(rendering, '"boats"', source) == ['\\"boats\\"']
    assert rendering.title_span == Span(0, 5)
    assert rendering.body == (Span(0, 5), Span(6, 34))
    assert rendering.original_length == len(source.data)


def test_fields_become_date_chain_byline_and_address() -> None:
    source = record(
        {
            "text": "Two boats sank.",
            "published_at": "2021-03-05T10:00:00Z",
            "updated": "2021-03-06",
            "source": {"id": None, "name": "The Ellery Post"},
            "authors": ["By Mara Dunne", "Jon Ash"],
            "url": "https://ellery.example/a",
            "lang": "en",
        }
    )
    rendering = render_record(source)
    text = source.data.decode()
    published, modified = rendering.dates
    (link,) = rendering.chain

    assert published.interval == DayInterval.day(date(2021, 3, 5))
    assert published.written == "2021-03-05T10:00:00Z"
    assert [span.text_in(text) for span in published.original_spans] == ["2021-03-05T10:00:00Z"]
    assert (published.modified, modified.modified) == (False, True)
    assert (link.name, link.role, link.basis) == ("The Ellery Post", Role.HOST, ChainBasis.FIELD)
    assert link.original_span is not None
    assert link.original_span.text_in(text) == "The Ellery Post"
    assert rendering.byline == ("Mara Dunne", "Jon Ash")
    assert rendering.address == record_address(source) == "https://ellery.example/a"
    assert rendering.language == "en"


def test_a_source_that_is_an_address_is_the_address() -> None:
    rendering = render_record(record('{"text": "Two.", "source": "https:\\/\\/ellery.example"}'))

    assert rendering.chain == ()
    assert rendering.address == "https://ellery.example"


def test_an_address_without_an_outlet_names_none() -> None:
    assert render_record(record({"text": "Two boats."})).chain == ()
    assert record_address(record({"text": "Two boats."})) is None
    assert record_address(record({"nothing": "x"})) is None


def test_a_date_that_cannot_be_read_gives_no_candidate() -> None:
    assert render_record(record({"text": "Two boats.", "date": "soon"})).dates == ()


def test_the_user_says_what_fields_are_called() -> None:
    data: dict[str, object] = {"text": "teaser", "lede": "Two boats sank.", "seen": "2021-03"}
    source = record(data, fields=(("text", "lede"), ("published", "seen")))
    rendering = render_record(source)

    assert rendering.text == "Two boats sank."
    assert rendering.dates[0].interval == DayInterval.month(2021, 3)


def test_paragraphs_in_a_list_are_lines() -> None:
    rendering = render_record(record({"paragraphs": ["One.", "", "Two\nhere."], "title": "T"}))

    assert rendering.text == "T\nOne.\nTwo\nhere."


def test_a_title_that_the_text_begins_with_is_not_written_twice() -> None:
    rendering = render_record(record({"title": "Storm", "text": "Storm\nTwo boats sank."}))

    assert rendering.text == "Storm\nTwo boats sank."
    assert (rendering.title, rendering.title_span) == ("Storm", None)


def test_a_title_of_two_lines_is_one_line() -> None:
    assert (
        render_record(record({"title": "Storm\nhits", "text": "Two."})).text == "Storm hits\nTwo."
    )


def test_markup_in_a_text_field_is_read_as_a_page() -> None:
    source = record(
        {"title": "Storm", "content": "<p>Two <b>boats</b> sank.</p><p>None&nbsp;left.</p>"}
    )
    rendering = render_record(source)

    assert rendering.text == "Storm\nTwo boats sank.\nNone left."
    assert original_of(rendering, "boats", source) == ["boats"]
    assert rendering.body == (Span(0, 5), Span(6, 32))


def test_of_a_whole_page_in_a_field_an_extractor_chooses() -> None:
    prose = "The harbour council of Ellery said on Tuesday that the boats had been moved. " * 6
    page = f"<html><body><nav><a href='/'>Home</a></nav><article><p>{prose}</p></article></body></html>"
    rendering = render_record(record({"html": page}))

    assert rendering.body is not None
    assert all("Home" not in span.text_in(rendering.text) for span in rendering.body)


def test_a_row_of_a_table_is_a_record() -> None:
    source = record(
        '7,"Two ""boats"" sank.",05/04/2021',
        media_type="text/csv",
        columns=("id", "text", "date"),
    )
    rendering = render_record(source)

    assert rendering.text == 'Two "boats" sank.'
    assert original_of(rendering, '"boats"', source) == ['""boats""']
    assert len(rendering.dates[0].alternatives) == 1


def test_overrides_and_mixed_encodings_are_flagged() -> None:
    data = '{"text": "“café” \u202e naïve '.encode() + b'\x93x\x94"}'
    rendering = render_record(Source(path="a", data=data, media_type="application/json"))

    assert rendering.flags == {Flag.MIXED_ENCODING, Flag.BIDI_OVERRIDE}


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (
            '{"id": 1, "foo": "x"}',
            "no field holds the text: found id, foo; expected one of text, body",
        ),
        ('{"text": null}', "its field 'text' holds no text"),
        ('{"title": "Ferry", "text": ""}', "its field 'text' holds no text"),
        ('{"title": "Ferry", "text": 12}', "its field 'text' holds no text"),
        ('{"text": " \\n "}', "the field that should hold the text is empty"),
        ('{"text": "x"', "the record cannot be read: Expecting"),
        ("[1]", "expected an object with named fields, found a list"),
    ],
)
def test_a_record_without_a_text_says_what_it_holds(data: str, problem: str) -> None:
    with pytest.raises(DocumentError, match=problem) as raised:
        render_record(record(data))

    assert raised.value.path == "a.jsonl#3"


def test_a_named_field_that_is_missing_is_named_in_the_error() -> None:
    with pytest.raises(DocumentError, match=r"found text; expected 'lede', or name it"):
        render_record(record({"text": "x"}, fields=(("text", "lede"),)))
