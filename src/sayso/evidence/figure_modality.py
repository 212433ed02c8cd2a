"""Whether what a figure counts is told as a fact: what the words before those of its class say of that."""

import re

from sayso.evidence.figure import Figure, Modality
from sayso.language.quantities.words import listed
from sayso.text import Span

# Words before those of a class among which an auxiliary may stand: "could soon be moved".
_AUXILIARIES = 4
_PERHAPS = listed("could may might")
_LATER = listed("will shall")
_NEVER = listed("never not n't")
_AHEAD = (Modality.PLANNED, Modality.FORECAST, Modality.HYPOTHETICAL)
_REACH = 80  # characters
# Fires on "The camp is said to house"; not on "is expected to house", "was told to move", "is said to plan to move".
HEARSAY = re.compile(
    r"""\b (?: is | are | was | were | be | been | being | [’']s | [’']re ) \s+ (?: \w+ly \s+ | now \s+ | still \s+ )?
    (?: said | believed | thought | reported | known | estimated | understood | alleged | rumou?red
      | reputed | claimed | considered | presumed | assumed )
    \s+ to \s+ (?: (?! \b to \b ) [^.;!?] )* $""",
    re.VERBOSE | re.IGNORECASE,
)
# What is meant, wanted of others or tried has not been done.
_MEANT = listed(
    "plan plans planned planning plot plots plotted plotting prepare prepares prepared preparing want wants wanted "
    "wanting urge urges urged urging try tries trying tried seek seeks seeking sought aim aims aimed aiming intend "
    "intends intended intending vow vows vowed vowing pledge pledges pledged pledging promise promises promised "
    "promising threaten threatens threatened threatening hope hopes hoped hoping propose proposes proposed proposing "
    "proposal attempt attempts attempted attempting bid due ready"
)
# Fires on "They plot to free", "urged them to free"; not on "They managed to free", "planes came to free".
INTENDED = re.compile(
    rf"""\b (?: {"|".join(sorted(_MEANT))} | call (?: s | ed | ing ) \s+ (?: on | for ) ) \b
    (?: (?! \b to \b ) [^.;:!?“”"] ){{0,60}}? \s to \s+ (?: \w+ly \s+ )? (?: be \s+ )? $""",
    re.VERBOSE | re.IGNORECASE,
)


def modality_of(text: str, figure: Figure, words: Span | None) -> Modality | None:
    """Return the modality of a figure whose class those words say, if any do: what could be has not been.

    What is said to be so is told as a fact, though an infinitive follows.
    """
    told = figure.modality
    if told in _AHEAD and _is_hearsay(text, figure, words):
        return Modality.ASSERTED
    if words is None or told not in (None, Modality.ASSERTED):
        return told
    before = text[figure.quantity.span.end : words.start].lower().split()[-_AUXILIARIES:]
    if _NEVER & set(before):
        return Modality.DENIED  # "200 had never been charged"
    if _PERHAPS & set(before):
        return Modality.HYPOTHETICAL
    intended = INTENDED.search(text, max(words.start - _REACH, 0), words.start)
    return Modality.PLANNED if intended or _LATER & set(before) else told


def _is_hearsay(text: str, figure: Figure, words: Span | None) -> bool:
    """Say whether "is said to" opens the words before a number or before those of its class."""
    ends = [figure.quantity.span.start, *([words.start] if words else [])]
    return any(HEARSAY.search(text, max(end - _REACH, 0), end) for end in ends)
