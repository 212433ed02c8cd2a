from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from sayso.dates.heads import ONE_TOKEN, UNKNOWN, Head, either, in_sequence, known_heads, of_rows
from sayso.dates.pattern import Grammar, Rule, Terminal
from sayso.dates.terminals import CALENDAR_TERMINALS, one_token
from sayso.dates.tokens import TokenLine, tokenize
from sayso.language.timex_terminals import timex_terminals

_WORDS = (
    "the", "a", "few", "couple", "of", "half", "an", "two", "twenty", "-", "third", "hundred",
    "and", "days", "May", "Sept", ".", "Friday", "Sat", "3", "12", "1999", "2021", "'", "nineteen",
    "ninety", "th", "st", ":", "/", ",", "am", "p", "m", "GMT", "+", "at", "least", "last", "next",
    "this", "coming", "week", "early", "noon", "Christmas", "eve", "today", "recently",
)  # fmt: skip


def _wide(terminal: Terminal) -> Terminal:
    return Terminal(terminal.read, terminal.starts)


def _grammar(terminal: Terminal) -> Grammar[int]:
    rule = Rule(name="rule", pattern="X fin", build=lambda m: m.end, fires="", silent="")
    return Grammar((rule,), {"X": terminal})


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


@given(st.lists(st.sampled_from(_WORDS), max_size=7), st.sampled_from(["", " "]))
def test_the_heads_of_a_terminal_rule_out_nothing_that_it_reads(
    words: list[str], between: str
) -> None:
    tokens = tokenize(between.join(words) + " fin")
    for terminal in (*CALENDAR_TERMINALS.values(), *timex_terminals().values()):
        narrow, wide = _grammar(terminal), _grammar(_wide(terminal))
        assert [f.value for f in narrow.find(tokens)] == [f.value for f in wide.find(tokens)]


def test_a_rule_is_tried_only_where_the_second_word_allows_it() -> None:
    tried: list[str] = []

    def read(tokens: TokenLine, at: int) -> Iterator[tuple[int, object]]:
        tried.append(tokens[at + 1].key)
        yield at + 1, None

    rule = Rule(name="rule", pattern="X boat", build=lambda m: m.end, fires="", silent="")
    red = {"X": one_token(read, frozenset({"red"}))}

    assert len(list(Grammar((rule,), red).find(tokenize("red house red boat")))) == 1
    assert tried == ["boat"]
