"""Running totals checked against themselves and against the movements reported beside them."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from enum import StrEnum
from itertools import pairwise

from sayso.evidence.figure import Accrual
from sayso.frozen import dataclass
from sayso.language.analysis import Modifier
from sayso.story.figures.intervals import is_below, meet
from sayso.story.figures.keys import SeriesKey, series_key
from sayso.story.figures.kinds import KindTable, shipped_kinds
from sayso.story.figures.record import Basis, CountedFigure, NumberInterval, Part
from sayso.story.figures.verdict import Side


class Fault(StrEnum):
    """What is wrong with a running total."""

    DROP = "drop"
    FLOW_DOES_NOT_ADD_UP = "flow_does_not_add_up"


@dataclass(frozen=True, slots=True, kw_only=True)
class Irregularity:
    """A total that falls, or a movement that is not what two totals differ by.

    ``day`` is that of the later total. ``rise`` is what the totals differ by; ``unreported_days``
    lie between the earlier total and the first day of the movement.
    """

    fault: Fault
    day: date
    before: Side
    after: Side
    flow: Side | None
    rise: NumberInterval
    unreported_days: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Voice:
    """Totals are checked voice by voice: two bodies may count apart."""

    series: SeriesKey
    claimant: str | None
    basis: Basis | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Total:
    day: date
    figure: CountedFigure


def check_totals(
    figures: Iterable[CountedFigure], *, table: KindTable | None = None
) -> tuple[Irregularity, ...]:
    """Return every fall of a running total and every movement that does not add up, by day."""
    kinds = table or shipped_kinds()
    totals: defaultdict[_Voice, list[_Total]] = defaultdict(list)
    flows: defaultdict[_Voice, list[CountedFigure]] = defaultdict(list)
    for figure in figures:
        key = series_key(figure, table=kinds)
        if key.accrual is Accrual.CUMULATIVE and (day := _last_day(figure)):
            totals[_voice(figure, key)].append(_Total(day=day, figure=figure))
        elif key.accrual is Accrual.FLOW:
            flows[_voice(figure, key)].append(figure)
    found: list[Irregularity] = []
    for voice, members in totals.items():
        members.sort(key=lambda total: (total.day, total.figure.id))
        found += _drops(members)
        found += _mismatches(members, flows.get(voice, []))
    return tuple(sorted(found, key=lambda one: (one.day, one.after.figure, one.fault)))


def _voice(figure: CountedFigure, key: SeriesKey) -> _Voice:
    """Bring movements and totals of one quantity together: they differ in how they accrue."""
    common = SeriesKey(
        predicate=key.predicate,
        atoms=key.atoms,
        kind=key.kind,
        unit=key.unit,
        place=key.place,
        event=key.event,
        accrual=None,
    )
    return _Voice(series=common, claimant=figure.voice.claimant, basis=figure.voice.basis)


def _last_day(figure: CountedFigure) -> date | None:
    return figure.scope.as_of.hi if figure.scope.as_of else None


def _drops(totals: Sequence[_Total]) -> Iterator[Irregularity]:
    for before, after in pairwise(totals):
        if is_below(after.figure.number, before.figure.number):
            yield _irregular(Fault.DROP, before, after, None)


def _mismatches(totals: Sequence[_Total], flows: Iterable[CountedFigure]) -> Iterator[Irregularity]:
    days = [total.day for total in totals]
    for flow in flows:
        period = flow.scope.period
        if period is None or period.lo is None or period.hi is None:
            continue
        at, base = bisect_left(days, period.hi), bisect_left(days, period.lo) - 1
        if base < 0 or at == len(days) or days[at] != period.hi:
            continue
        # A total within the period may be where the count began: "since the last report".
        if not any(meet(_rise(totals[b], totals[at]), flow.number) for b in {base, at - 1}):
            gap = (period.lo - totals[base].day).days - 1
            yield _irregular(Fault.FLOW_DOES_NOT_ADD_UP, totals[base], totals[at], flow, gap)


def _rise(before: _Total, after: _Total) -> NumberInterval:
    early, late = before.figure.number, after.figure.number
    return NumberInterval(
        lo=None if late.lo is None or early.hi is None else late.lo - early.hi,
        hi=None if late.hi is None or early.lo is None else late.hi - early.lo,
        lo_open=late.lo_open or early.hi_open,
        hi_open=late.hi_open or early.lo_open,
        soft=early.soft or late.soft,
        modifier=Modifier.EXACT if early.is_exact and late.is_exact else Modifier.BETWEEN,
    )


def _irregular(
    fault: Fault, before: _Total, after: _Total, flow: CountedFigure | None, gap: int = 0
) -> Irregularity:
    return Irregularity(
        fault=fault,
        day=after.day,
        before=_side(before.figure),
        after=_side(after.figure),
        flow=_side(flow) if flow else None,
        rise=_rise(before, after),
        unreported_days=gap,
    )


def _side(figure: CountedFigure) -> Side:
    spans = figure.spans(Part.NUMBER, Part.MODIFIER, Part.COUNTED, Part.TIME)
    return Side(figure=figure.id, document=figure.document, spans=spans)
