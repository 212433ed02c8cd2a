"""Documents put together from renderings."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.documents.assemble import assemble
from sayso.documents.document import (
    ChainBasis,
    ChainLink,
    Document,
    Flag,
    Furniture,
    FurnitureKind,
    Role,
)
from sayso.documents.rendering import Rendering, Source
from sayso.text import Edit, Span, TextMap, apply_edits

TITLE = "Ferries to the outer islands stop for the winter"
STORY = (
    (
        "The company that runs the ferries to the outer islands said on Tuesday that its boats would not"
        " sail before March."
    ),
    (
        "About 400 people live on the islands, most of them fishermen and their families, and the nearest"
        " shop is two hours away."
    ),
    (
        "“We have food for six weeks and no doctor,” said Marta Quell, who teaches the eleven children of"
        " the northern island."
    ),
    (
        "Her neighbours have asked the province to send a smaller boat, as it did in the winter of the great"
        " frost ten years ago."
    ),
)
PAGE = (
    "Coast and Shipping",
    TITLE,
    "Ellery News",
    "10:35 12.03.2021",
    "By Ole Brandt",
    *STORY[:2],
    "FILE – A ferry in the ice near Port Ellery, Tuesday, May 4, 2010. (Jo Hart via AP)",
    *STORY[2:],
    "* The names of the children were changed.",
    "Source: The Lakor Herald",
    "Related articles",
    "1 of 31",
)
SOURCE = Source(path="a.txt", data=b"bytes", media_type="text/plain")


def rendered(text: str, **fields: object) -> Rendering:
    known = {
        "text_map": TextMap.identity(len(text)),
        "extractor": "test-1",
        "encoding": "utf-8",
        "original_length": len(text),
    }
    return Rendering(text=text, **(known | fields))  # type: ignore[arg-type]


def read(*lines: str, **fields: object) -> Document:
    return assemble(SOURCE, rendered("\n".join(lines), **fields))


def test_the_text_is_the_headline_and_the_article_s_paragraphs() -> None:
    document = read(*PAGE)

    assert document.text.split("\n\n") == [
        TITLE,
        *STORY,
        "* The names of the children were changed.",
    ]
    assert document.title == TITLE
    assert document.title_span == Span(0, len(TITLE))


def test_what_the_page_says_of_its_article_is_read_before_it_is_cut() -> None:
    document = read(*PAGE)

    assert document.byline == ("Ole Brandt",)
    assert document.outlet == "Ellery News"
    assert [(link.name, link.role) for link in document.chain] == [
        ("Ellery News", Role.HOST),
        ("The Lakor Herald", Role.REPUBLISHER),
    ]
    assert [(candidate.written, candidate.rule) for candidate in document.dates] == [
        ("10:35 12.03.2021", "date_line:clock_date"),
        ("Tuesday, May 4, 2010", "caption"),  # a bound, never the article's date
    ]
    assert document.language == "en"


def test_every_cut_piece_says_where_it_stood_and_why() -> None:
    document = read(*PAGE)
    original = "\n".join(PAGE)
    cut = {piece.original_span.text_in(original): piece.kind for piece in document.furniture}

    assert cut == {
        "Coast and Shipping": FurnitureKind.LINE,
        "Ellery News": FurnitureKind.MASTHEAD,
        "10:35 12.03.2021": FurnitureKind.DATE_LINE,
        "By Ole Brandt": FurnitureKind.CREDIT,
        PAGE[7]: FurnitureKind.CAPTION,
        "Source: The Lakor Herald": FurnitureKind.CREDIT,
        "Related articles": FurnitureKind.LINE,
        "1 of 31": FurnitureKind.LINE,
    }


def test_the_text_and_the_furniture_share_no_character_of_the_original() -> None:
    document = read(*PAGE)
    kept = document.original_spans(Span(0, len(document.text)))

    assert not any(
        piece.original_span.overlaps(span) for piece in document.furniture for span in kept
    )


def test_the_way_back_leads_through_the_reader_s_own_changes() -> None:
    original = "<p>" + "</p><p>".join(STORY) + "</p>"
    edits = [Edit(i, i + 3, "") for i in range(len(original)) if original.startswith("<p>", i)]
    edits += [Edit(i, i + 4, "\n") for i in range(len(original)) if original.startswith("</p>", i)]
    text, text_map = apply_edits(original, edits)
    document = assemble(SOURCE, rendered(text, text_map=text_map, original_length=len(original)))

    at = document.text.index("Marta Quell")
    (span,) = document.original_spans(Span(at, at + len("Marta Quell")))
    assert span.text_in(original) == "Marta Quell"
    assert document.text == "\n\n".join(STORY)


def test_what_an_extractor_left_out_is_one_piece_of_markup() -> None:
    text = "\n".join(("Home", "Sport", TITLE, *STORY, "Cookies", "Imprint"))
    start = text.index(STORY[0])
    body = (Span(start, text.index("\nCookies")),)
    document = assemble(SOURCE, rendered(text, body=body, title=f"{TITLE} | Ellery News"))

    assert document.text.split("\n\n") == [TITLE, *STORY]
    assert [
        (piece.original_span.text_in(text), piece.kind, piece.rule) for piece in document.furniture
    ] == [
        ("Home\nSport", FurnitureKind.MARKUP, "extractor"),
        ("Cookies\nImprint", FurnitureKind.MARKUP, "extractor"),
    ]


def test_furniture_that_the_reader_took_out_is_listed_first() -> None:
    head = Furniture(original_span=Span(0, 1), kind=FurnitureKind.MARKUP, rule="running_head")
    assert read(*STORY, furniture=(head,)).furniture[0] == head


def test_pieces_parted_by_other_text_of_the_original_stay_apart() -> None:
    # The original has the article between two lines that the rendering puts side by side.
    body = "\n".join(STORY)
    after = 8 + len(body) + 1
    triples = [(len(body), 8, len(body)), (1, 8, 0), (7, 0, 7), (1, 7, 0), (7, after, 7)]
    text_map = TextMap.from_numbers([number for triple in triples for number in triple])
    text = f"{body}\n1 of 31\n2 of 31"
    document = assemble(SOURCE, rendered(text, text_map=text_map, original_length=after + 7))

    assert [piece.original_span for piece in document.furniture] == [
        Span(0, 7),
        Span(after, after + 7),
    ]


def test_a_line_that_the_reader_made_up_is_cut_without_a_piece_of_the_original() -> None:
    body = "\n".join(STORY)
    text_map = TextMap.from_numbers([len(body), 0, len(body), 8, len(body), 0])
    document = assemble(SOURCE, rendered(f"{body}\n1 of 31", text_map=text_map))

    assert document.text.split("\n\n") == list(STORY)
    assert document.furniture == ()


def test_a_title_that_is_not_in_the_text_is_kept_without_a_place() -> None:
    document = read(*STORY, title="A headline that only the markup has")

    assert document.title == "A headline that only the markup has"
    assert document.title_span is None


def test_the_reader_s_host_is_not_doubted_by_a_masthead() -> None:
    known = ChainLink(
        name="Daily Coast",
        role=Role.HOST,
        basis=ChainBasis.SITE_NAME,
        original_span=Span(0, 4),
        rule="meta",
    )
    document = read(*PAGE, chain=(known,), byline=("Jo Hart",))

    assert document.outlet == "Daily Coast"
    assert document.byline == ("Jo Hart",)


def test_an_address_alone_leaves_room_for_the_masthead() -> None:
    known = ChainLink(
        name="ellery.example",
        role=Role.HOST,
        basis=ChainBasis.ADDRESS,
        original_span=None,
        rule="address",
    )
    assert read(*PAGE, chain=(known,)).outlet == "Ellery News"


def test_another_language_and_an_override_are_flagged() -> None:
    german = (
        "Der Hafen wurde am Montag nach dem Sturm wieder geöffnet, und die Boote fuhren sofort aus."
    )
    document = read(
        german, "Die Fischer waren \u202efroh und dankbar, sagte der Bürgermeister am Abend."
    )

    assert document.language == "de"
    assert document.flags == {Flag.NOT_ENGLISH, Flag.BIDI_OVERRIDE}


def test_the_document_names_its_original_and_how_it_was_read() -> None:
    source = Source(
        path="a.txt",
        data=b"bytes",
        media_type="text/plain",
        retrieved="2021-03-13T08:00:00+00:00",
    )
    document = assemble(source, rendered("\n".join(PAGE), address="https://ellery.example/a"))

    assert document.original.retrieved == datetime(2021, 3, 13, 8, tzinfo=UTC)
    assert document.original.address == "https://ellery.example/a"
    assert document.extractor == "test-1+lines-1"
    assert document.id == assemble(source, rendered("x", address="https://ellery.example/a")).id


@pytest.mark.parametrize("text", ["", "\n \u200b\n", "1 of 31"])
def test_a_page_without_an_article_has_an_empty_text(text: str) -> None:
    document = assemble(SOURCE, rendered(text))

    assert document.text == ""
    assert (document.title, document.language, document.chain) == (None, None, ())


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from((*PAGE, "", "  ", "\u200b")), max_size=20))
def test_any_text_is_kept_or_listed_as_cut(lines: list[str]) -> None:
    original = "\n".join(lines)
    document = assemble(SOURCE, rendered(original))

    for paragraph in filter(None, document.text.split("\n\n")):
        assert paragraph in lines
    listed = [piece.original_span for piece in document.furniture]
    kept = document.original_spans(Span(0, len(document.text))) if document.text else ()
    for i, character in enumerate(original):
        place = Span(i, i + 1)
        covered = any(span.contains(place) for span in (*listed, *kept))
        assert covered or character in " \n\u200b"


# Numbers of the lines that are furniture to a reader, in the five real articles.
CUT_LINES = {
    "000": {1, 3, 7, 9, 38, 40},
    "001": {3, 40, 41},
    "002": {7, 21, 35},
    "003": {1, 5, 11, 45, 49, 51, 53},
    "004": {1, 2, 31},
}


@pytest.mark.shared
@pytest.mark.parametrize("number", sorted(CUT_LINES))
def test_of_a_real_article_all_furniture_goes_and_every_sentence_stays(
    shared: Path, number: str
) -> None:
    (path,) = (shared / "seeds").glob(f"{number}_*.txt")
    text = path.read_text("utf-8")
    document = assemble(SOURCE, rendered(text))

    lines = dict(enumerate((line.strip() for line in text.split("\n")), start=1))
    kept = [line for n, line in lines.items() if line and n not in CUT_LINES[number]]
    assert document.text.split("\n\n") == kept
    assert document.title == kept[0]
