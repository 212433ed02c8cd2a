"""Timelines of actors: SemEval-2015 task 4, which events befell an actor, on which days, in which order.

Usage: python -m benchmarks.actor_timelines SHARED_FOLDER

Track A reads raw texts: what the core marks as events, and other verbs, whose subject or object the
actor is. Track B is given the words of the gold events. Both get the names of the actors and the day of
each article. Choices were made on the corpus ``trial``; the three test corpora are scored as they come.
F1 of the relations between events, and between an event and its time, over all timelines, after the
tool of the task: what follows from the others counts once, events without a place in time not.
"""

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from time import perf_counter
from typing import Any

from benchmarks.gold_days import gold_day
from sayso.dates import DayInterval
from sayso.documents import Document
from sayso.evidence.event import Event, EventStatus
from sayso.evidence.events import find_events
from sayso.evidence.reading import Evidence, read_evidence
from sayso.language.analysis import EventMention, Mention, Tokens
from sayso.language.core.network import shipped_network
from sayso.pipeline.annotate import Request, as_document
from sayso.text import Span

_CORPORA = ("trial", "test_corpus1", "test_corpus2", "test_corpus3")
_TOLD = frozenset({EventStatus.ASSERTED, EventStatus.HISTORICAL})
_SMALL = frozenset({"the", "of", "and", "&", "inc", "corp", "plc", "index", "store"})
_MONTH, _YEAR = 31, 366
# An article tells of days so far back as news.
_NEWS = 3
# How an actor hangs on a word that tells what it did, or what was done to it.
_ROLES = frozenset({"nsubj", "obj", "iobj"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article of the set, read, with its gold events as the core would mark them."""

    id: str
    document: Document
    evidence: Evidence
    tokens: Tokens
    day: date
    sentences: tuple[tuple[str, Span], ...]
    gold: tuple[EventMention, ...]

    def mention(self, span: Span) -> str:
        """Return an event as the set names it: article, sentence, word."""
        sentence = next(name for name, held in self.sentences if held.contains(span))
        return f"{self.id}-{sentence}-{span.text_in(self.document.text).replace(' ', '_')}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """An event in a timeline: its rank in time and the value of its time."""

    mention: str
    rank: int
    value: str


# --- reading ---


def read_articles(folder: Path, split: str) -> list[Article]:
    core = shipped_network()
    found = []
    for line in (folder / "documents.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        if row["split"] == split:
            day = gold_day(row["dct"])
            request = Request(id=row["doc_id"], text=row["text"], published=day)
            document = as_document(request)
            evidence = read_evidence(document, core=core, trees=True)
            found.append(
                Article(
                    id=row["doc_id"],
                    document=document,
                    evidence=evidence,
                    tokens=evidence.analysis.tokens,
                    day=day,
                    sentences=tuple(
                        (s["id"], Span(s["start"], s["end"])) for s in row["sentences"]
                    ),
                    gold=tuple(_gold_events(row["events"])),
                )
            )
    return found


def _gold_events(rows: Iterable[Mapping[str, Any]]) -> Iterator[EventMention]:
    for row in sorted(rows, key=lambda row: row["start"]):
        span = Span(row["start"], row["end"])
        yield EventMention(span=span, type="other", status="asserted", rule="gold")


def read_gold(folder: Path, split: str) -> dict[str, list[Placed]]:
    found: defaultdict[str, list[Placed]] = defaultdict(list)
    for line in (folder / "timelines.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        if row["split"] == split:
            found[row["entity"]] += [
                Placed(mention=mention, rank=row["order"], value=row["date"])
                for mention in row["mentions"]
                if row["order"] > 0
            ]
    return dict(found)


# --- timelines ---


def timeline(actor: str, articles: Sequence[Article], *, gold_events: bool) -> list[Placed]:
    """Return the events of an actor with their times, ranked by these."""
    timed: dict[str, str] = {}
    for article in articles:
        named = _named(actor, article)
        near = _doings(named, article.tokens)
        words = article.gold if gold_events else _event_words(article, near)
        for event in _events(article, words):
            if event.trigger.start in near:
                ours = gold_events or event.status in _TOLD
            else:
                # A gold event is somebody's: its sentence says whose.
                ours = gold_events and _shares_sentence(event, named, article)
            if ours:
                timed.setdefault(article.mention(event.trigger), _value(event, article))
    ranks = {value: rank for rank, value in enumerate(sorted(set(timed.values())), start=1)}
    placed = [Placed(mention=m, rank=ranks[v], value=v) for m, v in timed.items()]
    return sorted(placed, key=lambda one: (one.rank, one.mention))


def _event_words(article: Article, near: frozenset[int]) -> tuple[EventMention, ...]:
    """Return the words that the core marks, and the verbs whose subject or object is the actor."""
    tokens, marked = article.tokens, article.evidence.analysis.events
    known = {one.span.start for one in marked}
    verbs = (
        EventMention(span=tokens.span(at), type="other", status="asserted", rule="verb")
        for at, upos in enumerate(tokens.upos)
        if upos == "VERB" and tokens.starts[at] in near - known
    )
    return tuple(sorted((*marked, *verbs), key=lambda one: one.span))


def _events(article: Article, words: Sequence[EventMention]) -> list[Event]:
    evidence = article.evidence
    analysis = replace(evidence.analysis, events=tuple(words))
    found = find_events(
        article.document, analysis, evidence.claims, evidence.figures, DayInterval.day(article.day)
    )
    spans = {one.span.start: one.span for one in words}
    return [
        replace(event, trigger=spans[event.trigger.start])
        for event in found
        if event.trigger.start in spans
    ]


def _doings(named: Sequence[Span], tokens: Tokens) -> frozenset[int]:
    """Return where the words stand that have one of the names as subject or object."""
    found: set[int] = set()
    for at, deprel in enumerate(tokens.deprels):
        if deprel.partition(":")[0] in _ROLES and any(n.contains(tokens.span(at)) for n in named):
            head = tokens.heads[at]
            found.add(tokens.starts[head])
            # Verbs that are joined share their subject.
            if deprel.startswith("nsubj"):
                found |= {
                    tokens.starts[other]
                    for other, (up, how) in enumerate(
                        zip(tokens.heads, tokens.deprels, strict=True)
                    )
                    if up == head and how in {"conj", "xcomp"}
                }
    return frozenset(found)


def _named(actor: str, article: Article) -> list[Span]:
    """Return where an article names an actor, or stands for it with another word."""
    text = article.document.text
    mentions = article.evidence.analysis.mentions
    words = _words(actor)
    entities = {one.entity for one in mentions if _is_name(words, one, text)}
    spans = [one.span for one in mentions if one.entity in entities]
    low, wanted = text.lower(), actor.lower()
    start = low.find(wanted)
    while start >= 0:
        spans.append(Span(start, start + len(wanted)))
        start = low.find(wanted, start + 1)
    return spans


def _words(name: str) -> frozenset[str]:
    return frozenset(name.lower().replace("'s", "").split()) - _SMALL


def _is_name(words: frozenset[str], mention: Mention, text: str) -> bool:
    """Say whether a mention names the actor: its words, or the last name of a person."""
    own = _words(mention.name or mention.span.text_in(text))
    if own == words or (len(words) > 1 and words <= own and len(own) <= len(words) + 1):
        return True
    return mention.kind == "PER" and len(own) == 1 and own <= words


def _shares_sentence(event: Event, named: Sequence[Span], article: Article) -> bool:
    held = next(one for _, one in article.sentences if one.contains(event.trigger))
    return any(held.contains(span) for span in named)


def _value(event: Event, article: Article) -> str:
    """Return the time of an event as the set writes it; what no text dates is news of the day."""
    interval = event.time.interval
    if not event.time.is_own or interval.lo is None:
        return news_day(article).isoformat()
    days = interval.days or _YEAR
    if days <= 2:  # noqa: PLR2004 - a night
        return interval.lo.isoformat()
    if days <= _MONTH:
        return f"{interval.lo:%Y-%m}-XX"
    return f"{interval.lo:%Y}-XX-XX"


def news_day(article: Article) -> date:
    """Return the day of the news: that of the first event in the lead, if it is days ago at most."""
    for event in article.evidence.events:
        day = event.time.interval.lo
        if event.lead and event.time.is_own and event.time.interval.days == 1 and day:
            return day if 0 <= (article.day - day).days <= _NEWS else article.day
    return article.day


# --- the score ---


class Order:
    """What follows from relations: which nodes are one moment, and which lie before which."""

    def __init__(self) -> None:
        self._moment: dict[str, str] = {}
        self._after: defaultdict[str, set[str]] = defaultdict(set)

    def entails(self, left: str, right: str, *, before: bool) -> bool:
        if left not in self._moment or right not in self._moment:
            return False
        one, other = self._root(left), self._root(right)
        return self._reaches(one, other) if before else one == other

    def add(self, left: str, right: str, *, before: bool) -> bool:
        """Add a relation; say whether it tells something new and contradicts nothing."""
        one, other = (self._root(node) for node in (left, right))
        if one == other or self._reaches(one, other) or self._reaches(other, one):
            return False
        if before:
            self._after[one].add(other)
        else:
            self._merge(one, other)
        return True

    def _root(self, node: str) -> str:
        self._moment.setdefault(node, node)
        while self._moment[node] != node:
            node = self._moment[node]
        return node

    def _merge(self, one: str, other: str) -> None:
        self._moment[other] = one
        self._after[one] |= self._after.pop(other, set())
        for later in self._after.values():
            if other in later:
                later.discard(other)
                later.add(one)

    def _reaches(self, one: str, other: str) -> bool:
        seen: set[str] = set()
        open_ = [one]
        while open_:
            node = open_.pop()
            if node == other and node != one:
                return True
            if node not in seen:
                seen.add(node)
                open_ += self._after.get(node, ())
        return False


Relation = tuple[str, str, bool]


def relations(placed: Sequence[Placed]) -> tuple[list[Relation], Order]:
    """Return the relations of a timeline that do not follow from those before, and all that follows."""
    order = Order()
    timed = [(one.mention, f"t:{one.value}", False) for one in placed]
    steps = [
        (left.mention, right.mention, left.rank < right.rank) for left, right in pairwise(placed)
    ]
    kept = [one for one in timed + steps if order.add(one[0], one[1], before=one[2])]
    return kept, order


def score(gold: Sequence[Placed], found: Sequence[Placed]) -> Counter[str]:
    wanted, truth = relations(gold)
    given, claimed = relations(found)
    return Counter(
        right=sum(truth.entails(a, b, before=before) for a, b, before in given),
        given=len(given),
        recalled=sum(claimed.entails(a, b, before=before) for a, b, before in wanted),
        wanted=len(wanted),
    )


def _f1(counts: Counter[str]) -> tuple[float, float, float]:
    precision = counts["right"] / max(counts["given"], 1)
    recall = counts["recalled"] / max(counts["wanted"], 1)
    total = precision + recall
    return precision, recall, 2 * precision * recall / total if total else 0.0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    folder = parser.parse_args().shared / "corpora/semeval2015_timeline"
    totals: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for corpus in _CORPORA:
        start = perf_counter()
        articles, gold = read_articles(folder, corpus), read_gold(folder, corpus)
        seconds = perf_counter() - start
        for track, gold_events in (("A", False), ("B", True)):
            counts: Counter[str] = Counter()
            for actor, placed in gold.items():
                counts += score(placed, timeline(actor, articles, gold_events=gold_events))
            _show(f"{corpus} track {track}", counts, f" ({seconds:.0f} s to read)")
            if corpus != "trial":
                totals[track] += counts
    for track, counts in totals.items():
        _show(f"test, track {track}", counts)
    return 0


def _show(name: str, counts: Counter[str], note: str = "") -> None:
    precision, recall, f1 = (100 * one for one in _f1(counts))
    print(f"  {name:22} P {precision:.1f} R {recall:.1f} F1 {f1:.1f}{note}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
