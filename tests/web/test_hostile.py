"""What an outlet sent does nothing on the page, however it is written."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.case import Case
from sayso.export.marked_text import MarkedSpan, marked_paragraphs
from sayso.text import Span
from sayso.web import documents
from sayso.web.inert import characters_page, inert_page
from tests.case.builders import NOW, bare_evidence, document
from tests.case.builders import claim as one_claim
from tests.web.served import TOKEN, client_of, make_case

# Of a part of a text without marks, however long that is.
MOST_CHARACTERS = 100_000

BODY = "The dam above Orlan broke on 3 May 2024, said mayor Ilse Marrin. Nine people were killed. "
PAGE = f"""<html><head><title>&lt;script&gt;alert(1)&lt;/script&gt; Flood</title>
<meta http-equiv="refresh" content="0;url=https://evil.example/">
<link rel="preconnect" href="https://evil.example"><base href="https://evil.example/">
<style>@import url(https://evil.example/a.css)</style></head>
<body onload="alert(2)"><h1>&lt;script&gt;alert(1)&lt;/script&gt; Flood</h1>
<svg onload="alert(3)"><a xlink:href="javascript:alert(4)"><text>svg</text></a></svg>
<img src="https://evil.example/pixel.png" onerror="alert(5)">
<p style="background:url(https://evil.example/b.png)">{BODY * 3}</p>
<p>“\u202egnip\u202c <b onclick="alert(6)">said</b> the mayor”, {BODY}</p>
<iframe srcdoc="<script>alert(7)</script>"></iframe><form action="https://evil.example/"><button>Go</button></form>
<a href="javascript:alert(8)" ping="https://evil.example/ping">link words</a>
<math><mtext></mtext></math></body></html>"""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    story = folder / "story"
    story.mkdir()
    (story / "page.html").write_text(PAGE, encoding="utf-8")
    return make_case(folder / "case", story)


def test_an_original_is_shown_without_anything_that_acts() -> None:
    shown = inert_page(PAGE.encode(), "utf-8")
    own = shown.partition("</head>")[2]

    for gone in ("script", "evil", "onload", "onclick", "svg", "iframe", "href", "src", "<form"):
        assert gone not in own.replace("&lt;script&gt;", "").replace("&lt;/script&gt;", ""), gone
    assert "link words" in own
    assert "Nine people were killed" in own


def test_characters_are_escaped() -> None:
    assert "<script>" not in characters_page("<script>alert(1)</script>")


@pytest.mark.parametrize("data", [b"", b"\x00\x00", b"<" * 5_000, b"<a>" * 20_000, b"\xff\xfe<p>"])
def test_what_is_no_page_is_shown_all_the_same(data: bytes) -> None:
    assert inert_page(data, "no-such-encoding").startswith("<!DOCTYPE html>")


def test_no_word_of_a_document_becomes_markup(hostile: Path) -> None:
    with Case.open(hostile, read_only=True) as case:
        document = next(case.documents()).id
    paths = ["/", "/documents", f"/documents/{document}", "/claims", "/figures", "/search?q=flood"]
    paths += [f"/documents/{document}/original", "/search?q=%3Cscript%3E", "/dates?all=yes"]
    with client_of(hostile) as client:
        client.get("/open", params={"token": TOKEN})
        for path in paths:
            page = client.get(path)

            assert page.status_code == 200
            assert "<script>" not in page.text, path
            assert not re.search(r"<[^>]+\son\w+=", page.text), path
            assert "https://evil.example" not in page.text or path.endswith("/original") is False


def test_source_text_stands_in_an_element_with_a_direction_of_its_own(hostile: Path) -> None:
    with Case.open(hostile, read_only=True) as case:
        document = next(case.documents()).id
    with client_of(hostile) as client:
        client.get("/open", params={"token": TOKEN})
        page = client.get(f"/documents/{document}").text

    assert re.search(r'<h1 dir="auto">', page)
    assert page.count('<p dir="auto">') >= 1


def test_five_thousand_marks_on_one_paragraph_are_cut_at_once() -> None:
    text = "word " * 4_000
    marks = [
        MarkedSpan(span=Span(at, at + 4 + at % 7), record=f"c_{at}")
        for at in range(0, len(text) - 20, 4)
    ][:5_000]

    (pieces,) = marked_paragraphs(text, [Span(0, len(text))], marks)

    assert "".join(piece.text for piece in pieces) == text
    assert {record for piece in pieces for record in piece.records} == {m.record for m in marks}


def test_a_very_long_article_is_read_in_parts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(documents, "_PART", 2_000)
    story = tmp_path / "story"
    story.mkdir()
    text = "\n\n".join(f"{BODY}It was part {at} of it." for at in range(60))
    (story / "long.txt").write_text(f"Flood in Orlan\n\n{text}", encoding="utf-8")
    case = make_case(tmp_path / "case", story)
    with Case.open(case, read_only=True) as opened:
        document = next(opened.documents()).id
        last = list(opened.figures())[-1].id
    with client_of(case) as client:
        client.get("/open", params={"token": TOKEN})
        page = client.get(f"/documents/{document}")
        end = client.get(f"/documents/{document}?mark={last}")

    assert "Part 1 of" in page.text
    assert "It was part 59" not in page.text
    assert f'id="{last}"' in end.text


def long_article(folder: Path, *, claims: int) -> tuple[Path, str]:
    """Make a case of one document: a single paragraph of a million characters, full of claims."""
    text = "The dam will hold, said Ilse Marrin. " * 27_027
    made, data = document(text)
    span = Span(0, len(text))
    told = bare_evidence()
    told = replace(
        told,
        analysis=replace(told.analysis, paragraphs=(span,), sentences=(span,)),
        claims=tuple(
            replace(
                one_claim(made.id),
                id=f"c_{at:010}",
                source=(),
                cue=(),
                hedges=(),
                via=(),
                parent=None,
                content=(Span(at * 7, at * 7 + 40 + at % 90),),
            )
            for at in range(claims)
        ),
    )
    with Case.create(folder / "long", now=NOW) as case:
        run = case.begin_run([("test", "1")], now=NOW)
        case.add(made, told, data, run=run, now=NOW)
    return folder / "long", made.id


def test_five_thousand_claims_in_a_paragraph_of_a_million_characters_are_one_page(
    tmp_path: Path,
) -> None:
    case, name = long_article(tmp_path, claims=5_000)
    with client_of(case) as client:
        client.get("/open", params={"token": TOKEN})
        first = client.get(f"/documents/{name}")
        later = client.get(f"/documents/{name}?part=20")
        asked = client.get(f"/documents/{name}?mark=c_0000004999")

    assert [page.status_code for page in (first, later, asked)] == [200, 200, 200]
    assert "Part 1 of 26" in first.text
    assert "The dam will hold" in later.text
    assert len(later.text) < MOST_CHARACTERS
    assert 'id="c_0000004999"' in asked.text


def test_characters_that_turn_the_direction_are_taken_out_and_told_of(hostile: Path) -> None:
    with Case.open(hostile, read_only=True) as case:
        name = next(case.documents()).id
    with client_of(hostile) as client:
        client.get("/open", params={"token": TOKEN})
        pages = [client.get(path).text for path in (f"/documents/{name}", "/documents", "/claims")]

    assert not any("\u202e" in page or "\u202c" in page for page in pages)
    assert all("bidi override" in page for page in pages[:2])
    assert "gnip said" in pages[0]
