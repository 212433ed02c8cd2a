"""The language of a text."""

import py3langid
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


_REPORT = (
    "The harbour of Orlo was shut for the night after a crane fell from the quay, and the master of the port "
    "said that it would not open to ships before the wreck of it had been lifted. Nobody was hurt by the fall, "
    "but two of the boats that were moored at the quay have sunk."
)


def test_plain_english_is_named_without_the_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(py3langid, "classify", lambda _: pytest.fail("the model was asked"))

    assert identify_language(_REPORT) == "en"


@pytest.mark.parametrize(
    "text",
    [
        "Le port d'Orlo est resté fermé pendant la nuit après la chute d'une grue. " * 5,
        " ".join(_REPORT.split()[::7]) * 3,
        "the the the " + "Hafen Schiff Kran Nacht Montag Boote Mole Bergung Kapitän Hafenamt " * 5,
    ],
    ids=["another language", "few words that join others", "articles alone"],
)
def test_the_model_is_asked_of_what_is_not_plain_english(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(py3langid, "classify", lambda _: ("xx", 1.0))

    assert identify_language(text) == "xx"
