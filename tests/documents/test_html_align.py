"""Lines of an extractor, found again in the lines of the page."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.documents.html_align import KeyedLines, align, key

LONG = "The bridge at Lower Marn was closed on Monday after the river rose."
OTHER = "Engineers will look at the pillars once the water has fallen again."


def found(lines: list[list[str]], ours: list[str]) -> tuple[list[list[tuple[int, str]]], int]:
    """Return for each place the lines it touches with the part of their key, and the misses."""
    keyed = KeyedLines(ours)
    alignment = align(lines, keyed)
    places = [
        [(index, key(ours[index])[start:end]) for index, start, end in keyed.parts(place)]
        for place in alignment.places
    ]
    return places, alignment.missing


def test_blanks_and_unprintable_characters_do_not_matter() -> None:
    assert key("a\u00a0b\n c\u200b\x00\ufeffd") == "abcd"
    assert found([[LONG.replace(" ", "  ")]], [LONG.replace(" ", "\u2009")]) == (
        [[(0, key(LONG))]],
        0,
    )


def test_a_line_that_glues_two_of_ours_is_found_in_both() -> None:
    assert found([["Marn" + LONG]], ["Menu", "Marn", LONG]) == ([[(1, "Marn"), (2, key(LONG))]], 0)


def test_a_short_line_is_looked_for_between_its_neighbours() -> None:
    ours = ["Floods", LONG, "Floods", OTHER, "Floods"]

    assert found([[LONG], ["Floods"], [OTHER]], ours) == (
        [[(1, key(LONG))], [(2, "Floods")], [(3, key(OTHER))]],
        0,
    )


def test_a_paragraph_that_the_page_repeats_is_found_where_its_neighbours_are() -> None:
    ours = [LONG, "Menu", "A heading over it all and long enough to be sure", LONG, OTHER]

    places, _ = found([[ours[2]], [LONG], [OTHER]], ours)
    assert [place[0][0] for place in places] == [2, 3, 4]


def test_a_long_line_out_of_order_is_found_and_does_not_move_the_others() -> None:
    ours = [OTHER, LONG, "Ines Korda", "A last line that is long enough to be sure of"]

    places, missing = found([[LONG], [OTHER], ["Ines Korda"], [ours[3]]], ours)
    assert ([place[0][0] for place in places], missing) == ([1, 0, 2, 3], 0)


def test_a_line_is_found_in_its_pieces_if_ours_holds_more_between_them() -> None:
    ours = ["The bridge (picture: Korda) at Lower Marn was closed."]

    assert found([["The bridge", " at Lower Marn was closed."]], ours) == (
        [[(0, "Thebridge")], [(0, "atLowerMarnwasclosed.")]],
        0,
    )


def test_a_long_line_is_found_though_a_character_differs_in_the_middle() -> None:
    line = f"{LONG} {OTHER}"

    assert found([[line.replace("rose.", "rose?")]], [line]) == ([[(0, key(line))]], 0)
    assert found([[f"{LONG} Much else was said that day. {OTHER}"]], [line]) == ([], 1)
    assert found([[LONG.replace("Monday", "Sunday")]], [LONG]) == ([], 1)


def test_what_is_not_there_is_counted_and_not_invented() -> None:
    assert found([["An invented line"], ["Some ", "pieces"], [" \n"]], [LONG]) == ([], 2)
    assert found([["Some ", "bridge"]], [LONG]) == ([], 1)


def test_a_short_line_elsewhere_is_taken_only_if_it_stands_once() -> None:
    assert found([[OTHER], ["Menu"]], ["Menu", OTHER])[1] == 0
    assert found([[OTHER], ["Menu"]], ["Menu", "Menu", OTHER])[1] == 1


def test_nothing_is_found_in_nothing() -> None:
    assert found([], []) == ([], 0)
    assert found([[LONG]], []) == ([], 1)


@given(st.lists(st.text("ab \n", max_size=50), max_size=8), st.data())
def test_every_choice_of_whole_lines_is_found(ours: list[str], data: st.DataObject) -> None:
    chosen = [line for line in ours if key(line) and data.draw(st.booleans())]
    keyed = KeyedLines(ours)
    alignment = align([[line] for line in chosen], keyed)

    long_enough = [line for line in chosen if len(key(line)) >= 32]
    assert alignment.lines == len(chosen)
    assert alignment.missing <= len(chosen) - len(long_enough)
    for place in alignment.places:
        assert keyed.key[place.start : place.end] in {key(line) for line in chosen}
