"""By which way words came: what the sentence of a cue says of it."""

import pytest

from sayso.evidence.via import RULES, Via, ViaKind, ViaRule, Ways
from sayso.language.analysis import Attribution, AttributionKind
from sayso.language.segments import segment
from tests.passages import at


def ways(text: str, source: str, cue: str, content: str) -> list[tuple[ViaKind, str]]:
    attribution = Attribution(
        source=(at(text, source),) if source else (),
        cue=(at(text, cue),) if cue else (),
        content=(at(text, content),),
        kind=AttributionKind.INDIRECT,
        rule="test",
    )
    found: tuple[Via, ...] = Ways(text, segment(text).sentences).of(attribution)
    return [(way.kind, way.span.text_in(text)) for way in found]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.kind)
def test_each_rule_fires_on_its_sentence_and_not_on_the_other(rule: ViaRule) -> None:
    assert rule.pattern.search(rule.fires_on)
    assert not rule.pattern.search(rule.silent_on)


def test_a_statement_beside_the_cue_is_the_way() -> None:
    text = "The board said in a short statement on Monday that the dam was safe."

    assert ways(text, "The board", "said", "that the dam was safe") == [
        (ViaKind.STATEMENT, "a short statement")
    ]


def test_what_is_said_of_a_statement_is_none() -> None:
    text = "The board said that nobody believes in a statement of the mayor."

    assert ways(text, "The board", "said", "that nobody believes in a statement of the mayor") == []


def test_an_outlet_that_was_told_is_the_way() -> None:
    text = "A guard told the Velm Courier that the dam was safe."

    assert ways(text, "A guard", "told", "that the dam was safe") == [
        (ViaKind.OUTLET, "told the Velm Courier")
    ]


def test_a_source_may_be_the_way_itself() -> None:
    text = "The recording said that the war went on."

    assert ways(text, "The recording", "said", "that the war went on") == [
        (ViaKind.RECORDING, "The recording")
    ]
    assert ways(text, "", "said", "that the war went on") == []
    assert ways(text, "", "", "that the war went on") == []


def test_a_noun_inside_a_name_is_no_report() -> None:
    text = "A paper by the Institute for Study said that the sea rose."

    assert ways(text, "A paper", "said", "that the sea rose") == []


def test_each_kind_is_kept_once() -> None:
    text = "In a statement, and in another statement, the board said the dam was safe."

    assert ways(text, "the board", "said", "the dam was safe") == [
        (ViaKind.STATEMENT, "a statement")
    ]
