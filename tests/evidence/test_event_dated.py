"""Verbs and nouns that a time hangs on, read from trees that are written out."""

from dataclasses import replace
from datetime import date

import pytest

from sayso.dates import DayInterval
from sayso.evidence.claim import Claim
from sayso.evidence.event import Event, EventRole, EventStatus, TimeAnchor
from sayso.evidence.events import find_events
from sayso.language.analysis import AttributionKind, EventMention
from sayso.language.reading import analyse
from tests.evidence.events import WRITTEN, document_of, one_event
from tests.evidence.written_trees import written_tree
from tests.passages import at

# WRITTEN is Monday 12 May 2031.
FRIDAY = DayInterval.day(date(2031, 5, 9))
ANNULLED = (
    "The|det|2 court|nsubj|3 annulled|root!|0 the|det|5 vote|obj|3 on|case|7 Friday|obl|3 .|punct|3"
)


def events_of(parsed: str, *marked: str) -> tuple[Event, ...]:
    """Read a sentence whose tree is written out, with event words of the core."""
    text, tree = written_tree(parsed)
    mentions = tuple(
        EventMention(span=at(text, word), type="other", status="asserted", rule="core")
        for word in marked
    )
    analysis = replace(analyse(text, published=WRITTEN), trees=(tree,), events=mentions)
    return find_events(document_of(text), analysis, (), (), WRITTEN)


def told(parsed: str, *marked: str) -> list[tuple[str, str]]:
    text, _ = written_tree(parsed)
    return [(one.trigger.text_in(text), one.rule) for one in events_of(parsed, *marked)]


def test_a_verb_that_a_time_hangs_on_tells_what_happened() -> None:
    (event,) = events_of(ANNULLED)

    assert (event.rule, event.role) == ("dated_word", EventRole.HAPPENING)
    assert (event.time.interval, event.time.anchor) == (FRIDAY, TimeAnchor.CLAUSE)
    assert event.status is EventStatus.ASSERTED


def test_an_event_word_of_the_core_stays_as_it_was() -> None:
    assert told(ANNULLED, "annulled") == [("annulled", "core")]


def test_what_is_done_to_an_event_is_not_of_its_time() -> None:
    parsed = "The|det|2 raid|nsubj|6 of|case|4 Friday|nmod|2 was|aux|6 mocked|root!|0 .|punct|6"

    assert told(parsed, "raid") == [("raid", "event_word")]


def test_a_noun_for_an_event_shares_its_time_with_what_it_does() -> None:
    parsed = (
        "The|det|2 raid|nsubj|5 of|case|4 Friday|nmod|2 frightened|root!|0 them|obj|5 .|punct|5"
    )

    assert told(parsed) == [("raid", "dated_word"), ("frightened", "dated_word")]
    assert [one.time.interval for one in events_of(parsed)] == [FRIDAY, FRIDAY]


@pytest.mark.parametrize(
    "parsed",
    [
        (
            "They|nsubj|2 marched|root!|0 on|case|4 Friday|obl|2 when|advmod|7 guards|nsubj|7"
            " shot|advcl!|2 them|obj|7 .|punct|2"
        ),
        (
            "When|advmod|3 guards|nsubj|3 shot|advcl!|7 them|obj|3 on|case|6 Friday|obl|3"
            " marched|root!|0 they|nsubj|7 .|punct|7"
        ),
        (
            "He|nsubj|4 was|cop|4 in|case|4 town|root|0 on|case|6 Friday|obl|4 when|advmod|9"
            " guards|nsubj|9 shot|advcl!|4 him|obj|9 .|punct|4"
        ),
        "He|nsubj|2 died|root!|0 on|case|4 Friday|obl|2 after|mark|6 shot|advcl!|2 .|punct|2",
        (
            "The|det|2 raid|nsubj|7 that|nsubj|4 shot|acl!|2 them|obj|4 Friday|obl|4"
            " mattered|root!|0 .|punct|7"
        ),
    ],
    ids=["when", "when before", "was there", "after", "that"],
)
def test_clauses_that_tell_of_one_time_share_it(parsed: str) -> None:
    word = "raid" if "raid" in parsed else "shot"
    text, _ = written_tree(parsed)
    event = next(one for one in events_of(parsed, word) if one.trigger == at(text, word))

    shared = "after" not in parsed  # that needs a gerund
    assert event.time.is_own is shared


