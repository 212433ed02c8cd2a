"""Candidates: which later reports may answer a forecast, for which reasons, and how much later."""

from datetime import date

import pytest

from sayso.dates import DayInterval
from sayso.story.forecasts.foretold import Foretold
from sayso.story.forecasts.keys import (
    keys_of_forecast,
    keys_of_report,
)
from sayso.story.forecasts.match import Likeness, find_outcome, is_later
from sayso.story.forecasts.outcome import Lead, Outcome, OutcomeReason, OutcomeStatus, lead_of
from sayso.story.forecasts.report import Report
from tests.story.forecasts.builders import (
    APRIL_9,
    BURST,
    MARCH_2,
    UNKNOWN,
    WARNING,
    at,
    event,
    foretold,
    report,
)

BY = Likeness(counts=lambda _: {})


def outcome(told: Foretold, answer: Report) -> Outcome:
    found = find_outcome(told, answer, BY)
    assert found is not None
    return found


def test_a_later_report_of_the_event_is_a_candidate_with_its_reasons() -> None:
    found = outcome(foretold(), report())

    assert found.status is OutcomeStatus.REPORTED
    assert {OutcomeReason.SAME_WORD, OutcomeReason.SAME_FAMILY, OutcomeReason.WORDS} <= set(
        found.reasons
    )
    assert found.foretold_spans == (at(WARNING, "burst"),)
    assert found.report_spans == (at(BURST, "burst"),)
    assert found.lead == Lead(least=31, most=38)


def test_that_both_begin_is_little_in_common() -> None:
    told = foretold("that the police would start to deploy in Lakor", "start", "launch")
    begun = report("The fair started in Lakor.", written=APRIL_9)
    deployed = report("The police started to deploy in Lakor.", written=APRIL_9)

    assert find_outcome(told, begun, BY) is None
    assert find_outcome(told, deployed, BY) is not None


@pytest.mark.parametrize(
    ("written", "found"),
    [
        (DayInterval.day(date(2031, 8, 20)), True),
        (DayInterval.day(date(2034, 4, 9)), False),
    ],
)
def test_what_comes_years_later_needs_more_in_common(written: DayInterval, *, found: bool) -> None:
    told = foretold("that the old earth dam could burst", "burst", "accident")
    late = report("A dam burst in the north.", written=written)

    assert (find_outcome(told, late, BY) is not None) is found


def test_a_report_in_other_words_is_found_by_what_stands_beside_the_event() -> None:
    told = foretold("that police tugs would tow the Lakor barges away", "tow", "move").told
    other = report("Police tugs pulled the Lakor barges apart.").told

    assert set(keys_of_forecast(told)) & set(keys_of_report(other))


def test_what_the_same_document_tells_answers_nothing() -> None:
    assert find_outcome(foretold(), report(document="d_1"), BY) is None


def test_what_was_reported_before_answers_nothing() -> None:
    assert find_outcome(foretold(said=APRIL_9), report(written=MARCH_2), BY) is None


def test_another_event_answers_nothing() -> None:
    text = "The council elected a mayor in Orsova."

    assert find_outcome(foretold(), report(text), BY) is None


def test_an_event_of_the_same_kind_alone_answers_nothing() -> None:
    text = "A pipe exploded."

    assert find_outcome(foretold(), report(text), BY) is None


def test_words_of_one_root_name_one_event() -> None:
    told = foretold("that an eruption of Mount Keru is near", "eruption", "disaster")

    found = outcome(told, report("The old Mount Keru erupted at dawn."))

    assert OutcomeReason.SAME_WORD in found.reasons


def test_an_event_that_often_comes_with_it_may_answer() -> None:
    told = foretold("that the old prison in Tessal faces a breakout of gang men", "breakout", "escape")  # fmt: skip
    text = "The old prison in Tessal was attacked by the gang and its men."

    by = Likeness(counts=lambda _: {}, meaning=lambda _left, _right: 0.9)
    found = find_outcome(told, report(text), by)

    assert found is not None
    assert OutcomeReason.COMPANION in found.reasons


