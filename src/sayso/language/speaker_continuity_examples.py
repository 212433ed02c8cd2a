"""Texts of invented people on which the rules of who goes on speaking fire, and on which they must not."""

from sayso.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ContinuityExample:
    """A text in which the last attribution has a speaker that ``was`` read, and ``speaker`` by the rule.

    Each of ``told`` is a source with its cue, its content and the speaker that was read.
    """

    rule: str
    text: str
    people: tuple[str, ...]
    told: tuple[tuple[str, str, str, str | None], ...]
    speaker: str | None


# Where ``speaker`` is as it was, the rule must not fire.
EXAMPLES = (
    ContinuityExample(
        rule="speaker_goes_on",
        text="Ana Petrov said Mira Falk knew of it. She said the dam was safe.",
        people=("Ana Petrov", "Mira Falk"),
        told=(
            ("Ana Petrov", "said", "Mira Falk knew of it", "Ana Petrov"),
            ("She", "said", "the dam was safe", "Mira Falk"),
        ),
        speaker="Ana Petrov",
    ),
    ContinuityExample(  # the first is called Mr
        rule="speaker_goes_on",
        text="Mr Petrov said Mira Falk knew of it. She said the dam was safe.",
        people=("Petrov", "Mira Falk"),
        told=(
            ("Mr Petrov", "said", "Mira Falk knew of it", "Petrov"),
            ("She", "said", "the dam was safe", "Mira Falk"),
        ),
        speaker="Mira Falk",
    ),
    ContinuityExample(  # somebody else is named beside what was said
        rule="speaker_goes_on",
        text="Ana Petrov told Mira Falk it was late. She said the dam was safe.",
        people=("Ana Petrov", "Mira Falk"),
        told=(
            ("Ana Petrov", "told", "it was late", "Ana Petrov"),
            ("She", "said", "the dam was safe", "Mira Falk"),
        ),
        speaker="Mira Falk",
    ),
    ContinuityExample(  # the sentence of the pronoun names somebody
        rule="speaker_goes_on",
        text="Ana Petrov said it was late. When Mira Falk came, she said the dam was safe.",
        people=("Ana Petrov", "Mira Falk"),
        told=(
            ("Ana Petrov", "said", "it was late", "Ana Petrov"),
            ("she", "said", "the dam was safe", "Mira Falk"),
        ),
        speaker="Mira Falk",
    ),
    ContinuityExample(
        rule="subject_goes_on",
        text="Bo Lund's appeal came as Jan Orm spoke. He said the dam was safe.",
        people=("Bo Lund", "Jan Orm"),
        told=(("He", "said", "the dam was safe", "Bo Lund"),),
        speaker="Jan Orm",
    ),
    ContinuityExample(
        rule="subject_goes_on",
        text="Bo Lund came as Jan Orm spoke. He said the dam was safe.",
        people=("Bo Lund", "Jan Orm"),
        told=(("He", "said", "the dam was safe", "Bo Lund"),),
        speaker="Bo Lund",
    ),
    ContinuityExample(
        rule="quotation_goes_on",
        text="Bo Lund hinted the dam was safe.\n\n“We looked at every stone of it.”",
        people=("Bo Lund",),
        told=(
            ("Bo Lund", "hinted", "the dam was safe", "Bo Lund"),
            ("", "", "We looked at every stone of it.", None),
        ),
        speaker="Bo Lund",
    ),
    ContinuityExample(  # the paragraph has more than the quotation
        rule="quotation_goes_on",
        text="Bo Lund hinted the dam was safe.\n\nA poster hung there: “We looked at every stone of it.”",
        people=("Bo Lund",),
        told=(
            ("Bo Lund", "hinted", "the dam was safe", "Bo Lund"),
            ("", "", "We looked at every stone of it.", None),
        ),
        speaker=None,
    ),
    ContinuityExample(
        rule="both_speak",
        text="Mayor Bo Lund and his deputy, Mira Falk, said the dam was safe.",
        people=("Bo Lund", "Mira Falk"),
        told=(
            ("Mayor Bo Lund and his deputy, Mira Falk,", "said", "the dam was safe", "Mira Falk"),
        ),
        speaker="Bo Lund and Mira Falk",
    ),
    ContinuityExample(
        rule="both_speak",
        text="A spokesman for Bo Lund and Mira Falk said the dam was safe.",
        people=("Bo Lund", "Mira Falk"),
        told=(("A spokesman for Bo Lund and Mira Falk", "said", "the dam was safe", None),),
        speaker=None,
    ),
    ContinuityExample(
        rule="both_speak",
        text="Bo Lund, who met Jan Orm and Mira Falk, said the dam was safe.",
        people=("Bo Lund", "Jan Orm", "Mira Falk"),
        told=(("Bo Lund, who met Jan Orm and Mira Falk,", "said", "the dam was safe", "Bo Lund"),),
        speaker="Bo Lund",
    ),
    ContinuityExample(
        rule="stranger",
        text="Bo Lund was there. A senior official said the dam was safe.",
        people=("Bo Lund",),
        told=(("A senior official", "said", "the dam was safe", "Bo Lund"),),
        speaker=None,
    ),
    ContinuityExample(
        rule="stranger",
        text="A senior official, Bo Lund, said the dam was safe.",
        people=("Bo Lund",),
        told=(("A senior official, Bo Lund,", "said", "the dam was safe", "Bo Lund"),),
        speaker="Bo Lund",
    ),
    ContinuityExample(
        rule="own_words",
        text="Ana Petrov told Mira Falk: “It is what I think of the dam.”",
        people=("Ana Petrov", "Mira Falk"),
        told=(
            ("Ana Petrov", "told", "It is what I think of the dam.", "Ana Petrov"),
            ("I", "think", "of the dam", "Mira Falk"),
        ),
        speaker="Ana Petrov",
    ),
    ContinuityExample(
        rule="own_words",
        text="Ana Petrov told Mira Falk: “It is what we think of the dam.”",
        people=("Ana Petrov", "Mira Falk"),
        told=(
            ("Ana Petrov", "told", "It is what we think of the dam.", "Ana Petrov"),
            ("we", "think", "of the dam", "Mira Falk"),
        ),
        speaker="Ana Petrov",
    ),
    ContinuityExample(
        rule="own_words",
        text="Ana Petrov told Mira Falk: “It is what you think of the dam.”",
        people=("Ana Petrov", "Mira Falk"),
        told=(
            ("Ana Petrov", "told", "It is what you think of the dam.", "Ana Petrov"),
            ("you", "think", "of the dam", "Mira Falk"),
        ),
        speaker="Mira Falk",
    ),
    ContinuityExample(
        rule="told_of_himself",
        text="Mira Falk left. Bo Lund said he hoped the dam would hold.",
        people=("Mira Falk", "Bo Lund"),
        told=(
            ("Bo Lund", "said", "he hoped the dam would hold", "Bo Lund"),
            ("he", "hoped", "the dam would hold", None),
        ),
        speaker="Bo Lund",
    ),
    ContinuityExample(
        rule="told_of_himself",
        text="Bo Lund said Jan Orm left as he hoped the dam would hold.",
        people=("Bo Lund", "Jan Orm"),
        told=(
            ("Bo Lund", "said", "Jan Orm left as he hoped the dam would hold", "Bo Lund"),
            ("he", "hoped", "the dam would hold", "Jan Orm"),
        ),
        speaker="Jan Orm",
    ),
    ContinuityExample(
        rule="as_described",
        text="Bo Lund, an engineer from Velm, came. The dam was safe, the engineer said.",
        people=("Bo Lund",),
        told=(("the engineer", "said", "The dam was safe", None),),
        speaker="Bo Lund",
    ),
    ContinuityExample(
        rule="as_described",
        text="The Velm Agency was closed. The dam was safe, the agency said.",
        people=("Velm Agency",),
        told=(("the agency", "said", "The dam was safe", None),),
        speaker="Velm Agency",
    ),
    ContinuityExample(
        rule="as_described",
        text="Engineer Bo Lund met Jan Orm, an engineer. The dam was safe, the engineer said.",
        people=("Bo Lund", "Jan Orm"),
        told=(("the engineer", "said", "The dam was safe", None),),
        speaker=None,
    ),
)
