"""Dating: what a text alone tells of its day, what the case adds, and which wrong dates are noticed.

    python -m benchmarks.dating SHARED
    python -m benchmarks.dating MEANTIME.jsonl --estimate

The first prints every figure; the second the odds that ``evidence/date_odds.toml`` holds. The sets are
not part of the project. MEANTIME has its date in its second line, which is taken out.
"""

import argparse
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from math import log
from pathlib import Path
from statistics import median

from benchmarks.dating_case import print_case
from benchmarks.dating_events import print_events
from benchmarks.dating_kinds import print_kinds
from benchmarks.dating_texts import Written, dated, read_dated
from sayso.evidence.date_clues import read_clues
from sayso.evidence.date_doubts import named_near, news_weekdays
from sayso.evidence.date_odds import Habit, shipped_date_odds
from sayso.evidence.dating import Doubt
from sayso.story.dating.habit import SAMPLE, habit_of

SHIFTS = (*range(-6, 0), *range(1, 7))
_CONTRADICTIONS = frozenset({Doubt.TEXT_CONTRADICTS_PAGE, Doubt.BEFORE_MENTIONED})
_FOLDS = 5
_SMOOTHING = 2.0
_THRESHOLDS = (-2.0, -1.4, -1.1, -0.8, -0.5, -0.2)
_BACK = ("same_day", "day_before", "two_back", "three_back", "four_back", "five_back", "six_back")

Odds = Callable[[Written, date], float]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--estimate", action="store_true")
    options = parser.parse_args()
    begin = time.process_time()
    if options.estimate:
        _print_estimate(tuple(read_dated(options.path, without_date_line=True)))
        return
    news = tuple(read_dated(options.path / "eval/time/tempeval3_tbaq.jsonl"))
    open_news = tuple(
        read_dated(options.path / "corpora/meantime/meantime.jsonl", without_date_line=True)
    )
    for name, gold in (("TimeBank and AQUAINT", news), ("MEANTIME", open_news)):
        print(f"\n{name}: {len(gold)} dated texts")
        _print_contradictions(gold)
        _print_ceiling(gold)
        _print_curve(gold, _shipped_odds, "odds of the package")
        _print_text_only(gold, timedelta(days=365))
    _print_folds(open_news)
    _print_habits(news)
    print_kinds(open_news)
    print_case(open_news)
    print_events(options.path / "eval/events/t17_articles_dev.jsonl")
    print(f"{time.process_time() - begin:.0f} CPU seconds")


def _print_contradictions(gold: Sequence[Written]) -> None:
    print(f"  text alone: true date doubted {_doubted(gold, 0):.1%}")
    rates = {shift: _doubted(gold, shift) for shift in SHIFTS}
    print("  off by " + ", ".join(f"{shift:+d}: {rate:.0%}" for shift, rate in rates.items()))
    print(f"  off by 1 to 6 days doubted {sum(rates.values()) / len(rates):.1%}")


def _doubted(gold: Sequence[Written], shift: int) -> float:
    """Return the share of documents whose text contradicts a page that is off by some days."""
    datings = [dated(written, page=written.day + timedelta(shift)) for written in gold]
    doubted = [d for d in datings if any(note.doubt in _CONTRADICTIONS for note in d.doubts)]
    return len(doubted) / len(gold)


def _print_ceiling(gold: Sequence[Written]) -> None:
    """Print in how many texts anything could tell that a date is off by some days."""
    clues = [read_clues(written.text, written.analysis) for written in gold]
    weekday = [bool(one.weekdays) for one in clues]
    named = [any(d.date.date.day and d.date.date.month for d in one.dates) for one in clues]
    either = sum(w or n for w, n in zip(weekday, named, strict=True))
    both = sum(w and n for w, n in zip(weekday, named, strict=True))
    print(
        f"  a weekday in {sum(weekday) / len(gold):.1%}, a day and month in "
        f"{sum(named) / len(gold):.1%}, both {both / len(gold):.1%}, either {either / len(gold):.1%}: "
        "of the others no text tells a shift"
    )


def _shipped_odds(written: Written, day: date, habit: Habit = Habit.UNKNOWN) -> float:
    table, clues = shipped_date_odds(), read_clues(written.text, written.analysis)
    weekdays = news_weekdays(written.text, clues)
    named = table.named if weekdays and named_near(clues, day) else 0.0
    return table.of_weekdays(day, weekdays, habit) + named


