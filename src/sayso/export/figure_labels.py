"""How verdicts on figures, and the reasons for them, are written for people."""

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from sayso.export.labels import as_name, number
from sayso.story.figures.recommend import Choice
from sayso.story.figures.record import CountedFigure, NumberInterval
from sayso.story.figures.verdict import Reason, Verdict

VERDICT_WORDS: Mapping[Verdict, str] = MappingProxyType(
    {
        Verdict.AGREE: "agree",
        Verdict.COMPATIBLE: "compatible",
        Verdict.NEAR: "near",
        Verdict.CHANGED: "changed",
        Verdict.PART_OF: "part of",
        Verdict.CONFLICT: "conflict",
        Verdict.COPYING_VARIANCE: "copying variance",
        Verdict.NOT_COMPARABLE: "not comparable",
    }
)
REASON_WORDS: Mapping[Reason, str] = MappingProxyType(
    {
        Reason.NOT_A_LEVEL: "one says by how much, not how many",
        Reason.OTHER_MEASURE: "another unit",
        Reason.PREDICATE_UNKNOWN: "what befell the counted is not known",
        Reason.OTHER_PREDICATE: "something else befell them",
        Reason.NOT_ASSERTED: "one is planned, foretold or denied",
        Reason.OTHER_ACCRUAL: "one is a level, the other a movement",
        Reason.OTHER_EVENT: "another event",
        Reason.OTHER_PLACE: "another place",
        Reason.PLACE_UNKNOWN: "it is not known whether the place is the same",
        Reason.OTHER_SET: "others are counted",
        Reason.SETS_OVERLAP: "the groups overlap",
        Reason.SET_UNKNOWN: "it is not known how the groups relate",
        Reason.OTHER_PERIOD: "another period",
        Reason.PERIOD_UNKNOWN: "the period is not known",
        Reason.MIXED_SCOPE: "a wider group in a narrower place",
        Reason.OTHER_TIME: "a part and a whole of different times",
        Reason.TIME_UNKNOWN: "the time is not known",
        Reason.TIME_TOO_COARSE: "the time is known too roughly",
        Reason.ONE_VOICE: "both stand in one text and voice",
        Reason.SAID_TO_BE_PART: "the text says so",
        Reason.ADDED: "the text adds one to the other",
        Reason.SUM_OF_PARTS: "with those counted beside it, it comes to the whole",
        Reason.ORDINAL_REACHED: "it is the last of so many",
        Reason.INCLUSION_RULE: "the difference is who is counted in",
        Reason.PART_FITS: "the part fits into the whole",
        Reason.PART_EXCEEDS_WHOLE: "the part is larger than the whole",
        Reason.SAME_STATEMENT: "the same number",
        Reason.UNCHANGED: "the same number at another time",
        Reason.TOLD_AGAIN: "a telling number, told again",
        Reason.CONVERTED: "one amount in two units",
        Reason.NARROWER: "one is the narrower",
        Reason.OVERLAPPING_BOUNDS: "the bounds overlap",
        Reason.UPDATE: "a later, higher total",
        Reason.DOWNWARD_REVISION: "a later, lower total",
        Reason.FAR_APART: "too far apart to be of one count",
        Reason.INCREASE: "more at a later time",
        Reason.DECREASE: "fewer at a later time",
        Reason.MARGINS_MEET: "only the margins meet",
        Reason.SOFT_BOUNDS_NEARLY_MEET: "the margins nearly meet",
        Reason.ONE_ORIGIN: "both go back to one origin",
        Reason.ONE_CLAIMANT: "both are of one claimant",
        Reason.BOUNDS_EXCLUDE: "the numbers exclude each other",
    }
)
CHOICE_WORDS: Mapping[Choice, str] = MappingProxyType(
    {
        Choice.LATEST_OFFICIAL: "latest official",
        Choice.CONSERVATIVE: "conservative",
        Choice.MAJORITY: "majority",
        Choice.RANGE_ONLY: "range",
    }
)


def what_is_counted(figure: CountedFigure) -> str:
    """Write the quantity of a figure: ``killed, person, Varn Valley``."""
    told = (what_befell(figure), whom_counted(figure), where_counted(figure))
    return ", ".join(part for part in told if part)


def what_befell(figure: CountedFigure) -> str:
    """Write what befell the counted: ``killed``; nothing where it is not known."""
    return (figure.predicate or "").replace("_", " ") if figure.is_classed else ""


def whom_counted(figure: CountedFigure) -> str:
    """Write whom a figure counts, with what restricts them: ``foreign fighter``."""
    if figure.counted.head is None:
        return ""
    return " ".join((*sorted(figure.counted.restrictors), figure.counted.head))


def where_counted(figure: CountedFigure) -> str:
    """Write the place of a figure: ``Varn Valley``."""
    return as_name(figure.scope.place.name) if figure.scope.place else ""


def span_of_values(best: Decimal | None, lo: Decimal | None, hi: Decimal | None) -> str:
    """Write a value, or the range where there is none: ``31``, ``6–23``, ``≥ 9``."""
    if best is not None:
        return number(best)
    if lo is None or hi is None:
        return f"≥ {number(lo)}" if lo is not None else f"≤ {number(hi)}" if hi is not None else "?"
    return number(lo) if lo == hi else f"{number(lo)}–{number(hi)}"


def interval(value: NumberInterval) -> str:
    """Write what an interval allows: ``40``, ``9 or more``, ``up to 300``, ``1,000 to 5,000``."""
    if (
        value.best is not None
        and value.lo is not None
        and value.hi is not None
        and not value.lo_open
    ):
        return number(value.best)
    if value.hi is None:
        return "?" if value.lo is None else f"{'>' if value.lo_open else '≥'} {number(value.lo)}"
    if not value.lo:
        return f"{'<' if value.hi_open else '≤'} {number(value.hi)}"
    return f"{number(value.lo)}–{number(value.hi)}"