def test_a_gerund_behind_after_shares_the_time_unless_it_went_on_before() -> None:
    falling = (
        "He|nsubj|2 died|root!|0 on|case|4 Friday|obl|2 after|mark|6 falling|advcl!|2 .|punct|2"
    )
    serving = (
        "He|nsubj|2 left|root!|0 on|case|4 Friday|obl|2 after|mark|6 serving|advcl!|2"
        " two|nummod|8 years|obj|6 .|punct|2"
    )
    (_, fell), (_, served) = events_of(falling, "falling"), events_of(serving, "serving")

    assert fell.time.interval == FRIDAY
    assert not served.time.is_own


def test_a_noun_for_a_thing_leads_to_its_verb() -> None:
    parsed = (
        "They|nsubj|2 annulled|root!|0 it|obj|2 in|case|6 the|det|6 hall|obl|2"
        " on|case|8 Friday|nmod|6 .|punct|2"
    )

    assert told(parsed) == [("annulled", "dated_word")]


@pytest.mark.parametrize(
    "parsed",
    [
        "The|det|2 tower|nsubj|3 stood|root!|0 on|case|5 Friday|obl|3 .|punct|3",
        "The|det|2 mayor|nsubj|3 knew|root!|0 it|obj|3 on|case|6 Friday|obl|3 .|punct|3",
        "The|det|2 sum|nsubj|7 according|case!|4 Orlen|nmod|2 on|case|6 Friday|obl|3 grew|root!|0 .|punct|7",
        "The|det|2 hall|root|0 of|case|4 Friday|nmod|2 .|punct|2",
        "On|case|2 Friday|root|0 .|punct|2",
        "They|nsubj|2 open|root!|0 on|case|4 Friday|obl|2 .|punct|2",
        "Clearing|root!|0 it|obj|1 on|case|4 Friday|obl|1 .|punct|1",
        "They|nsubj|2 annulled|root!|0 it|obj|2 recently|obl|2 .|punct|2",
    ],
    ids=["state", "thought", "according", "no verb", "alone", "habit", "no finite", "no day"],
)
def test_what_tells_no_happening_is_no_event(parsed: str) -> None:
    assert told(parsed) == []


def test_a_present_form_with_a_time_ahead_tells_a_plan() -> None:
    parsed = (
        "The|det|2 hall|nsubj|3 opens|root!|0 on|case|7 2|nummod|7 June|nmod|7 2031|obl|3 .|punct|3"
    )
    (event,) = events_of(parsed)

    assert event.status is EventStatus.PLANNED
    assert event.time.interval == DayInterval.day(date(2031, 6, 2))


def test_helping_words_bear_the_time_of_a_form_that_does_not() -> None:
    clearing = "They|nsubj|3 were|aux|3 clearing|root!|0 it|obj|3 on|case|6 Friday|obl|3 .|punct|3"
    will = "They|nsubj|3 will|aux|3 clear|root!|0 it|obj|3 on|case|6 Friday|obl|3 .|punct|3"
    to_clear = (
        "Orders|nsubj|4 are|cop|4 to|mark|4 clear|root!|0 it|obj|4 on|case|7 Friday|obl|4 .|punct|4"
    )

    assert [told(one) for one in (clearing, will, to_clear)] == [
        [("clearing", "dated_word")],
        [("clear", "dated_word")],
        [("clear", "dated_word")],
    ]


def test_a_verb_joined_to_a_dated_one_shares_its_time() -> None:
    parsed = (
        "They|nsubj|2 entered|root!|0 it|obj|2 on|case|5 Friday|obl|2 and|cc|7 cleared|conj!|2"
        " it|obj|7 .|punct|2"
    )
    events = events_of(parsed)

    assert [one.time.interval for one in events] == [FRIDAY, FRIDAY]


def test_a_joined_verb_with_a_subject_of_its_own_stands_for_itself() -> None:
    parsed = (
        "They|nsubj|2 entered|root!|0 it|obj|2 on|case|5 Friday|obl|2 and|cc|8 she|nsubj|8"
        " cleared|conj!|2 it|obj|8 .|punct|2"
    )

    assert told(parsed) == [("entered", "dated_word")]


