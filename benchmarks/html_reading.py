"""How well and how fast pages in HTML are read, against trafilatura alone on the same pages.

    python -m benchmarks.html_reading SHARED [REPEATS]

Body: shingle F1 of the lines chosen, by the scorer of the shared folder, and how many of
trafilatura's lines were found again. Speed: both read the same decoded page on one core. Every page
is timed several times, ours and theirs in turn, and its shortest time counts: other work on the
machine only ever adds to a time.
"""

import gzip
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import trafilatura

from sayso.documents import Source
from sayso.documents.html import render_html
from sayso.documents.html_body import choose_body, parse
from sayso.documents.html_slim import slim
from sayso.documents.html_text import render_page
from sayso.documents.html_tokens import tokens

_SET = Path("eval/documents/article_extraction")


def main(arguments: list[str]) -> int:
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 2
    folder = Path(arguments[0]) / _SET
    if not folder.is_dir():
        print(f"html_reading: left out, {folder} is not there")
        return 0
    pages = _pages(folder)
    print(f"{len(pages)} pages, {sum(map(len, pages.values())) / len(pages):,.0f} characters each")
    _report_bodies(folder, pages)
    _report_speed(list(pages.values()), int(arguments[1]) if len(arguments) > 1 else 5)
    return 0


def _pages(folder: Path) -> dict[str, str]:
    gold = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    return {
        name: gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes()).decode(
            "utf-8", "replace"
        )
        for name in gold
    }


def _report_bodies(folder: Path, pages: dict[str, str]) -> None:
    lines = missing = 0
    ours, theirs = {}, {}
    for name, html in pages.items():
        cut = tokens(html)
        page = render_page(html, cut)
        choice = choose_body(page, parse(slim(html, cut), tags=len(cut)))
        lines, missing = lines + choice.lines, missing + choice.missing
        ours[name] = "\n".join(span.text_in(page.text) for span in choice.spans)
        theirs[name] = trafilatura.extract(html, fast=True) or ""
    print(f"  sayso        {_score(folder, ours)}")
    print(f"  trafilatura  {_score(folder, theirs)}")
    print(f"  lines of trafilatura found again: {lines - missing} of {lines}")


def _score(folder: Path, bodies: dict[str, str]) -> str:
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as predicted:
        json.dump({name: {"articleBody": body} for name, body in bodies.items()}, predicted)
        predicted.flush()
        scorer, gold = str(folder.parent / "score_body.py"), str(folder / "ground-truth.json")
        command = [sys.executable, scorer, gold, predicted.name]
        scored = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 -- the scorer of the set
        return scored.stdout.strip()


def _report_speed(pages: list[str], repeats: int) -> None:
    ours = theirs = 0.0
    for page in pages:
        ours_page, theirs_page = _shortest((_read, _extract), page, repeats)
        ours += ours_page
        theirs += theirs_page
    print(f"  sayso        {len(pages) / ours:6.1f} documents/s")
    print(f"  trafilatura  {len(pages) / theirs:6.1f} documents/s")
    print(f"  time of sayso / trafilatura: {ours / theirs:.2f}")


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
