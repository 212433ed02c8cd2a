"""People that a text introduces by their office and that were read as something else.

"The leader of the group, Abu Karim Orlow," is a person, whatever the core made of the long name,
if the text then calls somebody "Orlow", or the name begins as only a person's does.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.language.analysis import Mention
from sayso.language.introductions import find_introductions
from sayso.language.names import find_names
from sayso.language.segments import Segments

_PERSON, _BODY = "PER", "ORG"
KUNYA = frozenset({"abu", "umm"})


def with_introduced_people(segments: Segments, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return the mentions with the people among them that only their office gives away.

    Who is then called by the last part of such a name, and by no other, is the same person.
    """
    people = {m.name or "" for m in mentions if m.kind == _PERSON}
    found = {
        body.entity: body.name or ""
        for body in _introduced(segments, mentions)
        if _is_person(body.name or "", people)
    }
    if not found:
        return tuple(mentions)
    short = _short_names(found, mentions)
    return tuple(_retold(mention, found, short) for mention in mentions)


def _introduced(segments: Segments, mentions: Sequence[Mention]) -> Iterator[Mention]:
    bodies = {m.span.end: m for m in mentions if m.kind == _BODY}
    for one in find_introductions(segments, tuple(find_names(segments))):
        body = bodies.get(segments.span(one.name.first, one.name.end).end)
        if body is not None and one.name.is_person:
            yield body


def _is_person(name: str, people: set[str]) -> bool:
    words = name.split()
    return words[:1] != [] and (words[0].lower() in KUNYA or words[-1] in people)


def _short_names(found: dict[int, str], mentions: Sequence[Mention]) -> dict[int, int]:
    """Return by the entity of a short name the one entity of a full name that ends in it."""
    short: dict[int, int] = {}
    for mention in mentions:
        name = (mention.name or "").split()
        if mention.kind == _PERSON and len(name) == 1:
            full = [entity for entity, whole in found.items() if whole.split()[-1] == name[0]]
            if len(full) == 1:
                short[mention.entity] = full[0]
    return short


def _retold(mention: Mention, found: dict[int, str], short: dict[int, int]) -> Mention:
    entity = short.get(mention.entity, mention.entity)
    if entity not in found:
        return mention
    kind = _PERSON if mention.kind == _BODY else mention.kind
    return replace(mention, entity=entity, name=found[entity], kind=kind)
