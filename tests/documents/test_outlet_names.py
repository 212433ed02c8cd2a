"""Names of outlets: what their form gives away."""

import pytest

from sayso.documents.outlet_names import (
    NameKind,
    OutletName,
    read_outlet_name,
    written_in_mixed_case,
)


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


@pytest.mark.parametrize(
    ("name", "text", "written"),
    [
        ("ELLERY POST", "ELLERY POST. The Ellery Post asked.", "Ellery Post"),
        ("THE ELLERY POST", "He told the Ellery Post.", "Ellery Post"),
        ("THE ELLERY POST", "The Ellery\nPost asked.", "The Ellery Post"),
        ("ELLERY POST", "ELLERY POST only, no ellery post", "ELLERY POST"),
        ("THE ELLERY POST", "The Ellery Postman asked.", "THE ELLERY POST"),
        ("ERC", "The ERC said so to ERC.", "ERC"),
        ("LANTERN", "A Lantern reporter asked.", "Lantern"),
        ("LANTERN", "Lantern light: a lantern hung there.", "LANTERN"),
        ("Ellery Post", "ELLERY POST", "Ellery Post"),
    ],
)
def test_a_name_in_capitals_is_written_as_the_text_writes_it_elsewhere(
    name: str, text: str, written: str
) -> None:
    assert written_in_mixed_case(name, text) == written
