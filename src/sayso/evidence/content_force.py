"""Force by the words of the content: who is to act, and whether it lies ahead.

The core reads force off the cue. "Said the ferry would sail" foretells, "said she would resign" pledges; a
warning of what is so is no threat; a quotation that ends in a question mark asks. ``EXAMPLES`` are run as tests.
"""

import re
from collections.abc import Sequence

from sayso.evidence.claim import Force
from sayso.frozen import dataclass
from sayso.language.function_words import (
    AUXILIARIES,
    DETERMINERS,
    IRREGULAR_PASTS,
    SUBJECT_PRONOUNS,
)
from sayso.language.word_lists import word_set

_AHEAD = word_set("will would wo wouldn't won't 'll ’ll shall")
# What has not happened, or need not: a warning of it looks ahead.
_UNCERTAIN = _AHEAD | word_set("could may might can if unless until to without risk danger threat going over against about of")  # fmt: skip
_SELF = SUBJECT_PRONOUNS - {"you"}
_PROMISING = word_set("vow vows vowed vowing pledge pledges pledged pledging promise promises promised promising swear swears swore sworn swearing guarantee guarantees guaranteed agree agrees agreed commit commits committed")  # fmt: skip
# Verbs that say nothing of what their content is.
_PLAIN = word_set("say says said saying tell tells told add adds added adding announce announces announced explain explains explained note notes noted state states stated write writes wrote according offered")  # fmt: skip
_WILLING = word_set("going ready willing prepared determined committed intend intends intended plan plans planned planning continue continues aim aims agreed working set wants want hopes hope")  # fmt: skip
_OUGHT = word_set("should must ought")
_NOT = word_set("not no none never nobody nothing neither nor without nowhere hardly")
_REJECTING = word_set("deny denies denied false untrue wrong lie lies fake fabricated baseless reject rejects rejected nonsense absurd refuse refuses refused refusing groundless unfounded mistaken misleading invented forgery rubbish impossible devoid")  # fmt: skip
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
    source: str = ""


def asks(content: str, following: str) -> bool:
    """Say whether quoted words, or the mark right behind them, end as a question does."""
    return _ASKS.search(content) is not None or following.startswith("?")


def force_by_content(force: Force, cue: Sequence[str], content: str, *, source: str = "") -> Force:
    """Return the force of a cue, in words of lower case, once the content has been looked at."""
    words = [word.casefold() for word in _WORD.findall(content)]
    plain = bool(_PLAIN.intersection(cue))
    if force in {Force.ASSERT, Force.PLEDGE} and plain and _ought(words):
        return Force.DEMAND
    if force is Force.PLEDGE and not _PROMISING.intersection(cue):
        return _of_pledge(content, words, plain=plain)
    if force in {Force.THREAT, Force.FORECAST} and _WARNING.intersection(cue):
        return _of_warning(force, words, source)
    undenied = force is Force.DENY and plain and not _denies(words)
    return Force.ASSERT if undenied else force


def _of_pledge(content: str, words: Sequence[str], *, plain: bool) -> Force:
    """Return what words make of a pledge that no verb of promising gives."""
    if plain and _is_told(words):
        return Force.ASSERT
    return Force.FORECAST if _something_will(content, words) else Force.PLEDGE


def _of_warning(force: Force, words: Sequence[str], source: str) -> Force:
    if not _UNCERTAIN.intersection(words):
        return Force.ASSERT
    return Force.FORECAST if _others_will(words, source) else force


def _first_modal(words: Sequence[str]) -> int:
    """Return the place of the first auxiliary among the words that can be a subject and its verb; 0 if none."""
    return next((n for n, word in enumerate(words[: _SUBJECT + 6]) if _is_auxiliary(word)), 0)


def _is_auxiliary(word: str) -> bool:
    return word in AUXILIARIES - {"not", "never"} or word.endswith(("n't", "n’t", "'ll", "’ll"))


def _ought(words: Sequence[str]) -> bool:
    """Say whether somebody else is told what to do: "the council should resign", not "must have left"."""
    at = _first_modal(words)
    if not at or words[at] not in _OUGHT or words[at + 1 : at + 2] == ["have"]:
        return False
    return words[1 if words[0] == "that" else 0] not in _SELF


def _is_told(words: Sequence[str]) -> bool:
    """Say whether a content has a verb, and none of it lies ahead: "it was ready", not "it will be"."""
    told = any(_is_auxiliary(word) or word in IRREGULAR_PASTS for word in words)
    return told and words[0] != "to" and not (_AHEAD | _WILLING).intersection(words)


def _others_will(words: Sequence[str], source: str) -> bool:
    """Say whether others than who warns will act: "the flood could reach Orlo", not "they would strike"."""
    at = _first_modal(words)
    subject = words[1 if words[:1] == ["that"] else 0 : at]
    known = {word.casefold() for word in _WORD.findall(source)} - DETERMINERS
    if not subject or subject[0] in _SELF | {"any", "anyone", "further"}:
        return False
    return not known.intersection(subject)


def _denies(words: Sequence[str]) -> bool:
    """Say whether a content says that something is not so; what "no longer" is so, was."""
    kept = [word for n, word in enumerate(words) if not _only_ends(words, n)]
    plain = any(word in _NOT or word.endswith(("n't", "n’t")) for word in kept)
    return plain or bool(_REJECTING.intersection(kept))


def _only_ends(words: Sequence[str], at: int) -> bool:
    return words[at] in {"no", "not"} and words[at + 1 : at + 2] in (["longer"], ["only"], ["doubt"], ["just"])  # fmt: skip


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
    ForceExample(
        cue="said", content="the council should resign", was=Force.ASSERT, force=Force.DEMAND
    ),
    ForceExample(
        cue="said", content="the men must have left", was=Force.ASSERT, force=Force.ASSERT
    ),
    ForceExample(cue="said", content="they must leave", was=Force.ASSERT, force=Force.ASSERT),
    ForceExample(
        cue="said", content="the first boat was hers", was=Force.PLEDGE, force=Force.ASSERT
    ),
    ForceExample(
        cue="announced", content="a new dam for Orlo", was=Force.PLEDGE, force=Force.PLEDGE
    ),
    ForceExample(
        cue="warned",
        content="that the flood could reach Orlo",
        was=Force.THREAT,
        force=Force.FORECAST,
        source="Engineers",
    ),
    ForceExample(
        cue="warned",
        content="Velm troops would shell Orlo",
        was=Force.THREAT,
        force=Force.THREAT,
        source="the Velm army",
    ),
    ForceExample(
        cue="said", content="it could no longer hold the dam", was=Force.DENY, force=Force.ASSERT
    ),
    ForceExample(cue="said", content="it had not shut the dam", was=Force.DENY, force=Force.DENY),
    ForceExample(cue="said", content="the tape was a forgery", was=Force.DENY, force=Force.DENY),
)
