"""Force by the words of the content: who is to act, and whether it lies ahead.

The core reads force off the cue. "Said the ferry would sail" foretells, "said she would resign" pledges; a
warning of what is so is no threat; a quotation that ends in a question mark asks. ``EXAMPLES`` are run as tests.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.evidence.claim import Force
from sayso.language.function_words import DETERMINERS
from sayso.language.word_lists import word_set

_AHEAD = word_set("will would wo wouldn't won't 'll ’ll shall")
# What has not happened, or need not: a warning of it looks ahead.
_UNCERTAIN = _AHEAD | word_set("could may might can if unless until to without risk danger threat going over against about of")  # fmt: skip
_SELF = word_set("i we he she it they")
_PROMISING = word_set("vow vows vowed vowing pledge pledges pledged pledging promise promises promised promising swear swears swore sworn swearing guarantee guarantees guaranteed agree agrees agreed commit commits committed")  # fmt: skip
_WARNING = word_set("warn warns warned warning warnings")
# Words of a content before "will" that its subject can have.
_SUBJECT = 8
# Not of words quoted within: 'He asked me, ‘Who?’' only tells of a question.
_ASKS = re.compile(r"\?\s*[\"”»]*\s*$")
_WORD = re.compile(r"[\w$]+(?:[’'][\w]+)?|[’']ll")


@dataclass(frozen=True, slots=True, kw_only=True)
class ForceExample:
    """A cue and its content, and the force by the core and by the words."""

    cue: str
    content: str
    was: Force
    force: Force


def asks(content: str, following: str) -> bool:
    """Say whether quoted words, or the mark right behind them, end as a question does."""
    return _ASKS.search(content) is not None or following.startswith("?")


def force_by_content(force: Force, cue: Sequence[str], content: str) -> Force:
    """Return the force of a cue, in words of lower case, once the content has been looked at."""
    words = [word.casefold() for word in _WORD.findall(content)]
    if force is Force.PLEDGE and not _PROMISING.intersection(cue):
        return Force.FORECAST if _something_will(content, words) else force
    if force in {Force.THREAT, Force.FORECAST} and _WARNING.intersection(cue):
        return force if _UNCERTAIN.intersection(words) else Force.ASSERT
    return force


def _something_will(content: str, words: Sequence[str]) -> bool:
    """Say whether a thing is what will act: "the ferry would", not "she would", nor "the Velm army will"."""
    first = 1 if words[:1] == ["that"] else 0
    subject = words[first : first + _SUBJECT]
    at = next(
        (n for n, word in enumerate(subject) if word in _AHEAD or word.endswith(("'ll", "’ll"))), 0
    )
    if not at or subject[0] in _SELF or subject[0] not in DETERMINERS:
        return False
    # "The prisoners would be freed" leaves open by whom: perhaps by who says so.
    if "be" in words[first + at + 1 : first + at + 3]:
        return False
    return not any(word[:1].isupper() for word in _WORD.findall(content)[first + 1 : first + at])


# What the words of the content make of a cue, and what they leave alone.
EXAMPLES = (
    ForceExample(
        cue="said", content="the ferry would sail at dawn", was=Force.PLEDGE, force=Force.FORECAST
    ),
    ForceExample(cue="said", content="she would resign", was=Force.PLEDGE, force=Force.PLEDGE),
    ForceExample(
        cue="says", content="the Velm army will stay", was=Force.PLEDGE, force=Force.PLEDGE
    ),
    ForceExample(
        cue="promised", content="the ferry would sail", was=Force.PLEDGE, force=Force.PLEDGE
    ),
    ForceExample(
        cue="said", content="the men would be freed", was=Force.PLEDGE, force=Force.PLEDGE
    ),
    ForceExample(
        cue="warned", content="that mines lay on the road", was=Force.THREAT, force=Force.ASSERT
    ),
    ForceExample(
        cue="warned", content="it would block the road", was=Force.THREAT, force=Force.THREAT
    ),
    ForceExample(
        cue="warned", content="of a hard winter", was=Force.FORECAST, force=Force.FORECAST
    ),
    ForceExample(cue="said", content="the ferry sailed", was=Force.ASSERT, force=Force.ASSERT),
)
