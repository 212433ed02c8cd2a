"""A page as received, made inert: nothing in it runs, asks the network or leads anywhere."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Gone with all they hold, or with what they do to the page around them.
_DROPPED = (
    *("script", "style", "link", "meta", "base", "iframe", "frame", "frameset", "object", "embed"),
    *("applet", "noscript", "template", "svg", "math", "video", "audio", "source", "track"),
    *("img", "picture", "canvas", "map", "area", "portal", "fencedframe", "title"),
)
# Their words stay, what they would do does not.
_UNWRAPPED = ("form", "button", "input", "select", "textarea", "option", "label", "a", "dialog")
# What is left to an element: how it reads, not how it looks or what it does.
_KEPT = frozenset({"dir", "lang", "colspan", "rowspan", "scope", "start", "reversed"})
_MOST_BYTES = 2_000_000
_STYLE = (
    "<style>body{font:15px/1.5 serif;margin:1em;color:#222;background:#fff;overflow-wrap:anywhere}"
    "table{border-collapse:collapse}td,th{border:1px solid #ccc;padding:2px 6px}"
    "pre{white-space:pre-wrap;font:13px/1.45 monospace}</style>"
)


def inert_page(data: bytes, encoding: str) -> str:
    """Return HTML that only reads; the characters of a page that cannot be parsed."""
    from lxml import html  # noqa: PLC0415 -- loads a C library: not for every page
    from lxml.etree import LxmlError  # noqa: PLC0415

    try:
        parser = html.HTMLParser(encoding=_known(encoding), remove_comments=True, remove_pis=True)
        root = html.document_fromstring(data[:_MOST_BYTES], parser=parser)
    except (LxmlError, ValueError, AssertionError):
        return characters_page(data.decode(_known(encoding), errors="replace"))
    _strip(root)
    body = root.find("body")
    written = html.tostring(root if body is None else body, encoding="unicode", method="html")
    return f"<!DOCTYPE html><html><head><meta charset='utf-8'>{_STYLE}</head>{written}</html>"


def characters_page(text: str) -> str:
    """Return characters as they are, on a page of their own."""
    from html import escape  # noqa: PLC0415 -- beside the name that it would hide

    shown = escape(text[:_MOST_BYTES])
    return f"<!DOCTYPE html><html><head><meta charset='utf-8'>{_STYLE}</head><body><pre dir='auto'>{shown}</pre></body></html>"


def _strip(root: "HtmlElement") -> None:
    for element in list(root.iter()):
        if (
            not isinstance(element.tag, str)
            or element.tag.lower() in _DROPPED
            or ":" in element.tag
        ):
            if element.getparent() is not None:
                element.drop_tree()
        elif element.tag.lower() in _UNWRAPPED and element.getparent() is not None:
            element.drop_tag()
        else:
            for name in set(element.attrib) - _KEPT:
                del element.attrib[name]


def _known(encoding: str) -> str:
    try:
        "".encode(encoding)
    except LookupError:
        return "utf-8"
    return encoding
