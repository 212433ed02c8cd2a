"""Two reports are of one event for reasons that add up, unless a fact forbids it."""

from dataclasses import replace
from datetime import date

import pytest

from sayso.dates import DayInterval
from sayso.evidence.event import EventRole, EventStatus, TimeAnchor
from sayso.story.events.entry import make_entry
from sayso.story.events.grouping import Apart, EventRulings, Together, group_reports
from sayso.story.events.matching import Basis, EventLink, Veto, Weight, match, veto
from sayso.story.events.origins import known_origins
from sayso.story.events.report import EventReport
from sayso.story.events.terms import shipped_background
from sayso.story.figures.record import Place
from sayso.text import Span

UNKNOWN = DayInterval(None, None)
MAY_9, MAY_10 = DayInterval.day(date(2031, 5, 9)), DayInterval.day(date(2031, 5, 10))
ORLEN = Place(name="Orlen, Lakor", parents=("Orlen (area), Varn", "Varn"))
DORRAN = Place(name="Dorran, Sell", parents=("Sell (area), Varn", "Varn"))
LAKOR = Place(name="Orlen (area), Varn", parents=("Varn",))
BACKGROUND = shipped_background()


def report(name: str, **changes: object) -> EventReport:
    base = EventReport(
        id=name,
        document=f"d_{name}",
        start=0,
        clause=Span(0, 40),
        sentence=Span(0, 60),
        family="assault",
        lemma="attack",
        role=EventRole.HAPPENING,
        status=EventStatus.ASSERTED,
        when=MAY_9,
        anchor=TimeAnchor.CLAUSE,
        written=MAY_10,
        place=ORLEN,
        names=frozenset({"red column"}),
        told=frozenset({"attack", "depot", "gunmen"}),
    )
    return replace(base, **changes)  # type: ignore[arg-type]  # fields of the record


def linked(one: EventReport, other: EventReport) -> bool:
    return match(one, other, BACKGROUND, one_story=True) is not None


def test_reports_of_one_day_and_place_are_of_one_event() -> None:
    link = match(report("e_a"), report("e_b"), BACKGROUND, one_story=True)

    assert link is not None
    assert (link.left, link.right) == ("e_a", "e_b")
    assert {Basis.TIME, Basis.PLACE, Basis.WORD} <= {weight.basis for weight in link.weights}
    assert link.score == pytest.approx(sum(weight.value for weight in link.weights))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"when": MAY_10}, Veto.TIME),
        ({"place": DORRAN}, Veto.PLACE),
        ({"status": EventStatus.PLANNED}, Veto.STATUS),
        ({"family": "election", "lemma": "vot"}, Veto.FAMILY),
        ({"status": EventStatus.DENIED}, None),
        ({"place": None}, None),
        ({"family": "death", "lemma": "kill"}, None),
        ({"when": DayInterval.year(2031)}, None),
    ],
)
def test_a_contradiction_forbids_that_two_are_one(
    changes: dict[str, object], expected: Veto | None
) -> None:
    assert veto(report("e_a"), report("e_b", **changes)) is expected


def test_what_is_dated_later_than_a_report_is_not_what_it_told() -> None:
    early = report("e_b", when=UNKNOWN, anchor=TimeAnchor.DOCUMENT, written=DayInterval.day(date(2031, 5, 1)))  # fmt: skip

    assert veto(report("e_a"), early) is Veto.TIME


def test_undated_reports_of_far_apart_days_are_not_joined() -> None:
    undated = {"when": UNKNOWN, "anchor": TimeAnchor.DOCUMENT}
    old = DayInterval.day(date(2029, 5, 10))

    assert linked(report("e_a", **undated), report("e_b", **undated))
    assert not linked(report("e_a", **undated), report("e_b", **undated, written=old))


