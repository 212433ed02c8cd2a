"""Lineage: what a report says of where it has a claim from."""

from collections.abc import Sequence
from enum import StrEnum

from sayso.documents import ChainLink, Role
from sayso.evidence.claim import Claim
from sayso.frozen import dataclass


class OriginKind(StrEnum):
    """What a claim is known to go back to; the first that is known counts."""

    SPEAKER = "speaker"  # somebody whom the report names for it
    AGENCY = "agency"
    OUTLET = "outlet"  # an outlet it is republished from, or whose text it repeats


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """One origin by the name that the reports give it."""

    kind: OriginKind
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One claim in one document, with what is known of where the document has it from.

    ``origin`` is ``None`` where the document does not say.
    """

    claim: str
    document: str
    outlet: str | None
    origin: Origin | None


_CREDITED = (
    (Role.AGENCY, OriginKind.AGENCY),
    (Role.REPUBLISHER, OriginKind.OUTLET),
)


def report_of(
    claim: Claim, document: str, *, outlet: str | None, chain: Sequence[ChainLink]
) -> Report:
    """Return what a document says of the origin of one of its claims.

    Whoever is named as the speaker comes first. What the outlet says in its own voice goes back to
    whom the document has its text from; a report that it mentions stands for the sentences that
    mention it only, hence for none in the outlet's own voice.
    """
    return Report(
        claim=claim.id,
        document=document,
        outlet=outlet,
        origin=_spoken(claim) or (None if claim.source else _credited(chain)),
    )


def _spoken(claim: Claim) -> Origin | None:
    """Take a proper name for an origin; "officials" and "he" may be anybody."""
    name = claim.speaker
    if name is None or not any(word[:1].isupper() for word in name.split()):
        return None
    return Origin(kind=OriginKind.SPEAKER, name=name)


def _credited(chain: Sequence[ChainLink]) -> Origin | None:
    for role, kind in _CREDITED:
        for link in chain:
            if link.role is role:
                return Origin(kind=kind, name=link.name)
    return None
