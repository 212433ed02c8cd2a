"""Where a character of a text lies: its sentence, the one before, its paragraph."""

from sayso.language.segments import segment
from sayso.text import Span

TEXT = "The dam broke. It was old.\n\nNobody was hurt."
SEGMENTS = segment(TEXT)


def test_the_sentence_before_is_that_before_the_one_of_a_character() -> None:
    before = [SEGMENTS.sentence_before(TEXT.index(word)) for word in ("dam", "old", "hurt")]

    assert [span and span.text_in(TEXT) for span in before] == [
        None,
        "The dam broke.",
        "It was old.",
    ]


def test_a_paragraph_is_known_by_its_number() -> None:
    assert [SEGMENTS.paragraph_at(TEXT.index(word)) for word in ("dam", "old", "hurt")] == [0, 0, 1]


def test_the_words_of_some_spans_are_given_in_lower_case_as_blanks_part_them() -> None:
    assert SEGMENTS.lower_words((Span(0, 7), Span(22, 26))) == ["the", "dam", "old."]


def test_a_bracket_that_is_written_out_is_its_bracket_among_the_words() -> None:
    segments = segment("Bo -LRB- left -RRB- fell")

    assert segments.words == ("Bo", "(", "left", ")", "fell")
    assert segments.tokens.span(1).text_in(segments.text) == "-LRB-"
