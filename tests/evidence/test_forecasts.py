"""What a document foretells, and of which kind: each by a sentence of its own."""

from dataclasses import replace
from datetime import date

import pytest

from sayso.evidence.claim import Claim, Force, Polarity
from sayso.evidence.forecast import ForecastKind
from sayso.language.analysis import (
    AttributionKind,
    Manner,
)
from tests.evidence.forecasts import claim, day, event, found, one
from tests.passages import at

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
