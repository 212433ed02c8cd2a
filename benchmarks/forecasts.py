"""Forecasts and outcomes on labelled stories: rows, kinds, windows, and links to later reports.

Usage: python -m benchmarks.forecasts [--part dev|test|more|all] [--errors]

``forecast_stories.txt`` was written for this: twelve invented stories. Errors of the first six were
looked at while the rules and weights were set, as were those of ``forecast_stories_more.txt`` (``--part
more``), eight stories with answers in other words; those of the others were not. A row is right if it
shares characters with a labelled one, each labelled one counting once. A link is right if the report is
a labelled answer of the forecast, by its sentence; precision@1 is over forecasts that have a candidate.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from benchmarks.forecast_stories import FILE, MORE, GoldForecast, StoryText, read_stories
from sayso.dates import DayInterval
from sayso.evidence.claims import find_claims
from sayso.evidence.figures import find_figures
from sayso.evidence.forecast import Forecast
from sayso.evidence.forecasts import find_forecasts
from sayso.language.core.network import Network, shipped_network
from sayso.language.reading import analyse
from sayso.language.timexes import value_phrases
from sayso.language.vectors import Vectors, similarity
from sayso.story.actors.speaking import read_actors
from sayso.story.forecasts.find import find_outcomes, rank
from sayso.story.forecasts.foretold import Foretold, foretold_of
from sayso.story.forecasts.lookup import OutcomeIndex
from sayso.story.forecasts.outcome import Outcome
from sayso.story.forecasts.report import Report, Reported, reports_of
from sayso.story.forecasts.told import NamesOfDocument
from sayso.story.statements.statement import Meaning

DEV = frozenset({"dam", "strike", "volcano", "prison", "vaccine", "election"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A text with what was found in it."""

    text: StoryText
    forecasts: tuple[Forecast, ...]
    foretold: tuple[Foretold, ...]
    reports: tuple[Report, ...]


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--part", choices=("dev", "test", "more", "all"), default="all")
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args(arguments)
    stories = read_stories(MORE if options.part == "more" else FILE)
    texts = [one for one in stories if options.part in {"all", "more", part_of(one.story)}]
    core = shipped_network()
    read = [read_text(one, core) for one in texts]
    meaning = partial(similarity, vectors=Vectors.load())
    print(f"{len({one.story for one in texts})} stories, {len(texts)} texts ({options.part})")
    rows(read, errors=options.errors)
    links(read, meaning, errors=options.errors)
    return 0


def part_of(story: str) -> str:
    return "dev" if story in DEV else "test"


def read_text(one: StoryText, core: Network) -> Read:
    """Read a text whose day is known."""
    written = DayInterval.day(one.written)
    analysis = analyse(one.text, core=core)
    analysis = replace(analysis, timexes=value_phrases(analysis.phrases, published=written))
    claims = find_claims(one.id, one.text, analysis)
    figures = find_figures(one.id, one.text, analysis, claims)
    forecasts = find_forecasts(one.id, one.text, analysis, claims, figures=figures, written=written)
    names = NamesOfDocument(read_actors(one.id, one.text, analysis.mentions, claims))
    source = Reported(
        document=one.id, text=one.text, analysis=analysis, names=names, written=written
    )
    return Read(
        text=one,
        forecasts=forecasts,
        foretold=tuple(
            foretold_of(one.id, one.text, f, names, analysis.sentences) for f in forecasts
        ),
        reports=reports_of(source, claims, forecasts),
    )


def rows(read: Iterable[Read], *, errors: bool) -> None:
    """Print how many rows are right, and of these the kinds and windows."""
    counts: Counter[str] = Counter()
    for one in read:
        pairs = matched(one)
        counts["gold"] += len(one.text.forecasts)
        counts["found"] += len(one.forecasts)
        counts["right"] += len(pairs)
        for gold, found in pairs:
            counts["kind"] += gold.kind == found.kind
            window = found.window.interval if found.window else None
            counts["window"] += gold.window == window
            counts["windows"] += gold.window is not None
            counts["window found"] += gold.window is not None and gold.window == window
            if errors and (gold.kind != found.kind or gold.window != window):
                print(
                    f"  {gold.name}: {gold.kind} {gold.window} / {found.kind} {window} {found.rule}"
                )
        if errors:
            _print_errors(one, pairs)
    right = counts["right"]
    print(
        f"  rows      P {_share(right, counts['found'])} R {_share(right, counts['gold'])}"
        f" ({counts['found']} found, {counts['gold']} labelled)\n"
        f"  kind      {_share(counts['kind'], right)} of the {right} right rows\n"
        f"  window    {_share(counts['window'], right)} of them, "
        f"{_share(counts['window found'], counts['windows'])} of the {counts['windows']} that have one"
    )


