"""Who speaks: the claims of a document tied to its named entities."""

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
            entity = self._entity(claim)
            if entity is not None:
                yield Speaking(claim=position, entity=entity)

    def _entity(self, claim: Claim) -> int | None:
        if claim.speaker is None:
            return None
        inside = (
            m.entity
            for m in self._named
            if m.name == claim.speaker and any(part.contains(m.span) for part in claim.source)
        )
        found = next(inside, self._by_name.get(folded(claim.speaker)))
        return self._guess(claim.speaker) if found is None else found

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
