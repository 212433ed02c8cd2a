"""Clauses: the stretch of a sentence that an event word shares with its time, place and people."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from sayso.evidence.forecast_text import Words
from sayso.frozen import dataclass
from sayso.language.word_lists import word_set
from sayso.text import Span

_HARD = frozenset(';:—–()[]…“”"')
_OPENERS = word_set(
    "after before while when whenever because although though whereas until unless if once"
    " who which whom whose where but since as"
)
# "That" opens a clause behind a verb or noun of saying, not before a noun.
_THAT = frozenset({"that"})
# "As", "after" and "before" with a time or a number behind them stay where they are.
_PREPOSITIONS = frozenset({"after", "before", "since", "as", "until", "but"})
_SHORTEST_GERUND = 5
_NO_GERUNDS = word_set("during following including according regarding concerning king morning evening nothing something anything everything spring building wing")  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A run of tokens, and how it began: by an opening word, or ``None``."""

    first: int
    end: int
    opener: str | None


class ClauseFinder:
    """The sentences of one text in clauses, each split when it is first asked for."""

    def __init__(self, words: Words, sentences: Sequence[Span], times: Sequence[Span]) -> None:
        self._words = words
        self._sentences = sentences
        self._starts = [sentence.start for sentence in sentences]
        self._time_starts = frozenset(words.at(span.start) for span in times)
        self._split: dict[int, tuple[Clause, ...]] = {}

    def sentence(self, offset: int) -> int:
        """Return the number of the sentence that holds a character."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    def clauses(self, sentence: int) -> tuple[Clause, ...]:
        if sentence not in self._split:
            tokens = self._words.range_of(self._sentences[sentence])
            self._split[sentence] = tuple(self._clauses(tokens.start, tokens.stop))
        return self._split[sentence]

    def clause(self, offset: int) -> Clause:
        """Return the clause that holds the token at a character."""
        token = self._words.at(offset)
        found = self.clauses(self.sentence(offset))
        return next((one for one in found if one.first <= token < one.end), found[-1])

    def _clauses(self, first: int, end: int) -> Iterator[Clause]:
        start, opener = first, None
        for token in range(first, end):
            cut = self._cut(token, opener, end)
            if cut is None:
                continue
            behind, found = cut
            if token > start:
                yield Clause(first=start, end=token, opener=opener)
            start, opener = behind, found
        if start < end:
            yield Clause(first=start, end=end, opener=opener)

    def _cut(self, token: int, opener: str | None, end: int) -> tuple[int, str | None] | None:
        """Return where a new clause begins at a token and what opens it; ``None``: none does."""
        word, following = self._words.word(token), self._words.word(token + 1)
        if word in _HARD:
            return token + 1, None
        if word == "," and token + 1 < end:
            if _is_gerund(following):
                return token + 1, "gerund"
            return (token + 1, None) if opener in _OPENERS else None
        if word in _OPENERS and not self._is_preposition(token):
            return token, word
        if word in _THAT and self._words.word(token - 1) not in {"", ",", "of", "in", "on", "at"}:
            return (token + 1, "that") if not following[-1:].isdigit() else None
        return None

    def _is_preposition(self, token: int) -> bool:
        """Say whether "after", "as" … stand before a time or an adjective and open nothing."""
        word = self._words.word(token)
        return word in _PREPOSITIONS and (
            token + 1 in self._time_starts
            or self._words.word(token + 1) in {"well", "many", "much", "part", "a", "an", "for"}
        )


def _is_gerund(word: str) -> bool:
    return len(word) >= _SHORTEST_GERUND and word.endswith("ing") and word not in _NO_GERUNDS
