"""Introductions: where a text says what office a named person holds, before or behind the name."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sayso.frozen import dataclass
from sayso.language.function_words import DETERMINERS, POSSESSIVES, PREPOSITIONS
from sayso.language.names import ROLES, Name
from sayso.language.segments import Segments
from sayso.language.word_lists import word_set

# Words of an office that no title before a name begins with, and that say no office alone.
_QUALIFIERS = word_set("managing general press provincial regional federal executive first second")
# Words of ROLES that only qualify an office: "the former", "the senior" name nobody.
_NO_OFFICE = word_set(
    "vice deputy prime foreign defence defense interior finance health former ex acting interim"
    " outgoing incoming senior state national mr mrs ms miss dr prof hon"
)
_WOMEN = word_set(
    "mrs ms miss queen princess lady dame congresswoman councilwoman chairwoman spokeswoman actress"
)
_MEN = word_set("mr king prince lord sir congressman councilman chairman spokesman actor")
_DEFINITE = word_set("the its their his her our")
_INDEFINITE = word_set("a an another one")
_AND = frozenset({"and", "or", "&"})
_BREAKS = word_set('. ; : ! ? " “ ” « » who which that')
# An apposition before a name is no longer than this, in tokens; one behind it has its office
# within so many.
_LONGEST, _NEAREST = 12, 5
# Words before an office that tell whose it is, and how far from an introduction they may stand.
_MODIFIERS, _BESIDE = 3, 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """The words of an office as tokens ``first`` up to ``end``."""

    first: int
    end: int
    words: tuple[str, ...]

    @property
    def head(self) -> str:
        return self.words[-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Introduction:
    """A name with an office beside it; the two together begin at the token ``opens``."""

    name: Name
    office: Office
    opens: int

    @property
    def gender(self) -> str | None:
        """Return the pronoun that the words of the office ask for, if they do."""
        if not _WOMEN.isdisjoint(self.office.words):
            return "she"
        return None if _MEN.isdisjoint(self.office.words) else "he"


def find_introductions(segments: Segments, names: Sequence[Name]) -> Iterator[Introduction]:
    for name in names:
        if name.is_body:
            continue
        found = _title(segments, name) or _before(segments, name) or _behind(segments, name)
        if found:
            yield found


def office_ending(segments: Segments, end: int) -> Office | None:
    """Return the run of office words that ends before the token ``end``."""
    first = end
    while first > 0 and _is_office_word(segments, first - 1):
        first -= 1
    if first == end:
        return None
    words = tuple(word.rstrip(".") for word in segments.lower[first:end] if word != "-")
    return Office(first=first, end=end, words=words) if words else None


def _is_office_word(segments: Segments, at: int) -> bool:
    word = segments.lower[at].rstrip(".")
    return word in ROLES or word in _QUALIFIERS


def _title(segments: Segments, name: Name) -> Introduction | None:
    """Read "Deputy Minister Oskar Lind", "managing director Oskar Lind"."""
    office = office_ending(segments, name.first) if name.titled else None
    if office is None:
        return None
    article = segments.lower[office.first - 1 : office.first] == ("the",)
    return Introduction(name=name, office=office, opens=office.first - article)


def _before(segments: Segments, name: Name) -> Introduction | None:
    """Read "The mayor of Osk, Ana Petrov, said"; not "the mayor of Osk, Ana Petrov and others"."""
    listed = not _AND.isdisjoint(segments.lower[name.end : name.end + 1])
    if listed or segments.lower[name.first - 1 : name.first] != (",",):
        return None
    comma = name.first - 1
    for end in range(comma, max(comma - _LONGEST, 0), -1):
        if end < comma and (segments.lower[end] in _BREAKS or segments.lower[end] == ","):
            return None
        office = office_ending(segments, end)
        if office and _is_whole(office) and (end == comma or segments.lower[end] in PREPOSITIONS):
            first = office.first
            determined = first > 0 and segments.lower[first - 1] in DETERMINERS
            if determined or _opens_sentence(segments, first):
                return Introduction(name=name, office=office, opens=first - determined)
    return None


def _behind(segments: Segments, name: Name) -> Introduction | None:
    """Read "Ana Petrov, 61, the mayor of Osk,"; not "Ana Petrov, President Bo Osk and"."""
    at = name.end
    if segments.words[at : at + 1] != (",",) or not name.is_person:
        return None
    if at + 2 < len(segments.words) and segments.words[at + 1].isdigit():
        at += 2 if segments.words[at + 2] == "," else 0
    for end in range(at + 2, min(at + 2 + _NEAREST, len(segments.words))):
        word = segments.lower[end - 1]
        if word in _BREAKS or word == "," or word in PREPOSITIONS:
            return None
        office = office_ending(segments, end)
        if not office or not _is_whole(office) or _is_office_word(segments, end):
            continue
        binds = segments.lower[end] in PREPOSITIONS or segments.lower[end] in {",", "."}
        return Introduction(name=name, office=office, opens=name.first) if binds else None
    return None


def _is_whole(office: Office) -> bool:
    return office.head not in _NO_OFFICE and office.head not in _QUALIFIERS


def _opens_sentence(segments: Segments, at: int) -> bool:
    start = segments.tokens.starts[at]
    index = bisect_left(segments.sentences, start, key=lambda sentence: sentence.start)
    return index < len(segments.sentences) and segments.sentences[index].start == start


@dataclass(frozen=True, slots=True, kw_only=True)
class Holders:
    """Who holds which office in a document: for each last word of an office, those introduced.

    ``others`` are the places where somebody unnamed holds one: "a spokesman", "the mayor of Osk".
    """

    named: dict[str, tuple[Introduction, ...]]
    others: dict[str, tuple[int, ...]]

    def of(self, segments: Segments, first: int, end: int) -> tuple[Introduction, ...]:
        """Return the introductions that "the director", the tokens up to ``end``, can refer to.

        "The Velm director" is one of whom the introduction says Velm: "Velm's director, Ana Petrov".
        """
        office = office_ending(segments, end)
        described = office is not None and 0 < office.first - first <= _MODIFIERS + 1
        if not office or not described or segments.lower[first] != "the" or not _is_whole(office):
            return ()
        if any(at < first for at in self.others.get(office.head, ())):
            return ()
        modifiers = set(segments.lower[first + 1 : office.first]) - POSSESSIVES
        before = [i for i in self.named.get(office.head, ()) if i.name.first < first]
        return tuple(
            i
            for i in before
            if set(office.words) <= set(i.office.words) and modifiers <= _beside(segments, i, first)
        )


def _beside(segments: Segments, introduction: Introduction, end: int) -> set[str]:
    first = max(introduction.opens - _BESIDE, 0)
    return set(segments.lower[first : min(introduction.name.end + _BESIDE, end)])


def find_holders(segments: Segments, introductions: Iterable[Introduction]) -> Holders:
    named: defaultdict[str, list[Introduction]] = defaultdict(list)
    claimed: set[int] = set()
    tails: set[tuple[str, ...]] = set()
    for introduction in introductions:
        office = introduction.office
        if _is_whole(office):
            named[office.head].append(introduction)
            claimed.add(office.end)
            tails.add(_tail(segments, office))
    others: defaultdict[str, list[int]] = defaultdict(list)
    for office in _unnamed(segments, claimed):
        if _tail(segments, office) not in tails:
            others[office.head].append(office.first)
    return Holders(
        named={head: tuple(found) for head, found in named.items()},
        others={head: tuple(places) for head, places in others.items()},
    )


def _tail(segments: Segments, office: Office) -> tuple[str, ...]:
    """Return the office with what it is an office of, as far as that tells two apart."""
    determined = segments.lower[office.end + 1 : office.end + 2] == ("the",)
    return (office.head, *segments.lower[office.end : office.end + (3 if determined else 2)])


def _unnamed(segments: Segments, claimed: set[int]) -> Iterator[Office]:
    for at in range(1, len(segments.words)):
        if segments.lower[at - 1] not in _INDEFINITE | _DEFINITE or at in claimed:
            continue
        end = at
        while end < len(segments.words) and _is_office_word(segments, end):
            end += 1
        office = office_ending(segments, end) if end > at and end not in claimed else None
        if office is None or not _is_whole(office):
            continue
        of_another = segments.lower[end : end + 1] in {("of",), ("for",)}
        if segments.lower[at - 1] in _INDEFINITE or of_another:
            yield office
