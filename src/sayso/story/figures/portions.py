"""Portions: whether a figure counts all of its set or some, and which part, by the words around it.

Of "four of the dead" four are some of the killed. Of "140 of the fugitives had been caught" they are
all that were caught: what befell them picks them out of another group.
"""

import re
from itertools import takewhile

from sayso.evidence.implicit import ONE
from sayso.frozen import dataclass
from sayso.language.analysis import Modifier, Quantity
from sayso.story.figures.kinds import KindTable

_GROUP = r"(?:the|its|their|his|her|our|those|these)\s+(?:\d\S*\s+)?(?P<group>[^\W\d][\w-]*)"
# "Two of them", "four of the crew".
_BEHIND = re.compile(
    rf"\s+of\s+(?:(?P<them>them|these|those|whom|which|us)\b(?!\s+who\b)|{_GROUP})",
    re.IGNORECASE,
)
# "Of whom 12", "including 12", "of the dead, 12".
_AHEAD = re.compile(
    rf"\b(?:(?P<them>(?:of|among)\s+(?:them|whom|which|us),?|including|(?:names|identities)\s+of)|(?:of|among)\s+{_GROUP},)\s*$",
    re.IGNORECASE,
)
# "640 were from the town alone".
_ALONE = re.compile(r"[^.;:\d]{0,80}?\balone\b")
# What names the part: "29 of them women", "45,000 of them are children".
_NAMED = re.compile(
    r",?\s+(?:(?:are|were|is|was|all)\s+)*(?P<words>[^\W\d][\w-]*(?:\s[^\W\d][\w-]*){0,2})",
    re.IGNORECASE,
)
# "The number of guards who were killed at 31", "the number of escapees to 63".
_NUMBER_OF = re.compile(
    r"""\b (?:number | total | toll | count) \s of \s
    (?P<words> (?: [^\W\d][\w-]* \s ){1,3}? ) (?: [^.;,:\d]{0,60} \s )?? (?:at | to | is | was | as) \s+
    (?:about\s|some\s|at\sleast\s|nearly\s|over\s)? $""",
    re.VERBOSE | re.IGNORECASE,
)
_REACH = 110  # characters


@dataclass(frozen=True, slots=True, kw_only=True)
class Portion:
    """``some``: not all of the set. ``noun`` names the part, ``group`` the one it was taken out of.

    ``linked``: only that the text makes it a part tells so, which its own noun may do as well.
    """

    some: bool = False
    linked: bool = False
    noun: str | None = None
    group: frozenset[str] = frozenset()


def portion_of(
    quantity: Quantity,
    text: str,
    *,
    predicate: str | None,
    whole: str | None,
    linked: bool,
    table: KindTable,
) -> Portion:
    """Read how much of its set a figure counts.

    ``linked``: the text makes it a part of another figure, of which ``whole`` was said.
    """
    if quantity.rule == ONE:
        return Portion(some=True)
    match = _BEHIND.match(text, quantity.number.end) or _AHEAD.search(
        text[max(quantity.span.start - _REACH, 0) : quantity.span.start]
    )
    if match is None and not linked and quantity.modifier is not Modifier.PART_OF:
        return Portion(some=_ALONE.match(text, quantity.number.end) is not None)
    kinds = _kinds(quantity, text, table)
    if kinds:
        return Portion(noun=kinds[-1], group=frozenset(kinds[:-1]))
    if match is not None and match["group"]:
        return _of_group(match["group"], predicate, table)
    if linked and whole not in (None, "other", predicate):
        return Portion(group=table.implied.get(whole or "", frozenset()))
    return Portion(some=True, linked=match is None or _is_ahead(match))


def _is_ahead(match: re.Match[str]) -> bool:
    """Tell "among them 12 women" from "two of them" and from "the names of 14 guards"."""
    them = (match["them"] or "").lower()
    return match.re is _AHEAD and them.startswith(("of", "among", "including"))


def _of_group(word: str, predicate: str | None, table: KindTable) -> Portion:
    """Tell "four of the dead", of whom all were killed, from "140 of the fugitives", who were caught."""
    group = table.atom(word)
    subject = table.subject.get(predicate or "")
    all_of_class = {subject} | table.closure(table.implied.get(predicate or "", frozenset()))
    if group in all_of_class and group not in table.befallen:
        return Portion(some=True)
    told = table.befallen.get(group)
    if told is None:
        return Portion(some=True)
    return Portion(
        some=told == predicate, group=frozenset() if told == predicate else frozenset((group,))
    )


def _kinds(quantity: Quantity, text: str, table: KindTable) -> tuple[str, ...]:
    """Return the kinds that name a part behind its pronoun, as far as the table knows them."""
    match = _BEHIND.match(text, quantity.number.end)
    at = match.end() if match is not None and match["them"] else None
    named = _NAMED.match(text, at) if at is not None else None
    if named is None:
        return ()
    kinds = [table.atom(word) for word in named["words"].split()]
    known = list(takewhile(lambda kind: kind in table.above and kind not in table.loose, kinds))
    return tuple(known)


def number_of(text: str, start: int, table: KindTable) -> str | None:
    """Return the kind that "the number of … at" names before a number without a noun of its own."""
    match = _NUMBER_OF.search(text[max(start - _REACH, 0) : start])
    if match is None:
        return None
    kinds = (table.atom(word) for word in match["words"].split())
    return next((kind for kind in kinds if kind in table.above), None)
