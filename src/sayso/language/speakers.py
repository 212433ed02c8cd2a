"""Speakers: the best name that a document gives for the source of an attribution."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from sayso.language.analysis import Attribution
from sayso.language.function_words import PERSON_PRONOUNS, PREPOSITIONS
from sayso.language.names import ROLES, Name, find_names
from sayso.language.segments import Segments

_HIM_OR_HER = PERSON_PRONOUNS | {"him", "her"}
# A pronoun further from the last speaker than this many paragraphs may mean anybody.
_NEAR = 2
# And no more tokens than this are looked at before it.
_WIDEST = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class _Register:
    """The names of a document, the full names by their last word, and what acronyms stand for."""

    names: tuple[Name, ...]
    starts: tuple[int, ...]
    by_last_word: dict[str, frozenset[str]]
    acronyms: dict[str, str]
    surnamed: frozenset[str]  # full names of which the text also uses the last word alone

    def full(self, name: Name) -> str:
        """Return the one full name that ends in this name, or the name itself."""
        if len(name.words) > 1:
            return name.text
        if name.text in self.acronyms:
            return self.acronyms[name.text]
        found = self.by_last_word.get(name.words[0].lower(), frozenset())
        return next(iter(found)) if len(found) == 1 else name.text

    def between(self, first: int, end: int) -> tuple[Name, ...]:
        return self.names[bisect_left(self.starts, first) : bisect_left(self.starts, end)]


@dataclass(slots=True, kw_only=True)
class _Running:
    """Who spoke last, and where; ``people`` are all who spoke."""

    speaker: str | None = None
    paragraph: int = -_NEAR
    token: int = 0
    people: set[str] = field(default_factory=set)


def name_speakers(
    segments: Segments, attributions: Sequence[Attribution]
) -> tuple[Attribution, ...]:
    """Return the attributions with their speakers, as far as the text is sure about them."""
    register, running = _register(segments), _Running()
    return tuple(
        replace(attribution, speaker=_speaker(segments, register, running, attribution))
        for attribution in attributions
    )


def _register(segments: Segments) -> _Register:
    names = tuple(find_names(segments))
    by_last: dict[str, set[str]] = {}
    acronyms: dict[str, str] = {}
    for name in names:
        if name.is_person:
            by_last.setdefault(name.words[-1].lower(), set()).add(name.text)
    for name, following in pairwise(names):
        if following.text.isupper() and segments.words[name.end : following.first] == ("(",):
            acronyms.setdefault(following.text, name.text)
    return _Register(
        names=names,
        starts=tuple(name.first for name in names),
        by_last_word={last: frozenset(_without_middle(full)) for last, full in by_last.items()},
        acronyms=acronyms,
        surnamed=frozenset(_surnamed(names, by_last)),
    )


def _surnamed(names: Sequence[Name], by_last: dict[str, set[str]]) -> Iterator[str]:
    alone = {name.words[0].lower() for name in names if len(name.words) == 1}
    for last in alone & by_last.keys():
        yield from by_last[last]


def _without_middle(full: set[str]) -> set[str]:
    """Keep the shortest of the forms that share first and last word."""
    best: dict[tuple[str, str], str] = {}
    for name in sorted(full, key=lambda n: (len(n), n)):
        words = name.split()
        best.setdefault((words[0], words[-1]), name)
    return set(best.values())


def _speaker(
    segments: Segments, register: _Register, running: _Running, attribution: Attribution
) -> str | None:
    if not attribution.source:
        return None
    span = attribution.source[0]
    first, end = segments.first_token(span.start), segments.first_token(span.end)
    paragraph = bisect_right(segments.paragraphs, span.start, key=lambda p: p.start) - 1
    if end - first == 1 and segments.lower[first] in _HIM_OR_HER:
        speaker = _pronoun(segments, register, running, first, paragraph)
        person = True
    else:
        name = _named(segments, first, end)
        speaker = register.full(name) if name else None
        person = name is not None and not name.is_body
    if speaker and person:
        running.people.add(speaker)
    running.speaker = speaker if person else None
    running.paragraph, running.token = paragraph, end
    return speaker


def _named(segments: Segments, first: int, end: int) -> Name | None:
    """Return the person that the source phrase names, else the name that it ends in.

    A name behind a preposition is somebody else's: "a lawyer for Ana Petrov".
    """
    comma = next((i for i in range(first, end) if segments.words[i] == ","), end)
    for stop in (comma, end):
        names = [
            n for n in find_names(segments, first, stop) if not _is_dependent(segments, n, first)
        ]
        person = next((name for name in names if name.is_person), None)
        head = next((name for name in names if _is_head(segments, name, stop)), None)
        if person or head:
            return person or head
    return None


def _is_dependent(segments: Segments, name: Name, first: int) -> bool:
    at = name.first - 1
    while at > first and (segments.words[at][0].isupper() or segments.lower[at] in ROLES | {"the"}):
        at -= 1
    return at > first and segments.lower[at] in PREPOSITIONS


def _is_head(segments: Segments, name: Name, stop: int) -> bool:
    """Say whether a phrase ends with a name, its acronym aside: not so "the WHO statement"."""
    return name.end == stop or (segments.words[name.end] == "(" and segments.words[stop - 1] == ")")


def _pronoun(
    segments: Segments, register: _Register, running: _Running, at: int, paragraph: int
) -> str | None:
    """Return whom "he" or "she" must be: the last speaker, or the one person named close before.

    The last speaker only if nobody else was named since; of several people the one who is alone in
    the paragraph and begins a sentence of it.
    """
    recent = running.speaker if paragraph - running.paragraph < _NEAR else None
    if recent and _people(register, running, running.token, at) <= {recent}:
        return recent
    own = segments.first_token(segments.paragraphs[paragraph].start)
    here = _people(register, running, own, at)
    if len(here) == 1 and _opens_sentence(segments, register, own, at, here):
        return next(iter(here))
    first = segments.first_token(segments.paragraphs[max(paragraph - 1, 0)].start)
    near = _people(register, running, first, at) | ({recent} if recent else set())
    return next(iter(near)) if len(near) == 1 else None


def _opens_sentence(
    segments: Segments, register: _Register, first: int, end: int, people: set[str]
) -> bool:
    for name in register.between(max(first, end - _WIDEST), end):
        at = name.first
        while at > first and segments.lower[at - 1] in ROLES | {"the"}:
            at -= 1
        start = segments.tokens.starts[at]
        index = bisect_left(segments.sentences, start, key=lambda s: s.start)
        opens = index < len(segments.sentences) and segments.sentences[index].start == start
        if opens and register.full(name) in people:
            return True
    return False


def _people(register: _Register, running: _Running, first: int, end: int) -> set[str]:
    names = register.between(max(first, end - _WIDEST), end)
    return {register.full(name) for name in names if _may_be_person(register, running, name)}


def _may_be_person(register: _Register, running: _Running, name: Name) -> bool:
    """Say whether more than its form speaks for a person: an office, a surname used, a word said."""
    full = register.full(name)
    if len(full.split()) == 1:
        return name.titled and not name.is_body
    return (not name.is_body and full in running.people | register.surnamed) or (
        name.titled and name.is_person
    )