def test_the_time_that_hangs_on_a_word_is_its_own_though_another_stands_nearer() -> None:
    parsed = (
        "On|case|2 Friday|obl|7 rebels|nsubj|7 freed|amod!|3 in|case|6 2030|obl|4 shelled|root!|0"
        " Orlen|obj|7 .|punct|7"
    )
    (event,) = events_of(parsed, "shelled")

    assert event.time.interval == FRIDAY


def test_a_time_goes_before_a_bound() -> None:
    parsed = (
        "Rebels|nsubj|2 shelled|root!|0 Orlen|obj|2 since|case|5 2030|obl|2 on|case|7"
        " Friday|obl|2 .|punct|2"
    )
    (event,) = events_of(parsed, "shelled")

    assert event.time.interval == FRIDAY


def test_a_word_for_anything_leaves_its_time_to_the_list_behind_it() -> None:
    parsed = (
        "Here|root|0 is|cop|1 what|nsubj|4 happened|acl!|1 on|case|6 Friday|obl|4 :|punct|1"
        " rebels|nsubj|9 shelled|parataxis!|1 Orlen|obj|9 .|punct|1"
    )
    _, shelled = events_of(parsed, "shelled")

    assert shelled.time.interval == FRIDAY


def test_without_a_tree_no_verb_is_found() -> None:
    text, _ = written_tree(ANNULLED)
    analysis = analyse(text, published=WRITTEN)

    assert find_events(document_of(text), analysis, (), (), WRITTEN) == ()


def test_a_tree_cut_inside_of_a_time_tells_nothing() -> None:
    text = "They annulled it on 3 May 2031."
    _, tree = written_tree("They|nsubj|2 annulled|root!|0 it|obj|2 on|case|5 3|obl|2")
    analysis = replace(analyse(text, published=WRITTEN), trees=(tree,))

    assert find_events(document_of(text), analysis, (), (), WRITTEN) == ()


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "Gunmen attacked Orlen between 3 March and 9 May.",
            DayInterval(date(2031, 3, 3), date(2031, 5, 9)),
        ),
        (
            "Gunmen attacked Orlen from 3 March to 9 May.",
            DayInterval(date(2031, 3, 3), date(2031, 5, 9)),
        ),
        ("Gunmen attacked Orlen on 3 March and 9 May.", DayInterval.day(date(2031, 3, 3))),
    ],
)
def test_two_times_may_be_the_ends_of_one(text: str, days: DayInterval) -> None:
    assert one_event(text, "attacked").time.interval == days


def test_by_an_hour_is_on_its_day() -> None:
    assert one_event("Gunmen attacked Orlen by noon on Friday.", "attacked").time.interval == FRIDAY


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Gunmen attacked the 2005 prize winner.", DayInterval(None, date(2031, 5, 12))),
        ("Gunmen attacked Orlen in 2005.", DayInterval(date(2005, 1, 1), date(2005, 12, 31))),
        ("The 2005 attack was forgotten.", DayInterval(date(2005, 1, 1), date(2005, 12, 31))),
    ],
)
def test_a_year_that_tells_which_one_is_meant_is_no_time_of_the_verb(
    text: str, days: DayInterval
) -> None:
    word = "attacked" if "attacked" in text else "attack"

    assert one_event(text, word).time.interval == days


def test_the_owner_of_a_thing_is_no_time_of_the_verb() -> None:
    parsed = "They|nsubj|2 annulled|root!|0 Friday|nmod|5 's|case|3 paper|obj|2 .|punct|2"

    assert told(parsed) == []


def test_a_verb_whose_past_looks_like_the_present_is_past_with_a_time_behind_the_report() -> None:
    parsed = "They|nsubj|2 set|root!|0 it|obj|2 on|case|5 Friday|obl|2 .|punct|2"

    assert told(parsed) == [("set", "dated_word")]


def test_what_is_to_end_after_the_report_had_not_ended_at_the_report() -> None:
    parsed = "The|det|2 port|nsubj|4 was|aux|4 closed|root!|0 until|case|7 20|nummod|7 May|obl|4 .|punct|4"
    (event,) = events_of(parsed, "closed")

    assert event.time.interval == DayInterval(date(2031, 5, 12), date(2031, 5, 20))


