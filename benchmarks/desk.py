"""What the page costs: server time for each kind of page at the 95th percentile, and memory.

Each kind of page is asked for the first time, too: that call counts like the others.
On a machine that does other work, too, the time of the processor says more than that of the clock.

Usage: python -m benchmarks.desk CASE [SIZE] [--keep DIR]

CASE is a small case (``sayso demo`` makes one); with SIZE it is first multiplied to so many documents.
"""

import argparse
import gc
import resource
import statistics
import sys
import tempfile
import time
import warnings
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.multiplied_case import multiply
from sayso.case import Case, ClaimFilter
from sayso.case.paged import Turn
from sayso.web.application import make_app

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from starlette.testclient import TestClient

PORT, TOKEN = 8100, "benchmark"
NOW = datetime(2031, 5, 4, tzinfo=UTC)
TIMES = 20
# Pages over the whole case, which are counted in the background when a case is first shown.
COUNTED = ("/series", "/series?disputed=yes", "/actors", "/forecasts", "/places")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("case", type=Path)
    parser.add_argument("size", type=int, nargs="?")
    parser.add_argument("--keep", type=Path, help="where the multiplied case is kept")
    parser.add_argument("--times", type=int, default=TIMES)
    parser.add_argument("--only", default="", help="only pages whose name has this in it")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        case = options.case
        if options.size:
            case = options.keep or Path(folder) / "case"
            print(f"{multiply(options.case, case, options.size):,} documents")
        measure(case, Path(folder) / "notes", times=options.times, only=options.only)


def measure(case: Path, notes: Path, *, times: int, only: str) -> None:
    """Print a line for each kind of page."""
    app = make_app(case, TOKEN, port=PORT, reader="benchmark", notes=notes, clock=lambda: NOW)
    base = f"http://127.0.0.1:{PORT}"
    with TestClient(
        app, base_url=base, client=("127.0.0.1", 1), raise_server_exceptions=False
    ) as page:
        start = time.perf_counter()
        page.get("/open", params={"token": TOKEN})
        print(f"first page: {time.perf_counter() - start:.1f} s")
        for counted in COUNTED:
            page.get(counted)
        # As 'sayso serve' does.
        gc.freeze()
        print(f"all counts made: {time.perf_counter() - start:.1f} s")
        for name, addresses in pages(case):
            if only in name:
                report(page, name, addresses, times)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"memory of the server at its most: {peak:.0f} MiB")


def report(page: TestClient, name: str, addresses: list[str], times: int) -> None:
    """Ask for pages of one kind in turn, and say how long that took."""
    taken, worked, failed = [], [], 0
    for at in range(times):
        start, before = time.perf_counter(), time.process_time()
        answer = page.get(addresses[at % len(addresses)])
        taken.append(1000 * (time.perf_counter() - start))
        worked.append(1000 * (time.process_time() - before))
        failed += not answer.is_success
    spent, cpu = (
        statistics.quantiles(some, n=20, method="inclusive")[-1] for some in (taken, worked)
    )
    note = f"  {failed} FAILED" if failed else ""
    middle = statistics.median(taken)
    print(
        f"{name:<22} first {taken[0]:6.0f} ms   median {middle:6.0f} ms   p95 {spent:6.0f} ms"
        f"   of the processor {cpu:6.0f} ms{note}"
    )
    sys.stdout.flush()


