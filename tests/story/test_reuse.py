"""Reuse: copies are told from reports of their own, and from the same quotation."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.dates import DayInterval
from sayso.documents import ChainBasis, ChainLink, Role
from sayso.evidence.dating import Dating, Doubt, DoubtNote
from sayso.story.direction import Provenance
from sayso.story.reuse import Comparand, compare, find_reuse
from sayso.story.reuse_edge import Direction, ReuseEdge, ReuseKind
from sayso.story.wording import read_wording
from tests.story.texts import AGENCY, INDEPENDENT, RESPUN, first_paragraphs

UNDATED = Dating(interval=DayInterval(None, None), candidates=(), chosen=(), reasons=(), doubts=())


def link(name: str, role: Role) -> ChainLink:
    return ChainLink(
        name=name, role=role, basis=ChainBasis.MASTHEAD, original_span=None, rule="test"
    )


def dated(first: int, last: int | None = None) -> Dating:
    days = DayInterval(date(2031, 5, first), date(2031, 5, last or first))
    return replace(UNDATED, interval=days)


def side(name: str, text: str, *chain: ChainLink, dating: Dating = UNDATED) -> Comparand:
    provenance = Provenance(chain=chain, dating=dating)
    return Comparand(id=name, wording=read_wording(text), provenance=provenance)


def edge_between(first: Comparand, second: Comparand) -> ReuseEdge:
    edge = find_reuse(first, second)
    assert edge is not None
    assert edge == find_reuse(second, first)
    return edge


def kind_of(first: str, second: str) -> ReuseKind | None:
    found = compare(read_wording(first), read_wording(second))
    return None if found is None else found.kind


def test_the_same_words_are_an_exact_copy_whatever_their_marks() -> None:
    other = AGENCY.upper().replace("“", '"').replace("”", '"').replace("\n\n", "\n\n\n")

    assert kind_of(AGENCY, other) is ReuseKind.EXACT


def test_a_new_headline_makes_a_near_copy() -> None:
    paragraphs = AGENCY.split("\n\n")

    assert kind_of(AGENCY, "\n\n".join(["Trouble at sea", *paragraphs[1:]])) is ReuseKind.NEAR


def test_a_cut_text_is_contained_and_its_passages_are_marked() -> None:
    short = "Trouble at sea\n\n" + "\n\n".join(AGENCY.split("\n\n")[1:3])
    edge = edge_between(side("a", AGENCY), side("b", short))

    assert edge.kind is ReuseKind.CONTAINED
    assert [span.text_in(short)[:10] for span in edge.to_spans] == ["A ferry ca"]
    assert [span.text_in(AGENCY)[-15:] for span in edge.from_spans] == ["harbour office."]
    assert edge.score == pytest.approx(0.95, abs=0.02)


def test_sentences_within_another_text_are_found() -> None:
    own = " ".join(
        f"Fishermen at quay number {n} have sold their catch early for {n + 3} years."
        for n in range(1, 4)
    )
    mixed = own + "\n\n" + "\n\n".join(AGENCY.split("\n\n")[1:3])

    assert kind_of(AGENCY, mixed) is ReuseKind.CONTAINED


def test_words_replaced_one_by_one_make_a_respun_copy() -> None:
    edge = edge_between(side("a", AGENCY), side("b", RESPUN))

    assert (edge.kind, edge.direction) == (ReuseKind.RESPUN, Direction.UNKNOWN)
    assert edge.score > 0.9


def test_a_cut_respun_copy_is_found_too() -> None:
    assert kind_of(first_paragraphs(RESPUN, 4), AGENCY) is ReuseKind.RESPUN


def test_independent_reports_on_one_event_are_no_copies() -> None:
    assert kind_of(AGENCY, INDEPENDENT) is None
    assert kind_of(RESPUN, INDEPENDENT) is None


def test_a_shared_statement_is_no_copy() -> None:
    statement = (
        "“The bridge will open in spring and not a day later,” Mayor Ott Hale said. “We have paid "
        "every one of the 40 workers and we will pay them again in March if the river lets us "
        "build,” he said. “Those who doubt it are free to come and hold a shovel with us.”"
    )
    first = f"The council met behind closed doors for six hours on Monday.\n\n{statement}"
    second = f"Nobody in Calder expects to cross the water this year.\n\n{statement}"

    assert kind_of(first, second) is None


def test_reports_by_one_template_with_other_numbers_are_no_copies() -> None:
    template = (
        "The main index of the Calder exchange closed {} points lower at {} on heavy trade. "
        "Shares in the harbour company lost {} percent and stood at {} crowns by noon. "
        "Wheat for delivery in autumn was sold at {} crowns a tonne, after {} the day before."
    )

    assert kind_of(template.format(*range(10, 16)), template.format(*range(70, 76))) is None


def test_short_sentences_that_everybody_writes_are_no_copy() -> None:
    common = "No one was hurt. Police are looking into the cause. The road was closed for hours. "
    first = common + "A lorry with sand fell over at the gate of the old mill in Orlo."
    second = common + "Two buses met in fog on the pass above Brennick early on Friday."

    assert kind_of(first, second) is None


@pytest.mark.parametrize("text", ["", "Subscribe to read on.", "!!! ***"])
def test_what_has_hardly_any_words_is_a_copy_of_nothing(text: str) -> None:
    assert kind_of(text, text) is None


def test_the_credited_outlet_came_first_even_if_the_dates_disagree() -> None:
    wire = side("b", AGENCY, link("The Sound Wire", Role.HOST), dating=dated(9))
    copy = side(
        "a", AGENCY, link("Daily", Role.HOST), link("SOUND WIRE", Role.AGENCY), dating=dated(2)
    )
    edge = edge_between(wire, copy)

    assert (edge.from_document, edge.to_document) == ("b", "a")
    assert edge.direction is Direction.CREDIT


def test_two_customers_of_one_agency_are_not_ordered() -> None:
    sides = [
        side(name, AGENCY, link(name, Role.HOST), link("Sound Wire", Role.AGENCY)) for name in "ab"
    ]

    assert edge_between(*sides).direction is Direction.UNKNOWN


def test_outlets_that_credit_each_other_are_not_ordered() -> None:
    first = side("a", AGENCY, link("Daily", Role.HOST), link("Post", Role.REPUBLISHER))
    second = side("b", AGENCY, link("Post", Role.HOST), link("Daily", Role.REPUBLISHER))

    assert edge_between(first, second).direction is Direction.UNKNOWN


def test_the_earlier_day_came_first() -> None:
    edge = edge_between(side("a", AGENCY, dating=dated(7)), side("b", AGENCY, dating=dated(2, 5)))

    assert (edge.from_document, edge.direction) == ("b", Direction.TIME)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (dated(2, 5), dated(5, 9)),
        (dated(2), UNDATED),
        (replace(dated(2), interval=DayInterval(date(2031, 5, 2), None)), dated(9)),
        (
            dated(2),
            replace(
                dated(9),
                doubts=(DoubtNote(doubt=Doubt.DAY_MONTH_ORDER, reason="", candidates=()),),
            ),
        ),
    ],
)
def test_dates_that_may_be_the_other_way_round_order_nothing(first: Dating, second: Dating) -> None:
    edge = edge_between(side("a", AGENCY, dating=first), side("b", AGENCY, dating=second))

    assert edge.direction is Direction.UNKNOWN


def test_a_text_cut_from_the_end_came_later_as_far_as_the_texts_tell() -> None:
    edge = edge_between(side("b", AGENCY), side("a", first_paragraphs(AGENCY, 3)))

    assert edge.kind is ReuseKind.CONTAINED
    assert (edge.from_document, edge.direction) == ("b", Direction.CONTAINMENT)


def test_a_text_that_stands_in_the_middle_of_another_may_be_older_or_younger() -> None:
    middle = "\n\n".join(AGENCY.split("\n\n")[2:5])
    edge = edge_between(side("b", AGENCY), side("a", middle))

    assert (edge.kind, edge.direction) == (ReuseKind.CONTAINED, Direction.UNKNOWN)


def test_two_texts_without_common_wording_give_no_edge() -> None:
    assert find_reuse(side("a", AGENCY), side("b", INDEPENDENT)) is None


def test_the_text_with_the_words_nobody_else_has_was_respun() -> None:
    odd = set(read_wording(RESPUN).words) - set(read_wording(AGENCY).words)

    def frequency(word: str) -> int:
        return 0 if word in odd else 5

    edge = find_reuse(side("b", AGENCY), side("a", RESPUN), frequency=frequency)

    assert edge is not None
    assert (edge.from_document, edge.direction) == ("b", Direction.WORDING)


def test_where_both_wordings_are_as_common_neither_was_respun() -> None:
    edge = find_reuse(side("a", AGENCY), side("b", RESPUN), frequency=lambda _: 3)

    assert edge is not None
    assert edge.direction is Direction.UNKNOWN


@given(st.text(max_size=300), st.text(max_size=300))
def test_any_two_texts_can_be_compared_either_way(first: str, second: str) -> None:
    left, right = read_wording(first), read_wording(second)
    one, other = compare(left, right), compare(right, left)

    assert (one is None) == (other is None)


def test_an_endless_line_is_compared_in_pieces() -> None:
    words = " ".join(f"word{n}" for n in range(3_000))

    assert kind_of(words, "start " + words) in {ReuseKind.NEAR, ReuseKind.CONTAINED}
