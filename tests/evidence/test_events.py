"""Events of one document: type, status, time, place, people."""

from datetime import date
from itertools import pairwise

import pytest

from sayso.dates import DayInterval
from sayso.evidence.claim import Claim, Force
from sayso.evidence.event import EventRole, EventStatus, TimeAnchor
from sayso.evidence.event_types import shipped_types
from sayso.evidence.event_words import lemma
from sayso.language.analysis import AttributionKind
from tests.evidence.events import WRITTEN, events_of, one_event
from tests.passages import at

MAY_9 = DayInterval.day(date(2031, 5, 9))


def test_an_event_has_the_time_of_its_clause() -> None:
    event = one_event("Gunmen attacked the depot in Orlen on Friday.", "attacked")

    assert (event.time.interval, event.time.anchor) == (MAY_9, TimeAnchor.CLAUSE)
    assert (event.status, event.role) == (EventStatus.ASSERTED, EventRole.HAPPENING)


def test_a_month_stays_a_month() -> None:
    event = one_event("Gunmen attacked the depot in March 2031.", "attacked")

    assert event.time.interval == DayInterval.month(2031, 3)


def test_a_time_of_another_clause_is_not_that_of_the_event() -> None:
    text = "The bridge fell on Friday after rebels shelled the town."
    fell, shelled = events_of(
        text, ("fell", "accident", "asserted"), ("shelled", "assault", "asserted")
    )

    assert fell.time.interval == MAY_9
    assert shelled.time.anchor is TimeAnchor.DOCUMENT


def test_what_follows_from_an_event_shares_its_time() -> None:
    text = "Gunmen attacked the depot on Friday, killing four guards."
    _, killing = events_of(
        text, ("attacked", "assault", "asserted"), ("killing", "death", "asserted")
    )

    assert (killing.time.interval, killing.time.anchor) == (MAY_9, TimeAnchor.SENTENCE)


def test_since_opens_the_time_up_to_the_report() -> None:
    text = "Since rebels seized the port on Friday, navy boats have shelled the town."
    _, shelled = events_of(
        text, ("seized", "coerce", "asserted"), ("shelled", "assault", "asserted")
    )

    assert shelled.time.interval == DayInterval(date(2031, 5, 9), date(2031, 5, 12))


def test_before_dawn_is_on_that_day() -> None:
    event = one_event("Gunmen attacked the depot before dawn on Friday.", "attacked")

    assert event.time.interval == MAY_9


def test_each_verb_of_a_list_has_the_year_behind_it() -> None:
    text = "The mine was closed in 2003, reopened in 2006 and sold in 2012."
    found = events_of(
        text, *((word, "other", "asserted") for word in ("closed", "reopened", "sold"))
    )

    assert [one.time.interval for one in found] == [
        DayInterval(date(year, 1, 1), date(year, 12, 31)) for year in (2003, 2006, 2012)
    ]


def test_a_verb_without_a_time_of_its_own_shares_that_of_the_one_before() -> None:
    text = "Police raided the depot on Friday and arrested two men."
    _, arrested = events_of(
        text, ("raided", "assault", "asserted"), ("arrested", "coerce", "asserted")
    )

    assert arrested.time.interval == MAY_9


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("The bodies of men killed by the mud had been brought to Orlen by Friday.", False),
        ("Twelve men were killed by the mud on Friday.", True),
        ("Mud killed twelve men and had reached Orlen on Friday.", True),
    ],
)
def test_the_time_of_the_main_verb_is_not_that_of_a_participle(text: str, *, dated: bool) -> None:
    assert one_event(text, "killed", "death").time.is_own is dated


def test_by_is_a_bound() -> None:
    event = one_event("The group lost the valley by March 2031.", "lost", "lose")

    assert event.time.interval == DayInterval(None, date(2031, 3, 31))


def test_the_time_of_saying_bounds_what_is_said() -> None:
    text = "The mayor said on Friday that gunmen had attacked the depot."
    claim = Claim(
        id="c_1",
        source=(at(text, "The mayor"),),
        cue=(at(text, "said"),),
        content=(at(text, "gunmen had attacked the depot"),),
        kind=AttributionKind.INDIRECT,
        rule="test",
    )
    event = one_event(text, "attacked", claims=(claim,))

    assert event.time.anchor is TimeAnchor.DOCUMENT
    assert event.time.interval == DayInterval(None, date(2031, 5, 9))
    assert event.claim == "c_1"


