"""Sites that one text calls one: "Ellery prison, also known as the Osk facility"."""

from collections.abc import Iterator, Sequence

from sayso.frozen import dataclass
from sayso.places import Place, PlacedMention, PlaceKind
from sayso.story.actors.stated_names import NamedSpan, find_stated_names
from sayso.text import Span

# Not one of the kinds that an acronym in parentheses may stand for.
_PLACE = "LOC"


@dataclass(frozen=True, slots=True, kw_only=True)
class SamePlace:
    """Two sites that a text says are one, and the characters that say so."""

    left: Place
    right: Place
    wording: Span
    rule: str


def find_same_places(text: str, placed: Sequence[PlacedMention]) -> Iterator[SamePlace]:
    """Yield the pairs of sites that ``text`` says are one; ``placed`` in the order of the text."""
    sites = {
        one.span: one.place for one in placed if one.place and one.place.kind is PlaceKind.SITE
    }
    names = [NamedSpan(span=span, kind=_PLACE) for span in sites]
    for stated in find_stated_names(text, names):
        left, right = sites[stated.left], sites[stated.right]
        if left.key != right.key:
            yield SamePlace(left=left, right=right, wording=stated.wording, rule=stated.rule)
