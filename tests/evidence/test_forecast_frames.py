"""What a forecast is of: who does what to whom, where, how many, and whether it will not happen."""

from dataclasses import replace

import pytest

from sayso.evidence.figures import find_figures
from sayso.evidence.forecast import ForecastKind
from sayso.evidence.forecasts import find_forecasts
from tests.evidence.forecasts import WRITTEN, claim, found, mention, one, read
from tests.passages import at


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
