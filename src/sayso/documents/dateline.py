"""What a paragraph says before its story begins, and whom it credits there: "LAKOR (Reuters) -"; "(AFP)" at its end."""

import re
from typing import Final

from sayso.documents.credits import ANY_NAME, KNOWN_OUTLETS, NAMES, CreditRule
from sayso.documents.document import ChainBasis, Role
from sayso.documents.line_rule import verbose
from sayso.documents.page_dates import stamp_end

_PLACE = r"[A-ZÀ-ÖØ-Þ][\w.'’\-]*(?:[ ,/]+(?:[A-ZÀ-ÖØ-Þ][\w.'’\-]*|of|al)){0,6}"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:{_MONTH}\ \d{{1,2}}|\d{{1,2}}\ {_MONTH})(?:,?\ \d{{4}})?"

# "LAKOR, March 3 (Coast Wire) — ", "LAKOR, Velm – ", "(AP) - ": a place, a day or an outlet in brackets, and a dash.
_DATELINE: Final = re.compile(
    rf"""
    (?: {_PLACE} [,.]? \s+ (?: [-–—,]\s* )? {_DAY} \s* [,:]? \s* (?: [(/\[] [^()/\[\]\n]{{2,40}} [)/\]] )? \s* [-–—:]+
      | (?: {_PLACE} [,.]? \s+ (?: [-–—,]\s* )? )? [(/\[] [^()/\[\]\n]{{2,40}} [)/\]] \s* [-–—:]+
      | [A-ZÀ-ÖØ-Þ]{{3,}} (?: [ ,]+ [A-ZÀ-ÖØ-Þ][\w.'’\-]* ){{0,4}} \s+ [-–—]+
    )
    \s+ (?= [\"“‘'«]? (?: [^\W\d_a-zß-öø-ÿ] | \d ) )
    """,
    re.VERBOSE,
)


def story_start(line: str) -> int:
    """Return where the story begins in a paragraph that opens with a stamp or a dateline; 0 if with neither.

    Examples: behind the dash of "LAKOR, March 3 (Coast Wire) — The bridge fell."; "Ana Orlow (left) - no"
    has no dateline, since what follows its dash goes on in small letters.
    """
    start = stamp_end(line)
    dateline = _DATELINE.match(line, start)
    return dateline.end() if dateline else start


PARAGRAPH_CREDITS: tuple[CreditRule, ...] = (
    CreditRule(
        name="dateline.agency",
        basis=ChainBasis.AGENCY_CREDIT,
        role=Role.AGENCY,
        kinds=KNOWN_OUTLETS,
        pattern=verbose(
            rf"""
                \A (?: {_PLACE} [,.]? \s+ (?:[-–—,]\s*)? )? (?: {_DAY} \s* [,:]? \s* )?
                [(/\[] (?P<names>{NAMES}) [)/\]] \s* [-–—:]+
            """
        ),
        fires_on=(
            ("PORT ELLERY, May 3 (Reuters) - The harbour reopened.", ("Reuters",)),
            ("Ostrava Heights (dpa) — The mill burns.", ("dpa",)),
            ("(AP) — The mill burns.", ("AP",)),
            ("LAKOR, March 3 /Xinhua/ -- The bridge fell.", ("Xinhua",)),
        ),
        silent_on=("The union (UNI members say) - will strike.", "The harbour (Port Ellery) - reopened."),
    ),
    CreditRule(
        name="dateline.dated",
        basis=ChainBasis.AGENCY_CREDIT,
        role=Role.AGENCY,
        kinds=ANY_NAME,
        pattern=verbose(
            rf"""
                \A {_PLACE} [,.]? \s+ (?: [-–—]\s* )? {_DAY} \s* [,:]? \s*
                [(/\[] (?P<names>{NAMES}) [)/\]] \s* [-–—:]+
            """
        ),
        fires_on=(("LAKOR, March 3 (Coast Wire) — The bridge fell.", ("Coast Wire",)),),
        silent_on=("The coast guard (Coast Wire) — was late.",),
    ),
    CreditRule(
        name="dateline.bare_agency",
        basis=ChainBasis.AGENCY_CREDIT,
        role=Role.AGENCY,
        kinds=frozenset(kind for kind in KNOWN_OUTLETS if kind == "agency"),
        pattern=verbose(rf"\A (?: {_PLACE} [,.]? \s+ [-–—]? \s* )? (?P<names>{NAMES}) \s+ [-–—]+ \s (?=[A-Z\"“])"),
        fires_on=(("Reuters - The harbour reopened.", ("Reuters",)),),
        silent_on=("Reuters and the mayor - both old - disagree.",),
    ),
    CreditRule(
        name="dateline.closing_agency",
        basis=ChainBasis.AGENCY_CREDIT,
        role=Role.AGENCY,
        kinds=frozenset(kind for kind in KNOWN_OUTLETS if kind == "agency"),
        pattern=verbose(rf"(?<=[.!?\"”’]) \s* [-–—(\[]+ \s* (?:[Ww]ith\s+)? (?P<names>{NAMES}) \s* [)\]]? \.? \Z"),
        fires_on=(("The quay is closed until May, she said. (AFP)", ("AFP",)), ("It burned. — AP", ("AP",))),
        silent_on=("She works for one (AFP).", "He was sent there by an agency (Reuters) in May."),
    ),
)  # fmt: skip
