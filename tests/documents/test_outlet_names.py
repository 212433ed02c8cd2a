"""Names of outlets: what their form gives away."""

import pytest

from sayso.documents.outlet_names import NameKind, OutletName, read_outlet_name


@pytest.mark.parametrize(
    ("written", "name", "kind"),
    [
        ("The Ellery Post", "The Ellery Post", NameKind.OUTLET),
        ("Ellery News", "Ellery News", NameKind.OUTLET),
        ("Lakor Broadcasting Corporation", "Lakor Broadcasting Corporation", NameKind.OUTLET),
        ("Radio Lakor", "Radio Lakor", NameKind.OUTLET),
        ("THE DAILY LANTERN", "THE DAILY LANTERN", NameKind.OUTLET),
        ("Times of Lakor", "Times of Lakor", NameKind.OUTLET),
        ("The Sun", "The Sun", NameKind.OUTLET),
        ("the Guardian", "Guardian", NameKind.OUTLET),
        ("CNN", "CNN", NameKind.OUTLET),
        ("The Associated Press", "Associated Press", NameKind.AGENCY),
        ("Xinhua News Agency", "Xinhua", NameKind.AGENCY),
        ("https://www.ellerypost.com/a/b", "ellerypost.com", NameKind.DOMAIN),
        ("HarbourWatch.org", "harbourwatch.org", NameKind.DOMAIN),
        ("Lena Okafor", "Lena Okafor", NameKind.NAME),
        ("the Institute for Coastal Studies", "Institute for Coastal Studies", NameKind.NAME),
        ("Breaking News", "Breaking News", NameKind.NAME),
        ("Latest World News", "Latest World News", NameKind.NAME),
        ("the Channel", "Channel", NameKind.NAME),
        ("Jo Hart Associated Press", "Jo Hart Associated Press", NameKind.NAME),
        ("Previous Post", "Previous Post", NameKind.NAME),
    ],
)
def test_the_form_of_a_name_gives_its_kind(written: str, name: str, kind: NameKind) -> None:
    assert read_outlet_name(written) == OutletName(name=name, kind=kind)


@pytest.mark.parametrize("written", ["a friend of the mayor", "May", "Sunday", "Tides (TD)", ""])
def test_what_has_not_the_form_of_a_name_is_none(written: str) -> None:
    assert read_outlet_name(written) is None


def test_an_endless_word_is_no_name() -> None:
    assert read_outlet_name("A" * 100_000) is None
