"""Who goes on speaking: pronouns and bare quotations that belong to whoever spoke, or acted, just before.

In news "he said" takes up whose words the sentence before reports, whomever those words were about. The
core weighs names by nearness and likeness, and takes the name inside the words at times.
``speaker_continuity_examples`` holds a text on which each rule fires and one on which it must not.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from sayso.language.analysis import MAYBE_SPEECH, Attribution, AttributionKind, Mention
from sayso.language.function_words import FIRST_PERSON, PERSON_PRONOUNS, POSSESSIVES, PREPOSITIONS
from sayso.language.genders import may_be, signs_of
from sayso.language.phrases import RELATIVE
from sayso.language.segments import Segments
from sayso.language.told_before import last_told, only_word
from sayso.language.word_lists import word_set
from sayso.text import Nearby, Span

_PERSON = "PER"
_SPEAKERS = frozenset({_PERSON, "ORG"})
# What opens a description of somebody of whom the text has not told.
_INDEFINITE = word_set("a an some several many another other two three")
# Fires on ", the agency in charge" behind a name, ", a rebel group that"; not on ", which".
_EXPLAINED = re.compile(
    r"""\s? [,(] \s (?: the | a | an ) \s (?P<noun> (?: [\w-]+ \s ){0,4}? [\w-]+ )
    (?= \s (?: of | in | for | from | with | by | on | that | which | who | at | to ) \b | [,.)] )""",
    re.VERBOSE | re.IGNORECASE,
)
# Characters that a paragraph has beside the quotation it is.
_TWO_MARKS = 2
_POSSESSIVE = tuple(POSSESSIVES)


def continue_speakers(
    segments: Segments, attributions: Sequence[Attribution], mentions: Sequence[Mention]
) -> tuple[Attribution, ...]:
    """Return the attributions with the speakers who go on; each rule sees what was settled before."""
    text = _Text(segments, mentions)
    settled: list[Attribution] = []
    for attribution in attributions:
        known = text.without_stranger(attribution)
        name = next((n for rule in text.rules if (n := rule(known, settled))), None)
        settled.append(known if name is None else replace(known, speaker=name))
    return tuple(settled)


class _Text:
    """The people of a text and where they are named, for the rules to ask."""

    def __init__(self, segments: Segments, mentions: Sequence[Mention]) -> None:
        self._segments = segments
        self._people = sorted(
            (m for m in mentions if m.kind == _PERSON and m.name), key=lambda m: m.span
        )
        self._bodies = sorted(
            (m for m in mentions if m.kind in _SPEAKERS and m.name), key=lambda m: m.span
        )
        self._people_near = Nearby(self._people, span=lambda m: m.span)
        self._bodies_near = Nearby(self._bodies, span=lambda m: m.span)
        self._genders = signs_of(segments.text, mentions)
        self.rules: tuple[Callable[[Attribution, Sequence[Attribution]], str | None], ...] = (
            self._speaker_goes_on,
            self._subject_goes_on,
            self._quotation_goes_on,
            self._both_speak,
            self._own_words,
            self._told_of_himself,
            self._as_described,
        )

    def without_stranger(self, one: Attribution) -> Attribution:
        """Leave "a senior official" unnamed: what a text has not told of before is nobody it named."""
        words = one.source[0].text_in(self._segments.text).lower().split() if one.source else []
        if one.speaker is None or not words or words[0] not in _INDEFINITE:
            return one
        told = " ".join(span.text_in(self._segments.text) for span in one.source)
        last = one.speaker.split()[-1]
        return one if last in " ".join(told.split()) else replace(one, speaker=None)

    def _pronoun(self, one: Attribution) -> str | None:
        """Return the pronoun that is the source of words the text itself reports."""
        word = only_word(self._segments, one) if one.parent is None else ""
        return word if word in PERSON_PRONOUNS else None

    def _may_be(self, name: str, pronoun: str) -> bool:
        return may_be(self._genders, name, pronoun)

    def _own_words(self, one: Attribution, before: Sequence[Attribution]) -> str | None:
        """Take "I" and "we" in a quotation for whoever is quoted, as settled by now."""
        outer = _outer(one, before)
        if (
            only_word(self._segments, one) not in FIRST_PERSON
            or outer is None
            or outer.kind is AttributionKind.INDIRECT
        ):
            return None
        return outer.speaker

    def _told_of_himself(self, one: Attribution, before: Sequence[Attribution]) -> str | None:
        """Take the first "he" of "Bo Lund said he hoped" for Bo Lund."""
        outer = _outer(one, before)
        word = only_word(self._segments, one)
        if outer is None or outer.kind is AttributionKind.DIRECT or word not in PERSON_PRONOUNS:
            return None
        opening = self._segments.text[outer.content[0].start : one.source[0].start].split()
        people = {m.name for m in self._people}
        if opening not in ([], ["that"]) or outer.speaker not in people:
            return None
        return outer.speaker if self._may_be(outer.speaker or "", word) else None

    def _as_described(self, one: Attribution, _: Sequence[Attribution]) -> str | None:
        """Take "the agency" for the one name before it that is told to be an agency."""
        words = one.source[0].text_in(self._segments.text).split() if len(one.source) == 1 else []
        if one.speaker is not None or len(words) != 2 or words[0].lower() != "the":  # noqa: PLR2004 - "the" and a noun
            return None
        head, start = words[1].lower(), one.source[0].start
        if not head.isalpha() or words[1] != head:
            return None
        told = {m.name for m in self._bodies if m.span.end < start and self._is_told(m, head)}
        return told.pop() if len(told) == 1 else None

    def _is_told(self, mention: Mention, head: str) -> bool:
        """Say whether a name ends in a word, follows it, or is explained by it: "Velm, the agency"."""
        text = self._segments.text
        if (mention.name or "").lower().split()[-1:] == [head]:
            return True
        if re.search(rf"\b{head}\s+$", text[: mention.span.start][-40:], re.IGNORECASE):
            return True
        behind = _EXPLAINED.match(text, mention.span.end)
        return behind is not None and head in behind["noun"].lower().split()[-1:]

    def _both_speak(self, one: Attribution, _: Sequence[Attribution]) -> str | None:
        """Name everybody in "Bo Lund and his deputy, Jan Orm, said", in the words of the text."""
        if len(one.source) != 1:
            return None
        inside = self._side_by_side(one.source[0])
        lead = self._segments.text[one.source[0].start : inside[0].span.start] if inside else ""
        if len(inside) < 2 or _leans(lead):  # noqa: PLR2004 - both
            return None
        between = [self._between(a, b) for a, b in pairwise(inside)]
        joined = all(words for words in between) and "and" in between[-1]
        if not joined or any(_leans(" ".join(words)) for words in between):
            return None
        names = list(dict.fromkeys(m.name or "" for m in inside))
        kept = len(names) == len(inside) and (one.speaker is None or one.speaker in names)
        return f"{', '.join(names[:-1])} and {names[-1]}" if kept else None

    def _side_by_side(self, source: Span) -> list[Mention]:
        """Return the names in a source, of two that share words the longer."""
        inside = self._bodies_near.inside(source)
        return [
            m for m in inside if not any(o is not m and o.span.contains(m.span) for o in inside)
        ]

    def _between(self, one: Mention, other: Mention) -> list[str]:
        """Return the words and commas between two names that can stand beside each other."""
        piece = self._segments.text[one.span.end : other.span.start].lower()
        return re.findall(r"[\w'’]+|,", piece)

    def _named(self, place: Span) -> list[Mention]:
        return self._people_near.inside(place)

    def _speaker_goes_on(self, one: Attribution, before: Sequence[Attribution]) -> str | None:
        """Take "he" for whose words the sentence before reports, not for whom they are about."""
        pronoun = self._pronoun(one)
        previous = self._segments.sentence_before(one.source[0].start) if pronoun else None
        if pronoun is None or previous is None or self._is_named_here(one):
            return None
        last = self._last(before, previous)
        if (
            last is None
            or last.speaker == one.speaker
            or not self._may_be(last.speaker or "", pronoun)
        ):
            return None
        outside = {m.name for m in self._named(previous) if not _holds(last, m.span)}
        return last.speaker if outside <= {last.speaker} else None

    def _is_named_here(self, one: Attribution) -> bool:
        """Say whether the sentence of a pronoun names somebody before it, outside of what is said."""
        start = one.source[0].start
        opens = self._segments.sentence_of(start).start
        named = self._named(Span(opens, start)) if opens < start else ()
        return any(not _holds(one, m.span) for m in named)

    def _last(self, before: Sequence[Attribution], sentence: Span) -> Attribution | None:
        """Return the last whose own source and cue stand in a sentence, if a person speaks."""
        whole = [one for one in before if one.source and sentence.contains(one.source[0])]
        return self._last_cue(whole, sentence)

    def _last_cue(self, before: Sequence[Attribution], place: Span) -> Attribution | None:
        """Return the last that the text itself reports by a cue in a place, if a person speaks."""
        told = (one for one in before if one.cue and place.contains(one.cue[0]))
        last = last_told(told, MAYBE_SPEECH)
        people = {m.name for m in self._people}
        return last if last is not None and last.speaker in people else None

    def _subject_goes_on(self, one: Attribution, _: Sequence[Attribution]) -> str | None:
        """Take "he" for whoever acts in the sentence before, not for whom something there is of.

        "Bo Lund's appeal came as Jan Orm spoke. He said …": Orm did.
        """
        pronoun = self._pronoun(one)
        previous = self._segments.sentence_before(one.source[0].start) if pronoun else None
        if pronoun is None or previous is None or self._is_named_here(one):
            return None
        there = self._named(previous)
        owners = {m.name for m in there if self._owns(m)}
        others = [m.name for m in there if not self._owns(m)]
        single = len(owners) == len(set(others)) == 1 and owners != set(others)
        if not single or one.speaker not in owners or not self._may_be(others[0] or "", pronoun):
            return None
        return others[0]

    def _owns(self, mention: Mention) -> bool:
        return self._segments.text.startswith(_POSSESSIVE, mention.span.end)

    def _quotation_goes_on(self, one: Attribution, before: Sequence[Attribution]) -> str | None:
        """Lay a paragraph that is nothing but a quotation to who spoke last in the one before."""
        if one.speaker or one.source or one.cue or one.kind is not AttributionKind.DIRECT:
            return None
        paragraphs = self._segments.paragraphs
        at = self._segments.paragraph_at(one.content[0].start)
        alone = len(paragraphs[at]) - len(_whole(one)) <= _TWO_MARKS
        last = self._last_cue(before, paragraphs[at - 1]) if at > 0 and alone else None
        return None if last is None else last.speaker


def _outer(one: Attribution, before: Sequence[Attribution]) -> Attribution | None:
    """Return the attribution whose content holds this one, if it is settled."""
    return None if one.parent is None or one.parent >= len(before) else before[one.parent]


def _leans(words: str) -> bool:
    """Say whether what follows the words is somebody that another one is only tied to."""
    found = set(words.lower().split())
    return (
        bool(found & (PREPOSITIONS | RELATIVE | {"'s", "’s", "s"}))
        or "’s" in words
        or "'s" in words
    )


def _whole(one: Attribution) -> Span:
    return Span(one.content[0].start, one.content[-1].end)


def _holds(one: Attribution, span: Span) -> bool:
    return any(part.contains(span) for part in (*one.content, *one.source))