def test_the_end_of_a_thing_ahead_is_no_time_of_the_verb() -> None:
    parsed = (
        "They|nsubj|2 paid|root!|0 for|case|5 the|det|5 camp|obl|2 until|case|8 20|nummod|8"
        " May|nmod|5 .|punct|2"
    )
    (event,) = events_of(parsed, "paid")

    assert event.time.anchor is TimeAnchor.DOCUMENT


def test_a_joined_verb_shares_a_time_over_a_but() -> None:
    parsed = (
        "It|nsubj|3 was|aux|3 proposed|root!|0 on|case|5 Friday|obl|3 but|cc|8 was|aux|8"
        " blocked|conj!|3 .|punct|3"
    )
    events = events_of(parsed, "proposed", "blocked")

    assert [one.time.interval for one in events] == [FRIDAY, FRIDAY]


def test_a_thing_does_not_carry_the_time_of_what_is_told_of_it_to_its_verb() -> None:
    parsed = (
        "The|det|2 hall|nsubj|9 ,|punct|5 which|nsubj|5 opened|acl!|2 on|case|7 Friday|obl|5 ,|punct|5"
        " burnt|root!|0 .|punct|9"
    )

    assert told(parsed) == [("opened", "dated_word")]


@pytest.mark.parametrize(
    ("parsed", "own"),
    [
        (
            (
                "Gunmen|nsubj|2 shelled|ccomp!|6 Orlen|obj|2 ,|punct|6 he|nsubj|6 said|root!|0"
                " Friday|obl|2 .|punct|6"
            ),
            False,
        ),
        (
            (
                "On|case|2 Friday|obl|4 gunmen|nsubj|4 shelled|ccomp!|8 Orlen|obj|4 ,|punct|8"
                " he|nsubj|8 said|root!|0 .|punct|8"
            ),
            True,
        ),
    ],
)
def test_a_time_behind_the_cue_of_a_claim_is_that_of_the_saying(parsed: str, *, own: bool) -> None:
    text, tree = written_tree(parsed)
    mention = EventMention(span=at(text, "shelled"), type="other", status="asserted", rule="core")
    analysis = replace(analyse(text, published=WRITTEN), trees=(tree,), events=(mention,))
    claim = Claim(
        id="c_1",
        source=(at(text, "he"),),
        cue=(at(text, "said"),),
        content=(at(text, "shelled Orlen"),),
        kind=AttributionKind.INDIRECT,
        rule="test",
    )
    (event,) = find_events(document_of(text), analysis, (claim,), (), WRITTEN)

    assert event.time.is_own is own


def test_as_of_a_time_it_had_happened() -> None:
    event = one_event("As of Friday morning gunmen attacked four depots.", "attacked")

    assert event.time.interval == DayInterval(None, date(2031, 5, 9))


@pytest.mark.parametrize(
    ("parsed", "word"),
    [
        (
            "The|det|2 funeral|nsubj|5 was|aux|5 being|aux|5 held|root!|0 on|case|7 Friday|obl|5 .|punct|5",
            "funeral",
        ),
        (
            "The|det|2 funeral|nsubj|5 was|cop|5 on|case|5 Friday|root|0 .|punct|5",
            "funeral",
        ),
        (
            "The|det|2 funeral|nsubj|5 of|case|4 Friday|nmod|2 was|root|0 short|xcomp|5 .|punct|5",
            "funeral",
        ),
    ],
    ids=["held", "is on", "of"],
)
def test_a_noun_for_an_occasion_with_a_time_is_an_event(parsed: str, word: str) -> None:
    text, _ = written_tree(parsed)
    (event,) = events_of(parsed)

    assert event.trigger.text_in(text) == word
    assert (event.time.interval, event.role) == (FRIDAY, EventRole.HAPPENING)


def test_a_thing_that_is_held_at_a_time_is_no_event() -> None:
    parsed = "The|det|2 camera|nsubj|5 was|aux|5 being|aux|5 held|root!|0 on|case|7 Friday|obl|5 .|punct|5"

    assert told(parsed) == []


