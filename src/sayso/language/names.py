"""Names in a text: runs of words with capitals, and which of them can be a person's."""

from collections.abc import Iterator

from sayso.frozen import dataclass
from sayso.language.function_words import (
    AUXILIARIES,
    DETERMINERS,
    MIDDLE_ADVERBS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    TIME_WORDS,
)
from sayso.language.segments import Segments
from sayso.language.word_lists import word_set

# Words for an office or a role, written before a name, with capitals in headlines and titles.
ROLES = word_set(
    "president vice deputy minister prime premier chancellor secretary senator congressman"
    " congresswoman representative governor mayor councillor councilman councilwoman ambassador"
    " general colonel major captain lieutenant sergeant admiral commander corporal chief officer"
    " marshal sheriff judge justice magistrate attorney prosecutor lawyer professor doctor dean"
    " director chairman chairwoman chair chairperson head leader spokesman spokeswoman spokesperson"
    " coordinator analyst expert researcher scientist author writer editor reporter journalist"
    " correspondent columnist pastor bishop archbishop cardinal pope imam sheikh rabbi reverend"
    " king queen prince princess emperor sultan emir lord lady sir dame mr mrs ms miss dr prof"
    " gen col lt capt sgt sen rep gov rev hon candidate nominee owner founder manager coach"
    " captain player actor actress singer resident farmer teacher student activist campaigner"
    " executive ceo cfo inspector superintendent detective constable speaker lawmaker mp mep"
    " brigadier administrator commissioner envoy adviser advisor aide foreign defence defense"
    " interior finance health former ex acting interim outgoing incoming senior state national"
)
# A name with one of these is a body, not a person.
BODIES = word_set(
    "ministry institute university college school council committee commission party group forces"
    " force army navy police department agency office bureau court bank union association society"
    " foundation centre center network news times post press media company corporation corp inc ltd"
    " club federation league alliance organisation organization authority administration government"
    " parliament senate congress house board fund trust church hospital service services command"
    " brigade front movement state states nations kingdom republic county city camp prison coalition"
    " observatory journal tribune daily radio tv television international watch red cross"
)
_ROLE_BEFORE = frozenset((role,) for role in ROLES)
_CLOSED = (
    DETERMINERS
    | PREPOSITIONS
    | PRONOUNS
    | SUBORDINATORS
    | AUXILIARIES
    | MIDDLE_ADVERBS
    | {"and", "or", "but", "according", "there", "here", "yes", "no"}
)
# Small words inside a name: Abu Bakr al-Haddad, Maria de la Cruz, Institute for the Study of Rain.
PARTICLES = word_set("al el bin ibn ben de la del der den van von da di du dos das le of")
_MOST_LINKS = 4
_BODY_LINKS = word_set("of for the and on")
_BODY_JOINS = _BODY_LINKS | {"-"}
_LINKS = PARTICLES | {"-"}
_LINKS_OF_BODIES = PARTICLES | _BODY_JOINS
_NO_NAMES = _CLOSED | TIME_WORDS
# That of an Arabic name may begin it in small letters: "al-Masri".
_ARTICLES = frozenset({"al", "el"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name as token indices, with its words."""

    first: int
    end: int
    words: tuple[str, ...]
    text: str
    titled: bool  # an office or a form of address stands before it

    @property
    def is_body(self) -> bool:
        return any(word.lower() in BODIES for word in self.words) or any(
            word.isupper() and len(word) > 1 for word in self.words
        )

    @property
    def is_person(self) -> bool:
        """Two to five words, none of a body: the form of a full name."""
        return 2 <= len(self.words) <= 5 and not self.is_body  # noqa: PLR2004


def find_names(segments: Segments, first: int = 0, end: int | None = None) -> Iterator[Name]:
    """Yield the names among the tokens ``first`` up to ``end``, without roles before them."""
    words, lower = segments.words, segments.lower
    last = len(words) if end is None else end
    at = first
    while at < last:
        if not words[at][0].isupper() and lower[at] not in _ARTICLES:
            at += 1
            continue
        stop = _run_end(segments, at, last)
        if stop > at:
            yield from _named(segments, at, stop)
        at = max(stop, at + 1)


def _is_capital(segments: Segments, at: int) -> bool:
    word, lower = segments.words[at], segments.lower[at]
    if not word[0].isupper() or lower in _NO_NAMES:
        return False
    return word[0].isalpha() or any(c.isalpha() for c in word)


def _run_end(segments: Segments, at: int, last: int) -> int:
    """Return the end of the run of name words that begins at ``at``."""
    if not (
        _is_capital(segments, at)
        or (segments.lower[at] in _ARTICLES and _joins(segments, at + 1, last))
    ):
        return at
    stop = at + 1
    while stop < last and not _parted(segments, stop):
        if _is_capital(segments, stop):
            stop += 1
        elif (follow := _linked(segments, stop, last)) > stop:
            stop = follow
        else:
            break
    return stop


def _parted(segments: Segments, at: int) -> bool:
    """Say whether a paragraph ends before a token: the last word of a headline is not of a name."""
    gap = segments.text[segments.tokens.ends[at - 1] : segments.tokens.starts[at]]
    return gap.count("\n") > 1


def _joins(segments: Segments, at: int, last: int) -> bool:
    return at + 1 < last and segments.words[at] == "-" and segments.words[at + 1][0].isupper()


def _linked(segments: Segments, at: int, last: int) -> int:
    """Step over particles and hyphens between two name words; ``at`` if none follows."""
    if segments.words[at] == "-" and segments.tokens.ends[at - 1] != segments.tokens.starts[at]:
        return at
    links = _LINKS_OF_BODIES if _in_body(segments, at) else _LINKS
    stop = at
    while stop < min(last, at + _MOST_LINKS) and segments.lower[stop] in links:
        stop += 1
    return stop + 1 if at < stop < last and _is_capital(segments, stop) else at


def _in_body(segments: Segments, at: int) -> bool:
    return segments.lower[at - 1] in BODIES


def _named(segments: Segments, first: int, end: int) -> Iterator[Name]:
    """Cut the roles off the front of a run: "President Ana Petrov" names Ana Petrov."""
    start = first
    for at in range(first, end):
        if segments.lower[at].rstrip(".") in ROLES and at + 1 < end:
            start = at + 1
    role_end = start
    while start < end and segments.lower[start] in _BODY_JOINS:
        start += 1
    if start >= end:
        return
    span = segments.span(start, end)
    written = " ".join(span.text_in(segments.text).split())
    # "Governor of Osk" names a place.
    linked = not _BODY_LINKS.isdisjoint(segments.lower[role_end:start])
    titled = not linked and (start > first or segments.lower[first - 1 : first] in _ROLE_BEFORE)
    yield Name(first=start, end=end, words=tuple(written.split()), text=written, titled=titled)
