"""Credits inside the article: whom a speaker told, and whose report it rests on."""

import re
from collections import Counter

from sayso.documents.credits import ANY_NAME, KNOWN_OUTLETS, Credit, CreditRule
from sayso.documents.document import ChainBasis, Role
from sayso.documents.line_rule import verbose
from sayso.documents.outlet_names import NAME, NameKind, OutletName, read_outlet_name
from sayso.text import Span

_REPORT = r"(?:report|study|investigation|analysis|assessment|survey|paper|briefing|dispatch)"
_NAMES = rf"(?P<names>(?:the\s+)?{NAME})"

PROSE_CREDITS: tuple[CreditRule, ...] = (
    CreditRule(
        name="told.outlet",
        basis=ChainBasis.TOLD,
        role=Role.REPORT,
        kinds=KNOWN_OUTLETS,
        pattern=verbose(rf"""
            \b (?:told|tells|informed|(?:said|spoke|[Ss]peaking|boasted|confirmed|explained|
            wrote|writing|revealed|admitted|statement|comments?|remarks)\s+to) \s+ {_NAMES}
        """),
        fires_on=(
            ("The harbour master told The Ellery Post that the quay was closed.", ("The Ellery Post",)),
            ('"It is closed," she told Reuters on Monday.', ("Reuters",)),
            ("Speaking to the Ellery Herald, he denied it.", ("Ellery Herald",)),
        ),
        silent_on=("He told Mayor Okafor to resign.", "She told reporters that the quay was closed."),
    ),
    CreditRule(
        name="told.interview",
        basis=ChainBasis.TOLD,
        role=Role.REPORT,
        kinds=KNOWN_OUTLETS,
        pattern=verbose(rf"""
            \b interview(?:ed)? \s+ (?:(?:published|broadcast|aired|given)\s+)? (?:with|to|by|
            on|in) \s+ {_NAMES}
        """),
        fires_on=(("In an interview with Radio Ellery, the captain wept.", ("Radio Ellery",)),),
        silent_on=("In an interview with Lena Okafor, the captain wept.",),
    ),
    CreditRule(
        name="report.by",
        basis=ChainBasis.ACCORDING_TO_REPORT,
        role=Role.REPORT,
        kinds=ANY_NAME,
        pattern=verbose(rf"""
            \b {_REPORT}s? \s+ (?:(?:that\s+was\s+|just\s+|newly\s+|recently\s+)?(?:published|
            released|issued|compiled|written|prepared|produced|commissioned)\s+)? (?:(?:on|last|
            this)\s+\w+\s+)? by \s+ {_NAMES}
        """),
        fires_on=(
            ("According to a report by the Institute for Coastal Studies, the sea rose.", ("Institute for Coastal Studies",)),
            ("A study published by Ellery University says so.", ("Ellery University",)),
        ),
        silent_on=("The report by a lawyer was secret.", "He reported by noon."),
    ),
    CreditRule(
        name="report.in",
        basis=ChainBasis.ACCORDING_TO_REPORT,
        role=Role.REPORT,
        kinds=KNOWN_OUTLETS,
        pattern=verbose(rf"""
            \b {_REPORT}s? \s+ (?:(?:published|carried|aired|broadcast)\s+)? (?:in|from|on|of)
            \s+ {_NAMES}
        """),
        fires_on=(("He pointed to a report in the Ellery Herald.", ("Ellery Herald",)),),
        silent_on=("The report from Port Ellery came late.",),
    ),
    CreditRule(
        name="report.outlet_reports",
        basis=ChainBasis.ACCORDING_TO_REPORT,
        role=Role.REPORT,
        kinds=KNOWN_OUTLETS,
        pattern=verbose(rf"""
            (?<![\w.]) {_NAMES} \s+ (?:(?:has\s+|had\s+|first\s+|earlier\s+|later\s+|also\s+)?reported|
            reports|writes|wrote|quoted|quotes|cited|cites|said\ in\ a\ report)\b
        """),
        fires_on=(("It comes as Harbour News reports that the mill is sold.", ("Harbour News",)),),
        silent_on=("The mayor reports that the mill is sold.", "Lena Okafor wrote to him."),
    ),
    CreditRule(
        name="report.according_to_outlet",
        basis=ChainBasis.ACCORDING_TO_REPORT,
        role=Role.REPORT,
        kinds=KNOWN_OUTLETS,
        pattern=verbose(rf"""
            \b (?:[Aa]ccording\ to|[Rr]eported\ by|[Cc]iting|[Qq]uoted\ by|[Cc]ited\ by|
            [Aa]s\ told\ to|reports\ in) \s+ (?:state\ (?:news\ )?(?:agency|media|television|
            TV)\s+|news\ agency\s+|the\ news\ agency\s+)? {_NAMES}
        """),
        fires_on=(("The mill is sold, according to state news agency Xinhua.", ("Xinhua",)),),
        silent_on=("According to Lena Okafor the mill is sold.",),
    ),
)  # fmt: skip

