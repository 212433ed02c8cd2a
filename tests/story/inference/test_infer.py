"""Whether a hypothesis follows from a premise."""

from dataclasses import fields

import pytest

from sayso.language.core.network import Network
from sayso.language.reading import analyse
from sayso.language.vectors import Vectors
from sayso.story.inference.frames import Outcome
from sayso.story.inference.infer import Inference, Weights, infer, shipped_weights
from sayso.story.inference.passage import read_passage
from sayso.story.inference.signs import Signs, read_signs
from sayso.story.inference.terms import likeness, read_terms
from sayso.story.statements.words import WordKind


@pytest.fixture(scope="module")
def vectors() -> Vectors:
    return Vectors.load()


def _infer(premise: str, hypothesis: str, vectors: Vectors, core: Network | None) -> Inference:
    return infer(
        read_passage(premise, core=core), read_passage(hypothesis, core=core), vectors=vectors
    )


def test_a_shortened_report_follows(core: Network, vectors: Vectors) -> None:
    found = _infer(
        "At least 14 miners were rescued from the flooded shaft near Tarn Olvo, officials said.",
        "Officials: 14 miners rescued from flooded shaft near Tarn Olvo",
        vectors,
        core,
    )

    assert (found.outcome, found.rule) == (Outcome.ENTAILED, "inference.weighed_signs")


def test_another_matter_stays_open(core: Network, vectors: Vectors) -> None:
    found = _infer(
        "At least 14 miners were rescued from the flooded shaft near Tarn Olvo, officials said.",
        "Mayor Ine Brask wants 300 new homes by the harbour",
        vectors,
        core,
    )

    assert found.outcome is Outcome.OPEN
    assert found.probability < 0.1


def test_another_number_of_the_same_thing_contradicts(core: Network, vectors: Vectors) -> None:
    found = _infer(
        "The fire killed 14 miners near Tarn Olvo.",
        "The fire near Tarn Olvo killed 19 miners.",
        vectors,
        core,
    )

    assert (found.outcome, found.rule) == (Outcome.CONTRADICTED, "inference.other_number")


@pytest.mark.parametrize(
    ("premise", "hypothesis", "rule"),
    [
        ("The ferry did not sink off Orrin.", "The ferry sank off Orrin.", "inference.negation"),
        ("The ferry sank off Orrin.", "A ferry sank near Orrin.", "inference.weighed_signs"),
    ],
)
def test_a_negation_contradicts_where_all_else_is_said_again(
    premise: str, hypothesis: str, rule: str, core: Network, vectors: Vectors
) -> None:
    found = _infer(premise, hypothesis, vectors, core)

    assert (found.rule, found.probability > 0) == (rule, rule == "inference.weighed_signs")


def test_one_frame_is_decided_without_signs(vectors: Vectors) -> None:
    found = _infer("14 miners died.", "More than 10 miners died.", vectors, None)

    assert (found.outcome, found.probability, found.signs) == (Outcome.ENTAILED, 1.0, None)


def test_weights_can_be_given(vectors: Vectors) -> None:
    premise, hypothesis = (
        read_passage(text, core=None) for text in ("Boats left.", "Goats came back.")
    )
    always = Weights(start=5.0, signs={})

    found = infer(premise, hypothesis, vectors=vectors, weights=always)

    assert found.outcome is Outcome.ENTAILED


def test_signs_say_what_is_missing(core: Network, vectors: Vectors) -> None:
    premise = read_passage("The ship Vesla sank off Orrin with 14 men on board.", core=core)
    hypothesis = read_passage("Vesla sank with 40 men and one dog on board, Brask said.", core=core)

    signs = read_signs(premise, hypothesis, vectors=vectors)

    assert (signs.figures_missing, signs.figures_rehedged, signs.attributed) == (1.0, 0.0, 1.0)
    assert 0.5 < signs.present < 1.0


def test_a_number_goes_by_its_figure_and_not_by_its_digits(vectors: Vectors) -> None:
    premise, near, far = (
        read_passage(text, core=None)
        for text in ("9 % agree.", "Nearly one in ten agree.", "Nearly one in five agree.")
    )

    signs = [read_signs(premise, one, vectors=vectors) for one in (near, far)]

    assert (signs[0].present, signs[0].figures_missing) == (1.0, 0.0)
    assert (signs[1].present < 1.0, signs[1].figures_missing) == (True, 1.0)


def test_what_a_long_premise_says_besides_takes_no_more_than_it_may(vectors: Vectors) -> None:
    hypothesis = read_passage("Goats left.", core=None)
    long, longer = (
        read_passage("Goats left. " + "Boats sank near bridges. " * n, core=None) for n in (3, 6)
    )

    overlap = [read_signs(p, hypothesis, vectors=vectors).overlap for p in (long, longer)]

    assert overlap[0] == overlap[1] == 0.5


def test_an_empty_hypothesis_has_nothing_in_common(vectors: Vectors) -> None:
    empty, premise = (read_passage(text, core=None) for text in ("It was so.", "Boats left."))

    signs = read_signs(premise, empty, vectors=vectors)

    assert (signs.overlap, signs.present) == (0.0, 0.0)


@pytest.mark.parametrize(
    ("left", "right", "least", "most"),
    [
        ("arrested", "arrests", 1.0, 1.0),
        ("election", "elections", 1.0, 1.0),
        ("election", "electoral", 0.75, 0.9),
        ("five", "5", 1.0, 1.0),
        ("17", "71", 0.0, 0.0),
        ("harbour", "tax", 0.0, 0.4),
    ],
)
def test_words_are_alike_by_base_and_by_meaning(
    left: str, right: str, least: float, most: float, vectors: Vectors
) -> None:
    passages = [read_passage(text, core=None) for text in (left, right)]

    ((score,),) = likeness(passages[0].terms, passages[1].terms, vectors=vectors)

    assert least <= score <= most


def test_an_acronym_is_like_each_name_it_is_made_of(core: Network, vectors: Vectors) -> None:
    long = read_passage("Leaders of the Northern Tarn Council met on Monday.", core=core)
    short = read_passage("Leaders of the NTC met.", core=core)
    at = next(i for i, term in enumerate(short.terms) if term.written == "NTC")

    assert likeness(short.terms, long.terms, vectors=vectors)[at].max() >= 0.9


def test_the_words_of_a_source_are_marked(core: Network) -> None:
    text = "Officials said that the bridge at Orrin was shut."
    terms = read_passage(text, core=core).terms

    assert [term.written for term in terms if term.of_source] == ["Officials"]


def test_without_trees_a_capital_makes_a_name() -> None:

    text = "The bridge at Orrin was shut."
    names = [t.written for t in read_terms(text, analyse(text)) if t.kind is WordKind.NAME]

    assert names == ["Orrin"]


def test_the_shipped_weights_name_each_sign() -> None:
    assert set(shipped_weights().signs) == {field.name for field in fields(Signs)}
