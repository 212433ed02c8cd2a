"""The small parts of the page: drawings, differences, sentences, notes, maps, words."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.case import PlaceRow
from sayso.dates import DayInterval
from sayso.places.place import PlaceKind, Point
from sayso.text import Span
from sayso.web.dated_words import bar_of
from sayso.web.differences import differences
from sayso.web.graph import Edge, Node, draw, lag, layers
from sayso.web.maps import draw_map, outlines
from sayso.web.notes import Noted, Notes, SavedSearch, all_seen, with_search, without_search
from sayso.web.sentences import around
from sayso.web.words import VERDICTS, meaning, plain, plural, shortened, sign

TEXT = "The wall held. Nine people were killed, the mayor said. It rained."
SENTENCES = (Span(0, 14), Span(15, 55), Span(56, 66))


def test_what_comes_from_another_stands_to_its_right() -> None:
    edges = [Edge(start="a", end="b", label=""), Edge(start="b", end="c", label="")]

    assert layers(["c", "b", "a"], edges) == {"a": 0, "b": 1, "c": 2}


def test_a_tie_without_direction_moves_nothing() -> None:
    tie = Edge(start="a", end="b", label="", directed=False)

    assert layers(["a", "b"], [tie], first=1) == {"a": 1, "b": 1}


def test_a_circle_is_drawn_all_the_same() -> None:
    edges = [Edge(start="a", end="b", label=""), Edge(start="b", end="a", label="")]

    assert set(layers(["a", "b"], edges)) == {"a", "b"}


def test_boxes_of_a_drawing_do_not_overlap() -> None:
    nodes = [Node(key=str(at), layer=at % 3, name="x" * 40) for at in range(9)]

    drawing = draw(nodes, [Edge(start="0", end="1", label="copied")])

    places = [(box.x, box.y) for box in drawing.boxes]
    assert len(set(places)) == 9
    assert all(box.short.endswith("…") for box in drawing.boxes)
    assert all(box.y + 46 <= drawing.height for box in drawing.boxes)


def test_nothing_is_drawn_of_nothing() -> None:
    assert draw([], []).boxes == ()


def test_a_lag_is_told_between_known_days_only() -> None:
    assert lag(date(2024, 5, 1), date(2024, 5, 3)) == "+2 days"
    assert lag(date(2024, 5, 1), date(2024, 5, 1)) == "same day"
    assert lag(None, date(2024, 5, 1)) == ""


def test_the_words_that_differ_are_marked_on_both_sides() -> None:
    (line,) = differences(["Nine people were killed"], ["Ten people were killed"])

    assert [run.text for run in line.left if run.differs] == ["Nine"]
    assert [run.text for run in line.right if run.differs] == ["Ten"]
    assert not line.same


def test_a_paragraph_of_one_side_alone_stands_alone() -> None:
    lines = list(differences(["One is here."], ["One is here.", "Quite another."]))

    assert [line.same for line in lines] == [True, False]
    assert lines[1].left == ()


@given(
    st.lists(st.text("ab .\n", max_size=12), max_size=6),
    st.lists(st.text("ab .\n", max_size=12), max_size=6),
)
def test_no_character_of_either_side_is_lost(left: list[str], right: list[str]) -> None:
    lines = list(differences(left, right))

    assert "".join(run.text for line in lines for run in line.left) == "".join(left)
    assert "".join(run.text for line in lines for run in line.right) == "".join(right)


def test_a_record_is_shown_in_its_sentence() -> None:
    shown = around(TEXT, SENTENCES, [Span(15, 19)])

    assert "".join(part.text for part in shown.parts) == TEXT[15:55]
    assert [part.text for part in shown.parts if part.marked] == ["Nine"]


def test_a_record_over_two_sentences_is_shown_in_both() -> None:
    shown = around(TEXT, SENTENCES, [Span(4, 8), Span(15, 19)])

    assert "".join(part.text for part in shown.parts) == TEXT[:55]
    assert [part.text for part in shown.parts if part.marked] == ["wall", "Nine"]


def test_a_record_outside_all_sentences_is_shown_alone() -> None:
    assert around("Nine died", (), [Span(0, 4)]).parts[0].text == "Nine"


def test_an_endless_sentence_is_cut_and_says_so() -> None:
    shown = around("a" * 5_000, [Span(0, 5_000)], [Span(10, 20)])

    assert shown.cut
    assert sum(len(part.text) for part in shown.parts) == 10


def test_notes_are_kept_for_the_reader_alone(tmp_path: Path) -> None:
    notes = Notes(tmp_path / "state", "case")

    notes.change(lambda noted: all_seen(noted, 7))

    assert Notes(tmp_path / "state", "case").read().seen == 7
    assert (tmp_path / "state" / "case.json").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("written", ["", "{", "[]", '{"seen": 1, "searches": [{"name": 1}]}'])
def test_notes_that_are_none_of_ours_count_as_none(tmp_path: Path, written: str) -> None:
    (tmp_path / "case.json").write_text(written, encoding="utf-8")

    assert Notes(tmp_path, "case").read() == Noted()


def test_a_search_is_kept_once() -> None:
    one = SavedSearch(name="a", address="/claims?force=deny", run=1)
    later = SavedSearch(name="b", address="/claims?force=deny", run=3)

    noted = with_search(with_search(Noted(), one), later)

    assert noted.searches == (later,)
    assert without_search(noted, later.address).searches == ()


def test_the_outlines_lie_on_the_globe() -> None:
    points = [point for line in outlines() for point in line]

    assert len(points) > 50_000
    assert all(-180.01 <= x <= 180.01 and -90.01 <= y <= 90.01 for x, y in points)


def test_a_bar_is_as_long_as_it_is_uncertain() -> None:
    first, last = date(2024, 1, 1), date(2024, 12, 31)

    day = bar_of(DayInterval.day(date(2024, 7, 1)), first, last)
    month = bar_of(DayInterval.month(2024, 7), first, last)
    open_end = bar_of(DayInterval(date(2024, 7, 1), None), first, last)

    assert day.width < month.width < open_end.width
    assert day.x == month.x == open_end.x


def test_every_verdict_has_a_sign_of_its_own_and_a_meaning() -> None:
    assert len({one.sign for one in VERDICTS}) == len(VERDICTS)
    assert all(meaning(one.word) and sign(one.word) for one in VERDICTS)
    assert meaning("house") == ""


def test_words_are_written_for_people() -> None:
    assert plain("near_duplicate_of") == "near duplicate of"
    assert (plural(1, "claim"), plural(2_000, "claim")) == ("1 claim", "2,000 claims")
    assert shortened("one two three", 9) == "one two …"
    assert shortened("x" * 9, 9) == "x" * 9


def place(name: str, kind: PlaceKind, point: Point | None, documents: int = 1) -> PlaceRow:
    return PlaceRow(
        id=f"p_{name}",
        name=name,
        kind=kind,
        sort=None,
        aliases=(),
        within=(),
        country=None,
        point=point,
        point_of=None,
        geonames=None,
        mentions=documents,
        documents=documents,
        score=1.0,
        merged=(),
        proposals=0,
    )


def test_a_map_shows_its_places_where_they_lie_and_the_outlines_around_them() -> None:
    north = place("Northtown", PlaceKind.TOWN, Point(latitude=48.9, longitude=2.4), 9)
    south = place("Southland", PlaceKind.COUNTRY, Point(latitude=40.4, longitude=-3.7))
    nowhere = place("Camp", PlaceKind.SITE, None)

    drawn = draw_map([north, south, nowhere])

    assert drawn is not None
    first, second = drawn.dots
    assert (first.name, second.name) == ("Northtown", "Southland")
    assert first.x > second.x
    assert first.y < second.y
    assert first.radius > second.radius
    assert second.rough
    assert not first.rough
    assert all(0 <= dot.x <= drawn.width and 0 <= dot.y <= drawn.height for dot in drawn.dots)
    assert len(drawn.land) > 5


def test_places_without_a_point_make_no_map() -> None:
    assert draw_map([place("Camp", PlaceKind.SITE, None)]) is None
