"""What a document foretells: kind, event, time, odds and conditions, each by a sentence of its own."""

from dataclasses import replace
from datetime import date

import pytest

from sayso.dates import DayInterval
from sayso.evidence.claim import Claim, Force, Polarity
from sayso.evidence.figures import find_figures
from sayso.evidence.forecast import ConditionKind, Forecast, ForecastKind
from sayso.evidence.forecasts import find_forecasts
from sayso.language.analysis import (
    Analysis,
    AttributionKind,
    EventMention,
    Manner,
    Mention,
    Timex,
    TimexType,
)
from sayso.language.reading import analyse
from sayso.text import Span

WRITTEN = DayInterval.day(date(2031, 5, 5))


def at(text: str, words: str) -> Span:
    assert words in text, words
    return Span(text.index(words), text.index(words) + len(words))


def claim(  # noqa: PLR0913 -- the parts of a claim
    text: str,
    source: str,
    cue: str,
    content: str,
    *,
    force: Force | None = Force.ASSERT,
    manner: Manner | None = Manner.SAID,
    name: str = "c_1",
    parent: str | None = None,
) -> Claim:
    return Claim(
        id=name,
        source=(at(text, source),) if source else (),
        cue=(at(text, cue),),
        content=(at(text, content),),
        kind=AttributionKind.INDIRECT,
        rule="test",
        speaker=source or None,
        force=force,
        manner=manner,
        parent=parent,
    )


def event(text: str, word: str, status: str, family: str = "other") -> EventMention:
    return EventMention(span=at(text, word), type=family, status=status, rule="test")


def mention(text: str, words: str, kind: str, entity: int) -> Mention:
    return Mention(span=at(text, words), kind=kind, entity=entity, name=words, rule="test")


def day(text: str, words: str, first: date, last: date) -> Timex:
    return Timex(
        span=at(text, words),
        type=TimexType.DATE,
        value="test",
        rule="test",
        interval=DayInterval(first, last),
    )


def read(text: str, **layers: object) -> Analysis:
    analysis = replace(analyse(text), timexes=())
    return replace(analysis, **layers)  # type: ignore[arg-type]


def found(text: str, *claims: Claim, written: DayInterval = WRITTEN, **layers: object) -> tuple[Forecast, ...]:  # fmt: skip
    analysis = read(text, **layers)
    return find_forecasts("d_1", text, analysis, claims, written=written)


def one(text: str, *claims: Claim, **layers: object) -> Forecast:
    (forecast,) = found(text, *claims, **layers)
    return forecast


FIRES = (
    ("Engineers", "warned", "that the dam could burst", ForecastKind.WARNING),
    ("Guards", "warned of", "a mass breakout", ForecastKind.WARNING),
    ("The union", "warned", "it would strike and block the port", ForecastKind.THREAT),
    ("The colonel", "threatened", "to resume attacks", ForecastKind.THREAT),
    ("The minister", "promised", "to hire 100 guards", ForecastKind.PLEDGE),
    ("The bank", "predicts", "that prices will fall", ForecastKind.FORECAST),
    ("The city", "plans", "to close the bridge", ForecastKind.PLAN),
    ("The party", "wants", "to close the mine", ForecastKind.PLAN),
    ("The army", "said", "it would open the road", ForecastKind.PLEDGE),
    ("The army", "said", "we will bomb the port", ForecastKind.THREAT),
    ("A guard", "said", "that the gang was planning to attack the jail", ForecastKind.WARNING),
    ("A clerk", "said", "that the firm was planning to build a mill", ForecastKind.PLAN),
    ("Officials", "said", "that attacks pose the threat of an outbreak", ForecastKind.WARNING),
    ("Farmers", "said", "that an eruption is almost certain", ForecastKind.FORECAST),
    ("Lawyers", "said", "that a strike may happen soon", ForecastKind.FORECAST),
    ("Bankers", "predict", "the crown to fall by a tenth", ForecastKind.FORECAST),
    ("Inspectors", "said", "an explosion was only a matter of time", ForecastKind.FORECAST),
    ("Aid groups", "fear", "a famine in the north", ForecastKind.WARNING),
    ("The bank", "said", "prices look set to rise", ForecastKind.FORECAST),
)
SILENT = (
    ("The mayor", "warned", "residents to leave the valley"),
    ("The mayor", "warned", "against opening the gate"),
    ("The mayor", "warned of", "the need to repair the dam"),
    ("The mayor", "warned", "that the dam had cracked"),
    ("The mayor", "said", "that the dam burst"),
    ("The mayor", "said", "that the plan would be a mistake"),
    ("The mayor", "said", "he would like to rest"),
    ("The mayor", "said", "he could not sleep"),
    ("The mayor", "said", "the dam, which would fail the test, is old"),
    ("The mayor", "wants", "more money"),
    ("The mayor", "promised", "that it was safe"),
    ("The mayor", "said", "that the meeting in May was short"),
    ("The mayor", "said", "that so would he"),
    ("The firm", "abandoned its plan", "to close the mill"),
    ("Bankers", "predict", "the way to the coast"),
    ("The mayor", "said", "the will of the people is known"),
    ("The mayor", "said", "he did not know how it will end"),
    ("The mayor", "said", "that is all I am going to say"),
    ("The mayor", "said", "it was a hill where they could attack"),
    ("The mayor", "said", "the council is to vote on it"),
    ("The mayor", "said", "talks resume in Lakor"),
    ("The firm", "said", "the strength of the threat of a strike is unknown"),
)


