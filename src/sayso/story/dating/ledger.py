"""The ledger: a document's own date, what ties it to dated documents, and the date that follows.

A date that the page gives stands; the case may raise a doubt about it, take one away, or choose between
two readings of it. A document without a date gets the days that hold nine tenths of the odds.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from sayso.dates import DayInterval
from sayso.documents import DateBasis, DateCandidate
from sayso.evidence.date_odds import Habit, odds_words, shipped_date_odds
from sayso.evidence.date_wording import interval_words
from sayso.evidence.dating import Dating, Doubt
from sayso.frozen import dataclass
from sayso.story.dating.estimate import estimate
from sayso.story.dating.settled import (
    DateSource,
    Ground,
    PersonsDate,
    SettledDate,
    WeighedDoubt,
)
from sayso.story.dating.tie import Tie, TieKind
from sayso.story.dating.tie_words import tie_words
from sayso.story.dating.weights import likeness, weights_of
from sayso.story.dating.weights import odds as weigh

# A reading of the page's date is taken if it is so many times likelier (as a logarithm: nine).
_DECIDES = 2.2
_DATED_BY_PAGE = frozenset({DateBasis.METADATA, DateBasis.DATELINE})


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnClues:
    """What a document tells of its own date: its dating, and the weekdays that it names.

    ``named`` says that it names the day of its page, or the one before. ``habit`` is that of its outlet.
    """

    dating: Dating
    weekdays: tuple[int, ...] = ()
    named: bool = False
    habit: Habit = Habit.UNKNOWN

    def text_odds(self, day: date, ties: Sequence[Tie] = ()) -> float:
        """Return what the weekdays say of ``day``, or, in a copy, of the earlier day of its original."""
        table = shipped_date_odds()
        originals = {tie.anchor for tie in ties if _may_be_original(tie) and tie.anchor < day}
        return max(table.of_weekdays(one, self.weekdays, self.habit) for one in {day, *originals})


def settle(own: OwnClues, ties: Sequence[Tie], person: PersonsDate | None = None) -> SettledDate:
    """Return when a document was written; ``ties`` may come in any order."""
    ordered = sorted(ties, key=_order)
    found = _found(own, ordered)
    if person is None:
        return found
    return replace(
        found,
        interval=person.interval,
        source=DateSource.PERSON,
        grounds=tuple(_weighed(found.grounds, ordered, person.interval.lo)),
        doubts=(),
        person=person,
    )


def odds_of(own: OwnClues, ties: Sequence[Tie], day: date) -> float:
    """Return the log-odds of text and case together for the day that the page gives."""
    named = shipped_date_odds().named if own.named else 0.0
    return own.text_odds(day, ties) + named + _tie_odds(ties, day)


def _found(own: OwnClues, ties: Sequence[Tie]) -> SettledDate:
    readings = _open_readings(own.dating)
    if readings:
        return _between(own, ties, readings)
    day = own.dating.interval.lo
    if day is not None and own.dating.interval.days == 1:
        return _checked(own, ties, day)
    return _estimated(own, ties)


def _may_be_original(tie: Tie) -> bool:
    return tie.kind is TieKind.TWIN and tie.later is not False


def _order(tie: Tie) -> tuple[str, date, str, str]:
    return tie.kind, tie.anchor, tie.other, tie.law


def _own_doubts(own: OwnClues, *, without: frozenset[Doubt] = frozenset()) -> list[WeighedDoubt]:
    return [
        WeighedDoubt(doubt=note.doubt, reason=note.reason)
        for note in own.dating.doubts
        if note.doubt not in without
    ]


def _tie_odds(ties: Sequence[Tie], day: date) -> float:
    return weigh(weights_of(ties), day)


def _grounds(ties: Sequence[Tie], day: date | None) -> list[Ground]:
    return [
        Ground(
            kind=tie.kind,
            reason=tie_words(tie),
            spans=tie.spans,
            other=tie.other,
            other_spans=tie.other_spans,
            odds=0.0 if day is None else _tie_odds([tie], day),
        )
        for tie in ties
    ]


def _weighed(grounds: Sequence[Ground], ties: Sequence[Tie], day: date | None) -> list[Ground]:
    """Weigh the grounds by the day that a person set, where it is one."""
    return _grounds(ties, day) if day is not None else list(grounds)


def _checked(own: OwnClues, ties: Sequence[Tie], day: date) -> SettledDate:
    """Keep the day that the document gives, and weigh text and case together against it."""
    dating, table = own.dating, shipped_date_odds()
    weekday_doubt = frozenset(
        note.doubt
        for note in dating.doubts
        if note.doubt is Doubt.TEXT_CONTRADICTS_PAGE and set(note.candidates) <= set(dating.chosen)
    )
    # A feature repeats what was said weeks ago: a statement may speak for a day, not against it.
    firm = [tie for tie in ties if tie.kind is not TieKind.QUOTATION]
    odds = max(odds_of(own, ties, day), odds_of(own, firm, day))
    has_copies = any(tie.kind is TieKind.TWIN for tie in ties)
    limit = table.alarm_of_copies if has_copies else table.alarm
    is_doubted = bool(own.weekdays or firm) and odds < limit
    doubts = _own_doubts(own, without=frozenset() if is_doubted else weekday_doubt)
    if is_doubted and _tie_odds(firm, day) < 0:
        doubts.append(_against(own, firm, day, odds))
    reasons = list(dating.reasons)
    if weekday_doubt and not is_doubted:
        reasons.append(f"the case speaks for it against its weekdays ({odds_words(odds)})")
    return SettledDate(
        interval=dating.interval,
        source=DateSource.OWN,
        found=dating.interval,
        reasons=tuple(reasons),
        grounds=tuple(_grounds(ties, day)),
        doubts=tuple(doubts),
    )


def _against(own: OwnClues, ties: Sequence[Tie], day: date, odds: float) -> WeighedDoubt:
    """Say that the case speaks against the day of the page, and where it puts the text instead."""
    strongest = min(ties, key=lambda tie: (_tie_odds([tie], day), _order(tie)))
    likelier = estimate(DayInterval(None, None), ties, partial(own.text_odds, ties=ties))
    place = "" if likelier is None else f"; the case puts it at {interval_words(likelier)}"
    reason = (
        f"{interval_words(own.dating.interval)} does not fit the rest of the case "
        f"({odds_words(odds)}): {tie_words(strongest)}{place}"
    )
    return WeighedDoubt(doubt=Doubt.CASE_CONTRADICTS, reason=reason, odds=round(odds, 2))


def _open_readings(dating: Dating) -> tuple[date, ...]:
    """Return the days that an ambiguous date of the page can mean."""
    if all(note.doubt is not Doubt.DAY_MONTH_ORDER for note in dating.doubts):
        return ()
    for index in dating.chosen:
        candidate = dating.candidates[index]
        days = [one.lo for one in (candidate.interval, *candidate.alternatives) if one.days == 1]
        if candidate.basis in _DATED_BY_PAGE and len(days) > 1:
            return tuple(sorted(day for day in days if day))
    return ()


def _between(own: OwnClues, ties: Sequence[Tie], readings: Sequence[date]) -> SettledDate:
    """Choose between the readings of the page's date by the text and the case."""
    weights = weights_of(ties)
    odds = {day: own.text_odds(day, ties) + likeness(weights, day) for day in readings}
    best, *others = sorted(readings, key=lambda day: (-odds[day], day))
    lead = odds[best] - max(odds[day] for day in others)
    if not ties or lead < _DECIDES:
        return _as_given(own, ties)
    given = DayInterval.day(best)
    written = _written(own.dating)
    reason = f"the page gives “{written}”: {interval_words(given)}, as the case has it"
    return SettledDate(
        interval=given,
        source=DateSource.CASE,
        found=given,
        reasons=(f"{reason} ({odds_words(lead)})",),
        grounds=tuple(_grounds(ties, best)),
        doubts=tuple(_own_doubts(own, without=frozenset({Doubt.DAY_MONTH_ORDER}))),
    )


