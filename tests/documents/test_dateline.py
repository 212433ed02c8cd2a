"""Where the story of a paragraph begins, behind a dateline or a stamp."""

import pytest

from sayso.documents.dateline import story_start


@pytest.mark.parametrize(
    "head",
    [
        "LAKOR, March 3 (Coast Wire) — ",
        "Lakor, 3 March 2021 - ",
        "PORT LAKOR (Reuters) -- ",
        "(AP) — ",
        "LAKOR, Velm – ",
        "LAKOR | Wed Mar 3, 2021 12:51 am BST LAKOR (Coast Wire) - ",
        "Boats leave Wednesday 3 March 2021 13.32 GMT ",
    ],
)
@pytest.mark.parametrize("story", ["The bridge fell.", "“Nobody” was hurt.", "12 boats sank."])
def test_the_story_begins_behind_what_opens_the_paragraph(head: str, story: str) -> None:
    assert (head + story)[story_start(head + story) :] == story


@pytest.mark.parametrize(
    "line",
    [
        "Ana Orlow (left) - no friend of boats - said so.",
        "The harbour (Port Ellery) - reopened.",
        "WHO: Ten cases are known.",
        "A second bridge - The Old One - fell.",
        "Lakor: Troops moved in.",
        "",
    ],
)
def test_a_paragraph_without_a_dateline_begins_with_its_story(line: str) -> None:
    assert story_start(line) == 0