@pytest.mark.parametrize(("source", "cue", "content", "kind"), FIRES)
def test_words_that_foretell_are_found_with_their_kind(
    source: str, cue: str, content: str, kind: ForecastKind
) -> None:
    text = f"{source} {cue} {content}."

    forecast = one(text, claim(text, source, cue, content))

    assert (forecast.kind, forecast.claim, forecast.speaker) == (kind, "c_1", source)
    assert forecast.spans == (at(text, content),)


@pytest.mark.parametrize(("source", "cue", "content"), SILENT)
def test_what_is_asked_judged_or_past_is_no_forecast(source: str, cue: str, content: str) -> None:
    text = f"{source} {cue} {content}."

    assert found(text, claim(text, source, cue, content)) == ()


def test_a_pledge_not_to_act_foretells_that_it_does_not_happen() -> None:
    text = "The minister promised not to raise taxes."

    forecast = one(text, claim(text, "The minister", "promised", "not to raise taxes"))

    assert (forecast.kind, forecast.frame.negated) == (ForecastKind.PLEDGE, True)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The council is to vote on the plan on Thursday.", ForecastKind.PLAN),
        ("Talks resume in Lakor on Thursday.", ForecastKind.PLAN),
        ("The main trial opens on Thursday.", ForecastKind.PLAN),
        ("A change of rules is likely on Thursday.", ForecastKind.FORECAST),
        ("The aim is to close the gap on Thursday.", None),
        ("They open on Thursday.", None),
        ("The talks resumes on Thursday.", None),
        ("To resume on Thursday is hard.", None),
    ],
)
def test_what_is_set_down_for_a_day_to_come_is_a_plan(text: str, kind: ForecastKind | None) -> None:
    thursday = day(text, "Thursday", date(2031, 5, 8), date(2031, 5, 8))

    assert [f.kind for f in found(text, timexes=(thursday,))] == ([kind] if kind else [])


def test_a_question_of_the_outlet_foretells_nothing() -> None:
    text = "Will the mayor resign when the council meets on Thursday?"
    thursday = day(text, "Thursday", date(2031, 5, 8), date(2031, 5, 8))

    assert found(text, timexes=(thursday,)) == ()


def test_what_was_set_down_for_a_day_that_is_over_is_none() -> None:
    text = "The council is to vote on the plan on Thursday."
    thursday = day(text, "Thursday", date(2031, 5, 1), date(2031, 5, 1))

    assert found(text, timexes=(thursday,)) == ()


@pytest.mark.parametrize("force", [Force.DEMAND, Force.QUESTION, Force.DENY])
def test_a_demand_a_question_or_a_denial_is_no_forecast(force: Force) -> None:
    text = "The council said that the gate will open."

    assert found(text, claim(text, "The council", "said", "that the gate will open", force=force)) == ()  # fmt: skip


def test_what_somebody_did_not_say_is_no_forecast() -> None:
    text = "The council did not say that the gate will open."
    silent = claim(text, "The council", "did not say", "that the gate will open", force=None)

    assert found(text, replace(silent, polarity=Polarity.NEGATIVE)) == ()


