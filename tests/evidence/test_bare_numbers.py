"""Bare numbers go on with a count where somebody gives them; those who live somewhere suffered nothing."""

import pytest

from sayso.evidence.figures import find_figures
from sayso.language.reading import analyse


def classes(text: str) -> list[tuple[str, str | None]]:
    """Return the number of each figure with its class, read by the rules alone."""
    found = find_figures("d", text, analyse(text), ())
    return [(one.quantity.number.text_in(text), one.predicate) for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "Some 4,000 people protested in Dorran. Police counted 900.",
        "Some 4,000 people protested in Dorran. The police spoke of 900.",
        "Some 4,000 people protested in Dorran. The mayor put it at 900.",
        "Some 4,000 people protested in Dorran, up from 900.",
        "Some 4,000 people protested in Dorran. Nobody spoke. It was nearer to 900.",
    ],
)
def test_a_number_that_somebody_gives_goes_on_with_the_count_before(text: str) -> None:
    assert classes(text)[1] == ("900", "protested")


def test_a_number_whose_own_sentence_says_a_class_takes_none_from_before() -> None:
    text = (
        "Two engineers held after flood\n\nThe number of people killed when a mine dam burst in the "
        "Velm valley of Orlen has risen to 31, the ministry said on Friday."
    )

    assert classes(text) == [("Two", "held"), ("31", None)]


@pytest.mark.parametrize(
    "text",
    [
        "Some 4,000 people protested in Dorran. It was built for 900.",
        "Some 4,000 people protested in Dorran. The firm now has 900.",
        "Some 4,000 people protested in Dorran. Doctors worked on 900.",
        "Some 4,000 people protested. It rained. It snowed. It blew. Police counted 900.",
    ],
)
def test_a_number_that_nobody_gives_tells_of_nothing_before(text: str) -> None:
    assert classes(text)[1] == ("900", None)


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Shells killed many in Dorran, a town of about 3,000.", "living"),
        ("They were killed by the wave in a village of 3,000.", "living"),
        ("Shells fell on Dorran, home to 3,000 people.", "living"),
        ("The bill died in the House of 3,000.", None),
        ("The driver, a father of 3,000, was killed in Dorran.", None),
        ("The driver was one of 3,000 killed in Dorran.", "killed"),
    ],
)
def test_those_who_live_or_sit_somewhere_only_live_there(text: str, predicate: str | None) -> None:
    assert classes(text)[-1] == ("3,000", predicate)


def test_the_two_sides_of_a_vote_are_votes() -> None:
    text = "The council of Dorran rejected the mill, 7-2, after an hour."

    assert classes(text) == [("7", "voted"), ("2", "voted")]


def test_those_in_hospital_are_sick_where_the_text_tells_of_a_disease() -> None:
    sick = "Cholera has reached Dorran. Twelve people were in hospital."
    hurt = "A bus has crashed in Dorran. Twelve people were in hospital."

    assert classes(sick) == [("Twelve", "infected")]
    assert classes(hurt) == [("Twelve", "injured")]


def test_a_crowd_is_present_and_protests_only_where_the_text_tells_of_a_protest() -> None:
    watching = "Orlen beat Dorran in front of a crowd of 40,300."
    marching = "The march ended in Orlen before a crowd of 40,300."

    assert classes(watching) == [("40,300", "present")]
    assert classes(marching) == [("40,300", "protested")]


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("The army has sent 800 soldiers to Dorran.", "deployed"),
        ("The firm sent 800 letters to Dorran.", None),
        ("They vaccinated 800 people in Dorran.", "vaccinated"),
        ("Doctors tested 800 people in Dorran.", "tested"),
        ("The admiral told of the loss of 80 fighters.", "killed"),
        ("The firm told of the loss of 80 jobs.", "dismissed"),
    ],
)
def test_a_class_of_what_is_done_with_people(text: str, predicate: str | None) -> None:
    assert classes(text)[0][1] == predicate


def test_what_never_happened_is_denied() -> None:
    text = "At least 200 of the prisoners had never been charged."
    (figure,) = find_figures("d", text, analyse(text), ())

    assert (figure.predicate, figure.modality) == ("charged", "denied")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One was found dead near Dorran.", [("One", "killed")]),
        ("The one was found dead.", []),
        ("He did not sleep. No injuries were reported.", [("No", "injured")]),
        ("Cholera has gone. No new case was reported.", [("No", "infected")]),
        ("The court rests. No new case was reported.", []),
    ],
)
def test_one_stands_for_somebody_whom_something_befell(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert classes(text) == expected
