"""Sites that may be one, each with what speaks for it."""

from sayso.story.places.may_be_one import Around, SiteFacts, find_may_be_one

OSK = Around(id="p_osk", name="Osk", is_town=True, area="Lower Velm")
OSK_AREA = Around(id="p_area", name="al-Osk", is_town=False, area="Lower Velm")


def site(name: str, *around: Around, area: str | None = "Lower Velm") -> SiteFacts:
    return SiteFacts(
        id=f"p_{name}",
        name=f"{name.title()} prison",
        stem=name,
        sort="prison",
        country="VL",
        area=area,
        around=around,
    )


def reasons(*sites: SiteFacts) -> list[tuple[str, ...]]:
    return [one.reasons for one in find_may_be_one(sites)]


def test_the_prison_called_after_a_town_may_be_one_in_it() -> None:
    assert reasons(site("osk", OSK), site("brannok", OSK)) == [
        ("each is said to be a prison in Osk, and one is called after it",)
    ]


def test_two_prisons_with_names_of_their_own_are_two() -> None:
    assert reasons(site("sell", OSK), site("brannok", OSK)) == []


def test_an_area_of_the_name_of_a_town_may_mean_the_town() -> None:
    assert reasons(site("osk", OSK_AREA), site("brannok", OSK)) == [
        ("each is said to be a prison in Osk, and one is called after it",)
    ]


def test_spellings_of_one_name_may_be_one() -> None:
    assert reasons(site("ghwayrun"), site("gwairun")) == [
        ("“Ghwayrun prison” and “Gwairun prison” may be spellings of one name",)
    ]


def test_what_lies_in_two_areas_is_two() -> None:
    assert reasons(site("ghwayrun"), site("gwairun", area="Upper Velm")) == []
