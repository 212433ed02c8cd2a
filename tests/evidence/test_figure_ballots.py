"""What befell the counted where no words near a number say it."""

from dataclasses import replace
from decimal import Decimal

import pytest

from sayso.evidence.figure import Figure
from sayso.evidence.figure_ballots import Ballot, Lean, Vote, Weights, ballots, shipped_weights
from sayso.evidence.figures import find_figures
from sayso.language.analysis import Counting
from sayso.language.core.network import shipped_network
from sayso.language.quantities import find_quantities
from sayso.language.reading import analyse

TEXT = (
    "Velm counted 340 stranded travellers by noon. The harbour was quiet, the cafés were full and "
    "the sun came out. Organisers spoke of 520. Of the 340, nobody slept."
)
WEIGHTS = Weights(
    vote=dict.fromkeys(Vote, 0.0) | {Vote.CORE: 1.0, Vote.SAME: 3.0},
    lean=dict.fromkeys(Lean, 0.0) | {Lean.ALWAYS: 1.0},
    start={"held": 0.5},
)
SAID = Counting(
    quantity=0, accrual=None, modality=None, rule="test", odds=(("held", 0.1), ("affected", 0.2))
)


def figures(*predicates: str | None) -> list[Figure]:
    return [
        Figure(id=str(n), quantity=quantity, predicate=predicate)
        for n, (quantity, predicate) in enumerate(
            zip(find_quantities(TEXT), predicates, strict=True)
        )
    ]


def test_only_a_figure_without_a_class_is_balloted() -> None:
    found = list(ballots(TEXT, figures("affected", None, None), [SAID, SAID, None]))

    assert [one.figure for one in found] == [1]


def test_the_other_figures_of_a_text_speak_for_their_classes() -> None:
    bare, same = ballots(TEXT, figures("affected", None, None), [SAID, SAID, SAID])

    assert dict(bare.votes)["affected"] == {
        Vote.CORE: 0.2,
        Vote.TEXT_BARE: 1.0,
        Vote.BEFORE_BARE: 1.0,
    }
    assert dict(bare.votes)["held"] == {Vote.CORE: 0.1}
    assert dict(same.votes)["affected"][Vote.SAME] == 1.0


def test_the_counted_lean_to_none_by_what_they_are() -> None:
    (quantity,) = find_quantities("One of three guards was tired.")[:1]
    figure = Figure(id="1", quantity=replace(quantity, best=Decimal(1)), part_of="2")
    (found,) = ballots("One of three guards was tired.", [figure], [SAID])

    assert found.leans[Lean.ONE] == found.leans[Lean.PART] == 1.0


def test_the_likeliest_class_wins_if_it_is_likelier_than_none_by_a_margin() -> None:
    def best(odds: float) -> str | None:
        votes = (("held", {Vote.CORE: odds}), ("affected", {Vote.CORE: 0.0}))
        return Ballot(figure=0, votes=votes, leans={Lean.ALWAYS: 1.0}).best(WEIGHTS)

    assert best(2.0) == "held"
    assert best(0.6) is None


@pytest.mark.parametrize("odds", [1e6, -1e6])
def test_odds_without_measure_break_nothing(odds: float) -> None:
    ballot = Ballot(figure=0, votes=(("held", {Vote.CORE: odds}),), leans={Lean.ALWAYS: 1.0})

    assert ballot.best(WEIGHTS) == ("held" if odds > 0 else None)


def test_every_vote_and_lean_has_a_shipped_weight() -> None:
    weights = shipped_weights()

    assert set(weights.vote) == set(Vote)
    assert set(weights.lean) == set(Lean)


def read(text: str) -> list[tuple[str, str | None, str | None]]:
    found = find_figures("d", text, analyse(text, core=shipped_network()), ())
    return [
        (
            one.quantity.number.text_in(text),
            one.predicate,
            one.predicate_span.text_in(text) if one.predicate_span else None,
        )
        for one in found
    ]


def test_what_no_rule_knows_is_told_with_the_word_that_says_it() -> None:
    text = "Fog kept 60 flights on the ground at Velm."

    assert read(text) == [("60", "affected", "kept")]


def test_what_the_core_would_not_tell_stays_untold() -> None:
    assert read("The museum in Velm shows 340 paintings.") == [("340", None, None)]
