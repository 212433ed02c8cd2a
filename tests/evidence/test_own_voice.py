"""What the outlet states itself: sentences with a figure or an event that nobody else is said to have said."""

from dataclasses import replace

import pytest

from sayso.dates import DayInterval
from sayso.documents import ChainBasis, ChainLink, Document, Role
from sayso.evidence.claim import Claim, Force, Polarity
from sayso.evidence.event import Event, EventRole, EventStatus, EventTime, TimeAnchor
from sayso.evidence.figure import Modality
from sayso.evidence.figures import find_figures
from sayso.evidence.own_voice import find_own_voice, outlet_of
from sayso.evidence.reading import read_evidence
from sayso.language.analysis import Analysis, AttributionKind, Manner
from sayso.language.core.network import Network
from sayso.language.reading import analyse
from sayso.pipeline.annotate import Request, annotate, as_document
from sayso.pipeline.core import read_with_shipped_core
from sayso.text import Span
from tests.passages import at


def published(text: str, *links: tuple[str, Role]) -> Document:
    chain = tuple(
        ChainLink(name=name, role=role, basis=ChainBasis.FIELD, original_span=None, rule="test")
        for name, role in links
    )
    return replace(as_document(Request(id="a", text=text)), chain=chain)


def said(text: str, source: str, cue: str, content: str) -> Claim:
    return Claim(
        id="c_1",
        source=(at(text, source),),
        cue=(at(text, cue),),
        content=(at(text, content),),
        kind=AttributionKind.INDIRECT,
        rule="test",
    )


def happening(
    text: str,
    word: str,
    role: EventRole = EventRole.HAPPENING,
    status: EventStatus = EventStatus.ASSERTED,
) -> Event:
    span = at(text, word)
    return Event(
        id=f"e_{word}",
        trigger=span,
        clause=span,
        family="conflict",
        lemma=word,
        role=role,
        status=status,
        rule="test",
        time=EventTime(interval=DayInterval(None, None), anchor=TimeAnchor.DOCUMENT),
    )


def own(text: str, *claims: Claim, events: tuple[Event, ...] = (), **of: object) -> list[str]:
    document = published(text, ("The Orlo Lantern", Role.HOST))
    analysis = analyse(text)
    figures = find_figures("a", text, analysis, claims)
    if of:
        figures = tuple(replace(one, **of) for one in figures)  # type: ignore[arg-type]  # fields of a figure
    found = find_own_voice(document, analysis, claims, figures, events)
    return [" … ".join(span.text_in(text) for span in one.content) for one in found]


def test_a_sentence_with_a_figure_is_stated_by_the_outlet() -> None:
    text = "The ferry sank at noon. Some 40 passengers were on board."
    document = published(text, ("The Orlo Lantern", Role.HOST))
    analysis = analyse(text)

    (claim,) = find_own_voice(document, analysis, (), find_figures("a", text, analysis, ()), ())

    assert document.quote(claim.content[0]) == "Some 40 passengers were on board"
    assert (claim.speaker, claim.kind, claim.manner) == (
        "The Orlo Lantern",
        AttributionKind.OWN_VOICE,
        Manner.WROTE,
    )
    assert (claim.force, claim.polarity) == (Force.ASSERT, Polarity.POSITIVE)
    assert (claim.source, claim.cue, claim.is_own_voice, claim.is_speech) == ((), (), True, True)


def test_a_sentence_that_tells_what_happened_is_stated_by_the_outlet() -> None:
    text = "The ferry sank at noon. It was blue."

    assert own(text, events=(happening(text, "sank"),)) == ["The ferry sank at noon"]


@pytest.mark.parametrize(
    ("role", "status"),
    [
        (EventRole.SPEECH, EventStatus.ASSERTED),
        (EventRole.BARE, EventStatus.ASSERTED),
        (EventRole.HAPPENING, EventStatus.PLANNED),
        (EventRole.HAPPENING, EventStatus.DENIED),
    ],
)
def test_what_did_not_happen_is_not_stated(role: EventRole, status: EventStatus) -> None:
    text = "The ferry sank at noon."

    assert own(text, events=(happening(text, "sank", role, status),)) == []


def test_what_somebody_said_is_not_stated_by_the_outlet() -> None:
    text = "Police said 40 people had drowned."

    assert own(text, said(text, "Police", "said", "40 people had drowned")) == []


def test_a_figure_that_is_no_fact_is_not_stated() -> None:
    assert own("Up to 40 boats may sail.", modality=Modality.PLANNED) == []
    assert own("It took 40 minutes.") == []


def test_only_what_stands_outside_of_an_attribution_is_stated() -> None:
    text = "Some 40 boats sank off Orlo after the harbour master said nobody could hold them."
    claim = said(text, "the harbour master", "said", "nobody could hold them")

    assert own(text, claim) == ["Some 40 boats sank off Orlo"]


def test_what_somebody_saw_is_told_by_the_outlet() -> None:
    text = "Divers found 40 boats off Orlo."
    seen = replace(said(text, "Divers", "found", "40 boats off Orlo"), manner=Manner.PERCEIVED)

    assert own(text, seen) == ["Divers found 40 boats off Orlo"]


