"""Lines of a rendering: where they stand, and the shape of one line without its words."""

import re
from typing import NamedTuple

from sayso.frozen import dataclass
from sayso.text import Span

_LINE = re.compile(r"[^\r\n]+")
_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
# Invisible characters that pages put into otherwise empty lines.
_BLANK = " \t\u00a0\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u3000\x0b\x0c"
_LINK_MARK = re.compile(r"[→←↑↓›‹»«|•·▶►▸●■◆★☆✓✔➤➜⟶>+#@_=*~]")
_QUOTE = re.compile(r"[\"“”„«»‘‹›]")
_QUOTES = '"“”„«»‘‹›'
_DIGIT = re.compile(r"\d")
_MARK = re.compile(r"[^\w\s]|_")
_TERMINAL = re.compile(r"[.!?…](?:[\"”’'»)\]*]|\s)*\Z")
_INNER_TERMINAL = re.compile(r"[a-zà-ÿ0-9\"”’)%][.!?][\"”’)]*\s+(?=[\"“‘(]?[A-ZÀ-Þ0-9])")
_CLOCK = re.compile(r"\b\d{1,2}[:.h]\d{2}\b")
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
_ADDRESS = re.compile(
    r"https?://|www\.|\b[\w.-]+@[\w-]+\.\w|\b[a-z0-9-]+\.(?:com|org|net|info|tv)\b"
)
_COUNTER = re.compile(r"\b\d+\s*(?:/|of|von|de|di|sur)\s*\d+\b")
_FUNCTION_WORDS = frozenset(
    {
        "a", "about", "after", "against", "all", "also", "although", "among", "an", "and", "any",
        "are", "as", "at", "be", "because", "been", "before", "being", "between", "both", "but",
        "by", "can", "could", "did", "do", "does", "down", "during", "each", "few", "for", "from",
        "had", "has", "have", "he", "her", "here", "him", "his", "how", "i", "if", "in", "into",
        "is", "it", "its", "just", "made", "may", "me", "might", "more", "most", "much", "must",
        "my", "no", "not", "now", "of", "off", "on", "once", "one", "only", "or", "other", "our",
        "out", "over", "own", "said", "same", "she", "should", "since", "so", "some", "still",
        "such", "than", "that", "the", "their", "them", "then", "there", "these", "they", "this",
        "those", "through", "to", "under", "until", "up", "us", "very", "was", "we", "were",
        "what", "when", "where", "which", "while", "who", "whom", "whose", "why", "will", "with",
        "within", "without", "would", "you", "your",
    }
)  # fmt: skip
_FULL = 200
# Of an endless line this much is measured.
_READ = 2000
_TAIL = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a rendering that is not blank, without the blanks around it."""

    span: Span
    text: str


class Shape(NamedTuple):
    """What can be seen of one line without knowing its words, as numbers for a model."""

    characters: float
    words: float
    word_length: float
    initials: float
    capitals: float
    digits: float
    marks: float
    function_words: float
    short_lower: float
    link_marks: float
    quotes: float
    commas: float
    sentences: float
    terminal: float
    colon: float
    ellipsis: float
    question: float
    starts_lower: float
    starts_upper: float
    starts_digit: float
    starts_mark: float
    ends_bracket: float
    ends_digit: float
    year: float
    clock: float
    address: float
    counter: float
    copyright: float


def split_lines(text: str) -> tuple[Line, ...]:
    """Return the lines of ``text`` that hold anything to see."""
    lines = []
    for match in _LINE.finditer(text):
        content = match[0].strip(_BLANK)
        if content:
            start = match.start() + len(match[0]) - len(match[0].lstrip(_BLANK))
            lines.append(Line(span=Span(start, start + len(content)), text=content))
    return tuple(lines)


def words_of(text: str) -> list[str]:
    """Return the words of ``text`` as written; of an endless line those at its beginning."""
    return _WORD.findall(text[:_READ])


def content_words(words: list[str]) -> frozenset[str]:
    """Return the words that carry content, in lower case: what a line is about."""
    lowered = (word.casefold() for word in words)
    return frozenset(w for w in lowered if len(w) > 3 and w not in _FUNCTION_WORDS)  # noqa: PLR2004


def is_sentence_like(shape: Shape) -> bool:
    """Say whether a line has the shape of running prose: long, punctuated, in lower case."""
    long_enough = shape.characters >= 60  # noqa: PLR2004
    punctuated = shape.terminal > 0 or shape.sentences > 0
    return long_enough and punctuated and shape.initials < 0.6  # noqa: PLR2004


def shape_of(text: str, words: list[str]) -> Shape:
    """Measure one line, given its words."""
    read = text[:_READ]
    length, count = len(read), max(len(words), 1)
    first, last = text[0], text[-1]
    lowered = [word.casefold() for word in words]
    return Shape(
        characters=min(length, 4 * _FULL),
        words=min(len(words), _FULL),
        word_length=sum(map(len, words)) / count,
        initials=sum(word[0].isupper() for word in words) / count,
        capitals=sum(len(word) > 1 and word.isupper() for word in words) / count,
        digits=len(_DIGIT.findall(read)) / length,
        marks=len(_MARK.findall(read)) / length,
        function_words=sum(word in _FUNCTION_WORDS for word in lowered) / count,
        short_lower=sum(len(w) < 4 and w.islower() for w in words) / count,  # noqa: PLR2004
        link_marks=len(_LINK_MARK.findall(read)),
        quotes=len(_QUOTE.findall(read)),
        commas=read.count(",") / count,
        sentences=len(_INNER_TERMINAL.findall(read)),
        terminal=float(_TERMINAL.search(text[-_TAIL:]) is not None),
        colon=float(last == ":"),
        ellipsis=float(text.endswith(("...", "…"))),
        question=float("?" in text),
        starts_lower=float(first.islower()),
        starts_upper=float(first.isupper()),
        starts_digit=float(first.isdigit()),
        starts_mark=float(not first.isalnum() and first not in _QUOTES),
        ends_bracket=float(last in ")]"),
        ends_digit=float(last.isdigit()),
        year=float(_YEAR.search(read) is not None),
        clock=float(_CLOCK.search(read) is not None),
        address=float(_ADDRESS.search(read) is not None),
        counter=float(_COUNTER.search(read) is not None),
        copyright=float("©" in text or "®" in text),
    )
