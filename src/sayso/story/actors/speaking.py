"""Who speaks: the claims of a document tied to its named entities."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.evidence.claim import Claim
from sayso.language.analysis import Mention
from sayso.language.word_lists import word_set
from sayso.story.actors.countries import country_of
from sayso.story.actors.document_entities import DocumentActors, Speaking, read_entities
from sayso.story.actors.name_form import Sort, read_name, sort_of
from sayso.story.actors.name_words import GENERIC
from sayso.story.actors.spelling import folded
from sayso.text import Span

_GUESSED = "speaker_name"
_GROUP = "NORP"
_ARTICLES = frozenset({"the", "some", "several", "many", "other", "a", "an", "two", "three"})
# Words by which news calls people of a nation, town or body who are not named.
_COLLECTIVES = word_set(
    "officials authorities forces fighters militants media government officers police army military"
    " troops leaders lawmakers diplomats commanders prosecutors investigators soldiers rebels"
    " activists residents sources administration opposition guards rescuers medics doctors"
    " ministers analysts experts parliament"
)
# Stands between the last two of several speakers.
_AND = " and "
# Longer descriptions tell of one occasion.
_FEW = range(2, 5)
# Fires on "a report published by the " before a name; not on "a report on ", nor on "a man hit by ".
_PAPER_BY = re.compile(
    r"""(?: \w+ \s ){0,3}
    (?: report | study | statement | analysis | survey | dossier | communique | assessment | letter )
    (?: \s \w+ (?: ed | en ) )? \s (?: by | from ) \s (?: the \s )?""",
    re.VERBOSE | re.IGNORECASE,
)


def read_actors(
    document: str, text: str, mentions: Sequence[Mention], claims: Sequence[Claim]
) -> DocumentActors:
    """Return the named entities of a document, and who of them says which claim.

    A speaker that no mention names (where only rules have read the text) is an entity of its own.
    """
    speakers = _Speakers(text, mentions)
    speaking = tuple(speakers.tie(claims))
    acting = {said.entity for said in speaking}
    found = read_entities(document, text, (*mentions, *speakers.guessed), acting=acting)
    return replace(found, speaking=speaking)


class _Speakers:
    """The named entities of a text by their names; those that no mention names are added."""

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        self.guessed: list[Mention] = []
        self._text = text
        self._mentions = sorted(mentions, key=lambda m: m.span)
        named = {m.entity for m in mentions if sort_of(m.kind) is not None}
        self._named = [m for m in self._mentions if m.entity in named and m.name is not None]
        self._by_name: dict[str, int] = {}
        for mention in self._named:
            self._by_name.setdefault(folded(mention.name or ""), mention.entity)

    def tie(self, claims: Sequence[Claim]) -> Iterator[Speaking]:
        for position, claim in enumerate(claims):
            if claim.is_own_voice:
                continue  # an outlet is known by the chain of its document
            together = self._together(claim)
            entity = None if together else self._entity(claim)
            for one in together if entity is None else (entity,):
                yield Speaking(claim=position, entity=one)

    def _together(self, claim: Claim) -> tuple[int, ...]:
        """Return who they are where several say a thing together: "Ana Petrov and Bo Lund"."""
        speaker = folded(claim.speaker or "")
        if speaker in self._by_name:
            return ()
        inside = {
            m.entity: m
            for m in reversed(self._named)
            if sort_of(m.kind) is not None and any(part.contains(m.span) for part in claim.source)
        }
        named = [m.entity for m in inside.values() if folded(m.name or "") in speaker]
        return tuple(sorted(named)) if _AND in speaker and len(named) > 1 else ()

    def _entity(self, claim: Claim) -> int | None:
        if claim.speaker is None:
            author = self._author(claim)
            return self._described(claim) if author is None else author
        inside = (
            m.entity
            for m in self._named
            if m.name == claim.speaker and any(part.contains(m.span) for part in claim.source)
        )
        found = next(inside, self._by_name.get(folded(claim.speaker)))
        return self._guess(claim.speaker) if found is None else found

    def _author(self, claim: Claim) -> int | None:
        """Return who put out the paper that a claim rests on: "a report by the Velm Institute"."""
        for part in claim.source:
            for mention in self._named:
                led = self._text[part.start : mention.span.start]
                inside = part.contains(mention.span) and sort_of(mention.kind) is not None
                if inside and _PAPER_BY.fullmatch(led):
                    return mention.entity
        return None

    def _described(self, claim: Claim) -> int | None:
        """Return those whom a text calls by whose people they are: "Velmian officials"."""
        if len(claim.source) != 1:
            return None
        words = claim.source[0].text_in(self._text).split()
        words = words[1:] if words and words[0].lower() in _ARTICLES else words
        name = " ".join(words)
        known = len(words) in _FEW and words[-1].lower() in _COLLECTIVES and name in self._text
        if not known or not any(claim.source[0].contains(m.span) for m in self._named):
            return None
        return self._by_name.get(folded(name), self._guess(name, _GROUP))

    def _guess(self, name: str, kind: str | None = None) -> int | None:
        start = self._text.find(name)
        if start < 0:
            return None
        # Below all numbers of entities that were read.
        number = -1 - len(self._by_name)
        span = Span(start, start + len(name))
        kind = kind or _kind_of(name)
        self.guessed.append(Mention(span=span, kind=kind, entity=number, name=name, rule=_GUESSED))
        self._by_name[folded(name)] = number
        return number


def _kind_of(name: str) -> str:
    """Guess from its words what bears a name: a country, a body or a person."""
    if country_of(name) is not None:
        return "LOC"
    form = read_name(name, Sort.BODY)
    words = form.words if form else ()
    body = form is not None and (form.acronym or not GENERIC.isdisjoint(words))
    return "ORG" if body else "PER"
