"""What a reader waits for in a real browser: key to next row of the review, and the first row of pages.

Time runs from the press of the key, or from asking for a page, until the next row stands on the screen.
The page is served by ``sayso serve`` as a process of its own; Chromium runs headless through Playwright
(SAYSO_CHROMIUM names it, else one on the path is taken).

Usage: python -m benchmarks.browser CASE [--decisions N]

Decisions are taken in the case: give a copy.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

PAGES = (
    "/",
    "/chronology",
    "/series",
    "/verdicts",
    "/figures",
    "/claims",
    "/claims?text=dam",
    "/actors",
    "/places",
    "/echoes",
    "/quotes",
    "/denials",
    "/forecasts",
    "/documents",
    "/dates",
    "/times",
    "/search?q=dam",
    "/changes",
    "/review",
)
TIMES = 5
MOST_SECONDS = 60
# Nobody decides on a row sooner: meanwhile the page reads the next one.
LOOKED_AT = 0.5
# Of the first thing that a page has to show: a row, or what its main part begins with.
ROW = "main tbody tr, main li, main article, main [autofocus], main .box"
# Notes when a key was pressed, and when what followed stood on the screen: two frames after it was there.
WATCH = f"""
const record = () => (document.querySelector("main input[name=record]") || {{}}).value || "";
const look = () => {{
  if (!document.querySelector({ROW!r}) || record() === sessionStorage.getItem("before")) {{
    return requestAnimationFrame(look);
  }}
  requestAnimationFrame(() => requestAnimationFrame(() => {{
    window.shown = performance.timeOrigin + performance.now();
  }}));
}};
document.addEventListener("keydown", (event) => {{
  sessionStorage.setItem("pressed", String(performance.timeOrigin + event.timeStamp));
  sessionStorage.setItem("before", record());
  window.shown = 0;
  look();
}}, true);
look();
"""


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("case", type=Path)
    parser.add_argument("--decisions", type=int, default=40)
    options = parser.parse_args()
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 -- only where a browser is

    browser_path = os.environ.get("SAYSO_CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as tools:
        browser = tools.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        page = browser.new_page()
        page.set_default_timeout(60_000)
        page.add_init_script(WATCH)
        measure(page, options.case, options.decisions)
        browser.close()


def measure(page: "Page", case: Path, decisions: int) -> None:
    with serving(case) as (link, started):
        page.goto(link)
        shown(page)
        print(f"from the start of sayso to the first row: {time.time() - started:.2f} s")
        first_rows(page, page.url.removesuffix("/"))
        key_to_next(page, page.url, decisions)


@contextmanager
def serving(case: Path) -> Iterator[tuple[str, float]]:
    """Serve a case, and give the link with the moment at which the program was started."""
    command = [str(Path(sys.executable).parent / "sayso"), "serve", str(case)]
    started = time.time()
    with subprocess.Popen(  # noqa: S603 -- our own program
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as served:
        if served.stdout is None:
            raise ValueError("a process without its output")
        try:
            yield served.stdout.readline().strip(), started
        finally:
            served.terminate()


def first_rows(page: "Page", base: str) -> None:
    """Print how long after asking for each page its first row is there."""
    base = base.partition("/open")[0]
    for path in PAGES:
        taken = []
        for _ in range(TIMES):
            page.goto(base + path)
            taken.append(shown(page) - float(page.evaluate("performance.timeOrigin")))
        report(f"first row of {path}", taken)


def key_to_next(page: "Page", address: str, decisions: int) -> None:
    """Print how long after "accept" was pressed the next row of the queue is there."""
    page.goto(address.partition("/review")[0].rstrip("/") + "/review")
    taken = []
    for _ in range(decisions):
        shown(page)
        if not page.locator("main [data-press=y]").count():
            break
        time.sleep(LOOKED_AT)
        page.keyboard.press("y")
        there = shown(page)
        taken.append(there - float(page.evaluate("sessionStorage.getItem('pressed')")))
    report("key to next", taken)


def shown(page: "Page") -> float:
    """Return the moment at which what was asked for stood on the screen."""
    until = time.monotonic() + MOST_SECONDS
    while time.monotonic() < until:
        if found := page.evaluate("window.shown"):
            return float(found)
        time.sleep(0.02)
    raise TimeoutError(f"{page.url} shows no row")


def report(name: str, taken: list[float]) -> None:
    late = statistics.quantiles(taken, n=20, method="inclusive")[-1] if len(taken) > 1 else taken[0]
    middle = statistics.median(taken)
    print(f"{name:28} {len(taken):3} times   median {middle:6.0f} ms   p95 {late:6.0f} ms")


if __name__ == "__main__":
    main()
