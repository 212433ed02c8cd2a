"""What a document is about: the names it opens with or repeats, and the places among them."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from sayso.documents import Document
from sayso.frozen import dataclass
from sayso.language.analysis import Analysis, Mention
from sayso.language.rare_words import is_rare
from sayso.places import PlacedMention
from sayso.story.actors.name_form import Sort, read_name, sort_of
from sayso.story.actors.name_words import TOWN_WORDS
from sayso.story.figures.kinds import shipped_kinds
from sayso.story.figures.record import TOPIC, Place
from sayso.story.places.scope_places import scope_place
from sayso.text import Span

_PLACES = frozenset(("LOC", "FAC"))
_NAMED = _PLACES | {"ORG", "PER"}
# Sentences in which reporting says what it is about, and how much more a name counts there.
_OPENING = 4
_WEIGHT = 3
_NAMES = 20
# A word is a topic that the opening has, or that comes again and again.
_TOPICS = 6
_AGAIN = 4
_SHORTEST = 3  # letters


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """The names and topics of a document, the foremost first, and the place of each name of one.

    Topics stand behind the names, each with the mark that tells it from them.
    """

    matter: tuple[str, ...]
    central: frozenset[str]
    places: Mapping[Span, Place]


def read_subject(
    document: Document, analysis: Analysis, placed: Sequence[PlacedMention] = ()
) -> Subject:
    """Return what a document is about, by names as they are compared.

    A place is that of ``placed`` where it is sure there, else no more than its name.
    """
    places = dict(_places([(m, _name(m, document.text)) for m in analysis.mentions], placed))
    opening = _opening(document, analysis.sentences)
    named = [(m, _name(m, document.text)) for m in analysis.mentions if m.kind in _NAMED]
    weights: Counter[str] = Counter()
    for mention, name in named:
        if name:
            weights[name] += _WEIGHT if mention.span.end <= opening else 1
    foremost = sorted(weights, key=lambda name: (-weights[name], name))[:_NAMES]
    opened = {place.name for span, place in places.items() if span.end <= opening}
    matter = (*foremost, *_topics(document.text, analysis, opening))
    return Subject(matter=matter, central=frozenset(opened), places=places)


def _topics(text: str, analysis: Analysis, opening: int) -> Iterator[str]:
    """Yield the rare words that a text comes back to: "flu", "ferry"; not what it counts."""
    table, tokens = shipped_kinds(), analysis.tokens
    weights: Counter[str] = Counter()
    for start, end in zip(tokens.starts, tokens.ends, strict=True):
        word = text[start:end]
        if end - start >= _SHORTEST and word.isalpha() and word.islower() and is_rare(word):
            weights[table.lemma(word)] += _WEIGHT if end <= opening else 1
    again = [one for one, weight in weights.items() if weight >= _AGAIN and one not in table.words]
    for word in sorted(again, key=lambda one: (-weights[one], one))[:_TOPICS]:
        yield TOPIC + word


def _opening(document: Document, sentences: Sequence[Span]) -> int:
    """Return where the title and the first sentences behind it end."""
    title = document.title_span.end if document.title_span else 0
    behind = [one.end for one in sentences if one.start >= title]
    return behind[min(_OPENING, len(behind)) - 1] if behind else title


def _name(mention: Mention, text: str) -> str | None:
    sort = sort_of(mention.kind)
    form = read_name(mention.name or mention.span.text_in(text), sort) if sort else None
    if form is None:
        return None
    # The district of a town is named for it: one text writes the word, the next does not.
    own = [word for word in form.words if sort is not Sort.PLACE or word not in TOWN_WORDS]
    return " ".join(own or form.words)


def _places(
    named: Sequence[tuple[Mention, str | None]], placed: Sequence[PlacedMention]
) -> Iterator[tuple[Span, Place]]:
    known = {one.span.start: place for one in placed if (place := scope_place(one))}
    for mention, name in named:
        if mention.kind in _PLACES:
            if place := known.get(mention.span.start):
                yield mention.span, place
            elif name:
                yield mention.span, Place(name=name)
