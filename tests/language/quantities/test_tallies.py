"""The two numbers of a vote are counts, no score and no range."""

import pytest

from sayso.language.quantities import find_quantities


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("The council of Dorran voted 7-2 to shut the mill.", ["7", "2"]),
        ("The vote was 101 to 78.", ["101", "78"]),
        ("He survived a vote of confidence by 31 to nine.", ["31", "nine"]),
        ("The senate passed the law after midnight, 28-22, and went home.", ["28", "22"]),
        ("A deal that passed 7–2 was signed.", ["7", "2"]),
    ],
)
def test_both_sides_of_a_vote_are_counts(text: str, numbers: list[str]) -> None:
    found = find_quantities(text)

    assert [one.number.text_in(text) for one in found] == numbers
    assert {one.rule for one in found} == {"tally"}
    assert all(one.best is not None and one.lo == one.best == one.hi for one in found)


@pytest.mark.parametrize(
    "text", ["Dorran won 3-1 at home.", "The game ended 2-2.", "They lost 7-2 in Orlen."]
)
def test_a_score_is_no_tally(text: str) -> None:
    assert find_quantities(text) == ()


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("The vote cost 12-15 boats.", "dash"),
        ("Voters waited 2 to 3 hours.", "to"),
        ("The council voted to buy 12-15 boats.", "dash"),
        ("Support in the vote fell from 12 to 9 percent.", "movement"),
    ],
)
def test_a_range_is_no_tally(text: str, rule: str) -> None:
    assert rule in {one.rule for one in find_quantities(text)}
