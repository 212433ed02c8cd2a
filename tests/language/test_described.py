"""What a speaker without a name is called."""

import pytest

from sayso.language.described import described_speaker
from sayso.text import Span


@pytest.mark.parametrize(
    ("source", "called"),
    [
        ("A nurse", "nurse"),
        ("residents", "residents"),
        ("two senior officials", "two senior officials"),
        ("a harbour official who asked not to be named", "harbour official"),
        ("the driver, 34, from Orlen,", "driver"),
        ("a lawyer for the miners", "lawyer for the miners"),
        ("a teacher in that street", "teacher in that street"),
        ("a Franco–Velmian envoy – the third this year", "Franco–Velmian envoy"),
        ("a body which runs the port", "body"),
        ("He", None),
        ("some", None),
        ("they both", None),
        ("which", None),
        (", who", None),
    ],
)
def test_a_description_is_kept_and_a_pronoun_is_none(source: str, called: str | None) -> None:
    text = f"{source} said so."

    assert described_speaker(text, (Span(0, len(source)),)) == called


def test_parts_of_a_source_are_read_together() -> None:
    text = "Police in the town of Orlen, said a man, and in Dorran"

    assert described_speaker(text, (Span(0, 6), Span(45, 54))) == "Police in Dorran"


def test_without_a_source_there_is_none() -> None:
    assert described_speaker("It is said.", ()) is None
