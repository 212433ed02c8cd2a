"""Credit lines and bylines: who wrote an article, and from whom the outlet took it."""

import re
from collections.abc import Iterator

from sayso.documents.document import ChainBasis, Role
from sayso.documents.line_rule import LatePattern, verbose
from sayso.documents.outlet_names import DOMAIN, NAME, NameKind, OutletName, read_outlet_name
from sayso.frozen import dataclass
from sayso.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """A name that a text credits; ``span`` holds the words that do so, in the text searched."""

    name: str
    role: Role
    basis: ChainBasis
    span: Span
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditRule:
    """A form of credit; the group ``names`` holds what is credited.

    ``kinds`` are the kinds of name that count as an outlet here. ``fires_on`` pairs a text with
    the names to be found in it.
    """

    name: str
    basis: ChainBasis
    role: Role
    pattern: LatePattern
    kinds: frozenset[NameKind]
    fires_on: tuple[tuple[str, tuple[str, ...]], ...]
    silent_on: tuple[str, ...]
    every: bool = False  # a single name of another kind makes the text something else


ANY_NAME = frozenset(NameKind)
KNOWN_OUTLETS = frozenset({NameKind.AGENCY, NameKind.DOMAIN, NameKind.OUTLET})
_ONE = rf"(?:{DOMAIN}|{NAME}|dpa\b)"
NAMES = rf"{_ONE}(?:\s*(?:,|/|&|;|\||\band\b)\s*{_ONE}){{0,3}}"
_PARTS = re.compile(r"\s*(?:,|/|;|\||\band\b)\s*")

# Agencies whose bare name on a line means nothing else in any language.
_WELL_KNOWN_AGENCY = r"""
    (?:The\ )?(?:Reuters|REUTERS|AFP|AP\b|Associated\ Press|Agence\ France|dpa\b|DPA\b|Xinhua|
    TASS|Interfax|UPI\b|EFE\b|ANSA\b|Anadolu|Kyodo|Yonhap|PTI\b|ANI\b|IANS\b|PA\ Media|
    Press\ Association)
"""

LINE_CREDITS: tuple[CreditRule, ...] = (
    CreditRule(
        name="credit.via",
        basis=ChainBasis.VIA,
        role=Role.REPUBLISHER,
        kinds=ANY_NAME,
        pattern=verbose(rf"\A [\[(]? (?:[Vv]ia|VIA|[Hh]/[Tt]) \s*:?\s+ (?P<names>{NAMES}) [\])]? \.? \Z"),
        fires_on=(("Via The Ellery Post", ("The Ellery Post",)), ("(via harbourwatch.org)", ("harbourwatch.org",))),
        silent_on=("Via a friend of the mayor", "Via the harbour road it takes an hour."),
    ),
    CreditRule(
        name="credit.source_line",
        basis=ChainBasis.SOURCE_LINE,
        role=Role.REPUBLISHER,
        kinds=ANY_NAME,
        pattern=verbose(
            rf"""
                \A [\[(]? (?:(?:[Nn]ews\ |[Oo]riginal\ )?[Ss]ources?|SOURCES?) \s*[:–—-]\s*
                (?P<names>{NAMES}) [\])]? \.? \Z
            """
        ),
        fires_on=(
            ("Source: The Ellery Post", ("The Ellery Post",)),
            ("SOURCE: Reuters, AFP", ("Reuters", "AFP")),
            ("(Source: ellerypost.com)", ("ellerypost.com",)),
        ),
        silent_on=("Source: an official who asked not to be named", "Sources say the mill is sold."),
    ),
    CreditRule(
        name="credit.first_published",
        basis=ChainBasis.FIRST_PUBLISHED,
        role=Role.REPUBLISHER,
        kinds=ANY_NAME,
        pattern=verbose(
            rf"""
                \b (?: (?:(?:article|story|piece|post|report|essay|interview|text|version|it)\b
                (?:\s+of\ this\ \w+)? \s+ (?:was\s+|has\s+been\s+)?)?
                     (?:[Oo]riginally|[Ff]irst|[Pp]reviously) \s+ (?:published|appeared|posted|
                     printed) \s+ (?:(?:as|with|under)\s.{{1,60}}?\s)?
                   | appeared \s+ (?:first|originally) \s+
                   | (?:[Rr]epublished|[Rr]eprinted|[Rr]eproduced|[Rr]eposted|[Ss]yndicated)
                   \s+ (?:here\s+)? (?:with\s+(?:the\s+)?permission\s+)? )
                 (?:by|in|on|at|from|of) \s+ (?P<names>(?:the\s+)?{_ONE})"""
        ),
        fires_on=(
            ("This article was originally published by The Ellery Post.", ("The Ellery Post",)),
            ("The post Ferries stop appeared first on Harbour Watch.", ("Harbour Watch",)),
            ("Republished with permission from coastnews.net", ("coastnews.net",)),
        ),
        silent_on=("The figures were first published in May.", "He first appeared on stage at nine."),
    ),
    CreditRule(
        name="credit.agency_line",
        basis=ChainBasis.AGENCY_CREDIT,
        role=Role.AGENCY,
        kinds=frozenset({NameKind.AGENCY}),
        every=True,
        pattern=verbose(rf"""
            \A (?: [-–—\[(]+ \s* (?P<names>{NAMES}) [\])\s.]* | (?={_WELL_KNOWN_AGENCY})
            (?P<bare>{NAMES}) ) \Z
        """),
        fires_on=(("(Reuters)", ("Reuters",)), ("— AP", ("AP",)), ("AFP/Reuters", ("AFP", "Reuters"))),
        silent_on=("(Harbour Road)", "AP exams", "Jo Hart, AP", "Mehr"),
    ),
    CreditRule(
        name="credit.with_reporting",
        basis=ChainBasis.AGENCY_CREDIT,
        role=Role.AGENCY,
        kinds=KNOWN_OUTLETS,
        pattern=verbose(
            rf"""
                \A [-–—\[(*\s]* (?: (?:[Ww]ith|[Aa]dditional|[Ii]ncludes|[Ii]ncluding|
                [Ww]ith\ additional) \s+
                     (?:(?:additional\s+)?reporting|files?|inputs?|material|information|
                     agenc(?:y|ies)) \s+ (?:by|from) | [Cc]ompiled\ from | [Ww]ith ) \s+
                     (?P<names>{NAMES})"""
        ),
        fires_on=(
            ("With reporting by Reuters and the Associated Press", ("Reuters", "Associated Press")),
            ("(With inputs from PTI)", ("PTI",)),
        ),
        silent_on=("With help from Lena Okafor, he rebuilt the boat.", "With files under his arm he left."),
    ),
    CreditRule(
        name="credit.contributed",
        basis=ChainBasis.AGENCY_CREDIT,
        role=Role.AGENCY,
        kinds=KNOWN_OUTLETS,
        pattern=verbose(rf"""
            \A [-–—\[(*\s]* (?P<names>{NAMES}) \s+ contributed\ (?:reporting\ )?to\ th(?:is|
            e)\ (?:report|story|article|post)
        """),
        fires_on=(("The Associated Press contributed to this report.", ("Associated Press",)),),
        silent_on=("Fishermen contributed to this fund.",),
    ),
)  # fmt: skip

