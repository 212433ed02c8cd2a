"""Attribution corpora as training examples: GUM, LitBank and the project's own."""

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.language.analysis import Tokens
from sayso.language.paragraphs import find_paragraphs
from sayso.language.quotations import QuoteState, find_quotations, quote_states
from sayso.language.sentences import split_sentences
from sayso.language.tokens import tokenize
from sayso.text import Span
from training.corpus.records import GoldText
from training.examples import Corpus, Example, WordAttribution

# A longer content in GUM is a whole section: a rhetorical relation, not an attribution of news.
_LONGEST_CONTENT = 900
# Rows of the table of quotation states.
_STATES = {
    QuoteState.OUTSIDE: 0,
    QuoteState.INSIDE: 1,
    QuoteState.OPENING: 2,
    QuoteState.CLOSING: 3,
}


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
            quotes=tuple(_STATES[state] for state in quote_states(tokens, quotations)),
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


def example(
    worded: Worded,
    corpus: Corpus,
    attributions: Sequence[WordAttribution],
    *,
    spans: dict[str, tuple[tuple[int, int, str], ...]] | None = None,
    loose: bool = False,
) -> Example:
    """Return the example; cues become spans of the policy ``cue`` too."""
    cues = tuple((a.cue[0], a.cue[0] + 1, "CUE") for a in attributions if a.cue)
    return Example(
        corpus=corpus,
        words=worded.words,
        paragraphs=worded.paragraphs,
        quotes=worded.quotes,
        spans={**(spans or {}), "cue": cues},
        attributions=tuple(attributions),
        loose_cues=loose,
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


def read_own(text: GoldText) -> Example:
    """Return one text of the project's corpus with every layer it annotates."""
    worded = Worded.of(text.text)
    labels = [a.label for a in text.attributions]
    attributions = [
        WordAttribution(
            cue=worded.inside(a.cue),
            source=worded.inside(a.source),
            content=worded.inside(a.content),
            parent=labels.index(a.parent) if a.parent else None,
            labels={
                "manner": str(a.manner),
                "force": a.force,
                "polarity": "negative" if a.negated else "positive",
            },
        )
        for a in text.attributions
    ]
    names = [(s, e.kind) for e in text.entities for s in e.names]
    spans = {
        "news": _labelled(worded, names),
        "timex": _labelled(worded, [(t.span, t.type) for t in text.timexes]),
    }
    return example(worded, Corpus.NEWS, attributions, spans=spans)


def _labelled(
    worded: Worded, spans: Iterable[tuple[Span, str]]
) -> tuple[tuple[int, int, str], ...]:
    found = []
    for span, label in spans:
        words = worded.inside([span])
        if words:
            found.append((words[0], words[-1] + 1, label))
    return tuple(sorted(found))
