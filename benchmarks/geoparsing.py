"""Which places are meant: accuracy on GeoVirus and LGL with gold mentions, and what it costs.

Usage: python -m benchmarks.geoparsing SHARED_FOLDER [--wrong] [--set geovirus|lgl] [--no-outlet] [--core]

Accuracy within 161 km is over all gold mentions that have a point, those without a candidate too.
With ``--core`` the mentions are those of the language core: how many gold mentions it places right.
"""

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

from sayso.language.core.network import Network, shipped_network
from sayso.language.reading import analyse
from sayso.places.atlas import Atlas
from sayso.places.gazetteer import FILE
from sayso.places.mentions import place_mentions
from sayso.places.naming import Asked
from sayso.places.place import PlacedMention, Point
from sayso.places.resolve import Resolved, resolve
from sayso.text import Span

NEAR_KM = 161
SETS = ("geovirus", "lgl")
_EARTH_KM = 6371.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    span: Span
    point: Point


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    id: str
    text: str
    outlets: tuple[str, ...]
    gold: tuple[Gold, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A gold mention with what was found for it."""

    document: Labelled
    gold: Gold
    resolved: Resolved
    away: float | None  # kilometres; None where nothing was found
    reachable: bool  # some candidate is near


def kilometres(one: Point, other: Point) -> float:
    """Return the great-circle distance."""
    first, second = radians(one.latitude), radians(other.latitude)
    across = radians(other.longitude - one.longitude)
    half = sin((second - first) / 2) ** 2 + cos(first) * cos(second) * sin(across / 2) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(half)))


def read(path: Path) -> Iterator[Labelled]:
    for line in path.read_text(encoding="utf-8").rstrip("\n").split("\n"):
        row = json.loads(line)
        yield Labelled(
            id=row["id"],
            text=row["text"],
            outlets=(row["url"],) if "wikinews" not in row["url"] else (),
            gold=tuple(
                Gold(
                    span=Span(t["start"], t["end"]),
                    point=Point(latitude=float(t["lat"]), longitude=float(t["lon"])),
                )
                for t in row["toponyms"]
                if t.get("lat") is not None
            ),
        )


def judge(document: Labelled, atlas: Atlas, *, outlet: bool) -> list[Judged]:
    outlets = document.outlets if outlet else ()
    asked = [Asked(span=gold.span) for gold in document.gold]
    found = {
        written.span: resolved
        for resolved in resolve(document.text, asked, atlas, outlets=outlets).names
        for written in resolved.named.places
    }
    return [_judged(document, gold, found[gold.span]) for gold in document.gold]


def _judged(document: Labelled, gold: Gold, resolved: Resolved) -> Judged:
    def away(latitude: float, longitude: float) -> float:
        return kilometres(gold.point, Point(latitude=latitude, longitude=longitude))

    entry = resolved.candidate.entry if resolved.candidate else None
    return Judged(
        document=document,
        gold=gold,
        resolved=resolved,
        away=None if entry is None else away(entry.latitude, entry.longitude),
        reachable=any(
            away(c.entry.latitude, c.entry.longitude) <= NEAR_KM for c in resolved.named.candidates
        ),
    )


def found_by_core(document: Labelled, atlas: Atlas, core: Network) -> int:
    """Count the gold mentions that a mention of the core overlaps and places near enough."""
    mentions = analyse(document.text, core=core).mentions
    placed = place_mentions(document.text, mentions, atlas, outlets=document.outlets)
    return sum(any(_hits(one, gold) for one in placed) for gold in document.gold)


def _hits(one: PlacedMention, gold: Gold) -> bool:
    point = one.place.point if one.place else None
    overlap = one.span.start < gold.span.end and gold.span.start < one.span.end
    return overlap and point is not None and kilometres(point, gold.point) <= NEAR_KM


def right(judged: Judged) -> bool:
    return judged.away is not None and judged.away <= NEAR_KM


def error_class(judged: Judged) -> str:
    if not judged.resolved.named.candidates:
        return "no such name"
    if not judged.reachable:
        return "not among the candidates"
    return "no match chosen" if judged.away is None else "another chosen"


def calibration(judged: list[Judged], bins: int = 5) -> str:
    """Return what was given against what was right, over the mentions with a place."""
    placed = sorted((j for j in judged if j.away is not None), key=lambda j: j.resolved.score)
    parts = [placed[len(placed) * n // bins : len(placed) * (n + 1) // bins] for n in range(bins)]
    return "  ".join(
        f"{sum(j.resolved.score for j in part) / len(part):.2f}:{sum(map(right, part)) / len(part):.2f}"
        for part in parts
        if part
    )


def report(name: str, judged: list[Judged], seconds: float, documents: int) -> None:
    total = len(judged)
    near = sum(map(right, judged))
    found = sum(j.away is not None for j in judged)
    reach = sum(j.reachable for j in judged)
    print(
        f"{name}: {total} mentions  within {NEAR_KM} km .{near / total * 1000:03.0f}"
        f"  of those found .{near / found * 1000:03.0f}  reachable .{reach / total * 1000:03.0f}"
        f"  {seconds / documents * 1000:.1f} ms a document"
    )
    print("  errors:", dict(Counter(error_class(j) for j in judged if not right(j)).most_common()))
    print("  score given:share right", calibration(judged))


def show_wrong(judged: list[Judged], atlas: Atlas) -> None:
    for one in judged:
        if right(one):
            continue
        chosen = one.resolved.candidate
        words = one.document.text[one.gold.span.start : one.gold.span.end]
        around = one.document.text[max(0, one.gold.span.start - 40) : one.gold.span.end + 40]
        name = (
            "-"
            if chosen is None
            else f"{atlas.name(chosen.entry)} {chosen.entry.country} {chosen.entry.kind.value}"
        )
        print(
            f"{error_class(one)}\t{words}\t{name}\t{one.away or 0:.0f}\t{one.gold.point.latitude},{one.gold.point.longitude}"
            f"\t{one.resolved.score:.2f}\t{one.document.id}\t{' '.join(around.split())}"
        )


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--wrong", action="store_true")
    parser.add_argument("--set", choices=SETS)
    parser.add_argument("--no-outlet", action="store_true")
    parser.add_argument("--core", action="store_true")
    options = parser.parse_args(arguments)
    start = time.perf_counter()
    atlas = Atlas.load()
    print(f"gazetteer {FILE.stat().st_size / 1e6:.2f} MB, loaded in {time.perf_counter() - start:.3f} s")  # fmt: skip
    for name in [options.set] if options.set else SETS:
        documents = list(read(options.shared / f"eval/events/geo_{name}.jsonl"))
        start = time.process_time()
        judged = [j for d in documents for j in judge(d, atlas, outlet=not options.no_outlet)]
        report(name, judged, time.process_time() - start, len(documents))
        if options.core:
            core = shipped_network()
            hits = sum(found_by_core(document, atlas, core) for document in documents)
            print(f"  from the text alone, within {NEAR_KM} km .{hits / len(judged) * 1000:03.0f}")
        if options.wrong:
            show_wrong(judged, atlas)


if __name__ == "__main__":
    main(sys.argv[1:])
