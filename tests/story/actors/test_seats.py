"""Seats: bodies that are named by where they sit, and countries behind words."""

from sayso.story.actors.countries import country_of
from sayso.story.actors.seats import SeatKind, find_seat


def test_a_building_always_means_its_body() -> None:
    seat = find_seat("the Pentagon", acts=False)

    assert seat is not None
    assert (seat.body, seat.kind) == ("United States Department of Defense", SeatKind.SEAT)


def test_a_capital_means_its_government_only_where_it_acts() -> None:
    seat = find_seat("Bogotá", acts=True)

    assert seat is not None
    assert (seat.body, seat.kind) == ("Government of Colombia", SeatKind.CAPITAL)
    assert find_seat("Bogotá", acts=False) is None


def test_a_town_is_no_seat() -> None:
    assert find_seat("Velm", acts=True) is None


def test_the_seat_of_the_union_is_no_government() -> None:
    seat = find_seat("Brussels", acts=True)

    assert seat is not None
    assert seat.body == "European Union"


def test_words_point_to_their_country() -> None:
    assert country_of("Tajiks") == "tajikistan"
    assert country_of("the Netherlands") == "netherlands"
    assert country_of("Dhaka") == "bangladesh"
    assert country_of("Velm") is None
