"""Figures of one document: its quantities, with the claim that holds each and the figure it is part of."""

from collections.abc import Sequence

from sayso.documents import record_id
from sayso.evidence.claim import Claim
from sayso.evidence.figure import Figure
from sayso.language.analysis import Analysis, Quantity
from sayso.text import smallest_holders


def find_figures(
    document_id: str, text: str, analysis: Analysis, claims: Sequence[Claim]
) -> tuple[Figure, ...]:
    """Return a figure for each quantity of the analysis, in the order of the text.

    The claim of a figure is the smallest one whose content holds its number.
    """
    ids = tuple(figure_id(document_id, quantity) for quantity in analysis.quantities)
    holders = smallest_holders(
        [quantity.number for quantity in analysis.quantities],
        [claim.content for claim in claims],
    )
    return tuple(
        Figure(
            id=own_id,
            quantity=_within(text, quantity),
            claim=None if holder is None else claims[holder].id,
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
