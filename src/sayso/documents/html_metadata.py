"""Title, byline, outlets, address and language of a page, each with the characters that say so."""

import re
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import urlsplit

from sayso.documents.credits import read_byline
from sayso.documents.document import ChainBasis, ChainLink, Role
from sayso.documents.html_declared import Declared
from sayso.documents.html_linked import LinkedArticle
from sayso.documents.html_site import Site, find_site
from sayso.documents.html_text import Page
from sayso.documents.html_title import declared_titles, find_title
from sayso.documents.html_tokens import Marked, Token
from sayso.documents.outlet_names import NameKind, read_outlet_name
from sayso.frozen import dataclass
from sayso.text import Span

_AUTHORS = (
    *("author", "article:author", "rel=author", "parsely-author", "sailthru.author", "byl"),
    *("dc.creator", "dcterms.creator", "dc.contributor", "twitter:creator"),
)
_SITES = ("og:site_name", "application-name", "apple-mobile-web-app-title", "al:ios:app_name")
_LANGUAGES = ("content-language", "og:locale", "inlanguage", "language", "dc.language")
_NO_NAME = re.compile(r"https?:|www\.|[@/<>{}=|\d]|\A\W*by\W*\Z", re.IGNORECASE)
# Names of accounts, not of people.
_ACCOUNTS = ("admin", "administrator", "webmaster", "root", "editor", "user")
_MOST_WORDS_OF_NAME = 6
# A host may serve one page under several names of its own.
_OWN_PREFIX = re.compile(r"\A(?:www\d?|m|mobile|amp|web|beta)\.")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What the page is called and who stands behind it; ``title_span`` is one of the rendering."""

    title: str | None
    title_span: Span | None
    byline: tuple[str, ...]
    chain: tuple[ChainLink, ...]
    address: str | None
    language: str | None


def read_metadata(  # noqa: PLR0913  the page in all its forms
    html: str,
    page_tokens: Sequence[Token],
    page: Page,
    declared: Declared,
    linked: LinkedArticle | None,
    *,
    address: str | None,
    body_start: int | None,
) -> Metadata:
    """Return what the page says of itself; ``address`` is where it was found, if known.

    ``body_start`` is where the article begins in the rendering.
    """
    linked = linked or LinkedArticle()
    site = _site(declared)
    site_name = site.text if site else ""
    title, title_span = find_title(
        page,
        declared_titles(declared, linked, site=site_name),
        site=site_name,
        body_start=body_start,
    )
    authors = linked.authors or declared.every(*_AUTHORS)
    origin = _origin(declared, address)
    byline = _names(authors, site_name)
    shown = None
    if not (site or (linked.publisher and not _is_agency(linked.publisher))):
        own_host = host(address or "") or (origin.name if origin and not origin.foreign else "")
        shown = find_site(html, page_tokens, page, declared.title, own=own_host, writers=byline)
    own = declared.first("og:url") if origin and origin.foreign else declared.link("canonical")
    own = own or declared.first("og:url")
    return Metadata(
        title=title,
        title_span=title_span,
        byline=byline,
        chain=tuple(_chain(site, shown, linked, authors, origin)),
        address=own.text if own and host(own.text) else None,
        language=_language(declared, linked),
    )


def _site(declared: Declared) -> Marked | None:
    site = declared.first(*_SITES)
    # "The Example | News from the valley": a name and a slogan.
    return site and site._replace(text=" ".join(site.text.split("|")[0].split()) or site.text)


def host(address: str) -> str:
    """Return the host of an address without what a site puts before its own name; empty if none."""
    try:
        name = urlsplit(address.strip()).hostname or ""
    except ValueError:
        return ""
    return _OWN_PREFIX.sub("", name.lower())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Origin:
    """The host that the page names as its own, or as that of the original (``foreign``)."""

    name: str
    value: Marked
    foreign: bool
    rule: str


def _origin(declared: Declared, address: str | None) -> _Origin | None:
    canonical, shown = declared.link("canonical"), declared.first("og:url")
    for value, rule in ((canonical, "link.canonical"), (shown, "meta.og:url")):
        if value and (name := host(value.text)):
            here = host(address or "") or host(shown.text if shown else "") or name
            foreign = not (here == name or here.endswith(f".{name}") or name.endswith(f".{here}"))
            return _Origin(name=name, value=value, foreign=foreign, rule=rule)
    return None


def _names(authors: Iterable[Marked], site: str) -> tuple[str, ...]:
    names: dict[str, None] = {}
    for author in authors:
        written = " ".join(author.text.split())
        if written.casefold() in {site.casefold(), *_ACCOUNTS}:
            continue
        byline = read_byline(written) or read_byline(f"By {written}")
        if byline:
            names.update(dict.fromkeys(byline.writers))
        elif len(written.split()) <= _MOST_WORDS_OF_NAME and not _NO_NAME.search(written):
            names[written] = None
    return tuple(names)


def _chain(
    site: Marked | None,
    shown: Site | None,
    linked: LinkedArticle,
    authors: Iterable[Marked],
    origin: _Origin | None,
) -> Iterator[ChainLink]:
    """Yield the host first, then the outlet and the agencies that the page has its text from."""
    publisher = linked.publisher
    if site:
        yield _link(site, Role.HOST, ChainBasis.SITE_NAME, "meta.site_name")
    elif publisher and not _is_agency(publisher):
        yield _link(publisher, Role.HOST, ChainBasis.SITE_NAME, "jsonld.publisher")
    elif shown:
        yield _link(shown.value, Role.HOST, shown.basis, shown.rule)
    if origin and (origin.foreign or not (site or publisher or shown)):
        yield _link(
            origin.value._replace(text=origin.name),
            Role.REPUBLISHER if origin.foreign else Role.HOST,
            ChainBasis.CANONICAL,
            origin.rule,
        )
    agencies: set[str] = set()
    suppliers = [(value, "author.agency") for value in authors]
    suppliers += [(value, "jsonld.publisher") for value in (publisher,) if value]
    for value, rule in suppliers:
        if _is_agency(value) and value.text.casefold() not in agencies:
            agencies.add(value.text.casefold())
            yield _link(value, Role.AGENCY, ChainBasis.AGENCY_CREDIT, rule)


def _is_agency(value: Marked) -> bool:
    name = read_outlet_name(value.text)
    return name is not None and name.kind is NameKind.AGENCY


def _link(value: Marked, role: Role, basis: ChainBasis, rule: str) -> ChainLink:
    return ChainLink(
        name=" ".join(value.text.split()),
        role=role,
        basis=basis,
        original_span=Span(value.start, value.end),
        rule=rule,
    )


def _language(declared: Declared, linked: LinkedArticle) -> str | None:
    meta = declared.first(*_LANGUAGES)
    for value in (declared.language, meta.text if meta else None, linked.language):
        if value and (tag := _LANGUAGE.fullmatch(value.strip())):
            return tag[0].replace("_", "-")
    return None