@pytest.mark.parametrize(
    ("text", "content", "stated"),
    [
        ("Police said the boats sank while 40 people slept.", "the boats sank", []),
        (
            "Police said the boats sank, while 40 people slept.",
            "the boats sank",
            ["40 people slept"],
        ),
        ("At a talk with 40 people, police said the boats sank.", "the boats sank", []),
        (
            "As 40 people were asleep, police said the boats sank.",
            "the boats sank",
            ["40 people were asleep"],
        ),
    ],
)
def test_what_goes_on_with_a_content_or_only_tells_where_it_was_said_is_not_the_outlets(
    text: str, content: str, stated: list[str]
) -> None:
    source = "Police" if "Police" in text else "police"

    assert own(text, said(text, source, "said", content)) == stated


def test_what_follows_a_source_is_said_of_it_and_has_no_subject_left() -> None:
    text = "The last reports came days before 40 boats sank. None returned."
    claim = replace(said(text, "The last reports", "reports", "None returned"), cue=())

    assert own(text, claim) == []


def test_the_title_states_nothing_that_the_text_does_not() -> None:
    text = "Forty boats sank.\n\nForty boats sank off Orlo."
    document = replace(published(text), title_span=Span(0, 17))
    analysis = analyse(text)

    (claim,) = find_own_voice(document, analysis, (), find_figures("a", text, analysis, ()), ())

    assert claim.content[0].start == 19


def test_too_few_words_say_nothing_by_themselves() -> None:
    assert own("Forty boats.") == []


@pytest.mark.parametrize(
    ("links", "name"),
    [
        ((("Coast Wire", Role.AGENCY), ("The Orlo Lantern", Role.HOST)), "The Orlo Lantern"),
        ((("Coast Wire", Role.AGENCY), ("Velm Daily", Role.REPUBLISHER)), "Velm Daily"),
        ((("Coast Wire", Role.AGENCY),), "Coast Wire"),
        ((("a report", Role.REPORT),), None),
        ((), None),
    ],
)
def test_the_voice_is_that_of_the_host_or_of_whoever_supplied_the_text(
    links: tuple[tuple[str, Role], ...], name: str | None
) -> None:
    assert outlet_of(published("It sank.", *links)) == name


def test_without_sentences_nothing_is_stated() -> None:
    assert find_own_voice(published("It sank."), Analysis(), (), (), ()) == ()


def test_figures_are_laid_to_the_claim_that_holds_them(core: Network) -> None:
    text = "Some 40 boats sank off Orlo. “Some 12 boats were lost,” said Ana Petrov."
    evidence = read_evidence(published(text, ("The Orlo Lantern", Role.HOST)), core=core)
    by_id = {claim.id: claim for claim in evidence.claims}

    forty, twelve = (by_id[figure.claim or ""] for figure in evidence.figures)
    assert (forty.speaker, forty.kind) == ("The Orlo Lantern", AttributionKind.OWN_VOICE)
    assert (twelve.speaker, twelve.kind) == ("Ana Petrov", AttributionKind.DIRECT)
    assert [one.content[0].start for one in evidence.claims] == [0, 30]


@pytest.mark.usefixtures("core")
def test_annotations_hold_no_claim_of_the_outlet(core: Network) -> None:
    assert core is not None
    text = "Some 40 boats sank off Orlo on Monday. Police said 12 people had drowned."

    made = annotate(Request(id="a", text=text), read=read_with_shipped_core)

    assert [one.kind for one in made.attributions] == [AttributionKind.INDIRECT]
    assert made.figures[0].attribution is None


def test_shares_and_sums_of_money_are_figures_of_a_story_too() -> None:
    assert own("Prices fell 2 percent.") == ["Prices fell 2 percent"]
    assert own("Repairs cost $5 million.") == ["Repairs cost $5 million"]


def test_what_was_done_is_stated_even_where_no_kind_of_event_is_known() -> None:
    text = "The council closed the old dam on Friday. It is one of the oldest of the valley."

    assert own(text) == ["The council closed the old dam on Friday"]


def test_what_others_believe_is_not_stated_by_the_outlet() -> None:
    text = "Divers believe that 40 boats sank off Orlo."
    thought = said(text, "Divers", "believe", "that 40 boats sank off Orlo")

    assert own(text, replace(thought, manner=Manner.THOUGHT)) == []


@pytest.mark.parametrize("dateline", ["LAKOR, March 3 (Coast Wire) —", "PORT LAKOR, Va. —"])
def test_a_dateline_is_no_part_of_what_the_outlet_states(dateline: str) -> None:
    text = f"{dateline} A bridge fell into the river and 12 people drowned."

    assert own(text, events=(happening(text, "fell"),)) == [
        "A bridge fell into the river and 12 people drowned"
    ]


def test_a_question_of_the_outlet_states_nothing() -> None:
    assert own("Were 40 boats lost? Some 12 boats sank.") == ["Some 12 boats sank"]
