"""Statements: words with their kinds, quotations inside, and whose name may be whose."""

import pytest

from sayso.evidence.claim import Claim, Polarity
from sayso.language.analysis import AttributionKind, Manner
from sayso.story.statements.statement import is_statement, same_name
from sayso.story.statements.words import WordKind, base_form
from sayso.text import Span
from tests.story.statements.marked_statements import facts, statement


def test_the_words_of_a_statement_have_a_base_form_and_a_kind() -> None:
    told = statement("Ines Varga [said] {the ferries may not have stopped at Orlo for seven days}")

    assert [(word.form, word.kind) for word in told.words if word.kind is not WordKind.FUNCTION] == [
        ("ferry", WordKind.CONTENT),
        ("may", WordKind.MODALITY),
        ("not", WordKind.NEGATION),
        ("stop", WordKind.CONTENT),
        ("orlo", WordKind.NAME),
        ("7", WordKind.NUMBER),
        ("day", WordKind.CONTENT),
    ]  # fmt: skip
    assert told.count(WordKind.NUMBER) == 1


@pytest.mark.parametrize(
    ("word", "base"),
    [("stopped", "stop"), ("releases", "releas"), ("released", "releas"), ("studies", "study"), ("bus", "bus")],
)  # fmt: skip
def test_endings_of_inflection_do_not_count(word: str, base: str) -> None:
    assert base_form(word) == base


def test_what_stands_between_marks_is_a_quotation_of_its_own() -> None:
    told = statement("Ines Varga [said] {the ferry was “old, slow and badly kept” and cheap}")

    quotation = told.quotation()

    assert quotation is not None
    assert quotation.forms == ("old", "slow", "badly", "kept")
    assert quotation.quoted
    assert quotation.quotation() is quotation


def test_a_term_between_marks_is_none() -> None:
    assert statement("Ines Varga [said] {the “ferry” was slow}").quotation() is None


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Ines Varga", "Varga", True),
        ("the Orlo Harbour Board", "OHB", True),
        ("Ines Varga", "Ana Orlow", False),
        ("Ines Varga", "the minister", None),
        ("Ines Varga", None, None),
    ],
)
def test_names_may_be_one_by_their_last_word_or_initials(
    left: str,
    right: str | None,
    same: bool | None,  # noqa: FBT001 -- three states
) -> None:
    assert same_name(left, right) is same


def test_what_somebody_did_not_say_or_only_thought_is_no_statement() -> None:
    claim = Claim(
        id="c", source=(), cue=(), content=(Span(0, 3),), kind=AttributionKind.INDIRECT, rule="test"
    )

    assert is_statement(claim)
    for field, value in (("polarity", Polarity.NEGATIVE), ("manner", Manner.THOUGHT)):
        other = Claim(
            id="c",
            source=(),
            cue=(),
            content=(Span(0, 3),),
            kind=AttributionKind.INDIRECT,
            rule="test",
            **{field: value},  # type: ignore[arg-type]
        )
        assert not is_statement(other)


def test_the_provenance_of_a_document_names_what_it_credits() -> None:
    about = facts("d", "x", outlet="The Orlo Lantern", credit="Varn Wire")

    assert about.provenance.credits == {"varn wire"}
