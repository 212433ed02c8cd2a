"""Forecasts and what later texts report: which candidates are found, how they stand, and in any order."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.dates import DayInterval
from sayso.evidence.claim import Claim, Force
from sayso.evidence.forecast import Forecast, ForecastKind, Frame, Window
from sayso.language.analysis import (
    Analysis,
    AttributionKind,
    EventMention,
    Manner,
    Timex,
    TimexType,
)
from sayso.language.reading import analyse
from sayso.story.actors.document_entities import DocumentActors, DocumentEntity, WrittenName
from sayso.story.actors.name_form import Sort, read_name
from sayso.story.forecasts.find import find_outcomes
from sayso.story.forecasts.foretold import Foretold, foretold_of
from sayso.story.forecasts.keys import (
    LAST_DAY,
    UNDATED,
    day_of,
    keys_of_forecast,
    keys_of_report,
    last_day,
    nearest,
)
from sayso.story.forecasts.lookup import OutcomeIndex
from sayso.story.forecasts.match import Likeness, find_outcome, is_later
from sayso.story.forecasts.outcome import Lead, Outcome, OutcomeReason, OutcomeStatus, lead_of
from sayso.story.forecasts.report import Report, Reported, reports_of
from sayso.story.forecasts.standing import (
    CandidateStanding,
    Decided,
    Ground,
    Standing,
    standing_of,
    status_by_time,
)
from sayso.story.forecasts.told import NamesOfDocument, companions_of, event_word, read_told
from sayso.text import Span

MARCH_2 = DayInterval.day(date(2031, 3, 2))
APRIL_9 = DayInterval.day(date(2031, 4, 9))
UNKNOWN = DayInterval(None, None)
NOBODY = NamesOfDocument(None)
BY = Likeness(counts=lambda _: {})
WARNING = "that the earth dam above Orsova could burst"
BURST = "The earth dam above Orsova burst in the night."


def at(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def foretold(  # noqa: PLR0913 -- the parts of a forecast
    text: str = WARNING,
    trigger: str | None = "burst",
    family: str | None = "accident",
    *,
    said: DayInterval = MARCH_2,
    window: DayInterval | None = None,
    negated: bool = False,
    document: str = "d_1",
) -> Foretold:
    forecast = Forecast(
        id=f"w_{document}",
        kind=ForecastKind.WARNING,
        spans=(Span(0, len(text)),),
        cue=(),
        said=said,
        rule="test",
        frame=Frame(trigger=at(text, trigger) if trigger else None, family=family, negated=negated),
        window=Window(interval=window, spans=(Span(0, 1),), rule="test") if window else None,
    )
    return foretold_of(document, text, forecast, NOBODY)


def analysis_of(text: str, events: Sequence[EventMention] = (), timexes: Sequence[Timex] = ()) -> Analysis:  # fmt: skip
    return replace(analyse(text), events=tuple(events), timexes=tuple(timexes))


def event(text: str, word: str, status: str = "asserted", family: str = "accident") -> EventMention:
    return EventMention(span=at(text, word), type=family, status=status, rule="test")


def reports(
    text: str,
    *,
    events: Sequence[EventMention] = (),
    timexes: Sequence[Timex] = (),
    claims: Sequence[Claim] = (),
    written: DayInterval = APRIL_9,
    document: str = "d_2",
) -> tuple[Report, ...]:
    analysis = analysis_of(text, events, timexes)
    source = Reported(
        document=document, text=text, analysis=analysis, names=NOBODY, written=written
    )
    return reports_of(source, claims, ())


def report(text: str = BURST, **layers: object) -> Report:
    (only,) = reports(text, **layers)  # type: ignore[arg-type]
    return only


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
    begun = report("An airlift of the sick began in Lakor.", written=APRIL_9)
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


REPORTED = (
    "The dam burst at night.",
    "Gunmen freed a leader.",
    "A wildfire burns in the hills.",
    "Cable snaps, bridge closed",
    "Heavy rain fell on the town.",
    "The price of coal jumped by nine percent.",
    "The bank also bought crowns.",
)
NOT_REPORTED = (
    "Soldiers came to free the men.",
    "The dam might burst.",
    "A strike would help nobody. An attack would not.",
    "Breakouts are rare.",
    "The firm released a statement.",
    "Preventing a breakout is hard.",
    "Nothing else was new.",
    "He said the price was high.",
    "Barges have to be moved first.",
)


@pytest.mark.parametrize("text", REPORTED)
def test_what_is_told_as_done_is_a_report(text: str) -> None:
    assert len(reports(text)) == 1


@pytest.mark.parametrize("text", NOT_REPORTED)
def test_what_is_only_possible_or_general_is_no_report(text: str) -> None:
    assert reports(text) == ()


def test_history_without_a_day_is_no_report() -> None:
    text = "The dam collapsed in 2017."
    told = [event(text, "collapsed", "historical")]
    year = Timex(
        span=at(text, "2017"),
        type=TimexType.DATE,
        value="2017",
        rule="test",
        interval=DayInterval.year(2017),
    )

    assert reports(text, events=told) == ()
    assert reports(text, events=told, timexes=[year])[0].happened == DayInterval.year(2017)


def test_a_day_to_come_is_not_when_it_happened() -> None:
    text = "The dam burst before the vote of May."
    may = Timex(
        span=at(text, "May"),
        type=TimexType.DATE,
        value="2031-05",
        rule="test",
        interval=DayInterval.month(2031, 5),
    )

    assert report(text, timexes=[may]).happened == DayInterval(date(2031, 4, 2), date(2031, 4, 9))


def test_a_report_without_any_day_has_none() -> None:
    assert report(written=UNKNOWN).happened == UNKNOWN


@pytest.mark.parametrize(
    ("force", "manner", "kept"),
    [
        (Force.DEMAND, Manner.SAID, 0),
        (Force.ASSERT, Manner.INTENDED, 0),
        (Force.ASSERT, Manner.SAID, 1),
        (None, None, 1),
    ],
)
def test_what_somebody_wants_or_asks_for_is_no_report(
    force: Force | None, manner: Manner | None, kept: int
) -> None:
    text = "He said a gate opened."
    said = Claim(
        id="c_1",
        source=(),
        cue=(at(text, "said"),),
        content=(at(text, "a gate opened"),),
        kind=AttributionKind.INDIRECT,
        rule="test",
        force=force,
        manner=manner,
    )

    assert len(reports(text, claims=[said])) == kept


def test_of_an_endless_document_the_first_reports_are_kept() -> None:
    assert len(reports("The dam burst at night. " * 100)) == 60


def test_those_named_in_a_sentence_go_by_all_their_names() -> None:
    text = "The Red Hand attacked. RH fled."
    full, short = (read_name(name, Sort.BODY) for name in ("Red Hand", "RH"))
    assert full is not None
    assert short is not None
    entity = DocumentEntity(
        document="d_1",
        entity=1,
        sort=Sort.BODY,
        names=tuple(WrittenName(form=form, count=1, first=Span(0, 1)) for form in (full, short)),
        spans=(at(text, "Red Hand"), at(text, "RH")),
    )
    names = NamesOfDocument(DocumentActors(document="d_1", entities=(entity,)))
    told = read_told("d_1", text, (at(text, "RH fled."),), (), names)

    assert {"red hand", "rh"} <= told.names


def test_a_word_of_several_keeps_them_all() -> None:
    text = "a prison break"

    assert event_word(text, at(text, "prison break"), "escape").stem == "prison break"


def test_a_forecast_is_found_by_the_events_that_come_with_it_too() -> None:
    told = foretold("that men may flee from the jail", "flee", "escape").told

    assert companions_of(["escape"]) == {"assault"}
    assert set(keys_of_report(told)) < set(keys_of_forecast(told))


def test_days_without_a_side_come_first_or_last() -> None:
    assert (day_of(None), last_day(UNKNOWN)) == (UNDATED, LAST_DAY)


def test_the_nearest_share_the_rarest_keys() -> None:
    assert nearest({1: [10, 11], 2: [10], 3: [12, 11, 13]}) == [10, 11, 12, 13]
    assert nearest({1: [10, 11], 2: [10]}, limit=1) == [10]


TEXTS = (
    ("d_1", date(2031, 3, 2), (foretold(),), ()),
    ("d_2", date(2031, 4, 9), (), (report(),)),
    ("d_3", date(2031, 4, 10), (), (report(document="d_3", written=DayInterval.day(date(2031, 4, 10))),)),
    ("d_4", date(2031, 4, 1), (foretold(document="d_4", said=DayInterval.day(date(2031, 4, 1))),), ()),
)  # fmt: skip


@pytest.mark.parametrize("order", list(permutations(TEXTS)))
def test_the_order_of_adding_does_not_matter(
    order: tuple[tuple[str, date, tuple[Foretold, ...], tuple[Report, ...]], ...],
) -> None:
    index, found = OutcomeIndex(), []
    for name, _, told, reported in order:
        found += find_outcomes(told, reported, index)
        index.add(name, told, reported, {})

    pairs = {(one.foretold.id, one.report.told.document) for one in found}
    assert pairs == {("w_d_1", "d_2"), ("w_d_1", "d_3"), ("w_d_4", "d_2"), ("w_d_4", "d_3")}


def test_of_one_document_the_best_sentence_is_kept() -> None:
    text = f"A dam burst. {BURST}"
    index = OutcomeIndex()
    index.add("d_2", (), reports(text), {})

    (found,) = find_outcomes((foretold(),), (), index)

    assert found.report.told.text == BURST


@pytest.mark.parametrize(
    ("as_of", "status"),
    [
        (None, OutcomeStatus.OPEN),
        (date(2031, 3, 30), OutcomeStatus.OPEN),
        (date(2031, 3, 31), OutcomeStatus.DUE),
        (date(2031, 4, 14), OutcomeStatus.DUE),
        (date(2031, 4, 15), OutcomeStatus.LAPSED),
    ],
)
def test_without_a_report_the_time_alone_says_how_it_stands(
    as_of: date | None, status: OutcomeStatus
) -> None:
    assert status_by_time(DayInterval.month(2031, 3), as_of) is status


@given(as_of=st.dates(), lo=st.none() | st.dates())
def test_what_has_no_end_is_never_due_nor_lapsed(as_of: date, lo: date | None) -> None:
    assert status_by_time(DayInterval(lo, None), as_of) is OutcomeStatus.OPEN
    assert status_by_time(None, as_of) is OutcomeStatus.OPEN


def candidate(
    status: OutcomeStatus = OutcomeStatus.REPORTED,
    *,
    score: float = 0.7,
    within: bool | None = None,
    decided: Decided | None = None,
) -> CandidateStanding:
    return CandidateStanding(status=status, score=score, within_window=within, decided=decided)


MARCH = DayInterval.month(2031, 3)
LATE = MARCH.hi + timedelta(days=60) if MARCH.hi else date.max


@pytest.mark.parametrize(
    ("candidates", "standing"),
    [
        ([], Standing(status=OutcomeStatus.LAPSED, ground=Ground.TIME)),
        ([candidate()], Standing(status=OutcomeStatus.REPORTED, ground=Ground.CANDIDATE)),
        ([candidate(within=False)], Standing(status=OutcomeStatus.LAPSED, ground=Ground.TIME)),
        ([candidate(decided=Decided.REJECTED)], Standing(status=OutcomeStatus.LAPSED, ground=Ground.TIME)),
        (
            [candidate(), candidate(OutcomeStatus.CONTRADICTED, score=0.5, decided=Decided.ACCEPTED)],
            Standing(status=OutcomeStatus.CONTRADICTED, ground=Ground.PERSON),
        ),
        (
            [candidate(score=0.6), candidate(OutcomeStatus.IN_PART, score=0.9)],
            Standing(status=OutcomeStatus.IN_PART, ground=Ground.CANDIDATE),
        ),
    ],
)  # fmt: skip
def test_a_person_goes_before_a_candidate_and_that_before_the_time(
    candidates: list[CandidateStanding], standing: Standing
) -> None:
    assert standing_of(MARCH, candidates, as_of=LATE) == standing


def test_what_a_person_closed_stays_closed() -> None:
    closed = standing_of(MARCH, [candidate()], as_of=LATE, closed=OutcomeStatus.LAPSED)

    assert closed == Standing(status=OutcomeStatus.LAPSED, ground=Ground.PERSON)


def test_a_forecast_without_a_known_event_goes_by_the_words_that_name_one() -> None:
    told = foretold("that the outbreak could reach the Orsova camps", "reach", None).told

    assert {one.stem for one in told.events} == {"reach", "outbreak"}


def test_those_named_around_a_forecast_have_a_part_in_it() -> None:
    text = "Gunmen of Tarn, he said, will attack."
    forecast = Forecast(
        id="w_1",
        kind=ForecastKind.FORECAST,
        spans=(at(text, "will attack"),),
        cue=(),
        said=MARCH_2,
        rule="test",
        frame=Frame(trigger=at(text, "attack"), family="assault"),
    )
    form = read_name("Tarn", Sort.PLACE)
    assert form is not None
    entity = DocumentEntity(
        document="d_1",
        entity=1,
        sort=Sort.PLACE,
        names=(WrittenName(form=form, count=1, first=at(text, "Tarn")),),
        spans=(at(text, "Tarn"),),
    )
    names = NamesOfDocument(DocumentActors(document="d_1", entities=(entity,)))

    sentences = (Span(0, len(text)),)
    assert foretold_of("d_1", text, forecast, names, sentences).told.names == {"tarn"}
    assert foretold_of("d_1", text, forecast, names).told.names == frozenset()


def test_what_a_document_foretells_is_no_report_of_it() -> None:
    text = "The dam burst at night."
    forecast = Forecast(
        id="w_1",
        kind=ForecastKind.FORECAST,
        spans=(Span(0, len(text)),),
        cue=(),
        said=MARCH_2,
        rule="test",
    )

    source = Reported(
        document="d_2", text=text, analysis=analysis_of(text), names=NOBODY, written=APRIL_9
    )

    assert reports_of(source, (), (forecast,)) == ()


def test_an_accusation_is_no_event_of_a_report() -> None:
    text = "She accused him."

    assert reports(text, events=[event(text, "accused", family="accuse")]) == ()
