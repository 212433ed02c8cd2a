"""Names that a text itself says are one: acronyms in parentheses, "also known as", "formerly"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sayso.frozen import dataclass
from sayso.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedRule:
    """A wording between two names that makes them one, with examples."""

    name: str
    pattern: re.Pattern[str]
    fires: str
    must_not: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedName:
    """Two spans of a text that it says name one bearer, and the characters that say so."""

    left: Span
    right: Span
    wording: Span
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedSpan:
    """Where a name stands and of what kind it is."""

    span: Span
    kind: str


def _rule(name: str, pattern: str, *, fires: str, must_not: str) -> StatedRule:
    flags = re.VERBOSE | re.IGNORECASE
    return StatedRule(name=name, pattern=re.compile(pattern, flags), fires=fires, must_not=must_not)


# What stands between the two names; in the examples names are written in angle brackets.
RULES = (
    _rule(
        "stated.known_as",
        r"""\s* [,(]? \s* (?: who \s+ is \s+ | which \s+ is \s+ | is \s+ | and \s+ )?
        (?: (?: also | better | widely | commonly | popularly | otherwise | locally | usually
              | sometimes ) \s+ )
        (?: known | called | referred \s+ to | written | spelled ) (?: \s+ (?: as | simply \s+ as ) )?
        \s+ (?: the \s+ )? ["“‘']? \s*""",
        fires="<Karim Orlow>, also known as <Abu Salt>",
        must_not="<Karim Orlow>, also known in <Velm>",
    ),
    _rule(
        "stated.alias",
        r"""\s* [,(]? \s* (?: aka | a\.k\.a\. | alias | alias \s+ of | nicknamed
            | nom \s+ de \s+ guerre | whose \s+ real \s+ name \s+ (?: is | was ) | real \s+ name
            | born )
        \s* :? \s+ (?: the \s+ )? ["“‘']? \s*""",
        fires="<Karim Orlow>, whose real name is <Pavel Lund>",
        must_not="<Karim Orlow>, born in <Velm>",
    ),
    _rule(
        "stated.formerly",
        r"""\s* [,(] \s* (?: formerly | previously | until \s+ recently ) \s+
        (?: (?: known | called | named ) (?: \s+ as )? \s+ )? (?: the \s+ )? ["“‘']? \s*""",
        fires="<Velm Water> (formerly <Orlen Utilities>)",
        must_not="<Karim Orlow>, formerly of <Velm Water>",
    ),
    _rule(
        "stated.renamed",
        r"""\s* ,? \s* (?: which \s+ )? (?: has \s+ | have \s+ )? (?: since \s+ )?
        (?: renamed | rebranded | restyled ) \s+ (?: itself \s+ | themselves \s+ )?
        (?: as \s+ )? (?: the \s+ )? ["“‘']? \s*""",
        fires="<Velm Water>, which renamed itself <Orlen Utilities>",
        must_not="<Karim Orlow> renamed a street in <Velm>",
    ),
    _rule(
        "stated.short_for",
        r"""\s* [,(]? \s* (?: or | short \s+ for | an? \s+ acronym \s+ (?: for | of ) | abbreviated (?: \s+ as | \s+ to )?
        | known \s+ by \s+ (?: its | the ) \s+ (?: \w+ \s+ )? (?: acronym | initials ) )
        \s+ (?: the \s+ )? ["“‘']? \s*""",
        fires="<HRA>, short for <Highland Resistance Army>",
        must_not="<HRA> in <Velm>",
    ),
)
# "also known as ABC/AB/the Alpha Body": each of a list of aliases is one.
_NEXT_ALIAS = re.compile(r"\s*/\s*(?:the\s+)?", re.IGNORECASE)
_LISTED = "stated.listed"
# "X or Y" names two bearers unless one stands in commas or parentheses.
_BARE_OR = re.compile(r"\s+or\s+", re.IGNORECASE)
_IN_PARENTHESES = re.compile(
    r"""["”’']? \s* \( \s* (?: the \s+ )? ["“‘']? (?P<short> [A-Z][\w&.\-]{1,9} ) ["”’']? \s* [),;]""",
    re.VERBOSE,
)
_WIDEST = 60


def find_stated_names(text: str, names: Sequence[NamedSpan]) -> Iterator[StatedName]:
    """Yield the pairs of names that ``text`` says are one; ``names`` in the order of the text."""
    listed: NamedSpan | None = None
    for left, right in pairwise(names):
        gap = Span(left.span.end, right.span.start) if left.span.end < right.span.start else None
        rule = _rule_between(gap.text_in(text)) if gap and len(gap) <= _WIDEST else None
        if gap and rule:
            listed = left
            yield StatedName(left=left.span, right=right.span, wording=gap, rule=rule)
        elif gap and listed and _NEXT_ALIAS.fullmatch(gap.text_in(text)):
            yield StatedName(left=listed.span, right=right.span, wording=gap, rule=_LISTED)
        else:
            listed = None
    for name in names:
        if name.kind in {"ORG", "FAC", "NORP"} and (found := _parenthesis(text, name.span)):
            yield found


def _rule_between(gap: str) -> str | None:
    if _BARE_OR.fullmatch(gap):
        return None
    return next((rule.name for rule in RULES if rule.pattern.fullmatch(gap)), None)


def _parenthesis(text: str, name: Span) -> StatedName | None:
    """Return the acronym in parentheses behind a name: "Highland Resistance Army (HRA)"."""
    match = _IN_PARENTHESES.match(text, name.end, min(len(text), name.end + _WIDEST))
    if match is None or sum(c.isupper() for c in match["short"]) <= 1:
        return None
    short = Span(match.start("short"), match.end("short"))
    wording = Span(name.end, match.end())
    return StatedName(left=name, right=short, wording=wording, rule="stated.parentheses")
