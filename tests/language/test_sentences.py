import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.segments import segment

# Each case: sentences parted by a bar.
CASES = {
    "plain": "The dam held.|The town slept.",
    "no stop at the end": "The dam held.|The town slept",
    "a title": "Mr. Osk left.|Dr. Vey stayed.",
    "an initial": "Ana B. Petrov left.|She was tired.",
    "an abbreviation inside": "Osk Inc. sold the U.S. plant.|It closed.",
    "an abbreviation at the end": "He works for Osk Inc.|The plant closed.",
    "a clock at the end": "They met at 5 p.m.|The rain began.",
    "a clock inside": "They met at 5 p.m. Tuesday.",
    "for example": "Take the big rivers, e.g. The Osk.",
    "a number sign": "He read No. 5 aloud.",
    "a quotation that closes behind the stop": "“The dam held.”|The town slept.",
    "a question in marks with its speaker": '"Did it hold?" Mayor Ana Petrov asked.',
    "a question in marks with a pronoun": '"Did it hold?" she asked.',
    "two sentences in one quotation": '"It held.|We slept," she said.',
    "a statement in marks and the next speaker": '"It held."|She added that all slept.',
    "an ellipsis that goes on": "The dam ... held.",
    "an ellipsis that ends": "The dam held ...|The town slept.",
    "brackets": "The dam held.|(The town slept.)|Then it rained.",
    "notes": "The dam held. [6] [7]|The town slept.",
    "an emoticon": "The dam held! :)|The town slept.",
    "no blank between": "The dam held.|The town slept.",
    "lower case behind a stop": "the dam held.|the town slept.",
    "lower case behind a question": "did it hold? she asked.",
    "a list number": "1. Bread for the town.",
    "an abbreviation before a number": "The dam (approx. 40 m) held.",
    "closing marks set apart": 'Bo said: "We wait. "|He left.|"We go. "|And: "No, " he said.',
    "marks of a corpus": "`` Go . ''|He left .|`` We stay ! '' he said .",
    "a headline that ran into its story": "Boats sail again -LRB- CNN -RRB- --|The dam held.",
    "a name in brackets": "The net -LRB- CNN -RRB- -- the largest -- held.",
    "several marks": "Did it hold?!|Yes!",
}


def sentences(text: str) -> list[str]:
    return [span.text_in(text) for span in segment(text).sentences]


@pytest.mark.parametrize("marked", CASES.values(), ids=CASES.keys())
def test_sentences_end_where_a_reader_ends_them(marked: str) -> None:
    assert sentences(marked.replace("|", " ")) == marked.split("|")


def test_a_missing_blank_hides_no_sentence_end() -> None:
    assert sentences("The dam held.The town slept.") == ["The dam held.", "The town slept."]


def test_a_stop_inside_a_name_ends_nothing() -> None:
    assert sentences("They use Osk.Net and A.B.C. daily.") == ["They use Osk.Net and A.B.C. daily."]


def test_no_sentence_crosses_a_paragraph() -> None:
    assert sentences("Water rises in Velnia\n\nthe dam held.") == [
        "Water rises in Velnia",
        "the dam held.",
    ]


def test_a_text_of_blanks_has_no_sentence() -> None:
    assert sentences(" \n ") == []


@given(st.text(alphabet='aA.?! \n"”)[]12:', max_size=80))
def test_sentences_hold_every_token_once(text: str) -> None:
    segments = segment(text)
    held = [
        sum(
            s.start <= segments.tokens.starts[i] and segments.tokens.ends[i] <= s.end
            for s in segments.sentences
        )
        for i in range(len(segments.tokens))
    ]

    assert all(count == 1 for count in held)
    assert list(segments.sentences) == sorted(segments.sentences)
