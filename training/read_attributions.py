"""Texts with character spans as training examples: words, and the attributions of GUM."""

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.language.analysis import Tokens
from sayso.language.core.read import STATES
from sayso.language.paragraphs import find_paragraphs
from sayso.language.quotations import find_quotations, quote_states
from sayso.language.sentences import split_sentences
from sayso.language.tokens import tokenize
from sayso.text import Span
from training.examples import Corpus, Example, WordAttribution
from training.labels import POLICIES

# A longer content in GUM is a whole section: a rhetorical relation, not an attribution of news.
_LONGEST_CONTENT = 900


@dataclass(frozen=True, slots=True)
class Worded:
    """A text cut into words, with what every example of it shares."""

    text: str
    tokens: Tokens
    paragraphs: tuple[tuple[int, int], ...]
    quotes: tuple[int, ...]
    sentences: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> "Worded":
        tokens = tokenize(text)
        paragraphs = find_paragraphs(text)
        starts = tokens.starts
        quotations = find_quotations(text)
        return cls(
            text=text,
            tokens=tokens,
            paragraphs=tuple(
                (bisect_left(starts, p.start), bisect_left(starts, p.end)) for p in paragraphs
            ),
            quotes=tuple(STATES[state] for state in quote_states(tokens, quotations)),
            sentences=tuple(
                bisect_left(starts, s.start) for s in split_sentences(text, tokens, paragraphs)
            ),
        )

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(
            self.text[s:e] for s, e in zip(self.tokens.starts, self.tokens.ends, strict=True)
        )

    def inside(self, spans: Iterable[Span]) -> tuple[int, ...]:
        """Return the words that the spans touch."""
        found: list[int] = []
        for span in spans:
            first = bisect_right(self.tokens.ends, span.start)
            past = bisect_left(self.tokens.starts, span.end)
            found.extend(range(first, past))
        return tuple(sorted(set(found)))

    def labelled(self, spans: Iterable[tuple[Span, str]]) -> tuple[tuple[int, int, str], ...]:
        """Return labelled spans over words, the longest of those that overlap."""
        found: list[tuple[int, int, str]] = []
        taken: set[int] = set()
        for span, label in sorted(spans, key=lambda s: s[0].start - s[0].end):
            words = self.inside([span])
            if words and not taken & set(words):
                taken.update(words)
                found.append((words[0], words[-1] + 1, label))
        return tuple(sorted(found))


def example(
    worded: Worded,
    corpus: Corpus,
    attributions: Sequence[WordAttribution],
    *,
    spans: dict[str, tuple[tuple[int, int, str], ...]] | None = None,
) -> Example:
    """Return the example; the first words of cues become spans of the policy ``cue`` too."""
    cues = tuple((a.cue[0], a.cue[0] + 1, "CUE") for a in attributions if a.cue)
    return Example(
        corpus=corpus,
        words=worded.words,
        paragraphs=worded.paragraphs,
        quotes=worded.quotes,
        spans={**(spans or {}), "cue": cues},
        attributions=tuple(attributions),
    )


def read_gum(path: Path) -> Iterator[Example]:
    """Yield GUM documents with the attributions that have a cue."""
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        worded = Worded.of(record["text"])
        found = [
            _attribution(worded, a)
            for a in record["attributions"]
            if a["cue"] and a["content"][-1][1] - a["content"][0][0] <= _LONGEST_CONTENT
        ]
        yield example(worded, Corpus.GUM_ATTRIBUTION, found)


def _attribution(worded: Worded, record: dict[str, Any]) -> WordAttribution:
    def words(role: str) -> tuple[int, ...]:
        return worded.inside(Span(s, e) for s, e in record[role])

    return WordAttribution(cue=words("cue"), source=words("source"), content=words("content"))


def read_timexes(path: Path, corpus: Corpus, policy: str) -> Iterator[Example]:
    """Yield the documents of a corpus of timexes: ``text`` and ``timexes`` with offsets and type."""
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        worded = Worded.of(record["text"])
        timexes = [
            (Span(t["start"], t["end"]), t["type"])
            for t in record["timexes"]
            if t["type"] in POLICIES[policy]
        ]
        yield Example(
            corpus=corpus,
            words=worded.words,
            paragraphs=worded.paragraphs,
            quotes=worded.quotes,
            spans={policy: worded.labelled(timexes)},
        )
