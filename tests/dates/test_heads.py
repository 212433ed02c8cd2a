from collections.abc import Iterator
from functools import cache
from itertools import product

import pytest

from sayso.dates.heads import ONE_TOKEN, UNKNOWN, Head, either, in_sequence, known_heads, of_rows
from sayso.dates.pattern import Grammar, Rule
from sayso.dates.terminals import one_token
from sayso.dates.tokens import TokenLine, tokenize
from sayso.language.timex_terminals import timex_terminals

_WORDS = (
    "the", "a", "few", "couple", "of", "half", "an", "two", "twenty", "-", "third", "hundred",
    "and", "days", "May", "Sept", ".", "Friday", "Sat", "3", "12", "1999", "2021", "'", "nineteen",
    "ninety", "th", "st", ":", "/", ",", "am", "p", "m", "GMT", "+", "at", "least", "last", "next",
    "this", "coming", "week", "early", "noon", "Christmas", "eve", "today", "recently",
)  # fmt: skip


# What the longest readings need behind their first two words: "2 and a half", "a p . m".
_TAILS = ("", "a half", "m .", "2", "of 2021")


@cache
def _beginnings() -> tuple[TokenLine, ...]:
    rows = product(_WORDS, ("", " "), _WORDS, _TAILS)
    return tuple(tokenize(f"{first}{gap}{second} {tail}") for first, gap, second, tail in rows)


def test_a_word_that_may_be_absent_lets_the_next_one_begin() -> None:
    very, red = known_heads(["very"], ONE_TOKEN), known_heads(["red"], ONE_TOKEN)

    assert in_sequence([(very, True), (red, False)]) == {
        "very": Head(frozenset({"red"})),
        "red": ONE_TOKEN,
    }


def test_what_may_follow_a_part_begins_behind_its_single_token_only() -> None:
    row, end = of_rows([("at", "least"), ("over",)]), known_heads(["ten"], ONE_TOKEN)

    assert in_sequence([(row, False), (end, False)]) == {
        "at": Head(frozenset({"least"})),
        "over": Head(frozenset({"ten"})),
    }


def test_of_two_heads_of_one_word_both_ways_stay_open() -> None:
    joined = either(({"a": Head(frozenset({"few"}))}, {"a": ONE_TOKEN}))

    assert joined == {"a": Head(frozenset({"few"}), ends=True)}
    assert joined["a"].allows("boat")
    assert not Head(frozenset({"few"})).allows(None)


def test_nothing_is_ruled_out_behind_an_unknown_reader() -> None:
    assert in_sequence([({"x": UNKNOWN}, False), ({"y": ONE_TOKEN}, False)])["x"].allows("z")


@pytest.mark.parametrize("name", sorted(timex_terminals()))
def test_the_heads_of_a_terminal_rule_out_nothing_that_it_reads(name: str) -> None:
    terminal = timex_terminals()[name]
    for tokens in _beginnings():
        if tokens[0].key in terminal.starts:
            head = terminal.heads[tokens[0].key]
            for end, _ in terminal.read(tokens, 0):
                assert head.ends if end == 1 else head.open or tokens[1].key in head.seconds


def test_a_rule_is_tried_only_where_the_second_word_allows_it() -> None:
    tried: list[str] = []

    def read(tokens: TokenLine, at: int) -> Iterator[tuple[int, object]]:
        tried.append(tokens[at + 1].key)
        yield at + 1, None

    rule = Rule(name="rule", pattern="X boat", build=lambda m: m.end, fires="", silent="")
    red = {"X": one_token(read, frozenset({"red"}))}

    assert len(list(Grammar((rule,), red).find(tokenize("red house red boat")))) == 1
    assert tried == ["boat"]
