"""Certainty: whether a figure counts those who are confirmed, or all who are suspected.

The confirmed are some of the suspected. Beside a number of which nothing is said either may stand.
"""

import re

from sayso.language.analysis import Quantity
from sayso.story.figures.intervals import UP_TO

CONFIRMED, SUSPECTED = "confirmed", "suspected"
CERTAINTIES = frozenset((CONFIRMED, SUSPECTED))

_REACH = 60  # characters
# "Has confirmed 20 deaths"; not "confirmed that 20 died", which confirms what was said.
_CONFIRMED_BEFORE = re.compile(r"\bconfirmed\s+(?:(?:only|just|a\stotal\sof)\s+)?$", re.IGNORECASE)
# "12 confirmed cases", "19 deaths in Orlen are confirmed".
_CONFIRMED_BEHIND = re.compile(
    r"[^.;,:\d]{0,60}?(?:^|\s)(?:(?:are|were|is|was|been)\s)?(?:laboratory[-\s])?confirmed\b(?!\s+(?:that|by|on|to)\b)",
    re.IGNORECASE,
)
_SUSPECTED = re.compile(
    r"""\b (?: suspected | possible | probable | presumed | feared | believed | thought | linked
      | (?:may|might|could) \s have | estimate[sd]? | estimating ) \b""",
    re.VERBOSE | re.IGNORECASE,
)
_CLAUSE = re.compile(r"[.;:]\s")


def certainty_of(quantity: Quantity, text: str) -> str | None:
    """Return whether the words beside a number say that these are confirmed, or suspected."""
    start, end = quantity.span.start, quantity.number.end
    before = _CLAUSE.split(text[max(start - _REACH, 0) : start])[-1]
    behind = _CLAUSE.split(text[end : end + _REACH])[0]
    if _CONFIRMED_BEFORE.search(before) or _CONFIRMED_BEHIND.match(behind):
        return CONFIRMED
    if quantity.modifier in UP_TO or _SUSPECTED.search(before) or _SUSPECTED.search(behind):
        return SUSPECTED
    return None
