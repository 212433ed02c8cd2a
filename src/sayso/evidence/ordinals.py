"""Ordinals that count a series: "the nineteenth victim" says that there have been nineteen."""

import re
from collections.abc import Sequence
from decimal import Decimal

from sayso.dates.words import ORDINALS, TENS
from sayso.language.analysis import Modifier, Quantity, QuantityKind
from sayso.text import Span

ORDINAL = "ordinal"
_TEN = 10
_TENTHS = {word[:-1] + "ieth": value for word, value in TENS.items()}
_WORDS = {
    **ORDINALS,
    **_TENTHS,
    **{
        f"{ten}-{unit}": tens + units
        for ten, tens in TENS.items()
        for unit, units in ORDINALS.items()
        if units < _TEN
    },
}
_WORD = "|".join(sorted(_WORDS, key=len, reverse=True))
# What befell those that the noun is for, where no other word says it.
SAID = {
    "victim": "killed", "death": "killed", "fatality": "killed", "body": "killed",
    "casualty": "killed", "case": "infected", "infection": "infected", "arrest": "arrested",
    "survivor": "rescued", "fugitive": "escaped", "escapee": "escaped",
}  # fmt: skip
# What is of the sick only in a text on a disease: a court has its third case, too.
OF_THE_SICK = "case"
# Of these a first, a second and a third follow each other. "The first victims" are some of them; "a second
# body of inspectors", "the second body to say so" are no dead.
_COUNTED = re.compile(
    rf"""\b(?:the|a|an|its|their)\s (?P<number>{_WORD}|\d{{1,4}}(?:st|nd|rd|th)) \s
    (?:(?:confirmed|known|reported|suspected|civilian|fatal)\s)?
    (?P<noun>{"|".join(SAID)})\b (?!(?<=body)\s(?:of|to)\b)""",
    re.VERBOSE | re.IGNORECASE,
)
# "The second death in custody this year" goes on; a first one counts nothing yet.
_LEAST = 2


def ordinal_counts(text: str, *, taken: Sequence[Span]) -> tuple[Quantity, ...]:
    """Return the counts that ordinals imply; ``taken`` are the numbers that are read already."""
    found = (_count(match) for match in _COUNTED.finditer(text))
    return tuple(
        one
        for one in found
        if one is not None and not any(one.span.overlaps(span) for span in taken)
    )


def _count(match: re.Match[str]) -> Quantity | None:
    word = match["number"].lower()
    value = _WORDS.get(word) or int(re.sub(r"\D", "", word))
    if value < _LEAST:
        return None
    return Quantity(
        span=Span(match.start("number"), match.end("noun")),
        number=Span(*match.span("number")),
        best=Decimal(value),
        lo=Decimal(value),
        hi=None,
        lo_open=False,
        hi_open=False,
        soft=False,
        modifier=Modifier.ORDINAL,
        kind=QuantityKind.COUNT,
        rule=ORDINAL,
        counted=Span(*match.span("noun")),
        counted_head=Span(*match.span("noun")),
    )
