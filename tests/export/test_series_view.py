"""A series as it is shown: what repeats, what it comes to, and the drawing as SVG and PNG."""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from xml.etree import ElementTree as ET

import pytest

from sayso.case import Case
from sayso.export.figure_labels import interval, span_of_values
from sayso.export.report_series import series_lines
from sayso.export.series_drawing import HEIGHT, WIDTH, Drawing, Shape, draw_series
from sayso.export.series_png import series_png
from sayso.export.series_svg import series_svg
from sayso.export.series_view import SeriesView, series_view
from sayso.language.analysis import Modifier
from sayso.story.figures.recommend import Choice
from sayso.story.figures.record import NumberInterval
from tests.pipeline.test_relate_figures import NOW, STORY, add

MORE = (
    ("About 30 people were killed in Marrow, the mayor said.", "2031-03-09", "Orlen Post"),
    ("Up to 90 people were killed in Marrow, a shepherd said.", "2031-03-09", "Hill Echo"),
    ("Between 20 and 35 people were killed in Marrow, a doctor said.", "2031-03-09", "Hill Echo"),
    ("In Marrow 12 people were killed, a priest (and poet) said.", None, "Undated Times"),
)


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    with Case.create(tmp_path_factory.mktemp("series") / "case", now=NOW) as made:
        for item in (*STORY, *MORE):
            add(made, *item)
        yield made


@pytest.fixture(scope="module")
def view(case: Case) -> SeriesView:
    return series_view(case, next(case.compared.series()).id)


@pytest.fixture(scope="module")
def drawing(view: SeriesView) -> Drawing:
    return draw_series(view)


def test_a_series_shows_its_figures_by_time_with_who_says_so(view: SeriesView) -> None:
    assert view.title == "killed, person, Marrow"
    assert next(dot.member.words for dot in view.dots) == "12"
    assert {"the police", "the mayor"} <= {dot.said_by for dot in view.dots}
    assert view.origins == len({dot.member.document for dot in view.dots})


def test_what_it_comes_to_stands_under_each_named_choice_with_a_reason(view: SeriesView) -> None:
    found = {one.choice: one for one in view.recommended}

    assert set(found) == set(Choice)
    assert found[Choice.LATEST_OFFICIAL].reason.startswith(
        ("the latest official", "official figures")
    )
    assert all(one.reason for one in view.recommended)


def test_a_copy_repeats_its_origin_and_decides_nothing(case: Case) -> None:
    words = " ".join(f"word{n} of the long report" for n in range(60))
    text = f"In Dorran 7 people were killed, police said. {words}."
    for day, outlet in (("2031-03-04", "First"), ("2031-03-05", "Second")):
        add(case, text, day, outlet)
    rows = [row for row in case.compared.series() if row.place == "dorran"]
    view = series_view(case, rows[0].id)

    assert [(dot.origin, dot.echo) for dot in view.dots] == [(0, False), (0, True)]
    assert view.origins == 1
    assert [len(point.figures) for point in view.series.points] == [1]


def test_each_form_of_number_has_its_mark(drawing: Drawing) -> None:
    shapes = {mark.words.split(": ")[1].split(" (")[0]: mark.shape for mark in drawing.marks}

    assert shapes["12"] is Shape.DOT
    assert shapes["at least 12"] is Shape.UP
    assert shapes["About 30"] is Shape.FUZZY
    assert shapes["Between 20 and 35"] is Shape.BAR


def test_a_vague_word_is_cut_at_the_top_and_flattens_nothing(view: SeriesView) -> None:
    hundreds = replace(
        view.dots[0].number,
        best=None,
        lo=Decimal(100),
        hi=Decimal(10_000),
        soft=True,
        modifier=Modifier.VAGUE,
    )
    first, *others = view.dots
    member = replace(first.member, figure=replace(first.figure, number=hundreds))
    vague = replace(first, member=member, bounds="100–10,000")
    drawn = draw_series(replace(view, dots=(vague, *others)))

    assert "100–10,000" in {label.words for label in drawn.labels}
    assert [mark.y for mark in drawn.marks[1:]] == [mark.y for mark in draw_series(view).marks[1:]]


def test_nothing_is_drawn_beside_the_paper(drawing: Drawing) -> None:
    for mark in drawing.marks:
        assert 0 <= mark.x <= WIDTH
        assert 0 <= mark.high <= mark.low <= HEIGHT
        assert 0 <= mark.y <= HEIGHT


def test_the_svg_is_well_formed_and_escapes_words(drawing: Drawing) -> None:
    svg = series_svg(drawing, name="s<1>")
    root = ET.fromstring(svg)  # noqa: S314 -- made by us a line above

    assert root.tag.endswith("svg")
    assert len(root.findall("{http://www.w3.org/2000/svg}g")) == len(drawing.marks)
    assert "s<1>" not in svg


def test_the_png_is_a_picture_with_colour(drawing: Drawing) -> None:
    png = series_png(drawing)
    width, height = struct.unpack(">II", png[16:24])

    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    assert (width, height) == (round(2 * WIDTH), round(2 * HEIGHT))
    start = png.index(b"IDAT") + 4
    size = struct.unpack(">I", png[start - 8 : start - 4])[0]
    pixels = zlib.decompress(png[start : start + size])
    assert len(pixels) == height * (1 + 3 * width)
    assert len({pixels[at : at + 3] for at in range(1, 3 * width * 400, 3)}) > 20


def test_the_report_sets_disputes_side_by_side_and_draws_series(case: Case) -> None:
    labels = {row.id: str(at) for at, row in enumerate(case.documents(), start=1)}
    lines = series_lines(case, labels)

    assert lines.series[0].svg.startswith("<svg")
    assert lines.left_out == 0
    for line in lines.conflicts:
        assert line.verdict == "conflict"
        assert line.left.said_by != line.right.said_by


@pytest.mark.parametrize(
    ("lo", "hi", "best", "words"),
    [
        (9, 9, 9, "9"),
        (9, None, None, "≥ 9"),
        (None, 9, None, "≤ 9"),
        (5, 9, None, "5–9"),
        (None, None, None, "?"),
    ],
)
def test_an_interval_is_written_as_it_is(
    lo: int | None, hi: int | None, best: int | None, words: str
) -> None:
    low, high, number = (None if one is None else Decimal(one) for one in (lo, hi, best))
    made = NumberInterval(lo=low, hi=high, best=number, modifier=Modifier.EXACT)

    assert interval(made) == words
    assert span_of_values(number, low, high) == words
