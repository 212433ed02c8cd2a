"""The class of a figure: words beside the number, then the tree, then what goes on from before."""

from dataclasses import replace

import pytest

from sayso.evidence.countable_kinds import can_befall
from sayso.evidence.figure import Figure
from sayso.evidence.figures import find_figures
from sayso.language.analysis import SentenceTree
from sayso.language.reading import analyse
from tests.evidence.written_trees import written_tree


def read(*parsed: str) -> list[tuple[str, str | None, str | None]]:
    """Read sentences whose trees are written out."""
    texts: list[str] = []
    trees: list[SentenceTree] = []
    for sentence in parsed:
        text, tree = written_tree(sentence, sum(len(one.heads) for one in trees))
        texts.append(text)
        trees.append(tree)
    text = " ".join(texts)
    analysis = replace(analyse(text), trees=tuple(trees))
    return [_told(text, one) for one in find_figures("d", text, analysis, ())]


def _told(text: str, figure: Figure) -> tuple[str, str | None, str | None]:
    words = figure.predicate_span.text_in(text) if figure.predicate_span else None
    return figure.quantity.number.text_in(text), figure.predicate, words


def test_the_tree_says_what_words_beside_the_number_do_not() -> None:
    parsed = "12|nummod|2 men|nsubj|8 of|case|6 the|det|6 old|amod|6 port|nmod|2 were|aux|8 evicted|root!|0 .|punct|8"

    assert read(parsed) == [("12", "displaced", "evicted")]


def test_words_at_a_distance_are_not_believed_where_the_tree_is_silent() -> None:
    parsed = "12|nummod|2 lamps|nsubj|3 shone|root!|0 where|advmod|8 old|amod|6 guards|nsubj|8 were|aux|8 killed|advcl|3 .|punct|3"

    assert read(parsed) == [("12", None, None)]


def test_a_bare_number_that_acts_by_itself_does_not_go_on_with_the_count_before() -> None:
    before = "12|nummod|2 men|nsubj|4 were|aux|4 killed|root!|0 .|punct|4"
    acting = "Thousands|nsubj|5 in|case|4 the|det|4 port|nmod|1 sang|root!|0 .|punct|5"
    counted = "Police|nsubj|2 counted|root!|0 nine|obj|2 .|punct|2"

    assert [one[1] for one in read(before, acting)] == ["killed", None]
    assert [one[1] for one in read(before, counted)] == ["killed", "killed"]


def test_those_named_by_what_befell_them_need_no_verb() -> None:
    parsed = "One|nummod|2 guard|nsubj|4 was|aux|4 killed|root!|0 and|cc|7 two|nummod|7 wounded|conj|2 .|punct|4"

    assert [one[1] for one in read(parsed)] == ["killed", "injured"]


def test_a_month_is_no_march() -> None:
    parsed = "In|case|2 March|obl|6 nearly|advmod|4 300|nummod|5 men|nsubj|6 sang|root!|0 .|punct|6"

    assert read(parsed) == [("300", None, None)]


def test_a_number_of_no_tree_is_read_by_the_words_beside_it() -> None:
    text = "12 men were killed."
    tree = SentenceTree(first=40, upos=("NOUN",), heads=(-1,), deprels=("root",))
    analysis = replace(analyse(text), trees=(tree,))

    assert [one.predicate for one in find_figures("d", text, analysis, ())] == ["killed"]


@pytest.mark.parametrize(
    ("predicate", "head", "can"),
    [
        ("held", "men", True),
        ("held", "lorries", True),
        ("held", "countries", False),
        ("arrested", "facility", False),
        ("destroyed", "men", False),
        ("destroyed", "villages", True),
        ("held", "concerts", False),
        ("affected", "concerts", True),
        ("killed", "days", False),
        ("transferred", "tonnes", True),
        ("killed", "tonnes", False),
        ("killed", "", True),
        ("infected", "countries", False),
        ("dismissed", "events", False),
    ],
)
def test_not_everything_can_befall_everything(predicate: str, head: str, can: bool) -> None:  # noqa: FBT001 - the expectation
    assert can_befall(predicate, head) is can
