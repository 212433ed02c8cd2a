"""Sentences of invented people in which nobody claims anything, and their likes in which somebody does."""

from sayso.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimlessExample:
    """Source, cue and content in a sentence, and whether the rule takes them for no claim."""

    rule: str
    text: str
    source: str
    cue: str
    content: str
    fires: bool
    nested: bool = False


EXAMPLES = (
    ClaimlessExample(
        rule="topic",
        text="His warning about the dam came late.",
        source="His",
        cue="warning about",
        content="the dam",
        fires=True,
    ),
    ClaimlessExample(
        rule="topic",
        text="The mayor's warning about the dam came late.",
        source="The mayor's",
        cue="warning about",
        content="the dam",
        fires=True,
    ),
    ClaimlessExample(
        rule="topic",
        text="Warnings about the dam by the mayor came late.",
        source="the mayor",
        cue="Warnings about",
        content="the dam",
        fires=True,
    ),
    ClaimlessExample(
        rule="topic",
        text="The mayor warned about the dam.",
        source="The mayor",
        cue="warned about",
        content="the dam",
        fires=False,
    ),
    ClaimlessExample(
        rule="bare",
        text="Velm sees increased demand for credit.",
        source="",
        cue="demand for",
        content="credit",
        fires=True,
    ),
    ClaimlessExample(
        rule="bare",
        text="The mayor ignored the council and its requests for help.",
        source="The mayor",
        cue="requests for",
        content="help",
        fires=True,
    ),
    ClaimlessExample(
        rule="bare",
        text="There were calls for stopping the ferry.",
        source="",
        cue="calls for",
        content="stopping the ferry",
        fires=False,
    ),
    ClaimlessExample(
        rule="bare",
        text="The mayor heard the council's requests for help.",
        source="the council's",
        cue="requests for",
        content="help",
        fires=False,
    ),
    ClaimlessExample(
        rule="bare",
        text="There were reports of 40 wrecks.",
        source="",
        cue="reports of",
        content="40 wrecks",
        fires=False,
    ),
    ClaimlessExample(
        rule="bare",
        text="The council's calls for restraint were heard.",
        source="The council's",
        cue="calls for",
        content="restraint",
        fires=False,
    ),
    ClaimlessExample(
        rule="refusal",
        text="The envoy was denied entry to the harbour.",
        source="",
        cue="was denied",
        content="entry to the harbour",
        fires=True,
    ),
    ClaimlessExample(
        rule="refusal",
        text="The guards denied them access.",
        source="The guards",
        cue="denied",
        content="them access",
        fires=True,
    ),
    ClaimlessExample(
        rule="refusal",
        text="The guards denied the theft of a boat.",
        source="The guards",
        cue="denied",
        content="the theft of a boat",
        fires=False,
    ),
    ClaimlessExample(
        rule="finding",
        text="Only nine wrecks are confirmed.",
        source="",
        cue="are confirmed",
        content="Only nine wrecks",
        fires=True,
    ),
    ClaimlessExample(
        rule="finding",
        text="Nine boats sank, it was confirmed.",
        source="",
        cue="was confirmed",
        content="Nine boats sank",
        fires=False,
    ),
    ClaimlessExample(
        rule="deed",
        text="The guards let the men go.",
        source="The guards",
        cue="let",
        content="the men go",
        fires=True,
    ),
    ClaimlessExample(
        rule="deed",
        text="The guards told the men to go.",
        source="The guards",
        cue="told",
        content="the men to go",
        fires=False,
    ),
    ClaimlessExample(
        rule="trifle",
        text="No clerk had been told anything.",
        source="",
        cue="had been told",
        content="anything",
        fires=True,
    ),
    ClaimlessExample(
        rule="trifle",
        text="The ministry counts six.",
        source="The ministry",
        cue="counts",
        content="six",
        fires=False,
    ),
    ClaimlessExample(
        rule="hearer",
        text="The union had warned both the council and the mayor.",
        source="The union",
        cue="had warned",
        content="both the council and the mayor",
        fires=True,
    ),
    ClaimlessExample(
        rule="hearer",
        text="The union had warned the council of a flood.",
        source="The union",
        cue="had warned",
        content="the council of a flood",
        fires=False,
    ),
    ClaimlessExample(
        rule="no_cue",
        text="A clerk who asked not to be named came.",
        source="who",
        cue="asked",
        content="not to be named",
        fires=True,
    ),
    ClaimlessExample(
        rule="no_cue",
        text="A clerk who asked not to be moved came.",
        source="who",
        cue="asked",
        content="not to be moved",
        fires=False,
    ),
    ClaimlessExample(
        rule="hedged",
        text="The guards reportedly went to the harbour.",
        source="",
        cue="reportedly went",
        content="to the harbour",
        fires=True,
        nested=True,
    ),
    ClaimlessExample(
        rule="hedged",
        text="The guards reportedly went to the harbour.",
        source="",
        cue="reportedly went",
        content="to the harbour",
        fires=False,
    ),
    ClaimlessExample(
        rule="deed",
        text="Velm Begins Repair Of Dam",
        source="Velm",
        cue="Begins",
        content="Repair Of Dam",
        fires=True,
    ),
)
