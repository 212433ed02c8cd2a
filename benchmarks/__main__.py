"""Run the benchmarks: ``python -m benchmarks [SHARED] [NAME …]``.

SHARED is the folder with the development sets; a benchmark whose set is not there is named and
left out. Each prints its own figures; nothing here passes or fails.
"""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Benchmark:
    """One script, the set it needs (a path below SHARED) and its arguments."""

    name: str
    needs: str
    arguments: Callable[[Path], list[str]]


BENCHMARKS = (
    Benchmark(name="html_reading", needs="eval/documents", arguments=lambda s: [str(s)]),
    Benchmark(
        name="furniture",
        needs="eval/documents/line_furniture_dev.jsonl",
        arguments=lambda s: [str(s / "eval/documents/line_furniture_dev.jsonl")],
    ),
    Benchmark(
        name="timexes",
        needs="eval/time",
        arguments=lambda s: [
            str(s / "eval/time/tempeval3_tbaq.jsonl"),
            "--scorer",
            str(s / "eval/time/score_timex.py"),
        ],
    ),
    Benchmark(name="geoparsing", needs="eval/events", arguments=lambda s: [str(s)]),
    Benchmark(
        name="dating",
        needs="eval/time",
        arguments=lambda s: [str(s)],
    ),
    Benchmark(
        name="quantities", needs="eval/quantity", arguments=lambda s: [str(s / "eval/quantity")]
    ),
    Benchmark(name="figure_reading", needs="", arguments=lambda _: []),
    Benchmark(name="figure_pairs", needs="", arguments=lambda _: []),
    Benchmark(
        name="figure_verdicts",
        needs="eval/quantity",
        arguments=lambda s: [str(s / "eval/quantity"), "pairs"],
    ),
    Benchmark(name="figure_case", needs="", arguments=lambda _: []),
    Benchmark(name="quotations", needs="eval/attribution", arguments=lambda s: [str(s)]),
    Benchmark(name="attributions", needs="eval/attribution", arguments=lambda s: [str(s)]),
    Benchmark(name="own_stories", needs="eval/attribution", arguments=lambda s: [str(s)]),
    Benchmark(name="syntax", needs="corpora/ud_ewt", arguments=lambda s: [str(s)]),
    Benchmark(
        name="annotate",
        needs="eval/attribution/polnear_dev.jsonl",
        arguments=lambda s: [str(s / "eval/attribution/polnear_dev.jsonl")],
    ),
    Benchmark(
        name="reuse",
        needs="corpora/meantime/meantime.jsonl",
        arguments=lambda s: [str(s / "corpora/meantime/meantime.jsonl")],
    ),
    Benchmark(name="meaning", needs="corpora/ecbplus", arguments=lambda s: [str(s)]),
    Benchmark(name="actors", needs="corpora/ecbplus", arguments=lambda s: [str(s)]),
    Benchmark(name="story_clustering", needs="corpora/ecbplus", arguments=lambda s: [str(s)]),
    Benchmark(name="event_coreference", needs="corpora/ecbplus", arguments=lambda s: [str(s)]),
    Benchmark(
        name="chronology",
        needs="eval/events/t17_articles_dev.jsonl",
        arguments=lambda s: [str(s)],
    ),
    Benchmark(
        name="actor_timelines", needs="corpora/semeval2015_timeline", arguments=lambda s: [str(s)]
    ),
    Benchmark(name="entity_coreference", needs="corpora/ecbplus", arguments=lambda s: [str(s)]),
    Benchmark(name="actor_costs", needs="", arguments=lambda _: ["1000", "10000"]),
    Benchmark(name="case_store", needs="", arguments=lambda _: []),
    Benchmark(name="quotes", needs="", arguments=lambda _: []),
    Benchmark(name="forecasts", needs="", arguments=lambda _: []),
    Benchmark(name="denials", needs="", arguments=lambda _: []),
    Benchmark(
        name="echoes",
        needs="corpora/meantime_parallel/docs.jsonl",
        arguments=lambda s: [str(s / "corpora/meantime_parallel/docs.jsonl")],
    ),
    Benchmark(name="event_days", needs="", arguments=lambda _: []),
    Benchmark(name="adding", needs="", arguments=lambda _: ["1000"]),
    Benchmark(name="statement_cost", needs="", arguments=lambda _: []),
    Benchmark(name="ud_segmentation", needs="corpora/ud_ewt", arguments=lambda s: [str(s)]),
)


def main(arguments: list[str]) -> int:
    shared = Path(arguments[0]) if arguments else HERE.parent.parent / "shared"
    wanted = set(arguments[1:]) or {benchmark.name for benchmark in BENCHMARKS}
    unknown = wanted - {benchmark.name for benchmark in BENCHMARKS}
    if unknown:
        print(f"no benchmark is called {', '.join(sorted(unknown))}")
        return 2
    failed = [b.name for b in BENCHMARKS if b.name in wanted and not _run(b, shared)]
    return 1 if failed else 0


def _run(benchmark: Benchmark, shared: Path) -> bool:
    print(f"\n== {benchmark.name}", flush=True)
    if not (shared / benchmark.needs).exists():
        print(f"left out: {shared / benchmark.needs} is not there")
        return True
    module = f"benchmarks.{benchmark.name}"
    command = [sys.executable, "-m", module, *benchmark.arguments(shared)]
    return subprocess.run(command, check=False, cwd=HERE.parent).returncode == 0  # noqa: S603 - our own scripts


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
