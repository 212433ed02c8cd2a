"""An echo group in words: how many reports, how many known origins, how many of unknown lineage."""

from sayso.story.echoes.groups import EchoGroup

# Said whatever was found: that no tie is known does not show that there is none.
NOT_ESTABLISHED = "independence not established"


def describe(group: EchoGroup) -> str:
    """Say how many reports and origins there are: "3 reports, 1 known origin, …"."""
    parts = [
        _counted(len(group.documents), "report"),
        _counted(len(group.origins), "known origin"),
    ]
    if group.unknown:
        parts.append(f"{len(group.unknown)} of unknown lineage")
    return f"{', '.join(parts)}; {NOT_ESTABLISHED}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
