from sayso.language.quotations import find_quotations
from sayso.language.timexes import find_phrases
from sayso.story.dating.passage import MOST_PASSAGES, Passage, find_passages, tell_one_event
from sayso.story.wording import read_wording

ONE = "Gunmen attacked the Orlen depot near Tesmar on Sunday and wounded 14 guards, police said."
OTHER = "Police in Tesmar said 14 guards were wounded when gunmen attacked the Orlen depot on 9 May 2021."
ELSEWHERE = "Farmers near Tesmar blocked the road to the Orlen bridge on Sunday over milk prices."


def passages(text: str) -> tuple[Passage, ...]:
    quoted = [quotation.content for quotation in find_quotations(text)]
    return find_passages(text, read_wording(text), find_phrases(text), quoted)


def test_a_passage_keeps_its_clue_its_names_and_its_words() -> None:
    (passage,) = passages(ONE)

    assert passage.clue.span.text_in(ONE) == "Sunday"
    assert passage.names == {"orlen", "tesmar", "14"}
    assert {"gunmen", "attack", "depot", "wound", "guard"} <= passage.words


def test_two_reports_tell_one_event_in_other_words() -> None:
    (one,), (other,) = passages(ONE), passages(OTHER)

    assert tell_one_event(one, other)
    assert set(one.keys) & set(other.keys)


def test_names_alone_make_no_event() -> None:
    (one,), (other,) = passages(ONE), passages(ELSEWHERE)

    assert not tell_one_event(one, other)


def test_two_times_in_one_sentence_leave_open_which_is_meant() -> None:
    text = "Gunmen who attacked the Orlen depot near Tesmar on Sunday wounded 14 guards on Monday."

    assert passages(text) == ()


def test_what_was_said_counts_from_another_day() -> None:
    text = (
        "“The gunmen came to the Orlen depot near Tesmar on Sunday and shot 14 guards,” she said."
    )

    assert passages(text) == ()


def test_a_short_sentence_tells_too_little() -> None:
    assert passages("Tesmar fell on Sunday.") == ()


def test_only_the_first_passages_are_kept() -> None:
    text = " ".join(ONE.replace("14", str(number)) for number in range(20, 40))

    assert len(passages(text)) == MOST_PASSAGES
