import pytest

from sayso.places.atlas import Atlas
from sayso.places.outlet import home_names


def homes(atlas: Atlas, outlet: str) -> list[list[str]]:
    return [
        [atlas.name(candidate.entry) for candidate in named.candidates]
        for named in home_names([outlet], atlas)
    ]


@pytest.mark.parametrize(
    ("outlet", "expected"),
    [
        ("https://www.lakorherald.example/a/b", [["Lakor"]]),
        ("The Lakor Sun", [["Lakor"]]),
        ("dailylakor.example", [["Lakor"]]),
        ("https://news.example.zw/x", [["Zimbabwe"]]),
        ("https://lakortimes.co.zw", [["Lakor"], ["Zimbabwe"]]),
        ("https://ellerypost.example", [["Ellery", "Ellery"]]),
    ],
)
def test_an_outlet_carries_its_home(invented: Atlas, outlet: str, expected: list[list[str]]) -> None:  # fmt: skip
    assert homes(invented, outlet) == expected


@pytest.mark.parametrize("outlet", ["The Daily Sun", "https://lakorology.example", "stream.tv", ""])
def test_an_outlet_may_carry_none(invented: Atlas, outlet: str) -> None:
    assert homes(invented, outlet) == []


def test_an_outlet_is_read_once(invented: Atlas) -> None:
    assert len(home_names(["The Lakor Sun", "The Lakor Sun"], invented)) == 1


def test_the_places_of_outlets_stand_outside_the_text(invented: Atlas) -> None:
    (named,) = home_names(["The Lakor Sun"], invented)

    assert (named.outside, named.places) == (True, ())
