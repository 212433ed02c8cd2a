"""Named fields: found by what publishers call them, nearest to the text."""

import pytest

from sayso.documents.fields import Field, field_names, find_field, is_address
from sayso.errors import SettingsError


@pytest.mark.parametrize(
    ("field", "names", "found"),
    [
        (Field.TEXT, ["id", "Body", "text"], "text"),
        (Field.TEXT, ["article_text", "summary"], "article_text"),
        (Field.TEXT, ["content.rendered", "title.rendered"], "content.rendered"),
        (Field.TEXT, ["_source.text", "_id"], "_source.text"),
        (Field.TEXT, ["body", "extra.text"], "body"),
        (Field.TEXT, ["paragraphs[].text"], "paragraphs[].text"),
        (Field.TEXT, ["paragraphs[]"], "paragraphs[]"),
        (Field.TEXT, ["comments[].text"], None),
        (Field.TEXT, ["summary", "id"], None),
        (Field.PUBLISHED, ["date", "datePublished"], "datePublished"),
        (Field.PUBLISHED, ["article:published_time"], "article:published_time"),
        (Field.OUTLET, ["source.name", "source.id"], "source.name"),
        (Field.BYLINE, ["author[].name"], "author[].name"),
    ],
)
def test_a_field_is_found_by_its_common_names(
    field: Field, names: list[str], found: str | None
) -> None:
    assert find_field(field, names) == found


def test_a_field_stands_beside_the_text_or_at_the_top() -> None:
    names = ["url", "article.title", "article.text", "image.source.title", "title"]

    assert find_field(Field.TITLE, names, beside="article.text") == "article.title"
    assert find_field(Field.ADDRESS, names, beside="article.text") == "url"
    assert find_field(Field.ADDRESS, ["logo.url"], beside="text") is None


def test_what_the_user_names_goes_before_common_names() -> None:
    assert find_field(Field.TEXT, ["text", "Lede"], named="Lede") == "Lede"
    assert find_field(Field.BYLINE, ["people[].name"], named="people.name") == "people[].name"
    assert find_field(Field.TEXT, ["text"], named="lede") is None


def test_the_users_names_are_checked() -> None:
    assert field_names([("text", "lede")]) == {Field.TEXT: "lede"}
    with pytest.raises(
        SettingsError, match="no field is called 'txt': expected one of text, title"
    ):
        field_names([("txt", "lede")])


def test_an_address_is_told_from_a_name() -> None:
    assert is_address("https://ellery.example/a")
    assert not is_address("The Ellery Post")
    assert not is_address("see https://ellery.example/a")
