"""Dating in a case: articles whose date is hidden, shifted or swapped, beside a dated copy of each.

Of each article a republication is made (``spinner.py``). Of every second pair the article has no date and
its copy has, of the others the copy has none; a third of the copies credits the outlet of the article. A copy
follows its article by as many days as the 157 pairs of articles of Timeline17 lie apart that repeat each
other's text, whole copies by those of the whole ones.
"""

import random
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median

from benchmarks.dating_texts import Written, analyse, dated, made_document
from benchmarks.spinner import MAKERS, paragraphs, sentences_of
from sayso.case import Case
from sayso.case.dating_ties import read_ties
from sayso.dates import DayInterval
from sayso.documents import ChainBasis, ChainLink, Role
from sayso.evidence.date_clues import read_clues
from sayso.evidence.date_doubts import named_near, news_weekdays
from sayso.evidence.dating import Dating, Doubt
from sayso.evidence.reading import Evidence
from sayso.pipeline.relate import find_relations
from sayso.pipeline.stages import Reading
from sayso.story.dating.facts import day_of
from sayso.story.dating.laws import LawName
from sayso.story.dating.ledger import OwnClues, odds_of, settle
from sayso.story.dating.tie import Tie, TieKind

_NOW = datetime(2031, 5, 2, tzinfo=UTC)
_SHORTEST = 8  # sentences: less is a notice, of which a cut leaves nothing
SHIFTS = (*range(-6, 0), *range(1, 7))
_THRESHOLDS = (-2.0, -1.6, -1.2, -0.8, -0.5, -0.2)
ALARMS = frozenset({Doubt.TEXT_CONTRADICTS_PAGE, Doubt.BEFORE_MENTIONED, Doubt.CASE_CONTRADICTS})
# Days between two articles of which one repeats all or nearly all of the other, or parts of it.
_WHOLE = {0: 7, 2: 1, 3: 1, 4: 2, 7: 1, 8: 1, 41: 1}
_PARTS = {
    0: 33, 1: 45, 2: 12, 3: 5, 4: 6, 5: 2, 6: 9, 7: 3, 8: 2, 9: 1, 10: 1, 11: 4, 12: 3, 14: 4,
    15: 3, 16: 2, 17: 1, 21: 1, 25: 1, 27: 1,
}  # fmt: skip
_CUT = frozenset({"cut", "spun_cut", "mixed"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Hidden:
    """A text with its true day, and what ties it to the dated documents of the case."""

    written: Written
    ties: tuple[Tie, ...]
    part: bool
    is_copy: bool


def print_case(gold: Sequence[Written]) -> None:
    hidden = tuple(_hidden(gold))
    tied = [one for one in hidden if one.ties]
    print(f"\ncopies: {len(hidden)} texts with a dated copy or original, tied {len(tied)}")
    directed = [one for one in tied if any(tie.later is not None for tie in one.ties)]
    whole = [one for one in tied if not one.part]
    weekday = [one for one in tied if own_clues(one, one.written.day).weekdays]
    articles = [one for one in tied if not one.is_copy]
    for name, some in (
        ("tied", tied),
        ("articles", articles),
        ("copies", [one for one in tied if one.is_copy]),
        ("whole copies", whole),
        ("which came first is known", directed),
        ("and a weekday", [one for one in directed if one in weekday]),
    ):
        _print_hidden(name, some)
    for name, some in (
        ("tied", tied),
        ("articles", articles),
        ("articles with a weekday", [one for one in articles if one in weekday]),
        ("articles known to be first", [one for one in articles if one in directed]),
    ):
        _print_shifted(name, some)
    _print_curve("articles", articles)
    _print_curve("tied", tied)
    _print_swapped(tied)
    _print_many(gold)


def _print_hidden(name: str, some: Sequence[Hidden]) -> None:
    found = [(one, settle(undated_clues(one), one.ties).interval) for one in some]
    narrowed = [(one, interval) for one, interval in found if interval.days]
    held = sum(one.written.day in interval for one, interval in found)
    near = sum(one.written.day in interval for one, interval in narrowed)
    widths = [interval.days or 0 for _, interval in narrowed]
    print(
        f"  hidden, {name} ({len(some)}): holds the day {held / len(some):.1%} "
        f"({near} of {len(narrowed)} closed), median width {median(widths or [0]):.0f} days"
    )


def _print_shifted(name: str, some: Sequence[Hidden]) -> None:
    for what, with_ties in (("text alone", False), ("case", True)):
        false = sum(_alarmed(one, 0, with_ties=with_ties) for one in some) / len(some)
        rates = [
            sum(_alarmed(one, shift, with_ties=with_ties) for one in some) / len(some)
            for shift in SHIFTS
        ]
        print(
            f"  shifted, {name} ({len(some)}), {what}: false alarms {false:.1%}, caught "
            f"{sum(rates) / len(rates):.1%} (" + " ".join(f"{rate:.0%}" for rate in rates) + ")"
        )


def _print_curve(name: str, some: Sequence[Hidden]) -> None:
    """Print false alarms and caught shifts by threshold, text and case together."""
    true = [odds_of(own_clues(one, one.written.day), one.ties, one.written.day) for one in some]
    off = [
        odds_of(own_clues(one, day), one.ties, day)
        for one in some
        for day in (one.written.day + timedelta(shift) for shift in SHIFTS)
    ]
    points = (
        f"{sum(o < t for o in true) / len(true):.1%} -> {sum(o < t for o in off) / len(off):.1%}"
        for t in _THRESHOLDS
    )
    print(f"  {name} ({len(some)}), false -> caught: " + ", ".join(points))


def _print_many(gold: Sequence[Written]) -> None:
    """Print what several dated copies tell, each with a lag of its own; nothing is compared here."""
    for known in (True, False):
        for copies in (1, 2, 3, 5):
            chance = random.Random(copies)  # noqa: S311 -- repeatable, not secret
            some = [
                Hidden(
                    written=one,
                    ties=tuple(made_ties(one.day, copies, chance, known=known)),
                    part=False,
                    is_copy=False,
                )
                for one in gold
            ]
            name = f"{copies} copies, {'known' if known else 'not known'} to be later"
            _print_hidden(name, some)
            _print_curve(name, some)


def made_ties(day: date, copies: int, chance: random.Random, *, known: bool) -> Iterator[Tie]:
    for number in range(copies):
        part = chance.random() < 0.5  # noqa: PLR2004 -- as many of either
        lags = _PARTS if part else _WHOLE
        (lag,) = chance.choices(list(lags), list(lags.values()))
        yield Tie(
            kind=TieKind.TWIN,
            law=LawName.PART_COPY if part else LawName.WHOLE_COPY,
            anchor=day + timedelta(lag),
            other=str(number),
            spans=(),
            other_spans=(),
            later=False if known else None,
        )


def _print_swapped(some: Sequence[Hidden]) -> None:
    """Print how often an ambiguous date of the page is read right, left open, or read wrong."""
    fit = [one for one in some if one.written.day.day <= 12 != one.written.day.month]  # noqa: PLR2004
    fit = [one for one in fit if one.written.day.day != one.written.day.month]
    for what, with_ties in (("text alone", False), ("case", True)):
        days = [
            day_of(
                settle(
                    _clues(
                        one, dated(one.written, page=one.written.day, swapped=True), one.written.day
                    ),
                    one.ties if with_ties else (),
                ).interval
            )
            for one in fit
        ]
        right = sum(day == one.written.day for one, day in zip(fit, days, strict=True))
        left = sum(day is None for day in days)
        print(
            f"  swapped ({len(fit)}), {what}: right {right}, open {left}, "
            f"wrong {len(fit) - right - left}"
        )


def _alarmed(one: Hidden, shift: int, *, with_ties: bool) -> bool:
    page = one.written.day + timedelta(shift)
    settled = settle(own_clues(one, page), one.ties if with_ties else ())
    return any(note.doubt in ALARMS for note in settled.doubts)


def own_clues(one: Hidden, page: date) -> OwnClues:
    return _clues(one, dated(one.written, page=page), page)


def undated_clues(one: Hidden) -> OwnClues:
    return _clues(one, dated(one.written, retrieved=_later(one)), None)


def _clues(one: Hidden, dating: Dating, page: date | None) -> OwnClues:
    clues = read_clues(one.written.text, one.written.analysis)
    return OwnClues(
        dating=dating,
        weekdays=news_weekdays(one.written.text, clues),
        named=page is not None and named_near(clues, page),
    )


def _later(one: Hidden) -> date:
    return one.written.day + timedelta(days=365)


def _hidden(gold: Sequence[Written]) -> Iterator[Hidden]:
    """Add every article and its copy to a case, and yield the one of both that has no date."""
    chance = random.Random(6)  # noqa: S311 -- repeatable, not secret
    foreign = [sentence for one in gold for sentence in sentences_of(one.text)]
    with tempfile.TemporaryDirectory() as folder:
        case = Case.create(Path(folder) / "case", now=_NOW)
        run = case.begin_run((), now=_NOW)
        asked = []
        for number, one in enumerate(gold):
            lines = sentences_of(one.text)
            if len(lines) < _SHORTEST:
                continue
            copy, part = _copied(one, number, lines, foreign, chance)
            credit = (_link(f"The Outlet {number}", Role.REPUBLISHER),) if number % 3 == 0 else ()
            first = _reading(one, (_link(f"Outlet {number}", Role.HOST),), is_dated=number % 2 == 1)
            chain = (_link(f"Elsewhere {number}", Role.HOST), *credit)
            second = _reading(copy, chain, is_dated=number % 2 == 0)
            for reading in [first, second] if chance.random() < 0.5 else [second, first]:  # noqa: PLR2004
                case.add(
                    reading.document,
                    reading.evidence,
                    reading.document.text.encode(),
                    run=run,
                    now=_NOW,
                    relations=find_relations(case, reading),
                )
            asked.append((first, one, part) if number % 2 == 0 else (second, copy, part))
        for reading, written, part in asked:
            with case._reads() as connection:  # noqa: SLF001 -- the ties as the case has them
                ties = read_ties(connection, reading.document.id)
            yield Hidden(
                written=written, ties=ties, part=part, is_copy=written.name.endswith("/copy")
            )
        case.close()


def _copied(
    one: Written, number: int, lines: Sequence[str], foreign: Sequence[str], chance: random.Random
) -> tuple[Written, bool]:
    """Return a copy of an article some days later, and whether it repeats only parts of it."""
    maker = MAKERS[number % len(MAKERS)]
    part = maker.__name__ in _CUT
    lags = _PARTS if part else _WHOLE
    (lag,) = chance.choices(list(lags), list(lags.values()))
    text = paragraphs(maker(lines, foreign, chance))
    copy = Written(
        name=f"{one.name}/copy", text=text, analysis=analyse(text), day=one.day + timedelta(lag)
    )
    return copy, part


def _reading(written: Written, chain: tuple[ChainLink, ...], *, is_dated: bool) -> Reading:
    document = made_document(written.text, chain=chain, path=written.name)
    interval = DayInterval.day(written.day) if is_dated else DayInterval(None, None)
    dating = Dating(interval=interval, candidates=(), chosen=(), reasons=(), doubts=())
    evidence = Evidence(analysis=written.analysis, claims=(), figures=(), dating=dating)
    return Reading(document=document, evidence=evidence)


def _link(name: str, role: Role) -> ChainLink:
    return ChainLink(name=name, role=role, basis=ChainBasis.FIELD, original_span=None, rule="made")
