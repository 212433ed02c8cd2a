import pytest

from sayso.language.phrases import Clause, is_finite, joins_parts, phrase_behind, phrase_ending
from sayso.language.segments import segment


def clause(text: str) -> Clause:
    segments = segment(text)
    return Clause(segments=segments, first=0, end=len(segments.words))


def written(found: Clause, span: tuple[int, int] | None) -> str | None:
    return span and found.segments.span(*span).text_in(found.segments.text)


# The noun phrase that ends with the last word; the bar shows where it begins.
ENDING = {
    "a name": "|Ana Petrov",
    "a phrase with its prepositions": "|the head of the board of Velnia",
    "behind a verb": "the dam broke and |a spokesman",
    "behind an auxiliary": "it was |a spokesman",
    "behind a comma": "later, |the mayor",
    "behind a conjunction": "he knew that |the mayor",
    "behind but": "it rained but |the mayor",
    "two people": "|Ana Petrov and the mayor",
    "a joined word": "|the Velnia-led council",
    "an adjective in -ed": "|the wounded man",
    "brackets": "|the Velnia River Board (VRB)",
    "behind a day": "Monday |the mayor",
    "behind a day with its preposition": "on Monday |the mayor",
    "behind an adjunct": "in a statement |the mayor",
    "behind an adjunct and a pronoun": "in a statement |she",
    "behind an adverb": "meanwhile |the mayor",
    "behind an adverb in -ly": "Sadly |the mayor",
    "a name behind an adjunct": "in a statement |Petrov",
}


@pytest.mark.parametrize("marked", ENDING.values(), ids=ENDING.keys())
def test_a_noun_phrase_is_found_from_its_end(marked: str) -> None:
    found = clause(marked.replace("|", ""))

    assert written(found, phrase_ending(found, found.end - 1)) == marked.split("|")[1]


@pytest.mark.parametrize(
    "text", ["on Monday", "in a statement", "of the", "Ana was", "rain ,", "the", "by then in"]
)
def test_what_is_no_noun_phrase_is_none(text: str) -> None:
    found = clause(text)

    assert phrase_ending(found, found.end - 1) is None


# The noun phrase that begins with the first word; the bar shows where it ends.
BEHIND = {
    "a name": "Ana Petrov| on Monday",
    "a pronoun": "she| on the dam",
    "an office": "Velnia mayor Ana Petrov| in a speech",
    "bound phrases": "a spokesman for the board of Velnia| during the flood",
    "a place with a name": "a nurse at Velnia Hospital| by phone",
    "a place without": "a nurse| at the gate",
    "an apposition": "Ana Petrov, a retired nurse|, on Monday",
    "an apposition without article": "Ana Petrov, mayor of Velnia|, on Monday",
    "an age": "Ana Petrov, 45|, on Monday",
    "no apposition: a number": "Ana Petrov|, 45 boats",
    "no apposition: a verb": "Ana Petrov|, adding that",
    "no apposition: a conjunction": "Ana Petrov|, and then",
    "no apposition: a name": "Ana Petrov|, Bo",
    "no apposition: a past": "Ana Petrov|, left",
    "a relative clause": "Ana Petrov|, who left",
    "two names": "Ana Petrov and Bo Vey| on Monday",
    "a name and a verb": "Ana Petrov| and left",
    "a day": "Ana Petrov| Monday",
    "an adverb": "Ana Petrov| angrily",
    "a participle": "Ana Petrov| crying",
    "a participle that belongs to a noun": "the Velnia mining board| on Monday",
    "the next phrase": "the reporters| the plan",
    "half of a thing": "half the reporters| at the gate",
    "a finite verb": "the reporters| left",
}


@pytest.mark.parametrize("marked", BEHIND.values(), ids=BEHIND.keys())
def test_a_noun_phrase_is_found_from_its_beginning(marked: str) -> None:
    found = clause(marked.replace("|", ""))

    assert written(found, phrase_behind(found, 0)) == marked.split("|", maxsplit=1)[0]


def test_an_adverb_before_a_phrase_is_skipped() -> None:
    found = clause("later the mayor left")

    assert written(found, phrase_behind(found, 0)) == "the mayor"


@pytest.mark.parametrize("text", ["that it rained", "on the dam", "him", ", then", "was", "Monday"])
def test_what_begins_no_noun_phrase_is_none(text: str) -> None:
    assert phrase_behind(clause(text), 0) is None


def test_finite_verbs_are_auxiliaries_and_pasts() -> None:
    found = clause("the wounded man was led and a Velnia-backed force waited ; the will ended")
    finite = [found.lower(i) for i in range(found.end) if is_finite(found, i)]

    assert finite == ["was", "led", "waited", "ended"]


def test_a_hyphen_joins_only_what_it_touches() -> None:
    found = clause("a Velnia-backed force - it waited -")
    joined = [i for i in range(found.end) if joins_parts(found, i)]

    assert joined == [2]


def test_words_beyond_the_clause_are_empty() -> None:
    found = Clause(segments=segment("it rained there"), first=1, end=2)

    assert (found.lower(0), found.word(1), found.word(2)) == ("", "rained", "")
