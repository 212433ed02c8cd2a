"""What is counted, where parts and compounds stand beside the number."""

import pytest

from sayso.language.quantities import find_quantities


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Two of the four valleys were flooded.", [("Two", "valleys"), ("four", "valleys")]),
        ("In Orlen 41 of 900 goats are sick.", [("41", "goats"), ("900", "goats")]),
        (
            "Some 51 people died, among them 32 women.",
            [("Some 51", "people"), ("32", "women")],
        ),
        ("On Tuesday 31 of them sang.", [("31", None)]),
        ("In Orlen 41 of its goats are sick.", [("41", "goats")]),
        ("A third of this harvest burned.", [("A third", "harvest")]),
        ("A third of this burned.", [("A third", None)]),
        ("I count eleven police officers there.", [("eleven", "officers")]),
        ("She sent two short e-mails.", [("two", "e-mails")]),
        ("It left 12 men homeless.", [("12", "men")]),
        ("She left by nine and counted 187 seals.", [("nine", None), ("187", "seals")]),
        ("They learned about two young sailors.", [("two", "sailors")]),
        ("They handed over two sailors.", [("two", "sailors")]),
        ("They took over two sailors.", [("over two", "sailors")]),
        ("They saw about two hundred sailors.", [("about two hundred", "sailors")]),
    ],
)
def test_each_number_has_its_own_noun(text: str, found: list[tuple[str, str | None]]) -> None:
    quantities = find_quantities(text)

    heads = [one.counted_head.text_in(text) if one.counted_head else None for one in quantities]
    assert [
        (one.span.text_in(text), head) for one, head in zip(quantities, heads, strict=True)
    ] == found


def test_a_part_told_in_words_has_its_whole() -> None:
    part, whole = find_quantities("Two of the four valleys were flooded.")

    assert (part.whole, part.modifier, whole.whole) == (1, "part_of", None)
