"""Pages in HTML: the article, and what the page says of itself."""

from sayso.documents.html_body import choose_body, parse
from sayso.documents.html_slim import slim
from sayso.documents.html_text import render_page
from sayso.documents.html_tokens import tokens
from sayso.documents.rendering import Rendering, Source


def render_html(source: Source, decoded: str, encoding: str) -> Rendering:
    """Read a page that ``decode`` turned into characters; all offsets are code points of it."""
    page_tokens = list(tokens(decoded))
    page = render_page(decoded, page_tokens)
    tree = parse(slim(decoded, page_tokens, depth=page.depth), tags=len(page_tokens))
    body = choose_body(page, tree)
    return Rendering(
        text=page.text,
        text_map=page.text_map,
        extractor=f"html-1+{body.extractor}",
        encoding=encoding,
        original_length=len(decoded),
        body=body.spans,
    )