def pages(case: Path) -> Iterator[tuple[str, list[str]]]:  # noqa: PLR0915 -- a list of addresses
    """Yield names of pages with addresses of each."""
    with Case.open(case, read_only=True) as opened:
        paged, some = opened.paged, Turn(size=40)
        claims = [row.id for row in paged.claims(ClaimFilter(), some).rows]
        documents = [row.id for row in opened.documents(limit=40)]
        pairs = [row.id for row in opened.quote_pairs(limit=10)]
        groups = [row.id for row in opened.echo_groups(limit=10)]
        actors = [row.id for row in opened.actors(limit=10)]
        series = [row.id for row in opened.compared.series(limit=10)]
        figures = [row.left.member.figure.id for row in opened.compared.verdicts(limit=20)]
        copies = [(edge.from_document, edge.to_document) for edge in opened.reuse_edges(limit=10)]
        far = paged.claims(ClaimFilter(until=NOW.date()), Turn(size=1, before=claims[-1])).rows
    yield "overview", ["/"]
    yield "chronology", ["/chronology", "/chronology?since=2022-01-01"]
    yield "events by words", ["/chronology?text=dam", "/chronology?text=zebra&since=2024-01-01"]
    yield "events by place", ["/chronology?place=Brazil", "/chronology?status=denied"]
    yield "quantities", ["/series", "/series?disputed=yes", "/series?page=5"]
    yield "series", [f"/series/{name}" for name in series]
    yield "verdicts", ["/verdicts", "/verdicts?verdict=conflict", "/verdicts?verdict=agree&page=4"]
    yield "figures", ["/figures", "/figures?predicate=killed", "/figures?kind=duration"]
    yield "figures by words", ["/figures?about=bodies", "/figures?place=Tesmar"]
    yield "figure", [f"/figures/{name}" for name in figures]
    yield "claims", ["/claims", *(f"/claims?after={row.id}" for row in far)]
    yield (
        "claims by a facet",
        ["/claims?force=deny", "/claims?kind=direct", "/claims?force=question"],
    )
    yield (
        "claims by words",
        ["/claims?text=dam", "/claims?text=warning+dam", "/claims?speaker=Idris"],
    )
    yield (
        "claims by outlet",
        ["/claims?outlet=Meridian+Wire", "/claims?since=2023-01-01&force=deny"],
    )
    yield (
        "claims by day",
        [
            "/claims?since=2023-01-01&force=deny",
            "/claims?since=2030-01-01",
            "/claims?until=2021-01-01",
        ],
    )
    yield "claims by place", ["/claims?place=Brazil", "/claims?place=United&force=deny"]
    yield "claims by actor", [f"/claims?actor={name}" for name in actors]
    yield "claim", [f"/claims/{name}" for name in claims]
    yield "actors", ["/actors", "/actors?q=Idris", "/actors?page=7"]
    yield "actor", [f"/actors/{name}" for name in actors]
    yield "who may be one", ["/actor-proposals"]
    yield "echoes", ["/echoes", "/echoes?page=9"]
    yield "echo", [f"/echoes/{name}" for name in groups]
    yield "quotes", ["/quotes", "/quotes?differs=number", "/quotes?kind=paraphrase"]
    yield "quote", [f"/quotes/{name}" for name in pairs]
    yield "denials", ["/denials"]
    yield "documents", ["/documents", "/documents?flag=respun", "/documents?until=2020-01-01"]
    yield "documents by words", ["/documents?text=dam", "/documents?text=helicopters"]
    yield "document", [f"/documents/{name}" for name in documents]
    yield "original", [f"/documents/{name}/original" for name in documents]
    yield "where it is from", [f"/documents/{name}/sources" for name in documents]
    yield "two texts", [f"/documents/{one}/compare/{two}" for one, two in copies]
    yield "dates in doubt", ["/dates", "/dates?all=yes"]
    yield "problems", ["/problems"]
    yield "search", ["/search?q=dam", "/search?q=%22mine+dam%22", "/search?q=helicopter*"]
    yield "what is new", ["/changes?run=2"]
    yield "kept searches", ["/saved"]
    yield "places", ["/places"]
    yield "forecasts", ["/forecasts", "/forecasts?page=90", "/forecasts?kind=threat"]
    yield (
        "forecasts by status",
        [f"/forecasts?status={one}" for one in ("open", "due", "lapsed", "reported")],
    )
    yield (
        "dated words",
        [
            "/times",
            "/times?since=2024-01-01",
            "/times?outlet=Meridian+Wire",
            "/times?until=1990-01-01",
        ],
    )
    yield "review", ["/review"]


if __name__ == "__main__":
    main()
