"""Words of a statement: each in its base form, with what kind of word it is.

The base form takes off the endings of English inflection, no more: it is a key to compare by and
is never shown.
"""

from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

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


# A word that joins others says next to nothing of two statements being one.
_WEIGHTS = {
    WordKind.FUNCTION: 0.12,
    WordKind.NEGATION: 0.3,
    WordKind.MODALITY: 0.3,
    WordKind.CONTENT: 1.0,
    WordKind.NAME: 1.0,
    WordKind.NUMBER: 1.2,
}
# Words whose form is kept: those of the reporting on a story come again and again.
_REMEMBERED = 1 << 15


class ReadForm(NamedTuple):
    """How a word is compared.

    ``tells`` says that two statements with this word have something in common; ``weight`` is that of
    its kind, before it is asked how rare the word is.
    """

    form: str
    kind: WordKind
    tells: bool
    weight: float


class Word(NamedTuple):
    """One word, as in ``ReadForm``, with its characters.

    ``quoted`` says that it stands between quotation marks, ``fragment`` is the index of the fragment
    of the content it stands in. A tuple, since hundreds of statements are read for one document.
    """

    start: int
    end: int
    form: str
    kind: WordKind
    tells: bool
    weight: float
    quoted: bool = False
    fragment: int = 0

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


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
    return Word(span.start, span.end, *read_form(written, opens))


@lru_cache(maxsize=_REMEMBERED)
def read_form(written: str, opens: bool) -> ReadForm:  # noqa: FBT001 -- see read_word
    """Return how a word is compared."""
    folded = folded_word(written)
    kind = _kind(written, folded, opens=opens)
    form = _number(folded) if kind is WordKind.NUMBER else folded
    if kind in {WordKind.CONTENT, WordKind.NAME}:
        form = base_form(folded)
    return ReadForm(form, kind, kind in TELLING, _WEIGHTS[kind])


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
