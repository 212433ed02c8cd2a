"""The wording of one document: its sentences as words, ready to be compared with another's."""

import unicodedata
from collections.abc import Iterator
from itertools import islice

from sayso.frozen import dataclass
from sayso.language.quote_marks import find_marks, pair_marks
from sayso.language.segments import Segments, segment
from sayso.text import Span

# Shorter passages between marks are terms and titles, not what somebody said.
_SHORTEST_QUOTATION = 4
# What no stop ever ends is compared in pieces of so many words.
_LONGEST_SENTENCE = 80
# A copy is known by its beginning: of a book no more is compared.
_MOST_SENTENCES = 1_500
# A sentence of which less stands outside the marks is a quotation with its "he said".
_SHORTEST_OWN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence as words in a form that spelling and marks do not change.

    ``own`` are the words outside quotation marks: what the outlet itself wrote. ``anchors`` are
    its numbers and names, which hardly change when a text is put into other words.
    """

    span: Span
    words: tuple[str, ...]
    own: tuple[str, ...]
    anchors: tuple[str, ...]

    @property
    def numbers(self) -> tuple[str, ...]:
        return tuple(anchor for anchor in self.anchors if anchor[0].isdigit())

    @property
    def is_quotation(self) -> bool:
        """Say whether hardly anything of it is the outlet's own wording."""
        return len(self.own) < min(_SHORTEST_OWN, len(self.words))


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The sentences of a document that hold any words."""

    sentences: tuple[Sentence, ...]

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(word for sentence in self.sentences for word in sentence.words)

    @property
    def own_words(self) -> int:
        return sum(len(sentence.own) for sentence in self.sentences)


def read_wording(text: str) -> Wording:
    """Return the wording of ``text``."""
    segments = segment(text)
    quoted = _quoted_tokens(segments)
    found = (_sentence(segments, quoted, piece) for piece in _pieces(segments))
    told = (sentence for sentence in found if sentence.words)
    return Wording(sentences=tuple(islice(told, _MOST_SENTENCES)))


def folded_word(word: str) -> str:
    """Return a word in one form for all spellings of its letters."""
    return unicodedata.normalize("NFKC", word).casefold().replace("’", "'")


def _pieces(segments: Segments) -> Iterator[range]:
    """Yield the sentences as ranges of tokens, those without end in pieces."""
    for span in segments.sentences:
        end = segments.first_token(span.end)
        for start in range(segments.first_token(span.start), end, _LONGEST_SENTENCE):
            yield range(start, min(start + _LONGEST_SENTENCE, end))


def _sentence(segments: Segments, quoted: frozenset[int], piece: range) -> Sentence:
    tokens = [
        index for index in piece if any(character.isalnum() for character in segments.words[index])
    ]
    folded = {index: folded_word(segments.words[index]) for index in tokens}
    return Sentence(
        span=segments.span(piece.start, piece.stop),
        words=tuple(folded.values()),
        own=tuple(folded[index] for index in tokens if index not in quoted),
        anchors=tuple(folded[index] for index in _anchors(segments, tokens)),
    )


def _anchors(segments: Segments, tokens: list[int]) -> Iterator[int]:
    """Yield numbers, and the last word of each name; a capital at the beginning says nothing."""
    for position, index in enumerate(tokens):
        word = segments.words[index]
        following = tokens[position + 1] if position + 1 < len(tokens) else None
        goes_on = following is not None and segments.words[following][0].isupper()
        if word[0].isdigit() or (position and word[0].isupper() and not goes_on):
            yield index


def _quoted_tokens(segments: Segments) -> frozenset[int]:
    """Return the indices of the tokens between quotation marks."""
    found: set[int] = set()
    for paragraph in segments.paragraphs:
        marks = find_marks(segments.text, paragraph)
        pairing = pair_marks(segments.text, marks)
        ranges = [(left.end, right.start) for left, right in pairing.pairs]
        # A quotation of several paragraphs opens in each of them and closes in the last.
        ranges += [(mark.end, paragraph.end) for mark in pairing.unclosed[:1] if mark.nature != "either"]  # fmt: skip
        for start, end in ranges:
            inside = range(segments.first_token(start), segments.first_token(end))
            if len(inside) >= _SHORTEST_QUOTATION:
                found.update(inside)
    return frozenset(found)