OWN = (
    ("The court will rule on the case.", ForecastKind.FORECAST),
    ("The council will close the bridge.", ForecastKind.PLAN),
    ("The airport is due to reopen.", ForecastKind.PLAN),
    ("Rain is expected to flood the valley.", ForecastKind.FORECAST),
    ("The bridge is feared to collapse.", ForecastKind.WARNING),
    ("It may well happen again.", ForecastKind.FORECAST),
    ("The town faces the threat of a flood.", ForecastKind.WARNING),
    ("Opposition plans march", ForecastKind.PLAN),
    ("An eruption is imminent.", ForecastKind.FORECAST),
)
OWN_SILENT = (
    "The court would rule on the case.",
    "The truce was due to end.",
    "The plans for it were old.",
    "They may have slept.",
    "We are closing the shop.",
    "The answer is likely.",
    "The threat of a flood is small.",
)


@pytest.mark.parametrize(("text", "kind"), OWN)
def test_the_outlet_itself_may_foretell(text: str, kind: ForecastKind) -> None:
    forecast = one(text)

    assert (forecast.kind, forecast.claim, forecast.speaker) == (kind, None, None)
    assert forecast.is_own_voice


@pytest.mark.parametrize("text", OWN_SILENT)
def test_the_outlet_does_not_foretell_by_every_such_word(text: str) -> None:
    assert found(text) == ()


def test_an_own_claim_of_the_outlet_names_it() -> None:
    text = "The council will close the bridge."
    own = Claim(
        id="c_2",
        source=(),
        cue=(),
        content=(at(text, "The council will close the bridge"),),
        kind=AttributionKind.OWN_VOICE,
        rule="test",
        speaker="The Orlo Lantern",
    )

    forecast = one(text, own)

    assert (forecast.claim, forecast.speaker, forecast.is_own_voice) == ("c_2", "The Orlo Lantern", True)  # fmt: skip


def test_the_plan_of_others_to_do_harm_is_a_warning_by_who_tells_it() -> None:
    text = "The chief said that the Red Hand was planning to attack the jail."
    told = claim(text, "The chief", "said", "that the Red Hand was planning to attack the jail")
    plan = claim(
        text,
        "the Red Hand",
        "was planning",
        "to attack the jail",
        manner=Manner.INTENDED,
        force=Force.PLEDGE,
        name="c_2",
        parent="c_1",
    )

    forecast = one(text, told, plan)

    assert (forecast.kind, forecast.speaker) == (ForecastKind.WARNING, "The chief")
    assert forecast.rule == "cue.plan.told"


def test_the_core_is_believed_where_no_table_has_the_cue() -> None:
    text = "The gang is bent on freeing nobody. The gang is braced to attack the jail."
    braced = claim(
        text, "", "is braced", "to attack the jail", manner=Manner.INTENDED, force=Force.PLEDGE
    )

    assert one(text, braced).kind is ForecastKind.PLAN
    assert one(text, replace(braced, manner=Manner.SAID)).kind is ForecastKind.PLEDGE
    assert found(text, replace(braced, force=Force.ASSERT)) == ()


def test_what_somebody_is_about_to_do_is_a_pledge() -> None:
    text = "Otherwise we are releasing them on the island, the minister said."
    said = claim(text, "the minister", "said", "Otherwise we are releasing them on the island")

    forecast = one(text, said, events=(event(text, "releasing", "planned", "release"),))

    assert (forecast.kind, forecast.frame.family) == (ForecastKind.PLEDGE, "release")
    assert [text[c.span.start : c.span.end] for c in forecast.conditions] == ["Otherwise"]


def test_every_sentence_of_a_speech_is_looked_at() -> None:
    text = "She warned that the wall could fall. It will take the road with it. It is old."
    content = "that the wall could fall. It will take the road with it. It is old."

    first, second = found(text, claim(text, "She", "warned", content))

    assert (first.kind, second.kind) == (ForecastKind.WARNING, ForecastKind.WARNING)
    assert text[second.spans[0].start : second.spans[0].end] == "It will take the road with it."


