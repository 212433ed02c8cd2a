"""The stance of a statement to its content, as a pair with another needs it.

Two statements of the same content oppose each other if one of them turns it round and the other
does not: by a verb of denial, by a negation inside, or by calling it false.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.evidence.claim import Force
from sayso.language.word_lists import word_set
from sayso.story.statements.statement import Statement
from sayso.story.statements.words import Word, WordKind, base_form

# Forces of which the content is put forward as so, or to come.
PUT_FORWARD = frozenset({None, Force.ASSERT, Force.FORECAST, Force.PLEDGE, Force.THREAT})
# Words that turn round what they govern, wherever they stand in a content.
_TURNING = frozenset(
    map(
        base_form,
        word_set("deny denial reject dismiss refute dispute contest false untrue lie lies"),
    )
)
_ACCUSING = frozenset(
    map(
        base_form,
        word_set("accuse blame allege charge indict fault condemn denounce suspect implicate"),
    )
)
# "Rejected", as of a demand or an offer as well as of an account.
_REJECTING = re.compile(r"\b(?:reject|dismiss|rebuff|refut|disown)", re.IGNORECASE)
# What a denial may be of without naming it.
_REFERRING = frozenset(
    map(
        base_form,
        word_set(
            "accusation allegation claim charge report account suggestion criticism story version"
            " assertion statement rumour rumor word figure count reading comparison view everything"
            " wrongdoing involvement responsibility fact something anything nothing any all both true"
        ),
    )
)
_MOST_BESIDE_REFERRING = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """How often a content is turned round, and by what."""

    by_cue: bool
    inside: int

    @property
    def negative(self) -> bool:
        return (self.inside + self.by_cue) % 2 == 1


def denies(statement: Statement) -> bool:
    return statement.force is Force.DENY


def accuses(statement: Statement) -> bool:
    return any(base_form(word) in _ACCUSING for word in statement.cue_text.casefold().split())


def rejects(statement: Statement) -> bool:
    return denies(statement) and _REJECTING.search(statement.cue_text) is not None


def turn_of(statement: Statement, words: Sequence[Word]) -> Turn:
    """Return how a statement turns round the ``words``, the part of it that another shares."""
    return Turn(by_cue=denies(statement), inside=sum(map(turns, words)))


def turns(word: Word) -> bool:
    return word.kind is WordKind.NEGATION or word.form in _TURNING


def only_refers(statement: Statement) -> bool:
    """Say whether a content points to what was said before: "this", "the report", "everything"."""
    told = [word for word in statement.words if word.tells]
    return sum(word.form not in _REFERRING for word in told) <= _MOST_BESIDE_REFERRING and (
        len(told) <= _MOST_BESIDE_REFERRING or any(word.form in _REFERRING for word in told)
    )
