"""Passages: sentences that tell an event with its time, and how two of them are known for one event.

Two reporters name the same people, places and numbers and use some of the same words; which of
these are rare is not known to one document, so that both must be many.
"""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from heapq import nsmallest
from itertools import product

from sayso.frozen import dataclass
from sayso.language.function_words import TIME_WORDS
from sayso.language.timex_expressions import Phrase
from sayso.story.dating.clue import TimeClue, read_time_clue
from sayso.story.statements.words import WordKind, read_word
from sayso.story.wording import Sentence, Wording
from sayso.text import Span

# What is news stands at the head of a text; so many passages of it are kept.
MOST_PASSAGES = 8
# Keys of one passage: two reports of one event share some of the pairs of a name and a word.
_KEYS = 10
_KEY_BYTES = 8
_SHORTEST = 3  # letters of a word that tells something
# Two passages tell one event if they share so many names and numbers, so many other words, and so
# much of the shorter; set on Timeline17 and MEANTIME.
_NAMES = 2
_WORDS = 4
_SHARE = 0.4
# No report tells anything in so few words.
_FEWEST = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A sentence with the clue of its time; names and numbers stand apart from its other words."""

    span: Span
    clue: TimeClue
    names: frozenset[str]
    words: frozenset[str]

    @property
    def keys(self) -> tuple[int, ...]:
        """Return the numbers by which a passage is found: of pairs of a name and a word, the least."""
        return tuple(nsmallest(_KEYS, {_key(pair) for pair in product(self.names, self.words)}))


def find_passages(
    text: str, wording: Wording, phrases: Sequence[Phrase], quoted: Sequence[Span]
) -> tuple[Passage, ...]:
    """Return the first passages that tell a past or present event with a day.

    What stands between quotation marks counts from the day on which it was said.
    """
    clues = [
        clue
        for phrase in phrases
        if (clue := read_time_clue(phrase)) and not any(one.contains(phrase.span) for one in quoted)
    ]
    found: list[Passage] = []
    for clue, sentence in _with_sentence(clues, wording.sentences):
        if len(found) == MOST_PASSAGES:
            break
        passage = _passage(text, sentence, clue)
        if passage.names and len(passage.names) + len(passage.words) >= _FEWEST:
            found.append(passage)
    return tuple(found)


def tell_one_event(one: Passage, other: Passage) -> bool:
    """Say whether two passages share enough to tell the same event."""
    names, words = one.names & other.names, one.words & other.words
    least = min(len(one.names) + len(one.words), len(other.names) + len(other.words))
    return (
        len(names) >= _NAMES and len(words) >= _WORDS and len(names) + len(words) >= _SHARE * least
    )


def _with_sentence(
    clues: Iterable[TimeClue], sentences: Sequence[Sentence]
) -> Iterator[tuple[TimeClue, Sentence]]:
    """Yield each sentence that has just one clue; two leave open which of them is the event's."""
    told = sorted(clues, key=lambda clue: clue.span)
    at = 0
    for sentence in sentences:
        inside = []
        while at < len(told) and told[at].span.start < sentence.span.end:
            if told[at].span.start >= sentence.span.start:
                inside.append(told[at])
            at += 1
        if len(inside) == 1:
            yield inside[0], sentence


def _passage(text: str, sentence: Sentence, clue: TimeClue) -> Passage:
    names: set[str] = set()
    words: set[str] = set()
    for word in sentence.words:
        read = read_word(sentence.span, word, opens=True)
        if word in TIME_WORDS or len(word) < _SHORTEST:
            continue
        if read.kind is WordKind.CONTENT:
            words.add(read.form)
    for anchor in sentence.anchors:
        if anchor not in TIME_WORDS and anchor not in clue.span.text_in(text).casefold():
            names.add(anchor)
    return Passage(
        span=sentence.span, clue=clue, names=frozenset(names), words=frozenset(words - names)
    )


def _key(pair: tuple[str, str]) -> int:
    digest = blake2b("\x1f".join(pair).encode("utf-8", "surrogatepass"), digest_size=_KEY_BYTES)
    return int.from_bytes(digest.digest(), signed=True)
