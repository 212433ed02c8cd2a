"""Rules that build on whole dates: with an edge, a part of the day, or a time of day."""

from dataclasses import replace
from typing import Final

from sayso.dates.clock import Clock
from sayso.dates.expression import DateExpression, DayPart, Edge, PartialDate
from sayso.dates.pattern import Match, Rule
from sayso.dates.rules_days import Dates, one
from sayso.dates.tokens import Gap

_AFTER_A_STAMP: Final = frozenset("|-–—·•:")
# A bare "10:35" is a time only after these; else it may be a score or a verse.
_TAKES_A_CLOCK: Final = frozenset(
    {
        "at", "by", "around", "about", "until", "till", "from", "since", "before", "after",
        "between", "past", "toward", "towards", "near", "the", "this", "published", "updated", "posted", "modified",
    }
)  # fmt: skip


def _edge(match: Match) -> DateExpression | None:
    core = match.need("core", DateExpression)
    if core.until or core.date.day or core.date.edge:
        return None
    date = replace(core.date, edge=match.need("edge", Edge))
    return replace(core, span=match.span, date=date)


def _day_part(match: Match) -> DateExpression | None:
    return _with(match, day_part=match.need("daypart", DayPart))


def _overnight(match: Match) -> DateExpression | None:
    return _with(match, day_part=DayPart.NIGHT)


def _with(match: Match, *, day_part: DayPart) -> DateExpression | None:
    core = _only(match)
    if core is None or core.date.day is None:
        return None
    return replace(core, span=match.span, day_part=day_part)


def _only(match: Match) -> DateExpression | None:
    dates = match.need("date", tuple)
    return dates[0] if len(dates) == 1 else None


def _timed(match: Match) -> DateExpression | None:
    core = _only(match)
    if core is None or core.date.day is None or core.until:
        return None
    return replace(core, span=match.span, time=match.need("clock", Clock).time)


def _clock(match: Match) -> DateExpression | None:
    clock, before = match.need("clock", Clock), match.before()
    introduced = before is not None and before.key in _TAKES_A_CLOCK
    if not clock.marked and not introduced and not _stamps_a_line(match):
        return None
    return DateExpression(span=match.span, rule="", date=PartialDate(), time=clock.time)


def _stamps_a_line(match: Match) -> bool:
    """Say whether the time opens a paragraph, as in a page that is kept up to date."""
    after = match.after()
    if match.before() is not None or after is None or after.gap is Gap.GLUED:
        return False
    return after.key in _AFTER_A_STAMP or after.capitalised


def widened(rule: Rule[DateExpression]) -> Rule[Dates]:
    """Turn a rule for one date into a rule for several."""
    return Rule(
        name=rule.name,
        pattern=rule.pattern,
        build=one(rule.build),
        fires=rule.fires,
        silent=rule.silent,
    )


EDGE_RULES: Final[tuple[Rule[DateExpression], ...]] = (
    Rule(
        name="early_or_late",
        pattern="[ the ] NEAR:edge [ - ] CORE",
        build=_edge,
        fires="Prices rose in mid-March and fell.",
        silent="He was late on the March.",
    ),
    Rule(
        name="early_part_of",
        pattern="[ the ] NEAR:edge part|days|weeks|months|years of CORE",
        build=_edge,
        fires="Prices rose in the early part of 2021 and fell.",
        silent="Prices rose in the early part of the game.",
    ),
    Rule(
        name="edge_of",
        pattern="[ the ] [ very ] EDGE of [ the ] [ year ] CORE",
        build=_edge,
        fires="By the end of 2021 the mill had shut.",
        silent="By the end of the road the mill stood.",
    ),
    Rule(
        name="edge_dash",
        pattern="EDGE ~- ~CORE",
        build=_edge,
        fires="It is due by end-March 2022 or so.",
        silent="It is an end-user matter.",
    ),
)

JOINED_RULES: Final[tuple[Rule[DateExpression], ...]] = (
    Rule(
        name="night_of",
        pattern="[ the ] DAYPART of [ the ] DATE",
        build=_day_part,
        fires="They came on the night of January 11 to 12 by truck.",
        silent="They came on the night of the 2021 census.",
    ),
    Rule(
        name="overnight",
        pattern="overnight [ on|of|from ] DATE",
        build=_overnight,
        fires="They came overnight on January 20 by truck.",
        silent="They came overnight on the bus.",
    ),
    Rule(
        name="clock_date",
        pattern="CLOCK [ ,|on ] [ the ] DATE",
        build=_timed,
        fires="09:20 17.08.2018",
        silent="They won 09:20 in the game.",
    ),
    Rule(
        name="date_clock",
        pattern="DATE [ ,|-|–|—|·|at|t ] [ at ] CLOCK",
        build=_timed,
        fires="Published 3 March 2021, 14:05 GMT by the desk.",
        silent="Published 3 March 2021, 14 pages.",
    ),
    Rule(
        name="clock",
        pattern="CLOCK",
        build=_clock,
        fires="The blast hit at 5:30 in the village.",
        silent="They won 21:15 in the game.",
    ),
)
