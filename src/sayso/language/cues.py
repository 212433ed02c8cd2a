"""Cue words: the places where a reporting verb reports, told from its other uses by its neighbours."""

from collections.abc import Iterator
from enum import StrEnum

from sayso.frozen import dataclass
from sayso.language.function_words import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    MIDDLE_ADVERBS,
    NEGATIONS,
    POSSESSIVES,
    PREPOSITIONS,
    SUBORDINATORS,
    TIME_WORDS,
    is_adverb,
)
from sayso.language.reporting import ReportingVerb, verbs_of
from sayso.language.segments import Segments
from sayso.language.word_lists import word_set


class Form(StrEnum):
    """How a cue stands to the one who speaks."""

    FINITE = "finite"  # "she said"
    GERUND = "gerund"  # ", adding that ..."
    INFINITIVE = "infinitive"  # "went on to say"
    QUOTED = "quoted"  # "was quoted as saying"
    ACCORDING = "according"  # "according to her"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A cue as token indices; ``verb`` is ``None`` for "according to" and its like."""

    first: int
    end: int
    form: Form
    verb: ReportingVerb | None = None


_BE = BE | word_set("am 's ’s")
_QUOTING = word_set("quoted cited reported heard recorded")
_SINGULAR = word_set("he she it who which that one everyone somebody someone")
_PLURAL = word_set("i we you they who people police officials sources many some others")
_BEHIND = word_set("that , : . \" “ ” « » ' ‘ ’ `` ''")
_MODALS = word_set("will would shall must can could do does did ca wo")
# "Read" and "put" are pasts that look like base forms.
_PAST_AS_BASE = word_set("read put")
# Determiners that also stand alone as a subject: "many said".
_ALONE = word_set("all both one some many few each several this that these those")
_BEFORE_NOUNS = DETERMINERS - _ALONE
_BEFORE_GERUND = word_set(', and by while — – - -- ; . ” " but or then after before')
_NO_PLURALS = (
    _SINGULAR | DETERMINERS | AUXILIARIES | PREPOSITIONS | SUBORDINATORS | _BE | MIDDLE_ADVERBS
)
_NO_SUBJECT = (
    DETERMINERS | POSSESSIVES - {"’", "'"} | PREPOSITIONS | AUXILIARIES | SUBORDINATORS
) - _SINGULAR
_ENDS_QUOTATION = word_set(", ” \" » ’ ''")
# Their third person is never a plural noun.
_NEVER_NOUNS = word_set("say tell write add insist argue admit explain warn continue deny declare")
_NAMES_WITH_STATES = word_set("united human gulf arab")
# The phrase behind "according to" is no longer than this before its comma.
_PHRASE = 12
_GOING_ON = word_set("went go goes going continued continues")
_ACCORDING = {
    "according": ("to",),
    "in": ("the", "words", "of"),
    "as": ("reported", "by"),
}


def find_cues(segments: Segments) -> tuple[Cue, ...]:
    """Return the cues of the text in order."""
    return tuple(_cues(segments))


def _cues(segments: Segments) -> Iterator[Cue]:
    lower = segments.lower
    reached = named = 0
    for index, word in enumerate(lower):
        if index < reached or not (word in _ACCORDING or verbs_of(word)):
            continue
        cue = _according(lower, index) or _verbal(segments, index)
        if cue is None:
            continue
        if cue.form is Form.ACCORDING:
            named = _phrase_end(lower, cue.end)
        if cue.form is Form.ACCORDING or index >= named:
            yield cue
        reached = cue.end


def _phrase_end(lower: tuple[str, ...], index: int) -> int:
    """Return where the phrase behind "according to" ends at the latest: its nouns are no cues."""
    end = index
    while (
        end < len(lower)
        and end - index < _PHRASE
        and (lower[end][0].isalnum() or lower[end] == "-")
    ):
        end += 1
    return end


def _according(lower: tuple[str, ...], index: int) -> Cue | None:
    rest = _ACCORDING.get(lower[index])
    if rest is None or lower[index + 1 : index + 1 + len(rest)] != rest:
        return None
    return Cue(first=index, end=index + 1 + len(rest), form=Form.ACCORDING)


def _verbal(segments: Segments, index: int) -> Cue | None:
    lower = segments.lower
    verbs = verbs_of(lower[index])
    if not verbs or (index and lower[index - 1] == "-"):  # "so-called"
        return None
    following = lower[index + 1] if index + 1 < len(lower) else ""
    verb = next((v for v in verbs if v.particle == following), None) or next(
        (v for v in verbs if v.particle is None), None
    )
    if verb is None:
        return None
    form = _form(segments, index, verb)
    if form is None:
        return None
    first = _quoted_first(lower, index) if form is Form.QUOTED else index
    end = index + (2 if verb.particle else 1)
    if verb.particle == "on" and lower[end : end + 1] == ("to",):  # "went on to say"
        said = verbs_of(lower[end + 1]) if end + 1 < len(lower) else ()
        verb, end = (said[0], end + 2) if said else (verb, end)
    return Cue(first=first, end=end, form=form, verb=verb)


