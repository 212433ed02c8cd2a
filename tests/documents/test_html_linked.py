"""Descriptions in JSON-LD: of the page's own article, with the characters that hold each value."""

import json

import pytest

from sayso.documents.html_declared import Script
from sayso.documents.html_linked import LinkedArticle, read_linked

ARTICLE = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Bridge closed",
    "datePublished": "2031-03-04T22:10:00+02:00",
    "dateModified": "2031-03-05",
    "author": [{"@type": "Person", "name": "Ada Korda"}, "Bo Lind"],
    "publisher": {"@type": "Organization", "name": "Marn Post"},
    "isAccessibleForFree": "False",
    "articleBody": "x" * 900,
    "wordCount": "150",
    "inLanguage": "en",
}


def linked(*scripts: object, address: str | None = None) -> tuple[LinkedArticle | None, str]:
    html, places = "<p>Before &amp;</p>", []
    for script in scripts:
        text = script if isinstance(script, str) else json.dumps(script)
        places.append(Script(len(html), len(html) + len(text)))
        html += text + "</script>"
    return read_linked(html, places, address), html


def only(*scripts: object, address: str | None = None) -> LinkedArticle:
    article, _ = linked(*scripts, address=address)
    assert article is not None
    return article


def test_the_fields_of_an_article_are_read_with_their_places() -> None:
    article, html = linked(ARTICLE)

    assert article is not None
    values = (article.headline, *article.authors, article.publisher, article.published)
    assert [value and (value.text, html[value.start : value.end]) for value in values] == [
        ("Bridge closed", "Bridge closed"),
        ("Ada Korda", "Ada Korda"),
        ("Bo Lind", "Bo Lind"),
        ("Marn Post", "Marn Post"),
        ("2031-03-04T22:10:00+02:00", "2031-03-04T22:10:00+02:00"),
    ]
    assert article.modified is not None
    assert article.modified.text == "2031-03-05"
    assert (article.free, article.length, article.words, article.language) == (
        False,
        900,
        150,
        "en",
    )


@pytest.mark.parametrize(
    "script",
    [
        [{"@type": "WebSite", "name": "Marn Post"}, ARTICLE],
        {"@context": "x", "@graph": [{"@type": "WebSite"}, {"@graph": [ARTICLE]}]},
        {"@type": "WebPage", "mainEntity": ARTICLE, "headline": "Another"},
        {"@type": "WebPage", "mainEntityOfPage": [ARTICLE]},
        f"<!--\n{json.dumps(ARTICLE)}\n//-->",
        f"//<![CDATA[\n{json.dumps(ARTICLE)};\n//]]>",
        f"/* <![CDATA[ */{json.dumps(ARTICLE)}/* ]]> */",
        json.dumps(ARTICLE).replace("Bridge closed", "Bridge closed\n"),
        {**ARTICLE, "@type": ["Thing", "https://schema.org/ReportageNewsArticle"]},
    ],
)
def test_articles_are_found_wherever_they_stand(script: object) -> None:
    article, html = linked(script)

    assert article is not None
    assert article.headline is not None
    assert html[article.headline.start : article.headline.end] == "Bridge closed"


def test_the_article_of_this_address_is_read_and_not_its_neighbour() -> None:
    neighbour = {**ARTICLE, "headline": "Neighbour", "url": "https://marn.example/b"}
    own = {**ARTICLE, "mainEntityOfPage": {"@id": "https://marn.example/a"}}

    article = only([neighbour, own], address="https://marn.example/a")
    assert article.headline is not None
    assert article.headline.text == "Bridge closed"
    first = only([neighbour, own])
    assert first.headline is not None
    assert first.headline.text == "Neighbour"


def test_a_page_stands_for_its_article_if_nothing_else_does() -> None:
    article = only({"@type": "WebPage", "name": "Bridge", "datePublished": "2031-03-04"})

    assert article.headline is not None
    assert article.headline.text == "Bridge"
    assert (
        only([{"@type": "WebPage", "name": "Page"}, ARTICLE]).headline
        == only([{"@type": "WebPage", "name": "Page"}, ARTICLE]).headline
    )


def test_an_author_that_is_only_referred_to_is_looked_up() -> None:
    article, html = linked(
        {
            "@graph": [
                {**ARTICLE, "author": {"@id": "#ada"}, "publisher": {"@id": "#nobody"}},
                {"@type": "Person", "@id": "#ada", "name": "Ada \\ Korda"},
            ]
        }
    )

    assert article is not None
    assert [author.text for author in article.authors] == ["Ada \\ Korda"]
    assert html[article.authors[0].start : article.authors[0].end] == "Ada \\\\ Korda"
    assert article.publisher is None


def test_a_value_is_found_under_its_own_name() -> None:
    article, html = linked(
        {"dateCreated": "2031-03-04", "@type": "Report", "datePublished": "2031-03-04"}
    )

    assert article is not None
    assert article.published is not None
    assert html[: article.published.start].endswith('"datePublished": "')


def test_escaped_letters_are_read_and_found() -> None:
    article, html = linked({**ARTICLE, "headline": " Brücke “zu” "})

    assert article is not None
    assert article.headline is not None
    assert article.headline.text == "Brücke “zu”"
    assert html[article.headline.start : article.headline.end] == "Br\\u00fccke \\u201czu\\u201d"


@pytest.mark.parametrize(
    "script",
    [
        "",
        "{",
        "nonsense",
        "[" * 100_000,
        "null",
        "7",
        {},
        [],
        {"@type": "Recipe", "name": "Soup"},
        {"@type": None},
        {"@type": 5},
    ],
)
def test_what_describes_no_article_is_passed_over(script: object) -> None:
    assert linked(script)[0] is None


def test_values_of_the_wrong_kind_are_not_given() -> None:
    article = only(
        {
            "@type": "Article",
            "headline": {"x": 1},
            "author": {"name": ["", "Ada"]},
            "publisher": None,
            "datePublished": 20310304,
            "wordCount": "many",
            "isAccessibleForFree": "perhaps",
            "articleBody": ["x"],
            "inLanguage": {"name": "English"},
        }
    )

    assert [author.text for author in article.authors] == ["Ada"]
    assert article == LinkedArticle(authors=article.authors)


def test_free_may_be_told_by_a_word_an_address_or_a_truth() -> None:
    for value, free in (
        (True, True),
        ("true", True),
        ("https://schema.org/False", False),
        (False, False),
        (None, None),
    ):
        assert only({"@type": "Article", "isAccessibleForFree": value}).free is free


def test_descriptions_nested_without_end_are_cut_off() -> None:
    thing: object = ARTICLE
    for _ in range(40):
        thing = {"@type": "WebSite", "hasPart": thing}

    assert linked(thing)[0] is None


def test_of_authors_without_end_the_first_are_read() -> None:
    article = only({**ARTICLE, "author": [f"Ada {number}" for number in range(5000)]})

    assert [author.text for author in article.authors][:2] == ["Ada 0", "Ada 1"]
    assert len(article.authors) == 40


def test_a_string_with_a_raw_tab_is_found() -> None:
    article = only(json.dumps({**ARTICLE, "headline": "A\tB"}).replace("\\t", "\t"))

    assert article.headline is not None
    assert article.headline.text == "A\tB"


def test_what_follows_a_description_does_not_matter() -> None:
    article = only(json.dumps({**ARTICLE, "author": "Ada"}) + r'; x = {"name": "\q"}')

    assert [author.text for author in article.authors] == ["Ada"]
