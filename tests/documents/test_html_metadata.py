"""Who stands behind a page: writers, host, origin, agencies; its address and language."""

import pytest

from sayso.documents import ChainBasis, Role
from sayso.documents.html_metadata import host
from tests.documents.html_pages import article, rendered

SITE = "<meta property=og:site_name content='Marn Post'>"
CANONICAL = "<link rel=canonical href=https://www.marn.example/a>"


def page(head: str) -> str:
    return f"<html><head>{head}</head><body>{article()}</body></html>"


def chain(head: str, address: str | None = None) -> list[tuple[str, str, str]]:
    html = page(head)
    links = rendered(html, address=address).chain
    for link in links:
        assert link.original_span is not None
    return [
        (link.name, link.role.value, link.original_span.text_in(html) if link.original_span else "")
        for link in links
    ]


def test_the_site_name_is_the_host_with_its_characters() -> None:
    assert chain(SITE + CANONICAL) == [("Marn Post", "host", "Marn Post")]


def test_a_slogan_behind_the_site_name_is_no_part_of_it() -> None:
    assert chain("<meta property=og:site_name content='Marn Post | News &amp; more'>") == [
        ("Marn Post", "host", "Marn Post | News &amp; more")
    ]


def test_without_a_site_name_the_publisher_and_then_the_own_address_name_the_host() -> None:
    described = '<script type=application/ld+json>{"@type": "NewsArticle", "publisher": {"name": "Marn Media"}}</script>'
    assert chain(described) == [("Marn Media", "host", "Marn Media")]
    assert chain(CANONICAL) == [("marn.example", "host", "https://www.marn.example/a")]
    assert chain("<meta property=og:url content=http://m.marn.example/b>") == [
        ("marn.example", "host", "http://m.marn.example/b")
    ]
    assert chain("<link rel=canonical href=/a>") == []


def test_an_own_address_elsewhere_names_the_outlet_that_the_page_was_taken_from() -> None:
    html = page(SITE + "<link rel=canonical href=https://news.kestrel.example/x>")
    rendering = rendered(html, address="https://www.marn.example/a")
    host_link, origin = rendering.chain

    assert (host_link.name, host_link.role) == ("Marn Post", Role.HOST)
    assert (origin.name, origin.role, origin.basis) == (
        "news.kestrel.example",
        Role.REPUBLISHER,
        ChainBasis.CANONICAL,
    )
    assert rendering.address is None


def test_the_address_that_the_page_shows_tells_a_foreign_origin_too() -> None:
    html = page(
        "<meta property=og:url content=https://marn.example/a><link rel=canonical href=https://kestrel.example/x>"
    )
    rendering = rendered(html)

    assert [(link.name, link.role) for link in rendering.chain] == [
        ("kestrel.example", Role.REPUBLISHER)
    ]
    assert rendering.address == "https://marn.example/a"


@pytest.mark.parametrize(
    "address",
    ["https://marn.example/a", "http://m.marn.example/a?utm=1", "https://sport.marn.example/a"],
)
def test_another_door_of_the_same_house_is_not_foreign(address: str) -> None:
    assert chain(SITE + CANONICAL, address) == [("Marn Post", "host", "Marn Post")]


def test_an_agency_that_wrote_or_publishes_supplied_the_text() -> None:
    described = (
        '<script type=application/ld+json>{"@type": "NewsArticle",'
        ' "publisher": {"name": "Reuters"}, "author": [{"name": "Reuters"}, {"name": "Ada Korda"}]}</script>'
    )
    rendering = rendered(page(SITE + described))

    assert [(link.name, link.role, link.rule) for link in rendering.chain] == [
        ("Marn Post", Role.HOST, "meta.site_name"),
        ("Reuters", Role.AGENCY, "author.agency"),
    ]
    assert rendering.byline == ("Ada Korda",)
    alone = rendered(
        page(
            '<script type=application/ld+json>{"@type": "NewsArticle", "publisher": {"name": "Reuters"}}</script>'
        )
    )
    assert [(link.name, link.role) for link in alone.chain] == [("Reuters", Role.AGENCY)]


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        ("Ada Korda", ("Ada Korda",)),
        ("By Ada Korda and Bo Lind", ("Ada Korda", "Bo Lind")),
        ("Ada Korda, Bo Lind", ("Ada Korda", "Bo Lind")),
        ("https://marn.example/authors/ada", ()),
        ("ada@marn.example", ()),
        ("admin", ()),
        ("Marn Post", ()),
        ("by", ()),
        ("李小明", ("李小明",)),
        ("a long sentence that cannot be the name of anybody at all", ()),
    ],
)
def test_writers_are_people_and_not_accounts(author: str, expected: tuple[str, ...]) -> None:
    assert rendered(page(f"{SITE}<meta name=author content='{author}'>")).byline == expected


def test_the_description_names_the_writers_before_meta_tags_do() -> None:
    described = (
        '<script type=application/ld+json>{"@type": "NewsArticle", "author": "Ada Korda"}</script>'
    )

    assert rendered(page(f"<meta name=author content='Bo Lind'>{described}")).byline == (
        "Ada Korda",
    )


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<html lang=en-GB>", "en-GB"),
        ("<html xml:lang=pt_BR>", "pt-BR"),
        ("<meta http-equiv=content-language content=de>", "de"),
        ("<meta property=og:locale content=fr_FR>", "fr-FR"),
        ("<html lang='{{lang}}'><meta property=og:locale content=fr_FR>", "fr-FR"),
        ("<html lang=''>", None),
        ("", None),
    ],
)
def test_the_language_is_the_declared_one(html: str, expected: str | None) -> None:
    assert rendered(html + article()).language == expected


def test_a_host_is_read_without_the_doors_of_a_site() -> None:
    assert host("https://www.Marn.example:8080/a") == "marn.example"
    assert host("//amp.marn.example/a") == "marn.example"
    assert host("/a") == host("") == host("http://[broken") == ""
