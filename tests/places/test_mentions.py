from sayso.language.analysis import Mention
from sayso.places.atlas import Atlas
from sayso.places.mentions import place_mentions
from sayso.places.place import Location, PlacedMention, PlaceKind
from sayso.text import Span


def placed(
    atlas: Atlas, text: str, *names: str, outlets: tuple[str, ...] = ()
) -> list[PlacedMention]:
    """Place the mentions named, each "words" or "KIND words", in the order given."""
    mentions: list[Mention] = []
    place = 0
    for name in names:
        kind, _, words = name.partition(" ") if name.split()[0] in {"FAC", "NORP", "PER"} else ("LOC", "", name)  # fmt: skip
        place = text.index(words, place)
        span = Span(place, place + len(words))
        mentions.append(Mention(span=span, kind=kind, entity=len(mentions), name=None, rule="test"))
        place += len(words)
    return list(place_mentions(text, mentions, atlas, outlets=outlets))


def where(one: PlacedMention) -> tuple[str, PlaceKind, str | None] | None:
    place = one.place
    return (place.name, place.kind, place.country) if place else None


def test_the_container_in_the_text_decides_between_places_of_one_name(invented: Atlas) -> None:
    (syrian, _) = placed(invented, "Two died in Ellery, Syria.", "Ellery", "Syria")
    (other, _) = placed(invented, "Two died in Ellery, Zimbabwe.", "Ellery", "Zimbabwe")

    assert where(syrian) == ("Ellery", PlaceKind.TOWN, "SY")
    assert where(other) == ("Ellery", PlaceKind.TOWN, "ZW")


def test_without_a_word_on_it_the_larger_place_is_likelier(invented: Atlas) -> None:
    (ellery,) = placed(invented, "Two died in Ellery on Monday.", "Ellery")

    assert ellery.place is None or ellery.place.country == "SY"


def test_the_outlet_decides_where_the_text_does_not(invented: Atlas) -> None:
    text = "Two died near the market of Ellery and three in Osk."
    (ellery, _) = placed(invented, text, "Ellery", "Osk", outlets=("https://lakorherald.co.zw",))

    assert where(ellery) == ("Ellery", PlaceKind.TOWN, "ZW")


def test_a_name_has_one_meaning_in_one_document(invented: Atlas) -> None:
    text = "Ellery, Zimbabwe, burned. Nobody came. Ellery had waited for years."
    first, _, second = placed(invented, text, "Ellery", "Zimbabwe", "Ellery")

    assert first.place == second.place


def test_a_name_that_no_place_has_stays_without_a_place(invented: Atlas) -> None:
    (one,) = placed(invented, "They left Quassibrooke at dawn.", "Quassibrooke")

    assert (one.place, one.score, one.rule) == (None, 1.0, "places.no_match")


def test_a_side_of_a_country_is_kept_apart_from_its_name(invented: Atlas) -> None:
    (inside,) = placed(invented, "Farms in Northern Syria are dry.", "Northern Syria")
    (before,) = placed(invented, "Farms in northern Syria are dry.", "Syria")

    assert (where(inside), inside.part) == (("Syria", PlaceKind.COUNTRY, "SY"), "northern")
    assert (where(before), before.part) == (("Syria", PlaceKind.COUNTRY, "SY"), "northern")


def test_a_people_is_told_from_its_country(invented: Atlas) -> None:
    (one,) = placed(invented, "Syrian officials left.", "NORP Syrian")

    assert (where(one), one.people) == (("Syria", PlaceKind.COUNTRY, "SY"), True)


def test_a_people_of_no_country_is_no_place(invented: Atlas) -> None:
    assert placed(invented, "Quassib officials left.", "NORP Quassib") == []


