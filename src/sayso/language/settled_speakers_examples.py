"""Texts of invented people on which the rules that settle speakers fire, and on which they must not."""

from sayso.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerExample:
    """A text in which "said" has a speaker that ``was`` read, and ``speaker`` by the rule."""

    rule: str
    text: str
    was: str | None
    speaker: str | None


# Texts of invented people on which each rule fires, and, with ``speaker`` as it was, must not.
EXAMPLES = (
    SpeakerExample(
        rule="named_at_the_end",
        text="The head of the Velm Water Board, Ana Petrov, said the dam was safe.",
        was="Head of the Velm Water Board",
        speaker="Ana Petrov",
    ),
    SpeakerExample(
        rule="named_at_the_end",
        text="Spokesman for Ana Petrov said the dam was safe.",
        was="Spokesman for Ana Petrov",
        speaker="Spokesman for Ana Petrov",
    ),
    SpeakerExample(
        rule="puts_out",
        text="A new report published by the Velm Institute said the dam was safe.",
        was=None,
        speaker="Velm Institute",
    ),
    SpeakerExample(
        rule="puts_out",
        text="A report on the Velm Institute said the dam was safe.",
        was=None,
        speaker=None,
    ),
    SpeakerExample(
        rule="no_name",
        text="Analysts and officials in Velm said the dam was safe.",
        was="Analysts",
        speaker=None,
    ),
    SpeakerExample(
        rule="no_person",
        text="Ana Petrov left Orlen Mills.\n\nThe company said the dam was safe.",
        was="Ana Petrov",
        speaker=None,
    ),
    SpeakerExample(
        rule="no_person",
        text="Ana Petrov left Orlen Mills.\n\nThe engineer said the dam was safe.",
        was="Ana Petrov",
        speaker="Ana Petrov",
    ),
    SpeakerExample(
        rule="named_later",
        text="The rebel group said the dam was safe.\n\nA report of Orlen Group differs.",
        was="Orlen Group",
        speaker=None,
    ),
    SpeakerExample(
        rule="called_in_full",
        text="Ana Petrov came late.\n\nPetrov said the dam was safe.",
        was="Petrov",
        speaker="Ana Petrov",
    ),
    SpeakerExample(
        rule="called_in_full",
        text="Ana Petrov met Bo Petrov.\n\nPetrov said the dam was safe.",
        was="Petrov",
        speaker="Petrov",
    ),
    SpeakerExample(
        rule="called_in_full",
        text="Jan Orm came late.\n\nOrm said the dam was safe.",
        was="Orm",
        speaker="Jan Orm",
    ),
    SpeakerExample(
        rule="called_in_full",
        text="Jan Orm came late to Orm Dams.\n\nOrm said the dam was safe.",
        was="Orm",
        speaker="Orm",
    ),
    SpeakerExample(
        rule="only_person",
        text="In Velm, Ana Petrov read it out, where she said the dam was safe.",
        was=None,
        speaker="Ana Petrov",
    ),
    SpeakerExample(
        rule="only_person",
        text="Ana Petrov met Bo Lund, where she said the dam was safe.",
        was=None,
        speaker=None,
    ),
    SpeakerExample(
        rule="opens_paragraph",
        text="Ana Petrov left.\n\nFor Bo Lund, it was late. The dam was safe, he said.",
        was="Ana Petrov",
        speaker="Bo Lund",
    ),
    SpeakerExample(
        rule="opens_paragraph",
        text="Ana Petrov left.\n\nIt was late when Bo Lund came. The dam was safe, she said.",
        was="Ana Petrov",
        speaker="Ana Petrov",
    ),
    SpeakerExample(
        rule="holds_office",
        text="Orlen commander Bo Lund came.\n\nThe Orlen chief said the dam was safe.",
        was=None,
        speaker="Bo Lund",
    ),
    SpeakerExample(
        rule="holds_office",
        text="Orlen commander Bo Lund came.\n\nThe Velm chief said the dam was safe.",
        was=None,
        speaker=None,
    ),
)
