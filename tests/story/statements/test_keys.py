"""Keys: statements that share words share keys, and the nearest come first."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.story.statements.index import StatementIndex, index_of
from sayso.story.statements.keys import PER_KEY, keys_of, nearest
from sayso.story.statements.lookup import comparison, count_words
from tests.story.statements.marked_statements import statement, statements

FERRY = "Ines Varga [said] {the ferry sank off Orlo with 40 people aboard}"


def test_the_keys_of_a_statement_fit_64_bits_and_are_few_however_long_it_is() -> None:
    long = statement(f"Ines Varga [said] {{{' '.join(f'word{n}' for n in range(240))}}}")

    numbers = [key.number for key in keys_of(long)]

    assert len(numbers) == len(set(numbers)) == 96
    assert all(-(2**63) <= number < 2**63 for number in numbers)


def test_a_cut_of_a_long_statement_is_still_found_by_it() -> None:
    words = [f"word{n}" for n in range(120)]
    index = index_of(statements("a", f"Ines Varga [said] {{{' '.join(words)}}}"))
    cut = statement(f"Ines Varga [said] {{{' '.join(words[40:90])}}}", "b")

    assert [one.document for one in index.candidates(cut)] == ["a"]


def test_the_statement_that_shares_more_comes_first() -> None:
    index = StatementIndex()
    for name, words in (("a", "a ferry was painted"), ("b", "the ferry sank off Orlo")):
        index.add(statement(f"Ines Varga [said] {{{words}}}", name))

    assert [one.document for one in index.candidates(statement(FERRY, "c"))] == ["b", "a"]


def test_statements_of_the_same_document_are_no_candidates() -> None:
    index = index_of(statements("a", FERRY))

    assert index.candidates(statement(FERRY, "a")) == ()
    assert len(index.candidates(statement(FERRY, "b"))) == 1
    assert len(index) == 1


def test_a_key_remembers_the_first_statements_only() -> None:
    index = StatementIndex()
    for number in range(PER_KEY + 5):
        index.add(statement(FERRY, f"d{number:02}"))

    found = {one.document for one in index.candidates(statement(FERRY, "new"))}

    assert "d00" in found
    assert f"d{PER_KEY}" not in found


@given(st.permutations(["a", "b", "c"]))
def test_what_shares_as_much_comes_in_the_order_of_its_number(order: list[str]) -> None:
    keys = keys_of(statement(FERRY))
    holders = {key.number: [order.index(name) for name in order] for key in keys}

    assert nearest(keys, holders) == [0, 1, 2]


def test_a_word_that_both_documents_repeat_weighs_less() -> None:
    told = statements(
        "a", "Ana Orlow [said] {the dam leaks}\nAna Orlow [said] {the dam is old}\nAna Orlow [said] {the dam}"
    )  # fmt: skip
    other = statement("Ana Orlow [said] {the dam leaks}", "b")
    rarity = comparison([other], index_of(told)).rarity(told[0], other)

    assert count_words(told)["dam"] == 3
    assert rarity("dam") < rarity("leak") < 1
    assert comparison([other], index_of(told)).nearness(told[0], other) is None