def test_the_frame_says_who_does_what_to_whom_where_and_how_many() -> None:
    text = "Gunmen said that Tarn will attack Velm in Orlo with 40 boats."
    content = "that Tarn will attack Velm in Orlo with 40 boats"
    said = claim(text, "Gunmen", "said", content)
    mentions = (
        mention(text, "Tarn", "ORG", 1),
        mention(text, "Velm", "ORG", 2),
        mention(text, "Orlo", "LOC", 3),
    )
    analysis = read(text, mentions=mentions)
    figures = find_figures("d_1", text, analysis, (said,))

    (forecast,) = find_forecasts("d_1", text, analysis, (said,), figures=figures, written=WRITTEN)

    frame = forecast.frame
    assert frame.trigger == at(text, "attack")
    assert (frame.family, frame.negated) == ("assault", False)
    assert (frame.who, frame.whom) == ((at(text, "Tarn"),), (at(text, "Velm"),))
    assert frame.where == (at(text, "Orlo"),)
    assert len(frame.figures) == 1


def test_whoever_speaks_acts_where_no_other_is_named() -> None:
    text = "The mayor of Orlo said she would close the bridge."
    said = claim(text, "The mayor of Orlo", "said", "she would close the bridge")

    assert one(text, said).frame.who == said.source


def test_another_who_is_named_acts_where_the_speaker_does_not() -> None:
    text = "Lena Orr said Tarn would close the bridge."
    said = claim(text, "Lena Orr", "said", "Tarn would close the bridge")
    mentions = (mention(text, "Lena Orr", "PER", 1), mention(text, "Tarn", "ORG", 2))

    assert one(text, said, mentions=mentions).kind is ForecastKind.FORECAST
    same = (mentions[0], replace(mentions[1], entity=1))
    assert one(text, said, mentions=same).kind is ForecastKind.PLEDGE


def test_an_adjective_of_a_people_and_a_possessor_do_not_act() -> None:
    text = "Gunmen said that Tarn's Velmian wing will attack."
    said = claim(text, "Gunmen", "said", "that Tarn's Velmian wing will attack")
    mentions = (mention(text, "Tarn", "ORG", 1), mention(text, "Velmian", "NORP", 2))

    assert one(text, said, mentions=mentions).frame.who == ()


def test_a_word_of_a_name_names_no_event() -> None:
    text = "The Flood Office will answer."

    assert one(text, mentions=(mention(text, "The Flood Office", "ORG", 1),)).frame.family is None


@pytest.mark.parametrize("text", ["He said the march will start.", "He said March will be cold."])
def test_the_month_of_march_is_no_march(text: str) -> None:
    content = text.removeprefix("He said ").rstrip(".")

    (forecast,) = found(text, claim(text, "He", "said", content)) or (None,)

    assert (forecast is not None and forecast.frame.family == "protest") is ("march will" in text)


def test_what_will_not_happen_is_negated() -> None:
    text = "The council will not close the bridge."

    assert one(text).frame.negated


def test_what_serves_an_end_is_not_the_event() -> None:
    text = "Officials warned that the gang may use the invasion to free its men."
    said = claim(text, "Officials", "warned", "that the gang may use the invasion to free its men")

    assert one(text, said).frame.trigger == at(text, "free")


WINDOWS = (
    ("by March", (2032, 3, 1), (2032, 3, 31), WRITTEN.lo, date(2032, 3, 31), "by_a_day"),
    ("on Friday", (2031, 5, 9), (2031, 5, 9), date(2031, 5, 9), date(2031, 5, 9), "on_a_day"),
    ("after Friday", (2031, 5, 9), (2031, 5, 9), date(2031, 5, 9), None, "from_a_day"),
    ("this year", (2031, 1, 1), (2031, 12, 31), WRITTEN.lo, date(2031, 12, 31), "on_a_day"),
)


@pytest.mark.parametrize(("words", "first", "last", "lo", "hi", "rule"), WINDOWS)
def test_a_day_ahead_bounds_the_window(
    words: str,
    first: tuple[int, int, int],
    last: tuple[int, int, int],
    lo: date | None,
    hi: date | None,
    rule: str,
) -> None:
    text = f"The airport is due to reopen {words}."
    name = words.removeprefix("by ").removeprefix("on ").removeprefix("after ")
    timexes = (day(text, name, date(*first), date(*last)),)

    window = one(text, timexes=timexes).window

    assert window is not None
    assert (window.interval, window.rule, window.soft) == (DayInterval(lo, hi), f"window.{rule}", False)  # fmt: skip