# Bodies that are told things without being an outlet.
_TOLD_BODIES = frozenset(
    {
        "assembly", "cabinet", "congress", "council", "court", "duma", "kneset", "knesset",
        "lawmakers", "mps", "parliament", "police", "senate", "bundestag",
    }
)  # fmt: skip
_LONE_TOLD = verbose(
    rf"""
        \btold\s+(?P<name>{NAME})(?=[.,;]|\s+(?:that|on|in|by|via|how|when|last|this|he|she|
        they|it|the)\b|\s*\Z)
    """
)
_WORD = re.compile(r"[^\W\d_][\w\-]*")
_POSSESSIVE = re.compile(r"['’]s\b")
# "Jo Hart of the Ellery Herald": the outlet is the second name.
_EMPLOYED = re.compile(r"(?:of|for|at)\s+[Tt]he\s+")
_SPACED = re.compile(r"\S+")
LONE_RULE = "told.lone_name"


def prose_credits(text: str) -> list[Credit]:
    """Return what the sentences of ``text`` credit, in text order."""
    found = [credit for rule in PROSE_CREDITS for credit in _apply(rule, text)]
    return sorted([*found, *_lone_told(text)], key=lambda credit: credit.span)


def _apply(rule: CreditRule, text: str) -> list[Credit]:
    found = []
    for match in rule.pattern.finditer(text):
        read = _longest_name(match["names"], rule.kinds)
        if read is not None:
            name, length = read
            cue_follows = match.end("names") < match.end()
            end = match.end() if cue_follows else match.start("names") + length
            role = Role.AGENCY if name.kind is NameKind.AGENCY else rule.role
            span = Span(match.start(), end)
            found.append(Credit(name=name.name, role=role, basis=rule.basis, span=span, rule=rule.name))  # fmt: skip
    return found


def _longest_name(written: str, kinds: frozenset[NameKind]) -> tuple[OutletName, int] | None:
    """Return the longest beginning of ``written`` that is a name of the right kind, and its length.

    Capitals run on from a name into the next one: "told Reuters Monday", "CNN's Jo Hart".
    """
    written = _POSSESSIVE.split(written)[0]
    employer = read_outlet_name(_EMPLOYED.split(written)[-1])
    if employer and employer.kind is NameKind.OUTLET:
        return employer, len(written)
    for word in reversed(list(_SPACED.finditer(written))):
        found = read_outlet_name(written[: word.end()].rstrip("."))
        if found and found.kind in kinds:
            return found, word.end()
    return None


def _lone_told(text: str) -> list[Credit]:
    """Find "told Xyz" where Xyz is one capitalised name that the text uses for nothing else.

    A person or a country who is told something is spoken of elsewhere; an outlet that was told
    something usually is not.
    """
    counts = Counter(_WORD.findall(text))
    matches = list(_LONE_TOLD.finditer(text))
    told = Counter(match["name"] for match in matches)
    found = []
    for match in matches:
        name = match["name"]
        bare = name.removeprefix("The ").removeprefix("the ")
        known = read_outlet_name(name)
        outlet = known is not None and known.kind is not NameKind.NAME
        body = bare.casefold() in _TOLD_BODIES or not _WORD.fullmatch(bare)
        if not outlet and not body and counts[bare] == told[name]:
            span = Span(match.start(), match.end())
            found.append(Credit(name=name, role=Role.REPORT, basis=ChainBasis.TOLD, span=span, rule=LONE_RULE))  # fmt: skip
    return found
