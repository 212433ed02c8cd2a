"""The report's list of actors: who is named and quoted, under which names, in which documents."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from sayso.frozen import dataclass

if TYPE_CHECKING:
    from sayso.case import ActorRow, CaseReader, ProposalRow


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorPlaceLine:
    """A document that names an actor, with its number in the report."""

    document: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorLine:
    """One actor; ``may_be`` says in words who else it may be."""

    row: "ActorRow"
    places: tuple[ActorPlaceLine, ...]
    may_be: tuple[str, ...]


def actor_lines(case: "CaseReader", labels: Mapping[str, str]) -> tuple[ActorLine, ...]:
    """Return the actors of a case, those who say most first."""
    return tuple(
        ActorLine(
            row=row,
            places=_places(case, row, labels),
            may_be=tuple(_may_be(row, one) for one in case.actor_proposals(row.id)),
        )
        for row in case.actors()
    )


def _places(
    case: "CaseReader", row: "ActorRow", labels: Mapping[str, str]
) -> tuple[ActorPlaceLine, ...]:
    named = dict.fromkeys(mention.document for mention in case.actor_mentions(row.id))
    return tuple(ActorPlaceLine(document=name, label=labels[name]) for name in named)


def _may_be(row: "ActorRow", proposal: "ProposalRow") -> str:
    mine = proposal.left == row.id
    other = proposal.right_name if mine else proposal.left_name
    return f"{other}: {'; '.join(evidence.reason for evidence in proposal.evidence)}"
