"""The words that govern an event word in its clause, and the status that they give it.

A verb is governed by its auxiliaries, and an infinitive by the word that it hangs on; a noun by
the words before its phrase, or by the verb behind it. A plan elsewhere in the clause says nothing.
"""

from collections.abc import Sequence

from sayso.evidence.event import EventStatus
from sayso.evidence.event_words import (
    EventWords,
    irregular_pasts,
    lemma,
    shipped_event_words,
)
from sayso.frozen import dataclass
from sayso.language.function_words import AUXILIARIES, DETERMINERS, HAVE
from sayso.language.word_lists import word_set

# Words before an infinitive or a noun that may govern it.
_REACH = 5
# Words of a noun's own phrase before it, and words behind it up to its verb.
_PHRASE = 4
_BEHIND = 7
# "He would appeal" is what was planned; "it would have burnt" was not to be.
_WILL = word_set("will shall 'll ’ll wo would must")
_MUST = frozenset({"must", "should"})
_MODALS = word_set("may might could should") | _WILL
_PERFECT = word_set("had has have 've ’ve was were")
_LOOKING_BACK = word_set("after before since following despite")
_ADVERBS = word_set(
    "also already soon now still again then ever yet just almost nearly reportedly allegedly each"
    " all both even only later once since"
)
_CONDITIONS = frozenset({"if", "unless"})
# They stand before nouns.
_DETERMINING = frozenset({"no", "without"})
# They end what is said of a noun before its verb: "the attack after the vote".
_CLOSING = word_set("after before during since until as than while")
# "Due to" and "because of" stand before what did happen.
_REASONS = frozenset({("due", "to"), ("because", "of"), ("owing", "to"), ("thanks", "to")})
# Words that may stand between a determiner and its noun.
_MODIFIED = 3
# "Is accused" tells what is.
_NOW = word_set("is are 's ’s 're ’re")
_THE = word_set("the this that these those")
# Another one than was told of: "the next attack"; or what stands between the article and another noun.
_OTHERS = word_set(
    "first second third last next latest previous earlier other another new worst past coming of in on"
    " at for to from by with and or only possible planned similar recent future"
)
_SEVERAL = word_set("dozens scores hundreds thousands seven eight nine ten eleven twelve twenty")
_OF_A_KIND = frozenset({"of", "to", "from", "against", "for", "about", "more", "such"})
_NOBODY = word_set("nobody none neither nor")
_CALLS = word_set("call calls called calling")
_MEANT = _MODALS | {"to", "not", "n't", "n’t"}
# Words between what is seen and who saw it: "cameras filmed two lorries without plates leaving".
_SEEN = 7
# Words between "no" and its verb: "no two witnesses saw".
_COUNTED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The event word in lower case, the words of its clause on both sides, and what opens that clause."""

    word: str
    before: tuple[str, ...]
    opener: str | None
    behind: tuple[str, ...] = ()

    @property
    def is_past(self) -> bool:
        return self.word.endswith("ed") or self.word in irregular_pasts()

    @property
    def chain(self) -> tuple[str, ...]:
        """The auxiliaries, adverbs and negations right before it."""
        return _chain(self)[0]

    @property
    def is_definite(self) -> bool:
        """Say whether it is a noun for one that was told before: "the attack", not "the next attack"."""
        if self.is_past or _chain(self)[0]:
            return False
        phrase = self.before[-_MODIFIED:]
        at = next((n for n in range(len(phrase) - 1, -1, -1) if phrase[n] in _THE), None)
        return at is not None and _OTHERS.isdisjoint(phrase[at:])

    @property
    def is_narrated(self) -> bool:
        """Say whether it carries on a story: a past form in a main clause, without "has" or "had"."""
        plain = self.is_told and self.opener is None
        return plain and not (HAVE | _NOW).intersection(_chain(self)[0])

    @property
    def is_background(self) -> bool:
        """Say whether it is a noun that the clause only looks back to: "left after the attack"."""
        if self.is_past or _chain(self)[0]:
            return False
        return any(word in _LOOKING_BACK for word in self.before[-_MODIFIED:])

    @property
    def is_willed(self) -> bool:
        """Say whether "will" stands before it, and not a word of wanting."""
        return not _WILL.isdisjoint(_chain(self)[0])

    @property
    def is_told(self) -> bool:
        """Say whether a past form tells it: "attacked", not "to be attacked"."""
        return self.is_past and "to" not in _chain(self)[0]


def worded_status(wording: Wording) -> EventStatus | None:
    """Return the status that the words give; ``None`` where they leave it open."""
    if wording.opener in _CONDITIONS:
        return EventStatus.HYPOTHETICAL
    words = shipped_event_words()
    chain, at = _chain(wording)
    nobody = _nobody(wording.before[:at], told=bool(chain) or _opens_with_no(wording))
    if any(word in words.negations for word in chain) or nobody:
        return EventStatus.DENIED
    modal = next((word for word in chain if word in _MODALS), None)
    if modal is not None:
        meant = modal in _WILL and "have" not in chain
        return EventStatus.PLANNED if meant else EventStatus.HYPOTHETICAL
    if "to" in chain:
        return _of_infinitive(wording.before[:at], words)
    if wording.is_past and not _is_modifier(wording, chain):
        return _of_past(wording.before[:at], words)
    return _of_noun(wording, words)


def is_kind(wording: Wording, *, unreal: bool) -> bool:
    """Say whether a bare plural tells of no happening of its own: "fear of attacks", "more protests".

    Behind a preposition it does not; elsewhere it may, unless it is only thought of.
    """
    if not wording.word.endswith("s") or lemma(wording.word) == wording.word or wording.is_past:
        return False
    phrase = wording.before[-_MODIFIED:]
    counted = any(w in DETERMINERS or w in _SEVERAL or w[:1].isdigit() for w in phrase)
    if counted or wording.before[-1:] == ("'s",) or _chain(wording)[0]:
        return False
    governed = any(word in _OF_A_KIND for word in phrase)
    return governed or unreal


def _chain(wording: Wording) -> tuple[tuple[str, ...], int]:
    """Return the auxiliaries, adverbs and negations right before a verb, and where they begin."""
    words = shipped_event_words()
    at = len(wording.before)
    while at > 0:
        word = wording.before[at - 1]
        negated = word in words.negations and word not in _DETERMINING
        held = word in AUXILIARIES or word in _MODALS or negated or word == "to"
        if not (held or word in _ADVERBS or (word.endswith("ly") and len(word) > _PHRASE)):
            break
        at -= 1
        if word == "to":
            break
    return wording.before[at:], at


def _nobody(before: Sequence[str], *, told: bool) -> bool:
    """Say whether the subject of a verb that is ``told`` is nobody: "no shots were", "nobody has"."""
    if before[-1:] and before[-1] in _NOBODY:
        return True
    return told and "no" in before[-_COUNTED:-1] and "," not in before[-_COUNTED:]


def _opens_with_no(wording: Wording) -> bool:
    """Say whether a clause is "no food reached the town": elsewhere "no" may be of an object."""
    return wording.is_past and wording.before[:1] == ("no",)


def _of_infinitive(before: Sequence[str], words: EventWords) -> EventStatus | None:
    """Read what an infinitive hangs on: "vowed to", "managed to", "a mission to"."""
    near = before[-_REACH:]
    for back, word in enumerate(reversed(near), start=1):
        if word in words.achieved:
            return EventStatus.ASSERTED
        if word in words.missed:
            return EventStatus.DENIED
        if word in words.missions:
            return EventStatus.ASSERTED if _any(before, words.underway) else EventStatus.PLANNED
        if word in words.suppositions:
            return EventStatus.HYPOTHETICAL
        if word in words.plans:
            refused = _any(before[: len(before) - back][-_COUNTED:], words.negations)
            return EventStatus.DENIED if refused else EventStatus.PLANNED
    return None


def _of_past(before: Sequence[str], words: EventWords) -> EventStatus | None:
    """Read a past form: what is only feared is no fact, all else is told by the form itself."""
    last = before[-1:] and before[-1]
    if last in words.suppositions and last not in _MODALS:
        return EventStatus.HYPOTHETICAL
    return None


def _is_modifier(wording: Wording, chain: Sequence[str]) -> bool:
    """Say whether a form in -ed stands before its noun: "the planned", "no injured"."""
    last = wording.before[-1:] and wording.before[-1]
    return not chain and last in DETERMINERS


def _of_noun(wording: Wording, words: EventWords) -> EventStatus | None:
    """Read the words before a noun or gerund up to those that govern it, then the verb behind it."""
    if wording.word.endswith("ing") and _any(wording.before[-_SEEN:], words.perceived):
        return EventStatus.ASSERTED
    near = wording.before[-_REACH:]
    for back, word in enumerate(reversed(near)):
        status = _by_word(near, back, words)
        if status is not None:
            return status
        if word in _PERFECT and back > 0:
            break
    return _behind(wording, words)


def _by_word(near: Sequence[str], back: int, words: EventWords) -> EventStatus | None:
    """Read one word before a noun, so many words away from it."""
    at = len(near) - 1 - back
    word = near[at]
    if back < _PHRASE and (word in words.presupposing or _is_done(near, back, words)):
        return EventStatus.ASSERTED
    if word in words.negations and back <= 1:
        return EventStatus.DENIED
    called = word in _CALLS and near[at + 1 : at + 2] == ("for",)
    if word in words.suppositions or called:
        return EventStatus.HYPOTHETICAL
    begun = word in words.begins and _WILL.intersection(near[max(at - 1, 0) : at])
    if begun or (word in words.plans and not (word in words.weak_plans and back > 1)):
        return EventStatus.PLANNED
    return None


def _is_done(near: Sequence[str], back: int, words: EventWords) -> bool:
    """Say whether a word before a noun tells that it is under way, or gives it as a reason."""
    at = len(near) - 1 - back
    word, following = near[at], near[at + 1 : at + 2]
    if following and (word, following[0]) in _REASONS:
        return True
    begun = word in words.underway and back < _COUNTED
    return begun and not _MEANT.intersection(near[max(at - 2, 0) : at])


def _behind(wording: Wording, words: EventWords) -> EventStatus | None:
    """Read the verb behind a noun: "the talks will", "an inspection had found"."""
    for at, word in enumerate(wording.behind[:_BEHIND]):
        if word in _MODALS:
            held = _any(wording.behind[at + 1 : at + 3], words.occurs)
            if not held or word in _MUST:
                return None
            return EventStatus.PLANNED if word in _WILL else EventStatus.HYPOTHETICAL
        if word in words.plans or word in words.suppositions:
            return None
        if word in _PERFECT or word in words.occurred:
            later = wording.behind[: _BEHIND + 2]
            return None if _any(later, words.plans | words.suppositions) else EventStatus.ASSERTED
        if word in _CLOSING:
            break
    return None


def _any(words: Sequence[str], wanted: frozenset[str]) -> bool:
    return any(word in wanted for word in words)
