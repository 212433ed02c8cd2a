"""The stance of a statement to its content, as a pair with another needs it.

Two statements of the same content oppose each other if one of them turns it round and the other
does not: by a verb of denial, by a negation inside, or by calling it false.
"""

import re
from collections.abc import Sequence

from sayso.evidence.claim import Force
from sayso.language.word_forms import base_form
from sayso.language.word_lists import word_set
from sayso.story.statements.statement import Statement
from sayso.story.statements.words import NEGATIONS, Word, WordKind

# Forces of which the content is put forward as so, or to come.
PUT_FORWARD = frozenset({None, Force.ASSERT, Force.FORECAST, Force.PLEDGE, Force.THREAT})
# Verbs that turn round what they govern: before a content as well as inside of one.
_TURNING = frozenset(
    map(
        base_form,
        word_set(
            "deny denial denied reject rejection dismiss refute rebut rebuff dispute contest contradict"
            " rubbish disown disclaim withdraw withdrew retract recant"
        ),
    )
)
_CALLED_FALSE = re.compile(
    r"\b(?:is|are|was|were|be|as|it|that)\s+(?:an?\s+)?(?:\w+ly\s+)?(?:false|untrue|lies?|smear|fabricat\w+|baseless|fantasy|slander)\b"
    r"|\bnot\s+guilty\b|\blaughed\s+off\b|\brul(?:e|es|ed|ing)\s+out\b",
    re.IGNORECASE,
)
# What is turned down, not said to be otherwise.
_TURNED_DOWN = frozenset(
    map(
        base_form,
        word_set(
            "bid offer proposal petition application demand budget appeal request motion bill"
        ),
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
            " wrongdoing involvement responsibility link irregularity quotation something anything nothing"
            " warning remark complaint finding conclusion prediction any all both true so lie smear fantasy count charges"
        ),
    )
)
_MOST_BESIDE_REFERRING = 1
_PERSONS = frozenset({"him", "her", "them", "me", "us", "you"})


def denies(statement: Statement) -> bool:
    """Say whether a statement denies: by its cue, or in its own words ("she insists she did not")."""
    return statement.force is Force.DENY and not _is_turned_down(statement)


def denies_by_cue(statement: Statement) -> bool:
    """Say whether the content is what is denied: "denied that", "called it a lie"."""
    cue = statement.cue_text.casefold()
    by_verb = any(base_form(word) in _TURNING for word in cue.split())
    said = f"{cue} {statement.text}"
    return denies(statement) and (by_verb or _CALLED_FALSE.search(said) is not None)


def _is_turned_down(statement: Statement) -> bool:
    """Say whether an offer or a request is what is rejected."""
    return rejects_by_cue(statement) and any(word.form in _TURNED_DOWN for word in statement.words)


def accuses(statement: Statement) -> bool:
    return any(base_form(word) in _ACCUSING for word in statement.cue_text.casefold().split())


def rejects_by_cue(statement: Statement) -> bool:
    return _REJECTING.search(statement.cue_text) is not None


def is_negative(statement: Statement, words: Sequence[Word]) -> bool:
    """Say whether a statement puts the ``words``, the part that another shares, as not so."""
    turned = sum(map(turns, words)) % 2 == 1
    if denies_by_cue(statement):
        return not turned
    return denies(statement) or turned


def may_turn(statement: Statement) -> bool:
    """Say whether a statement has a form that may turn something round: most have none."""
    forms = statement.by_form.keys()
    return not (NEGATIONS.isdisjoint(forms) and _TURNING.isdisjoint(forms))


def turns(word: Word) -> bool:
    return word.kind is WordKind.NEGATION or word.form in _TURNING


def names_matter(statement: Statement) -> bool:
    """Say whether a denial has a word of its own for what is denied: "a fault", "the count"."""
    return any(word.tells and word.form not in _REFERRING for word in statement.words)


def only_refers(statement: Statement) -> bool:
    """Say whether a content points to what was said before: "this", "the report", "everything".

    "Contradicted her" is of a person, not of words.
    """
    if len(statement.words) == 1 and statement.words[0].form in _PERSONS:
        return False
    told = [word for word in statement.words if word.tells]
    return sum(word.form not in _REFERRING for word in told) <= _MOST_BESIDE_REFERRING and (
        len(told) <= _MOST_BESIDE_REFERRING or any(word.form in _REFERRING for word in told)
    )


def puts_about(statement: Statement) -> bool:
    """Say whether its cue is a noun for what is said: "suggestions that", "a report that"."""
    return any(base_form(word) in _REFERRING for word in statement.cue_text.casefold().split())