def test_a_near_kind_and_nearness_of_meaning_count() -> None:
    told = foretold("to free its leader from the prison", "free", "release")
    by = Likeness(counts=lambda _: {}, meaning=lambda _left, _right: 0.9)

    found = find_outcome(told, report("The leader escaped from the prison."), by)

    assert found is not None
    assert {OutcomeReason.NEAR_FAMILY, OutcomeReason.MEANING} <= set(found.reasons)


def test_words_that_both_documents_are_full_of_tell_little() -> None:
    told = foretold("that the earth dam above Orsova could burst and drown cattle")
    rare = outcome(told, report())
    common = find_outcome(told, report(), Likeness(counts=lambda _: {"earth": 40, "dam": 40}))

    assert common is not None
    assert common.score < rare.score


def test_what_is_denied_or_averted_is_contradicted_by_its_words() -> None:
    averted = outcome(foretold(), report("Soldiers averted a burst of the earth dam above Orsova."))
    denied_text = "The earth dam above Orsova did not burst."
    denied = outcome(
        foretold(), report(denied_text, events=[event(denied_text, "burst", "denied")])
    )

    assert (averted.status, denied.status) == (OutcomeStatus.CONTRADICTED,) * 2
    assert OutcomeReason.CONTRARY in averted.reasons


def test_what_was_to_be_averted_is_contradicted_by_its_coming() -> None:
    told = foretold("that the earth dam above Orsova will not burst", negated=True)

    assert outcome(told, report()).status is OutcomeStatus.CONTRADICTED


def test_a_plan_that_is_called_off_is_contradicted() -> None:
    told = foretold("a march through the old town of Orsova", "march", "protest")
    text = "The march through the old town of Orsova was called off."

    assert outcome(told, report(text)).status is OutcomeStatus.CONTRADICTED


def test_an_attempt_is_reported_in_part() -> None:
    told = foretold("that the men would flee from the old jail", "flee", "escape")
    text = "The men attempted an escape from the old jail."

    assert outcome(told, report(text)).status is OutcomeStatus.IN_PART


def test_a_report_outside_of_the_window_says_so() -> None:
    march = foretold(window=DayInterval.month(2031, 3))
    april = foretold(window=DayInterval.month(2031, 4))

    late, timely = outcome(march, report(written=APRIL_9)), outcome(april, report())

    assert (late.within_window, timely.within_window) == (False, True)
    assert OutcomeReason.OUTSIDE_WINDOW in late.reasons
    assert OutcomeReason.WITHIN_WINDOW in timely.reasons
    assert outcome(foretold(window=UNKNOWN), report()).within_window is None


def test_where_the_days_do_not_tell_the_order_that_is_said() -> None:
    found = outcome(foretold(said=UNKNOWN), report())

    assert OutcomeReason.ORDER_NOT_KNOWN in found.reasons
    assert found.lead == Lead(least=0, most=None)


def test_a_report_of_the_same_day_may_come_later() -> None:
    wide = DayInterval(date(2031, 3, 1), date(2031, 3, 9))

    assert is_later(wide, report(written=wide)) is None
    assert is_later(MARCH_2, report(written=APRIL_9)) is True
    assert is_later(MARCH_2, report(written=MARCH_2)) is False


@pytest.mark.parametrize(
    ("said", "happened", "lead"),
    [
        (MARCH_2, APRIL_9, Lead(least=38, most=38)),
        (MARCH_2, DayInterval.month(2031, 4), Lead(least=30, most=59)),
        (DayInterval.month(2031, 3), DayInterval.month(2031, 3), Lead(least=0, most=30)),
        (MARCH_2, DayInterval(date(2031, 4, 9), None), Lead(least=38, most=None)),
        (UNKNOWN, APRIL_9, Lead(least=0, most=None)),
        (APRIL_9, MARCH_2, Lead(least=0, most=0)),
    ],
)
def test_lead_time_is_an_interval_of_days(
    said: DayInterval, happened: DayInterval, lead: Lead
) -> None:
    assert lead_of(said, happened) == lead
