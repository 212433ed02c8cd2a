"""Whom a pronoun may mean, by the titles that a text gives: "Mr Lund" is no "she"."""

from collections.abc import Mapping, Sequence

from sayso.language.analysis import Mention

_PERSON = "PER"
_GENDERS = {"he": "m", "him": "m", "his": "m", "mr": "m", "sir": "m", "lord": "m", "king": "m", "she": "f", "her": "f", "mrs": "f", "ms": "f", "miss": "f", "lady": "f", "queen": "f"}  # fmt: skip
# What kin is, by the pronoun that stands for it.
KIN = {
    **dict.fromkeys(("mother", "sister", "wife", "daughter", "aunt", "widow", "niece"), "she"),
    **dict.fromkeys(("father", "brother", "husband", "son", "uncle", "widower", "nephew"), "he"),
}
# A title stands within so many characters before the name.
_TITLE = 6


def signs_of(text: str, mentions: Sequence[Mention]) -> dict[str, set[str]]:
    """Return the genders that titles beside the names of a text tell; pronouns tell what was only weighed."""
    found: dict[str, set[str]] = {}
    for mention in mentions:
        if mention.kind == _PERSON and mention.name:
            before = text[: mention.span.start][-_TITLE:].lower().split()
            words = [*before[-1:], *mention.span.text_in(text).lower().split()[:1]]
            signs = {_GENDERS[w.rstrip(".")] for w in words if w.rstrip(".") in _GENDERS}
            found.setdefault(mention.name, set()).update(signs)
    return found


def may_be(signs: Mapping[str, set[str]], name: str | None, pronoun: str) -> bool:
    """Say whether nothing in the text keeps a pronoun from meaning somebody."""
    return not signs.get(name or "", set()) - {_GENDERS[pronoun]}
