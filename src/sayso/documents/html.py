"""Pages in HTML: the article, and what the page says of itself."""

from datetime import date, datetime

from sayso.documents.document import Flag
from sayso.documents.html_body import BodyChoice, choose_body, parse
from sayso.documents.html_dates import declared_dates
from sayso.documents.html_declared import Declared, read_declared
from sayso.documents.html_flags import is_consent_wall, is_paywall_stub
from sayso.documents.html_htmldate import second_opinion
from sayso.documents.html_linked import LinkedArticle, read_linked
from sayso.documents.html_metadata import read_metadata
from sayso.documents.html_slim import slim
from sayso.documents.html_text import Page, render_page
from sayso.documents.html_tokens import tokens
from sayso.documents.rendering import Rendering, Source
from sayso.errors import DocumentError

VERSION = "html-1"
# With fewer characters than this for an article, the rest of the page may say why.
_NO_ARTICLE = 240


def render_html(source: Source, decoded: str, encoding: str) -> Rendering:
    """Read a page that ``decode`` turned into characters; all offsets are code points of it.

    Raises DocumentError if the page shows no text at all.
    """
    page_tokens = tokens(decoded)
    page = render_page(decoded, page_tokens)
    if not page.text:
        raise DocumentError(source.path, "the page shows no text; scripts may have to build it")
    tree = parse(slim(decoded, page_tokens), tags=len(page_tokens))
    declared = read_declared(decoded, page)
    linked = read_linked(decoded, declared.scripts, source.address)
    body = choose_body(page, tree)
    start = body.spans[0].start if body.spans else None
    found = (decoded, page_tokens, page, declared, linked)
    metadata = read_metadata(*found, address=source.address, body_start=start)
    dates = declared_dates(declared, linked, metadata.title_span, address=source.address)
    if tree is not None:
        dates += second_opinion(decoded, page, tree, dates, until=_day(source.retrieved))
    return Rendering(
        text=page.text,
        text_map=page.text_map,
        extractor=f"{VERSION}+{body.extractor}",
        encoding=encoding,
        original_length=len(decoded),
        body=body.spans,
        title=metadata.title,
        title_span=metadata.title_span,
        byline=metadata.byline,
        chain=metadata.chain,
        dates=dates,
        flags=_flags(page, body, declared, linked),
        language=metadata.language,
        address=metadata.address,
    )


def _day(retrieved: str | None) -> date | None:
    return datetime.fromisoformat(retrieved).date() if retrieved else None


def _flags(
    page: Page, body: BodyChoice, declared: Declared, linked: LinkedArticle | None
) -> frozenset[Flag]:
    article = "\n".join(span.text_in(page.text) for span in body.spans)
    found = {
        Flag.PAYWALL_STUB: is_paywall_stub(article, declared, linked),
        Flag.CONSENT_WALL: is_consent_wall(article if len(article) >= _NO_ARTICLE else page.text),
        Flag.BIDI_OVERRIDE: page.bidi_override,
    }
    return frozenset(flag for flag, holds in found.items() if holds)
