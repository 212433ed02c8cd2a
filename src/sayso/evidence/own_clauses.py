"""Clauses that stand by themselves: what is left of a sentence once the words of others are taken out.

A clause has a subject and a verb that bears its tense. "Order to free the men", "since Monday" and "which sank" have
none of their own. ``EXAMPLES`` are run as tests.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sayso.frozen import dataclass
from sayso.language.function_words import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    HAVE,
    IRREGULAR_PASTS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    TIME_WORDS,
    is_adverb,
)
from sayso.language.word_lists import word_set
from sayso.text import Span

# Words that tie a whole clause to one that was taken out.
_JOINING = word_set("and but so yet or as while after before because since when though although until that where")  # fmt: skip
# What they lead to is not said to be so, or has lost its subject.
_UNREAL = word_set("if unless whether lest")
_PREPOSITIONS = (PREPOSITIONS - _JOINING) | {"to"}
_TENSED = (AUXILIARIES | IRREGULAR_PASTS) - {"not", "n't", "never", "be", "been", "being"}
_BEING = BE - {"being"}
_BETWEEN = word_set("not yet been no longer")
_DID = word_set("did didn't didn’t")
_STATES = word_set("wore seemed appeared remained looked felt contained included meant wanted needed belonged cost stood lay stayed kept knew")  # fmt: skip
_BEFORE_ADJECTIVES = (DETERMINERS | PREPOSITIONS | {"most", "more", "so", "and"}) - {"one", "both", "all", "many", "several", "few", "some"}  # fmt: skip
# Whoever is meant by these is not told of but spoken to, or speaks.
_PERSONAL = word_set("i we you me us my our your i'm i’m we're we’re you're you’re i've i’ve we've we’ve")  # fmt: skip
_MARKS = " \t\n,;:–—-…\"“”'‘’()[]*•|"
_FINAL = ".!?"
_WORD = re.compile(r"\S+")
_FEWEST_WORDS = 3
# A sentence of the body has more words than a heading or a byline.
_SENTENCE_WORDS = 6
_SHORTEST_PAST = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseExample:
    """What is left of a sentence, and the clause in it that stands by itself."""

    left: str
    opens: bool  # whether it begins the sentence
    clause: str | None


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    lower: str
    closes: bool  # whether a comma or another mark stands behind it


def standing_clause(text: str, part: Span, *, opens: bool) -> Span | None:
    """Return the clause of a part of a sentence that stands by itself, without what ties it to the rest."""
    words = list(_words(text, part))
    first = _beginning(words, opens=opens)
    if first is None:
        return None
    last = _ending(words, first)
    kept = words[first : last + 1]
    led = opens and kept[0].lower in _PREPOSITIONS and _has_clause_behind_comma(kept, 0)
    if len(kept) < _FEWEST_WORDS or not (led or _has_subject(kept)):
        return None
    return Span(kept[0].start, kept[-1].end)


def tells_what_happened(text: str, sentence: Span) -> bool:
    """Say whether a sentence of the body tells of something done or undergone: its verb is a past or a perfect."""
    written = sentence.text_in(text).rstrip("\"”’') \n")
    words = list(_words(text, sentence))
    if not written.endswith(".") or len(words) < _SENTENCE_WORDS:
        return False
    if any(word.lower in _PERSONAL for word in words):
        return False
    verb = next((n for n in range(1, len(words)) if _is_tensed(words, n)), None)
    return verb is not None and _happened(words, verb)


def _words(text: str, part: Span) -> Iterator[_Word]:
    for match in _WORD.finditer(text, part.start, part.end):
        start, end = match.span()
        while start < end and text[start] in _MARKS + _FINAL:
            start += 1
        while end > start and text[end - 1] in _MARKS + _FINAL:
            end -= 1
        if start < end:
            yield _Word(start, end, text[start:end].casefold(), end < match.end())


def _beginning(words: Sequence[_Word], *, opens: bool) -> int | None:
    """Return where the clause begins behind its ties; ``None`` if they lead to none."""
    at = 0
    while at < len(words):
        word = words[at].lower
        if word in _UNREAL | RELATIVES:
            return None
        if word in _PREPOSITIONS:
            return at if opens and _has_clause_behind_comma(words, at) else None
        loose = word in TIME_WORDS or (is_adverb(word) and words[at].closes)
        if word not in _JOINING and not (loose and not opens):
            return at
        if word == "that" and opens:
            return at
        at += 1
    return None


def _has_clause_behind_comma(words: Sequence[_Word], at: int) -> bool:
    return any(words[n].closes and _has_subject(words[n + 1 :]) for n in range(at, len(words) - 1))


def _ending(words: Sequence[_Word], first: int) -> int:
    """Return the last word of the clause: a tie at its end, and all behind a last tie without a verb, is cut."""
    last = len(words) - 1
    while last > first:
        tie = next(
            (n for n in range(last, first, -1) if words[n].lower in _JOINING | RELATIVES), None
        )
        dangling = tie is not None and (words[tie - 1].closes or tie == last)
        if not dangling or tie is None or any(_is_tensed(words, n) for n in range(tie + 1, last + 1)):  # fmt: skip
            break
        last = tie - 1
    while last > first and words[last].lower in _PREPOSITIONS | _UNREAL:
        last -= 1
    return last


def _has_subject(words: Sequence[_Word]) -> bool:
    """Say whether a verb that bears its tense has a noun before it, and no infinitive."""
    tensed = (n for n in range(len(words)) if _is_tensed(words, n))
    verb = next((n for n in tensed if n == 0 or words[n - 1].lower not in RELATIVES), None)
    if not verb or _is_participle(words[0].lower):
        return False
    before = [word.lower for word in words[:verb] if not is_adverb(word.lower)]
    infinitive = any(one == "to" and other.isalpha() for one, other in pairwise(before))
    return bool(before) and before[0] not in _PREPOSITIONS and not infinitive


def _is_participle(word: str) -> bool:
    return word.endswith(("ed", "ing")) and len(word) >= _SHORTEST_PAST


def _is_tensed(words: Sequence[_Word], at: int) -> bool:
    word, before = words[at].lower, words[at - 1].lower if at else ""
    if word in _TENSED or word.endswith(("n't", "n’t")):
        return True
    past = word.endswith("ed") and len(word) >= _SHORTEST_PAST
    return past and before not in _BEFORE_ADJECTIVES and before != ""


def _happened(words: Sequence[_Word], verb: int) -> bool:
    word = words[verb].lower
    behind = [one.lower for one in words[verb + 1 : verb + 4]]
    if word in HAVE | _BEING:
        done = next((w for w in behind if not is_adverb(w) and w not in _BETWEEN), "")
        return done not in _STATES and (done.endswith("ed") or done in IRREGULAR_PASTS)
    if word in _DID:
        return True
    return word not in AUXILIARIES | _STATES and words[verb - 1].lower not in PRONOUNS & {"i", "we"}


EXAMPLES = (
    ClauseExample(left=", while nine boats sank.", opens=False, clause="nine boats sank"),
    ClauseExample(left="As nine boats sank, ", opens=True, clause="nine boats sank"),
    ClauseExample(left=" in order to free the crews held there.", opens=False, clause=None),
    ClauseExample(left=", which sank nine boats.", opens=False, clause=None),
    ClauseExample(left=" if nine boats sank.", opens=False, clause=None),
    ClauseExample(left="In a letter released on Monday ", opens=True, clause=None),
    ClauseExample(
        left="In a gale on Monday, nine boats sank, ",
        opens=True,
        clause="In a gale on Monday, nine boats sank",
    ),
    ClauseExample(left=" have sailed together since.", opens=False, clause=None),
    ClauseExample(left=" repeated talks with owners.", opens=False, clause=None),
    ClauseExample(left=", yesterday, as nine boats sank", opens=False, clause="nine boats sank"),
    ClauseExample(left="Nine boats sank, while earlier", opens=True, clause="Nine boats sank"),
    ClauseExample(
        left="Nine boats that sailed sank", opens=True, clause="Nine boats that sailed sank"
    ),
    ClauseExample(left="named after a mayor who was drowned", opens=False, clause=None),
    ClauseExample(left="Boats sank after", opens=True, clause=None),
    ClauseExample(left=", because", opens=False, clause=None),
)
# Sentences that tell of something done or undergone, and such as do not.
HAPPENED = (
    "The council closed the old dam on Friday.",
    "The owners have not yet opened the lower lock.",
    "The envoy was refused a berth in the harbour.",
    "The government did not grant a permit for it.",
)
NOT_HAPPENED = (
    "The dam is one of the oldest of the valley.",
    "Few people still wore masks in the streets.",
    "Who closed the old dam on Friday night?",
    "We closed the old dam on Friday night.",
    "A dam closed.",
    "The other towns on the river are Velm and Orlo.",
    "People were wary of the old dam by night.",
)
