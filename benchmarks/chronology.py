"""Timelines of Timeline17: which days of a topic matter, and in which sentences they are told.

Usage: python -m benchmarks.chronology SHARED_FOLDER [--dump FILE]

Each reference timeline is matched with as many days as it has. A day has a vote for every expression
that the normaliser places on it, more for days looked back to, and for the articles of the day itself.
Its sentences are those nearest to what all of its sentences say and to the topic. Date F1, and ROUGE-1
F1 of the alignment with the nearest reference day, discounted by the days between (align+ m:1), of words in
base form without function words. ``--dump`` writes both timelines, so that others can score them: tilse 0.2.1
(its Python ROUGE, stemmed, without stop words) came to .142 where this came to .146.
"""

import argparse
import json
import sys
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from statistics import mean
from time import perf_counter

from sayso.dates import DayInterval
from sayso.language.analysis import TimexType
from sayso.language.reading import analyse
from sayso.story.events.terms import (
    cosine,
    read_terms,
    scaled,
    shipped_background,
    summed,
    vector_of,
)

# Votes: an article for its own day, and a day that is looked back to.
_OWN_DAY = 2.0
_LOOKED_BACK = 2.0
_FUTURE = 0.2
_SHORTEST, _LONGEST = 40, 400
_MOST_SENTENCES = 150
_LEAD = 5
_TOO_ALIKE = 0.5
_BY_DAY = 0.6
Words = list[str]


@dataclass(slots=True)
class Topic:
    """What the articles of one topic tell of days."""

    votes: Counter[date] = field(default_factory=Counter)
    sentences: defaultdict[date, list[str]] = field(default_factory=lambda: defaultdict(list))
    leads: list[str] = field(default_factory=list)

    def add(self, text: str, written: date) -> None:
        found = analyse(text, published=DayInterval.day(written))
        starts = [sentence.start for sentence in found.sentences]
        dated = set()
        self.votes[written] += _OWN_DAY  # type: ignore[assignment]  # votes have weights
        for timex in found.timexes:
            interval = timex.interval
            is_day = timex.type in {TimexType.DATE, TimexType.TIME}
            if not is_day or interval is None or interval.lo is None or (interval.days or 3) > 2:  # noqa: PLR2004 - a night
                continue
            day = interval.lo
            weight = (
                _FUTURE if day > written else 1.0 if (written - day).days <= 1 else _LOOKED_BACK
            )
            self.votes[day] += weight  # type: ignore[assignment]  # as above
            at = bisect_right(starts, timex.span.start) - 1
            dated.add(at)
            self.sentences[day].append(found.sentences[at].text_in(text))
        lead = [s.text_in(text) for n, s in enumerate(found.sentences[:_LEAD]) if n not in dated]
        self.sentences[written] += lead
        self.leads.append(text[:3000])


def choose(topic: Topic, reference: Mapping[date, Sequence[str]]) -> dict[date, list[str]]:
    """Return as many days as the reference has, each with as many sentences as it has on average."""
    first, last = min(reference), max(reference)
    days = [day for day in topic.votes if first <= day <= last]
    chosen = sorted(days, key=lambda day: (-topic.votes[day], day))[: len(reference)]
    size = max(1, round(sum(map(len, reference.values())) / len(reference)))
    background = shipped_background()
    matter = scaled(summed(vector_of(read_terms(lead).every, background) for lead in topic.leads))
    found = {}
    for day in chosen:
        fitting = (one for one in topic.sentences[day] if _SHORTEST < len(one) < _LONGEST)
        sentences = list(dict.fromkeys(fitting))[:_MOST_SENTENCES]
        vectors = [vector_of(read_terms(one).every, background) for one in sentences]
        centre = scaled(summed(vectors))
        ranked = sorted(
            range(len(sentences)),
            key=lambda at: (
                -_BY_DAY * cosine(vectors[at], centre) - (1 - _BY_DAY) * cosine(vectors[at], matter)
            ),
        )
        kept: list[int] = []
        for at in ranked:
            if all(cosine(vectors[at], vectors[other]) < _TOO_ALIKE for other in kept):
                kept.append(at)
        found[day] = [sentences[at] for at in kept[:size]]
    return found


def words_of(text: str) -> Words:
    """Return the words of a text that tell something, in base form."""
    return list(Counter(read_terms(text).every).elements())


def date_f1(found: Mapping[date, Words], gold: Mapping[date, Words]) -> float:
    common = len(found.keys() & gold.keys())
    return 2 * common / (len(found) + len(gold)) if common else 0.0


def aligned_f1(found: Mapping[date, Words], gold: Mapping[date, Words]) -> float:
    precision, recall = _aligned(found, gold), _aligned(gold, found)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _aligned(ours: Mapping[date, Words], theirs: Mapping[date, Words]) -> float:
    """Return the share of our words that the nearest of their days has."""
    right, every = 0.0, 0
    for day, words in ours.items():
        every += len(words)
        best = (0.0, 0.0)
        for other, told in theirs.items():
            near = 1 / (abs((day - other).days) + 1)
            common = sum((Counter(words) & Counter(told)).values())
            likeness = 2 * common / max(len(words) + len(told), 1)
            best = max(best, (near * likeness, near * common))
        right += best[1]
    return right / every if every else 0.0


def _told(timeline: Mapping[date, Sequence[str]]) -> dict[date, Words]:
    return {day: words_of(" ".join(sentences)) for day, sentences in timeline.items()}


def read_topics(folder: Path) -> dict[str, Topic]:
    topics: defaultdict[str, Topic] = defaultdict(Topic)
    for line in (folder / "t17_articles_dev.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        topics[row["topic"]].add(row["text"], date.fromisoformat(row["date"]))
    return dict(topics)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--dump", type=Path, help="Write references and timelines as JSON lines")
    arguments = parser.parse_args()
    folder = arguments.shared / "eval/events"
    start = perf_counter()
    topics = read_topics(folder)
    read = (perf_counter() - start) / len(topics)
    dates, rouges, dumped = [], [], []
    start = perf_counter()
    for line in (folder / "t17_timelines_dev.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        gold = {date.fromisoformat(e["date"]): e["sentences"] for e in row["entries"]}
        found = choose(topics[row["topic"]], gold)
        wanted, told = _told(gold), _told(found)
        dates.append(date_f1(told, wanted))
        rouges.append(aligned_f1(told, wanted))
        dumped.append(
            [row["topic"], *({str(d): t for d, t in one.items()} for one in (gold, found))]
        )
        print(f"  {row['topic']:8} {len(gold):4} days: Date F1 {dates[-1]:.3f}, aligned ROUGE-1 {rouges[-1]:.3f}")  # fmt: skip
    chosen = (perf_counter() - start) / len(dates)
    print(f"  mean: Date F1 {mean(dates):.3f}, aligned ROUGE-1 {mean(rouges):.3f}; {read:.1f} s a topic to read, {chosen:.1f} s a timeline")  # fmt: skip
    if arguments.dump:
        arguments.dump.write_text("".join(json.dumps(one) + "\n" for one in dumped), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
