"""``sayso actors ACTOR``: one actor with its names, what it says, where it is named, who it may be."""

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

import click

from sayso.case import ActorFilter, ClaimFilter
from sayso.cli.invocation import Invocation, pass_invocation, terminal_columns
from sayso.cli.listing import Column, table_lines
from sayso.cli.width import shown_text
from sayso.export.labels import stance, when
from sayso.frozen import dataclass
from sayso.pipeline.wire import as_json_line
from sayso.story.actors.name_form import Sort
from sayso.text import Span, hull

if TYPE_CHECKING:
    from sayso.case import ActorMention, ActorRow, Case, ClaimRow, ProposalRow

SCHEMA = "sayso.actor.1"
# What one actor said can fill a book: 'sayso claims --speaker ID' lists all of it.
_SHOWN = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class NameItem:
    """A name of the actor, with how often it is written and why it means this one."""

    name: str
    mentions: int
    documents: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionItem:
    document: str
    start: int
    end: int
    words: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidItem:
    """A claim of the actor; ``speaker`` is the name that its document gives."""

    id: str
    document: str
    start: int
    end: int
    date: str
    force: str
    words: str
    outlet: str | None
    speaker: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MayBeItem:
    """Another actor that may be the same, and why."""

    id: str
    name: str
    likeness: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorPage:
    """The JSON form of one actor."""

    schema: str
    id: str
    name: str
    kind: Sort
    documents: int
    names: tuple[NameItem, ...]
    proposals: tuple[MayBeItem, ...]
    claims: tuple[SaidItem, ...]
    mentions: tuple[MentionItem, ...]


_CLAIMS: tuple[Column[SaidItem], ...] = (
    Column("ID", lambda row: row.id),
    Column("DATE", lambda row: row.date),
    Column("FORCE", lambda row: row.force),
    Column("WORDS", lambda row: row.words, share=3),
    Column("OUTLET", lambda row: row.outlet or row.document, share=1),
)


@click.command(name="show", hidden=True)
@click.argument("name", metavar="ACTOR")
@click.option("--json", "as_json", is_flag=True, help="Write one JSON object.")
@pass_invocation
def page(invocation: Invocation, *, name: str, as_json: bool) -> None:
    """Show the actor of an id or a name: its names, what it says, and who it may be."""
    with invocation.open_case() as case:
        found = actor_page(case, case.find_actor(name))
        labels = {row.document: row.outlet or row.document for row in case.actor_mentions(found.id)}
    if as_json:
        click.echo(as_json_line(found))
        return
    for line in _lines(found, labels):
        click.echo(line)


def actor_page(case: "Case", actor: str) -> ActorPage:
    (row,) = case.actors(ActorFilter(id=actor))
    return ActorPage(
        schema=SCHEMA,
        id=row.id,
        name=row.name,
        kind=row.sort,
        documents=row.documents,
        names=tuple(_names(case, row)),
        proposals=tuple(_may_be(row.id, one) for one in case.actor_proposals(row.id)),
        claims=tuple(_said(one) for one in case.claims(ClaimFilter(actor=row.id, speech=True))),
        mentions=tuple(map(_mention, case.actor_mentions(row.id))),
    )


def _names(case: "Case", row: "ActorRow") -> Iterator[NameItem]:
    for alias in case.actor_aliases(row.id):
        yield NameItem(
            name=alias.text,
            mentions=alias.mentions,
            documents=alias.documents,
            reasons=alias.reasons,
        )


def _may_be(actor: str, row: "ProposalRow") -> MayBeItem:
    mine = row.left == actor
    return MayBeItem(
        id=row.right if mine else row.left,
        name=row.right_name if mine else row.left_name,
        likeness=round(row.score, 2),
        reasons=tuple(e.reason for e in row.evidence),
    )


def _said(row: "ClaimRow") -> SaidItem:
    whole = hull(row.claim.content)
    return SaidItem(
        id=row.id,
        document=row.document,
        start=whole.start,
        end=whole.end,
        date=when(row.claim.said or row.date),
        force=stance(row.claim.force, row.claim.polarity),
        words=row.words,
        outlet=row.outlet,
        speaker=row.claim.speaker,
    )


def _mention(row: "ActorMention") -> MentionItem:
    span: Span = row.span
    return MentionItem(
        document=row.document, start=span.start, end=span.end, words=row.words, kind=row.kind
    )


def _lines(found: ActorPage, labels: dict[str, str]) -> Iterator[str]:
    yield click.style(f"{found.kind} {found.id}  {shown_text(found.name)}", bold=True)
    yield ""
    for name in found.names:
        times = f"{_times(name.mentions)} in {_documents(name.documents)}"
        yield f"  {shown_text(name.name)}: {times}"
        yield from (f"    {shown_text(reason)}" for reason in dict.fromkeys(name.reasons))
    if found.proposals:
        yield ""
        yield "May be the same ('sayso actors merge' decides):"
        for one in found.proposals:
            yield f"  {one.id}  {shown_text(one.name)} ({'; '.join(map(shown_text, one.reasons))})"
    yield ""
    yield f"{len(found.claims)} claims in {_documents(found.documents)}"
    if found.claims:
        yield from table_lines(found.claims[:_SHOWN], _CLAIMS, terminal_columns())
    if len(found.claims) > _SHOWN:
        yield f"… all of them: sayso claims --speaker {found.id}"
    yield ""
    yield "Referred to as"
    for document, group in groupby(found.mentions, key=lambda mention: mention.document):
        words = dict.fromkeys(shown_text(mention.words) for mention in group)
        yield f"  {document}  {shown_text(labels[document])}: {', '.join(words)}"


def _documents(number: int) -> str:
    return "1 document" if number == 1 else f"{number} documents"


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number} times"
