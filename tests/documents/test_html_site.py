"""The site of a page that declares none: beside the headline in its title, or linked to "/"."""

import pytest

from sayso.documents import ChainBasis, Role
from tests.documents.html_pages import article, rendered

HEADLINE = "Bridge at Lower Marn closed after the river rose"


def page(title: str, *, above: str = "", head: str = "", below: str = "") -> str:
    return (
        f"<html><head><title>{title}</title>{head}</head><body>{above}<h1>{HEADLINE}</h1>"
        f"{article()}{below}</body></html>"
    )


def host(html: str, address: str | None = None) -> tuple[str, str] | None:
    """Return the host's name and the characters that give it."""
    links = [link for link in rendered(html, address=address).chain if link.role is Role.HOST]
    if not links:
        return None
    (link,) = links
    assert link.original_span is not None
    return link.name, link.original_span.text_in(html)


@pytest.mark.parametrize("mark", [" – ", " | ", " · ", " — ", " - "])
def test_what_stands_behind_the_headline_in_the_title_is_the_host(mark: str) -> None:
    assert host(page(f"{HEADLINE}{mark}Weir Notes")) == ("Weir Notes", "Weir Notes")


def test_what_stands_before_the_headline_in_the_title_is_the_host() -> None:
    assert host(page(f"Weir Notes | {HEADLINE}")) == ("Weir Notes", "Weir Notes")


def test_the_name_is_behind_the_section() -> None:
    assert host(page(f"{HEADLINE} | World | Weir Notes")) == ("Weir Notes", "Weir Notes")


def test_a_name_written_with_references_has_the_whole_title_for_evidence() -> None:
    title = f"{HEADLINE} &#8211; Weir &amp; Dam"
    assert host(page(title)) == ("Weir & Dam", title)


def test_the_title_tells_more_than_the_bare_address() -> None:
    html = page(f"{HEADLINE} – Weir Notes", head="<link rel=canonical href=https://weir.example/a>")
    rendering = rendered(html)
    assert [(link.name, link.basis, link.rule) for link in rendering.chain] == [
        ("Weir Notes", ChainBasis.SITE_NAME, "title.site")
    ]


@pytest.mark.parametrize(
    "html",
    [
        page(f"{HEADLINE} – World"),
        page(f"{HEADLINE} | Middle East"),
        page(f"{HEADLINE} | Opinion & Analysis"),
        page(f"{HEADLINE} – a day at the weir"),
        page(f"{HEADLINE} – Marn"),
        page(f"{HEADLINE} | "),
        page("Another Headline – Weir Notes"),
        page(HEADLINE),
        page(f"{HEADLINE} – River Life", below="<a href='/river-life'>River Life</a>"),
        page(f"{HEADLINE} – Ada Korda", above="<p>By Ada Korda</p>"),
        page(f"{HEADLINE} – Ada Korda", head="<meta name=author content='Ada Korda'>"),
        page(HEADLINE, above="<header><a href='/'>Home</a></header>"),
        page(HEADLINE, above="<header><a href='/'>Main Page</a></header>"),
        page(HEADLINE, above="<header><a href='/'>Marn</a></header>"),
        page(HEADLINE, above="<header><a href='/'>Lower Marn</a></header>"),
        page(HEADLINE, above="<header><a href='/'>Global English</a></header>"),
        page(HEADLINE, above="<header><a href='/weir'>Weir Notes</a></header>"),
        page(HEADLINE, above="<header><a href='#top'>Weir Notes</a></header>"),
        page(HEADLINE, above="<header><a href='http://[x'>Weir Notes</a></header>"),
        page(HEADLINE, above="<header><a>Weir Notes</a> <a href='/'></a></header>"),
        page(HEADLINE, above="<p><a href='/'>Weir Notes</a></p>"),
        page(HEADLINE, above="<h2><a href='https://weir.example/'>Weir Notes</a></h2>"),
        page(HEADLINE, above="<header><a href='/'>Weir <b>Notes</b></a></header>"),
    ],
)
def test_a_section_a_writer_and_a_link_elsewhere_are_no_host(html: str) -> None:
    assert host(html) is None


@pytest.mark.parametrize(
    "borne_out",
    ["<p><a href='/'>Marn</a></p>", "<p>© 2031 Marn</p>"],
)
def test_a_lone_word_is_a_host_if_the_page_bears_it_out(borne_out: str) -> None:
    assert host(page(f"{HEADLINE} – Marn", below=borne_out)) == ("Marn", "Marn")
    assert host(page(f"{HEADLINE} – WeirWatch")) == ("WeirWatch", "WeirWatch")


def test_a_masthead_linked_to_the_front_page_is_the_host() -> None:
    above = "<h2><a href='/'>Weir Notes</a></h2>"
    assert host(page(HEADLINE, above=above)) == ("Weir Notes", "Weir Notes")
    assert host(page(f"{HEADLINE} – Old Mills", above=above)) == ("Weir Notes", "Weir Notes")
    assert rendered(page(HEADLINE, above=above)).chain[0].rule == "masthead.home_link"


def test_a_name_linked_in_the_header_is_the_host_if_it_owns_the_page_or_is_an_outlets() -> None:
    above = "<header><a href='./'> Weir Notes </a></header>"
    owned = page(HEADLINE, above=above, below="<p>Copyright © 2031 Weir Notes Ltd</p>")
    assert host(owned) == ("Weir Notes", "Weir Notes")
    known = page(HEADLINE, above="<header><a href='/'>The Marn Gazette</a></header>")
    assert host(known) == ("The Marn Gazette", "The Marn Gazette")


def test_a_whole_address_is_a_front_page_only_of_the_own_host() -> None:
    html = page(HEADLINE, above="<h2><a href='https://www.weir.example/'>Weir Notes</a></h2>")
    assert host(html, "https://weir.example/a") == ("Weir Notes", "Weir Notes")
    assert host(html, "https://marn.example/a") is None


def test_a_declared_site_is_stronger() -> None:
    head = "<meta property=og:site_name content='Marn Post'>"
    assert host(page(f"{HEADLINE} – Weir Notes", head=head)) == ("Marn Post", "Marn Post")
