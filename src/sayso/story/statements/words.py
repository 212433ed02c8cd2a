"""Words of a statement: each in its base form, with what kind of word it is.

The base form takes off the endings of English inflection, no more: it is a key to compare by and
is never shown.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from sayso.evidence.stance import HEDGES
from sayso.language.function_words import (
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
)
from sayso.language.quantities.number_words import SMALL
from sayso.language.word_forms import base_form
from sayso.language.word_lists import word_set
from sayso.story.wording import folded_word
from sayso.text import Span


class WordKind(StrEnum):
    """What a word does in a statement; what differs in the last three changes what is claimed."""

    FUNCTION = "function"
    CONTENT = "content"
    NAME = "name"
    NUMBER = "number"
    NEGATION = "negation"
    MODALITY = "modality"


# Asked of every word of every pair that is compared: to hash a member of an enum would cost more.
_CONTENT, _NAME, _IN_NUMBERS = WordKind.CONTENT, WordKind.NAME, WordKind.NUMBER
# Words whose form is kept: those of the reporting on a story come again and again.
_REMEMBERED = 1 << 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One word; ``fragment`` is the index of the fragment of the content it stands in.

    ``quoted`` says that it stands between quotation marks.
    """

    span: Span
    form: str
    kind: WordKind
    fragment: int = 0
    quoted: bool = False

    @property
    def tells(self) -> bool:
        """Say whether two statements with this word have something in common."""
        kind = self.kind
        return kind is _CONTENT or kind is _NAME or kind is _IN_NUMBERS


TELLING = frozenset({WordKind.CONTENT, WordKind.NAME, WordKind.NUMBER})
NEGATIONS = word_set(
    "not n't n’t never no none nobody nothing neither nor without cannot nowhere hardly barely"
)
MODALITIES = HEDGES | word_set(
    "may might could would should must can ca will wo shall likely unlikely probably maybe"
    " possible potentially certainly surely would"
)
# "One" is more often a pronoun.
_NUMBER_WORDS = {word: str(value) for word, value in SMALL.items() if word != "one"}
_FUNCTION = (
    DETERMINERS | PRONOUNS | PREPOSITIONS | SUBORDINATORS | AUXILIARIES
    | word_set(
        "and or but also then them him her us me its own s ' ’s 's 'd 'll 're 've 'm ’ll ’re ’ve ’m"
        " there here very so too just still such same been yes oh do as well only more most much"
        " mine ours yours theirs himself herself itself themselves ourselves myself say says said"
    )
) - set(_NUMBER_WORDS)  # fmt: skip


def read_word(span: Span, written: str, *, opens: bool) -> Word:
    """Return a word as it is compared; ``opens`` says that it begins a sentence."""
    form, kind = read_form(written, opens)
    return Word(span=span, form=form, kind=kind)


@lru_cache(maxsize=_REMEMBERED)
def read_form(written: str, opens: bool) -> tuple[str, WordKind]:  # noqa: FBT001 -- see read_word
    """Return the form in which a word is compared, and what kind of word it is."""
    folded = folded_word(written)
    kind = _kind(written, folded, opens=opens)
    form = _number(folded) if kind is WordKind.NUMBER else folded
    if kind in {WordKind.CONTENT, WordKind.NAME}:
        form = base_form(folded)
    return form, kind


def _kind(written: str, folded: str, *, opens: bool) -> WordKind:
    if folded in NEGATIONS:
        return WordKind.NEGATION
    # "May" within a sentence is the month.
    if folded in MODALITIES and (opens or not written[0].isupper()):
        return WordKind.MODALITY
    if folded[0].isdigit() or folded in _NUMBER_WORDS:
        return WordKind.NUMBER
    if folded in _FUNCTION and written not in _ACRONYMS:
        return WordKind.FUNCTION
    return WordKind.NAME if written[0].isupper() and not opens else WordKind.CONTENT


# Names that in lower case would be function words.
_ACRONYMS = frozenset({"US", "WHO", "IT", "IS"})


def _number(folded: str) -> str:
    """Return a number in one form: 1,500 and 1500, seven and 7."""
    return _NUMBER_WORDS.get(folded, folded.replace(",", ""))