def _form(segments: Segments, index: int, verb: ReportingVerb) -> Form | None:
    """Return how the word reports, or ``None`` if it does something else here."""
    word, before = segments.lower[index], _before(segments, index)
    if index and segments.words[index][0].isupper() and segments.words[index - 1][0].isupper():
        return None  # part of a name or a headline: "State Department"
    if word.endswith("ing"):
        return _gerund(segments, index, before)
    if word == verb.lemma and word not in _PAST_AS_BASE:
        return _base(segments, index, before)
    if word.endswith("s"):
        return _third_person(segments, index, before, verb)
    return _past(segments, index, before)


def _past(segments: Segments, index: int, before: int) -> Form | None:
    """Read "said" and "claimed", but neither "was told" nor "the alleged"."""
    previous = segments.lower[before] if before >= 0 else ""
    if previous in _BE:
        return None
    determined = index > 0 and segments.lower[index - 1] in _BEFORE_NOUNS
    adjective = determined and not _closes_clause(segments, index + 1)
    return None if adjective else Form.FINITE


def _before(segments: Segments, index: int) -> int:
    """Return the index before a verb, over the adverbs between."""
    at = index - 1
    while at >= 0 and is_adverb(segments.lower[at]):
        at -= 1
    return at


def _gerund(segments: Segments, index: int, before: int) -> Form | None:
    """Read ", adding that", "is saying" and "quoted as saying", but not "the saying"."""
    lower = segments.lower
    previous = lower[before] if before >= 0 else ""
    if previous == "as" and _quoted_first(lower, index) < index:
        return Form.QUOTED
    if previous in _BE:
        return Form.FINITE
    named = segments.words[before][0].isupper() and previous not in TIME_WORDS
    if before > 0 and named and segments.words[index - 1][0].isalpha():
        return Form.FINITE  # "footage of Petrov saying"
    following = lower[index + 1] if index + 1 < len(lower) else ""
    glued = before < 0 or lower[index - 1] in _BEFORE_GERUND or previous in {",", "and"}
    return Form.GERUND if glued or following == "that" else None


def _quoted_first(lower: tuple[str, ...], index: int) -> int:
    """Return where "quoted as saying" begins, or ``index``."""
    for at in range(index - 2, max(index - 8, -1), -1):
        if lower[at] in _QUOTING:
            return at
        if lower[at] in {".", ";"}:
            break
    return index


def _base(segments: Segments, index: int, before: int) -> Form | None:
    """Read "officials say" and "went on to say", but neither "to say" nor "the claim"."""
    lower = segments.lower
    previous = lower[before] if before >= 0 else ""
    if previous == "to":
        return Form.INFINITIVE if _goes_on(lower, before) else None
    if previous in _MODALS:
        return None if NEGATIONS.intersection(lower[before:index]) else Form.FINITE
    if previous in _PLURAL:
        return Form.FINITE
    plural = previous.endswith("s") and previous.isalpha() and previous not in _NO_PLURALS
    return Form.FINITE if plural and lower[index - 1] not in POSSESSIVES else None


def _goes_on(lower: tuple[str, ...], to: int) -> bool:
    return bool(_GOING_ON.intersection(lower[max(to - 2, 0) : to]))


def _third_person(segments: Segments, index: int, before: int, verb: ReportingVerb) -> Form | None:
    """Read "the ministry reports that", but neither "reports of" nor "United States"."""
    lower = segments.lower
    previous = lower[before] if before >= 0 else ""
    following = lower[index + 1] if index + 1 < len(lower) else ""
    if (
        before < 0
        or previous in _NO_SUBJECT
        or (following == "of" and verb.lemma not in _NEVER_NOUNS)
    ):
        return None
    if previous in _ENDS_QUOTATION:
        subject = segments.words[index + 1][0].isupper() if following else False
        inverted = subject or following in DETERMINERS or following in _SINGULAR
        return Form.FINITE if inverted or following in _BEHIND else None
    if previous in _SINGULAR or verb.lemma in _NEVER_NOUNS:
        return Form.FINITE
    if segments.words[before][0].isupper() or previous == ")":
        return Form.FINITE if previous not in _NAMES_WITH_STATES else None
    noun = previous.isalpha() and not previous.endswith("s")
    return Form.FINITE if following in _BEHIND and noun else None


def _closes_clause(segments: Segments, index: int) -> bool:
    return index >= len(segments.lower) or segments.lower[index] in _BEHIND
