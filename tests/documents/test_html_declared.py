"""What the markup of a page declares, with the characters that say so."""

from sayso.documents.html_declared import Declared, read_declared
from sayso.documents.html_text import render_page
from sayso.documents.html_tokens import tokens


def declared(html: str) -> Declared:
    return read_declared(html, render_page(html, tokens(html)))


def test_meta_tags_are_named_by_any_of_their_attributes() -> None:
    html = (
        '<meta property="og:title" content="Bridge closed"><meta name=Author content=Ada>'
        "<meta itemprop=datePublished content=2031-03-04><meta http-equiv=last-modified content=x>"
        "<meta charset=utf-8><meta name=empty content=''>"
    )
    found = [
        (name, value.text, html[value.start : value.end]) for name, value in declared(html).meta
    ]

    assert found == [
        ("og:title", "Bridge closed", "Bridge closed"),
        ("author", "Ada", "Ada"),
        ("datepublished", "2031-03-04", "2031-03-04"),
        ("last-modified", "x", "x"),
    ]


def test_the_first_name_that_is_given_is_read_and_all_its_values() -> None:
    page = declared("<meta name=b content=1><meta name=a content=2><meta name=a content=3>")

    assert [value.text for value in page.every("x", "a", "b")] == ["2", "3"]
    first = page.first("b", "a")
    assert first is not None
    assert first.text == "1"
    assert page.first("x") is None


def test_marked_elements_are_read_by_what_they_show() -> None:
    html = (
        "<span itemprop=author itemscope><b> <span itemprop=name>Ada Korda</span></b></span>"
        "<p itemprop='datePublished' content=2031-03-04>March</p><a rel='author nofollow' href=x>Bo</a>"
        "<a rel=author href=y></a><time itemprop=dateModified>4 March</time>"
    )

    assert [(name, value.text) for name, value in declared(html).meta] == [
        ("author", "Ada Korda"),
        ("name", "Ada Korda"),
        ("datepublished", "2031-03-04"),
        ("rel=author", "Bo"),
        ("datemodified", "4 March"),
    ]


def test_the_own_address_is_read_and_other_links_are_not() -> None:
    html = "<link rel=icon href=i><link rel='canonical' href='https://marn.example/a?b&amp;c'>"
    page = declared(html)
    link = page.link("canonical")

    assert link is not None
    assert link.text == "https://marn.example/a?b&c"
    assert html[link.start : link.end] == "https://marn.example/a?b&amp;c"
    assert page.link("icon") is None


def test_a_link_tag_may_mark_a_value() -> None:
    page = declared("<link itemprop=url href=https://marn.example/a><link rel=canonical>")

    assert [name for name, _ in page.meta] == ["url"]
    assert page.link("canonical") is None


def test_times_title_language_and_scripts_are_kept_in_order() -> None:
    html = (
        "<html lang=en-GB><title> A &amp; B </title><title>C</title>"
        "<script>no</script><script type='application/LD+json'>{}</script>"
        "<p>One</p><time class='Published x' datetime=2031-03-04>4 March</time>"
    )
    page = declared(html)

    assert page.language == "en-GB"
    assert page.title is not None
    assert page.title.text == "A & B"
    assert [html[start:end] for start, end in page.scripts] == ["{}"]
    assert [(time.value.text, time.at, time.says) for time in page.times] == [
        ("2031-03-04", 3, "published x")
    ]


def test_a_page_that_declares_nothing_is_no_trouble() -> None:
    page = declared("<html><p itemprop=>One</p><a rel=author></a>")

    assert (page.meta, page.links, page.times, page.title, page.language) == (
        (),
        (),
        (),
        None,
        None,
    )
