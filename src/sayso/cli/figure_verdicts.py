"""What figures say of each other, as a list, or one figure's with the sentences of both sides."""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

import click

from sayso.cli.invocation import Invocation
from sayso.cli.listing import Column, Form, ListOptions, print_list
from sayso.dates import DayInterval
from sayso.export.figure_labels import REASON_WORDS, VERDICT_WORDS, what_is_counted
from sayso.export.labels import when
from sayso.frozen import dataclass
from sayso.story.figures.verdict import Reason, Verdict
from sayso.text import Span

if TYPE_CHECKING:
    from sayso.case import Case
    from sayso.case.figure_records import VerdictFilter, VerdictRow, VerdictSide


@dataclass(frozen=True, slots=True, kw_only=True)
class SideItem:
    """One of two figures: its words, the characters that led to the verdict, and its sentence."""

    figure: str
    document: str
    outlet: str | None
    claimant: str | None
    as_of: DayInterval | None
    date: DayInterval
    words: str
    counted: str | None
    quantity: str
    spans: tuple[Span, ...]
    sentence: str

    @property
    def short(self) -> str:
        return f"{self.words} ({when(self.as_of or self.date)})"


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictItem:
    """A verdict in a list; of a part and its whole the left one is the part."""

    id: str
    verdict: Verdict
    reason: Reason
    rule: str
    why: str
    left: SideItem
    right: SideItem


_COLUMNS: tuple[Column[VerdictItem], ...] = (
    Column("VERDICT", lambda row: VERDICT_WORDS[row.verdict]),
    Column("LEFT", lambda row: row.left.short, share=2),
    Column("RIGHT", lambda row: row.right.short, share=2),
    Column("OF", lambda row: row.right.quantity, share=2),
    Column("WHY", lambda row: row.why, share=3),
    Column("FIGURES", lambda row: f"{row.left.figure} {row.right.figure}"),
)


def print_verdicts(
    case: "Case", by: "VerdictFilter", *, options: ListOptions, invocation: Invocation
) -> None:
    """Write verdicts as a list."""
    print_list(
        _items(case, by),
        _COLUMNS,
        kind=VerdictItem,
        name="figure_verdicts",
        options=options,
        invocation=invocation,
    )


def print_figure(
    case: "Case", by: "VerdictFilter", *, options: ListOptions, invocation: Invocation
) -> None:
    """Write the verdicts on one figure; as a table, each with both sentences below."""
    if options.form is not Form.TABLE:
        print_verdicts(case, by, options=options, invocation=invocation)
        return
    found = False
    for item in _items(case, by):
        found = True
        click.secho(f"{VERDICT_WORDS[item.verdict]}: {item.why}", bold=True)
        for side in (item.left, item.right):
            who = side.claimant or side.outlet or side.document
            click.echo(f"  {side.figure}  {side.words}  {when(side.as_of or side.date)}  {who}")
            click.echo(f"      “{' '.join(side.sentence.split())}”")
        click.echo(f"      rule {item.rule}")
    if not found:
        invocation.say(
            "no other figure of this case is compared with it: no words say what befell the counted,"
            " or none counts the like"
        )


def _items(case: "Case", by: "VerdictFilter") -> Iterator[VerdictItem]:
    @cache
    def sentences(document: str) -> tuple[str, tuple[Span, ...]]:
        return case.text(document), case.evidence(document).analysis.sentences

    def side(one: "VerdictSide") -> SideItem:
        text, spans = sentences(one.member.document)
        figure = one.member.figure
        first = figure.grounds[0].span if figure.grounds else None
        around = next((s for s in spans if first and s.contains(first)), first)
        return SideItem(
            figure=figure.id,
            document=figure.document,
            outlet=one.member.outlet,
            claimant=figure.voice.claimant,
            as_of=figure.scope.as_of,
            date=one.member.date,
            words=one.member.words,
            counted=one.member.counted,
            quantity=what_is_counted(figure),
            spans=one.spans,
            sentence=around.text_in(text) if around else "",
        )

    return (_item(row, side(row.left), side(row.right)) for row in case.compared.verdicts(by))


def _item(row: "VerdictRow", left: SideItem, right: SideItem) -> VerdictItem:
    return VerdictItem(
        id=row.id,
        verdict=row.verdict,
        reason=row.reason,
        rule=row.rule,
        why=REASON_WORDS[row.reason],
        left=left,
        right=right,
    )
