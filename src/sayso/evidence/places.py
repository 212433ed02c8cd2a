"""Places of one document: what its names of places mean, by the text and by who published it."""

from sayso.documents import Document
from sayso.language.analysis import Analysis
from sayso.places import Atlas, PlacedMention, place_mentions
from sayso.places.told_within import with_told_places


def find_places(document: Document, analysis: Analysis, atlas: Atlas) -> tuple[PlacedMention, ...]:
    """Return every mention that names a place, or a people by its place, in the order of the text."""
    text, mentions = document.text, analysis.mentions
    placed = place_mentions(text, mentions, atlas, outlets=_outlets(document))
    return with_told_places(text, placed)


def _outlets(document: Document) -> tuple[str, ...]:
    address = document.original.address
    names = [link.name for link in document.chain]
    return tuple(dict.fromkeys([*names, *([address] if address else [])]))