@pytest.mark.parametrize(
    ("words", "value", "days"),
    [("48 hours", "PT48H", 2), ("two weeks", "P2W", 14), ("ten minutes", "PT10M", 1)],
)
def test_a_length_of_time_ahead_counts_from_the_saying(words: str, value: str, days: int) -> None:
    text = f"The airport will reopen within {words}."
    timex = Timex(span=at(text, words), type=TimexType.DURATION, value=value, rule="test")

    window = one(text, timexes=(timex,)).window

    assert window is not None
    assert window.interval == DayInterval(date(2031, 5, 5), date(2031, 5, 5 + days))


def test_a_length_of_time_that_is_not_ahead_is_no_window() -> None:
    text = "The airport will stay shut for two weeks."
    timex = Timex(span=at(text, "two weeks"), type=TimexType.DURATION, value="P2W", rule="test")

    assert one(text, timexes=(timex,)).window is None


def test_a_vague_word_gives_a_soft_window() -> None:
    window = one("The airport will reopen in the coming weeks.").window

    assert window is not None
    assert (window.interval, window.soft) == (
        DayInterval(date(2031, 5, 5), date(2031, 7, 14)),
        True,
    )


def test_soon_leaves_the_end_open() -> None:
    window = one("The airport will reopen soon.").window

    assert window is not None
    assert window.interval == DayInterval(date(2031, 5, 5), None)


def test_as_soon_as_is_a_condition_and_no_window() -> None:
    forecast = one("The airport will reopen as soon as the snow melts.")

    assert forecast.window is None
    assert [condition.kind for condition in forecast.conditions] == [ConditionKind.ONCE]


def test_nothing_is_resolved_against_a_day_that_is_not_known() -> None:
    window = found("The airport will reopen in the coming weeks.", written=DayInterval(None, None))

    assert window[0].window is not None
    assert window[0].window.interval == DayInterval(None, None)


def test_a_day_that_is_over_when_it_is_said_is_no_window() -> None:
    text = "The council will open the hall that burned in April."
    timexes = (day(text, "April", date(2031, 4, 1), date(2031, 4, 30)),)

    assert one(text, timexes=timexes).window is None


def test_a_day_of_the_condition_is_not_that_of_the_event() -> None:
    text = "The dam will burst if the floods of Friday come."
    timexes = (day(text, "Friday", date(2031, 5, 9), date(2031, 5, 9)),)

    assert one(text, timexes=timexes).window is None


@pytest.mark.parametrize(
    ("words", "condition", "kind"),
    [
        ("if talks fail", "if talks fail", ConditionKind.IF),
        ("unless talks resume, he said", "unless talks resume", ConditionKind.UNLESS),
        ("provided that it rains", "provided that it rains", ConditionKind.PROVIDED),
        ("once talks end", "once talks end", ConditionKind.ONCE),
    ],
)
def test_what_a_forecast_hangs_on_is_kept(words: str, condition: str, kind: ConditionKind) -> None:
    text = f"The army will attack {words}."

    (kept,) = one(text).conditions

    assert (kept.span, kept.kind) == (at(text, condition), kind)


@pytest.mark.parametrize("words", ["even if talks resume", "once again", "as if at once"])
def test_not_every_if_and_once_is_a_condition(words: str) -> None:
    assert one(f"The army will attack {words}.").conditions == ()


@pytest.mark.parametrize(
    ("word", "lo", "hi"),
    [("probably", 55, 80), ("very likely", 80, 95), ("almost certainly", 95, 99), ("perhaps", None, None)],
)  # fmt: skip
def test_words_of_probability_keep_their_band(word: str, lo: int | None, hi: int | None) -> None:
    text = f"The army will {word} attack."

    (odds,) = one(text).likelihood

    assert (odds.span, odds.lo, odds.hi) == (at(text, word), lo, hi)


def test_the_month_of_may_is_no_word_of_probability() -> None:
    assert one("The army will attack in May.").likelihood == ()


def test_a_vote_that_is_set_down_for_a_day_is_a_plan() -> None:
    text = "He said the vote would be held on Friday."
    timexes = (day(text, "Friday", date(2031, 5, 9), date(2031, 5, 9)),)
    said = claim(text, "He", "said", "the vote would be held on Friday")

    assert one(text, said, timexes=timexes).kind is ForecastKind.PLAN


def test_an_id_is_that_of_the_characters() -> None:
    text = "The council will close the bridge."

    assert one(text).id == one(text).id
    assert one(text).id != one("Yes. " + text).id


def test_a_text_without_words_foretells_nothing() -> None:
    assert found("") == ()
