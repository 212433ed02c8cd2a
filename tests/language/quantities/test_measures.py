"""Kinds, units and what is counted."""

import pytest

from sayso.language.analysis import Change, QuantityKind
from sayso.language.quantities import find_quantities


@pytest.mark.parametrize(
    ("text", "kind", "unit"),
    [
        ("$5", QuantityKind.MONEY, "USD"),
        ("US$5", QuantityKind.MONEY, "USD"),
        ("A$5", QuantityKind.MONEY, "AUD"),
        ("USD10m", QuantityKind.MONEY, "USD"),
        ("5 euros", QuantityKind.MONEY, "EUR"),
        ("€-5", QuantityKind.MONEY, "EUR"),
        ("-€5", QuantityKind.MONEY, "EUR"),
        ("Rs 500", QuantityKind.MONEY, "INR"),
        ("5 Syrian pounds", QuantityKind.MONEY, "SYP"),
        ("five pounds", QuantityKind.MONEY, "pound"),
        ("They paid 96 million kwacha.", QuantityKind.MONEY, "kwacha"),
        ("They paid 12 dinars.", QuantityKind.MONEY, "dinar"),
        ("They paid 12 Iraqi dinars.", QuantityKind.MONEY, "IQD"),
        ("They paid 12 Swiss francs.", QuantityKind.MONEY, "CHF"),
        ("They paid 3 million kyats.", QuantityKind.MONEY, "MMK"),
        ("60 per cent", QuantityKind.PERCENT, "percent"),
        ("60%", QuantityKind.PERCENT, "percent"),
        ("3 percentage points", QuantityKind.PERCENT, "percentage point"),
        ("25 basis points", QuantityKind.PERCENT, "basis point"),
        ("a 45-minute speech", QuantityKind.DURATION, "minute"),
        ("12 straight days", QuantityKind.DURATION, "day"),
        ("around a decade", QuantityKind.DURATION, "decade"),
        ("an hour and a half", QuantityKind.DURATION, "hour"),
        ("two kilometers away", QuantityKind.DISTANCE, "kilometre"),
        ("1.85m tall", QuantityKind.DISTANCE, "metre"),
        ("5 square miles", QuantityKind.AREA, "square mile"),
        ("32m2", QuantityKind.AREA, "square metre"),
        ("50mL", QuantityKind.VOLUME, "millilitre"),
        ("80kg", QuantityKind.MASS, "kilogram"),
        ("60 km/h", QuantityKind.SPEED, "kilometre per hour"),
        ("-12C", QuantityKind.TEMPERATURE, "celsius"),
        ("12 degrees", QuantityKind.TEMPERATURE, "degree"),
        ("5 megawatts", QuantityKind.ENERGY, "megawatt"),
        ("64GB", QuantityKind.DATA, "gigabyte"),
        ("300 Hz", QuantityKind.OTHER, "hertz"),
        ("450 Nm", QuantityKind.OTHER, "newton metre"),
        ("a quake of magnitude 6.5", QuantityKind.OTHER, "magnitude"),
        ("a 6.5-magnitude quake", QuantityKind.OTHER, "magnitude"),
        ("$58 a barrel", QuantityKind.RATE, "USD per barrel"),
        ("$75 U.S. per barrel", QuantityKind.RATE, "USD per barrel"),
        ("$80 per square metre", QuantityKind.RATE, "USD per square metre"),
        ("200 people a day", QuantityKind.RATE, "per day"),
        ("52,000 barrels-a-day", QuantityKind.RATE, "barrel per day"),
        ("three times more", QuantityKind.RATIO, "times"),
        ("three times earnings", QuantityKind.RATIO, "times"),
        ("half of the boats", QuantityKind.RATIO, None),
        ("a 12-year-old boy", QuantityKind.AGE, "year of age"),
        ("a boy aged 12", QuantityKind.AGE, "year of age"),
        ("people over the age of 21", QuantityKind.AGE, "year of age"),
        ("children under 5", QuantityKind.AGE, "year of age"),
        ("Ama Sule, 41, left", QuantityKind.AGE, "year of age"),
        ("Ama Sule (41) left", QuantityKind.AGE, "year of age"),
        ("an 18 month-old baby", QuantityKind.AGE, "month of age"),
        ("came three times", QuantityKind.COUNT, None),
        ("40 boats", QuantityKind.COUNT, None),
        ("two second chances", QuantityKind.COUNT, None),
    ],
)
def test_kind_and_unit_are_read(text: str, kind: QuantityKind, unit: str | None) -> None:
    (quantity,) = find_quantities(text)

    assert (quantity.kind, quantity.unit) == (kind, unit)


