"""What a number counts, where the tree of its sentence knows better than the shape of the words."""

import pytest

from sayso.language.analysis import Quantity, SentenceTree
from sayso.language.core.counted import with_counted
from sayso.language.core.facts import Count
from sayso.language.quantities import find_quantities
from sayso.language.segments import segment


def read(text: str, tree: str, guess: int = 0) -> tuple[str | None, str | None]:
    """Return the counted phrase and its head; ``tree`` has class, relation and head (from 1) a word."""
    rows = [row.split("|") for row in tree.split()]
    parsed = SentenceTree(
        first=0,
        upos=tuple(row[0] for row in rows),
        heads=tuple(int(row[2]) - 1 for row in rows),
        deprels=tuple(row[1] for row in rows),
    )
    segments = segment(text)
    quantities = find_quantities(text)
    number = segments.first_token(quantities[0].number.end) - 1
    count = Count(head=guess, accrual=None, modality="asserted")
    found: Quantity = next(
        with_counted(segments, quantities, {0: number}, {number: count}, (parsed,))
    )
    return (
        found.counted.text_in(text) if found.counted else None,
        found.counted_head.text_in(text) if found.counted_head else None,
    )


@pytest.mark.parametrize(
    ("text", "tree", "guess", "counted", "head"),
    [
        pytest.param(
            "One diocese sought protection",
            "NUM|nummod|2 NOUN|nsubj|3 VERB|root|0 NOUN|obj|3",
            3,
            "diocese",
            "diocese",
            id="the noun of a numeral, not the last noun before a verb",
        ),
        pytest.param(
            "Thousands protest corruption",
            "NOUN|nsubj|2 VERB|root|0 NOUN|obj|2",
            0,
            None,
            None,
            id="a verb is not counted, nor its object",
        ),
        pytest.param(
            "They sold two-horse carts",
            "PRON|nsubj|2 VERB|root|0 NUM|nummod|6 PUNCT|punct|3 NOUN|compound|6 NOUN|obj|2",
            5,
            "horse",
            "horse",
            id="what leans on the number by a hyphen",
        ),
        pytest.param(
            "A father of four sang",
            "DET|det|2 NOUN|nsubj|5 ADP|case|4 NUM|nmod|2 VERB|root|0",
            1,
            None,
            None,
            id="no parent is counted by the children",
        ),
        pytest.param(
            "Of 40 houses nine stood",
            "ADP|case|3 NUM|nummod|3 NOUN|obl|5 NUM|nsubj|5 VERB|root|0",
            0,
            "houses",
            "houses",
            id="what shape and tree agree on",
        ),
        pytest.param(
            "It killed 12 in two countries",
            "PRON|nsubj|2 VERB|root|0 NUM|obj|2 ADP|case|6 NUM|nummod|6 NOUN|obl|2",
            5,
            None,
            None,
            id="a guess beyond a preposition is none",
        ),
        pytest.param(
            "Boats burned and 12 sank",
            "NOUN|nsubj|2 VERB|root|0 CCONJ|cc|5 NUM|nsubj|5 VERB|conj|2",
            0,
            None,
            "Boats",
            id="a plural told of before is what a bare number goes on with",
        ),
        pytest.param(
            "Arrests have risen to 12",
            "NOUN|nsubj|3 AUX|aux|3 VERB|root|0 ADP|case|5 NUM|obl|3",
            0,
            None,
            "Arrests",
            id="what a number measures",
        ),
        pytest.param(
            "The number of cases rose to 12",
            "DET|det|2 NOUN|nsubj|5 ADP|case|4 NOUN|nmod|2 VERB|root|0 ADP|case|7 NUM|obl|5",
            1,
            None,
            "cases",
            id="those whose number a verb moves",
        ),
        pytest.param(
            "The number rose to 12",
            "DET|det|2 NOUN|nsubj|3 VERB|root|0 ADP|case|5 NUM|obl|3",
            0,
            None,
            None,
            id="a number of nothing that is told",
        ),
        pytest.param(
            "Two laboratories test lamps",
            "NUM|nummod|3 NOUN|compound|3 NOUN|root|0 NOUN|obj|3",
            1,
            "laboratories",
            "laboratories",
            id="a plural is not left for a singular behind it",
        ),
        pytest.param(
            "They saw 91 confirmed cases",
            "PRON|nsubj|2 VERB|root|0 NUM|nsubj|4 VERB|ccomp|2 NOUN|obj|4",
            1,
            "confirmed cases",
            "cases",
            id="a participle is no verb though the tree has it so",
        ),
        pytest.param(
            "At least 91 confirmed cases have come",
            "ADP|case|3 ADJ|fixed|1 NUM|nummod|5 VERB|amod|5 NOUN|nsubj|7 AUX|aux|7 VERB|root|0",
            1,
            "confirmed cases",
            "cases",
            id="a participle before a plural is no verb of it",
        ),
        pytest.param(
            "Arrests made it raise the alert from 3 to 4",
            "NOUN|nsubj|2 VERB|root|0 PRON|nsubj|4 VERB|xcomp|2 DET|det|6 NOUN|obj|4 ADP|case|8 NUM|obl|4 ADP|case|10 NUM|obl|4",
            0,
            None,
            None,
            id="a step of something else is not counted in what went before",
        ),
        pytest.param(
            "A boat burned and 12 sank",
            "DET|det|2 NOUN|nsubj|3 VERB|root|0 CCONJ|cc|6 NUM|nsubj|6 VERB|conj|3",
            1,
            None,
            None,
            id="a singular told of before is not",
        ),
        pytest.param(
            "They took two doctors ' unions",
            "PRON|nsubj|2 VERB|root|0 NUM|nummod|4 NOUN|nmod|6 PUNCT|case|4 NOUN|obj|2",
            5,
            "doctors",
            "doctors",
            id="an owner is left as shape has it",
        ),
    ],
)
def test_the_counted_noun_is_that_of_the_tree(
    text: str, tree: str, guess: int, counted: str | None, head: str | None
) -> None:
    assert read(text, tree, guess) == (counted, head)


def test_a_number_outside_of_every_tree_keeps_what_shape_found() -> None:
    text = "He sold 12 lamps."
    segments, quantities = segment(text), find_quantities(text)

    (found,) = with_counted(segments, quantities, {0: 2}, {}, ())

    assert found == quantities[0]


def test_a_quantity_that_counts_nothing_is_left_alone() -> None:
    quantities = find_quantities("It cost $12.")

    assert tuple(with_counted(segment("It cost $12."), quantities, {}, {}, ())) == quantities


def test_the_other_side_of_a_comparison_counts_the_same() -> None:
    text = "They sold 12 lamps, down from 40."
    quantities = find_quantities(text)

    _, bare = with_counted(segment(text), quantities, {}, {}, ())

    assert bare.counted_head is not None
    assert bare.counted_head.text_in(text) == "lamps"


def test_a_number_told_anew_takes_no_head_from_before() -> None:
    text = "They sold 12 lamps. It came down from 40."
    quantities = find_quantities(text)

    _, bare = with_counted(segment(text), quantities, {}, {}, ())

    assert bare.counted_head is None
