"""Who speaks: the claims of a document tied to its named entities."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.evidence.claim import Claim
from sayso.language.analysis import Mention
from sayso.story.actors.countries import country_of
from sayso.story.actors.document_entities import DocumentActors, Speaking, read_entities
from sayso.story.actors.name_form import Sort, read_name, sort_of
from sayso.story.actors.name_words import GENERIC
from sayso.story.actors.spelling import folded
from sayso.text import Span

_GUESSED = "speaker_name"
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
            entity = self._entity(claim)
            if entity is not None:
                yield Speaking(claim=position, entity=entity)

    def _entity(self, claim: Claim) -> int | None:
        if claim.speaker is None:
            return self._author(claim)
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

    def _guess(self, name: str) -> int | None:
        start = self._text.find(name)
        if start < 0:
            return None
        # Below all numbers of entities that were read.
        number = -1 - len(self._by_name)
        span = Span(start, start + len(name))
        kind = _kind_of(name)
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
