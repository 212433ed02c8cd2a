"""Contents and the quotations that they hold part of."""

import pytest

from sayso.language.analysis import Attribution, AttributionKind
from sayso.language.quotations import find_quotations
from sayso.language.quoted_content import with_whole_quotations
from sayso.text import Span

TEXT = "Bo Vey said: “We left the mill at once. It burned.” It was “late”, he added."


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def contents(*words: str, cue: str = "said") -> list[str]:
    attribution = Attribution(
        source=(),
        cue=(span(cue),),
        content=tuple(map(span, words)),
        kind=AttributionKind.DIRECT,
        rule="test",
    )
    (found,) = with_whole_quotations([attribution], find_quotations(TEXT))
    return [part.text_in(TEXT) for part in found.content]


@pytest.mark.parametrize("part", ["We left the mill", "at once. It burned.", "the mill at"])
def test_a_quotation_of_which_a_good_part_is_taken_is_taken_whole(part: str) -> None:
    assert contents(part) == ["We left the mill at once. It burned."]


def test_a_content_that_runs_into_a_quotation_by_a_word_stops_before_it() -> None:
    assert contents("said: “We", cue="Bo") == ["said: "]


def test_a_content_that_runs_out_of_a_quotation_keeps_what_is_outside() -> None:
    assert contents("at once. It burned.” It was", cue="said") == [
        "We left the mill at once. It burned.” It was"
    ]


@pytest.mark.parametrize(
    "part", ["“We left the mill at once. It burned.”", "“We left the mill at once. It burned."]
)
def test_the_marks_of_a_quotation_are_none_of_its_words(part: str) -> None:
    assert contents(part) == ["We left the mill at once. It burned."]


def test_what_is_attributed_inside_a_quotation_keeps_its_part() -> None:
    assert contents("We left", cue="the mill") == ["We left"]


def test_whole_quotations_and_words_outside_stay_as_they_are() -> None:
    assert contents("We left the mill at once. It burned.", "late") == [
        "We left the mill at once. It burned.",
        "late",
    ]
    assert contents("he added", cue="said") == ["he added"]


def test_a_content_of_nothing_but_a_slip_is_kept() -> None:
    assert contents("We") == ["We"]
