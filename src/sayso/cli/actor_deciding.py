"""``sayso actors merge``, ``split``, ``rename`` and ``undo``: what a person decides on actors."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from sayso.case.actor_records import ActorFilter, AliasRow
from sayso.cli.invocation import Invocation, actor, pass_invocation
from sayso.cli.options import document_named
from sayso.errors import CaseError
from sayso.story.actors.actor import Merge, Rename, Split, SplitDocuments
from sayso.story.actors.spelling import folded as folded_name

if TYPE_CHECKING:
    from sayso.case import Case, DecisionRow
    from sayso.case.actor_decisions import Ruling

reason_option = click.option("--reason", required=True, help="Why: it is kept with the decision.")


@click.command()
@click.argument("left", metavar="ACTOR")
@click.argument("right", metavar="ACTOR")
@reason_option
@pass_invocation
def merge(invocation: Invocation, *, left: str, right: str, reason: str) -> None:
    """Decide that two actors are one, here and in all later documents."""
    with invocation.open_case(writing=True) as case:
        one, two = case.find_actor(left), case.find_actor(right)
        if one == two:
            raise CaseError(f"{left!r} and {right!r} are one actor already: {one}")
        ruling = Merge(left=_main(case, one).key, right=_main(case, two).key)
        _report(invocation, _decide(case, ruling, reason))


@click.command()
@click.argument("named", metavar="ACTOR")
@click.argument("names", metavar="[NAME]...", nargs=-1)
@click.option(
    "--document",
    "documents",
    metavar="ID",
    multiple=True,
    help="In this document somebody else of the same name is meant. Can be given several times.",
)
@click.option("--called", metavar="NAME", help="How that somebody else is called.")
@reason_option
@pass_invocation
def split(
    invocation: Invocation,
    *,
    named: str,
    names: tuple[str, ...],
    documents: tuple[str, ...],
    called: str | None,
    reason: str,
) -> None:
    """Decide that names of an actor, or all its names in some documents, mean somebody else."""
    if bool(names) == bool(documents):
        raise click.UsageError("name either the names that mean somebody else, or --document ID")
    with invocation.open_case(writing=True) as case:
        found = case.find_actor(named)
        aliases = case.actor_aliases(found)
        if documents:
            ids = tuple(document_named(case, one) or one for one in documents)
            ruling: Ruling = SplitDocuments(
                names=tuple(alias.key for alias in aliases),
                documents=ids,
                called=called or f"{_name(case, found)} (2)",
            )
        else:
            ruling = _parted(aliases, names)
        _report(invocation, _decide(case, ruling, reason))


@click.command()
@click.argument("named", metavar="ACTOR")
@click.argument("name", metavar="NAME")
@reason_option
@pass_invocation
def rename(invocation: Invocation, *, named: str, name: str, reason: str) -> None:
    """Decide by which name an actor is shown."""
    with invocation.open_case(writing=True) as case:
        alias = _main(case, case.find_actor(named))
        _report(invocation, _decide(case, Rename(key=alias.key, name=name), reason))


@click.command()
@click.argument("number", type=int, required=False)
@click.option("--reason", default="", help="Why: it is kept with the decision.")
@pass_invocation
def undo(invocation: Invocation, *, number: int | None, reason: str) -> None:
    """Take back the decision NUMBER on actors, or the latest that holds."""
    with invocation.open_case(writing=True) as case:
        row = case.undo_on_actors(number, actor=actor(), reason=reason, now=datetime.now(UTC))
        click.echo(f"decision {row.decision.new} is undone (by decision {row.sequence})")


def _decide(case: "Case", ruling: "Ruling", reason: str) -> "DecisionRow":
    return case.decide_on_actors(ruling, actor=actor(), reason=reason, now=datetime.now(UTC))


def _report(invocation: Invocation, row: "DecisionRow") -> None:
    click.echo(f"decision {row.sequence}: {row.decision.verdict} {row.current}")
    invocation.say(f"to take it back: sayso actors undo {row.sequence}")


def _main(case: "Case", found: str) -> AliasRow:
    """Return the name that stands for an actor: the full one that is written most."""
    return case.actor_aliases(found)[0]


def _name(case: "Case", found: str) -> str:
    (row,) = case.actors(ActorFilter(id=found))
    return row.name


def _parted(aliases: tuple[AliasRow, ...], names: tuple[str, ...]) -> Split:
    wanted = {folded_name(name) for name in names}
    parted = [a for a in aliases if a.id in names or folded_name(a.text) in wanted]
    missing = wanted - {folded_name(a.text) for a in parted} - {a.id for a in parted}
    if missing:
        known = ", ".join(f"{a.text} ({a.id})" for a in aliases)
        raise CaseError(f"this actor has no name {', '.join(sorted(missing))}; it has {known}")
    others = [a for a in aliases if a not in parted]
    if not others:
        raise CaseError("these are all its names; to part documents give --document ID")
    return Split(names=tuple(a.key for a in parted), others=tuple(a.key for a in others))
