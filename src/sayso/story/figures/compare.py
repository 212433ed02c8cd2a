"""Comparing two figures: the ordered table of rules, and the relation that the first to apply gives."""

from collections.abc import Callable

from sayso.frozen import dataclass
from sayso.story.figures import gates, values
from sayso.story.figures.kinds import KindTable, shipped_kinds
from sayso.story.figures.pair import Finding, Pair
from sayso.story.figures.record import CountedFigure, Part
from sayso.story.figures.shelf import day_number
from sayso.story.figures.unclassed import as_one_class
from sayso.story.figures.verdict import Policy, Reason, Relation, Side, Verdict

_DEFAULT = Policy()
# Not said of a figure that only leans to the class of the other.
_SURE_ONLY = frozenset((Verdict.CONFLICT, Verdict.NEAR))


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One row of the table. Its examples stand under its name in ``examples.toml``."""

    name: str
    applies: Callable[[Pair], Finding | None]


def _rule(applies: Callable[[Pair], Finding | None]) -> Rule:
    return Rule(name=applies.__name__, applies=applies)


# What the text itself says comes first, then what forbids a comparison, then the numbers.
RULES: tuple[Rule, ...] = tuple(
    _rule(applies)
    for applies in (
        values.said_to_be_part,
        values.said_to_be_same,
        gates.not_a_level,
        gates.other_measure,
        values.told_again,
        gates.predicate_unknown,
        gates.other_predicate,
        gates.other_wording,
        gates.not_asserted,
        gates.other_accrual,
        gates.other_event,
        gates.other_place,
        gates.place_unknown,
        gates.occasion_unknown,
        values.summed_up,
        gates.other_set,
        gates.sets_overlap,
        gates.set_unknown,
        gates.other_period,
        gates.period_unknown,
        gates.mixed_scope,
        values.inclusion_rule,
        values.part_at_unknown_place,
        values.part_fits,
        values.outgrown,
        values.part_at_other_time,
        values.part_exceeds_whole,
        values.ordinal_reached,
        values.same_figure,
        values.copied_otherwise,
        values.moved,
        values.narrower,
        values.margins_meet,
        values.overlapping_bounds,
        values.time_unknown,
        values.nearly_meet,
        values.bounds_exclude,
    )
)


def compare(
    left: CountedFigure,
    right: CountedFigure,
    *,
    policy: Policy = _DEFAULT,
    table: KindTable | None = None,
) -> Relation:
    """Return what two figures say of each other, by the first rule that applies."""
    ours, theirs, leans = as_one_class(left, right)
    pair = Pair(left=ours, right=theirs, table=table or shipped_kinds(), policy=policy)
    for rule in RULES:
        finding = rule.applies(pair)
        if finding is not None:
            if leans and (finding.verdict in _SURE_ONLY or _fits_by_guess(left, right, finding)):
                break
            return _relation(pair, rule, finding)
    else:
        raise ValueError("the last rule must apply to every pair")
    return _relation(pair, rule, gates.class_only_leans())


def _fits_by_guess(left: CountedFigure, right: CountedFigure, finding: Finding) -> bool:
    """Say whether one is held to be part of the other by its size alone, and either teller may mean others."""
    one_teller = left.document == right.document and left.voice.claimant == right.voice.claimant
    told_of_both = one_teller and (left.is_classed or right.is_classed)
    return finding.reason is Reason.PART_FITS and not told_of_both


def compare_in_order(
    one: CountedFigure, other: CountedFigure, *, policy: Policy, table: KindTable
) -> Relation:
    """Compare two figures, the earlier first, so that it is the same whichever came to be known first."""
    left, right = sorted((one, other), key=_order)
    return compare(left, right, policy=policy, table=table)


def _order(figure: CountedFigure) -> tuple[int, str]:
    return day_number(figure.scope.as_of), figure.id


def _relation(pair: Pair, rule: Rule, finding: Finding) -> Relation:
    left, right = (pair.right, pair.left) if finding.swapped else (pair.left, pair.right)
    return Relation(
        left=_side(left, finding.parts),
        right=_side(right, finding.parts),
        verdict=finding.verdict,
        reason=finding.reason,
        rule=rule.name,
    )


def _side(figure: CountedFigure, parts: tuple[Part, ...]) -> Side:
    return Side(figure=figure.id, document=figure.document, spans=figure.spans(*parts))
