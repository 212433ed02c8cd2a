"""Renderings: two reports of one statement, in the same, in fewer or in other words."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import cache, partial

from sayso.frozen import dataclass
from sayso.story.quotes.alignment import Alignment, Concern, align, upper_share
from sayso.story.quotes.wording_notes import WordingNote, WordingStatus
from sayso.story.statements.lookup import Comparison
from sayso.story.statements.statement import Rarity, Statement

_SAME = 0.97
_IN_ORDER = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """What two statements must share at the least to be taken for one.

    ``share`` is a part of the side of which more is shared, ``lesser`` of the other one, ``common`` a
    weight in rare words, ``nearness`` the cosine; a rule that rests on nearness needs vectors.
    """

    share: float
    common: float
    nearness: float
    rests_on_nearness: bool = False
    lesser: float = 0.0


# Set on the statements of the project's own corpus that are retold in another report, against those
# of other stories (benchmarks/quotes.py): the more speaks for one speaker, the less is asked of the
# words.
_ONE_SPEAKER = (
    Threshold(share=0.5, common=2.0, nearness=0.3),
    Threshold(share=0.3, common=1.0, nearness=0.5, rests_on_nearness=True),
)
_OPEN_SPEAKER = (Threshold(share=0.6, common=3.0, nearness=0.5, lesser=0.4),)
_OTHER_SPEAKER = (Threshold(share=0.85, common=3.0, nearness=0.6, lesser=0.4),)
_BETWEEN_MARKS = (Threshold(share=0.5, common=3.0, nearness=0.5),)
# What is below this is not aligned at all.
_LEAST_SHARE = 0.3


class RenderingKind(StrEnum):
    """How two renderings differ, as far as the evidence tells."""

    SAME = "same"
    CUT = "cut"  # the shorter stands in the longer, in order
    TRANSLATION = "translation"  # in other words, and a document says that it is translated
    OTHER_WORDS = "other_words"  # both between marks: translated or misquoted, nobody says
    PARAPHRASE = "paraphrase"  # at least one is not between marks


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """Two statements that report one, by id of their claims.

    ``same_speaker`` is ``None`` where one of them names nobody. ``original`` is the claim whose
    document says that it has the original wording, with the characters that say so in its notes;
    ``None`` where no document says it. ``nearness`` is the cosine of both, if vectors were given.
    """

    left: Statement
    right: Statement
    kind: RenderingKind
    alignment: Alignment
    same_speaker: bool | None
    rule: str
    left_notes: tuple[WordingNote, ...] = ()
    right_notes: tuple[WordingNote, ...] = ()
    nearness: float | None = None

    @property
    def original(self) -> str | None:
        sides = ((self.left, self.left_notes), (self.right, self.right_notes))
        said = [side.claim for side, notes in sides if _has(notes, WordingStatus.ORIGINAL)]
        return said[0] if len(said) == 1 else None

    @property
    def concerns(self) -> frozenset[Concern]:
        return frozenset(c for one in self.alignment.differences for c in one.concerns)


Notes = Callable[[Statement], tuple[WordingNote, ...]]
Nearness = Callable[[], float | None]


def find_rendering(
    left: Statement, right: Statement, by: Comparison, *, notes: Notes | None = None
) -> Rendering | None:
    """Return how two statements render one, or ``None`` if nothing shows that they do.

    The result does not depend on which of the two is given first.
    """
    left, right = sorted((left, right), key=lambda one: (one.document, one.claim))
    rarity = by.rarity(left, right)
    if upper_share(left, right, rarity=rarity) < _LEAST_SHARE:
        return None
    speakers = by.same_speaker(left.speaker, right.speaker)
    # Asked last of all: words that share too little need no vectors.
    nearness = cache(partial(by.nearness, left, right))
    found = _aligned(left, right, speakers, nearness, rarity)
    if found is None:
        return None
    alignment, rule = found
    left_notes, right_notes = (notes(side) if notes else () for side in (left, right))
    return Rendering(
        left=left,
        right=right,
        kind=_kind(left, right, alignment, (*left_notes, *right_notes)),
        alignment=alignment,
        same_speaker=speakers,
        rule=rule,
        left_notes=left_notes,
        right_notes=right_notes,
        nearness=nearness(),
    )


def _aligned(
    left: Statement,
    right: Statement,
    speakers: bool | None,  # noqa: FBT001 -- three states
    nearness: Nearness,
    rarity: Rarity,
) -> tuple[Alignment, str] | None:
    """Return the alignment that shows that two statements are one, and the name of the rule.

    What stands between marks on both sides is tried alone too: reporters agree in that and not in
    what they put around it.
    """
    whole = align(left, right, rarity=rarity)
    by_speaker = (
        _OTHER_SPEAKER if speakers is False else _ONE_SPEAKER if speakers else _OPEN_SPEAKER
    )
    if _passes(whole, nearness, by_speaker):
        return whole, "quotes.shared_words"
    first, second = left.quotation(), right.quotation()
    if first is None or second is None:
        return None
    inside = whole if (first, second) == (left, right) else align(first, second, rarity=rarity)
    return (inside, "quotes.between_marks") if _passes(inside, nearness, _BETWEEN_MARKS) else None


def _passes(alignment: Alignment, nearness: Nearness, rules: Iterable[Threshold]) -> bool:
    return any(
        alignment.share >= least.share
        and alignment.common >= least.common
        and min(alignment.left_share, alignment.right_share) >= least.lesser
        and _is_near(nearness(), least)
        for least in rules
    )


def _is_near(nearness: float | None, least: Threshold) -> bool:
    return not least.rests_on_nearness if nearness is None else nearness >= least.nearness


def _kind(
    left: Statement, right: Statement, alignment: Alignment, notes: tuple[WordingNote, ...]
) -> RenderingKind:
    if min(alignment.left_share, alignment.right_share) >= _SAME and alignment.in_order >= _SAME:
        return RenderingKind.SAME
    if alignment.share >= _SAME and alignment.in_order >= _IN_ORDER:
        return RenderingKind.CUT
    if _has(notes, WordingStatus.TRANSLATED):
        return RenderingKind.TRANSLATION
    if left.quoted and right.quoted:
        return RenderingKind.OTHER_WORDS
    return RenderingKind.PARAPHRASE


def _has(notes: tuple[WordingNote, ...], status: WordingStatus) -> bool:
    return any(note.status is status for note in notes)
