"""What a text says a site lies in, telling it by its sort alone."""

import pytest

from sayso.language.analysis import Mention
from sayso.places.atlas import Atlas
from sayso.places.mentions import place_mentions
from sayso.places.place import PlacedMention
from sayso.places.told_within import EXAMPLES, RULE, LocatedExample, located_noun, with_told_places
from sayso.text import Span


def placed(text: str, names: dict[str, str], atlas: Atlas) -> tuple[PlacedMention, ...]:
    mentions = [
        Mention(
            span=Span(text.index(name), text.index(name) + len(name)),
            kind=kind,
            entity=number,
            name=None,
            rule="test",
        )
        for number, (name, kind) in enumerate(names.items())
    ]
    return with_told_places(text, place_mentions(text, mentions, atlas))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: one.text)
def test_the_rule_fires_where_it_should_and_nowhere_else(example: LocatedExample) -> None:
    assert located_noun(example.text) == example.noun


def test_the_only_prison_of_a_text_lies_where_the_prison_is_said_to(invented: Atlas) -> None:
    text = "Guards left Brannok prison. They besieged this prison, located in the town of Lakor."

    (site, town) = placed(text, {"Brannok prison": "FAC", "Lakor": "LOC"}, invented)

    assert site.place is not None
    assert town.place is not None
    assert site.place.key == "site:brannok:prison@ZW.Upper Varn"
    assert site.place.within == town.place
    assert site.place.point == town.place.point
    assert (site.rule, site.score) == (RULE, town.score)


def test_of_two_prisons_either_may_be_meant(invented: Atlas) -> None:
    text = "Brannok prison and Sell prison shut. They besieged the prison in the city of Lakor."

    first, second, _ = placed(
        text, {"Brannok prison": "FAC", "Sell prison": "FAC", "Lakor": "LOC"}, invented
    )

    assert first.place is not None
    assert second.place is not None
    assert (first.place.within, second.place.within) == (None, None)


def test_a_site_that_is_placed_already_stays_there(invented: Atlas) -> None:
    text = "Ellery prison in Lakor shut. They had left the prison in the town of Osk."

    site, *_ = placed(text, {"Ellery prison": "FAC", "Lakor": "LOC", "Osk": "LOC"}, invented)

    assert site.place is not None
    assert site.place.within is not None
    assert site.place.within.name != "Osk"
