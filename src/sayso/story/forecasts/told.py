"""What is told of an event in one sentence, as far as two tellings are compared by it."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from sayso.evidence.forecast_text import Words, find_phrases
from sayso.evidence.forecast_words import shipped_forecast_words
from sayso.frozen import dataclass
from sayso.language.tokens import tokenize
from sayso.language.word_forms import base_form
from sayso.story.actors.document_entities import DocumentActors
from sayso.story.statements.words import WordKind, read_word
from sayso.story.wording import folded_word
from sayso.text import Span

# Families of which one word may tell what another does of the same event.
_GROUPS = {
    "release": "escape",
    "disaster": "accident",
    "verdict": "trial",
    "death": "assault",
    "build": "launch",
}
# Kinds of event of which one often comes with the other: an assault on a prison and an escape.
_GO_WITH = frozenset(
    frozenset(pair.split())
    for pair in (
        "escape assault",
        "protest assault",
        "protest coerce",
        "accident move",
        "election win",
        "election appoint",
        "legislate agree",
        "dismiss close",
        "close protest",
    )
)
# Letters that words of one root share.
_ROOT = 5
# Marks behind which a capital says nothing.
_ENDS = frozenset('.!?:“"')
# Words of phase and number tell nothing of an event.
_PLAIN = frozenset(
    [
        "year",
        "month",
        "week",
        "day",
        "hour",
        "time",
        "people",
        "person",
        "report",
        "statement",
        "official",
        "say",
        "tell",
        "warn",
        "plan",
        "expect",
        "begin",
        "start",
        "continue",
        "new",
        "first",
        "last",
        "next",
        "least",
        "most",
        "many",
        "several",
        "number",
        "part",
        "way",
        "end",
        "old",
        "man",
        "woman",
        "make",
        "take",
        "get",
        "give",
        "go",
        "come",
        "hold",
        "set",
        "use",
        "call",
        "include",
        "follow",
        "lead",
        "early",
        "late",
        "million",
    ]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class EventWord:
    """A word that names an event: its family, if it is known, and the base of the word.

    ``contrary`` says that the event did not come about.
    """

    span: Span
    family: str | None
    stem: str
    contrary: bool = False

    @property
    def group(self) -> str | None:
        return group_of(self.family)

    @property
    def root(self) -> str:
        """Return the letters that words of one root begin with: erupt, eruption."""
        return self.stem[:_ROOT]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One sentence about an event: the words that name it, the other words, and who has part in it.

    ``names`` are all the names that the document gives to those whom the sentence names.
    """

    document: str
    spans: tuple[Span, ...]
    text: str
    events: tuple[EventWord, ...]
    forms: frozenset[str]
    names: frozenset[str]

    @property
    def families(self) -> frozenset[str]:
        return frozenset(one.family for one in self.events if one.family is not None)

    @property
    def groups(self) -> frozenset[str]:
        return frozenset(one.group for one in self.events if one.group is not None)

    @property
    def stems(self) -> frozenset[str]:
        return frozenset(one.stem for one in self.events)


def group_of(family: str | None) -> str | None:
    return None if family is None or family == "other" else _GROUPS.get(family, family)


def companions_of(groups: Iterable[str]) -> frozenset[str]:
    """Return the groups of which events often come with those of some groups."""
    own = frozenset(groups)
    return frozenset(one for pair in _GO_WITH if pair & own for one in pair - own)


def go_together(one: str, other: str) -> bool:
    """Say whether events of two groups often come with each other."""
    return frozenset((one, other)) in _GO_WITH


def event_word(text: str, span: Span, family: str | None, *, contrary: bool = False) -> EventWord:
    """Return a word that names an event; of several words the last tells what it is."""
    written = folded_word(span.text_in(text)).replace("-", " ").split()
    stem = base_form(written[-1]) if len(written) == 1 else " ".join(map(base_form, written))
    return EventWord(span=span, family=family, stem=stem, contrary=contrary)


def listed_events(text: str, spans: Iterable[Span]) -> Iterator[tuple[Span, str]]:
    """Yield the words that name an event whatever stands around them, with their families."""
    table = shipped_forecast_words()
    for span in spans:
        written = span.text_in(text)
        words = Words.of(written, tokenize(written))
        for first, end, family in find_phrases(words, range(len(words.lows)), table.families):
            yield words.span(first, end).shifted(span.start), family


def read_told(
    document: str,
    text: str,
    spans: Sequence[Span],
    events: Iterable[EventWord],
    names: "NamesOfDocument",
    *,
    around: Span | None = None,
) -> Told:
    """Return what some words of a document tell; those named ``around`` them have a part in it."""
    forms, own_names = _words(text, spans)
    return Told(
        document=document,
        spans=tuple(spans),
        text=" ".join(span.text_in(text) for span in spans),
        events=tuple(events),
        forms=forms,
        names=names.inside((around,) if around else spans) | own_names,
    )


class NamesOfDocument:
    """Who is named where in a document, by every name that it gives them."""

    def __init__(self, actors: DocumentActors | None) -> None:
        entities = () if actors is None else actors.entities
        self._named = sorted(
            (
                (span, frozenset(" ".join(name.form.words) for name in entity.names))
                for entity in entities
                for span in entity.spans
            ),
            key=_place,
        )

    def inside(self, spans: Iterable[Span]) -> frozenset[str]:
        found: set[str] = set()
        for around in spans:
            first = bisect_left(self._named, around.start, key=_start)
            end = bisect_left(self._named, around.end, key=_start)
            for span, names in self._named[first:end]:
                if span.end <= around.end:
                    found |= names
        return frozenset(found)


def _place(named: tuple[Span, frozenset[str]]) -> Span:
    return named[0]


def _start(named: tuple[Span, frozenset[str]]) -> int:
    return named[0].start


def _words(text: str, spans: Iterable[Span]) -> tuple[frozenset[str], frozenset[str]]:
    forms: set[str] = set()
    names: set[str] = set()
    for span in spans:
        written = span.text_in(text)
        tokens, opens = tokenize(written), True
        for index in range(len(tokens)):
            inside = tokens.span(index)
            token = inside.text_in(written)
            if any(character.isalnum() for character in token):
                word = read_word(inside, token, opens=opens)
                if word.kind is WordKind.CONTENT and word.form not in _PLAIN:
                    forms.add(word.form)
                elif word.kind is WordKind.NAME:
                    names.add(word.form)
                opens = False
            opens = opens or token in _ENDS
    return frozenset(forms), frozenset(names)