def test_a_text_goes_on_telling_of_the_time_it_has_reached() -> None:
    text = "Gunmen attacked the depot on Friday. They kidnapped two drivers."
    _, kidnapped = events_of(
        text, ("attacked", "assault", "asserted"), ("kidnapped", "assault", "asserted")
    )

    assert (kidnapped.time.interval, kidnapped.time.anchor) == (MAY_9, TimeAnchor.NARRATIVE)
    assert kidnapped.mode == "abduct"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Gunmen attacked the depot on Friday. The killing in Orlen had shocked many.", "killing"),
        ("Gunmen attacked the depot on Friday. The army had killed two men.", "killed"),
        ("Gunmen attacked the depot on Friday. The men who killed him fled.", "killed"),
        ("Gunmen attacked the depot on Friday after the killing of two men.", "killing"),
    ],
)
def test_background_has_no_part_in_the_time_that_a_text_has_reached(text: str, word: str) -> None:
    _, event = events_of(text, ("attacked", "assault", "asserted"), (word, "death", "asserted"))

    assert event.time.anchor is TimeAnchor.DOCUMENT


@pytest.mark.parametrize("looking", ["following", "despite"])
def test_a_noun_that_a_clause_looks_back_to_has_none_of_the_time_before_it(looking: str) -> None:
    before = one_event(f"On Friday the men left Orlen {looking} the attack.", "attack")
    behind = one_event(f"The men left Orlen {looking} the attack on Friday.", "attack")

    assert before.time.anchor is TimeAnchor.DOCUMENT
    assert behind.time.interval == MAY_9


def test_a_noun_has_the_time_of_the_verb_of_its_clause() -> None:
    text = "Gunmen attacked the depot on Friday. They killed two men in the raid."
    *_, raid = events_of(
        text,
        ("attacked", "assault", "asserted"),
        ("killed", "death", "asserted"),
        ("raid", "assault", "asserted"),
    )

    assert (raid.time.interval, raid.time.anchor) == (MAY_9, TimeAnchor.NARRATIVE)


def test_what_is_told_as_past_did_not_happen_after_the_report() -> None:
    event = one_event("The man drowned in July 2031.", "drowned", "death")

    assert event.time.interval == DayInterval(None, date(2031, 5, 12))
    assert event.status is EventStatus.ASSERTED


def test_an_event_without_a_time_happened_by_the_date_of_the_report() -> None:
    event = one_event("Gunmen attacked the depot.", "attacked")

    assert not event.time.is_own
    assert event.time.interval == DayInterval(None, date(2031, 5, 12))


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Gunmen attacked the depot.", "attacked", EventStatus.ASSERTED),
        ("Gunmen did not attack the depot.", "attack", EventStatus.DENIED),
        ("Gunmen plan to attack the depot.", "attack", EventStatus.PLANNED),
        ("Gunmen may attack the depot.", "attack", EventStatus.HYPOTHETICAL),
        ("If gunmen attack the depot, the mayor will leave.", "attack", EventStatus.HYPOTHETICAL),
        ("Gunmen attacked the depot in 2024.", "attacked", EventStatus.HISTORICAL),
        ("In May 2030 gunmen attacked the depot.", "attacked", EventStatus.ASSERTED),
        ("Gunmen attacked the depot in March 2031.", "attacked", EventStatus.ASSERTED),
        ("The trial opens on 4 November 2031.", "trial", EventStatus.PLANNED),
    ],
)
def test_the_status_follows_the_words_and_the_time(
    text: str, word: str, expected: EventStatus
) -> None:
    assert one_event(text, word).status is expected


def test_the_past_tense_goes_before_a_plan_that_the_core_reads() -> None:
    assert (
        one_event("Gunmen attacked it.", "attacked", status="planned").status
        is EventStatus.ASSERTED
    )


@pytest.mark.parametrize(
    ("force", "expected"),
    [(Force.DENY, EventStatus.DENIED), (Force.FORECAST, EventStatus.HYPOTHETICAL)],
)
def test_the_force_of_a_claim_decides_where_the_words_do_not(
    force: Force, expected: EventStatus
) -> None:
    text = "The army spoke of an attack in Orlen."
    claim = Claim(
        id="c_1",
        source=(),
        cue=(),
        content=(at(text, "an attack in Orlen"),),
        kind=AttributionKind.INDIRECT,
        rule="test",
        force=force,
    )

    assert one_event(text, "attack", claims=(claim,)).status is expected


