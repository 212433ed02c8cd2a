"""Plans without a day: verbs that are to be done by whoever the text names, "the council will sell the hall"."""

from collections.abc import Iterator, Sequence

from sayso.evidence.event_words import NOBODY, lemma, shipped_event_words
from sayso.evidence.forecast_text import Words
from sayso.language.function_words import AUXILIARIES, DETERMINERS, PREPOSITIONS, is_adverb
from sayso.language.word_lists import word_set
from sayso.text import Span

_WILL = word_set("will shall 'll ’ll")
_IS = word_set("is are was were")
# Verbs that announce what is to be: behind them "would" is no condition.
_ANNOUNCING = word_set(
    "said says announced promised pledged confirmed told stated decided agreed vowed ordered ruled"
)
# Before an infinitive, what somebody is to do: wishes and attempts are none.
_MEANING = word_set(
    "plan plans planned planning prepares prepared preparing intend intends intended intending vows"
    " vowed set due scheduled slated agreed pledged promised"
)
# A sentence with one of these tells what would be, or asks.
_SUPPOSING = word_set(
    "if unless whether perhaps maybe probably likely hopefully might could should when until once fear"
    " fears worry worries hope hopes believe believes think thinks unlikely eventually ever always never not"
    " n't n’t predict predicts predicted forecast forecasts expect expects expected warn warns warned ?"
)
_REACH = 14
_SUBJECT = 12


def meant_words(words: Words, sentences: Sequence[Span]) -> frozenset[int]:
    """Return the tokens of verbs that somebody is to do, by the words around them."""
    found: set[int] = set()
    for sentence in sentences:
        tokens = words.range_of(sentence)
        lows = words.lows[tokens.start : tokens.stop]
        if _SUPPOSING.isdisjoint(lows):
            found.update(tokens.start + at for at in _meant(lows))
    return frozenset(found)


def _meant(lows: Sequence[str]) -> Iterator[int]:
    for at, low in enumerate(lows):
        if not _opens(lows, at, low):
            continue
        verb = _verb_behind(lows, at)
        if verb is not None and _tells(lows[verb]) and _has_doer(lows, at):
            yield verb


def _opens(lows: Sequence[str], at: int, low: str) -> bool:
    """Say whether a word stands before a verb that is meant: "will", "would" of what is said, "is to"."""
    before = lows[at - 1] if at else ""
    if low in _WILL:
        return before not in DETERMINERS
    if low == "would":
        return not _ANNOUNCING.isdisjoint(lows[max(at - _REACH, 0) : at])
    return low == "to" and (before in _IS or before in _MEANING)


def _verb_behind(lows: Sequence[str], at: int) -> int | None:
    """Return where the verb stands behind "will" or "to", in the passive behind "be"."""
    at += 1
    while at < len(lows) and is_adverb(lows[at]):
        at += 1
    if at + 1 < len(lows) and lows[at] == "be":
        at += 1
        while at < len(lows) and is_adverb(lows[at]):
            at += 1
        passive = at < len(lows) and lows[at].endswith(("ed", "en", "wn", "ing"))
        return at if passive else None
    return at if at < len(lows) and lows[at].isalpha() else None


def _tells(word: str) -> bool:
    """Say whether a verb tells something that can be seen to be done."""
    lists, base = shipped_event_words(), lemma(word)
    if word in AUXILIARIES | PREPOSITIONS | DETERMINERS:
        return False
    return base not in lists.timeless | lists.bare | lists.speech | lists.vague


def _has_doer(lows: Sequence[str], at: int) -> bool:
    """Say whether somebody or something is named before the words of meaning."""
    before = [one for one in lows[max(at - _SUBJECT, 0) : at] if one.isalpha()]
    while before and (before[-1] in _IS or before[-1] in _MEANING or is_adverb(before[-1])):
        before.pop()
    return bool(before) and before[-1] not in NOBODY | AUXILIARIES | PREPOSITIONS
