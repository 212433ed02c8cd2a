"""Contrasts: the number that the words behind a figure say it is not, "seven people, not four"."""

import re
from decimal import Decimal

from sayso.language.analysis import Quantity
from sayso.language.quantities.number_words import SMALL
from sayso.story.figures.record import NumberInterval

_REACH = 100  # characters
_CONTRAST = re.compile(
    r"""[^.;:!?\d]{0,70}? (?: \b(?:and\s)? | , \s )
    (?: not | rather\sthan | instead\sof ) \s (?:just\s|only\s|the\s)?
    (?P<number> \d[\d,]* | [a-z]+(?:-[a-z]+)? ) \b (?! \s*(?:per\s?cent|%|million|billion|thousand|hundred)) """,
    re.VERBOSE | re.IGNORECASE,
)


def contrasted(quantity: Quantity, text: str) -> tuple[NumberInterval, ...]:
    """Return the number that a figure is held against by its own sentence, if it is."""
    match = _CONTRAST.match(text, quantity.number.end, quantity.number.end + _REACH)
    best = _value(match["number"].lower()) if match is not None else None
    return () if best is None else (NumberInterval(lo=best, hi=best, best=best),)


def _value(word: str) -> Decimal | None:
    if word[0].isdigit():
        return Decimal(word.replace(",", ""))
    return Decimal(SMALL[word]) if word in SMALL else None