# 16 May 2031 is the Friday behind the report.
AHEAD = DayInterval.day(date(2031, 5, 16))


@pytest.mark.parametrize(
    "parsed",
    [
        "It|nsubj|3 will|aux|3 be|cop|0 of|case|5 use|obl|3 from|case|7 16May|obl|3 .|punct|3",
        "The|det|2 gate|nsubj|4 is|cop|4 blue|root|0 on|case|7 16|nummod|7 May|obl|4 .|punct|4",
    ],
)
def test_how_something_is_on_a_day_to_come_is_no_plan(parsed: str) -> None:
    assert told(parsed) == []


def test_what_is_to_be_ready_by_a_day_is_a_plan_of_that_day() -> None:
    parsed = (
        "The|det|2 drug|nsubj|5 will|aux|5 be|cop|5 available|root|0 on|case|8 16|nummod|8 May|obl|5"
        " .|punct|5"
    )
    (event,) = events_of(parsed)

    assert (event.time.interval, event.status) == (AHEAD, EventStatus.PLANNED)


def test_what_is_to_stay_so_until_a_day_does_so_from_the_report_on() -> None:
    parsed = (
        "The|det|2 school|nsubj|4 will|aux|4 remain|root!|0 closed|xcomp!|4 until|case|8 16|nummod|8"
        " May|obl|4 .|punct|4"
    )
    (event,) = events_of(parsed, "closed")

    assert event.time.interval == DayInterval(date(2031, 5, 12), date(2031, 5, 16))


def test_a_strike_called_for_a_day_is_on_that_day() -> None:
    parsed = (
        "The|det|2 union|nsubj|4 has|aux|4 called|root!|0 a|det|6 strike|obj|4 for|case|9 16|nummod|9"
        " May|obl|4 .|punct|4"
    )
    called, strike = events_of(parsed, "called", "strike")

    assert strike.time.interval == AHEAD
    assert called.time.interval != AHEAD


@pytest.mark.parametrize(
    "parsed",
    [
        "He|nsubj|2 spoke|root!|0 of|case|4 talks|obl|2 planned|acl!|4 for|case|8 16|nummod|8 May|obl|5 .|punct|2",
        (
            "He|nsubj|2 saw|root!|0 the|det|4 talks|obj|2 expected|acl!|4 to|mark|7 begin|xcomp!|5"
            " on|case|10 16|nummod|10 May|obl|7 .|punct|2"
        ),
    ],
)
def test_what_is_planned_for_a_day_is_on_that_day(parsed: str) -> None:
    talks = next(one for one in events_of(parsed, "talks") if one.rule == "event_word")

    assert talks.time.interval == AHEAD


def test_who_plans_something_for_a_day_does_not_say_it_then() -> None:
    parsed = "He|nsubj|2 spoke|root!|0 of|case|4 talks|obl|2 planned|acl!|4 for|case|8 16|nummod|8 May|nmod|4 .|punct|2"
    text, tree = written_tree(parsed)
    marked = EventMention(span=at(text, "talks"), type="other", status="planned", rule="core")
    analysis = replace(analyse(text, published=WRITTEN), trees=(tree,), events=(marked,))
    claim = Claim(
        id="c_1",
        source=(at(text, "He"),),
        cue=(at(text, "planned"),),
        content=(at(text, "talks"),),
        kind=AttributionKind.INDIRECT,
        rule="test",
    )
    talks = next(
        one
        for one in find_events(document_of(text), analysis, (claim,), (), WRITTEN)
        if one.rule == "event_word"
    )

    assert (talks.time.interval, talks.role) == (AHEAD, EventRole.HAPPENING)


def test_the_time_of_a_relative_clause_is_no_time_of_what_stands_around_it() -> None:
    parsed = (
        "The|det|2 tour|nsubj|12 ,|punct|6 which|nsubj|6 was|aux|6 planned|acl!|2 for|case|9 2|nummod|9"
        " May|obl|6 ,|punct|6 was|aux|12 cancelled|root!|0 .|punct|12"
    )
    cancelled = next(one for one in events_of(parsed, "cancelled") if one.rule == "core")

    assert not cancelled.time.is_told
