"""People that their office gives away where the name was read as that of a body."""

from sayso.language.analysis import Mention
from sayso.language.introduced_people import with_introduced_people
from sayso.language.segments import segment
from sayso.text import Span


def mention(text: str, words: str, kind: str, entity: int) -> Mention:
    start = text.index(words)
    return Mention(
        span=Span(start, start + len(words)), kind=kind, entity=entity, name=words, rule="test"
    )


def test_the_leader_of_a_group_is_a_person_and_so_is_who_bears_the_last_name() -> None:
    text = "The leader of the group, Abu Karim Orlow, left. “Stay,” said Salt."
    text = text.replace("Salt", "Al-Orlow").replace("Karim Orlow", "Karim Al-Orlow")
    named = (mention(text, "Abu Karim Al-Orlow", "ORG", 1), mention(text, "said", "PER", 2))
    named = (named[0], Mention(span=Span(text.rindex("Al-Orlow"), len(text) - 1), kind="PER", entity=2, name="Al-Orlow", rule="test"))  # fmt: skip

    found = with_introduced_people(segment(text), named)

    assert [(m.kind, m.entity, m.name) for m in found] == [
        ("PER", 1, "Abu Karim Al-Orlow"),
        ("PER", 1, "Abu Karim Al-Orlow"),
    ]


def test_a_body_with_an_office_before_it_stays_one() -> None:
    text = "The head of the utility, Orlen Gaz, left."
    named = (mention(text, "Orlen Gaz", "ORG", 1),)

    assert with_introduced_people(segment(text), named) == named
