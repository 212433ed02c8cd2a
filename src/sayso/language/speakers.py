"""Speakers: the best name that a document gives for the source of an attribution."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import field, replace
from itertools import pairwise

from sayso.frozen import dataclass
from sayso.language.analysis import Attribution, AttributionKind
from sayso.language.cues import Cue
from sayso.language.function_words import POSSESSIVES, PREPOSITIONS, is_adverb
from sayso.language.introductions import (
    Holders,
    Introduction,
    find_holders,
    find_introductions,
)
from sayso.language.names import ROLES, Name, find_names
from sayso.language.segments import Segments
from sayso.language.word_lists import word_set
from sayso.text import Span

_HIM_OR_HER = {"he": "he", "him": "he", "she": "she", "her": "she"}
# What a body puts out under its name, and what may also be about the one whose name it bears.
_STATEMENTS = word_set("statement communique communiqué announcement declaration release")
_PAPERS = word_set("report letter memo document paper dossier")
_BEFORE_PAPER = word_set("press news joint annual written official final internal")
_LEADS_NAMES = ROLES | {"the"}
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
    introductions: dict[int, Introduction]  # by the first token of the name
    holders: Holders
    reporting: frozenset[int]  # names with a reporting verb behind them, by their first token
    introduced: frozenset[str]  # full names that have an office anywhere in the text
    inside: frozenset[int]  # names in quotation marks: who is named there does not speak there

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
    genders: dict[str, str] = field(default_factory=dict)  # the pronoun of a full name


def name_speakers(
    segments: Segments, attributions: Sequence[Attribution], cues: Sequence[Cue] = ()
) -> tuple[Attribution, ...]:
    """Return the attributions with their speakers, as far as the text is sure about them.

    ``cues`` are the reporting words of the text: who has one behind the name is a person or body.
    """
    quoted = sorted(
        span for a in attributions if a.kind is AttributionKind.DIRECT for span in a.content
    )
    register, running = _register(segments, cues, tuple(quoted)), _Running()
    for introduction in register.introductions.values():
        if introduction.gender:
            running.genders[register.full(introduction.name)] = introduction.gender
    return tuple(
        replace(attribution, speaker=_speaker(segments, register, running, attribution))
        for attribution in attributions
    )


def _register(segments: Segments, cues: Sequence[Cue], quoted: tuple[Span, ...]) -> _Register:
    names = tuple(find_names(segments))
    by_last: dict[str, set[str]] = {}
    acronyms: dict[str, str] = {}
    for name in names:
        if name.is_person:
            by_last.setdefault(name.words[-1].lower(), set()).add(name.text)
    for name, following in pairwise(names):
        if following.text.isupper() and segments.words[name.end : following.first] == ("(",):
            acronyms.setdefault(following.text, name.text)
    introductions = tuple(find_introductions(segments, names))
    return _Register(
        names=names,
        starts=tuple(name.first for name in names),
        by_last_word={last: frozenset(_without_middle(full)) for last, full in by_last.items()},
        acronyms=acronyms,
        surnamed=frozenset(_surnamed(names, by_last)),
        introductions={introduction.name.first: introduction for introduction in introductions},
        holders=find_holders(segments, introductions),
        reporting=frozenset(_reporting(segments, names, cues)),
        introduced=frozenset(i.name.text for i in introductions if i.name.is_person),
        inside=frozenset(_inside(segments, names, quoted)),
    )


def _inside(segments: Segments, names: Sequence[Name], quoted: Sequence[Span]) -> Iterator[int]:
    starts = [name.first for name in names]
    for span in quoted:
        first, end = segments.first_token(span.start), segments.first_token(span.end)
        yield from starts[bisect_left(starts, first) : bisect_left(starts, end)]


def _reporting(segments: Segments, names: Sequence[Name], cues: Sequence[Cue]) -> Iterator[int]:
    verbs = {cue.first for cue in cues}
    for name in names:
        at = name.end
        while at < len(segments.words) and is_adverb(segments.lower[at]):
            at += 1
        if at in verbs:
            yield name.first


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
    paragraph = segments.paragraph_at(span.start)
    pronoun = _HIM_OR_HER.get(segments.lower[first]) if end - first == 1 else None
    if pronoun:
        speaker = _pronoun(segments, register, running, first, paragraph)
        person = True
        if speaker:
            running.genders.setdefault(speaker, pronoun)
    elif holder := _holder(segments, register, first, end):
        speaker, person = holder, True
    else:
        name = _named(segments, first, end)
        speaker = register.full(name) if name else _author(segments, register, first, end)
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
    while at > first and (segments.words[at][0].isupper() or segments.lower[at] in _LEADS_NAMES):
        at -= 1
    return at > first and segments.lower[at] in PREPOSITIONS


def _is_head(segments: Segments, name: Name, stop: int) -> bool:
    """Say whether a phrase ends with a name, its acronym aside: not so "the WHO statement"."""
    return name.end == stop or (segments.words[name.end] == "(" and segments.words[stop - 1] == ")")


def _holder(segments: Segments, register: _Register, first: int, end: int) -> str | None:
    """Return the one person introduced as what the phrase says: "the director"."""
    holders = register.holders.of(segments, first, end)
    introduced = {i.name.text for i in holders}
    # "President Lind" is not the Eva Lind of whom the text says no office.
    found = {
        full if (full := register.full(i.name)) in introduced else i.name.text for i in holders
    }
    return next(iter(found)) if len(found) == 1 else None


def _author(segments: Segments, register: _Register, first: int, end: int) -> str | None:
    """Return the body whose paper speaks: "the Orlen statement", "the Orlen Board's report"."""
    paper = end - 1
    if segments.lower[paper] not in _STATEMENTS | _PAPERS:
        return None
    at = paper
    while at > first and segments.lower[at - 1] in _BEFORE_PAPER:
        at -= 1
    owned = at > first and segments.lower[at - 1] in POSSESSIVES
    names = [n for n in register.between(first, paper) if n.end == at - owned]
    if not names or _is_dependent(segments, names[0], first):
        return None
    sure = owned or names[0].is_body or segments.lower[paper] in _STATEMENTS
    return register.full(names[0]) if sure else None


def _pronoun(
    segments: Segments, register: _Register, running: _Running, at: int, paragraph: int
) -> str | None:
    """Return whom "he" or "she" must be: the last speaker, or the one person named close before.

    The last speaker only if nobody else was named since; of several people the one who reports in
    the sentence before, or who is alone in the paragraph and begins a sentence of it.
    """
    pronoun = _HIM_OR_HER[segments.lower[at]]

    def people(first: int) -> set[str]:
        found = _people(register, running, first, at)
        return {name for name in found if running.genders.get(name, pronoun) == pronoun}

    recent = running.speaker if paragraph - running.paragraph < _NEAR else None
    if recent and running.genders.get(recent, pronoun) != pronoun:
        recent = None
    if recent and people(running.token) <= {recent}:
        return recent
    own = segments.first_token(segments.paragraphs[paragraph].start)
    here = people(own)
    if len(here) == 1 and _opens_sentence(segments, register, own, at, here):
        return next(iter(here))
    reporter = _last_reporter(segments, register, own, at)
    if reporter and people(reporter.first) == {register.full(reporter)}:
        return register.full(reporter)
    first = segments.first_token(segments.paragraphs[max(paragraph - 1, 0)].start)
    near = people(first) | ({recent} if recent else set())
    return next(iter(near)) if len(near) == 1 else None


def _last_reporter(segments: Segments, register: _Register, first: int, end: int) -> Name | None:
    """Return the last name that opens a sentence and has a reporting verb behind it."""
    names = register.between(max(first, end - _WIDEST), end)
    reporting = (n for n in reversed(names) if n.first in register.reporting)
    return next((n for n in reporting if _opens(segments, register, n, first)), None)


def _opens_sentence(
    segments: Segments, register: _Register, first: int, end: int, people: set[str]
) -> bool:
    names = register.between(max(first, end - _WIDEST), end)
    return any(
        register.full(name) in people and _opens(segments, register, name, first) for name in names
    )


def _opens(segments: Segments, register: _Register, name: Name, first: int) -> bool:
    """Say whether a sentence begins with a name, with the office before it."""
    introduction = register.introductions.get(name.first)
    at = introduction.opens if introduction else name.first
    while at > first and segments.lower[at - 1] in _LEADS_NAMES:
        at -= 1
    start = segments.tokens.starts[at]
    index = bisect_left(segments.sentences, start, key=lambda s: s.start)
    return index < len(segments.sentences) and segments.sentences[index].start == start


def _people(register: _Register, running: _Running, first: int, end: int) -> set[str]:
    names = register.between(max(first, end - _WIDEST), end)
    return {
        register.full(name)
        for name in names
        if name.first not in register.inside and _may_be_person(register, running, name)
    }


def _may_be_person(register: _Register, running: _Running, name: Name) -> bool:
    """Say whether more than its form speaks for a person: an office, a surname used, a word said."""
    full = register.full(name)
    if name.is_body:
        return False
    if len(full.split()) == 1:
        return name.titled or full in running.people
    told = full in running.people | register.surnamed | register.introduced
    return told or (name.is_person and (name.titled or name.first in register.reporting))
