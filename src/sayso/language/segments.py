"""One text cut into paragraphs, sentences and words: the ground every reading rule stands on."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from sayso.frozen import dataclass
from sayso.language.analysis import Tokens
from sayso.language.paragraphs import find_paragraphs
from sayso.language.sentences import split_sentences
from sayso.language.tokens import tokenize
from sayso.text import Span

# Names of bodies and countries that in lower case would be pronouns.
ACRONYMS = frozenset({"US", "WHO", "IT"})
# Brackets as the Penn Treebank and the texts cut like it write them out.
_BRACKETS = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Segments:
    """A text with its layers of segmentation; ``words`` are its tokens, ``lower`` those in lower case.

    A bracket that is written out ("-LRB-") is its bracket there.

    Acronyms that look like pronouns keep their capitals there.
    """

    text: str
    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]
    tokens: Tokens
    words: tuple[str, ...]
    lower: tuple[str, ...]

    def first_token(self, position: int) -> int:
        """Return the index of the first token that begins at ``position`` or later."""
        return bisect_left(self.tokens.starts, position)

    def sentence_of(self, position: int) -> Span:
        """Return the sentence in which a character lies; the first for one before all of them."""
        at = bisect_right(self.sentences, position, key=lambda one: one.start) - 1
        return self.sentences[max(at, 0)]

    def sentence_before(self, position: int) -> Span | None:
        """Return the sentence before the one in which a character lies."""
        at = bisect_right(self.sentences, position, key=lambda one: one.start) - 2
        return self.sentences[at] if at >= 0 else None

    def paragraph_at(self, position: int) -> int:
        """Return the index of the paragraph in which a character lies; -1 for one before all."""
        return bisect_right(self.paragraphs, position, key=lambda one: one.start) - 1

    def lower_words(self, spans: Iterable[Span]) -> list[str]:
        """Return what stands in some spans in lower case, parted at blanks."""
        return [word for span in spans for word in span.text_in(self.text).lower().split()]

    def span(self, first: int, end: int) -> Span:
        """Return the characters of the tokens ``first`` up to, not including, ``end``."""
        return Span(self.tokens.starts[first], self.tokens.ends[end - 1])


def segment(text: str) -> Segments:
    """Cut ``text`` into paragraphs, sentences and tokens."""
    tokens, paragraphs = tokenize(text), find_paragraphs(text)
    return as_segments(text, tokens, split_sentences(text, tokens, paragraphs), paragraphs)


def as_segments(
    text: str, tokens: Tokens, sentences: Sequence[Span], paragraphs: Sequence[Span]
) -> Segments:
    """Bundle layers that were made before."""
    written = (text[s:e] for s, e in zip(tokens.starts, tokens.ends, strict=True))
    words = tuple(_BRACKETS.get(word, word) for word in written)
    return Segments(
        text=text,
        paragraphs=tuple(paragraphs),
        sentences=tuple(sentences),
        tokens=tokens,
        words=words,
        lower=tuple(word if word in ACRONYMS else word.lower() for word in words),
    )
