"""``sayso claims``: who is reported to have said what."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import click

from sayso.case import Case, ClaimFilter, ClaimRow, Edit, RecordKind, Reviewed, ReviewState
from sayso.cli.invocation import Invocation, pass_invocation
from sayso.cli.listing import Column, ListOptions, list_options, print_list
from sayso.cli.options import (
    choice_of,
    document_named,
    document_option,
    outlet_option,
    window_options,
)
from sayso.cli.review_marks import mark_of, marked, only_option
from sayso.dates import DayInterval
from sayso.evidence.claim import Force, Polarity, SaidBasis, Voice
from sayso.evidence.via import ViaKind
from sayso.export.labels import stance, when
from sayso.frozen import dataclass
from sayso.language.analysis import AttributionKind, Manner
from sayso.text import Span, hull


@dataclass(frozen=True, slots=True, kw_only=True)
class ViaItem:
    """By which way the words came, and the characters that say so."""

    kind: ViaKind
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimItem:
    """A claim in a list; ``date`` is that of its document, ``words`` are those of its content.

    ``said`` is when it was said, by the words beside the cue or, as ``said_basis`` tells, the date of
    the document.
    ``speaker`` is the name that the document gives, ``speaker_actor`` who that is in the case.
    """

    id: str
    document: str
    start: int
    end: int
    speaker: str | None
    speaker_actor: str | None
    actor_name: str | None
    source_words: str
    words: str
    kind: AttributionKind
    manner: Manner | None
    force: Force | None
    polarity: Polarity | None
    said: DayInterval
    said_basis: SaidBasis
    via: tuple[ViaItem, ...]
    date: DayInterval
    outlet: str | None
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    hedges: tuple[Span, ...]
    parent: str | None
    rule: str
    review: ReviewState | None = None
    edits: tuple[Edit, ...] = ()


def _speaker(row: ClaimItem) -> str:
    if row.kind is AttributionKind.OWN_VOICE:
        return row.speaker or "[the outlet]"
    return row.actor_name or row.speaker or f"[{row.source_words or '?'}]"


def _said(row: ClaimItem) -> str:
    """Write when it was said; in brackets where only the date of the document tells."""
    said = when(row.said)
    return said if row.said_basis is SaidBasis.TIMEX else f"({said})"


_COLUMNS: tuple[Column[ClaimItem], ...] = (
    Column("ID", lambda row: row.id),
    Column("REVIEW", mark_of),
    Column("SAID", _said),
    Column("SPEAKER", _speaker, share=2),
    Column("VIA", lambda row: ", ".join(way.kind.replace("_", " ") for way in row.via)),
    Column("MANNER", lambda row: "" if row.manner is Manner.SAID else row.manner or ""),
    Column("FORCE", lambda row: stance(row.force, row.polarity)),
    Column("KIND", lambda row: row.kind),
    Column("WORDS", lambda row: row.words, share=3),
    Column("OUTLET", lambda row: row.outlet or row.document, share=1),
)


@click.command()
@click.option(
    "--speaker",
    metavar="NAME",
    help="Keep what is said by someone of this name, or by the actor of this id.",
)
@click.option("--place", metavar="NAME", help="Keep claims that mention a place of this name.")
@click.option(
    "--origin",
    metavar="NAME",
    help="Keep what goes back to this speaker, agency or outlet, and what echoes it.",
)
@click.option("--text", metavar="WORDS", help="Keep claims that hold all of these words.")
@click.option("--kind", type=choice_of(AttributionKind), help="Keep one kind of quotation.")
@click.option(
    "--voice",
    type=choice_of(Voice),
    help="Keep what outlets state themselves, or what they report others as saying.",
)
@click.option("--manner", type=choice_of(Manner), help="Keep one manner: of speech, or of thought.")
@click.option("--all", "everything", is_flag=True, help="List thoughts, plans and judgements too.")
@click.option("--force", type=choice_of(Force), help="Keep one kind of speech.")
@document_option
@outlet_option
@window_options("what may have been said")
@only_option
@list_options
@pass_invocation
def claims(  # noqa: PLR0913 -- one parameter for each option
    invocation: Invocation,
    *,
    options: ListOptions,
    speaker: str | None,
    place: str | None,
    origin: str | None,
    text: str | None,
    kind: str | None,
    voice: str | None,
    manner: str | None,
    everything: bool,
    force: str | None,
    document: str | None,
    outlet: str | None,
    since: date | None,
    until: date | None,
    only: str | None,
) -> None:
    """List the claims: who said or wrote it, and the words.

    What somebody is reported to notice, plan or judge, and what is thought within the words of
    another, is left out unless --manner or --all asks for it. Square brackets hold the words for a
    speaker whom the text does not name; '[?]' is nobody. What the outlet itself states, in a sentence with a figure or an event, is of kind own_voice.
    """
    with invocation.open_case() as case:
        actor = case.find_actor(speaker) if speaker and speaker.startswith("a_") else None
        by = ClaimFilter(
            speaker=None if actor else speaker,
            actor=actor,
            place=place,
            origin=origin,
            text=text,
            kind=AttributionKind(kind) if kind else None,
            voice=Voice(voice) if voice else None,
            manner=Manner(manner) if manner else None,
            speech=None if everything or manner else True,
            force=Force(force) if force else None,
            document=document_named(case, document),
            outlet=outlet,
            since=since,
            until=until,
            review=Reviewed(only) if only else None,
        )
        print_list(
            _items(case, by),
            _COLUMNS,
            kind=ClaimItem,
            name="claims",
            options=options,
            invocation=invocation,
        )
        if by.speech and (others := case.count_claims(replace(by, speech=False))):
            noun = "thought, plan or judgement" if others == 1 else "thoughts, plans and judgements"
            invocation.say(f"{others:,} {noun} not listed: --all, or --manner")


def _items(case: "Case", by: "ClaimFilter") -> Iterator[ClaimItem]:
    return marked(case, RecordKind.CLAIM, map(_item, case.claims(by)))


def _item(row: "ClaimRow") -> ClaimItem:
    claim = row.claim
    whole = hull(claim.content)
    return ClaimItem(
        id=claim.id,
        document=row.document,
        start=whole.start,
        end=whole.end,
        speaker=claim.speaker,
        speaker_actor=row.actor,
        actor_name=row.actor_name,
        source_words=row.source_words,
        words=row.words,
        kind=claim.kind,
        manner=claim.manner,
        force=claim.force,
        polarity=claim.polarity,
        said=claim.said or row.date,
        said_basis=claim.said_basis,
        via=tuple(ViaItem(kind=way.kind, span=way.span) for way in claim.via),
        date=row.date,
        outlet=row.outlet,
        source=claim.source,
        cue=claim.cue,
        content=claim.content,
        hedges=claim.hedges,
        parent=claim.parent,
        rule=claim.rule,
    )
