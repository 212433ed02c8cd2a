"""Speakers settled by what the core does not weigh: grammar, paragraphs, offices and who spoke before.

Each rule looks at one source phrase and answers with a name, with "nobody named", or with nothing
to say. ``settled_speakers_examples`` holds a text on which each fires and one on which it must not.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from sayso.frozen import dataclass
from sayso.language.analysis import MAYBE_SPEECH, Attribution, Mention
from sayso.language.function_words import BE, PREPOSITIONS
from sayso.language.introductions import Introduction, find_introductions
from sayso.language.names import BODIES, ROLES, find_names
from sayso.language.segments import Segments
from sayso.language.word_lists import word_set
from sayso.text import Nearby, Span

_PERSON = "PER"
_BODY = "ORG"
_NAMED = frozenset({"PER", "ORG", "LOC", "NORP", "FAC"})
_HE = word_set("he she him her")
_IT = word_set("it they them")
_PAPERS = word_set(
    "report statement recording tape message letter video audio clip communique communiqué post tweet"
    " memo note document dispatch bulletin"
)
_DEFINITE = word_set("the this that its his her their")
# Heads of a body by whichever word: "the Velm chief" is "Velm commander Bo Lund".
_CHIEFS = word_set("leader chief head commander boss director")
# Verbs whose passive has the hearer for its subject: "the board was urged to".
_HEARD = word_set(
    "urged asked told warned accused ordered advised informed reminded requested blamed instructed"
    " begged implored charged criticised criticized condemned praised briefed notified alerted"
)
_PASSIVE = BE | {"got"}
_ENDS = " \t\n,.;:)]\"”’'–—-"
# Fires on "a report published by the " and "released by " before a name; not on "a report on ".
_PUT_OUT_BY = re.compile(
    r"""(?: (?: \w+ \s+ ){0,3} (?: report | study | statement | analysis | survey | dossier
        | assessment | letter | paper | investigation ) \s+ )?
    (?: (?: published | released | issued | written | prepared | compiled | put \s+ out ) \s+ )?
    by \s+ (?: the \s+ )?""",
    re.VERBOSE | re.IGNORECASE,
)
# A pronoun farther than this many paragraphs from who is meant may mean anybody.
_PAPER_REACH = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What a rule makes of a source: the name, ``None`` where the text names nobody."""

    speaker: str | None
    rule: str


def settle_speakers(
    segments: Segments, attributions: Sequence[Attribution], mentions: Sequence[Mention]
) -> tuple[Attribution, ...]:
    """Return the attributions with the speakers that the rules settle; without mentions as they are."""
    if not mentions:
        return tuple(attributions)
    text = _Text(segments, mentions)
    settled: list[Attribution] = []
    for attribution in attributions:
        heard = text.without_hearer(attribution)
        found = text.settle(heard, settled)
        settled.append(heard if found is None else replace(heard, speaker=found.speaker))
    return tuple(settled)