def test_a_prison_is_a_place_inside_the_town_of_its_name(invented: Atlas) -> None:
    text = "Men fled Lakor Prison in Zimbabwe. Lakor was calm."
    prison, _, town = placed(invented, text, "FAC Lakor Prison", "Zimbabwe", "Lakor")

    assert prison.place is not None
    assert (prison.place.kind, prison.place.location) == (PlaceKind.SITE, Location.WITHIN)
    assert prison.place.within == town.place
    assert town.place is not None
    assert (town.place.kind, town.place.key) == (PlaceKind.TOWN, "geonames:21")


def test_a_bare_name_may_be_short_for_the_site_of_that_name(invented: Atlas) -> None:
    text = "Men fled Lakor Prison in Zimbabwe. Lakor was calm."
    prison, _, town = placed(invented, text, "FAC Lakor Prison", "Zimbabwe", "Lakor")

    assert town.alternatives == (prison.place,)
    assert prison.alternatives == ()


def test_a_site_named_for_something_far_from_the_story_gets_no_town(invented: Atlas) -> None:
    (hospital,) = placed(invented, "She works at Lakor Hospital.", "FAC Lakor Hospital")

    assert hospital.place is not None
    assert (hospital.place.within, hospital.place.location) == (None, Location.NONE)


def test_a_site_lies_in_what_the_text_says_where_its_name_is_no_town(invented: Atlas) -> None:
    text = "Men fled Quassib Prison in Lakor, Zimbabwe."
    prison, town, _ = placed(invented, text, "FAC Quassib Prison", "Lakor", "Zimbabwe")

    assert prison.place is not None
    assert (prison.place.name, prison.place.within) == ("Quassib Prison", town.place)


def test_the_base_of_a_country_is_no_name(invented: Atlas) -> None:
    (one,) = placed(invented, "They moved to a Syria base.", "Syria")

    assert where(one) == ("Syria", PlaceKind.COUNTRY, "SY")


def test_a_town_whose_name_ends_in_a_head_noun_is_a_town(atlas: Atlas) -> None:
    text = "They met in College Station, Texas."
    station, _ = placed(atlas, text, "College Station", "Texas")

    assert where(station) == ("College Station", PlaceKind.TOWN, "US")


def test_only_names_are_placed(invented: Atlas) -> None:
    text = "In the northeast Lakor waited for Mara Lakor."

    assert [one.name for one in placed(invented, text, "northeast", "Lakor", "PER Lakor")] == ["Lakor"]  # fmt: skip


def test_a_town_and_the_province_of_its_name_count_as_one_answer(atlas: Atlas) -> None:
    (damascus, _) = placed(atlas, "Talks went on in Damascus, Syria.", "Damascus", "Syria")

    assert damascus.place is not None
    assert (damascus.place.country, damascus.score > 0.8) == ("SY", True)


def test_a_document_without_places_gives_none(invented: Atlas) -> None:
    assert place_mentions("Nothing happened.", [], invented) == ()


def test_an_unknown_name_alone_gives_no_place(invented: Atlas) -> None:
    (one,) = placed(invented, "They met at Quassib camp.", "Quassib")

    assert one.place is not None
    assert (one.name, one.place.point) == ("Quassib camp", None)


def test_the_order_of_the_mentions_changes_nothing(atlas: Atlas) -> None:
    text = "From Springfield, Ohio, they drove to Paris, Texas, and flew to Damascus."
    spans = [
        Span(text.index(name), text.index(name) + len(name))
        for name in ("Springfield", "Ohio", "Paris", "Texas", "Damascus")
    ]
    mentions = [
        Mention(span=span, kind="LOC", entity=n, name=None, rule="test")
        for n, span in enumerate(spans)
    ]

    assert place_mentions(text, mentions, atlas) == place_mentions(text, mentions[::-1], atlas)


def test_every_score_is_a_probability(atlas: Atlas) -> None:
    text = "They drove from Springfield to Alexandria and Georgia, past Quassibrooke."
    found = placed(atlas, text, "Springfield", "Alexandria", "Georgia", "Quassibrooke")

    assert all(0 <= one.score <= 1 for one in found)
