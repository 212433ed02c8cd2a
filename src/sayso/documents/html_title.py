"""The title of a page: as its markup declares it, and where the heading stands that shows it."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from sayso.documents.html_declared import Declared
from sayso.documents.html_linked import LinkedArticle
from sayso.documents.html_text import Page, line_span
from sayso.text import Span

# " | The Example", " - News - The Example": the site's own name behind or before the title.
SITE_MARK = re.compile(r"\s+[|–—·•»:-]+\s+|\s*\|\s*")
_TITLES = ("og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title")
_SHORTEST_SHARE = 0.5
_FEWEST_WORDS = 3


class Heading(NamedTuple):
    tag: str
    span: Span
    text: str
    folded: str


def find_title(
    page: Page, titles: Sequence[str], *, site: str, body_start: int | None
) -> tuple[str | None, Span | None]:
    """Return the title, and its span in the rendering if the page shows it.

    What stands on the page is preferred to ``titles``, what the page declares: it is what a
    reader saw. ``body_start`` is where the article begins.
    """
    shown_headings = [heading for heading in headings(page) if heading.folded != folded(site)]
    shown = _shown(shown_headings, titles) or _main(shown_headings, body_start)
    if shown is not None:
        return shown.text, shown.span
    if not titles:
        return None, None
    declared = folded(titles[0])
    line = next((line for line in page.lines if folded(page.line_text(line)) == declared), None)
    return titles[0], line_span(line) if line else None


def declared_titles(declared: Declared, linked: LinkedArticle, *, site: str) -> tuple[str, ...]:
    """Return the titles that the markup gives, best first, without the name of the site."""
    values = (linked.headline, *(declared.first(name) for name in _TITLES), declared.title)
    titles = (_without_site(value.text, site) for value in values if value is not None)
    return tuple(title for title in titles if title)


def _without_site(title: str, site: str) -> str:
    title = " ".join(title.split())
    parts = SITE_MARK.split(title)
    if site and len(parts) > 1:
        if folded(parts[-1]) == folded(site):
            return title[: title.rindex(parts[-1])].rstrip(" |–—·•»:-")
        if folded(parts[0]) == folded(site):
            return title[len(parts[0]) :].lstrip(" |–—·•»:-")
    return title


def headings(page: Page) -> Iterator[Heading]:
    """Yield the headings of the page; one that is broken over several lines is one heading."""
    for number, group in groupby(page.lines, key=lambda line: line.heading):
        lines = list(group)
        if number:
            span = Span(lines[0].start, lines[-1].end)
            text = " ".join(span.text_in(page.text).split())
            yield Heading(lines[0].tag, span, text, folded(text))


def _shown(headings: Sequence[Heading], titles: Sequence[str]) -> Heading | None:
    """Return the heading that says what a title says, perhaps less or more; exact ones first."""
    ranked = sorted(headings, key=lambda heading: heading.tag)
    declared = [folded(title) for title in titles]
    for title in declared:
        for heading in ranked:
            if heading.folded == title:
                return heading
    for title in declared:
        for heading in ranked:
            shorter, longer = sorted((heading.folded, title), key=len)
            if len(shorter) >= _SHORTEST_SHARE * len(longer) and shorter in longer:
                return heading
    return None


def _main(headings: Sequence[Heading], body_start: int | None) -> Heading | None:
    """Return the first main heading above the article, else the only one, if it is no mere name."""
    main = [
        heading
        for heading in headings
        if heading.tag == "h1" and len(heading.text.split()) >= _FEWEST_WORDS
    ]
    above = [h for h in main if body_start is not None and h.span.start <= body_start]
    if above:
        return above[0]
    return main[0] if len(main) == 1 else None


def folded(text: str) -> str:
    """Reduce to letters and digits: a page may write its title with other quotation marks."""
    return "".join(filter(str.isalnum, text)).casefold()
