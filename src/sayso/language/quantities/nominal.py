"""Nominal numbers: those that name, order or date something, and measure nothing.

Each rule has a name, a test on the words around an amount, a sentence in which it fires and one in
which it must not. The first rule that fires takes the number out.
"""

from collections.abc import Callable

from sayso.frozen import dataclass
from sayso.language.quantities import nominal_hours as hours
from sayso.language.quantities import nominal_marks as marks
from sayso.language.quantities import nominal_names as names
from sayso.language.quantities import nominal_times as times
from sayso.language.quantities import nominal_words as idioms
from sayso.language.quantities.amounts import Amount
from sayso.language.quantities.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class NominalRule:
    """``example`` holds a number that the rule takes out; in ``counter_example`` it takes none."""

    name: str
    test: Callable[[Words, Amount], bool]
    example: str
    counter_example: str


RULES = (
    NominalRule(
        name="clock",
        test=times.is_clock,
        example="Sirens were heard at 5:40 over the harbour.",
        counter_example="The council counted: 40 boats.",
    ),
    NominalRule(
        name="hour",
        test=hours.is_hour,
        example="At ten past five the sirens were heard.",
        counter_example="At five stations past the harbour sirens were heard.",
    ),
    NominalRule(
        name="figured_date",
        test=times.is_figured_date,
        example="The form was stamped 03/04/2021 at the port.",
        counter_example="He counted 3 or 4 boats.",
    ),
    NominalRule(
        name="day_of_month",
        test=times.is_day_of_month,
        example="The ferry sank on 12 March.",
        counter_example="Twelve marched to the port in March.",
    ),
    NominalRule(
        name="weekday_number",
        test=times.is_weekday_number,
        example="The hearing is on Tuesday 14 at noon.",
        counter_example="On Tuesday 14 boats left.",
    ),
    NominalRule(
        name="decade",
        test=times.is_decade,
        example="The mill closed in the 1980s.",
        counter_example="The mill employed 1980 workers.",
    ),
    NominalRule(
        name="year",
        test=times.is_year,
        example="The dam was finished in 1997.",
        counter_example="The dam employed more than 1997 workers.",
    ),
    NominalRule(
        name="glued_letters",
        test=names.is_glued,
        example="The A320 and the T-72 were shown beside a 5G mast.",
        counter_example="The road was widened by 5m.",
    ),
    NominalRule(
        name="number_sign",
        test=marks.is_signed,
        example="The case is listed as #41 on the roll.",
        counter_example="The case lists $41 of damage.",
    ),
    NominalRule(
        name="phone",
        test=marks.is_phone,
        example="Call +44 20 7946 0018 for help.",
        counter_example="Call 20 people for help.",
    ),
    NominalRule(
        name="address",
        test=marks.is_address,
        example="The clinic at 14 Mill Lane has shut.",
        counter_example="The clinic has 14 Mill workers.",
    ),
    NominalRule(
        name="list_marker",
        test=marks.is_list_marker,
        example="3. Boats must be registered.",
        counter_example="3 boats must be registered.",
    ),
    NominalRule(
        name="page_counter",
        test=marks.is_counter,
        example="1 of 24",
        counter_example="1 of 24 boats sank.",
    ),
    NominalRule(
        name="label",
        test=names.is_labelled,
        example="They met in Room 12 under Article 5.",
        counter_example="They met in a room with 12 chairs.",
    ),
    NominalRule(
        name="name",
        test=names.is_named,
        example="He flew on a Boeing 737 from the coast.",
        counter_example="In Dorran 12 boats sank.",
    ),
    NominalRule(
        name="model",
        test=names.is_model,
        example="They bought the 440 Hauler last spring.",
        counter_example="They bought the 440 Dorran boats last spring.",
    ),
    NominalRule(
        name="score",
        test=marks.is_score,
        example="Dorran won 2-1 at home.",
        counter_example="Dorran lost 10-15 boats.",
    ),
    NominalRule(
        name="one",
        test=idioms.is_pronoun_one,
        example="She is one of the pilots.",
        counter_example="One pilot was hurt.",
    ),
    NominalRule(
        name="idiom",
        test=idioms.is_idiom,
        example="It was a one-off, a two-way deal.",
        counter_example="It was a two-boat convoy.",
    ),
    NominalRule(
        name="rank",
        test=idioms.is_rank,
        example="They slipped into the bottom three.",
        counter_example="They met the top three pilots.",
    ),
    NominalRule(
        name="bare_article",
        test=idioms.is_not_vague,
        example="A couple was seen on the quay.",
        counter_example="A couple of boats were seen.",
    ),
)


def nominal_rule(words: Words, amount: Amount) -> str | None:
    """Return the name of the rule that takes the amount out, ``None`` for a quantity."""
    for rule in RULES:
        if rule.test(words, amount):
            return rule.name
    return None