def _print_curve(gold: Sequence[Written], odds: Odds, name: str) -> None:
    """Print false alarms and caught shifts by threshold, over all texts and those with a weekday."""
    telling = [w for w in gold if news_weekdays(w.text, read_clues(w.text, w.analysis))]
    for part, texts in (("all", gold), ("with a weekday", telling)):
        true = [odds(w, w.day) for w in texts]
        off = [odds(w, w.day + timedelta(shift)) for w in texts for shift in SHIFTS]
        points = (
            f"{sum(o < t for o in true) / len(true):.1%} -> {sum(o < t for o in off) / len(off):.1%}"
            for t in _THRESHOLDS
        )
        print(f"  {name}, {part} ({len(texts)}), false -> caught: " + ", ".join(points))


def _print_text_only(gold: Sequence[Written], after: timedelta) -> None:
    for name, kept in (("no retrieval time", None), (f"retrieved {after.days} days on", after)):
        datings = [(w, dated(w, retrieved=w.day + kept if kept else None)) for w in gold]
        held = sum(w.day in dating.interval for w, dating in datings)
        closed = [d.interval.days for _, d in datings if d.interval.days is not None]
        print(
            f"  hidden, {name}: holds the day {held / len(gold):.1%}, closed "
            f"{len(closed) / len(gold):.1%}, median width {median(closed or [0]):.0f} days"
        )


def _print_folds(gold: Sequence[Written]) -> None:
    """Print the curve with odds that were estimated on the other folds."""
    print("\nMEANTIME, odds estimated on four fifths and read on the fifth")
    tables = [
        estimate([w for at, w in enumerate(gold) if at % _FOLDS != fold]) for fold in range(_FOLDS)
    ]
    place = {written.name: at % _FOLDS for at, written in enumerate(gold)}

    def odds(written: Written, day: date) -> float:
        table = tables[place[written.name]]
        weekdays = news_weekdays(written.text, read_clues(written.text, written.analysis))
        return sum(table[kind_of(day, one)] for one in weekdays) / max(len(weekdays), 1)

    _print_curve(gold, odds, "in folds")


def kind_of(day: date, weekday: int) -> str:
    back = (day.weekday() - weekday) % 7
    if (weekday, day.weekday(), back) in {(4, 6, 2), (4, 0, 3)}:
        return "last_friday"
    return _BACK[back]


def estimate(gold: Sequence[Written]) -> dict[str, float]:
    """Return the log-odds of each kind of weekday for the true day against one that is off."""
    true: defaultdict[str, float] = defaultdict(float)
    off: defaultdict[str, float] = defaultdict(float)
    for written in gold:
        weekdays = news_weekdays(written.text, read_clues(written.text, written.analysis))
        for weekday in weekdays:
            true[kind_of(written.day, weekday)] += 1 / len(weekdays)
            for shift in SHIFTS:
                kind = kind_of(written.day + timedelta(shift), weekday)
                off[kind] += 1 / len(weekdays) / len(SHIFTS)
    kinds = (*_BACK, "last_friday")
    each = _SMOOTHING / len(kinds)
    odds = {
        kind: log((true[kind] + each) / (sum(true.values()) + _SMOOTHING))
        - log((off[kind] + each) / (sum(off.values()) + _SMOOTHING))
        for kind in kinds
    }
    near = (odds["same_day"] + odds["day_before"]) / 2
    return {**odds, "same_day": near, "day_before": near}


def _print_estimate(gold: Sequence[Written]) -> None:
    for kind, odds in estimate(gold).items():
        print(f"{kind} = {odds:.2f}")


def _print_habits(gold: Sequence[Written]) -> None:
    """Print the alarm with and without the habit of each outlet, learnt from its other articles."""
    first = {w.name: news_weekdays(w.text, read_clues(w.text, w.analysis))[:1] for w in gold}
    lags = {w.name: [(w.day.weekday() - one) % 7 for one in first[w.name]] for w in gold}

    def habit(written: Written) -> Habit:
        others = [w for w in gold if _outlet(w) == _outlet(written) and w is not written]
        return habit_of([lag for w in others for lag in lags[w.name]][:SAMPLE])

    known = {w.name: habit(w) for w in gold}
    told = [w for w in gold if known[w.name] is not Habit.UNKNOWN and first[w.name]]
    print(f"\noutlets with a habit: {len({_outlet(w) for w in told})}, texts {len(told)}")
    if told:
        _print_curve(told, _shipped_odds, "without habit")
        _print_curve(told, lambda w, d: _shipped_odds(w, d, known[w.name]), "with habit")


def _outlet(written: Written) -> str:
    return "".join(c for c in written.name.split("_")[0] if c.isalpha()).lower()


if __name__ == "__main__":
    main()
