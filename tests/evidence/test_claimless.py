"""Attributions by which nobody claims anything."""

from dataclasses import replace

import pytest

from sayso.evidence.claimless import RULES, is_claimless
from sayso.evidence.claimless_examples import EXAMPLES, ClaimlessExample
from sayso.evidence.claims import find_claims
from sayso.language.analysis import Analysis, Attribution, AttributionKind, Manner
from sayso.language.reading import analyse
from tests.language.attributed import attributed


def of(example: ClaimlessExample) -> Attribution:
    found = attributed(example.text, example.source, example.cue, example.content)
    return replace(found, parent=0 if example.nested else None)


def reading(text: str, *attributions: Attribution) -> Analysis:
    return replace(analyse(text), attributions=attributions)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: f"{one.rule}: {one.text}")
def test_a_rule_fires_where_its_example_says(example: ClaimlessExample) -> None:
    assert RULES[example.rule](example.text, of(example)) is example.fires


def test_every_rule_has_an_example_for_it_and_one_against() -> None:
    assert {one.rule for one in EXAMPLES if one.fires} == set(RULES)
    assert {one.rule for one in EXAMPLES if not one.fires} == set(RULES)


@pytest.mark.parametrize(
    "example", [one for one in EXAMPLES if one.fires and not one.nested], ids=lambda one: one.text
)
def test_what_claims_nothing_becomes_no_claim(example: ClaimlessExample) -> None:
    assert find_claims("d", example.text, reading(example.text, of(example))) == ()


@pytest.mark.parametrize(
    "example", [one for one in EXAMPLES if not one.fires], ids=lambda one: one.text
)
def test_what_claims_something_becomes_a_claim(example: ClaimlessExample) -> None:
    assert len(find_claims("d", example.text, reading(example.text, of(example)))) == 1


def test_what_is_claimed_within_keeps_the_claim_around_it() -> None:
    text = "Bo Lund said the guards let the mayor say it was safe."
    outer = attributed(text, "Bo Lund", "said", "the guards let the mayor say it was safe")
    deed = replace(attributed(text, "the guards", "let", "the mayor say it was safe"), parent=0)
    inner = replace(attributed(text, "the mayor", "say", "it was safe"), parent=1)

    first, second = find_claims("d", text, reading(text, outer, deed, inner))

    assert (first.parent, second.parent) == (None, first.id)


def test_thoughts_and_quotations_are_never_taken_for_nothing() -> None:
    text = "Velm sees increased demand for credit."
    one = attributed(text, "", "demand for", "credit")

    assert not is_claimless(text, replace(one, kind=AttributionKind.DIRECT))
    assert len(find_claims("d", text, reading(text, replace(one, manner=Manner.JUDGED)))) == 1


def test_the_end_of_a_text_is_no_clause() -> None:
    text = "Nine wrecks are confirmed"

    assert is_claimless(text, attributed(text, "", "are confirmed", "Nine wrecks"))