_BYLINE = verbose(
    r"""
        \A (?: (?:By|BY|by|(?:Written|Authored|Reported|Posted|Published|Words|Story|Text|Report|
        Analysis)\ by) \s+ | (?:Author|Authors|Writer|Reporter)\s*:\s* )
        (?P<rest> \S .{1,160} ) \Z"""
)
_BYLINE_PARTS = re.compile(
    r"\s*(?:,|;|\||•|·|/|\s[-–—]\s|\band\b|\bwith\b|\bfor\b|&|\bin\b|\bat\b)\s*"
)
_PERSON = verbose(
    r"""
        [A-ZÀ-ÖØ-Þ][\w'’.\-]*(?:\s+(?:(?:van|von|de|der|den|bin|ibn|al|el|la|du|
        di)\s+)*(?:al-)?[A-ZÀ-ÖØ-Þ][\w'’.\-]*){1,3}
    """
)
_WHEN_OR_WHERE = verbose(
    r"""
        \s+(?:in|at|on|On|ON)\b\s*[^,|–—-]*|[\s,|–—-]*\b(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|
        Sep|Oct|Nov|Dec)[a-z]*\.?\s+)?\d.*\Z
    """
)
_DESK_WORDS = frozenset(
    {
        "admin", "contributor", "agencies", "agency", "bureau", "correspondent", "desk", "editor",
        "editors", "reporter", "reporters", "reports", "staff", "team", "writer", "writers",
    }
)  # fmt: skip
_DESK_TAIL = re.compile(
    r"(?i)\s+(?:staff|contributors?|reporters?|correspondents?|desk|editors?)\Z"
)
_LONGEST_PART = 6
_READ = 2000  # of an endless line
CREDIT_WORDS = verbose(
    r"""
    \A [-–—\[(*\s]* (?:Reporting|Writing|Editing|Additional\ reporting|Edited|Compiled|Translated)
    \ by\b .{2,200} \Z
    """,
    ignore_case=True,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """A line that names the writers, and perhaps an outlet."""

    writers: tuple[str, ...]
    outlets: tuple[OutletName, ...]


def line_credits(line: str) -> list[Credit]:
    """Return what a line of credits names; empty for any other line."""
    return [credit for rule in LINE_CREDITS for credit in apply(rule, line[:_READ])]


def apply(rule: CreditRule, text: str) -> Iterator[Credit]:
    """Yield the credits that ``rule`` finds in ``text``."""
    for match in rule.pattern.finditer(text):
        written = match["names"] or match["bare"]
        parts = [part.rstrip(".") for part in _PARTS.split(written) if part]
        names = [read_outlet_name(part) for part in parts]
        found = [name for name in names if name and name.kind in rule.kinds]
        if rule.every and len(found) < len(parts):
            continue
        span = Span(match.start(), match.end())
        for name in found:
            role = Role.AGENCY if name.kind is NameKind.AGENCY else rule.role
            yield Credit(name=name.name, role=role, basis=rule.basis, span=span, rule=rule.name)


def read_byline(line: str) -> Byline | None:
    """Read "By A B and C D, Outlet - date"; ``None`` if the line is anything else."""
    match = _BYLINE.match(line)
    if not match:
        return None
    rest = _WHEN_OR_WHERE.sub("", match["rest"])
    parts = [part.strip(" .") for part in _BYLINE_PARTS.split(rest)]
    parts = [part for part in parts if part]
    if not parts or max(len(part.split()) for part in parts) > _LONGEST_PART:
        return None
    names = [read_outlet_name(_DESK_TAIL.sub("", part)) for part in parts]
    outlets = tuple(n for n in names if n and n.kind is not NameKind.NAME)
    people = [n.name for n in names if n and _is_person(n)]
    if names[0] is None or not (people or outlets):
        return None
    return Byline(writers=tuple(people), outlets=outlets)


def _is_person(name: OutletName) -> bool:
    desk = _DESK_WORDS.intersection(name.name.casefold().split())
    return name.kind is NameKind.NAME and not desk and _PERSON.fullmatch(name.name) is not None
