"""Wording: sentences as words, own words apart from quoted ones, and what outlives respinning."""

from sayso.story.wording import read_wording


def test_words_are_folded_and_marks_left_out() -> None:
    (sentence,) = read_wording("The Ferry’s crew — 12 men — left!").sentences

    assert sentence.words == ("the", "ferry", "'s", "crew", "12", "men", "left")


def test_quoted_words_are_not_the_outlets_own() -> None:
    (sentence,) = read_wording("Ott Hale of Calder said: “We will open it in spring.”").sentences

    assert sentence.own == ("ott", "hale", "of", "calder", "said")
    assert not sentence.is_quotation


def test_a_quotation_with_he_said_is_a_quotation() -> None:
    (sentence,) = read_wording("“We will open it in spring,” he said.").sentences

    assert sentence.is_quotation


def test_a_term_in_marks_is_the_outlets_own() -> None:
    (sentence,) = read_wording("The “second wall” of the Orlo dam has never been built.").sentences

    assert "second" in sentence.own


def test_a_quotation_that_goes_on_in_the_next_paragraph_is_quoted_to_its_end() -> None:
    first, *_ = read_wording(
        "“We will open it in spring.\n\n“And close it in May,” he said."
    ).sentences

    assert first.own == ()


def test_anchors_are_numbers_and_the_last_word_of_each_name() -> None:
    (sentence,) = read_wording(
        "On May 3 Governor Ott Hale counted 1,200 boats in Calder."
    ).sentences

    assert sentence.anchors == ("may", "3", "hale", "1,200", "calder")
    assert sentence.numbers == ("3", "1,200")


def test_a_sentence_without_end_is_cut_into_pieces() -> None:
    wording = read_wording(" ".join(f"w{n}" for n in range(200)))

    assert [len(sentence.words) for sentence in wording.sentences] == [80, 80, 40]
