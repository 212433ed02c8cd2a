"""The entities of a text while its mentions are tied: what was tied stays, and must fit."""

from collections.abc import Mapping, Sequence

from sayso.language.core.mention_features import MentionKind, MentionWords, PronounClass

_PEOPLE = frozenset({PronounClass.HE, PronounClass.SHE})
_SINGULAR = _PEOPLE | {PronounClass.IT}
_HE = frozenset({"mr", "sir", "lord", "king", "prince"})
_SHE = frozenset({"mrs", "ms", "miss", "lady", "dame", "queen", "princess"})


class Entities:
    """Mentions by number, each of one entity; joining two mentions joins all that they are tied to."""

    def __init__(self, mentions: Sequence[MentionWords]) -> None:
        self._mentions = mentions
        self._above = list(range(len(mentions)))
        # What is known of an entity, at the mention that stands for it.
        self._pronouns = [_pronouns(mention) for mention in mentions]
        self._named = [
            frozenset({m.entity_kind} if m.kind is MentionKind.NAME else ()) for m in mentions
        ]

    def join(self, mention: int, other: int) -> None:
        first, second = sorted((self._top(mention), self._top(other)))
        if first != second:
            self._above[second] = first
            self._pronouns[first] |= self._pronouns[second]
            self._named[first] |= self._named[second]

    def best(self, mention: int, scores: Mapping[int, float]) -> int | None:
        """Return the fitting mention of the highest score, ``None`` if it is below 0."""
        for other in sorted(scores, key=lambda n: (-scores[n], -n)):
            if scores[other] <= 0:
                return None
            if self._fits(mention, other):
                return other
        return None

    def numbers(self) -> list[int]:
        """Return the number of each mention's entity, counted in the order of the text."""
        numbered: dict[int, int] = {}
        return [numbered.setdefault(self._top(n), len(numbered)) for n in range(len(self._above))]

    def _fits(self, mention: int, other: int) -> bool:
        """Say whether two entities may be one: he is no she, it is nobody, a name is one name."""
        one, two = self._top(mention), self._top(other)
        if one == two:
            return False
        names = self._named[one] | self._named[two]
        pronouns = self._pronouns[one] | self._pronouns[two]
        if self._mentions[mention].kind is MentionKind.NAME and self._named[two]:
            return False
        if len(pronouns & _SINGULAR) > 1:
            return False
        if pronouns & _PEOPLE:
            return names <= {"PER", ""}
        return not (PronounClass.IT in pronouns and "PER" in names)

    def _top(self, mention: int) -> int:
        while self._above[mention] != mention:
            self._above[mention] = self._above[self._above[mention]]
            mention = self._above[mention]
        return mention


def _pronouns(mention: MentionWords) -> frozenset[PronounClass]:
    if mention.kind is MentionKind.PRONOUN:
        return frozenset({mention.pronoun})
    title = mention.words[0].rstrip(".")
    if title in _HE:
        return frozenset({PronounClass.HE})
    return frozenset({PronounClass.SHE} if title in _SHE else ())
