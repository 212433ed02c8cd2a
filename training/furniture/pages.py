"""Pages with labelled lines: as they are, and thinned to what a scraper leaves of them."""

import json
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from sayso.documents.lines import split_lines

ARTICLE, FURNITURE, UNSURE = 1, 0, -1
NEAR_STAYS = 0.7
_LABELS = {"B": ARTICLE, "F": FURNITURE, "M": UNSURE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """All lines of one rendering of a page; ``labels`` say which belong to the article."""

    id: str
    domain: str
    rendering: str
    title: str | None
    lines: tuple[str, ...]
    labels: tuple[int, ...]


def read_pages(path: Path) -> list[Page]:
    """Read the development set: one page per line, several renderings of each."""
    pages = []
    for row in map(json.loads, path.read_text("utf-8").splitlines()):
        domain = urlsplit(row["url"] or "").netloc.removeprefix("www.") or row["id"]
        for rendering, labelled in row["renderings"].items():
            kept = [
                (line.text, _LABELS[label])
                for text, label in labelled
                for line in split_lines(text)[:1]
            ]
            if not kept:
                continue
            lines, labels = zip(*kept, strict=True)
            title = row["title"]
            pages.append(
                Page(id=row["id"], domain=domain, rendering=rendering, title=title, lines=lines, labels=labels)
            )  # fmt: skip
    return pages


def folds_by_domain(pages: Iterable[Page], count: int) -> dict[str, int]:
    """Deal the domains to ``count`` folds, always in the same way."""
    domains = sorted({page.domain for page in pages})
    random.Random(0).shuffle(domains)  # noqa: S311 - the same deal each time is the point
    return {domain: i % count for i, domain in enumerate(domains)}


def thinned(page: Page, seed: int) -> Page | None:
    """Return what a scraper that looks for the article leaves of ``page``: the article and a little more.

    Each run of furniture loses most of its lines; of what stands before and after the article only
    lines near it stay. The headline stays and is not judged: it is recognised elsewhere.
    """
    choose = random.Random(f"{seed} {page.id} {page.rendering}")  # noqa: S311 - repeatable on purpose
    article = [i for i, label in enumerate(page.labels) if label != FURNITURE]
    if not any(page.labels[i] == ARTICLE for i in article):
        return None
    first, last = article[0], article[-1]
    inner = choose.choice((0.0, 0.15, 0.4, 1.0))
    kept: list[tuple[str, int]] = []
    head, foot = choose.choice((0, 1, 2, 4, 8)), choose.choice((0, 1, 2, 4, 8, 16))
    for i, (line, label) in enumerate(zip(page.lines, page.labels, strict=True)):
        headline = page.title is not None and line == page.title.strip() and i < first
        beside = first - head <= i < first or last < i <= last + foot
        near = beside and choose.random() < NEAR_STAYS
        if headline:
            kept.append((line, UNSURE))
        elif label != FURNITURE or near or (first < i < last and choose.random() < inner):
            kept.append((line, label))
    return _with(page, kept)


def _with(page: Page, kept: Sequence[tuple[str, int]]) -> Page:
    lines, labels = zip(*kept, strict=True)
    return Page(
        id=page.id,
        domain=page.domain,
        rendering=f"{page.rendering} thinned",
        title=page.title,
        lines=lines,
        labels=labels,
    )
