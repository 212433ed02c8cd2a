"""Documents per second of reading HTML, against trafilatura alone on the same pages.

Usage: html_reading.py SHARED_FOLDER [REPEATS]

Both read the same decoded page on one core. Every page is timed several times, ours and theirs in
turn, and its shortest time counts: other work on the machine only ever adds to a time.
"""

import gzip
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

import trafilatura

from sayso.documents import Source
from sayso.documents.html import render_html

_PAGES = Path("eval/documents/article_extraction")


def main(arguments: list[str]) -> int:
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 2
    folder = Path(arguments[0]) / _PAGES
    if not folder.is_dir():
        print(f"html_reading: skipped, {folder} is not there")
        return 0
    repeats = int(arguments[1]) if len(arguments) > 1 else 5
    pages = _pages(folder)
    ours = theirs = 0.0
    for page in pages:
        ours_page, theirs_page = _shortest((_read, _extract), page, repeats)
        ours += ours_page
        theirs += theirs_page
    print(f"html_reading: {len(pages)} pages, {sum(map(len, pages)) / len(pages):,.0f} characters each")
    print(f"  sayso        {len(pages) / ours:7.1f} documents/s")
    print(f"  trafilatura  {len(pages) / theirs:7.1f} documents/s")
    print(f"  time of sayso / trafilatura: {ours / theirs:.2f}")
    return 0


def _pages(folder: Path) -> list[str]:
    gold = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    packed = (folder / "html" / f"{page}.html.gz" for page in gold)
    return [gzip.decompress(path.read_bytes()).decode("utf-8", "replace") for path in packed]


def _read(page: str) -> None:
    source = Source(path="page.html", data=b"", media_type="text/html")
    render_html(source, page, "utf-8")


def _extract(page: str) -> None:
    trafilatura.extract(page, fast=True)


def _shortest(
    readers: tuple[Callable[[str], None], ...], page: str, repeats: int
) -> tuple[float, ...]:
    best = [float("inf")] * len(readers)
    for _ in range(repeats):
        for index, reader in enumerate(readers):
            start = time.process_time()
            reader(page)
            best[index] = min(best[index], time.process_time() - start)
    return tuple(best)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
