"""Figures: quantities of a document with their ids, claims and wholes."""

from dataclasses import replace

import pytest

from sayso.documents import record_id
from sayso.evidence.claim import Claim
from sayso.evidence.figure import Accrual, Modality
from sayso.evidence.figures import find_figures
from sayso.language.analysis import Analysis, AttributionKind, Counting
from sayso.language.quantities import find_quantities
from sayso.text import Span

TEXT = "The mayor said that 12 of the 40 boats, “all 12”, sank. Later 3 more left."


def claim(identifier: str, *content: str) -> Claim:
    spans = tuple(Span(TEXT.index(part), TEXT.index(part) + len(part)) for part in content)
    return Claim(
        id=identifier,
        source=(),
        cue=(),
        content=spans,
        kind=AttributionKind.INDIRECT,
        rule="by_hand",
    )


def analysis() -> Analysis:
    return Analysis(quantities=find_quantities(TEXT))


def test_every_quantity_becomes_a_figure_with_a_stable_id() -> None:
    figures = find_figures("d-1", TEXT, analysis(), ())

    spans = [figure.quantity.span for figure in figures]
    assert [span.text_in(TEXT) for span in spans] == ["12", "40", "12", "3"]
    assert [figure.id for figure in figures] == [
        record_id("f", "d-1", span.start, span.end) for span in spans
    ]
    assert len({figure.id for figure in figures}) == 4


def test_a_figure_belongs_to_the_smallest_claim_that_holds_its_number() -> None:
    claims = (
        claim("c-long", "that 12 of the 40 boats, “all 12”, sank"),
        claim("c-short", "all 12"),
    )
    figures = find_figures("d-1", TEXT, analysis(), claims)

    assert [figure.claim for figure in figures] == ["c-long", "c-long", "c-short", None]


def test_a_claim_in_fragments_holds_what_lies_in_one_of_them() -> None:
    figures = find_figures("d-1", TEXT, analysis(), (claim("c-1", "that 12", "boats", "sank"),))

    assert [figure.claim for figure in figures] == ["c-1", None, None, None]


def test_a_part_names_the_figure_of_its_whole() -> None:
    figures = find_figures("d-1", TEXT, analysis(), ())

    assert figures[0].part_of == figures[1].id
    assert figures[1].part_of is None


def test_what_no_one_has_read_yet_stays_unknown() -> None:
    figure = find_figures("d-1", TEXT, analysis(), ())[3]

    assert (figure.predicate, figure.accrual, figure.modality) == (None, None, None)
    assert (figure.place, figure.as_of) == (None, None)


def counting(
    quantity: int, predicate: str | None, accrual: str | None, modality: str | None
) -> Counting:
    return Counting(
        quantity=quantity, predicate=predicate, accrual=accrual, modality=modality, rule="test"
    )


def test_a_figure_has_what_is_said_of_the_counted() -> None:
    countings = (
        counting(0, "destroyed", "cumulative", "asserted"),
        counting(3, None, None, "forecast"),
    )
    read = replace(analysis(), countings=countings)
    first, second, _, last = find_figures("d-1", TEXT, read, ())

    assert (first.predicate, first.accrual, first.modality) == (
        "destroyed",
        Accrual.CUMULATIVE,
        Modality.ASSERTED,
    )
    assert (second.predicate, second.accrual, second.modality) == (None, None, None)
    assert (last.predicate, last.accrual, last.modality) == (None, None, Modality.FORECAST)


def test_quantities_of_another_text_are_refused() -> None:
    with pytest.raises(ValueError, match="beyond the text of 4 characters"):
        find_figures("d-1", "Four", analysis(), ())
