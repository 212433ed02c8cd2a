"""What an outlet sent does nothing on the page, however it is written."""

import re
from pathlib import Path

import pytest

from sayso.case import Case
from sayso.export.marked_text import MarkedSpan, marked_paragraphs
from sayso.text import Span
from sayso.web import documents
from sayso.web.inert import characters_page, inert_page
from tests.web.served import TOKEN, client_of, make_case

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
