"""Stance: the force, polarity and hedges of a claim, as far as plain words beside it give them away."""

import re
from collections.abc import Sequence

from sayso.evidence.claim import Force, Polarity
from sayso.frozen import dataclass
from sayso.language.reporting import verbs_of
from sayso.language.word_lists import word_set

# The verb of saying alone decides; verbs of other kinds leave the force open.
_FORCES = {
    Force.DENY: word_set("deny refute rebut reject dismiss dispute"),
    Force.FORECAST: word_set("warn predict forecast caution"),
    Force.PLEDGE: word_set("vow pledge promise swear"),
    Force.THREAT: word_set("threaten"),
    Force.DEMAND: word_set("demand urge implore beg plead appeal order command instruct encourage"),
    Force.QUESTION: word_set("ask question wonder"),
    Force.ASSERT: word_set(
        "say tell add state announce declare note explain write report confirm claim assert insist"
        " maintain argue allege acknowledge admit concede stress emphasize emphasise remark comment"
        " observe reply respond repeat reiterate reveal disclose contend testify tweet post boast"
        " affirm underline underscore recall continue describe indicate conclude point"
    ),
}
_DEMANDING_PARTICLES = {("call", "on"), ("call", "upon"), ("call", "for")}
_BY_LEMMA = {lemma: force for force, lemmas in _FORCES.items() for lemma in lemmas}
# Words by which the text keeps its distance from what it reports.
HEDGES = word_set(
    "reportedly allegedly purportedly supposedly apparently ostensibly seemingly presumably"
    " possibly perhaps unverified unconfirmed"
)
_LEFT_UNDONE = word_set(
    "fail fails failed failing decline declines declined declining refuse refuses refused refusing"
    " neglect neglected omit omitted"
)
_BEING = word_set("is are was were be been 's ’s has have had")
_UNOWNED = word_set(
    "said believed thought reported understood estimated alleged rumoured rumored feared considered"
    " assumed suspected expected"
)
# Fires on "whose origin has yet to be confirmed", "could not be independently confirmed"; not
# on "was verified by the police".
UNVERIFIED = re.compile(
    r"""\b (?: whose \s+ (?: authenticity | veracity | origin ) \s+ )?
    (?: (?: has | have ) \s+ (?: yet \s+ to \s+ be | not \s+ (?: yet \s+ )? been )
      | (?: could | can ) \s* (?: not | n[’']t ) \s+ (?: immediately \s+ )? be
      | (?: was | were | is | are ) \s+ not )
    \s+ (?: independently \s+ | immediately \s+ )? (?: verified | confirmed | authenticated ) \b""",
    re.VERBOSE | re.IGNORECASE,
)
# Verbs that are hedges themselves.
_DISTANT = word_set("claim allege purport")
_DISTANT_FORMS = word_set(
    "claim claims claimed claiming allege alleges alleged alleging purport purports purported purporting"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """What the cue says of the claim; ``None`` where it says nothing sure."""

    force: Force | None
    polarity: Polarity | None


def read_stance(cue: Sequence[str], *, question: bool, negated: bool) -> Stance:
    """Return the stance of a cue given as words in lower case.

    ``question`` says that the words quoted end in a question mark, ``negated`` that the cue is
    negated ("did not say").
    """
    return stance_of(Force.QUESTION if question else _force(cue), negated=negated)


def stance_of(force: Force | None, *, negated: bool) -> Stance:
    """Return the stance of a known force: what is negated is not done, and a denial is negative."""
    if force is Force.DENY:
        polarity = None if negated else Polarity.NEGATIVE
        return Stance(force=None if negated else force, polarity=polarity)
    if negated:
        return Stance(force=None, polarity=Polarity.NEGATIVE)
    return Stance(force=force, polarity=Polarity.POSITIVE if force is Force.ASSERT else None)


def _force(cue: Sequence[str]) -> Force | None:
    if tuple(cue[:1]) == ("according",):
        return Force.ASSERT
    for index in range(len(cue) - 1, -1, -1):
        verbs = verbs_of(cue[index])
        following = cue[index + 1] if index + 1 < len(cue) else ""
        if any((verb.lemma, following) in _DEMANDING_PARTICLES for verb in verbs):
            return Force.DEMAND
        for verb in verbs:
            if verb.lemma in _BY_LEMMA and verb.particle in {None, following}:
                return _BY_LEMMA[verb.lemma]
    return None


def not_done(cue: Sequence[str]) -> bool:
    """Say whether a cue tells of words that did not come: "failed to mention", "declined to say"."""
    at = next((i for i, word in enumerate(cue) if word in _LEFT_UNDONE), None)
    return at is not None and "to" in cue[at + 1 : -1]


def is_unowned(cue: Sequence[str]) -> bool:
    """Say whether a cue lays its content to nobody: "is said", "are believed", "'s estimated"."""
    return bool(cue) and cue[0] in _BEING and any(word in _UNOWNED for word in cue[1:])


def is_hedge(word: str, following: str = "") -> bool:
    """Say whether a word in lower case keeps distance; "purports" only before "to"."""
    return word in HEDGES or (word.startswith("purport") and following == "to")


def is_distant(word: str) -> bool:
    """Say whether a cue is itself a hedge: "claimed", "alleged"."""
    return word in _DISTANT_FORMS
