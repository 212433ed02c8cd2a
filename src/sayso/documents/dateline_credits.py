"""Agencies that a paragraph itself credits: "LAKOR (Reuters) -" at its head, "(AFP)" at its end."""

from sayso.documents.credits import ANY_NAME, KNOWN_OUTLETS, NAMES, CreditRule
from sayso.documents.dateline import DAY, PLACE
from sayso.documents.document import ChainBasis, Role
from sayso.documents.line_rule import verbose

PARAGRAPH_CREDITS: tuple[CreditRule, ...] = (
    CreditRule(
        name="dateline.agency",
        basis=ChainBasis.AGENCY_CREDIT,
        role=Role.AGENCY,
        kinds=KNOWN_OUTLETS,
        pattern=verbose(
            rf"""
                \A (?: {PLACE} [,.]? \s+ (?:[-–—,]\s*)? )? (?: {DAY} \s* [,:]? \s* )?
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
                \A {PLACE} [,.]? \s+ (?: [-–—]\s* )? {DAY} \s* [,:]? \s*
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
        pattern=verbose(rf"\A (?: {PLACE} [,.]? \s+ [-–—]? \s* )? (?P<names>{NAMES}) \s+ [-–—]+ \s (?=[A-Z\"“])"),
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
