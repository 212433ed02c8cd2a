"""What comparing two names yields: how they relate, a score, its parts and reasons in words."""

from enum import StrEnum

from sayso.frozen import dataclass


class Relation(StrEnum):
    """How two names relate as names; whether they mean one actor is for the registry to say."""

    SAME = "same"  # spellings of one name
    SHORT = "short"  # the left is a short form of the right
    LONG = "long"  # the right is a short form of the left
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One piece of evidence: what was compared, how much it speaks for one name, and why."""

    name: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """The outcome of comparing two names; ``score`` is that of the weakest part."""

    relation: Relation
    score: float
    parts: tuple[Part, ...]

    @property
    def reasons(self) -> tuple[str, ...]:
        return tuple(part.reason for part in self.parts)

    def mirrored(self) -> "Match":
        turned = {Relation.SHORT: Relation.LONG, Relation.LONG: Relation.SHORT}
        relation = turned.get(self.relation, self.relation)
        return Match(relation=relation, score=self.score, parts=self.parts)


def other(reason: str) -> Match:
    part = Part(name="names", score=0.0, reason=reason)
    return Match(relation=Relation.OTHER, score=0.0, parts=(part,))


def matched(relation: Relation, *parts: Part) -> Match:
    return Match(relation=relation, score=min(part.score for part in parts), parts=parts)
