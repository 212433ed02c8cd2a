"""Bare numbers: which of them go on with a count told before, and which number those who live somewhere.

"Police counted 3,000, organisers spoke of 12,000" tells of one crowd. "It now has 14" tells of nothing said before.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from sayso.language.quantities.words import listed

# Words with which somebody gives a number, right before it.
_GIVING = listed(
    "say says said count counts counted counting claim claims claimed report reports reported reporting estimate "
    "estimates estimated announced announces confirmed confirms is was are were be not than against counting had_it "
    "recorded records registered lists listed acknowledged admits admitted believes believed found buried makes made "
    "mentions mentioned gave gives reckons reckoned"
)
# Prepositions before it, with what must stand near.
_GIVEN_REACH = 6
_GIVING_BY: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "of": listed(
            "spoke speak speaks speaking spoken talk talks talked boasted boasts list lists toll figure estimate estimates "
            "count number total tally figures organisers organizers police minimum maximum told heard reports of"
        ),
        "at": listed(
            "put puts putting stood stands stand standing arrived arrives estimated estimates remains remained number toll "
            "count total reckoned fixed set given"
        ),
        "to": listed(
            "closer nearer close admits admitted admit admitting owned stick sticks stuck risen rose rises fallen fell up "
            "down from climbed grown revised corrected lowered raised reduced"
        ),
        "from": listed(
            "up down risen rose rises fallen fell shrinks shrank shrunk grew grown climbed revised corrected"
        ),
        "the": listed("of among"),
        "by": listed("ahead lead led won lost carried behind"),
    }
)
# Those who live there, sit in it or are theirs are counted, and nothing befell them.
SETTLED = listed(
    "town village city nation country island region province district community settlement hamlet suburb county state "
    "municipality metropolis capital archipelago population populace republic kingdom parish port"
)
PEOPLED = SETTLED | listed(
    "house council parliament board panel jury assembly senate committee"
    " father mother parent parents widow widower"  # "a father of four"
)


def is_told_of(lows: Sequence[str], at: int, low: int) -> bool:
    """Say whether the words up to ``at`` give a number, or it opens its sentence, which begins at ``low``."""
    if at < low:
        return True
    word, before = lows[at], lows[max(at - _GIVEN_REACH, low) : at]
    if word in _GIVING_BY:
        return not _GIVING_BY[word].isdisjoint(before)
    return word in _GIVING


def tells(word: str) -> bool:
    """Say whether a word before a number can give it, and is more than a hedge."""
    return word in _GIVING or word in _GIVING_BY
