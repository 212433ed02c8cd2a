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

_REPEATS = 3  # drawings of the lags of copies


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


def print_kinds(gold: Sequence[Written]) -> None:
    weekday = [one for one in gold if _weekdays(one)]
    both = [one for one in weekday if _names_a_day(one)]
    for name, texts in (
        ("every text", gold),
        ("texts that name a weekday", weekday),
        ("texts that name a weekday and a day with its month", both),
    ):
        print(f"\n{name} ({len(texts)})")
        for kind in KINDS:
            print(f"  {kind.name:34} {_alarms(texts, kind)}; {_intervals(texts, kind)}")


def _weekdays(one: Written) -> tuple[int, ...]:
    return news_weekdays(one.text, read_clues(one.text, one.analysis))


def _names_a_day(one: Written) -> bool:
    dates = read_clues(one.text, one.analysis).dates
    return any(clue.date.date.day and clue.date.date.month for clue in dates)


def _alarms(texts: Sequence[Written], kind: Kind) -> str:
    def doubted(shift: int) -> float:
        found = [
            bool({note.doubt for note in settle(own, ties).doubts} & ALARMS)
            for own, ties in _drawn(
                texts, kind, [own_clues(_bare(one), one.day + timedelta(shift)) for one in texts]
            )
        ]
        return sum(found) / len(found)

    caught = sum(map(doubted, SHIFTS)) / len(SHIFTS)
    return f"false {doubted(0):5.1%}, caught {caught:5.1%}"


def _intervals(texts: Sequence[Written], kind: Kind) -> str:
    drawn = _drawn(texts, kind, [undated_clues(_bare(one)) for one in texts])
    found = [
        (settle(own, ties).interval, texts[at % len(texts)].day)
        for at, (own, ties) in enumerate(drawn)
    ]
    held = sum(day in interval for interval, day in found) / len(found)
    widths = [interval.days for interval, _ in found if interval.days]
    closed = f"{len(widths) / len(found):.0%} closed, median width {median(widths or [0]):.0f} days"
    return f"hidden: holds the day {held:5.1%}, {closed}"


def _bare(one: Written) -> Hidden:
    return Hidden(written=one, ties=(), part=False, is_copy=False)


def _drawn(
    texts: Sequence[Written], kind: Kind, clues: Sequence[OwnClues]
) -> Iterator[tuple[OwnClues, tuple[Tie, ...]]]:
    """Yield what each text tells and its ties, in the same drawings for every question."""
    for repeat in range(_REPEATS if kind.copies else 1):
        chance = random.Random(repeat)  # noqa: S311 -- repeatable, not secret
        for one, own in zip(texts, clues, strict=True):
            ties = tuple(made_ties(one.day, kind.copies, chance, known=kind.known))
            yield own if kind.text else _without_text(own), ties


def _without_text(own: OwnClues) -> OwnClues:
    """Leave out what the text tells of its day."""
    doubts = tuple(note for note in own.dating.doubts if note.doubt not in ALARMS)
    dating = replace(own.dating, doubts=doubts)
    return OwnClues(dating=dating, weekdays=(), named=False)
