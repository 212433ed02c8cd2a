"""Hours that are told without a colon count nothing."""

import pytest

from sayso.language.quantities import find_quantities


@pytest.mark.parametrize(
    "text",
    [
        "At ten past five the sirens were heard.",
        "He came at half past seven.",
        "At 20.55 the lights went out.",
        "The phone rang on Monday at 11.40, they said.",
        "The bus leaves at seven in the morning.",
        "The bus leaves at 7 this evening.",
        "The bus left at six local time.",
        "They met at nine on Friday.",
        "The doors open at nine and close at seven.",
        "The talks will resume tomorrow at ten.",
        "He waited until three.",
        "By nine the bakery was empty.",
        "Around eleven a clerk came out.",
        "It was dry from ten until three.",
        "The hall is open 10 till 2.",
        "Call us weekdays 9 to 6.",
        "It's sixteen to eight.",
        "Twenty to eight, and no bus came.",
        "The call was made at 3.52, not later.",
        "Later at 15.15 the crowd went home.",
    ],
)
def test_an_hour_is_no_quantity(text: str) -> None:
    assert find_quantities(text) == ()


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Shares closed at 20.55 on Monday.", "20.55"),
        ("The index stood at 20.55, the bank said.", "20.55"),
        ("At 20.75 the price was low.", "20.75"),
        ("They drove past nine lorries in the morning.", "nine"),
        ("At 40 in the evening nobody works.", "40"),
        ("She met 12 on Friday.", "12"),
        ("The fire killed seven in the morning.", "seven"),
        ("The toll stood at nine on Friday.", "nine"),
        ("Police put the number at nine, not more.", "nine"),
        ("The euro was at 3.52 against the crown.", "3.52"),
        ("By nine votes the law failed.", "nine"),
        ("The boat sank with nine.", "nine"),
    ],
)
def test_a_number_of_which_nothing_tells_a_clock_is_one(text: str, number: str) -> None:
    assert [one.number.text_in(text) for one in find_quantities(text)] == [number]
