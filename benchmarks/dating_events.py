"""Dating by events: each article of Timeline17 in turn without its date, the others of its topic with it.

The set only measures. Its dates are those of pages, some of them wrong; copies of an article tell nothing here.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median

from benchmarks.dating_texts import analyse
from sayso.dates import DayInterval
from sayso.story.dating.estimate import estimate
from sayso.story.dating.laws import LawName
from sayso.story.dating.passage import Passage, find_passages, tell_one_event
from sayso.story.dating.tie import Tie, TieKind
from sayso.story.reuse import compare
from sayso.story.wording import Wording, read_wording

_PER_KEY = 40
_COMPARED = 8
_EACH = 1  # of so many articles one is read


@dataclass(frozen=True, slots=True, kw_only=True)
class _Article:
    day: date
    wording: Wording
    passages: tuple[Passage, ...]


def print_events(path: Path) -> None:
    if not path.is_file():
        print(f"\nevents: left out, {path} is not there")
        return
    articles = list(_read(path))
    ties = [_told_once(one) for one in _ties(articles)]
    found = [
        (a.day, estimate(DayInterval(None, None), t, _nothing))
        for a, t in zip(articles, ties, strict=True)
    ]
    told = sum(map(bool, ties))
    dated = [(day, interval) for day, interval in found if interval]
    held = sum(day in interval for day, interval in dated)
    widths = [interval.days or 0 for _, interval in dated]
    print(
        f"\nevents alone: {len(articles)} articles, tied {told}, dated {len(dated)}, of them right "
        f"{held} ({held / max(len(dated), 1):.0%}), median width {median(widths or [0]):.0f} days"
    )
    single = [(a.day, t) for a, some in zip(articles, ties, strict=True) for t in some]
    for law in (LawName.WEEKDAY, LawName.NAMED_DAY, LawName.DISTANCE):
        some = [(day, tie) for day, tie in single if tie.law is law]
        right = sum(tie.reach[0] <= day <= tie.reach[1] for day, tie in some)
        print(f"  {law}: {len(some)} ties, within their reach {right}")


def _nothing(_: date) -> float:
    return 0.0


def _read(path: Path) -> Iterator[_Article]:
    for at, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        if at % _EACH:
            continue
        row = json.loads(line)
        text = row["text"][:20_000]
        analysis, wording = analyse(text), read_wording(text)
        quoted = [quotation.content for quotation in analysis.quotations]
        yield _Article(
            day=date.fromisoformat(row["date"]),
            wording=wording,
            passages=find_passages(text, wording, analysis.phrases, quoted),
        )


def _ties(articles: Sequence[_Article]) -> Iterator[list[Tie]]:
    holders: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for at, article in enumerate(articles):
        for position, passage in enumerate(article.passages):
            for key in passage.keys:
                holders[key].append((at, position))
    copies: dict[tuple[int, int], bool] = {}
    for at, article in enumerate(articles):
        found: list[Tie] = []
        for passage in article.passages:
            shared = Counter(
                place for key in passage.keys for place in holders[key][:_PER_KEY] if place[0] != at
            )
            for (other, position), _ in shared.most_common(_COMPARED):
                told = articles[other].passages[position]
                if not tell_one_event(passage, told):
                    continue
                pair = (min(at, other), max(at, other))
                if pair not in copies:
                    copies[pair] = compare(article.wording, articles[other].wording) is not None
                if not copies[pair]:
                    found += _tie(passage, told, articles[other].day, str(other))
        yield found


def _tie(own: Passage, told: Passage, written: date, other: str) -> Iterator[Tie]:
    """Yield the tie that the case would make of two passages."""
    day = told.clue.told_day(written)
    if day is None or own.clue.year or not own.clue.may_mean(day):
        return
    law, anchor = LawName.WEEKDAY, day
    if own.clue.names_day:
        law = LawName.NAMED_DAY
    elif own.clue.back is not None:
        law, anchor = LawName.DISTANCE, date.fromordinal(day.toordinal() + own.clue.back)
    yield Tie(kind=TieKind.EVENT, law=law, anchor=anchor, other=other, spans=(), other_spans=())


def _told_once(ties: Sequence[Tie]) -> list[Tie]:
    kept: dict[str, Tie] = {}
    days: set[tuple[str, date]] = set()
    for tie in sorted(ties, key=lambda one: (one.law, one.anchor, one.other)):
        if tie.other not in kept and (tie.law, tie.anchor) not in days:
            kept[tie.other] = tie
            days.add((tie.law, tie.anchor))
    return list(kept.values())[:4]
