"""What a speaker without a name is called: the description that the text gives, without what only follows it."""

import re
from collections.abc import Sequence

from sayso.language.function_words import DETERMINERS, PRONOUNS
from sayso.text import Span

_ARTICLES = frozenset({"a", "an", "the"})
# Example: "a nurse who asked not to be named" and "a nurse, 34," stop before "who" and the comma.
# "A teacher in that street" and "a Franco–Velmian envoy" go on.
_FURTHER = re.compile(r"\s*[,;:(]|\s[–—]|\b(?:who|whom|which)\b")


def described_speaker(text: str, source: Sequence[Span]) -> str | None:
    """Return the description of a source; ``None`` for a pronoun, or where there is no source."""
    written = " ".join(text[span.start : span.end] for span in source)
    words = _FURTHER.split(written, maxsplit=1)[0].split()
    if words and words[0].lower() in _ARTICLES:
        del words[0]
    if all(word.lower() in DETERMINERS | PRONOUNS for word in words):
        return None
    return " ".join(words)
