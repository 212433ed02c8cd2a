"""Rival accounts: one lays an event to somebody, who tells it otherwise or lays it to somebody else.

"The town accuses the army of letting the men out" stands against "the army said its guards had to leave
because of the town's shelling". Neither denies a word of the other, and yet only one can be the whole story.
Both sides are kept as they were told; which is right is not asked.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from sayso.evidence.claim import Force
from sayso.frozen import dataclass
from sayso.language.word_lists import word_set
from sayso.story.denials.denial import Denial, DenialKind, DenialReason, whole_denial
from sayso.story.denials.stance import accuses
from sayso.story.statements.lookup import Comparison
from sayso.story.statements.statement import Statement
from sayso.story.statements.words import WordKind

# Characters between two accounts that one author sets beside each other.
_REACH = 600
# Telling words that two accounts share for one event, across documents.
_FEWEST_ACROSS = 3
_NEAREST_ACROSS = 0.5
# A doer stands among so many words at the beginning.
_OPENING = 6
_TOLD = frozenset({None, Force.ASSERT, Force.DENY})
# Fires on "the army of letting the men go", "the army for the fire"; the last on "the fire on the army".
_CHARGE = re.compile(
    r"""(?: the \s+ )? (?P<who> .{2,60}? ) \s+ (?: of | for | over ) \s+ (?P<deed> .+ )""",
    re.VERBOSE | re.DOTALL,
)
_BLAME_ON = re.compile(r"(?P<deed>.+?)\s+on\s+(?:the\s+)?(?P<who>[^,.;]{2,60})", re.DOTALL)
# By which somebody tells why, or what left no choice. Fires on "due to the attacks", "could no longer
# guard", "was forced to leave"; not on "will no longer come".
_WHY = re.compile(
    r"""\b (?: due \s+ to | because | as \s+ (?: a | the ) \s+ result \s+ of | owing \s+ to | caused \s+ by
      | brought \s+ (?: about | on ) \s+ by | on \s+ account \s+ of | could \s+ no(?: t | \s+ longer )
      | couldn[’']t | (?: was | were ) \s+ (?: forced | compelled ) | had \s+ (?: no \s+ choice | to \s+ \w+ )
      | responsible \s+ for | to \s+ blame | allowed | enabled | led \s+ to | let \s+ \w+ ) \b""",
    re.VERBOSE | re.IGNORECASE,
)
_ANYBODY = word_set("it them him her his its their us me you others someone each one other that no")


@dataclass(frozen=True, slots=True, kw_only=True)
class Charge:
    """Whom a statement lays a deed to; ``accuses`` says that it does so by its cue."""

    who: str
    accuses: bool


def read_charge(statement: Statement) -> Charge | None:
    """Return whom a statement holds to have done what; ``None`` if that is nobody.

    "Accused the army of letting the men go" and "said the army let them out" both hold the army to it.
    """
    return _accused(statement) if accuses(statement) else _doer(statement)


def _accused(statement: Statement) -> Charge | None:
    on = "blame" in statement.cue_text.casefold() or "fault" in statement.cue_text.casefold()
    match = _CHARGE.match(statement.text) or (_BLAME_ON.match(statement.text) if on else None)
    if match is None or match["who"].split()[0].casefold() in _ANYBODY:
        return None
    return Charge(who=match["who"], accuses=True)


def _doer(statement: Statement) -> Charge | None:
    """Return the name that a content begins with: "Velm's shelling", "that the Velm army"."""
    named: list[str] = []
    for word in statement.words[:_OPENING]:
        if word.kind is WordKind.NAME:
            named.append(word.form.title())
        elif named or word.tells:
            break
    told = statement.force in _TOLD and not statement.own_voice
    return Charge(who=" ".join(named), accuses=False) if named and told else None


def find_rival_accounts(statements: Sequence[Statement], by: Comparison) -> Iterator[Denial]:
    """Yield the rival accounts that the author of one document sets beside each other."""
    charges = [(one, charge) for one in statements if (charge := read_charge(one)) is not None]
    for at, (one, charge) in enumerate(charges):
        if charge.accuses:
            for other in statements:
                if _are_beside(one, other) and _answers(one, charge, other, by):
                    yield _rivals(one, other, DenialReason.ACCUSED_ANSWERS, by)
        for other, second in charges[at + 1 :]:
            if _are_beside(one, other) and _lay_elsewhere(one, charge, other, second, by):
                yield _rivals(one, other, DenialReason.ANOTHER_DOER, by)


def find_rivals_elsewhere(
    statement: Statement, others: Iterable[Statement], by: Comparison
) -> Iterator[Denial]:
    """Yield the accounts of other documents that lay the same deed to somebody else, or answer for it."""
    charge = read_charge(statement)
    for other in others:
        second = read_charge(other)
        if charge is None and second is None:
            continue
        if len(_shared(statement, other, charge, second)) < _FEWEST_ACROSS:
            continue
        if charge and second and _lay_elsewhere(statement, charge, other, second, by):
            first, last = sorted((statement, other), key=lambda one: (one.document, one.claim))
            yield _rivals(first, last, DenialReason.ANOTHER_DOER, by)
        elif charge and charge.accuses and _answers_elsewhere(statement, charge, other, by):
            yield _rivals(statement, other, DenialReason.ACCUSED_ANSWERS, by)
        elif second and second.accuses and _answers_elsewhere(other, second, statement, by):
            yield _rivals(other, statement, DenialReason.ACCUSED_ANSWERS, by)


def _are_beside(first: Statement, second: Statement) -> bool:
    one, other = sorted((first, second), key=lambda statement: statement.content[0])
    return 0 <= other.content[0].start - one.content[-1].end <= _REACH


def _answers(accusation: Statement, charge: Charge, other: Statement, by: Comparison) -> bool:
    """Say whether the accused tells why it came about, to somebody who is not the accuser."""
    accused = by.same_speaker(charge.who, other.speaker) is True
    told = other.force in _TOLD and not other.own_voice and other.parent != accusation.claim
    apart = by.same_speaker(accusation.speaker, other.speaker) is not True
    return accused and told and apart and _WHY.search(other.text) is not None


def _answers_elsewhere(
    accusation: Statement, charge: Charge, other: Statement, by: Comparison
) -> bool:
    nearness = by.nearness(accusation, other)
    near = nearness is None or nearness >= _NEAREST_ACROSS
    return near and _answers(accusation, charge, other, by)


def _lay_elsewhere(
    one: Statement, charge: Charge, other: Statement, second: Charge, by: Comparison
) -> bool:
    """Say whether two who are known to be two lay one deed to two who are known to be two.

    Where a cue accuses, a shared word of the deed is enough, or that each accuses the other; plain
    statements must do both.
    """
    speakers = by.same_speaker(one.speaker, other.speaker)
    if speakers is not False or by.same_speaker(charge.who, second.who) is not False:
        return False
    shared = bool(_shared(one, other, charge, second))
    left = by.same_speaker(charge.who, other.speaker)
    mutual = left is True and by.same_speaker(second.who, one.speaker) is True
    return (shared or mutual) if charge.accuses and second.accuses else (shared and mutual)


def _shared(one: Statement, other: Statement, *charges: Charge | None) -> set[str]:
    """Return the telling words that two statements share, but for the names of who did it."""
    names = {form for charge in charges if charge for form in _name_forms(charge.who)}
    return (set(one.forms) & set(other.forms)) - names


def _name_forms(who: str) -> set[str]:
    return {word for part in who.casefold().split() for word in (part, part.rstrip("s"))}


def _rivals(asserted: Statement, denied: Statement, reason: DenialReason, by: Comparison) -> Denial:
    same_speaker = by.same_speaker(asserted.speaker, denied.speaker)
    return whole_denial(
        asserted, denied, DenialKind.RIVAL_ACCOUNT, reason, same_speaker=same_speaker
    )
