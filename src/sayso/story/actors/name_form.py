"""Names as records: whom or what a name is for, and the words of it that tell bearers apart."""

import re
from enum import StrEnum

from sayso.frozen import dataclass
from sayso.language.names import ROLES
from sayso.story.actors.name_words import (
    DESIGNATORS,
    FACILITIES,
    GENERIC,
    HONORIFICS,
    JOINED_BEFORE,
    KINDLESS,
    LINKS,
    PARTICLES,
    SAME_WORDS,
    SUFFIXES,
    TOWN_WORDS,
    UNSURE_HONORIFICS,
)
from sayso.story.actors.seats import country_words, known_acronyms
from sayso.story.actors.spelling import folded


class Sort(StrEnum):
    """What sort of thing bears a name."""

    PERSON = "person"
    BODY = "body"
    PLACE = "place"
    GROUP = "group"


_SORTS = {
    "PER": Sort.PERSON,
    "ORG": Sort.BODY,
    "LOC": Sort.PLACE,
    "FAC": Sort.PLACE,
    "NORP": Sort.GROUP,
}
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}[^\W\d_]?|[^\W_]+(?:['’‘`ʻʼ·][^\W_]+)*\.?|&")
_POSSESSIVE = re.compile(r"['’]s?$")
_LONGEST_ACRONYM = 7
# Of "U Thant" and "Al Gore" nothing would be left but a common word.
_ENOUGH = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class NameForm:
    """One way to write a name.

    ``words`` are folded, without titles, particles and legal forms. ``head`` counts the words
    before the first "of" or "for" of a body; a name without one is all head. Names with the same
    ``key`` are the same name.
    """

    sort: Sort
    text: str
    words: tuple[str, ...]
    head: int
    acronym: bool = False
    facility: bool = False

    @property
    def key(self) -> str:
        words = sorted(self.words) if self.sort is Sort.BODY else self.words
        return f"{self.sort.value}:{' '.join(words)}"

    @property
    def is_full(self) -> bool:
        """Say whether a person's name has two words that are written out."""
        return sum(len(word) > 1 for word in self.words) >= _ENOUGH

    @property
    def distinctive(self) -> tuple[str, ...]:
        """Return the words that are not shared by hundreds of bodies or places."""
        shared = GENERIC if self.sort is Sort.BODY else FACILITIES | TOWN_WORDS
        own = tuple(word for word in self.words if word not in shared)
        named = self.sort is Sort.BODY and len(self.words) > 1 and KINDLESS.issuperset(self.words)
        return self.words if named else own


def sort_of(kind: str) -> Sort | None:
    """Return the sort for the kind of a mention; ``None`` for pronouns and common nouns."""
    return _SORTS.get(kind)


def read_name(text: str, sort: Sort, *, facility: bool = False) -> NameForm | None:
    """Return the name in ``text``, ``None`` if no word of a name is left in it."""
    written = _POSSESSIVE.sub("", " ".join(text.split()).strip(' ,;:"“”'))
    words = [match.group() for match in _WORD.finditer(written)]
    if sort is Sort.PERSON:
        kept, head = _person_words(words, hyphened="-" in written), 0
    elif sort is Sort.BODY:
        kept, head = _body_words(known_acronyms().get(folded(written), "").split() or words)
    else:
        kept, head = _place_words(words, sort), 0
    if not kept:
        return None
    return NameForm(
        sort=sort,
        text=written,
        words=tuple(kept),
        head=head or len(kept),
        acronym=sort is not Sort.PERSON and len(kept) == 1 and _is_acronym(written),
        facility=facility,
    )


def _is_acronym(written: str) -> bool:
    letters = written.replace(".", "").replace("-", "")
    return letters.isalpha() and letters.isupper() and 1 < len(letters) <= _LONGEST_ACRONYM


def _person_words(words: list[str], *, hyphened: bool) -> list[str]:
    plain = [folded(_POSSESSIVE.sub("", word)) for word in words]
    plain = [word for word in plain if word]
    while len(plain) > 1 and _is_title(plain):
        plain = plain[1:]
    while len(plain) > 1 and plain[-1] in SUFFIXES:
        plain = plain[:-1]
    joined = _joined(plain)
    kept = [word for word in joined if word not in PARTICLES]
    # "Al Gore" has a given name where "al-Masri" has an article.
    keeps = not hyphened and len(kept) < _ENOUGH <= len(joined) and words[0] == "Al"
    return joined if keeps or not kept else kept


def _is_title(words: list[str]) -> bool:
    if words[0] in UNSURE_HONORIFICS:
        return len(words) > _ENOUGH
    return words[0] in HONORIFICS or words[0] in ROLES


def _joined(words: list[str]) -> list[str]:
    """Write a kunya as one word: "abu bakr" as "abubakr", "abu al bakr" likewise."""
    joined: list[str] = []
    prefix = ""
    for word in words:
        if word in JOINED_BEFORE:
            prefix += word
        elif prefix and word in PARTICLES:
            continue
        else:
            joined.append(prefix + word)
            prefix = ""
    return [*joined, prefix] if prefix else joined


def _body_words(words: list[str]) -> tuple[list[str], int]:
    kept: list[str] = []
    head = 0
    for word in words:
        plain = folded(_POSSESSIVE.sub("", word))
        if plain in {"of", "for"} and kept and not head:
            head = len(kept)
        if plain and plain not in LINKS:
            country = country_words().get(plain, SAME_WORDS.get(plain, plain))
            kept += [part for part in country.split() if part not in kept]
    named = [word for word in kept if word not in DESIGNATORS]
    return (named, min(head, len(named))) if named else (kept, head)


def _place_words(words: list[str], sort: Sort) -> list[str]:
    plain = [folded(_POSSESSIVE.sub("", word)) for word in words]
    if sort is Sort.PLACE and (country := country_words().get(" ".join(plain))):
        return country.split()
    kept = [SAME_WORDS.get(w, w) for w in plain if w and w not in PARTICLES | LINKS]
    if sort is Sort.GROUP:
        kept = [word.removesuffix("s") or word for word in kept]
    return kept or [word for word in plain if word]
