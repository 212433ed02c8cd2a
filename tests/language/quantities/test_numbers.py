"""Numbers as they are written: digits, words, scales, fractions, ranges, vague words."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.analysis import QuantityKind
from sayso.language.quantities import find_quantities
from sayso.language.quantities.digits import Writing, read_digits


def values(text: str) -> list[tuple[str, object]]:
    """Return the number of each quantity as written, with its value or its ends."""
    return [
        (q.number.text_in(text), q.best if q.best is not None else (q.lo, q.hi))
        for q in find_quantities(text)
    ]


@pytest.mark.parametrize(
    ("text", "written", "value"),
    [
        ("1,500 boats", "1,500", 1500),
        ("1\u202f500 boats", "1\u202f500", 1500),
        ("some 12 500 boats", "12 500", 12500),
        ("1.500,5 tonnes", "1.500,5", "1500.5"),
        ("1.500.000 boats", "1.500.000", 1500000),
        ("1,50,000 votes", "1,50,000", 150000),
        ("3.25 tonnes", "3.25", "3.25"),
        (".5 percent", ".5", "0.5"),
        ("1,5 million boats", "1,5 million", 1500000),
        ("2½ tonnes", "2½", "2.5"),
        ("7 1/2 tonnes", "7 1/2", "7.5"),
        ("3⁄4 of the boats", "3⁄4", "0.75"),
        ("3/4 of the boats", "3/4", "0.75"),
        ("twenty-one boats", "twenty-one", 21),
        ("two hundred and fifty-three boats", "two hundred and fifty-three", 253),
        ("one thousand two hundred boats", "one thousand two hundred", 1200),
        ("fifteen hundred boats", "fifteen hundred", 1500),
        ("a hundred and twenty boats", "a hundred and twenty", 120),
        ("two million three hundred thousand boats", "two million three hundred thousand", 2300000),
        ("half a million boats", "half a million", 500000),
        ("half-a-dozen boats", "half-a-dozen", 6),
        ("two and a half tonnes", "two and a half", "2.5"),
        ("one and a half million boats", "one and a half million", 1500000),
        ("a quarter of a million boats", "a quarter of a million", 250000),
        ("a dozen boats", "a dozen", 12),
        ("two dozen boats", "two dozen", 24),
        ("a score of boats", "a score", 20),
        ("5 lakh boats", "5 lakh", 500000),
        ("two crore rupees", "two crore", 20000000),
        ("3k boats", "3k", 3000),
        ("€50bn", "50bn", 50000000000),
        ("$8m", "8m", 8000000),
        ("4.3M downloads", "4.3M", 4300000),
        ("35m people", "35m", 35000000),
        ("35m deep", "35", 35),
        ("4 hundred million boats", "4 hundred million", 400000000),
        ("1.99×10^30 tonnes", "1.99×10^30", "1.99E+30"),
        ("2 x 10−3 tonnes", "2 x 10−3", "0.002"),
        ("minus 12 degrees", "minus 12", -12),
        ("-12 degrees", "-12", -12),
        ("$-50m", "-50m", -50000000),
        ("two thirds of the boats", "two thirds", "0.666666667"),
        ("a third of the boats", "a third", "0.333333333"),
        ("one in five boats", "one in five", "0.2"),
        ("2 out of 3 boats", "2 out of 3", "0.666666667"),
        ("8 in 10 boats", "8 in 10", "0.8"),
        ("nine out of every ten boats", "nine out of every ten", "0.9"),
        ("zero boats", "zero", 0),
    ],
)
def test_a_number_is_read_as_written(text: str, written: str, value: object) -> None:
    assert values(text) == [(written, Decimal(str(value)))]


@pytest.mark.parametrize(
    ("text", "lo", "hi"),
    [
        ("between 2,000 and 6,000 boats", 2000, 6000),
        ("between five and six boats", 5, 6),
        ("somewhere between about 5 and 6 boats", 5, 6),
        ("five to seven thousand boats", 5000, 7000),
        ("from 3 to 5 boats", 3, 5),
        ("10-15 boats", 10, 15),
        ("10–15 boats", 10, 15),
        ("three or four boats", 3, 4),
        ("$3-5 billion", 3000000000, 5000000000),
        ("$200,000 to $4 million", 200000, 4000000),
        ("900 to 1.2 million boats", 900, 1200000),
        ("2 per cent to 2.5 per cent", 2, "2.5"),
        ("5%-6%", 5, 6),
        ("70 % -80 %", 70, 80),
        ("8 to 12 inches", 8, 12),
        ("between -5 and 3 degrees", -5, 3),
    ],
)
def test_two_numbers_are_one_range(text: str, lo: object, hi: object) -> None:
    (quantity,) = find_quantities(text)

    assert (quantity.lo, quantity.hi) == (Decimal(str(lo)), Decimal(str(hi)))
    assert quantity.best is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The toll rose from 81 to 120.", [81, 120]),
        ("The price rose by $5 to $20.", [5, 20]),
        ("Arrivals rose by 120 to 4,310.", [120, 4310]),
        ("The price rose 5 percent to $40.", [5, 40]),
        ("12 boats to 3 ports.", [12, 3]),
        ("He sent 12 to 9 camps.", [12, 9]),
        ("Tonnage fell to 3 from 5.", [3, 5]),
        ("40 boats or 90 trucks.", [40, 90]),
    ],
)
def test_two_numbers_of_a_move_are_two_quantities(text: str, expected: list[int]) -> None:
    assert [quantity.best for quantity in find_quantities(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The price fell from $36,040 at noon to $34,935.",
        "The price fell from $36,040 to $34,935.",
        "The price went from $36,040 to $34,935.",
    ],
)
def test_a_move_on_a_measured_scale_is_the_stretch_it_passed(text: str) -> None:
    (quantity,) = find_quantities(text)

    assert quantity.rule == "movement"
    assert [quantity.lo, quantity.hi] == [Decimal(34935), Decimal(36040)]


@pytest.mark.parametrize(
    "text",
    [
        "The price fell from $36,040. It led to $5 of gains.",
        "The price fell from $36,040 over the long and very quiet days to come.",
        "The price fell from $36,040 to 5 percent.",
    ],
)
def test_a_move_needs_its_other_end_on_the_same_scale(text: str) -> None:
    assert find_quantities(text)[0].best == 36040


@pytest.mark.parametrize(
    ("text", "lo", "hi"),
    [
        ("several boats", 3, 9),
        ("a few boats", 2, 6),
        ("a couple of boats", 2, 2),
        ("dozens of boats", 12, 120),
        ("scores of boats", 20, 200),
        ("hundreds of boats", 100, 1000),
        ("tens of thousands of boats", 10000, 100000),
        ("hundreds of thousands of boats", 100000, 1000000),
        ("millions of boats", 1000000, 10000000),
        ("several hundred boats", 300, 900),
        ("a few thousand boats", 2000, 6000),
        ("a couple of dozen boats", 24, 24),
        ("thousands and thousands of boats", 1000, 10000),
        ("dozens of tens of boats", 12, 120),
    ],
)
def test_a_vague_word_expands_by_the_profile_and_is_kept(text: str, lo: int, hi: int) -> None:
    quantity = find_quantities(text)[0]

    assert [quantity.lo, quantity.hi] == [Decimal(lo), Decimal(hi)]
    assert quantity.number.text_in(text) in text.removesuffix(" boats").removesuffix(" of")


@pytest.mark.parametrize("form", ["26.09.2019", "1.2.3", "1,2,3", "12,3456", "٣"])
def test_what_is_no_single_number_is_not_read(form: str) -> None:
    assert read_digits(form) is None


@pytest.mark.parametrize("text", ["He scores twice.", "2,3 of them", "the second half", "a score"])
def test_no_number_is_made_up(text: str) -> None:
    assert all(q.kind is QuantityKind.COUNT and q.best == 3 for q in find_quantities(text))


@given(st.integers(min_value=0, max_value=999_999_999))
def test_every_whole_number_with_separators_is_read_back(number: int) -> None:
    read = read_digits(f"{number:,}")

    assert read is not None
    assert read[0] == number
    assert read[1] is (Writing.THOUSANDS if number > 999 else Writing.PLAIN)


SMALL = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
SMALL += " fifteen sixteen seventeen eighteen nineteen"
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"


def spelled(number: int) -> str:
    """Write a number below a million in words."""
    if number < 20:
        return SMALL.split()[number]
    if number < 100:
        ten = TENS.split()[number // 10 - 2]
        return ten if number % 10 == 0 else f"{ten}-{spelled(number % 10)}"
    if number < 1000:
        rest = f" and {spelled(number % 100)}" if number % 100 else ""
        return f"{spelled(number // 100)} hundred{rest}"
    rest = f" {spelled(number % 1000)}" if number % 1000 else ""
    return f"{spelled(number // 1000)} thousand{rest}"


@given(st.integers(min_value=2, max_value=999_999))
def test_every_number_in_words_is_read_back(number: int) -> None:
    text = f"They saw {spelled(number)} boats."

    assert values(text) == [(spelled(number), Decimal(number))]
