"""Days of events: those of held-out stories of the project's own corpus, as a reader gives them.

Usage: python -m benchmarks.event_days [--errors]

``event_days.tsv`` gives for events of the test stories the first and last day on which they happened, as
precisely as the text says. A time is right if it shares a day with those and is at most twice as long. An
event that was not found, or that no words date, counts as wrong.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sayso.dates import DayInterval
from sayso.evidence.event import Event
from sayso.evidence.reading import read_evidence
from sayso.language.core.network import shipped_network
from sayso.pipeline.annotate import Request, as_document
from sayso.text import Span
from training.corpus.read import read_texts

_FILE = Path(__file__).with_suffix(".tsv")
# A text may be dated to the minute.
_DAY = len("2026-01-31")


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldDays:
    """Words of a text with the event word between brackets, and when it happened."""

    document: str
    words: str
    days: DayInterval

    def trigger(self, text: str) -> Span:
        before, _, rest = self.words.partition("[[")
        word, _, after = rest.partition("]]")
        start = text.replace("\n", " ").index(before + word + after) + len(before)
        return Span(start, start + len(word))


def read_gold() -> Iterator[GoldDays]:
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        document, words, first, last = line.split("\t")
        days = DayInterval(date.fromisoformat(first), date.fromisoformat(last))
        yield GoldDays(document=document, words=words, days=days)


def verdict(gold: DayInterval, event: Event | None) -> str:
    if event is None:
        return "not found"
    if not event.time.is_own:
        return "undated"
    found = event.time.interval
    if found.intersection(gold) is None:
        return "another time"
    return "right" if found.days and found.days <= 2 * (gold.days or 1) else "too wide"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", action="store_true", help="Print each event that is not right")
    errors = parser.parse_args().errors
    core, texts = shipped_network(), {one.id: one for one in read_texts()}
    wanted = list(read_gold())
    events: dict[str, tuple[Event, ...]] = {}
    for name in sorted({one.document for one in wanted}):
        text = texts[name]
        published = date.fromisoformat(text.head["published"][:_DAY])
        request = Request(id=name, text=text.text, published=published)
        events[name] = read_evidence(as_document(request), core=core).events
    found: Counter[str] = Counter()
    for gold in wanted:
        span = gold.trigger(texts[gold.document].text)
        event = next((one for one in events[gold.document] if one.trigger.overlaps(span)), None)
        told = verdict(gold.days, event)
        found[told] += 1
        if errors and told != "right":
            print(
                f"  {told:12} {gold.document} {gold.words} {gold.days} {event and event.time.interval}"
            )
    share = found["right"] / len(wanted)
    shown = ", ".join(f"{name} {count}" for name, count in found.most_common())
    print(f"  {len(wanted)} events of {len(events)} texts: right {share:.1%} ({shown})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
