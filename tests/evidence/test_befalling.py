"""What befell the counted, by the words beside a number."""

import pytest

from sayso.evidence.befalling import Befallen, Clauses, shipped_words
from sayso.language.analysis import Quantity
from sayso.language.reading import analyse


def told(text: str, at: int = 0) -> Befallen | None:
    analysis = analyse(text)
    clauses = Clauses(text, analysis.tokens, analysis.sentences)
    counts = [one for one in analysis.quantities if one.kind == "count"]
    return clauses.befallen(counts[at], [one.number for one in analysis.quantities])


@pytest.mark.parametrize(
    ("text", "predicate", "words", "rule"),
    [
        ("The blast killed at least 12 people.", "killed", "killed", "governing_verb"),
        ("Twelve people in the old port were killed.", "killed", "killed", "following_verb"),
        ("The ministry spoke of 12 deaths.", "killed", "deaths", "counted_noun"),
        ("The death toll has now risen to 45.", "killed", "toll", "toll"),
        ("The camp holds 300 people.", "held", "holds", "governing_verb"),
        ("About 300 men are currently held there.", "held", "held", "following_verb"),
        ("Some 40 prisoners sang.", "held", "prisoners", "counted_status"),
        ("The governor said 14 had been set free.", "released", "set free", "following_verb"),
        ("The army lost 12 soldiers.", "killed", "lost", "governing_verb"),
        (
            "The flood claimed the lives of 12 people.",
            "killed",
            "claimed the lives of",
            "governing_verb",
        ),
        ("It left a death toll of 12.", "killed", "toll", "toll"),
        (
            "Some 400 people were driven from their homes.",
            "displaced",
            "driven from",
            "following_verb",
        ),
        ("Twelve inmates fled at dawn.", "escaped", "fled", "following_verb"),
        ("Twelve families fled at dawn.", "displaced", "fled", "following_verb"),
        (
            "Nine of the fugitives are back behind bars.",
            "recaptured",
            "back behind bars",
            "following_verb",
        ),
        ("The works will make 300 redundant.", "dismissed", "redundant", "following_verb"),
        ("The outbreak has reached 12 cases.", "infected", "cases", "counted_noun"),
        ("A dozen men killed in the raid were brought home.", "killed", "killed", "following_verb"),
    ],
)
def test_the_words_beside_a_number_say_what_befell_the_counted(
    text: str, predicate: str, words: str, rule: str
) -> None:
    found = told(text)

    assert found is not None
    assert (found.predicate, found.span.text_in(text), found.rule) == (predicate, words, rule)


@pytest.mark.parametrize(
    "text",
    [
        "The town has 12 bakers.",
        "They bought 12 lamps, but the mayor was killed.",
        "There were 12 ships; a sailor died.",
        "The town lost 12 lamps.",
        "Twelve gunmen killed a guard.",
        "The party holds 27 seats.",
        "The court heard 12 cases.",
    ],
)
def test_words_of_another_clause_say_nothing_of_it(text: str) -> None:
    assert told(text) is None


def test_each_of_two_numbers_has_its_own_class() -> None:
    text = "The storm killed 12 people and injured 30."

    assert [told(text, at).predicate for at in (0, 1)] == ["killed", "injured"]  # type: ignore[union-attr]


def test_a_class_far_from_the_number_is_less_sure() -> None:
    near, far = told("Twelve were killed."), told("Twelve people of the old port town were killed.")

    assert near is not None
    assert far is not None
    assert (near.near, far.near) == (True, False)


def test_a_class_named_by_the_core_rests_on_the_nearest_words_of_the_sentence() -> None:
    text = "After the raid, which killed a guard, 12 men were flown home."
    analysis = analyse(text)
    clauses = Clauses(text, analysis.tokens, analysis.sentences)
    (quantity,) = _counts(analysis.quantities)

    words = clauses.grounded(quantity, "killed")

    assert words is not None
    assert words.text_in(text) == "killed"
    assert clauses.grounded(quantity, "infected") is None


def test_words_beyond_another_number_do_not_bear_a_class_out() -> None:
    text = "The two should not be compared, with 12 people killed."
    analysis = analyse(text)
    clauses = Clauses(text, analysis.tokens, analysis.sentences)
    numbers = [one.number for one in analysis.quantities]

    assert clauses.grounded(analysis.quantities[0], "killed", numbers) is None
    assert clauses.grounded(analysis.quantities[0], "killed") is not None


def test_no_word_stands_for_two_classes_in_one_column() -> None:
    words = shipped_words()

    assert words.of("killed")["dead"] == "killed"
    assert "detained" in words.after
    assert words.after["detained"] == "held"


def _counts(quantities: tuple[Quantity, ...]) -> list[Quantity]:
    return [one for one in quantities if one.kind == "count" and one.best != 1]
