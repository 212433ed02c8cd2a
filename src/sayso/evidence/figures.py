"""Figures of one document: its quantities, with the claim that holds each and the figure it is part of."""

from collections.abc import Iterator, Sequence

from sayso.documents import record_id
from sayso.evidence.claim import Claim
from sayso.evidence.figure import Figure
from sayso.language.analysis import Analysis, Quantity
from sayso.text import Span


def find_figures(
    document_id: str, text: str, analysis: Analysis, claims: Sequence[Claim]
) -> tuple[Figure, ...]:
    """Return a figure for each quantity of the analysis, in the order of the text.

    The claim of a figure is the smallest one whose content holds its number.
    """
    ids = tuple(figure_id(document_id, quantity) for quantity in analysis.quantities)
    holders = _holders([quantity.number for quantity in analysis.quantities], claims)
    return tuple(
        Figure(
            id=own_id,
            quantity=_within(text, quantity),
            claim=holder,
            part_of=None if quantity.whole is None else ids[quantity.whole],
        )
        for own_id, quantity, holder in zip(ids, analysis.quantities, holders, strict=True)
    )


def figure_id(document_id: str, quantity: Quantity) -> str:
    """Return the id of the figure at the quantity's characters of one document."""
    return record_id("f", document_id, quantity.span.start, quantity.span.end)


def _within(text: str, quantity: Quantity) -> Quantity:
    if quantity.span.end > len(text):
        raise ValueError(f"{quantity.span} ends beyond the text of {len(text)} characters")
    return quantity


def _holders(numbers: Sequence[Span], claims: Sequence[Claim]) -> list[str | None]:
    """Return for each number the id of the claim with the least content that holds it.

    One pass over both, so that a long text of many claims takes no longer for each of its numbers.
    """
    holders: list[str | None] = [None] * len(numbers)
    parts = sorted(_parts(claims), reverse=True)
    begun: list[tuple[Span, int, int]] = []
    for at in sorted(range(len(numbers)), key=lambda at: numbers[at]):
        number = numbers[at]
        while parts and parts[-1][0].start <= number.start:
            begun.append(parts.pop())
        begun = [part for part in begun if part[0].end > number.start]
        holding = [(size, index) for span, size, index in begun if span.contains(number)]
        if holding:
            holders[at] = claims[min(holding)[1]].id
    return holders


def _parts(claims: Sequence[Claim]) -> Iterator[tuple[Span, int, int]]:
    """Yield every piece of content with the size of the whole and the place of its claim."""
    for index, claim in enumerate(claims):
        size = sum(map(len, claim.content))
        for span in claim.content:
            yield span, size, index
