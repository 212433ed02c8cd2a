"""Figures: quantities of a document with their ids, claims and wholes."""

from dataclasses import replace

import pytest

from sayso.documents import record_id
from sayso.evidence.claim import Claim
from sayso.evidence.figure import Accrual, Modality
from sayso.evidence.figures import find_figures
from sayso.language.analysis import Analysis, AttributionKind, Counting
from sayso.language.core.network import Network
from sayso.language.quantities import find_quantities
from sayso.language.reading import analyse
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


def counting(quantity: int, accrual: str | None, modality: str | None) -> Counting:
    return Counting(
        quantity=quantity,
        odds=(("destroyed", 9.0), ("killed", -9.0)),
        accrual=accrual,
        modality=modality,
        rule="test",
    )


def test_a_figure_has_what_is_said_of_the_counted() -> None:
    countings = (
        counting(0, "cumulative", "asserted"),
        counting(3, None, "forecast"),
    )
    read = replace(analysis(), countings=countings)
    first, second, _, last = find_figures("d-1", TEXT, read, ())

    # No word is known that would say "destroyed": a guess is no record.
    assert (first.predicate, first.accrual, first.modality) == (
        None,
        Accrual.CUMULATIVE,
        Modality.ASSERTED,
    )
    assert (second.predicate, second.accrual, second.modality) == (None, None, None)
    assert (last.predicate, last.accrual, last.modality) == (None, None, Modality.FORECAST)


def test_quantities_of_another_text_are_refused() -> None:
    with pytest.raises(ValueError, match="beyond the text of 4 characters"):
        find_figures("d-1", "Four", analysis(), ())


def read(text: str) -> list[tuple[str, str | None, str]]:
    made = analyse(text)
    return [
        (figure.quantity.span.text_in(text), figure.predicate, str(figure.quantity.best))
        for figure in find_figures("d-1", text, made, ())
    ]


def test_a_class_that_words_say_holds_for_the_bare_number_that_goes_on() -> None:
    assert read("The police arrested 12 people. The lawyers counted 31.") == [
        ("12", "arrested", "12"),
        ("31", "arrested", "31"),
    ]


def test_a_bare_number_of_which_something_else_is_told_goes_on_with_nothing() -> None:
    assert read("The police arrested 12 people. Nine were cheerful.")[1] == ("Nine", None, "9")


def test_one_and_none_are_counted_where_a_class_is_said_of_people() -> None:
    assert read("A prison guard was killed. Nobody was hurt, and no arrests were made.") == [
        ("A prison guard", "killed", "1"),
        ("Nobody", "injured", "0"),
        ("no arrests", "arrested", "0"),
    ]


def test_one_of_whom_nothing_of_the_sort_is_said_is_no_count() -> None:
    assert read("A guard sang. A court was hit. No one came. They never hurt a child.") == []


def test_none_that_are_new_are_added_to_what_was_counted_before() -> None:
    text = "No new deaths were reported."
    (figure,) = find_figures("d-1", text, analyse(text), ())

    assert (figure.quantity.rule, figure.quantity.modifier) == ("implicit_none", "increment")


def test_what_could_be_done_is_no_fact() -> None:
    texts = (
        "Up to 700 men could be transferred.",
        "Some 700 men will be freed.",
        "Some 700 men were freed.",
    )
    found = [find_figures("d-1", text, analyse(text), ())[0].modality for text in texts]

    assert found == [Modality.HYPOTHETICAL, Modality.PLANNED, None]


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("“The port is shut,” one protester told the Orlo Lantern.", None),
        ("The mayor said 900 protesters had come to the port.", "protested"),
    ],
)
def test_who_only_speaks_is_not_counted_by_what_he_is_called(
    text: str, predicate: str | None, core: Network
) -> None:
    figures = find_figures("d-1", text, analyse(text, core=core), ())

    assert [figure.predicate for figure in figures] == [predicate]
