"""Sites that are one: by name and sort, where only one of them is placed, or by what a text says."""

from itertools import permutations

from sayso.story.places.one_site import SiteVariant, same_sites


def site(name: str, country: str | None = None, area: str | None = None) -> SiteVariant:
    return SiteVariant(
        id=f"{name}-{country}-{area}", stem=name, sort="prison", country=country, area=area
    )


def shown(*variants: SiteVariant, ties: tuple[tuple[str, str], ...] = ()) -> dict[str, str]:
    return same_sites(variants, ties)


def test_a_site_that_nobody_places_is_the_only_one_of_its_name() -> None:
    bare, placed = site("osk"), site("osk", "VL", "Lower Velm")

    assert shown(bare, placed) == {bare.id: placed.id, placed.id: placed.id}


def test_with_two_of_its_name_it_may_be_either_and_stays_apart() -> None:
    bare, near, far = site("osk"), site("osk", "VL", "Lower Velm"), site("osk", "VL", "Upper Velm")

    assert shown(bare, near, far) == {one.id: one.id for one in (bare, near, far)}


def test_a_site_of_which_the_country_is_known_is_the_one_of_that_country() -> None:
    somewhere, near = site("osk", "VL"), site("osk", "VL", "Lower Velm")
    abroad = site("osk", "TR", "Tesmar")

    assert shown(somewhere, near, abroad)[somewhere.id] == near.id
    assert shown(somewhere, abroad)[somewhere.id] == somewhere.id


def test_what_a_text_calls_one_is_one() -> None:
    left, right = site("osk", "VL", "Lower Velm"), site("harbour")

    assert set(shown(left, right, ties=((left.id, right.id),)).values()) == {left.id}


def test_the_order_in_which_sites_come_does_not_matter() -> None:
    sites = (site("osk"), site("osk", "VL"), site("osk", "VL", "Lower Velm"), site("harbour"))
    ties = ((sites[0].id, sites[3].id),)

    found = {tuple(sorted(same_sites(order, ties).items())) for order in permutations(sites)}

    assert len(found) == 1
