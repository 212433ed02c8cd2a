"""Echoes: what shows that claims have one origin, and how many origins are known in words."""

from dataclasses import replace
from datetime import date

from sayso.dates import DayInterval
from sayso.story.echoes.edge import EchoEdge, EchoEvidence
from sayso.story.echoes.find import EchoSearch, find_echoes
from sayso.story.echoes.groups import EchoGroup, group_echoes
from sayso.story.echoes.lineage import Origin, OriginKind, Report, report_of
from sayso.story.echoes.sentence import describe
from sayso.story.quotes.find import find_renderings
from sayso.story.reuse_edge import Direction, ReuseEdge, ReuseKind
from sayso.story.statements.index import index_of
from sayso.story.statements.lookup import comparison
from sayso.story.statements.statement import DocumentFacts
from sayso.text import Span
from tests.story.statements.marked_statements import claims, facts, statements

LANTERN = "Ines Varga [said] {“the old ferry will sail to Orlo before the spring floods”}"
COPY = "the ferry sank off Orlo with 40 people aboard on the first Sunday of the spring floods"


def echoes(old: DocumentFacts, new: DocumentFacts, reuse: tuple[ReuseEdge, ...] = ()) -> list[EchoEdge]:  # fmt: skip
    index, told = index_of(statements(old.id, old.text)), statements(new.id, new.text)
    by = comparison(told, index)
    renderings = tuple(find_renderings(told, index, by))
    search = EchoSearch(
        lookup=index, by=by, facts=lambda _: old, reuse=reuse, renderings=renderings
    )
    return list(find_echoes(new, told, search))


def test_one_quotation_in_two_reports_is_an_echo_without_a_known_order() -> None:
    other = "A witness [said] {“the old boat will sail to Orlo before the spring waters”}"
    (found,) = echoes(facts("a", LANTERN), facts("b", other))

    assert found.evidence is EchoEvidence.QUOTED
    assert found.direction is Direction.UNKNOWN
    assert (found.from_document, found.to_document) == ("a", "b")


def test_a_passage_word_for_word_is_copied_and_goes_from_the_credited_outlet() -> None:
    old = facts("b", f"a witness [said] {{{COPY}}}", outlet="The Lantern")
    new = facts("a", f"A man [said] {{{COPY}}}", outlet="Echo Post", credit="Lantern")
    (found,) = echoes(old, new)

    assert found.evidence is EchoEvidence.COPIED
    assert found.direction is Direction.CREDIT
    assert (found.from_document, found.to_document) == ("b", "a")
    assert echoes(new, old)[0] == found


def test_the_earlier_day_came_first() -> None:
    old = replace(facts("a", LANTERN), dated=DayInterval.day(date(2031, 5, 4)))
    new = replace(facts("b", LANTERN), dated=DayInterval.day(date(2031, 5, 2)))
    (found,) = echoes(old, new)

    assert (found.from_document, found.direction) == ("b", Direction.TIME)


def test_a_named_speaker_is_one_origin_a_shared_phrase_is_none() -> None:
    named = "Ines Varga [said] {that the old ferry would sail to Orlo before the floods}"
    other = "ferry owners [said] {that an old ferry would sail for Orlo in the spring}"

    (found,) = echoes(facts("a", LANTERN), facts("b", named))
    assert found.evidence is EchoEvidence.NAMED
    assert echoes(facts("a", named), facts("b", other)) == []


