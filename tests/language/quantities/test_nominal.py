"""Nominal numbers are taken out; each rule shows where it fires and where it must not."""

import pytest

from sayso.language.analysis import Modifier
from sayso.language.quantities import find_quantities
from sayso.language.quantities.amounts import read_amount
from sayso.language.quantities.modifiers import AFTER, BEFORE, HedgeRule
from sayso.language.quantities.nominal import RULES, NominalRule, nominal_rule
from sayso.language.quantities.profiles import profile
from sayso.language.quantities.words import split_words


def fired(text: str) -> set[str]:
    """Return the names of the rules that take a number of the text out."""
    words = split_words(text)
    amounts = (read_amount(words, at, profile("wide")) for at in range(len(words)))
    return {name for amount in amounts if amount and (name := nominal_rule(words, amount))}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_fires_on_its_example(rule: NominalRule) -> None:
    words = split_words(rule.example)
    amounts = (read_amount(words, at, profile("wide")) for at in range(len(words)))

    assert any(amount and rule.test(words, amount) for amount in amounts)
    assert find_quantities(rule.example) == ()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_leaves_its_counter_example(rule: NominalRule) -> None:
    assert rule.name not in fired(rule.counter_example)
    assert find_quantities(rule.counter_example)


@pytest.mark.parametrize("rule", [*BEFORE, *AFTER], ids=lambda rule: rule.shape)
def test_a_hedge_rule_fires_on_its_example_only(rule: HedgeRule) -> None:
    (hedged,) = find_quantities(rule.example)
    (bare,) = find_quantities(rule.counter_example)

    assert hedged.modifier_span is not None
    assert bare.modifier_span is None
    assert bare.modifier is Modifier.EXACT


@pytest.mark.parametrize(
    "text",
    [
        # times
        "He came at 10:35, left at 5pm and slept from 10.45 p.m. to 0800 GMT.",
        "It was seven o'clock.",
        "It happened on 16 September, on Oct. 31, on July 4, 2016 and on 12-13 June.",
        "Fighting went on in the night of January 11 to 12.",
        "The ferry ran from 12 to 15 June.",
        "They met on the 3 of May and on March 5, 6 and 7.",
        "The dates were 26.09.2019, 2019-09-26 and 01/02/2025.",
        "After 9/11 the port was watched 24/7.",
        "In 2019 the dam broke; since 2014-15 nothing was mended.",
        "The war of 1914-1918 and the years between 1600 and 1900 are past.",
        "From 1999 to 2003 it was shut; by 2120 it will be gone.",
        "He ruled from 1792 to 1750 BC.",
        "The 2019 elections and the 1980s, the 80's and the mid-90s are past.",
        # names
        "A Boeing 737 and an A320, a T-72, an Su-24 and the MH17 were named.",
        "COVID-19, 5G, 4x4 and the G20 are names.",
        "The FTSE 100, the S&P 500 and the Nasdaq 100 closed.",
        "He bought an iPhone 11 and 11 Pro and a Galaxy 12.",
        "They bought the 440 Hauler.",
        "He serves in 14 Brigade and on Air Force Two.",
        "The Group of Seven met.",
        "Room 12, Flight 370, Articles 5 and 6, phase two, No. 7 and Highway 7.",
        "Twenty20 is a game.",
        # places in a text
        "The shop at 22 rue Verte, 9 E 71st St and 16-18 Orchard Avenue has shut.",
        "Call +44 20 7946 0018 or 309-346-4141 or 020 7946 0018.",
        "Notes [3] and #12 and §5.",
        "1. Boats\n2) Trucks\n(3) Carts",
        "He named: 1) boats 2) trucks.",
        "1 of 515",
        "Photo 3 of 12",
        "See page 3 of 5.",
        "The camp lies at 36°12 and 40°E.",
        "Dorran won 2-1, drew 89-89 and lost 1-3.",
        # words
        "One of the camps is shut. No one came. The one who fled. One day it ended.",
        "One is enough, he said; on one hand, at one point, in one way.",
        "A one-off, a two-way street, net zero and zero tolerance.",
        "They slipped to the bottom three and reached the last eight.",
        "Call 911 and hope; it was a 50-50 chance.",
        "A couple was seen.",
        "See https://example.org/2024/12/345 and www.example.org/77.",
    ],
)
def test_numbers_that_name_or_date_are_no_quantities(text: str) -> None:
    assert [quantity.span.text_in(text) for quantity in find_quantities(text)] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2019, 300 boats came.", ["300"]),
        ("The port held 2000 soldiers.", ["2000"]),
        ("In Dorran 12 boats sank and in Jarm 14 were hurt.", ["12", "14"]),
        ("On Tuesday 14 people left.", ["14"]),
        ("The 2-3 boats left.", ["2-3"]),
        ("The force numbers 1.2 million.", ["1.2 million"]),
        ("One pilot was hurt.", ["One"]),
        ("Just one of 12 pilots was hurt.", ["12"]),
        ("The last 40 were freed.", ["40"]),
        ("He called 911 people.", []),
        ("It grew in 1500 cases.", ["1500"]),
        ("Two-boat convoys sailed.", ["Two"]),
        ("The room measures 12 m.", ["12 m"]),
        ("Two thirds of 5G masts fell.", ["Two thirds"]),
    ],
)
def test_numbers_that_count_are_kept(text: str, expected: list[str]) -> None:
    assert [quantity.span.text_in(text) for quantity in find_quantities(text)] == expected


def test_a_number_far_down_a_row_is_no_part_of_a_telephone_number_at_its_head() -> None:
    row = "0800 7946 12 " + "7 " * 40

    found = [quantity.span.start for quantity in find_quantities(row)]

    assert found[-1] == row.rindex("7")
    assert row.index("0800") not in found
