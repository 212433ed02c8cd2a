"""``sayso actors``: who is named and quoted, under which names, and who may be the same."""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from sayso.case import ActorFilter, ActorRow, ProposalRow, RecordKind, Verdict
from sayso.cli.actor_deciding import merge, rename, split, undo
from sayso.cli.actor_page import page
from sayso.cli.invocation import Invocation
from sayso.cli.listing import Column, ListOptions, list_options, print_list
from sayso.cli.options import choice_of
from sayso.frozen import dataclass
from sayso.story.actors.name_form import Sort
from sayso.text import Span

if TYPE_CHECKING:
    from sayso.case import Case, DecisionRow


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorItem:
    """An actor in a list; ``claims`` counts what is said or written."""

    id: str
    name: str
    kind: Sort
    aliases: tuple[str, ...]
    claims: int
    documents: int
    mentions: int
    proposals: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GroundItem:
    """Why two names may mean one; ``document`` and ``span`` where a text says so."""

    basis: str
    reason: str
    document: str | None
    span: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalItem:
    """Two actors that may be one; ``likeness`` compares their two ``names``."""

    left: str
    left_name: str
    right: str
    right_name: str
    names: tuple[str, str]
    likeness: float
    evidence: tuple[GroundItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionItem:
    """A decision on actors; ``holds`` is false once it was undone, ``actor`` is the actor now."""

    number: int
    at: str
    by: str
    verdict: str
    about: str
    new: str
    reason: str
    holds: bool
    actor: str | None


def _readable(value: str | None) -> str:
    """Write the names of a decision without what tells their keys apart."""
    try:
        found = json.loads(value or '""')
    except ValueError:
        return value or ""
    if isinstance(found, dict):
        return f"{found['called']} in {', '.join(found['documents'])}"
    if isinstance(found, list):
        return ", ".join(key.partition(":")[2].partition("@")[0] for key in found)
    return str(found)


def _state(row: DecisionItem) -> str:
    if not row.holds:
        return "undone"
    return "holds" if row.actor else "orphaned"


_ACTORS: tuple[Column[ActorItem], ...] = (
    Column("ID", lambda row: row.id),
    Column("KIND", lambda row: row.kind),
    Column("NAME", lambda row: row.name, share=2),
    Column("ALSO", lambda row: ", ".join(row.aliases), share=2),
    Column("CLAIMS", lambda row: str(row.claims), right=True),
    Column("DOCUMENTS", lambda row: str(row.documents), right=True),
    Column("MAY BE", lambda row: f"{row.proposals} more" if row.proposals else ""),
)
_PROPOSALS: tuple[Column[ProposalItem], ...] = (
    Column("ACTOR", lambda row: row.left),
    Column("NAME", lambda row: row.left_name, share=2),
    Column("MAY BE", lambda row: row.right),
    Column("NAME", lambda row: row.right_name, share=2),
    Column("LIKENESS", lambda row: f"{row.likeness:.2f}", right=True),
    Column("WHY", lambda row: "; ".join(ground.reason for ground in row.evidence), share=4),
)
_DECISIONS: tuple[Column[DecisionItem], ...] = (
    Column("NUMBER", lambda row: str(row.number), right=True),
    Column("AT", lambda row: row.at),
    Column("BY", lambda row: row.by),
    Column("VERDICT", lambda row: row.verdict),
    Column("ABOUT", lambda row: row.about, share=2),
    Column("NEW", lambda row: row.new, share=2),
    Column("STATE", _state),
    Column("REASON", lambda row: row.reason, share=2),
)


class _ActorVerbs(click.Group):
    """What is no verb is an actor: ``sayso actors a_1f`` shows one."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] in self.commands:
            return super().resolve_command(ctx, args)
        return page.name, page, args


@click.group(
    cls=_ActorVerbs,
    invoke_without_command=True,
    subcommand_metavar="[ACTOR | COMMAND [ARGS]...]",
)
@click.option("--text", metavar="WORDS", help="Keep actors with a name that holds all these words.")
@click.option("--kind", type=choice_of(Sort), help="Keep one kind of actor.")
@click.option(
    "--all", "everything", is_flag=True, help="List places and groups that say nothing, too."
)
@click.option("--proposals", is_flag=True, help="List actors that may be one, with the evidence.")
@click.option("--decisions", is_flag=True, help="List what was decided on actors.")
@list_options
@click.pass_context
def actors(  # noqa: PLR0913 -- one parameter for each option
    context: click.Context,
    *,
    options: ListOptions,
    text: str | None,
    kind: str | None,
    everything: bool,
    proposals: bool,
    decisions: bool,
) -> None:
    """List the people and bodies of the case, those who say most first.

    ACTOR opens one: an id or a name. Names that are too little alike stay two actors; --proposals
    lists them, 'merge' and 'split' decide.
    """
    invocation = context.find_object(Invocation)
    if context.invoked_subcommand is not None or invocation is None:
        return
    with invocation.open_case() as case:
        if proposals:
            _print_proposals(case, invocation, options)
        elif decisions:
            _print_decisions(case, invocation, options)
        else:
            by = ActorFilter(text=text, sort=Sort(kind) if kind else None, everything=everything)
            print_list(
                map(_item, case.actors(by)),
                _ACTORS,
                kind=ActorItem,
                name="actors",
                options=options,
                invocation=invocation,
            )


for _verb in (page, merge, split, rename, undo):
    actors.add_command(_verb)


def _print_proposals(case: "Case", invocation: Invocation, options: ListOptions) -> None:
    print_list(
        map(proposal_item, case.actor_proposals()),
        _PROPOSALS,
        kind=ProposalItem,
        name="actor_proposals",
        options=options,
        invocation=invocation,
    )


def _print_decisions(case: "Case", invocation: Invocation, options: ListOptions) -> None:
    print_list(
        _decisions(case),
        _DECISIONS,
        kind=DecisionItem,
        name="actor_decisions",
        options=options,
        invocation=invocation,
    )


def _item(row: ActorRow) -> ActorItem:
    return ActorItem(
        id=row.id,
        name=row.name,
        kind=row.sort,
        aliases=row.aliases,
        claims=row.claims,
        documents=row.documents,
        mentions=row.mentions,
        proposals=row.proposals,
    )


def proposal_item(row: ProposalRow) -> ProposalItem:
    return ProposalItem(
        left=row.left,
        left_name=row.left_name,
        right=row.right,
        right_name=row.right_name,
        names=row.names,
        likeness=round(row.score, 2),
        evidence=tuple(
            GroundItem(basis=e.basis, reason=e.reason, document=e.document, span=e.span)
            for e in row.evidence
        ),
    )


def _decisions(case: "Case") -> Iterator[DecisionItem]:
    rows = list(case.decisions(kind=RecordKind.ACTOR))
    undone = {row.decision.new for row in rows if row.decision.verdict is Verdict.UNDO}
    return (_decision(row, str(row.sequence) not in undone) for row in rows)


def _decision(row: "DecisionRow", holds: bool) -> DecisionItem:  # noqa: FBT001 -- told apart by name
    decision = row.decision
    return DecisionItem(
        number=row.sequence,
        at=row.at.isoformat(timespec="minutes"),
        by=decision.actor,
        verdict=decision.verdict,
        about=_readable(decision.old),
        new=_readable(decision.new),
        reason=decision.reason,
        holds=holds,
        actor=row.current,
    )