class _Text:
    """The names of a text, and where they stand, for the rules to ask."""

    def __init__(self, segments: Segments, mentions: Sequence[Mention]) -> None:
        self._segments = segments
        self._text = segments.text
        self._named = sorted(
            (m for m in mentions if m.kind in _NAMED and m.name), key=lambda m: m.span
        )
        self._near = Nearby(self._named, span=lambda m: m.span)
        self._persons = [m for m in self._named if m.kind == _PERSON]
        self._first: dict[str, int] = {}
        for mention in self._named:
            self._first.setdefault(mention.name or "", mention.span.start)
        self._kinds = {m.name: m.kind for m in self._named}
        names = tuple(find_names(segments))
        self._offices = tuple(self._introduced(find_introductions(segments, names)))
        self._rules: tuple[Callable[[Attribution, Sequence[Attribution]], Settled | None], ...] = (
            self._named_at_the_end,
            self._puts_out,
            self._called_in_full,
            self._no_name,
            self._no_person,
            self._named_later,
            self._opens_paragraph,
            self._only_person,
            self._holds_office,
            self._goes_on,
            self._paper_goes_on,
            self._shares_subject,
        )

    def settle(self, one: Attribution, before: Sequence[Attribution]) -> Settled | None:
        """Return what the first rules that say something make of it, one after the other."""
        found: Settled | None = None
        for rule in self._rules:
            now = rule(one if found is None else replace(one, speaker=found.speaker), before)
            found = now or found
        return found

    def without_hearer(self, one: Attribution) -> Attribution:
        """Take out a source that is spoken to: "the board was urged to act" says by nobody."""
        words = self._segments.lower_words(one.cue)
        if not one.source or not one.cue or one.source[-1].end > one.cue[0].start:
            return one
        heard = any(w in _HEARD and b in _PASSIVE for b, w in pairwise(words))
        return replace(one, source=(), speaker=None) if heard else one

    def _words(self, one: Attribution) -> tuple[str, ...]:
        return tuple(self._segments.lower_words(one.source))

    def _inside(self, one: Attribution) -> Iterator[Mention]:
        for span in one.source:
            yield from self._near.inside(span)

    def _paragraph(self, at: int) -> int:
        return self._segments.paragraph_at(at)

    def _named_at_the_end(self, one: Attribution, _: Sequence[Attribution]) -> Settled | None:
        """Read "the head of the board, Ana Petrov," where the office was taken for the name."""
        speaker = (one.speaker or "").split()
        if not speaker or speaker[0].lower() not in ROLES:
            return None
        people = [m for m in self._inside(one) if m.kind == _PERSON and self._closes(m, one)]
        return Settled(speaker=people[-1].name, rule="named_at_the_end") if people else None

    def _puts_out(self, one: Attribution, _: Sequence[Attribution]) -> Settled | None:
        """Let a paper speak for who put it out: "a report published by the Velm Institute"."""
        if one.speaker is not None:
            return None
        for mention in self._inside(one):
            (holder,) = [span for span in one.source if span.contains(mention.span)]
            if _PUT_OUT_BY.fullmatch(self._text, holder.start, mention.span.start):
                return Settled(speaker=mention.name, rule="puts_out")
        return None

    def _closes(self, mention: Mention, one: Attribution) -> bool:
        (holder,) = [span for span in one.source if span.contains(mention.span)]
        behind = self._text[mention.span.end : holder.end].strip(_ENDS)
        before = self._text[holder.start : mention.span.start].split()
        return not behind and not (before and before[-1].lower() in PREPOSITIONS)

    def _no_name(self, one: Attribution, _: Sequence[Attribution]) -> Settled | None:
        """Take "Analysts say" for what it is: one word that no name of the text bears."""
        name = one.speaker or ""
        if name and " " not in name and name not in self._kinds and not name.isupper():
            return Settled(speaker=None, rule="no_name")
        return None

    def _no_person(self, one: Attribution, _: Sequence[Attribution]) -> Settled | None:
        """Leave "the company said" open where it was tied to a person: a body is nobody's name."""
        words = [word.strip(_ENDS) for word in self._words(one)]
        described = words[:1] != [] and words[0] in _DEFINITE and words[-1] in BODIES
        if not described or self._kinds.get(one.speaker) != _PERSON or any(self._inside(one)):
            return None
        return Settled(speaker=None, rule="no_person")

    def _named_later(self, one: Attribution, _: Sequence[Attribution]) -> Settled | None:
        """Leave "the rebel group said" open where a name it was tied to comes only later."""
        first = self._first.get(one.speaker or "")
        described = self._words(one)[:1] and self._words(one)[0] in _DEFINITE
        if not described or first is None or first <= one.source[-1].end:
            return None
        own = self._segments.sentence_of(one.source[0].start)
        later = self._segments.sentence_of(first).start > own.start
        return Settled(speaker=None, rule="named_later") if later else None

    def _called_in_full(self, one: Attribution, _: Sequence[Attribution]) -> Settled | None:
        """Give "Orlow" the one full name of the text that ends in it."""
        short = (one.speaker or "").split()
        if len(short) != 1 or not self._may_be_person(short[0]):
            return None
        full = {n for m in self._persons if (n := m.name or "").split()[-1:] == short} - {short[0]}
        return Settled(speaker=full.pop(), rule="called_in_full") if len(full) == 1 else None

    def _may_be_person(self, name: str) -> bool:
        """Say whether a single word is no place, and no short form of a body that is named in full."""
        kind = self._kinds.get(name)
        longer = any(
            m.kind != _PERSON and name in (m.name or "").split() and m.name != name
            for m in self._named
        )
        return kind in {_PERSON, None} or (kind == _BODY and not longer)

    def _only_person(self, one: Attribution, _: Sequence[Attribution]) -> Settled | None:
        """Take "he" for the only person that the paragraph names before it."""
        words = self._words(one)
        if one.speaker is not None or len(words) != 1 or words[0] not in _HE:
            return None
        at = one.source[0].start
        start = self._segments.paragraphs[self._paragraph(at)].start
        here = {m.name for m in self._persons if start <= m.span.start < at}
        return Settled(speaker=here.pop(), rule="only_person") if len(here) == 1 else None

    def _opens_paragraph(self, one: Attribution, _: Sequence[Attribution]) -> Settled | None:
        """Take "he" for the one person who opens the paragraph: "For Bo Lund, …", he says."""
        words = self._words(one)
        if len(words) != 1 or words[0] not in _HE:
            return None
        at = one.source[0].start
        paragraph = self._segments.paragraphs[self._paragraph(at)]
        here = {m.name for m in self._persons if paragraph.start <= m.span.start < at}
        opening = [m for m in self._persons if paragraph.start <= m.span.start < at][:1]
        if len(here) != 1 or one.speaker in here or not self._opens(opening[0], paragraph):
            return None
        return Settled(speaker=opening[0].name, rule="opens_paragraph")

    def _opens(self, mention: Mention, paragraph: Span) -> bool:
        """Say whether only an office and a preposition stand before the first name of a paragraph."""
        words = self._text[paragraph.start : mention.span.start].lower().split()
        small = {word.strip(_ENDS + "“‘") for word in words}
        return small <= ROLES | {"for", "according", "to", "the", "then", "but", "and", ""}

    def _holds_office(self, one: Attribution, _: Sequence[Attribution]) -> Settled | None:
        """Take "the Velm chief" for the one person told of before as its commander."""
        words = [word.strip(_ENDS) for word in self._words(one)]
        if one.speaker is not None or words[:1] != ["the"]:
            return None
        if words[-1] not in _CHIEFS or len(one.source) != 1:
            return None
        bodies = {m.entity for m in self._inside(one)}
        known = {
            name
            for name, heads, entities, at in self._offices
            if at < one.source[0].start
            and heads & _CHIEFS
            and (not entities or not bodies or entities & bodies)
        }
        return Settled(speaker=known.pop(), rule="holds_office") if len(known) == 1 else None

    def _introduced(
        self, introductions: Iterator[Introduction]
    ) -> Iterator[tuple[str, frozenset[str], frozenset[int], int]]:
        """Yield who holds an office, the words of it, the bodies beside it, and where that is told."""
        for one in introductions:
            name = self._segments.span(one.name.first, one.name.end)
            person = next((m for m in self._persons if m.span.overlaps(name)), None)
            if person is None or person.name is None:
                continue
            whole = self._segments.span(one.opens, max(one.name.end, one.office.end))
            around = Span(max(whole.start - 20, 0), whole.end)
            bodies = {m.entity for m in self._named if around.contains(m.span) and m is not person}
            yield person.name, frozenset(one.office.words), frozenset(bodies), name.start

    def _goes_on(self, one: Attribution, before: Sequence[Attribution]) -> Settled | None:
        """Take "it added" for who spoke just before in the paragraph, a person for a person."""
        words = self._words(one)
        if one.speaker is not None or len(words) != 1 or words[0] not in _HE | _IT:
            return None
        last = self._last(one, before, reach=0)
        kind = self._kinds.get(last)
        if last is None or kind is None or (kind == _PERSON) != (words[0] in _HE):
            return None
        return Settled(speaker=last, rule="goes_on")

    def _paper_goes_on(self, one: Attribution, before: Sequence[Attribution]) -> Settled | None:
        """Take "the report said" for who was cited with one just before."""
        words = [word.strip(_ENDS) for word in self._words(one)]
        papers = words[:1] != [] and words[0] in _DEFINITE and set(words[1:]) <= _PAPERS
        if one.speaker is not None or not papers:
            return None
        # Whoever says what a report says has not put it out: "two papers said the report argues".
        others = [other for at, other in enumerate(before) if at != one.parent]
        last = self._last(one, others, reach=_PAPER_REACH)
        return Settled(speaker=last, rule="paper_goes_on") if last else None

    def _shares_subject(self, one: Attribution, before: Sequence[Attribution]) -> Settled | None:
        """Take "and called on them" for what the speaker before "and" said."""
        if one.source or one.speaker is not None or not one.cue:
            return None
        start = one.cue[0].start
        if self._text[max(start - 4, 0) : start] != "and ":
            return None
        sentence = self._segments.sentence_of(start)
        for other in reversed(before):
            inside = other.cue and sentence.start <= other.cue[0].start < start
            if inside and other.speaker and other.source:
                return Settled(speaker=other.speaker, rule="shares_subject")
        return None

    def _last(self, one: Attribution, before: Sequence[Attribution], *, reach: int) -> str | None:
        """Return who spoke last, at most so many paragraphs before."""
        at = min(span.start for span in (*one.source, *one.cue, *one.content))
        own = self._paragraph(at)
        for other in reversed(before):
            places = [span.start for span in (*other.source, *other.cue)]
            near = places and min(places) < at and own - self._paragraph(min(places)) <= reach
            if near and other.speaker is not None and other.manner in MAYBE_SPEECH:
                return other.speaker
        return None
