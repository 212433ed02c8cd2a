"""Finding denials: a new document's statements against each other and against the case.

A denial often tells or points to what it denies ("denied it", "rejected reports that"); those are
found within its document. What other documents report in the same words is then denied as well.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from sayso.story.denials.denial import Denial, DenialReason, whole_denial
from sayso.story.denials.opposition import find_opposition, kind_of
from sayso.story.denials.rival_accounts import find_rival_accounts, find_rivals_elsewhere
from sayso.story.denials.rival_numbers import find_rival_numbers
from sayso.story.denials.stance import (
    PUT_FORWARD,
    accuses,
    denies,
    denies_by_cue,
    may_turn,
    names_matter,
    only_refers,
    puts_about,
    turns,
)
from sayso.story.quotes.alignment import upper_share
from sayso.story.quotes.rendering import Rendering
from sayso.story.statements.lookup import Comparison, StatementLookup
from sayso.story.statements.statement import SameSpeaker, Statement

DenialsOf = Callable[[str], Iterable[Denial]]

# Less than this in common is no denial, whatever else speaks for it.
_LEAST_SHARE = 0.3
# Statements before a denial among which what it refers to is looked for, and characters. Set on the
# project's own stories (benchmarks/denials.py): farther back "denied it" is of something else, and a
# denial that names what is denied ("ruled out a fault") refers to no more than the words before it.
_BACK = 4
_REACH = 130
_REACH_OF_NAMED = 60
# Denials that tell what they deny, so that others who report it are denied too.
TELLING = frozenset({DenialReason.HELD, DenialReason.REFERENCE})


def find_denials(
    statements: Sequence[Statement],
    lookup: StatementLookup,
    by: Comparison,
    *,
    renderings: Iterable[Rendering] = (),
    denials_of: DenialsOf | None = None,
) -> Iterator[Denial]:
    """Yield the denials that the statements of one document make, in it and with others.

    ``statements`` are those of the new document in the order of its text, ``lookup`` holds those of
    the documents before it, ``renderings`` tell which are the same. ``denials_of`` gives the denials
    that are known of an earlier claim.
    """
    own: defaultdict[str, list[Denial]] = defaultdict(list)
    for denial in find_own_denials(statements, by):
        own[denial.asserted.claim].append(denial)
        yield denial
    telling = {denial.denied.claim for some in own.values() for denial in some if denial.reason in TELLING}  # fmt: skip
    for statement in statements:
        # What tells what it denies is not of what else shares its words.
        if statement.claim not in telling:
            others = tuple(lookup.candidates(statement))
            yield from _oppositions(statement, others, by)
            yield from find_rivals_elsewhere(statement, others, by)
    names = {statement.document for statement in statements}
    for rendering in renderings:
        mine, other = rendering.left, rendering.right
        if mine.document not in names:
            mine, other = other, mine
        yield from _reported(own[mine.claim], other, by)
        yield from _reported(denials_of(other.claim) if denials_of else (), mine, by)


def find_own_denials(statements: Sequence[Statement], by: Comparison) -> Iterator[Denial]:
    """Yield the denials for which no other document is needed."""
    for at, statement in enumerate(statements):
        others = [other for other in statements[:at] if not _nested(statement, other)]
        yield from _oppositions(statement, others, by)
        yield from _shared_words(statement, statements[:at], by)
        if denies_by_cue(statement) and only_refers(statement):
            antecedent = _antecedent(statement, others, by.same_speaker)
            if antecedent is not None:
                yield _referring(antecedent, statement, DenialReason.REFERENCE, by)
    yield from _held(statements, by)
    yield from find_rival_numbers(statements, by)
    yield from find_rival_accounts(statements, by)


def _oppositions(
    statement: Statement, others: Iterable[Statement], by: Comparison
) -> Iterator[Denial]:
    turns_round = _turns_round(statement)
    for other in others:
        # Neither turns anything round: most pairs need no more than this look.
        if not turns_round and not _turns_round(other):
            continue
        rarity = by.rarity(statement, other)
        if upper_share(statement, other, rarity=rarity) >= _LEAST_SHARE:
            found = find_opposition(statement, other, by)
            if found is not None:
                yield found


def _turns_round(statement: Statement) -> bool:
    return denies(statement) or (may_turn(statement) and any(map(turns, statement.words)))


def _shared_words(
    statement: Statement, before: Iterable[Statement], by: Comparison
) -> Iterator[Denial]:
    """Yield what one says and another denies in one breath: "…, he says and the board denies"."""
    for other in before:
        asserted, denied = (other, statement) if denies_by_cue(statement) else (statement, other)
        one_text = asserted.content == denied.content and asserted.force in PUT_FORWARD
        if one_text and denies_by_cue(denied) and not _is_one_speaker(asserted, denied, by):
            yield _referring(asserted, denied, DenialReason.SAME_CONTENT, by)


def _is_one_speaker(asserted: Statement, denied: Statement, by: Comparison) -> bool:
    return by.same_speaker(asserted.speaker, denied.speaker) is True


def _nested(one: Statement, other: Statement) -> bool:
    """Say whether the content of one holds the other: reporting a denial contradicts nothing."""
    return any(a.overlaps(b) for a in one.content for b in (*other.content, *other.cue)) or any(
        a.overlaps(b) for a in other.content for b in one.cue
    )


def _held(statements: Sequence[Statement], by: Comparison) -> Iterator[Denial]:
    """Yield the denials that tell what they deny: "rejected suggestions that the gate was shut"."""
    by_claim = {statement.claim: statement for statement in statements}
    for inner in statements:
        outer = by_claim.get(inner.parent or "")
        told = outer is not None and denies_by_cue(outer) and puts_about(inner)
        if outer is not None and told and inner.force in PUT_FORWARD:
            yield _referring(inner, outer, DenialReason.HELD, by)


def _reported(denials: Iterable[Denial], other: Statement, by: Comparison) -> Iterator[Denial]:
    """Yield the denial of what another document reports in the words that it answers."""
    if other.force not in PUT_FORWARD:
        return
    for denial in denials:
        if denial.reason in TELLING and denial.denied.document != other.document:
            yield _referring(
                other, denial.denied, DenialReason.REPORTED_DENIAL, by, denial.asserted
            )


def _antecedent(
    denied: Statement, before: Sequence[Statement], same_speaker: SameSpeaker
) -> Statement | None:
    """Return the nearest statement of somebody else before a denial; an accusation first."""
    start = min((*denied.cue, *denied.content)).start
    reach = _REACH_OF_NAMED if names_matter(denied) else _REACH
    near = [
        one
        for one in before
        if one.force in PUT_FORWARD
        and same_speaker(one.speaker, denied.speaker) is not True
        and one.forms
        and 0 <= start - one.content[-1].end <= reach
    ][-_BACK:]
    accusing = [one for one in near if accuses(one)]
    # What the outlet states itself is denied where nobody else is told to have said anything.
    reported = [one for one in near if not one.own_voice]
    return next(reversed(accusing or reported or near), None)


def _referring(
    asserted: Statement,
    denied: Statement,
    reason: DenialReason,
    by: Comparison,
    through: Statement | None = None,
) -> Denial:
    return whole_denial(
        asserted,
        denied,
        kind_of(through or asserted, denied),
        reason,
        same_speaker=by.same_speaker(asserted.speaker, denied.speaker),
        through=through,
    )
