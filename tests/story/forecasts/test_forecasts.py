"""Forecasts and what later texts report: by which words they find each other, in any order."""

from datetime import date
from itertools import permutations

import pytest

from sayso.dates import DayInterval
from sayso.evidence.forecast import Forecast, ForecastKind, Frame
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
from sayso.story.forecasts.report import Report
from sayso.story.forecasts.told import NamesOfDocument, companions_of, event_word, read_told
from sayso.text import Span
from tests.story.forecasts.builders import (
    BURST,
    MARCH_2,
    UNKNOWN,
    at,
    foretold,
    report,
    reports,
)


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
