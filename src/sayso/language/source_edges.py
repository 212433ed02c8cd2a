"""Edges of sources, set where the grammar of the sentence puts them.

In "the ferry is thought to have sunk" the ferry thinks nothing; in "according to Bo Lund, who left, the dam is safe" his
leaving is no part of what he says.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.language.analysis import SPEECH, Attribution
from sayso.language.function_words import (
    AUXILIARIES,
    BE,
    PRONOUNS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    is_adverb,
)
from sayso.language.phrases import Clause, is_finite, phrase_ending
from sayso.language.reporting import verbs_of
from sayso.language.segments import Segments
from sayso.language.sources import opening_phrase
from sayso.language.told_before import only_word
from sayso.language.word_lists import word_set
from sayso.text import Span, merged

_BEING = BE | {"'s", "’s"}
_SPOKEN_OF = word_set("thought believed said expected understood reported estimated alleged rumoured rumored considered assumed suspected feared reputed deemed accused criticised criticized blamed praised condemned hailed urged asked told ordered advised warned informed instructed reminded requested charged")  # fmt: skip
_BEHIND_PASSIVE = word_set("to of for as that with over")
_RELATIVES = RELATIVES | {"where"}
_NOUNS = word_set("claims claim allegations allegation accusations criticism reports rumours rumors warnings calls demands concerns fears speculation suggestions complaints predictions")  # fmt: skip
_AMID = word_set("amid despite after following over by with about to of on against for")
_COMMA = ","
_QUOTES = frozenset("“”\"‘’'")
_LONGEST_CLAUSE = 30


def raised_subject(
    segments: Segments, attributions: Sequence[Attribution]
) -> Iterator[Attribution]:
    """Yield the attributions with the subject of a passive laid to what is said, not to who says it."""
    for one in attributions:
        if _is_expletive(segments, one):
            yield replace(one, source=(), speaker=None)
        elif len(one.source) == 1 and one.cue and _is_passive(segments, one):
            content = merged((*one.source, *one.content))
            yield replace(one, source=(), speaker=None, content=content)
        else:
            yield one


def _is_expletive(segments: Segments, one: Attribution) -> bool:
    """Say whether "it" only fills the place of a subject: "it is estimated that"."""
    return only_word(segments, one) == "it" and _is_spoken_of(segments.lower_words(one.cue))


def _is_passive(segments: Segments, one: Attribution) -> bool:
    words = segments.lower_words(one.cue)
    first = segments.first_token(one.source[0].end)
    begins = segments.first_token(one.cue[0].start)
    beside = all(is_adverb(word) for word in segments.lower[first:begins]) and first <= begins
    behind = segments.lower[segments.first_token(one.cue[-1].end) :][:1]
    led = words[-1] in _BEHIND_PASSIVE or (behind and behind[0] in _BEHIND_PASSIVE)
    return _is_spoken_of(words) and beside and bool(led)


def _is_spoken_of(words: Sequence[str]) -> bool:
    """Say whether a cue is a passive of whoever words are about: "is thought", "was criticised"."""
    return any(b in _BEING and _participle(words, n + 1) for n, b in enumerate(words))


def _participle(words: Sequence[str], at: int) -> bool:
    while at < len(words) and (is_adverb(words[at]) or words[at] in _BEING | {"not"}):
        at += 1
    return at < len(words) and words[at] in _SPOKEN_OF


def behind_participle(
    segments: Segments, attributions: Sequence[Attribution]
) -> Iterator[Attribution]:
    """Yield the attributions with sources that begin behind a participle and its comma.

    In "Speaking of the dam, the mayor, Bo Lund, said" the mayor is who speaks.
    """
    for one in attributions:
        if len(one.source) != 1:
            yield one
            continue
        (source,) = one.source
        first, end = segments.first_token(source.start), segments.first_token(source.end)
        comma = next((n for n in range(first, end) if segments.words[n] == _COMMA), end)
        opens = segments.sentence_of(source.start).start == source.start
        participle = segments.lower[first].endswith("ing") and comma - first > 1
        if participle and opens and comma + 1 < end and _begins_phrase(segments, comma + 1):
            yield replace(
                one, source=(Span(segments.tokens.starts[comma + 1], source.end),), speaker=None
            )
        else:
            yield one


def _begins_phrase(segments: Segments, at: int) -> bool:
    return segments.words[at][:1].isupper() or segments.lower[at] in {"the", "a", "an"} | PRONOUNS


def explained_source(
    segments: Segments, attributions: Sequence[Attribution]
) -> Iterator[Attribution]:
    """Yield the attributions by "according to" with contents without what is told of the source.

    In "according to Bo Lund, who left early, the dam is safe" only the dam is safe by him.
    """
    for one in attributions:
        according = segments.lower_words(one.cue)[:1] == ["according"]
        cut = _relative_end(segments, one) if according and one.source else None
        if cut is None:
            yield one
            continue
        first, *others = one.content
        yield replace(one, content=(Span(segments.tokens.starts[cut], first.end), *others))


def _relative_end(segments: Segments, one: Attribution) -> int | None:
    """Return the word behind the comma that ends a relative clause with which a content begins."""
    first = segments.first_token(one.content[0].start)
    after = segments.first_token(one.source[-1].end)
    if segments.lower[first] not in _RELATIVES or not after <= first <= after + 1:
        return None
    end = segments.first_token(one.content[0].end)
    for at in range(first + 1, min(end, first + _LONGEST_CLAUSE)):
        if segments.words[at] == _COMMA and at + 1 < end:
            clause = Clause(segments=segments, first=at + 1, end=end)
            if any(is_finite(clause, n) for n in range(at + 1, end)):
                return at + 1
    return None


def subject_of_sentence(
    segments: Segments, attributions: Sequence[Attribution]
) -> Iterator[Attribution]:
    """Yield the attributions with the subject of the sentence for a participle that has none.

    "The council closed the dam on Friday, stressing that it was safe": the council stresses.
    """
    for one in attributions:
        if one.source or not one.cue or one.manner not in SPEECH:
            yield one
            continue
        first = segments.first_token(one.cue[0].start)
        led = first - 1
        while led > 0 and segments.words[led] in _QUOTES:
            led -= 1
        before = segments.lower[led] if first else ""
        quoted = led < first - 1 and not segments.words[led].endswith((".", "?", "!"))
        tied = quoted or before in {_COMMA, "while", "by", "and"}
        bound = tied and segments.lower[first].endswith("ing")
        found = _subject(segments, first) if bound and verbs_of(segments.lower[first]) else None
        yield one if found is None else replace(one, source=(found,))


def _subject(segments: Segments, limit: int) -> Span | None:
    sentence = segments.sentence_of(segments.tokens.starts[limit])
    opens = segments.first_token(sentence.start)
    found = opening_phrase(Clause(segments=segments, first=opens, end=limit), limit)
    return segments.span(*found) if found else None


def pronoun_alone(segments: Segments, attributions: Sequence[Attribution]) -> Iterator[Attribution]:
    """Yield the attributions with a pronoun right before the cue for all of their source.

    In "call them if you can. She also urged people" only she urges.
    """
    for one in attributions:
        last = one.source[-1] if len(one.source) > 1 and one.cue else None
        alone = last is not None and last.text_in(segments.text).lower() in SUBJECT_PRONOUNS
        beside = last is not None and last.end <= one.cue[0].start
        others = [span.text_in(segments.text).lower() for span in one.source[:-1]]
        far = last is not None and (
            segments.sentence_of(last.start) != segments.sentence_of(one.source[0].start)
            or all(word in SUBJECT_PRONOUNS for word in others)
        )
        yield replace(one, source=(last,)) if last and alone and beside and far else one


def noun_alone(segments: Segments, attributions: Sequence[Attribution]) -> Iterator[Attribution]:
    """Yield the attributions by a noun without a source that only acts elsewhere in the sentence.

    In "the mayor left amid claims that the dam was leaking" nobody is named who claims it.
    """
    for one in attributions:
        words = segments.lower_words(one.cue)
        noun = bool(_NOUNS.intersection(words)) and not any(w in AUXILIARIES for w in words)
        far = noun and len(one.source) == 1 and _is_elsewhere(segments, one)
        yield replace(one, source=(), speaker=None) if far else one


def _is_elsewhere(segments: Segments, one: Attribution) -> bool:
    """Say whether a verb and a preposition part a source from the noun behind it."""
    (source,) = one.source
    if source.end > one.cue[0].start:
        return False
    first, end = segments.first_token(source.end), segments.first_token(one.cue[0].start)
    between = segments.lower[first:end]
    clause = Clause(segments=segments, first=first, end=end)
    verb = any(is_finite(clause, n) for n in range(first, end))
    return verb and bool(_AMID.intersection(between))


def joined_source(segments: Segments, attributions: Sequence[Attribution]) -> Iterator[Attribution]:
    """Yield the attributions with everybody in a source of which only the last was read.

    In "The council and the mayor said" both say it.
    """
    for one in attributions:
        first = segments.first_token(one.source[0].start) if len(one.source) == 1 else 0
        if not first or segments.lower[first - 1] != "and" or segments.lower[first] in PRONOUNS:
            yield one
            continue
        (source,) = one.source
        opens = segments.first_token(segments.sentence_of(source.start).start)
        end = segments.first_token(source.end)
        clause = Clause(segments=segments, first=opens, end=end)
        found = phrase_ending(clause, end - 1 - (segments.words[end - 1] == _COMMA))
        whole = found is not None and found[0] == opens and found[0] < first
        free = not any(span.start < source.start for span in (*one.content, *one.cue))
        start = segments.tokens.starts[found[0]] if found is not None else source.start
        yield replace(one, source=(Span(start, source.end),)) if whole and free else one
