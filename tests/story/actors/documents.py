"""Documents for the tests of actors: a text with names in brackets, and the registry's view of it."""

import re

from sayso.language.analysis import Mention
from sayso.story.actors.document_entities import DocumentActors, read_entities
from sayso.text import Span

_MARKED = re.compile(r"\[(?P<kind>[A-Z]+)(?P<entity>\d+) (?P<name>[^\]]+)\]")


def document(name: str, marked: str, *, acting: tuple[int, ...] = ()) -> DocumentActors:
    """Read "[PER1 Ana Orlow] left": kind, number of the entity, name."""
    text, mentions = unmarked(marked)
    return read_entities(name, text, mentions, acting=acting)


def unmarked(marked: str) -> tuple[str, tuple[Mention, ...]]:
    """Return a text without its marks, and the mentions that these make."""
    text, end = "", 0
    mentions: list[Mention] = []
    for found in _MARKED.finditer(marked):
        text += marked[end : found.start()]
        span = Span(len(text), len(text) + len(found["name"]))
        text += found["name"]
        end = found.end()
        mentions.append(
            Mention(
                span=span,
                kind=found["kind"],
                entity=int(found["entity"]),
                name=found["name"],
                rule="test",
            )
        )
    return text + marked[end:], tuple(mentions)
