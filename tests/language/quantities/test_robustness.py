"""Whatever the text: no error, spans inside it and in order, bounds that hold the best number."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.language.quantities import find_quantities

PIECES = st.sampled_from(
    [
        "a",
        "an",
        "the",
        "of",
        "and",
        "or",
        "to",
        "from",
        "between",
        "in",
        "out",
        "half",
        "third",
        "two",
        "five",
        "ten",
        "dozen",
        "hundred",
        "thousand",
        "million",
        "several",
        "few",
        "couple",
        "dozens",
        "tens",
        "thousands",
        "12",
        "1,500",
        "3.5",
        "2019",
        "99",
        "0",
        "007",
        "1/2",
        "½",
        "%",
        "$",
        "€",
        "£",
        "km",
        "m",
        "kg",
        "per",
        "day",
        "year-old",
        "years",
        "-",
        "–",
        "−",
        "+",
        ":",
        ";",
        ",",
        ".",
        "(",
        ")",
        "[",
        "]",
        "'",
        "’",
        '"',
        "#",
        "/",
        "×",
        "10",
        "^",
        "°",
        "C",
        "at",
        "least",
        "more",
        "than",
        "up",
        "about",
        "nearly",
        "under",
        "over",
        "one",
        "One",
        "people",
        "men",
        "fighters",
        "were",
        "killed",
        "May",
        "March",
        "9/11",
        "35m",
        "5G",
        "Room",
        "Boeing",
        "aged",
        "times",
        "magnitude",
        "including",
        "them",
        "whom",
        "total",
        "rose",
        "fell",
        "lost",
        "by",
        "bn",
        "trillion",
        "lakh",
        "another",
        "others",
        "or-so",
        "plus",
        "\n",
        "\n\n",
    ]
)


@given(st.lists(PIECES, max_size=25), st.sampled_from(["", " "]))
def test_no_text_of_number_words_breaks_the_reading(pieces: list[str], blank: str) -> None:
    text = blank.join(pieces)
    quantities = find_quantities(text)

    for quantity in quantities:
        assert quantity.span.contains(quantity.number)
        assert quantity.span.end <= len(text)
        if quantity.lo is not None and quantity.hi is not None:
            assert quantity.lo <= quantity.hi
        if quantity.whole is not None:
            assert quantities[quantity.whole] is not quantity
    starts = [quantity.number.start for quantity in quantities]
    assert starts == sorted(starts)
    assert len({quantity.span for quantity in quantities}) == len(quantities)


@given(st.text(max_size=60))
def test_no_text_at_all_breaks_the_reading(text: str) -> None:
    assert all(quantity.span.end <= len(text) for quantity in find_quantities(text))


def test_a_number_of_hundreds_of_digits_is_no_quantity() -> None:
    assert find_quantities("9" * 5000 + "/" + "9" * 5000) == ()


def test_an_empty_text_has_no_quantities() -> None:
    assert find_quantities("") == ()
