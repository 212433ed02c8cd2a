"""Places in a case: what documents name, sites shown as one, and what may be one."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from sayso.case import Case, ClaimFilter, FigureFilter, PlaceFilter, RunId
from sayso.errors import CaseError
from sayso.places import Location, Place, PlacedMention, PlaceKind, Point
from sayso.text import Span
from tests.case.builders import NOW, bare_evidence, document, evidence, orlo, pier

VELM = Place(
    key="geonames:7",
    name="Velm",
    kind=PlaceKind.COUNTRY,
    point=Point(latitude=51.0, longitude=4.0),
    location=Location.GAZETTEER,
    country="VL",
    country_name="Velm",
    geonames=7,
)


def prison(stem: str, within: Place | None = None) -> Place:
    around = f"{within.country}.{within.area}" if within else "?"
    return Place(
        key=f"site:{stem}:prison@{around}",
        name=f"{stem.title()} prison",
        kind=PlaceKind.SITE,
        point=within.point if within else None,
        location=Location.WITHIN if within else Location.NONE,
        country=within.country if within else None,
        country_name=within.country_name if within else None,
        area=within.area if within else None,
        within=within,
    )


def tell(case: Case, run: RunId, text: str, named: Sequence[tuple[str, Place]]) -> str:
    """Add a document that names places, and return its id."""
    made, data = document(text, path=f"{text[:9]}.txt", title=None)
    made = replace(made, title_span=None, page_starts=())
    placed = tuple(
        PlacedMention(
            span=Span(text.index(words), text.index(words) + len(words)),
            name=place.name,
            place=place,
            score=0.9,
            rule="test",
        )
        for words, place in named
    )
    case.add(made, replace(bare_evidence(), places=placed), data, run=run, now=NOW)
    return made.id


def test_a_place_is_listed_with_what_it_lies_in(case: Case, run: RunId) -> None:
    made, data = document()
    case.add(made, evidence(made.id), data, run=run, now=NOW)

    town, site = sorted(case.places(), key=lambda row: row.name)

    assert (town.name, town.kind, town.within) == ("Orlo", PlaceKind.TOWN, ("Lower Velm", "Velm"))
    assert (town.mentions, town.documents, town.score) == (1, 1, 0.75)
    assert (site.name, site.sort, site.point, site.point_of) == (
        "Orlo pier",
        "transport",
        orlo().point,
        "Orlo",
    )
    assert site.within == ("Orlo", "Lower Velm", "Velm")
    assert [row.name for row in case.places(PlaceFilter(kind=PlaceKind.SITE))] == ["Orlo pier"]
    assert [row.name for row in case.places(PlaceFilter(document="d_none"))] == []


def test_where_a_place_is_named_is_listed_as_it_was_read(case: Case, run: RunId) -> None:
    made, data = document()
    given = evidence(made.id)
    case.add(made, given, data, run=run, now=NOW)

    (mention,) = case.place_mentions(case.find_place("orlo pier"))

    assert mention.placed == given.places[1]
    assert (mention.document, mention.words) == (made.id, "Orlo pier")


def test_a_place_is_found_by_name_and_by_id_or_not_at_all(case: Case, run: RunId) -> None:
    tell(
        case,
        run,
        "Orlo and Orlo prison.",
        [("Orlo", orlo()), ("Orlo prison", prison("orlo", orlo()))],
    )

    assert case.find_place("ORLO") == case.find_place(case.find_place("Orlo")[:6])
    with pytest.raises(CaseError, match="no place in this case is called 'Sell'"):
        case.find_place("Sell")
    with pytest.raises(CaseError, match=r"'orl' could be any of .*\(Orlo"):
        case.find_place("orl")
    with pytest.raises(CaseError, match="no place"):
        case.find_place(" ")


def test_claims_and_figures_are_found_by_what_holds_their_place(case: Case, run: RunId) -> None:
    made, data = document()
    given = evidence(made.id)
    content = (Span(given.places[1].span.start - 4, given.places[1].span.end),)
    claim = replace(given.claims[0], content=content)
    case.add(made, replace(given, claims=(claim,)), data, run=run, now=NOW)

    for name in ("Orlo", "orlo pier", "Velm", "Lower Velm", case.find_place("orlo pier")):
        if name not in ("Velm", "Lower Velm"):
            assert [row.id for row in case.claims(ClaimFilter(place=name))] == [claim.id]
        assert [row.id for row in case.figures(FigureFilter(place=name))] == (
            [] if name in ("Velm", "Lower Velm") else [given.figures[0].id]
        )
    assert list(case.claims(ClaimFilter(place="Sell"))) == []


def test_a_name_without_a_place_and_a_whole_score_stays_as_the_log_tells(
    case: Case, run: RunId
) -> None:
    made, data = document("Nobody came from Osk.", path="osk.txt", title=None)
    made = replace(made, title_span=None, page_starts=())
    placed = PlacedMention(span=Span(17, 20), name="Osk", place=None, score=1, rule="test")
    case.add(made, replace(bare_evidence(), places=(placed,)), data, run=run, now=NOW)

    assert case.verify().ok


def test_a_country_holds_what_lies_in_it(case: Case, run: RunId) -> None:
    tell(case, run, "Velm and Orlo.", [("Velm", VELM), ("Orlo", orlo())])
    tell(case, run, "The pier of Orlo.", [("pier of Orlo", pier())])

    names = [row.name for row in case.places(PlaceFilter(text="velm"))]

    assert sorted(names) == ["Orlo", "Velm", "pier of Orlo"]


def test_a_site_that_one_text_does_not_place_is_shown_as_the_one_that_another_does(
    case: Case, run: RunId
) -> None:
    tell(case, run, "Sell prison fell.", [("Sell prison", prison("sell"))])
    tell(
        case, run, "In Orlo the prison of Sell fell.", [("prison of Sell", prison("sell", orlo()))]
    )

    (site,) = case.places()

    assert (site.name, site.aliases, site.documents) == ("Sell prison", ("prison of Sell",), 2)
    assert site.within == ("Orlo", "Lower Velm", "Velm")
    assert len(site.merged) == 1
    assert len(list(case.place_mentions(site.id))) == 2


def test_the_order_of_documents_does_not_matter(new_case: Path, tmp_path: Path) -> None:
    import shutil  # noqa: PLC0415 -- one test copies cases

    far = replace(orlo(), key="geonames:72", name="Sell", area="Upper Velm")
    stories: tuple[tuple[str, list[tuple[str, Place]]], ...] = (
        ("Sell prison fell.", [("Sell prison", prison("sell"))]),
        ("Sell prison, also known as Osk prison, fell.",
         [("Sell prison", prison("sell", orlo())), ("Osk prison", prison("osk"))]),
        ("A Sell prison, far off.", [("Sell prison", prison("sell", far))]),
    )  # fmt: skip
    found = set()
    for number, order in enumerate(permutations(stories)):
        shutil.copytree(new_case, tmp_path / str(number))
        with Case.open(tmp_path / str(number)) as case:
            run = case.begin_run([("sayso", "0.1")], now=NOW)
            for text, named in order:
                tell(case, run, text, named)
            found.add(tuple(repr(row) for row in case.places()))

    assert len(found) == 1


def test_what_a_text_calls_one_is_one_until_it_is_read_anew(case: Case, run: RunId) -> None:
    name = tell(
        case,
        run,
        "Sell prison, also known as Osk prison, fell.",
        [("Sell prison", prison("sell", orlo())), ("Osk prison", prison("osk"))],
    )
    (site,) = case.places()
    assert {site.name, *site.aliases} == {"Sell prison", "Osk prison"}

    case.replace_evidence(name, bare_evidence(), run=run, now=NOW)

    assert list(case.places()) == []
    assert case.verify().ok


def test_reading_anew_leaves_what_other_documents_name(case: Case, run: RunId) -> None:
    tell(case, run, "Sell prison fell.", [("Sell prison", prison("sell"))])
    name = tell(case, run, "Orlo has Sell prison.", [("Sell prison", prison("sell", orlo()))])

    case.replace_evidence(name, bare_evidence(), run=run, now=NOW)

    (site,) = case.places()
    assert (site.name, site.within, site.merged, site.mentions) == ("Sell prison", (), (), 1)


def test_sites_that_may_be_one_are_proposed_with_a_mention_of_each(case: Case, run: RunId) -> None:
    tell(case, run, "Sell prison fell.", [("Sell prison", prison("sell", orlo()))])
    tell(case, run, "The Orlo prison fell.", [("Orlo prison", prison("orlo", orlo()))])

    (proposal,) = case.place_proposals()

    assert {proposal.left.name, proposal.right.name} == {"Sell prison", "Orlo prison"}
    assert proposal.reasons == ("each is said to be a prison in Orlo, and one is called after it",)
    assert {row.proposals for row in case.places()} == {1}
