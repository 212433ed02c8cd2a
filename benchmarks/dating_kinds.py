"""Dating by kind of evidence: what each tells alone and together, in one table over the same texts.

A copy is a tie to a dated document that lies as many days off as pairs of Timeline17 do
(``dating_case.py``); of one "known to be later" the order is known. "Alone" leaves the weekdays and
days of the text out. A shift is caught, or a true date doubted, if the date that holds carries an alarm.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from statistics import median

from benchmarks.dating_case import ALARMS, SHIFTS, Hidden, made_ties, own_clues, undated_clues
from benchmarks.dating_texts import Written
from sayso.evidence.date_clues import read_clues
from sayso.evidence.date_doubts import news_weekdays
from sayso.story.dating.ledger import OwnClues, settle
from sayso.story.dating.tie import Tie

_REPEATS = 1  # drawings of the lags of copies


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A row of the table: how many copies, whether their order is known, and whether the text counts."""

    copies: int = 0
    known: bool = True
    text: bool = True

    @property
    def name(self) -> str:
        if not self.copies:
            return "the text alone"
        order = "later" if self.known else "order not known"
        copies = f"{self.copies} cop{'y' if self.copies == 1 else 'ies'}, {order}"
        return f"{copies}, with the text" if self.text else f"{copies}, alone"


KINDS = (
    Kind(),
    *(
        Kind(copies=copies, known=known, text=text)
        for known in (True, False)
        for copies in (1, 2, 3)
        for text in (False, True)
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What one drawing of a kind of evidence says of one text."""

    name: str
    false: bool
    caught: float
    held: bool
    width: int | None


def print_kinds(gold: Sequence[Written]) -> None:
    weekday = frozenset(one.name for one in gold if _weekdays(one))
    both = frozenset(one.name for one in gold if one.name in weekday and _names_a_day(one))
    parts = (
        ("every text", frozenset(one.name for one in gold)),
        ("texts that name a weekday", weekday),
        ("texts that name a weekday and a day with its month", both),
    )
    told = {kind: list(_told(gold, kind)) for kind in KINDS}
    for name, names in parts:
        print(f"\n{name} ({len(names)})")
        for kind in KINDS:
            print(f"  {kind.name:40} {_shown([one for one in told[kind] if one.name in names])}")


def _weekdays(one: Written) -> tuple[int, ...]:
    return news_weekdays(one.text, read_clues(one.text, one.analysis))


def _names_a_day(one: Written) -> bool:
    dates = read_clues(one.text, one.analysis).dates
    return any(clue.date.date.day and clue.date.date.month for clue in dates)


def _shown(told: Sequence[Told]) -> str:
    share = 100 / len(told)
    widths = [one.width for one in told if one.width]
    return (
        f"false {sum(one.false for one in told) * share:5.1f}%, "
        f"caught {sum(one.caught for one in told) * share:5.1f}%; "
        f"hidden: holds the day {sum(one.held for one in told) * share:5.1f}%, "
        f"{len(widths) * share:3.0f}% closed, median width {median(widths or [0]):.0f} days"
    )


def _told(texts: Sequence[Written], kind: Kind) -> Iterator[Told]:
    clues = {
        shift: [own_clues(_bare(one), one.day + timedelta(shift)) for one in texts]
        for shift in (0, *SHIFTS)
    }
    hidden = [undated_clues(_bare(one)) for one in texts]
    for at, ties in _drawn(texts, kind):
        one = texts[at]
        alarms = {shift: _is_alarmed(some[at], ties, kind) for shift, some in clues.items()}
        interval = settle(_counted(hidden[at], kind), ties).interval
        yield Told(
            name=one.name,
            false=alarms[0],
            caught=sum(alarms[shift] for shift in SHIFTS) / len(SHIFTS),
            held=one.day in interval,
            width=interval.days,
        )


def _is_alarmed(own: OwnClues, ties: tuple[Tie, ...], kind: Kind) -> bool:
    return bool({note.doubt for note in settle(_counted(own, kind), ties).doubts} & ALARMS)


def _bare(one: Written) -> Hidden:
    return Hidden(written=one, ties=(), part=False, is_copy=False)


def _drawn(texts: Sequence[Written], kind: Kind) -> Iterator[tuple[int, tuple[Tie, ...]]]:
    """Yield the place of each text with its ties, in the same drawings for every question."""
    for repeat in range(_REPEATS if kind.copies else 1):
        chance = random.Random(repeat)  # noqa: S311 -- repeatable, not secret
        for at, one in enumerate(texts):
            yield at, tuple(made_ties(one.day, kind.copies, chance, known=kind.known))


def _counted(own: OwnClues, kind: Kind) -> OwnClues:
    return own if kind.text else _without_text(own)


def _without_text(own: OwnClues) -> OwnClues:
    """Leave out what the text tells of its day."""
    doubts = tuple(note for note in own.dating.doubts if note.doubt not in ALARMS)
    dating = replace(own.dating, doubts=doubts)
    return OwnClues(dating=dating, weekdays=(), named=False)
