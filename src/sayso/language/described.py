"""What a speaker without a name is called: the description that the text gives, without what only follows it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.frozen import dataclass
from sayso.language.analysis import MAYBE_SPEECH, Attribution, Manner
from sayso.language.function_words import ARTICLES, DETERMINERS, PREPOSITIONS, PRONOUNS
from sayso.language.phrases import Clause, phrase_ending
from sayso.language.segments import Segments
from sayso.language.sources import opening_phrase
from sayso.language.told_before import beginning, last_told, only_word
from sayso.language.word_lists import word_set
from sayso.text import Span

# Example: "a nurse who asked not to be named" and "a nurse, 34," stop before "who" and the comma.
# "A teacher in that street" and "a Franco–Velmian envoy" go on.
_FURTHER = re.compile(r"\s*[,;:(]|\s[–—]|\b(?:who|whom|which)\b")
_MANNERS = MAYBE_SPEECH | {Manner.THOUGHT}
_MANY = word_set("people police men women children media others villagers")
BODIES = word_set("ministry agency group company committee court council board union party army government department office service commission team charity report statement study letter bank institute authority administration paper newspaper survey poll police")  # fmt: skip
_LINKS = re.compile(r"\s(?:of|from|in|at|for|with|on|near|by)\s")
# A description by which a pronoun can be told has no more words.
_LONGEST = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class DescribedExample:
    """Sources with cue and content, and what the pronoun of the last one is said to stand for."""

    text: str
    told: tuple[tuple[str, str, str], ...]
    described: str | None


def described_speaker(text: str, source: Sequence[Span]) -> str | None:
    """Return the description of a source; ``None`` for a pronoun, or where there is no source."""
    written = " ".join(text[span.start : span.end] for span in source)
    words = _FURTHER.split(written, maxsplit=1)[0].split()
    if words and words[0].lower() in ARTICLES:
        del words[0]
    if all(word.lower() in DETERMINERS | PRONOUNS for word in words):
        return None
    return " ".join(words)


def describe_pronouns(
    segments: Segments, attributions: Sequence[Attribution]
) -> tuple[Attribution, ...]:
    """Return the attributions with the description that a pronoun without a name stands for."""
    found: list[Attribution] = []
    for one in attributions:
        pronoun = _pronoun(segments, one)
        told = _antecedent(segments, one, pronoun, found) if pronoun else None
        found.append(one if told is None else replace(one, described=told))
    return tuple(found)


def _pronoun(segments: Segments, one: Attribution) -> str | None:
    word = only_word(segments, one) if one.speaker is None else ""
    return word if word in {"they", "he", "she", "it", "who"} else None


def _antecedent(
    segments: Segments, one: Attribution, pronoun: str, before: Sequence[Attribution]
) -> str | None:
    start = one.source[0].start
    if pronoun == "who":
        return _before_who(segments, start)
    # Behind several sentences of a quotation, whoever is meant stands before all of them.
    start = beginning(one)
    last = _last(segments, start, before) if one.parent is None else None
    if last is not None:
        told = last.described or described_speaker(segments.text, last.source)
        return told if told and agrees(told, pronoun) else None
    return _subject_before(segments, start) if pronoun == "they" and one.parent is None else None


def _before_who(segments: Segments, start: int) -> str | None:
    sentence = segments.sentence_of(start)
    end = segments.first_token(start)
    clause = Clause(segments=segments, first=segments.first_token(sentence.start), end=end)
    last = end - 1 - (segments.lower[end - 1] == ",")
    return _short(segments, phrase_ending(clause, last) or _noun_ending(clause, last))


def _noun_ending(clause: Clause, last: int) -> tuple[int, int] | None:
    """Return the words from the last preposition on: "to coastal towns" leaves "coastal towns"."""
    first = last + 1
    while clause.lower(first - 1).isalpha() and clause.lower(first - 1) not in PREPOSITIONS | {
        "to"
    }:
        first -= 1
    return (first, last + 1) if first <= last else None


def _short(segments: Segments, found: tuple[int, int] | None) -> str | None:
    if found is None or found[1] - found[0] > _LONGEST:
        return None
    return described_speaker(segments.text, (segments.span(*found),))


def _last(segments: Segments, start: int, before: Sequence[Attribution]) -> Attribution | None:
    """Return who was last reported to speak in the sentence of a pronoun or the one before it."""
    first = (segments.sentence_before(start) or segments.sentence_of(start)).start
    told = (one for one in before if one.source and first <= one.source[0].start < start)
    last = last_told(told, _MANNERS)
    return last if last is not None and last.speaker is None else None


def _subject_before(segments: Segments, start: int) -> str | None:
    """Return those of whom the sentence before tells, if they are several."""
    place = segments.sentence_before(start)
    if place is None:
        return None
    first, end = segments.first_token(place.start), segments.first_token(place.end)
    told = _short(segments, opening_phrase(Clause(segments=segments, first=first, end=end), end))
    return told if told and _is_plural(told) else None


def agrees(described: str, pronoun: str) -> bool:
    """Say whether a pronoun can stand for somebody so described: "they" for several, "it" for a body."""
    if pronoun == "they":
        return _is_plural(described)
    body = _head(described) in BODIES
    return not _is_plural(described) and body is (pronoun == "it")


def _head(described: str) -> str:
    return _LINKS.split(described, maxsplit=1)[0].split()[-1].lower()


def _is_plural(described: str) -> bool:
    head = _head(described)
    return head in _MANY or " and " in described or (head.endswith("s") and not head.endswith("ss"))


# Of the last source, a pronoun, what it stands for.
EXAMPLES = (
    DescribedExample(
        text="Two divers said the dam leaked. They saw nothing else, they said.",
        told=(
            ("Two divers", "said", "the dam leaked"),
            ("they", "said", "They saw nothing else"),
        ),
        described="Two divers",
    ),
    DescribedExample(
        text="A diver said the dam leaked. They saw nothing else, they said.",
        told=(("A diver", "said", "the dam leaked"), ("they", "said", "They saw nothing else")),
        described=None,
    ),
    DescribedExample(
        text="The harbour council said the dam leaked. It was old, it said.",
        told=(("The harbour council", "said", "the dam leaked"), ("it", "said", "It was old")),
        described="harbour council",
    ),
    DescribedExample(
        text="A diver said the dam leaked. It was old, she added.",
        told=(("A diver", "said", "the dam leaked"), ("she", "added", "It was old")),
        described="diver",
    ),
    DescribedExample(
        text="Striking dockers blocked the harbour. The dam leaks, they said.",
        told=(("they", "said", "The dam leaks"),),
        described="Striking dockers",
    ),
    DescribedExample(
        text="The harbour was blocked. The dam leaks, they said.",
        told=(("they", "said", "The dam leaks"),),
        described=None,
    ),
    DescribedExample(
        text="It is said that the dam leaked. They saw nothing else, they said.",
        told=(("", "is said", "the dam leaked"), ("they", "said", "They saw nothing else")),
        described=None,
    ),
    DescribedExample(
        text="It is owed to coastal towns who say the dam leaks.",
        told=(("who", "say", "the dam leaks"),),
        described="coastal towns",
    ),
    DescribedExample(
        text="Two divers came ashore. “The dam leaks. It is old. It is done,” they said.",
        told=(("they", "said", "The dam leaks. It is old. It is done,"),),
        described="Two divers",
    ),
)
