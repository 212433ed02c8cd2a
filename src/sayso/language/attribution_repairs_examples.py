"""Sentences of invented people in which attributions trip over each other, and what is made of them."""

from sayso.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class RepairExample:
    """Attributions as (source, cue, content), and the contents and sources after the repair."""

    rule: str
    text: str
    given: tuple[tuple[str, str, str], ...]
    repaired: tuple[tuple[str, str, str], ...]


# Of each the repair makes ``repaired``; where it is ``given``, it must do nothing.
EXAMPLES = (
    RepairExample(
        rule="nearest_source",
        text="The mayor denied that Bo Lund said the dam was safe.",
        given=(
            ("The mayor", "denied", "that Bo Lund"),
            ("The mayor … Bo Lund", "said", "the dam was safe"),
        ),
        repaired=(
            ("The mayor", "denied", "that Bo Lund"),
            ("Bo Lund", "said", "the dam was safe"),
        ),
    ),
    RepairExample(
        rule="nearest_source",
        text="Bo Lund, an engineer, said the dam was safe.",
        given=(("Bo Lund … an engineer", "said", "the dam was safe"),),
        repaired=(("Bo Lund … an engineer", "said", "the dam was safe"),),
    ),
    RepairExample(
        rule="with_antecedent",
        text="It was late, but residents who saw it said the dam was safe.",
        given=(("who saw it", "said", "the dam was safe"),),
        repaired=(("residents who saw it", "said", "the dam was safe"),),
    ),
    RepairExample(
        rule="with_antecedent",
        text="The mayor, who said the dam was safe, left.",
        given=(("who", "said", "the dam was safe"),),
        repaired=(("who", "said", "the dam was safe"),),
    ),
    RepairExample(
        rule="whole_clause",
        text="The mayor denied that Bo Lund, an engineer, said the dam was safe.",
        given=(
            ("The mayor", "denied", "that Bo Lund, an engineer"),
            ("Bo Lund, an engineer", "said", "the dam was safe"),
        ),
        repaired=(
            ("The mayor", "denied", "that Bo Lund, an engineer, said the dam was safe"),
            ("Bo Lund, an engineer", "said", "the dam was safe"),
        ),
    ),
    RepairExample(
        rule="whole_clause",
        text="The mayor blamed Bo Lund and said the dam was safe.",
        given=(
            ("The mayor", "blamed", "Bo Lund"),
            ("The mayor", "said", "the dam was safe"),
        ),
        repaired=(
            ("The mayor", "blamed", "Bo Lund"),
            ("The mayor", "said", "the dam was safe"),
        ),
    ),
    RepairExample(
        rule="to_the_end",
        text="The mayor said the dam was safe for its neighbours, and left.",
        given=(("The mayor", "said", "the dam was safe for its"),),
        repaired=(("The mayor", "said", "the dam was safe for its neighbours"),),
    ),
    RepairExample(
        rule="to_the_end",
        text="The mayor said the dam was safe as of Monday.",
        given=(("The mayor", "said", "the dam was safe"),),
        repaired=(("The mayor", "said", "the dam was safe"),),
    ),
    RepairExample(
        rule="no_outer_cue",
        text="Bo Lund claimed the dam was safe, according to the mayor.",
        given=(
            ("the mayor", "according to", "Bo Lund claimed the dam was safe"),
            ("Bo Lund", "claimed", "the dam was safe, according to the mayor"),
        ),
        repaired=(
            ("the mayor", "according to", "Bo Lund claimed the dam was safe"),
            ("Bo Lund", "claimed", "the dam was safe"),
        ),
    ),
    RepairExample(
        rule="no_outer_cue",
        text="The mayor said Bo Lund claimed the dam was safe.",
        given=(
            ("The mayor", "said", "Bo Lund claimed the dam was safe"),
            ("Bo Lund", "claimed", "the dam was safe"),
        ),
        repaired=(
            ("The mayor", "said", "Bo Lund claimed the dam was safe"),
            ("Bo Lund", "claimed", "the dam was safe"),
        ),
    ),
    RepairExample(
        rule="once",
        text="The mayor told them: “The dam is safe.”",
        given=(
            ("The mayor", ":", "The dam is safe."),
            ("The mayor", "told", "The dam is safe."),
        ),
        repaired=(("The mayor", "told", "The dam is safe."),),
    ),
    RepairExample(
        rule="once",
        text="The dam is safe, the mayor says and Bo Lund denies.",
        given=(
            ("the mayor", "says", "The dam is safe"),
            ("Bo Lund", "denies", "The dam is safe"),
        ),
        repaired=(
            ("the mayor", "says", "The dam is safe"),
            ("Bo Lund", "denies", "The dam is safe"),
        ),
    ),
    RepairExample(
        rule="shared_source",
        text="The mayor said the dam was safe but warned that it was old.",
        given=(("The mayor", "said", "the dam was safe"), ("", "warned", "that it was old")),
        repaired=(
            ("The mayor", "said", "the dam was safe"),
            ("The mayor", "warned", "that it was old"),
        ),
    ),
    RepairExample(
        rule="shared_source",
        text="Announcing a new dam, the mayor said it was safe.",
        given=(("", "Announcing", "a new dam"), ("the mayor", "said", "it was safe")),
        repaired=(("the mayor", "Announcing", "a new dam"), ("the mayor", "said", "it was safe")),
    ),
    RepairExample(
        rule="shared_source",
        text="The mayor said it was safe. Reportedly the dam was old.",
        given=(("The mayor", "said", "it was safe"), ("", "Reportedly", "the dam was old")),
        repaired=(("The mayor", "said", "it was safe"), ("", "Reportedly", "the dam was old")),
    ),
    RepairExample(
        rule="no_adjective",
        text="Doctors counted 12 confirmed cases of fever.",
        given=(("", "confirmed", "cases of fever"),),
        repaired=(),
    ),
    RepairExample(
        rule="no_adjective",
        text="They looked into the alleged theft of a boat.",
        given=(("", "alleged", "theft of a boat"),),
        repaired=(("", "alleged", "theft of a boat"),),
    ),
    RepairExample(
        rule="no_adjective",
        text="Twelve cases were reported at sea.",
        given=(("", "reported", "at sea"),),
        repaired=(("", "reported", "at sea"),),
    ),
    RepairExample(
        rule="sure_enough",
        text="A van conveying forty stones said it all.",
        given=(("A van", "conveying", "forty stones"),),
        repaired=(),
    ),
    RepairExample(
        rule="sure_enough",
        text="The mayor let slip that the dam was safe.",
        given=(("The mayor", "let slip", "that the dam was safe"),),
        repaired=(("The mayor", "let slip", "that the dam was safe"),),
    ),
    RepairExample(
        rule="sure_enough",
        text="The mayor announced a new dam.",
        given=(("The mayor", "announced", "a new dam"),),
        repaired=(("The mayor", "announced", "a new dam"),),
    ),
)