def test_the_words_of_a_unit_have_their_span() -> None:
    text = "It sold for $40 a barrel and weighed 12 kg."
    price, mass = find_quantities(text)

    assert price.unit_span is not None
    assert price.unit_span.text_in(text) == "$"
    assert price.span.text_in(text) == "$40 a barrel"
    assert mass.unit_span is not None
    assert mass.unit_span.text_in(text) == "kg"


def test_a_price_a_year_ago_is_no_rate() -> None:
    (price,) = find_quantities("It was $6.78 billion a year earlier.")

    assert (price.kind, price.unit) == (QuantityKind.MONEY, "USD")


def test_an_article_without_a_hedge_is_no_quantity() -> None:
    assert find_quantities("It took a day, about a second-hand cart and a mile.") == ()


@pytest.mark.parametrize(
    ("text", "counted", "head"),
    [
        ("400 VRB-type boats sank", "VRB-type boats", "boats"),
        ("40 well-fed and rain-soaked Dorran men", None, "men"),
        ("dozens of Dorran and Jarm boats left", "Dorran and Jarm boats", "boats"),
        ("12 of the camp's guards", "camp's guards", "guards"),
        ("12 of them left", None, None),
        ("two new 737 jets", "new 737 jets", "jets"),
        ("12 weapons inspectors", "weapons inspectors", "inspectors"),
        ("12 of the pilots' records", "pilots' records", "records"),
        ("one police officer was hurt", "police officer", "officer"),
        ("one proposal asks the board", "proposal", "proposal"),
        ("a 12-person team", "person", "person"),
        ("a 40-strong team", None, None),
        ("40 of its supposed backers", "supposed backers", "backers"),
        ("40 US soldiers", "US soldiers", "soldiers"),
        ("12 dead", "dead", "dead"),
        ("12 wounded soldiers", "wounded soldiers", "soldiers"),
        ("12 were killed", None, None),
        ("several look-out posts", "look-out posts", "posts"),
        ("one in three children", "children", "children"),
        ("a third of the town", "town", "town"),
        ("half of the camp's 300 men", None, None),
        ("twenty percent of Dorrans consume it", "Dorrans", "Dorrans"),
        ("100 or so guards", "guards", "guards"),
        ("12 other boats", "boats", "boats"),
        ("12 fishermen quickly left", "fishermen", "fishermen"),
        ("60 countries", "countries", "countries"),
        ("dozens of jihadis on a road", "jihadis", "jihadis"),
    ],
)
def test_the_counted_noun_is_found_by_its_shape(
    text: str, counted: str | None, head: str | None
) -> None:
    quantity = find_quantities(text)[0]
    found = quantity.counted.text_in(text) if quantity.counted else None
    found_head = quantity.counted_head.text_in(text) if quantity.counted_head else None

    assert found_head == head
    assert counted is None or found == counted


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("The price rose 5 percent.", Change.UP),
        ("The price rose by about 5 percent.", Change.UP),
        ("The price was up nearly 5 percent.", Change.UP),
        ("An increase of 5 percent was seen.", Change.UP),
        ("A growth of 5 percent was seen.", Change.UP),
        ("They want to grow sales by 5 percent.", Change.UP),
        ("Shares: +5%", Change.UP),
        ("The price fell at least 5 percent.", Change.DOWN),
        ("The price fell a further 5 percent.", Change.DOWN),
        ("The army lost 12 soldiers.", Change.DOWN),
        ("The price rose to 5 percent.", None),
        ("The price went up to 5 percent.", None),
        ("A loss of 5 dollars was seen.", None),
        ("He dropped 12 crates.", None),
        ("He added a 30 degree slope.", None),
        ("It stood at 5 percent.", None),
        ("Prices rose, and cost 5 percent by 5 percent.", None),
    ],
)
def test_the_verb_before_a_number_gives_the_change(text: str, change: Change | None) -> None:
    assert find_quantities(text)[-1].change is change


def test_a_number_in_another_unit_shares_the_change() -> None:
    celsius, fahrenheit = find_quantities("It fell by 2 degrees Celsius (3.6 Fahrenheit).")

    assert (celsius.change, fahrenheit.change) == (Change.DOWN, Change.DOWN)
