"""Renderings: two reports of one statement, and what differs between them."""

import pytest

from sayso.story.quotes.alignment import Concern, align
from sayso.story.quotes.find import find_renderings
from sayso.story.quotes.rendering import Rendering, RenderingKind
from sayso.story.quotes.wording_notes import NOTE_RULES, NoteRule, WordingStatus, find_notes
from sayso.story.statements.index import index_of
from sayso.story.statements.lookup import comparison
from sayso.story.statements.statement import Statement
from tests.story.statements.marked_statements import facts, statement, statements


def renderings(left: str, right: str) -> list[Rendering]:
    """Return what the second text renders of the first."""
    new, old = statements("b", right), index_of(statements("a", left))
    texts = {"a": facts("a", left), "b": facts("b", right)}

    def notes(one: Statement) -> tuple[object, ...]:
        return find_notes(one, texts[one.document])

    return list(find_renderings(new, old, comparison(new, old), notes=notes))  # type: ignore[arg-type]


SAID = "Ines Varga [said] {“the old ferry will sail to Orlo before the spring floods”}"


def test_the_same_words_of_one_speaker_are_the_same() -> None:
    (found,) = renderings(SAID, SAID)

    assert found.kind is RenderingKind.SAME
    assert found.same_speaker is True
    assert found.concerns == frozenset()
    assert found.original is None


def test_a_shorter_report_in_order_is_a_cut() -> None:
    (found,) = renderings(SAID, "Varga [said] {“the old ferry will sail to Orlo”}")

    assert found.kind is RenderingKind.CUT
    assert found.concerns == {Concern.WORDS}


def test_two_wordings_between_marks_are_other_words_unless_a_document_says_translated() -> None:
    other = "Ines Varga [said] {“the old boat will sail to Orlo before the spring waters”}"
    (found,) = renderings(SAID, other)
    (told,) = renderings(SAID, f"{other}, speaking in Hungarian")

    assert found.kind is RenderingKind.OTHER_WORDS
    assert told.kind is RenderingKind.TRANSLATION
    assert told.original is None


def test_the_original_wording_is_named_only_where_a_document_says_so() -> None:
    other = "Ines Varga [said] {“the old boat will sail to Orlo before the spring waters”}, reads the original wording"
    (found,) = renderings(SAID, other)

    assert found.original == found.right.claim
    assert [note.status for note in found.right_notes] == [WordingStatus.ORIGINAL]


@pytest.mark.parametrize(
    ("other", "concern"),
    [
        ("the ferry to Orlo sank with 60 people on board", Concern.NUMBER),
        ("the ferry to Orlo never sank with 40 people on board", Concern.NEGATION),
        ("the ferry to Orlo may sank with 40 people on board", Concern.MODALITY),
    ],
)
def test_a_number_a_negation_and_how_sure_it_is_are_marked(other: str, concern: Concern) -> None:
    first = "Ines Varga [said] {the ferry to Orlo sank with 40 people on board}"
    (found,) = renderings(first, f"Ines Varga [said] {{{other}}}")

    assert concern in found.concerns
    assert found.alignment.differs_in(concern)


def test_two_speakers_with_some_words_in_common_do_not_render_each_other() -> None:
    other = "Ana Orlow [said] {“the old ferry must be repaired in Orlo first”}"

    assert renderings(SAID, other) == []


def test_a_word_or_two_are_no_statement() -> None:
    assert renderings("Ines Varga [said] {“not safe”}", "Ines Varga [said] {“not safe”}") == []


def test_words_in_another_place_are_shared_but_differ_in_order() -> None:
    left = statement("Ines Varga [said] {Monday the ferry sank}", "a")
    right = statement("Ines Varga [said] {the ferry sank Monday}", "b")

    found = align(left, right, rarity=lambda _: 1.0)

    assert found.share > 0.8
    assert found.in_order < 1
    assert found.differs_in(Concern.ORDER)


def test_the_order_of_the_two_does_not_matter() -> None:
    other = "Varga [said] {“the old ferry will sail to Orlo”}"
    (one,), (reverse,) = renderings(SAID, other), renderings(other, SAID)

    assert one.alignment.share == pytest.approx(reverse.alignment.share)
    assert one.kind is reverse.kind


@pytest.mark.parametrize("rule", NOTE_RULES, ids=lambda rule: rule.name)
def test_a_note_on_wording_fires_on_its_example_alone(rule: NoteRule) -> None:
    assert rule.pattern.search(rule.fires)
    assert not rule.pattern.search(rule.not_on)