def matched(one: Read) -> list[tuple[GoldForecast, Forecast]]:
    """Return labelled and found rows that share characters, each once."""
    pairs, used = [], set()
    for gold in one.text.forecasts:
        for found in one.forecasts:
            if found.id not in used and any(gold.span.overlaps(span) for span in found.spans):
                pairs.append((gold, found))
                used.add(found.id)
                break
    return pairs


def _print_errors(one: Read, pairs: Sequence[tuple[GoldForecast, Forecast]]) -> None:
    missed = {gold.name for gold, _ in pairs}
    used = {found.id for _, found in pairs}
    for gold in one.text.forecasts:
        if gold.name not in missed:
            print(f"  MISSED {gold.name}: {gold.span.text_in(one.text.text)}")
    for found in one.forecasts:
        if found.id not in used:
            words = " … ".join(span.text_in(one.text.text) for span in found.spans)
            print(f"  EXTRA {one.text.id} {found.kind} {found.rule}: {words!r}")


def links(read: Sequence[Read], meaning: Meaning, *, errors: bool) -> None:
    """Print how many candidates are right, the best of each forecast and all of them."""
    counts: Counter[str] = Counter()
    for story in dict.fromkeys(one.text.story for one in read):
        texts = [one for one in read if one.text.story == story]
        outcomes = list(_outcomes(texts, meaning))
        answers = [(a, t) for t in texts for a in t.text.answers]
        counts["answers"] += len({a.forecast for a, _ in answers})
        for one in texts:
            for gold, found in matched(one):
                own = sorted((o for o in outcomes if o.foretold.id == found.id), key=rank)
                wanted = [(a, t) for a, t in answers if a.forecast == gold.name]
                hits = [_is_answer(o, wanted) for o in own]
                counts["forecasts with candidates"] += bool(own)
                counts["best right"] += bool(hits) and hits[0] is not None
                counts["candidates"] += len(own)
                counts["right"] += sum(hit is not None for hit in hits)
                counts["answered"] += bool(wanted) and any(hit is not None for hit in hits)
                status = next((hit for hit in hits if hit is not None), None)
                if status is not None:
                    outcome = own[hits.index(status)]
                    counts["status"] += status == outcome.status
                if errors:
                    _print_links(gold, own, hits, wanted)
    print(
        f"  links     P@1 {_share(counts['best right'], counts['forecasts with candidates'])}"
        f" ({counts['forecasts with candidates']} forecasts with candidates), "
        f"P of all {_share(counts['right'], counts['candidates'])} ({counts['candidates']}), "
        f"R {_share(counts['answered'], counts['answers'])} ({counts['answers']} answered forecasts)\n"
        f"  status    {_share(counts['status'], counts['answered'])} of the links found"
    )


def _outcomes(texts: Sequence[Read], meaning: Meaning) -> Iterator[Outcome]:
    index = OutcomeIndex()
    for one in texts:
        yield from find_outcomes(one.foretold, one.reports, index, meaning=meaning)
        index.add(one.text.id, one.foretold, one.reports, {})


def _is_answer(outcome: Outcome, wanted: Iterable[tuple[object, Read]]) -> str | None:
    for answer, text in wanted:
        same = outcome.report.told.document == text.text.id
        if same and any(s.overlaps(answer.span) for s in outcome.report.told.spans):  # type: ignore[attr-defined]
            return str(answer.status)  # type: ignore[attr-defined]
    return None


def _print_links(
    gold: GoldForecast, own: Sequence[Outcome], hits: Sequence[str | None], wanted: Sequence[object]
) -> None:
    if wanted and not any(hits):
        print(f"  NO LINK {gold.name}")
    for outcome, hit in zip(own, hits, strict=True):
        mark = "ok " if hit == outcome.status else f"({hit})" if hit else "WRONG"
        print(f"  {mark} {gold.name} {outcome.score:.2f} {outcome.status} {outcome.report.told.text!r} {' '.join(outcome.reasons)}")  # fmt: skip


def _share(part: int, whole: int) -> str:
    return f"{100 * part / max(whole, 1):.1f}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