def _written(dating: Dating) -> str:
    page: Sequence[DateCandidate] = [dating.candidates[index] for index in dating.chosen]
    return next((one.written for one in page if one.alternatives), page[0].written)


def _as_given(own: OwnClues, ties: Sequence[Tie]) -> SettledDate:
    dating = own.dating
    return SettledDate(
        interval=dating.interval,
        source=DateSource.OWN,
        found=dating.interval,
        reasons=dating.reasons,
        grounds=tuple(_grounds(ties, None)),
        doubts=tuple(_own_doubts(own)),
    )


def _estimated(own: OwnClues, ties: Sequence[Tie]) -> SettledDate:
    """Bound a document without a day by the case; its own bounds stay, if both can hold."""
    found = estimate(own.dating.interval, ties, partial(own.text_odds, ties=ties))
    if found is None:
        return _as_given(own, ties)
    lo = max((day for day in (found.lo, own.dating.interval.lo) if day), default=None)
    interval = DayInterval(lo, found.hi)
    twins = sum(tie.kind is TieKind.TWIN for tie in ties)
    kinds = "copies of it" if twins == len(ties) else "other documents of the case"
    why = f"{kinds} with a date put it at {interval_words(interval)}, nine times of ten"
    return SettledDate(
        interval=interval,
        source=DateSource.CASE,
        found=interval,
        reasons=(*own.dating.reasons, why),
        grounds=tuple(_grounds(ties, interval.lo if interval.days == 1 else None)),
        doubts=tuple(_own_doubts(own, without=frozenset({Doubt.NO_DATE}))),
    )
