"""Finding denials: a new document's statements against each other and against the case."""

from collections.abc import Iterator, Sequence

from sayso.story.denials.denial import Denial, DenialReason, asserted_first
from sayso.story.denials.opposition import Comparison, find_opposition, kind_of
from sayso.story.denials.stance import PUT_FORWARD, accuses, denies_by_cue, only_refers, puts_about
from sayso.story.quotes.alignment import upper_share
from sayso.story.quotes.rendering import find_rendering
from sayso.story.statements.index import StatementIndex
from sayso.story.statements.statement import Meaning, SameSpeaker, Statement, same_name

# Less than this in common is no denial, whatever else speaks for it.
_LEAST_SHARE = 0.3
# Statements before a denial among which what it refers to is looked for, and characters.
_BACK = 4
_REACH = 700


def find_denials(
    statements: Sequence[Statement],
    index: StatementIndex,
    *,
    meaning: Meaning | None = None,
    same_speaker: SameSpeaker = same_name,
) -> Iterator[Denial]:
    """Yield the denials that the statements of one document make, in it and with others.

    ``statements`` are those of the new document in the order of its text; ``index`` holds those of
    the documents before it.
    """
    by = Comparison(rarity=index.rarity, meaning=meaning, same_speaker=same_speaker)
    for at, statement in enumerate(statements):
        others = [other for other in statements[:at] if not _nested(statement, other)]
        yield from _oppositions(statement, others, by)
        yield from _oppositions(statement, index.candidates(statement), by)
        if denies_by_cue(statement) and only_refers(statement):
            yield from _by_reference(statement, others, index, by)
    yield from _held(statements, index, by)


def _oppositions(
    statement: Statement, others: Sequence[Statement] | Iterator[Statement], by: Comparison
) -> Iterator[Denial]:
    for other in others:
        if upper_share(statement, other, rarity=by.rarity) >= _LEAST_SHARE:
            found = find_opposition(statement, other, by)
            if found is not None:
                yield found


def _nested(one: Statement, other: Statement) -> bool:
    """Say whether the content of one holds the other: reporting a denial contradicts nothing."""
    return any(a.overlaps(b) for a in one.content for b in (*other.content, *other.cue)) or any(
        a.overlaps(b) for a in other.content for b in one.cue
    )


def _held(
    statements: Sequence[Statement], index: StatementIndex, by: Comparison
) -> Iterator[Denial]:
    """Yield the denials that tell what they deny: "rejected suggestions that the gate was shut"."""
    by_claim = {statement.claim: statement for statement in statements}
    for inner in statements:
        outer = by_claim.get(inner.parent or "")
        told = outer is not None and denies_by_cue(outer) and puts_about(inner)
        if outer is not None and told and inner.force in PUT_FORWARD:
            yield _referring(inner, outer, DenialReason.HELD, by)
            yield from _reported(inner, outer, index, by)


def _by_reference(
    denied: Statement, before: Sequence[Statement], index: StatementIndex, by: Comparison
) -> Iterator[Denial]:
    """Yield the denial of what was said just before, and of what other documents report of it."""
    antecedent = _antecedent(denied, before, by.same_speaker)
    if antecedent is None:
        return
    yield _referring(antecedent, denied, DenialReason.REFERENCE, by)
    yield from _reported(antecedent, denied, index, by)


def _reported(
    told: Statement, denied: Statement, index: StatementIndex, by: Comparison
) -> Iterator[Denial]:
    """Yield the denial of what other documents report in the words that it answers."""
    for candidate in index.candidates(told):
        if candidate.force not in PUT_FORWARD:
            continue
        same = find_rendering(told, candidate, rarity=by.rarity, meaning=by.meaning, same_speaker=by.same_speaker)  # fmt: skip
        if same is not None:
            yield _referring(candidate, denied, DenialReason.REPORTED_DENIAL, by, told)


def _antecedent(
    denied: Statement, before: Sequence[Statement], same_speaker: SameSpeaker
) -> Statement | None:
    """Return the nearest statement of somebody else before a denial; an accusation first."""
    start = min((*denied.cue, *denied.content)).start
    near = [
        one
        for one in before
        if one.force in PUT_FORWARD
        and same_speaker(one.speaker, denied.speaker) is not True
        and 0 <= start - one.content[-1].end <= _REACH
    ][-_BACK:]
    accusing = [one for one in near if accuses(one)]
    return next(reversed(accusing or near), None)


def _referring(
    asserted: Statement,
    denied: Statement,
    reason: DenialReason,
    by: Comparison,
    through: Statement | None = None,
) -> Denial:
    return Denial(
        asserted=asserted,
        denied=denied,
        kind=kind_of(through or asserted, denied),
        reason=reason,
        same_speaker=by.same_speaker(asserted.speaker, denied.speaker),
        asserted_first=asserted_first(asserted, denied),
        share=0.0,
        asserted_spans=asserted.content,
        denied_spans=denied.content,
        rule=f"denial.{reason}",
        through=through,
    )