@pytest.mark.parametrize(
    ("text", "word", "family", "role"),
    [
        ("Guards are held in the camp.", "held", "coerce", EventRole.STATE),
        ("Fighters detained in camps wrote home.", "detained", "coerce", EventRole.STATE),
        ("Police detained 12 people.", "detained", "coerce", EventRole.HAPPENING),
        ("The mayor warned the town.", "warned", "threaten", EventRole.SPEECH),
        ("The group released a long recording.", "released", "release", EventRole.SPEECH),
        ("The group released two hostages.", "released", "release", EventRole.HAPPENING),
        ("The operation began.", "operation", "assault", EventRole.BARE),
    ],
)
def test_only_happenings_are_entries(text: str, word: str, family: str, role: EventRole) -> None:
    assert one_event(text, word, family).role is role


def test_a_phrase_names_an_event_that_the_core_does_not_mark() -> None:
    (event,) = events_of("There was a prison break in Orlen on Friday.")

    assert (event.family, event.rule) == ("escape", "event_phrase")
    assert event.time.interval == MAY_9


def test_the_first_part_of_a_compound_is_no_event() -> None:
    assert events_of("A cross-border road was closed.", ("cross", "accident", "asserted")) == ()


def test_the_words_of_the_table_go_before_the_family_of_the_core() -> None:
    assert one_event("Gunmen attacked the depot.", "attacked", "accident").family == "assault"


def test_place_and_people_are_those_of_the_clause() -> None:
    event = one_event(
        "The Red Column attacked the depot in Orlen while the mayor was in Dorran.",
        "attacked",
        named=(("Red Column", "ORG"), ("Orlen", "LOC"), ("Dorran", "LOC")),
    )

    assert event.place is not None
    assert [one.name for one in event.participants] == ["Red Column", "Orlen"]
    assert event.clause.end <= len("The Red Column attacked the depot in Orlen")


def test_a_short_clause_is_told_by_its_sentence() -> None:
    text = "Gunmen attacked the depot on Friday, killing four guards."
    _, killing = events_of(
        text, ("attacked", "assault", "asserted"), ("killing", "death", "asserted")
    )

    assert killing.clause.text_in(text) == text


def test_events_stand_in_the_order_of_the_text_and_an_empty_text_has_none() -> None:
    text = "Gunmen attacked Orlen. Police arrested two men. The dam burst."
    found = events_of(
        text,
        ("burst", "accident", "asserted"),
        ("attacked", "assault", "asserted"),
        ("arrested", "coerce", "asserted"),
    )

    assert all(left.trigger < right.trigger for left, right in pairwise(found))
    assert events_of("") == ()


@pytest.mark.parametrize(
    ("word", "expected"), [("shot", "shoot"), ("attacked", "attack"), ("Fled", "flee"), ("", "")]
)
def test_forms_of_one_word_have_one_lemma(word: str, expected: str) -> None:
    assert lemma(word) == (lemma(expected) if expected else "")


def test_every_family_has_a_label_and_a_code_or_none() -> None:
    table = shipped_types()

    assert table.coding("assault").acled_event == "Battles"
    assert table.coding("assault", "aerial").acled_sub_event == "Air/drone strike"
    assert table.coding("of no family").family == "other"
    assert all(coding.label for coding in table.codings.values())


@pytest.mark.parametrize(
    ("words", "family", "mode", "acled"),
    [
        ("arrested", "coerce", "arrest", "Arrests"),
        ("besieged", "coerce", None, "Other"),
        ("tortured", "assault", "torture", "Attack"),
        ("expelled", "sanction", None, None),
        ("hunger strike", "protest", "hunger", "Peaceful protest"),
        ("lifted the curfew", "concede", None, None),
        ("extradited", "cooperate", None, None),
        ("demobilized", "retreat", None, "Non-violent transfer of territory"),
    ],
)
def test_words_and_phrases_decide_family_and_mode(
    words: str, family: str, mode: str | None, acled: str | None
) -> None:
    coding = shipped_types().of_word(*map(lemma, words.split()))

    assert coding is not None
    assert (coding.family, coding.mode, coding.acled_sub_event) == (family, mode, acled)


def test_a_lead_event_is_marked() -> None:
    text = "Gunmen attacked Orlen. " + "The road is long. " * 6 + "Police arrested two men."
    attacked, arrested = events_of(
        text, ("attacked", "assault", "asserted"), ("arrested", "coerce", "asserted")
    )

    assert (attacked.lead, arrested.lead) == (True, False)
    assert WRITTEN.days == 1
