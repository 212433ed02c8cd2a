from collections.abc import Iterator

import pytest

from sayso.dates.pattern import Grammar, Match, Rule, Terminal
from sayso.dates.terminals import CALENDAR_TERMINALS
from sayso.dates.tokens import NUMBER_KEY, TokenLine, tokenize


def _count(tokens: TokenLine, at: int) -> Iterator[tuple[int, object]]:
    yield at + 1, int(tokens[at].text)


TERMINALS = {"COUNT": Terminal(_count, frozenset({NUMBER_KEY}))}


def grammar(pattern: str) -> Grammar[Match]:
    rule = Rule(name="rule", pattern=pattern, build=lambda match: match, fires="", silent="")
    return Grammar((rule,), TERMINALS)


def matched(pattern: str, text: str) -> list[str]:
    return [found.value.span.text_in(text) for found in grammar(pattern).find(tokenize(text))]


def test_a_literal_matches_any_of_its_words_in_any_case() -> None:
    assert matched("red|blue boat", "Red boat, blue boat, green boat") == ["Red boat", "blue boat"]


def test_an_optional_part_is_taken_if_it_is_there() -> None:
    assert matched("[ very ] red", "very red and red") == ["very red", "red"]


def test_optional_parts_may_hold_others() -> None:
    assert matched("a [ b [ c ] ] d", "a d a b d a b c d a c d") == ["a d", "a b d", "a b c d"]


def test_a_glued_element_stands_without_a_blank() -> None:
    assert matched("COUNT ~/ ~COUNT:other", "3/4 and 3 / 4") == ["3/4"]


def test_no_match_crosses_a_blank_line() -> None:
    assert matched("red boat", "red\nboat red\n\nboat") == ["red\nboat"]


def test_a_slot_is_read_with_its_kind() -> None:
    (found,) = grammar("COUNT:boats boats [ in COUNT:years ]").find(tokenize("3 boats"))

    assert found.value.need("boats", int) == 3
    assert found.value.get("years", int) is None
    with pytest.raises(ValueError, match="does not bind"):
        found.value.need("years", int)
    with pytest.raises(ValueError, match="not a str"):
        found.value.get("boats", str)


def test_neighbours_are_seen_within_the_paragraph_only() -> None:
    (found,) = grammar("boat").find(tokenize("red\n\nboat sails\n\nfar"))

    assert found.value.before() is None
    assert found.value.after() is not None
    assert found.value.after(2) is None


def test_the_longest_match_wins_and_then_the_first_rule() -> None:
    rules = tuple(
        Rule(name=name, pattern=pattern, build=lambda match: match, fires="", silent="")
        for name, pattern in (("short", "red"), ("long", "red boat"), ("same", "red boat"))
    )
    (found,) = Grammar(rules, TERMINALS).find(tokenize("red boat"))

    assert found.rule == "long"


@pytest.mark.parametrize("pattern", ["[ red", "red ]"])
def test_a_bracket_without_its_other_half_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="bracket"):
        grammar(pattern)


def test_calendar_terminals_say_what_they_start_with() -> None:
    assert all(terminal.starts for terminal in CALENDAR_TERMINALS.values())
