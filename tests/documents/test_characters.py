"""Folding of characters: what looks the same becomes the same, and the way back is kept."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.documents.characters import fold_characters, unescape_entities
from sayso.text import Span


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("a\r\nb\rc\r\r\nd", "a\nb\nc\nd"),
        ("a\u2028b\x0cc\x85d", "a\nb\nc\nd"),
        ("a\u00a0b\u2003\tc", "a b c"),
        ("Elle\u200bry \ufeffharbour", "Ellery harbour"),
        ("a \u200b b", "a b"),
        ("har\u00adbour", "harbour"),
        ("har\u00ad\n bour", "harbour"),
        ("wo\0rd", "word"),
        ("\ufb01re and \ufb02ood", "fire and flood"),
        ("cafe\u0301", "café"),
        ("می\u200cروم", "می\u200cروم"),
        ("👩\u200d🚒", "👩\u200d🚒"),
        ("plain text", "plain text"),
    ],
)
def test_characters_are_folded(written: str, folded: str) -> None:
    assert fold_characters(written).text == folded


def test_a_bidirectional_override_is_taken_out_and_told() -> None:
    folded = fold_characters("safe\u202etxt.exe")

    assert folded.text == "safetxt.exe"
    assert folded.bidi_override
    assert not fold_characters("left\u200eright").bidi_override


def test_a_folded_word_leads_to_all_of_its_characters() -> None:
    folded = fold_characters("The cafe\u0301 in Elle\u200bry")
    start = folded.text.index("café")

    assert folded.text_map.original_spans(Span(start, start + 4)) == (Span(4, 9),)
    start = folded.text.index("Ellery")
    spans = folded.text_map.original_spans(Span(start, start + 6))
    assert spans == (Span(13, 17), Span(18, 20))


def test_entities_become_their_characters() -> None:
    text, text_map = unescape_entities("Smith &amp; Sons&#8217; caf&eacute; &nosuch; AT&T")

    assert text == "Smith & Sons’ café &nosuch; AT&T"
    assert text_map.original_spans(Span(6, 7)) == (Span(6, 11),)


@given(st.text())
def test_folding_twice_changes_no_more(text: str) -> None:
    once = fold_characters(text).text

    assert fold_characters(fold_characters(once).text).text == fold_characters(once).text
    assert len(fold_characters(text).text_map) == len(once)
    assert not any(unicodedata.category(c) == "Cc" and c != "\n" for c in once)
