"""Texts of invented people on which the rules of the nearest speaker fire, and on which they must not."""

from sayso.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class NearExample:
    """Names with their kinds, and attributions as source, cue, content and the speaker that was read.

    The last attribution has ``speaker`` by the rule. A content between quotation marks is a quotation.
    """

    rule: str
    text: str
    names: tuple[tuple[str, str], ...]
    told: tuple[tuple[str, str, str, str | None], ...]
    speaker: str | None


# Where ``speaker`` is as it was, the rule must not fire.
EXAMPLES = (
    NearExample(
        rule="relative",
        text="Bo Lund came. Ana Petrov, who said the dam was safe, left.",
        names=(("Bo Lund", "PER"), ("Ana Petrov", "PER")),
        told=(("who", "said", "the dam was safe", "Bo Lund"),),
        speaker="Ana Petrov",
    ),
    NearExample(
        rule="relative",
        text="The Orlen were counted among neighbours who refuse to pay.",
        names=(("Orlen", "NORP"),),
        told=(("who", "refuse", "to pay", "Orlen"),),
        speaker=None,
    ),
    NearExample(
        rule="relative",
        text="Bo Lund, the mayor who said the dam was safe, left.",
        names=(("Bo Lund", "PER"),),
        told=(("who", "said", "the dam was safe", "Bo Lund"),),
        speaker="Bo Lund",
    ),
    NearExample(
        rule="possessed",
        text="Bo Lund's lawyer said the dam was safe.",
        names=(("Bo Lund", "PER"),),
        told=(("Bo Lund's lawyer", "said", "the dam was safe", "Bo Lund"),),
        speaker=None,
    ),
    NearExample(
        rule="possessed",
        text="Bo Lund's lawyer, Ana Petrov, said the dam was safe.",
        names=(("Bo Lund", "PER"), ("Ana Petrov", "PER")),
        told=(("Bo Lund's lawyer, Ana Petrov,", "said", "the dam was safe", "Ana Petrov"),),
        speaker="Ana Petrov",
    ),
    NearExample(
        rule="possessed",
        text="The Velm Board's spokesman said the dam was safe.",
        names=(("Velm Board", "ORG"),),
        told=(("The Velm Board's spokesman", "said", "the dam was safe", "Velm Board"),),
        speaker="Velm Board",
    ),
    NearExample(
        rule="group",
        text="Velmian officials said the dam was safe.",
        names=(("Velmian", "NORP"),),
        told=(("Velmian officials", "said", "the dam was safe", "Velmian"),),
        speaker=None,
    ),
    NearExample(
        rule="group",
        text="Velmians, Orlens and others said the dam was safe.",
        names=(("Velmians", "NORP"), ("Orlens", "NORP")),
        told=(("Velmians, Orlens and others", "said", "the dam was safe", "Velmians"),),
        speaker=None,
    ),
    NearExample(
        rule="group",
        text="The Orlens came. They, their friends and others said the dam was safe.",
        names=(("Orlens", "NORP"),),
        told=(("They, their friends and others", "said", "the dam was safe", "Orlens"),),
        speaker="Orlens",
    ),
    NearExample(
        rule="group",
        text="The Orlens said the dam was safe.",
        names=(("Orlens", "NORP"),),
        told=(("The Orlens", "said", "the dam was safe", "Orlens"),),
        speaker="Orlens",
    ),
    NearExample(
        rule="quoted_before",
        text="“The dam is safe,” Bo Lund said. “Jan Orm built it.” He declined to say when.",
        names=(("Bo Lund", "PER"), ("Jan Orm", "PER")),
        told=(
            ("Bo Lund", "said", "Jan Orm built it.", "Bo Lund"),
            ("He", "declined to say", "when", "Jan Orm"),
        ),
        speaker="Bo Lund",
    ),
    NearExample(
        rule="quoted_before",
        text="“The dam is safe,” Mrs Lund said. “Jan Orm built it.” He declined to say when.",
        names=(("Lund", "PER"), ("Jan Orm", "PER")),
        told=(
            ("Mrs Lund", "said", "Jan Orm built it.", "Lund"),
            ("He", "declined to say", "when", "Jan Orm"),
        ),
        speaker="Jan Orm",
    ),
    NearExample(
        rule="quoted_before",
        text="“The dam is safe,” Bo Lund said. It rained by night. He declined to say when.",
        names=(("Bo Lund", "PER"), ("Jan Orm", "PER")),
        told=(
            ("Bo Lund", "said", "The dam is safe,", "Bo Lund"),
            ("He", "declined to say", "when", "Jan Orm"),
        ),
        speaker="Jan Orm",
    ),
    NearExample(
        rule="quoted_before",
        text="“The dam is safe,” Bo Lund said. When Jan Orm came, he declined to say when.",
        names=(("Bo Lund", "PER"), ("Jan Orm", "PER")),
        told=(
            ("Bo Lund", "said", "The dam is safe,", "Bo Lund"),
            ("he", "declined to say", "when", "Jan Orm"),
        ),
        speaker="Jan Orm",
    ),
    NearExample(
        rule="spoke_before",
        text="Ana Petrov said the dam was safe, but Bo Lund denied it. Nobody had looked, he said.",
        names=(("Ana Petrov", "PER"), ("Bo Lund", "PER"), ("Jan Orm", "PER")),
        told=(
            ("Bo Lund", "denied", "it", "Bo Lund"),
            ("he", "said", "Nobody had looked", "Jan Orm"),
        ),
        speaker="Bo Lund",
    ),
    NearExample(
        rule="spoke_before",
        text="Jan Orm came. Ana Petrov said Bo Lund knew of it. Nobody had looked, he said.",
        names=(("Ana Petrov", "PER"), ("Bo Lund", "PER"), ("Jan Orm", "PER")),
        told=(
            ("Ana Petrov", "said", "Bo Lund knew of it", "Ana Petrov"),
            ("he", "said", "Nobody had looked", "Bo Lund"),
        ),
        speaker="Bo Lund",
    ),
    NearExample(
        rule="body_before",
        text="The Otters had gone, the Velm Agency said. It was late, it said.",
        names=(("Otters", "ORG"), ("Velm Agency", "ORG")),
        told=(
            ("the Velm Agency", "said", "The Otters had gone", "Velm Agency"),
            ("it", "said", "It was late", "Otters"),
        ),
        speaker="Velm Agency",
    ),
    NearExample(
        rule="body_before",
        text="The Otters had lied, the Velm Agency said. It denied the charge.",
        names=(("Otters", "ORG"), ("Velm Agency", "ORG")),
        told=(
            ("the Velm Agency", "said", "The Otters had lied", "Velm Agency"),
            ("It", "denied", "the charge", "Otters"),
        ),
        speaker="Otters",
    ),
    NearExample(
        rule="just_named",
        text="Ana Petrov left. The board has a new chair, Mira Falk. The dam is safe, she says.",
        names=(("Ana Petrov", "PER"), ("Mira Falk", "PER")),
        told=(("she", "says", "The dam is safe", "Ana Petrov"),),
        speaker="Mira Falk",
    ),
    NearExample(
        rule="just_named",
        text="Ana Petrov left. She met a new chair, Mira Falk. The dam is safe, she says.",
        names=(("Ana Petrov", "PER"), ("Mira Falk", "PER")),
        told=(("she", "says", "The dam is safe", "Ana Petrov"),),
        speaker="Ana Petrov",
    ),
    NearExample(
        rule="just_named",
        text="Ana Petrov left. The dam was shut by Mira Falk's guards. It is safe, she says.",
        names=(("Ana Petrov", "PER"), ("Mira Falk", "PER")),
        told=(("she", "says", "It is safe", "Ana Petrov"),),
        speaker="Ana Petrov",
    ),
    NearExample(
        rule="just_named",
        text="Ana Petrov left. Her mother, Mira Falk, wept. It is over, she says.",
        names=(("Ana Petrov", "PER"), ("Mira Falk", "PER")),
        told=(("she", "says", "It is over", "Ana Petrov"),),
        speaker="Mira Falk",
    ),
    NearExample(
        rule="several",
        text="The Velm Agency was shut. Campaigners said the dam was safe.",
        names=(("Velm Agency", "ORG"),),
        told=(("Campaigners", "said", "the dam was safe", "Velm Agency"),),
        speaker=None,
    ),
    NearExample(
        rule="several",
        text="The Velm Agency was shut. The engineers said the dam was safe.",
        names=(("Velm Agency", "ORG"),),
        told=(("The engineers", "said", "the dam was safe", "Velm Agency"),),
        speaker="Velm Agency",
    ),
    NearExample(
        rule="unnamed_before",
        text="Bo Lund came. The pilot's brother called it a lie. Nobody had asked, he said.",
        names=(("Bo Lund", "PER"),),
        told=(
            ("The pilot's brother", "called", "it a lie", None),
            ("he", "said", "Nobody had asked", "Bo Lund"),
        ),
        speaker=None,
    ),
    NearExample(
        rule="unnamed_before",
        text="Bo Lund came. Two pilots called it a lie. Nobody had asked, he said.",
        names=(("Bo Lund", "PER"),),
        told=(
            ("Two pilots", "called", "it a lie", None),
            ("he", "said", "Nobody had asked", "Bo Lund"),
        ),
        speaker="Bo Lund",
    ),
    NearExample(
        rule="unnamed_before",
        text="The Otters came. Divers called it a lie. Nobody had asked, they said.",
        names=(("Otters", "ORG"),),
        told=(
            ("Divers", "called", "it a lie", None),
            ("they", "said", "Nobody had asked", "Otters"),
        ),
        speaker=None,
    ),
    NearExample(
        rule="unnamed_before",
        text="The Otters came. The divers called it a lie. Nobody had asked, they said.",
        names=(("Otters", "ORG"),),
        told=(
            ("The divers", "called", "it a lie", None),
            ("they", "said", "Nobody had asked", "Otters"),
        ),
        speaker="Otters",
    ),
    NearExample(
        rule="spoke_before",
        text="Bo Lund denied it. “Nobody had looked. Jan Orm knew. It was late,” he said.",
        names=(("Bo Lund", "PER"), ("Jan Orm", "PER")),
        told=(
            ("Bo Lund", "denied", "it", "Bo Lund"),
            ("he", "said", "Nobody had looked. Jan Orm knew. It was late,", "Jan Orm"),
        ),
        speaker="Bo Lund",
    ),
    NearExample(
        rule="just_named",
        text="Ana Petrov left. The head, Mira Falk, called her staff. It is over, she says.",
        names=(("Ana Petrov", "PER"), ("Mira Falk", "PER")),
        told=(("she", "says", "It is over", "Ana Petrov"),),
        speaker="Mira Falk",
    ),
    NearExample(
        rule="just_named",
        text="Ana Petrov left. It was late. Mira Falk came.\n\nThe dam is safe, she says.",
        names=(("Ana Petrov", "PER"), ("Mira Falk", "PER")),
        told=(("she", "says", "The dam is safe", "Ana Petrov"),),
        speaker="Ana Petrov",
    ),
)
