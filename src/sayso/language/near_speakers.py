"""Speakers told by what stands nearest: the quotation before, the body that spoke before, the noun before "who".

The core weighs whole texts; a pronoun in news mostly means whom the sentence before was of. ``near_speakers_examples``
holds for each rule a text on which it fires and one on which it must not.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from sayso.language.analysis import MAYBE_SPEECH, Attribution, AttributionKind, Mention
from sayso.language.described import agrees, described_speaker
from sayso.language.genders import KIN, may_be, signs_of
from sayso.language.segments import Segments
from sayso.language.settled_speakers import Settled
from sayso.language.told_before import beginning, last_told, only_word
from sayso.language.word_lists import word_set
from sayso.text import Nearby, Span, words_before

_PERSON = "PER"
_PEOPLE = "NORP"
_BODIES = frozenset({"ORG", "LOC", "NORP", "FAC"})
_HE = word_set("he she him her")
_IT = word_set("it they")
# Verbs by which somebody goes on who has spoken; "denied" and "vowed" may be an answer to it.
_NEUTRAL = word_set("said says say added adds add told noted stated explained continued wrote reported saying adding")  # fmt: skip
_FEW = range(1, 4)
# Words that take up who was told of before.
_TAKING_UP = word_set("the these those both his her its their our some two three four five six other such")  # fmt: skip
# Characters before a name in which a kinship is told: "Her mother, Kelly".
_NEAR = 20
_NEW = word_set("a an one another that this")
# Whoever is somebody's so, and not an office under which a text has named a person.
_CLOSE = word_set(
    "lawyer friend neighbour neighbor colleague cousin relative partner parent son-in-law"
)
_ASKING = word_set("ask asks asked asking")
_POSSESSIVE = ("'s", "’s", "' ", "’ ")
_BETWEEN_RELATIVE = " \t\n,"


def settle_near(
    segments: Segments, attributions: Sequence[Attribution], mentions: Sequence[Mention]
) -> tuple[Attribution, ...]:
    """Return the attributions with the speakers that stand nearest, where a rule is sure of them."""
    text = _Text(segments, mentions)
    settled: list[Attribution] = []
    for one in attributions:
        found = next((s for rule in text.rules if (s := rule(one, settled))), None)
        settled.append(one if found is None else replace(one, speaker=found.speaker))
    return tuple(settled)


class _Text:
    """The names of a text by their places, for the rules to ask."""

    def __init__(self, segments: Segments, mentions: Sequence[Mention]) -> None:
        self._segments = segments
        self._named = sorted(
            (m for m in mentions if m.name and m.kind in _BODIES | {_PERSON}), key=lambda m: m.span
        )
        self._near = Nearby(self._named, span=lambda m: m.span)
        self._kinds = {m.name: m.kind for m in self._named}
        self._signs = signs_of(segments.text, mentions)
        self.rules: tuple[Callable[[Attribution, Sequence[Attribution]], Settled | None], ...] = (
            self._relative,
            self._possessed,
            self._group,
            self._several,
            self._quoted_before,
            self._spoke_before,
            self._unnamed_before,
            self._body_before,
            self._just_named,
        )

    def _taken_up(self, one: Attribution, wanted: frozenset[str]) -> Span | None:
        """Return the sentence before words that the text itself reports of nobody but a pronoun."""
        pronoun = one.parent is None and only_word(self._segments, one) in wanted
        return (
            self._segments.sentence_before(beginning(one)) if pronoun and self._opens(one) else None
        )

    def _names_in(self, place: Span) -> list[Mention]:
        return self._near.inside(place)

    def _opens(self, one: Attribution) -> bool:
        """Say whether nobody is named before a pronoun in its sentence but in what is said."""
        start = one.source[0].start
        opens = self._segments.sentence_of(start).start
        inside = self._names_in(Span(opens, start)) if opens < start else []
        return all(any(c.contains(m.span) for c in one.content) for m in inside)

    def _relative(self, one: Attribution, _: Sequence[Attribution]) -> Settled | None:
        """Take "who" for the person named right before it; leave a group right before it unnamed."""
        if only_word(self._segments, one) != "who":
            return None
        start = one.source[0].start
        text = self._segments.text
        near = [m for m in self._named if m.span.end <= start]
        beside = near[-1] if near and not text[near[-1].span.end : start].strip(_BETWEEN_RELATIVE) else None  # fmt: skip
        if beside is not None and beside.kind == _PERSON:
            return Settled(speaker=beside.name, rule="relative")
        lead = words_before(text, start)[-1:]
        plural = bool(lead) and lead[0].islower() and lead[0].endswith("s") and lead[0].isalpha()
        return Settled(speaker=None, rule="relative") if plural and one.speaker else None

    def _possessed(self, one: Attribution, _: Sequence[Attribution]) -> Settled | None:
        """Leave "Bo Lund's lawyer" unnamed: it is not Bo Lund who speaks."""
        if one.speaker is None or len(one.source) != 1:
            return None
        (source,) = one.source
        inside = self._names_in(source)
        own = [m for m in inside if m.name == one.speaker and m.kind == _PERSON]
        owns = bool(own) and all(self._is_possessor(m, source) for m in own)
        return Settled(speaker=None, rule="possessed") if owns else None

    def _group(self, one: Attribution, _: Sequence[Attribution]) -> Settled | None:
        """Leave "Velmian officials" and "Velmians, Orlens and others" unnamed: no people speaks as one."""
        if self._kinds.get(one.speaker) != _PEOPLE or len(one.source) != 1:
            return None
        (source,) = one.source
        inside = [m for m in self._names_in(source) if m.name == one.speaker]
        words = source.text_in(self._segments.text)
        behind = self._segments.text[inside[0].span.end : source.end].strip() if inside else ""
        several = " and " in words or "," in words.rstrip(", ")
        noun = behind[:1].islower() and behind[:1].isalpha()
        return Settled(speaker=None, rule="group") if inside and (several or noun) else None

    def _several(self, one: Attribution, _: Sequence[Attribution]) -> Settled | None:
        """Leave "Campaigners" and "local residents" unnamed: such words take up nobody told of before."""
        if one.speaker is None or len(one.source) != 1:
            return None
        words = one.source[0].text_in(self._segments.text).split()
        plain = len(words) in _FEW and all(w.isalpha() for w in words) and words[-1].endswith("s")
        small = all(word.islower() for word in words[1:]) and words[0].lower() not in _TAKING_UP
        named = self._names_in(one.source[0])
        opens = len(words) > 1 or words[0].islower() or self._begins_sentence(one.source[0])
        fires = plain and small and not named and opens
        return Settled(speaker=None, rule="several") if fires else None

    def _begins_sentence(self, span: Span) -> bool:
        return self._segments.sentence_of(span.start).start == span.start

    def _is_possessor(self, mention: Mention, source: Span) -> bool:
        """Say whether a word of what is owned follows a name: "Bo Lund's lawyer", not "Bo Lund's"."""
        text = self._segments.text
        behind = text[mention.span.end : source.end]
        return behind.startswith(_POSSESSIVE) and bool(behind[2:].strip(" ,"))

    def _quoted_before(self, one: Attribution, before: Sequence[Attribution]) -> Settled | None:
        """Take "he" for whose quotation the sentence before is."""
        previous = self._taken_up(one, _HE)
        if previous is None:
            return None
        quoted = [
            other
            for other in before
            if other.parent is None
            and other.kind is AttributionKind.DIRECT
            and self._kinds.get(other.speaker) == _PERSON
            and any(
                span.contains(Span(previous.start + 1, previous.start + 2))
                for span in other.content
            )
        ]
        return self._settled(quoted[-1].speaker, one, "quoted_before") if quoted else None

    def _spoke_before(self, one: Attribution, before: Sequence[Attribution]) -> Settled | None:
        """Take "he" for who spoke last in the sentence before, if nobody there was taken for him."""
        previous = self._taken_up(one, _HE)
        if previous is None:
            return None
        last = self._last(before, previous)
        there = {m.name for m in self._names_in(previous)}
        if last is None or one.speaker in there or self._kinds.get(last.speaker) != _PERSON:
            return None
        return self._settled(last.speaker, one, "spoke_before")

    def _unnamed_before(self, one: Attribution, before: Sequence[Attribution]) -> Settled | None:
        """Leave "he" unnamed where "the pilot's brother" spoke just before, and "it" behind "the report"."""
        previous = self._taken_up(one, _HE | _IT) if one.speaker is not None else None
        if previous is None:
            return None
        told = [
            other
            for other in before
            if other.parent is None and other.source and previous.contains(other.source[0])
        ]
        last = told[-1] if told else None
        if last is None or last.speaker is not None:
            return None
        there = [m for m in self._names_in(previous) if not last.source[0].contains(m.span)]
        if one.speaker in {m.name for m in there}:
            return None
        described = described_speaker(self._segments.text, last.source)
        fits = described is not None and agrees(described, only_word(self._segments, one))
        return Settled(speaker=None, rule="unnamed_before") if fits and self._is_new(last) else None

    def _is_new(self, one: Attribution) -> bool:
        """Say whether a description is nobody's who has a name: "a diver", "the pilot's brother"."""
        words = self._segments.lower_words(one.source[:1])
        cue = set(self._segments.lower_words(one.cue))
        close = words[-1].rstrip(",") in KIN.keys() | _CLOSE
        owned = close and any(word.endswith(("'s", "’s")) for word in words[:-1])
        bare = words[0] not in _TAKING_UP and words[-1].rstrip(",").endswith("s")
        return (words[0] in _NEW or owned or bare) and not cue & _ASKING

    def _settled(self, name: str | None, one: Attribution, rule: str) -> Settled | None:
        """Return a name for a pronoun that may mean it, unless it was read under another form of it."""
        known = set((one.speaker or "").split()) & set((name or "").split())
        found = (
            name is not None
            and not known
            and may_be(self._signs, name, only_word(self._segments, one))
        )
        return Settled(speaker=name, rule=rule) if found else None

    def _last(self, before: Sequence[Attribution], sentence: Span) -> Attribution | None:
        """Return the last that the text itself reports by a cue in a sentence, if its speaker is known."""
        told = (other for other in before if other.cue and sentence.contains(other.cue[0]))
        last = last_told(told, MAYBE_SPEECH)
        return last if last is not None and last.speaker else None

    def _body_before(self, one: Attribution, before: Sequence[Attribution]) -> Settled | None:
        """Take "it" of "it said" for the body that spoke in the sentence before."""
        previous = self._taken_up(one, _IT)
        if previous is None:
            return None
        last = self._last(before, previous)
        if last is None or self._kinds.get(last.speaker) not in _BODIES:
            return None
        cue = self._segments.lower_words(one.cue)
        sure = one.speaker is None or not _NEUTRAL.isdisjoint(cue)
        return Settled(speaker=last.speaker, rule="body_before") if sure else None

    def _ends_paragraph(self, previous: Span, one: Attribution) -> bool:
        """Say whether a sentence closes a paragraph of several, and a quotation opens the next one."""
        paragraph = self._segments.paragraphs[self._segments.paragraph_at(previous.start)]
        parted = not paragraph.start <= beginning(one) < paragraph.end
        return parted and previous.start > paragraph.start

    def _is_kin(self, mention: Mention, pronoun: str) -> bool:
        """Say whether somebody is told to be a mother or a brother whom the pronoun can mean."""
        lead = self._segments.text[: mention.span.start][-_NEAR:].replace(",", " ").split()
        return any(KIN.get(word.lower()) == pronoun for word in lead)

    def _just_named(self, one: Attribution, before: Sequence[Attribution]) -> Settled | None:
        """Take "he" for the one person whom the sentence before tells of, not for somebody farther off."""
        previous = self._taken_up(one, _HE)
        if previous is None:
            return None
        if self._ends_paragraph(previous, one):
            return None
        words = {
            word.strip(",.;:").lower() for word in previous.text_in(self._segments.text).split()
        }
        there = [m for m in self._names_in(previous) if m.kind == _PERSON]
        said = [
            span
            for other in (*before, one)
            for span in other.content
            if other.manner in MAYBE_SPEECH
        ]
        told = {m.name for m in there if not any(span.contains(m.span) for span in said)}
        single = len(told) == 1 and len({m.name for m in there}) == 1
        if not single or words & {"he", "she"} or one.speaker in told:
            return None
        lead = self._segments.text[previous.start : there[0].span.start].lower().split()
        if {"his", "her"}.intersection(lead) and not self._is_kin(
            there[0], only_word(self._segments, one)
        ):
            return None
        if any(self._is_possessor(m, previous) for m in there):
            return None
        return self._settled(told.pop(), one, "just_named")
