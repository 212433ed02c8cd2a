"""The headline of an article: as its page declares it, or as its lines show it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.documents.document import FurnitureKind
from sayso.documents.furniture import LineLabel
from sayso.documents.lines import Line, content_words, is_sentence_like, shape_of, words_of
from sayso.frozen import dataclass
from sayso.text import Span

_LETTERS = re.compile(r"[^\W_]+")
# A declared title often carries the name of the site behind a mark.
_SITE_MARK = re.compile(r"\s+[|–—·»:-]+\s+|\s+\|\s*")
_SHORTEST_PART = 0.5
ABOVE_RULE = "above_headline"
# How far above the article a headline may stand, in lines.
_REACH = 12
_FEWEST_WORDS, _MOST_WORDS = 3, 40
_PARAGRAPH = 140
_USUAL_WORDS, _ENOUGH = 16, 5
_LEAST_SHARE = 0.3
_NO_HEADLINE = frozenset({FurnitureKind.CAPTION, FurnitureKind.CREDIT, FurnitureKind.DATE_LINE})
_PERIOD = re.compile(r"[^.][.][\"”’')\]]*\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """The line that holds the headline, and the headline's characters in the rendering."""

    index: int
    span: Span


def declared_headline(
    title: str, span: Span | None, lines: Sequence[Line], before: int
) -> Headline | None:
    """Find the line of a title that the page declares; of copies the last that stands before the article."""
    if span is not None:
        for index, line in enumerate(lines):
            if line.span.contains(span):
                return Headline(index=index, span=span)
    matches = [i for i, line in enumerate(lines) if _is_title(line.text, title)]
    if not matches:
        return None
    above = [i for i in matches if i <= before]
    index = above[-1] if above else matches[0]
    return Headline(index=index, span=lines[index].span)


def shown_headline(labels: Sequence[LineLabel]) -> Headline | None:
    """Choose the headline among the lines at the head of the article, by what the article repeats.

    If none repeats enough, as in a short text, a line that stands alone above the first paragraph
    is it if a word of it returns; else there is none.
    """
    prose = [i for i, label in enumerate(labels) if label.article and _is_prose(label.line.text)]
    if not prose:
        return None
    first = next((i for i in prose if _opens(labels[i].line.text)), prose[0])
    repeated = content_words(
        [word for i in prose if i >= first for word in words_of(labels[i].line.text)]
    )
    best, best_score = None, 0.0
    for i in range(max(first - _REACH, 0), first):
        score = _headline_score(labels[i], repeated)
        copy = best is not None and labels[i].line.text == labels[best].line.text
        if score > best_score or (copy and score):
            best, best_score = i, score
    if best is None and _stands_alone(labels, first, repeated):
        best = first - 1
    return None if best is None else Headline(index=best, span=labels[best].line.span)


def _stands_alone(labels: Sequence[LineLabel], first: int, repeated: frozenset[str]) -> bool:
    """Say whether just one line stands above the first paragraph, and the article takes it up."""
    above = [label for label in labels[:first] if label.article]
    if len(above) != 1 or above[0] is not labels[first - 1]:
        return False
    words = words_of(above[0].line.text)
    taken_up = bool(content_words(words) & repeated)
    return taken_up and 1 < len(words) <= _MOST_WORDS and not _PERIOD.search(above[0].line.text)


def mark_headline(labels: Sequence[LineLabel], headline: Headline | None) -> tuple[LineLabel, ...]:
    """Return the labels with the headline as part of the article, and nothing but prose above it."""
    if headline is None:
        return tuple(labels)
    marked = []
    for i, label in enumerate(labels):
        if i == headline.index:
            marked.append(replace(label, kind=None, rule=None))
        elif i < headline.index and label.article and not _is_prose(label.line.text):
            marked.append(replace(label, kind=FurnitureKind.LINE, rule=ABOVE_RULE))
        else:
            marked.append(label)
    return tuple(marked)


def _opens(text: str) -> bool:
    """Say whether a line is a paragraph, not a headline with a question mark."""
    return len(text) >= _PARAGRAPH or _PERIOD.search(text) is not None


def _headline_score(label: LineLabel, repeated: frozenset[str]) -> float:
    text = label.line.text
    words = words_of(text)
    fits = _FEWEST_WORDS <= len(words) <= _MOST_WORDS
    if not fits or label.kind in _NO_HEADLINE or _PERIOD.search(text):
        return 0.0
    content = content_words(words)
    common = len(content & repeated)
    if not content or common < min(2, len(content)) or common / len(content) < _LEAST_SHARE:
        return 0.0
    # A kicker repeats one or two words of the article and nothing else; a headline repeats more,
    # and says it in fewer words than the summary below it.
    share, brevity = common / len(content), min(1.0, _USUAL_WORDS / len(words))
    return (1 + share) * min(common, _ENOUGH) * brevity


def _is_prose(text: str) -> bool:
    return is_sentence_like(shape_of(text, words_of(text)))


def _is_title(line: str, title: str) -> bool:
    shown = _folded(line)
    if not shown:
        return False
    declared = _folded(title)
    if shown == declared:
        return True
    parts = [_folded(part) for part in _SITE_MARK.split(title)]
    long_enough = len(shown) >= _SHORTEST_PART * len(declared)
    return long_enough and (shown in parts or declared.startswith(shown + " "))


def _folded(text: str) -> str:
    return " ".join(_LETTERS.findall(text.casefold()))
