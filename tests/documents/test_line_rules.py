"""Every rule for lines and credits, run on its own examples."""

import pytest

from sayso.documents.captions import CAPTION_RULES
from sayso.documents.credits import LINE_CREDITS, CreditRule, apply, line_credits
from sayso.documents.dateline_credits import PARAGRAPH_CREDITS
from sayso.documents.line_rule import LineRule, first_rule
from sayso.documents.page_lines import PAGE_RULES
from sayso.documents.prose_credits import PROSE_CREDITS, prose_credits

LINE_RULES = (*CAPTION_RULES, *PAGE_RULES)


@pytest.mark.parametrize(
    ("rule", "line"), [(rule, line) for rule in LINE_RULES for line in rule.fires_on]
)
def test_a_line_rule_fires_on_its_examples(rule: LineRule, line: str) -> None:
    assert rule.fires(line)


@pytest.mark.parametrize("line", [line for rule in LINE_RULES for line in rule.silent_on])
def test_no_line_rule_fires_on_a_line_that_one_of_them_must_leave(line: str) -> None:
    assert first_rule(LINE_RULES, line) is None


@pytest.mark.parametrize(
    ("rule", "text", "names"),
    [
        (rule, text, names)
        for rule in (*LINE_CREDITS, *PARAGRAPH_CREDITS)
        for text, names in rule.fires_on
    ],
)
def test_a_credit_rule_finds_the_names_of_its_examples(
    rule: CreditRule, text: str, names: tuple[str, ...]
) -> None:
    assert tuple(credit.name for credit in apply(rule, text)) == names


@pytest.mark.parametrize(
    ("rule", "text", "names"),
    [(rule, text, names) for rule in PROSE_CREDITS for text, names in rule.fires_on],
)
def test_a_prose_rule_finds_the_names_of_its_examples(
    rule: CreditRule, text: str, names: tuple[str, ...]
) -> None:
    found = tuple(credit.name for credit in prose_credits(text) if credit.rule == rule.name)
    assert found == names


@pytest.mark.parametrize("text", [text for rule in LINE_CREDITS for text in rule.silent_on])
def test_no_line_credit_is_read_where_one_of_the_rules_must_be_silent(text: str) -> None:
    assert line_credits(text) == []


@pytest.mark.parametrize(
    ("rule", "text"), [(rule, text) for rule in PARAGRAPH_CREDITS for text in rule.silent_on]
)
def test_a_dateline_rule_is_silent_on_its_counter_examples(rule: CreditRule, text: str) -> None:
    assert list(apply(rule, text)) == []


@pytest.mark.parametrize("text", [text for rule in PROSE_CREDITS for text in rule.silent_on])
def test_no_prose_credit_is_read_where_one_of_the_rules_must_be_silent(text: str) -> None:
    assert prose_credits(text) == []


def test_every_rule_has_a_name_of_its_own() -> None:
    names = [rule.name for rule in LINE_RULES]
    names += [rule.name for rule in (*LINE_CREDITS, *PARAGRAPH_CREDITS, *PROSE_CREDITS)]
    assert len(names) == len(set(names))
