"""What a document is about: the names it opens with or repeats, and the places among them."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.documents import Document
from sayso.language.analysis import Analysis, Mention
from sayso.story.actors.name_form import read_name, sort_of
from sayso.story.figures.record import Place
from sayso.text import Span

_PLACES = frozenset(("LOC", "FAC"))
_NAMED = _PLACES | {"ORG", "PER"}
# Sentences in which reporting says what it is about, and how much more a name counts there.
_OPENING = 4
_WEIGHT = 3
_NAMES = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """The names of a document, the foremost first, and the place that each name of one stands for."""

    matter: tuple[str, ...]
    central: frozenset[str]
    places: Mapping[Span, Place]


def read_subject(document: Document, analysis: Analysis) -> Subject:
    """Return what a document is about, by names as they are compared."""
    opening = _opening(document, analysis.sentences)
    named = [(m, _name(m, document.text)) for m in analysis.mentions if m.kind in _NAMED]
    weights: Counter[str] = Counter()
    for mention, name in named:
        if name:
            weights[name] += _WEIGHT if mention.span.end <= opening else 1
    foremost = sorted(weights, key=lambda name: (-weights[name], name))[:_NAMES]
    opened = {name for m, name in named if m.span.end <= opening and m.kind in _PLACES}
    return Subject(
        matter=tuple(foremost),
        central=frozenset(one for one in opened if one),
        places=dict(_places(named)),
    )


def _opening(document: Document, sentences: Sequence[Span]) -> int:
    """Return where the title and the first sentences behind it end."""
    title = document.title_span.end if document.title_span else 0
    behind = [one.end for one in sentences if one.start >= title]
    return behind[min(_OPENING, len(behind)) - 1] if behind else title


def _name(mention: Mention, text: str) -> str | None:
    sort = sort_of(mention.kind)
    form = read_name(mention.name or mention.span.text_in(text), sort) if sort else None
    return " ".join(form.words) if form else None


def _places(named: Sequence[tuple[Mention, str | None]]) -> Iterator[tuple[Span, Place]]:
    for mention, name in named:
        if name and mention.kind in _PLACES:
            yield mention.span, Place(name=name)
