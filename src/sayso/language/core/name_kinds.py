"""Names across one text: one kind each, and a name wherever they are written again."""

from collections import Counter
from collections.abc import Iterator, Sequence

from sayso.language.core.read import CoreText
from sayso.language.names import PARTICLES
from sayso.language.quantities.words import HYPHENS
from sayso.language.word_lists import word_set

Name = tuple[int, int, str]
# Names that begin with one word; more of them are no names of people, bodies and places.
_MOST_FORMS = 32
# Alone these are nobody's name, whatever was read.
_NO_NAMES = word_set("the a an this monday tuesday wednesday thursday friday saturday sunday")
# A word with a full stop that is no longer is a title: "Adm."; "U.S." has two.
_TITLE = 5


def _calls(words: Sequence[str]) -> bool:
    """Say whether words call somebody: "The", "Monday", "Gen." and a mark alone do not."""
    telling = [word for word in words if any(map(str.isalnum, word))]
    if len(telling) > 1:
        return True
    return any(
        word.lower() not in _NO_NAMES
        and not (word.endswith(".") and word.rstrip(".").isalpha() and len(word) <= _TITLE)
        for word in telling
    )


def _without_compound(words: Sequence[str], name: Name) -> Name:
    """Return a name without the end of a compound before it: of "State-run Velm Radio" the last two."""
    first, last, kind = name
    ends = first > 0 and words[first - 1] in HYPHENS and words[first].islower()
    return (first + 1, last, kind) if ends and words[first] not in PARTICLES else name


class NamesOfText:
    """What a text has called by which names so far; taken in from its beginning to its end.

    One sense per discourse (Gale, Church and Yarowsky 1992), for kinds of names.
    """

    def __init__(self) -> None:
        self._kinds: dict[tuple[str, ...], Counter[str]] = {}
        self._by_first: dict[str, set[tuple[str, ...]]] = {}

    def take(self, text: CoreText, start: int, end: int, names: Sequence[Name]) -> list[Name]:
        """Return the names among the words ``start`` to ``end``, those found and those repeated.

        Each has the kind that names written alike mostly have. A single word is repeated inside of
        sentences only, unless it was found twice: any word may stand first in a sentence.
        """
        names = [_without_compound(text.words, one) for one in names]
        names = [one for one in names if _calls(text.words[one[0] : one[1]])]
        for first, last, kind in names:
            words = text.words[first:last]
            self._kinds.setdefault(words, Counter())[kind] += 1
            forms = self._by_first.setdefault(words[0], set())
            if words[0][:1].isupper() and len(forms) < _MOST_FORMS:
                forms.add(words)
        taken = {at for first, last, _ in names for at in range(first, last)}
        places = [(first, last) for first, last, _ in names]
        places += self._repeated(text, start, end, taken)
        return [
            (first, last, self._kinds[text.words[first:last]].most_common(1)[0][0])
            for first, last in sorted(places)
        ]

    def _repeated(
        self, text: CoreText, start: int, end: int, taken: set[int]
    ) -> Iterator[tuple[int, int]]:
        openings = set(text.sentence_starts)
        for at in range(start, end):
            if at in taken:
                continue
            for words in sorted(self._by_first.get(text.words[at], ()), key=len, reverse=True):
                last = at + len(words)
                place = range(at, last)
                known = len(words) > 1 or at not in openings or self._kinds[words].total() > 1
                alike = last <= end and text.words[at:last] == words
                if known and alike and taken.isdisjoint(place):
                    taken.update(place)
                    yield at, last
                    break