def test_a_year_and_a_day_are_joined_by_a_place() -> None:
    year = {
        "when": DayInterval.year(2031),
        "names": frozenset(),
        "family": "death",
        "lemma": "kill",
    }
    later = DayInterval.day(date(2032, 5, 10))

    assert linked(report("e_a"), report("e_b", **year, place=LAKOR, written=later))
    assert not linked(report("e_a"), report("e_b", **year, place=None, written=later))


def test_one_clause_tells_one_event() -> None:
    one = report("e_a", document="d", start=5)
    other = report("e_b", document="d", start=20, family="death", lemma="kill")

    assert linked(one, other)
    assert not linked(one, replace(other, sentence=Span(60, 90), clause=Span(60, 90)))


def test_a_link_that_contradicts_a_group_is_left_out() -> None:
    year = report("e_c", when=DayInterval.year(2031))
    reports = {one.id: one for one in (report("e_a"), report("e_b", when=MAY_10), year)}
    links = [link("e_a", "e_c", 5.0), link("e_b", "e_c", 4.0)]

    assert group_reports(reports, links) == (("e_a", "e_c"), ("e_b",))
    assert group_reports(reports, reversed(links)) == (("e_a", "e_c"), ("e_b",))


def test_a_person_goes_before_the_links() -> None:
    reports = {one.id: one for one in (report("e_a"), report("e_b"), report("e_c", when=MAY_10))}
    links = [link("e_a", "e_b", 5.0)]
    apart = Apart(left=frozenset({"e_a"}), right=frozenset({"e_b"}))

    assert group_reports(reports, links, EventRulings(apart=(apart,))) == (("e_a",), ("e_b",), ("e_c",))  # fmt: skip
    joined = EventRulings(together=(Together(left="e_b", right="e_c"),))
    assert group_reports(reports, (), joined) == (("e_a",), ("e_b", "e_c"))


def test_an_entry_is_as_exact_as_its_most_exact_report() -> None:
    year = report("e_b", when=DayInterval.year(2031), status=EventStatus.HISTORICAL)
    entry = make_entry("x_1", [year, report("e_a")])

    assert (entry.when, entry.headline, entry.documents) == (MAY_9, "e_a", 2)
    assert (entry.status, entry.place) == (EventStatus.ASSERTED, "Orlen, Lakor")
    assert entry.is_dated


def test_an_undated_entry_has_the_bound_of_its_first_report() -> None:
    undated = report("e_a", when=UNKNOWN, anchor=TimeAnchor.DOCUMENT)
    planned = replace(undated, status=EventStatus.PLANNED)
    imagined = replace(undated, status=EventStatus.HYPOTHETICAL)

    assert make_entry("x_1", [undated]).when == DayInterval(None, MAY_10.hi)
    assert make_entry("x_1", [planned]).when == DayInterval(MAY_10.lo, None)
    assert make_entry("x_1", [imagined]).when == UNKNOWN
    with pytest.raises(ValueError, match="needs a report"):
        make_entry("x_1", [])


def test_copies_and_echoes_have_one_known_origin() -> None:
    tellers = [("d_1", None), ("d_2", "g_1"), ("d_3", "g_1"), ("d_4", None), ("d_1", None)]

    assert known_origins(tellers, [("d_4", "d_1"), ("d_9", "d_1")]) == [1, 2, 2, 1, 1]


def link(left: str, right: str, score: float) -> EventLink:
    weights = (Weight(basis=Basis.TIME, value=score),)
    return EventLink(left=left, right=right, score=score, weights=weights)


def test_a_copy_without_a_date_joins_by_its_scene_alone() -> None:
    unknown = DayInterval(None, None)
    words = frozenset({"attack", "depot", "gunmen", "ferryman", "lantern"})
    told = report("e_1", when=unknown, anchor=TimeAnchor.DOCUMENT, told=words)
    copy = replace(told, id="e_2", document="d_e_2", written=unknown)
    other = replace(copy, told=frozenset({"attack", "ship"}), names=frozenset())

    assert linked(told, copy)
    assert not linked(told, other)
