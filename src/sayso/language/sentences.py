"""Sentences: where one ends and the next begins, never across a paragraph."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from sayso.documents.dateline import heading_end
from sayso.language.abbreviations import BEFORE_NUMBERS, GENERAL, STARTERS, TITLES
from sayso.language.analysis import Tokens
from sayso.language.quote_marks import Nature, nature_apart
from sayso.language.reporting import verbs_of
from sayso.text import Span

_STOPS = frozenset(".!?…。！？؟۔")
_CLOSERS = frozenset("\"'”’»›)]}″“") | {"''", "``"}
_OPENERS = frozenset("\"'“‘«‹([{„‚`*•–—-") | {"``", "''"}
_STRAIGHT = frozenset({'"', "''"})
_QUOTES = frozenset("\"'“‘«„")
# They introduce what follows, so that a capital behind them begins nothing.
_NEVER = frozenset({"e.g", "i.e", "cf", "vs", "viz"})
_NEVER_LAST = TITLES | BEFORE_NUMBERS | _NEVER
# A headline runs into its story in the first paragraphs, behind a caption or a byline.
_HEAD = 3
# "'Never again!' Deputy Mayor Ana Petrov said": so many name words may stand before the verb.
_NAME_WORDS = 5


def split_sentences(text: str, tokens: Tokens, paragraphs: Sequence[Span]) -> tuple[Span, ...]:
    """Return the sentences of ``text``; each lies in one paragraph and ends at a token."""
    sentences = []
    at = 0
    for number, paragraph in enumerate(paragraphs):
        first = at
        while at < len(tokens) and tokens.starts[at] < paragraph.end:
            at += 1
        head = heading_end(paragraph.text_in(text)) if number < _HEAD else 0
        start = first
        for end in _ends_behind(text, tokens, range(first, at), paragraph.start + head):
            sentences.append(Span(tokens.starts[start], tokens.ends[end - 1]))
            start = end
    return tuple(sentences)


def _ends_behind(text: str, tokens: Tokens, place: range, head: int) -> Iterator[int]:
    """Yield the ends of sentences of one paragraph; a headline that ran into it ends at ``head``."""
    story = bisect_left(tokens.starts, head, place.start, place.stop)
    if story > place.start:
        yield from _ends(text, tokens, place.start, story)
    yield from _ends(text, tokens, story, place.stop)


def _ends(text: str, tokens: Tokens, first: int, last: int) -> Iterator[int]:
    """Yield the index behind the last token of each sentence of one paragraph."""
    at = first
    while at < last:
        word = text[tokens.starts[at] : tokens.ends[at]]
        at += 1
        if not _may_end(word):
            continue
        while at < last and _closes(text, tokens, at):
            at += 1
        at = _behind_notes(text, tokens, at, last)
        if at < last and _is_boundary(text, tokens, word, at, last):
            yield at
    if first < last:
        yield last


def _may_end(word: str) -> bool:
    return word[-1] in _STOPS


def _closes(text: str, tokens: Tokens, at: int) -> bool:
    """Say whether the token is a closing mark (or a further stop) that belongs to the one before it.

    It is glued to it, or the text sets its closing marks apart.
    """
    word = text[tokens.starts[at] : tokens.ends[at]]
    following = text[tokens.ends[at] : tokens.ends[at] + 1]
    if tokens.starts[at] != tokens.ends[at - 1]:
        blank = not following or following.isspace()
        return word in _STRAIGHT and blank and nature_apart(text, word) is Nature.CLOSES
    if word in _CLOSERS:
        return not following.isalnum()
    return all(c in _STOPS for c in word)


def _behind_notes(text: str, tokens: Tokens, at: int, last: int) -> int:
    """Return the index behind the numbered notes ("[6]") and an emoticon that follow the stop."""
    while True:
        words = [text[tokens.starts[i] : tokens.ends[i]] for i in range(at, min(at + 3, last))]
        if not (len(words) == 3 and words[0] == "[" and words[1].isdigit() and words[2] == "]"):  # noqa: PLR2004
            break
        at += 3
    return at + 1 if words and words[0][0] in ":;" and len(words[0]) > 1 else at


def _is_boundary(text: str, tokens: Tokens, stop: str, at: int, last: int) -> bool:
    """Say whether a sentence begins at token ``at``, behind ``stop`` and its closing marks."""
    behind = text[tokens.starts[at - 1] : tokens.ends[at - 1]]
    first = _first_word(text, tokens, at, last)
    quoted = text[tokens.starts[at]] in _QUOTES
    word = text[tokens.starts[first] : tokens.ends[first]]
    glued = tokens.starts[at] == tokens.ends[at - 1]
    if glued:
        return _glued_boundary(text, tokens, stop, at, word)
    if len(stop) > 1 and stop[-1] == "." and stop[0] != ".":
        return _after_abbreviation(stop, word, quoted=quoted)
    if word[0].islower():
        return stop == "." and behind == "." and first == at
    if stop[0] in ".…" and len(stop) > 1:
        return word[0].isupper() or quoted
    if stop[0] in "?!" and behind != stop and first == at and _says(text, tokens, at, last):
        return False
    return not _is_list_number(text, tokens, at)


def _first_word(text: str, tokens: Tokens, at: int, last: int) -> int:
    while at + 1 < last and text[tokens.starts[at] : tokens.ends[at]] in _OPENERS:
        at += 1
    return at


def _glued_boundary(text: str, tokens: Tokens, stop: str, at: int, word: str) -> bool:
    """Accept a missing blank ("the end.The next") only between a plain word and a capital."""
    if stop not in {".", "!", "?"} or at < 2 or not word[0].isupper():  # noqa: PLR2004
        return False
    before = text[tokens.starts[at - 2] : tokens.ends[at - 2]]
    return len(before) > 1 and before.islower() and before.isalpha() and len(word) > 1


def _after_abbreviation(stop: str, word: str, *, quoted: bool) -> bool:
    """Say whether a sentence begins with ``word`` behind a word that ends in its own stop."""
    lower = stop[:-1].lower()
    if lower in _NEVER_LAST or (len(lower) == 1 and stop[0].isupper()) or not word[0].isupper():
        return False
    plain = lower not in GENERAL and "." not in lower
    return plain or quoted or word.lower() in STARTERS


def _says(text: str, tokens: Tokens, at: int, last: int) -> bool:
    """Say whether names and a reporting verb follow: the sentence goes on behind the quotation."""
    for index in range(at, min(at + _NAME_WORDS, last)):
        word = text[tokens.starts[index] : tokens.ends[index]]
        if index > at and verbs_of(word):
            return True
        if not (word[0].isupper() or word in {"of", "the", "and"}):
            return bool(verbs_of(word)) and index > at
    return False


def _is_list_number(text: str, tokens: Tokens, at: int) -> bool:
    """Say whether the stop behind belongs to the number of a list item ("3. Water")."""
    if at < 2 or text[tokens.starts[at - 1]] != ".":  # noqa: PLR2004
        return False
    number = text[tokens.starts[at - 2] : tokens.ends[at - 2]]
    begins = at == 2 or text[tokens.starts[at - 2] - 1] == "\n"  # noqa: PLR2004
    return number.isdigit() and begins and tokens.starts[at - 1] == tokens.ends[at - 2]
