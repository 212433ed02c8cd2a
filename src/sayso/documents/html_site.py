"""The site of a page that does not declare it: behind the headline in its title, or linked to "/"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import urlsplit

from sayso.documents.document import ChainBasis
from sayso.documents.html_text import Page
from sayso.documents.html_title import SITE_MARK, folded, headings
from sayso.documents.html_tokens import Marked, Token, attributes, marked
from sayso.documents.outlet_names import NameKind, heads_a_page, read_outlet_name
from sayso.frozen import dataclass

_HEADINGS = frozenset({"h1", "h2", "h3"})
_HOME_PATHS = frozenset({"", "/", "./", "/index.html", "/index.htm", "/index.php"})
_CAMEL = re.compile(r"[A-Z][a-z]+[A-Z]\w*")
_COPYRIGHT = re.compile(
    r"\s* (?: (?: © | \(c\) | copyright \b ) \s* )+ [\s\d,.–-]* (?:by\s)? (?P<owner> .+ )",
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The name of a site, with the characters of the page that give it."""

    value: Marked
    basis: ChainBasis
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Anchor:
    """A link with its text; ``home``: to the front page of a site, perhaps that of ``host``.

    ``heading``, ``header``: in a heading, in the header of the page.
    """

    text: Marked
    home: bool
    host: str
    heading: bool
    header: bool


def find_site(
    html: str,
    page_tokens: Sequence[Token],
    page: Page,
    title: Marked | None,
    *,
    own: str = "",
    writers: Iterable[str] = (),
) -> Site | None:
    """Return the site that the title names beside the headline, or that a masthead links to "/".

    The two are asked only together with what the page says elsewhere: a name that is linked to
    another place of the site is a section, one behind "by" is a writer. ``own`` is the page's host.
    """
    anchors = tuple(_anchors(html, page_tokens))
    barred = {folded(anchor.text.text) for anchor in anchors if not anchor.home}
    barred |= {folded(writer) for writer in writers} | _writers_shown(page)
    shown = {heading.folded for heading in headings(page) if heading.tag in {"h1", "h2"}}
    named = _beside_headline(html, title, shown) if title else None
    if named and not _may_be_site(named.text, page, anchors, barred):
        named = None
    if title:
        barred.add(folded(title.text))
    mine = [a for a in anchors if not a.host or (own and a.host.endswith(own))]
    masthead = _masthead(mine, page, barred | shown - {folded(a.text.text) for a in mine if a.home})
    if named and (masthead is None or folded(masthead.text) == folded(named.text)):
        return Site(value=named, basis=ChainBasis.SITE_NAME, rule="title.site")
    if masthead:
        return Site(value=masthead, basis=ChainBasis.MASTHEAD, rule="masthead.home_link")
    return None


def _beside_headline(html: str, title: Marked, shown: set[str]) -> Marked | None:
    """Return the last part behind a headline that the page shows, or the first before it."""
    for mark in SITE_MARK.finditer(title.text):
        before, behind = title.text[: mark.start()], title.text[mark.end() :]
        if folded(before) in shown:
            return _part(html, title, SITE_MARK.split(behind)[-1].strip(), last=True)
        if folded(behind) in shown:
            return _part(html, title, SITE_MARK.split(before)[0].strip(), last=False)
    return None


def _part(html: str, title: Marked, part: str, *, last: bool) -> Marked | None:
    """Find a part of a title in the page; the whole title stands for one with references in it."""
    if not part:
        return None
    find = html.rfind if last else html.find
    start = find(part, title.start, title.end)
    return Marked(part, start, start + len(part)) if start >= 0 else title._replace(text=part)


def _masthead(anchors: Sequence[_Anchor], page: Page, barred: set[str]) -> Marked | None:
    for anchor in anchors:
        name = anchor.text.text
        # Languages and editions are linked in a header too.
        told = _is_known(name) or (anchor.heading and len(name.split()) > 1)
        told = told or (anchor.header and _owns(name, page))
        if (
            anchor.home
            and (anchor.heading or anchor.header)
            and told
            and _may_be_site(name, page, (), barred)
        ):
            return anchor.text
    return None


def _may_be_site(name: str, page: Page, anchors: Sequence[_Anchor], barred: set[str]) -> bool:
    """Say whether a name can be a site's: no section, no writer, and a lone word only if borne out."""
    if read_outlet_name(name) is None or heads_a_page(name) or folded(name) in barred:
        return False
    if len(name.split()) > 1 or _is_known(name) or _CAMEL.fullmatch(name):
        return True
    linked = any(anchor.home and folded(anchor.text.text) == folded(name) for anchor in anchors)
    return linked or _owns(name, page)


def _owns(name: str, page: Page) -> bool:
    """Say whether a line of the page gives the copyright to a name."""
    owners = (
        found["owner"] for line in page.lines if (found := _COPYRIGHT.match(page.line_text(line)))
    )
    return any(
        re.match(rf"(?:the\s)?{re.escape(name)}\b", owner, re.IGNORECASE) for owner in owners
    )


def _is_known(name: str) -> bool:
    read = read_outlet_name(name)
    return read is not None and read.kind is not NameKind.NAME


def _writers_shown(page: Page) -> set[str]:
    lines = (page.line_text(line) for line in page.lines)
    return {folded(line[3:]) for line in lines if line[:3].casefold() == "by "}


def _anchors(html: str, page_tokens: Sequence[Token]) -> Iterator[_Anchor]:
    """Yield the links that show text, with one pass over the page."""
    href: str | None = None
    first = last = 0
    within = {"heading": 0, "header": 0}
    for at, start, end, _, name, closing in page_tokens:
        if href is not None and html[at:start].strip():
            first, last = first or at, start
        if name in _HEADINGS or name == "header":
            place = "header" if name == "header" else "heading"
            within[place] = max(within[place] + (-1 if closing else 1), 0)
        elif name == "a":
            text = marked(html, first, last) if href is not None and first else None
            if text and href is not None and "<" not in text.text:
                host, home = _target(href)
                heading, header = within["heading"] > 0, within["header"] > 0
                yield _Anchor(text=text, home=home, host=host, heading=heading, header=header)
            value = None if closing else attributes(html, start, end).get("href")
            href, first = value.text if value else None, 0


def _target(href: str) -> tuple[str, bool]:
    """Return the host that a link names, if it does, and whether it leads to a front page."""
    try:
        parts = urlsplit(href.strip())
    except ValueError:
        return "", False
    local = not parts.netloc and not parts.fragment and bool(parts.path)
    home = (local or parts.scheme in {"http", "https"}) and parts.path in _HOME_PATHS
    return parts.netloc.casefold(), home
