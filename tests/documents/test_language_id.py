"""The language of a text."""

import pytest

from sayso.documents.language_id import identify_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "The harbour reopened on Monday after the storm, and the boats went out again at once.",
            "en",
        ),
        (
            "Der Hafen wurde am Montag nach dem Sturm wieder geöffnet, und die Boote fuhren sofort aus.",
            "de",
        ),
        ("The harbour reopened.", None),
        ("1234567890 " * 20, None),
    ],
)
def test_a_text_is_named_by_its_language_or_not_at_all(text: str, language: str | None) -> None:
    assert identify_language(text) == language