def test_in_copied_passages_each_claim_meets_its_own_whichever_came_first() -> None:
    old = "Ana Orlow [said] {the ferry sank at dawn off Orlo}. x [said] {nobody had warned the crew of it}"
    new = "Ana Orlow [said] {the boat sank at daybreak off Orlo}. x [said] {no one had warned the sailors of it}"
    whole = ReuseEdge(
        from_document="a",
        to_document="b",
        kind=ReuseKind.RESPUN,
        score=0.9,
        from_spans=(Span(0, len(old)),),
        to_spans=(Span(0, len(new)),),
        direction=Direction.WORDING,
        rule="reuse.respun",
    )
    found = echoes(facts("a", old), facts("b", new), (whole,))
    reverse = echoes(facts("b", new), facts("a", old), (whole,))

    assert {edge.evidence for edge in found} == {EchoEvidence.COPIED}
    assert len(found) == 2
    assert {(e.from_claim, e.to_claim) for e in found} == {
        (e.from_claim, e.to_claim) for e in reverse
    }
    assert {edge.from_document for edge in reverse} == {"a"}


def edge(first: str, second: str, evidence: EchoEvidence = EchoEvidence.COPIED) -> EchoEdge:
    return EchoEdge(
        from_claim=first,
        from_document=f"d{first}",
        from_spans=(),
        to_claim=second,
        to_document=f"d{second}",
        to_spans=(),
        evidence=evidence,
        share=1.0,
        direction=Direction.TIME,
        rule="test",
    )


def report(claim: str, origin: str | None = None) -> Report:
    known = Origin(kind=OriginKind.SPEAKER, name=origin) if origin else None
    return Report(claim=claim, document=f"d{claim}", outlet=f"Outlet {claim}", origin=known)


def grouped(edges: list[EchoEdge], origins: dict[str, str]) -> tuple[EchoGroup, ...]:
    return group_echoes(edges, lambda claim: report(claim, origins.get(claim)))


def test_claims_tied_through_others_are_one_group_with_each_origin_once() -> None:
    (found,) = grouped([edge("a", "b"), edge("b", "c")], {"a": "Ines Varga", "c": "Varga"})

    assert found.documents == ("da", "db", "dc")
    assert [origin.name for origin in found.origins] == ["Ines Varga"]
    assert describe(found) == "3 reports, 1 known origin; independence not established"


def test_a_report_that_does_not_say_where_it_has_it_from_is_of_unknown_lineage() -> None:
    (found,) = grouped([edge("a", "b", EchoEvidence.QUOTED)], {"a": "Ines Varga"})

    assert found.unknown == ("db",)
    assert describe(found) == (
        "2 reports, 1 known origin, 1 of unknown lineage; independence not established"
    )


def test_two_origins_do_not_make_independence() -> None:
    (found,) = grouped([edge("a", "b", EchoEvidence.QUOTED)], {"a": "Ines Varga", "b": "Ana Orlow"})

    assert describe(found) == "2 reports, 2 known origins; independence not established"


def test_whoever_is_repeated_by_others_is_the_origin_where_nobody_is_named() -> None:
    (found,) = grouped([edge("a", "b")], {})

    assert [(origin.kind, origin.name) for origin in found.origins] == [
        (OriginKind.OUTLET, "Outlet a")
    ]


def test_a_circle_of_copies_has_no_known_origin() -> None:
    (found,) = grouped([edge("a", "b"), edge("b", "a")], {})

    assert found.origins == () or all(o.kind is OriginKind.OUTLET for o in found.origins)


def test_separate_claims_are_separate_groups() -> None:
    assert len(grouped([edge("a", "b"), edge("c", "d")], {})) == 2


def test_a_report_goes_back_to_its_speaker_or_in_its_own_voice_to_a_credit() -> None:
    about = facts("d", "Ines Varga [said] {it sank}", outlet="Echo", credit="Lantern")
    (named,) = claims("d", about.text)
    unnamed = replace(named, speaker="officials")
    own_voice = replace(named, speaker=None, source=())

    origins = [
        report_of(claim, "d", outlet="Echo", chain=chain).origin
        for claim, chain in ((named, about.chain), (unnamed, about.chain), (own_voice, about.chain), (own_voice, ()))
    ]  # fmt: skip

    assert origins == [
        Origin(kind=OriginKind.SPEAKER, name="Ines Varga"),
        None,
        Origin(kind=OriginKind.OUTLET, name="Lantern"),
        None,
    ]
