"""Stated names: each wording makes two names one where it should, and not where it must not."""

import re

import pytest

from sayso.story.actors.stated_names import RULES, NamedSpan, StatedRule, find_stated_names
from sayso.text import Span

_MARKED = re.compile(r"<(?P<name>[^>]+)>")


def _stated(marked: str, kind: str = "ORG") -> list[tuple[str, str, str]]:
    text, names, end = "", [], 0
    for found in _MARKED.finditer(marked):
        text += marked[end : found.start()]
        names.append(NamedSpan(span=Span(len(text), len(text) + len(found["name"])), kind=kind))
        text += found["name"]
        end = found.end()
    text += marked[end:]
    stated = find_stated_names(text, names)
    return [(s.left.text_in(text), s.right.text_in(text), s.rule) for s in stated]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_fires_on_its_example(rule: StatedRule) -> None:
    assert [found[2] for found in _stated(rule.fires, "PER")] == [rule.name]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_does_not_fire_where_it_must_not(rule: StatedRule) -> None:
    assert _stated(rule.must_not, "PER") == []


def test_an_acronym_in_parentheses_belongs_to_the_body_before_it() -> None:
    assert _stated("the <Highland Resistance Army> (HRA) left") == [
        ("Highland Resistance Army", "HRA", "stated.parentheses")
    ]


def test_other_parentheses_say_nothing() -> None:
    assert _stated("the <Highland Resistance Army> (Monday) left") == []
    assert _stated("the <Highland Resistance Army> (which left)") == []
    assert _stated("<Ana Orlow> (MP)", "PER") == []


def test_two_names_with_or_between_them_are_two() -> None:
    assert _stated("<Velm Water> or <Orlen Power>") == []


def test_each_of_a_list_of_aliases_is_one() -> None:
    stated = _stated("<Orlen Guard> (also known as <OGD>/<OG>/the <Guards of Orlen>) met <Velm>")

    assert stated == [
        ("Orlen Guard", "OGD", "stated.known_as"),
        ("Orlen Guard", "OG", "stated.listed"),
        ("Orlen Guard", "Guards of Orlen", "stated.listed"),
    ]


def test_names_with_a_slash_that_nobody_calls_one_are_two() -> None:
    assert _stated("<Orlen Guard>/<Velm Guard> met") == []
