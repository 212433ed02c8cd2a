"""Which way a clause looks: the nearest sign of past or future before an expression of time."""

from typing import Final, NamedTuple

from sayso.dates.tokens import Gap, TokenLine
from sayso.language.timex_expressions import Toward

# How far a verb may stand from the expression that it governs.
_BEFORE = 12
_AFTER = 7
# "In 2021, the …" opens its sentence: the verb comes after a whole subject.
_AFTER_OPENING = 25
_FUTURE: Final = frozenset(
    {
        "will", "ll", "shall", "scheduled", "expected", "planned", "plans", "plan", "planning",
        "due", "slated", "upcoming", "hopes", "hope", "intends", "intend", "going", "expects",
        "expect", "resume", "resumes", "deadline", "expire", "expires", "effective", "aims",
        "seeks", "forecast", "predicts", "awaits", "meet", "begins", "starts", "opens", "reopens", "predicting",
        "forecasting", "expecting", "projected", "projects", "projecting",
        "supposed", "payable", "would", "might", "must", "should", "anticipated", "intended",
        "hoped", "promised", "pledged", "vowed",
    }
)  # fmt: skip
# Common verbs whose past has no -ed.
_PAST: Final = frozenset(
    {
        "was", "were", "had", "did", "said", "told", "came", "went", "took", "met", "held",
        "began", "fell", "rose", "made", "got", "gave", "left", "found", "hit", "struck", "broke",
        "fled", "fought", "shot", "won", "lost", "saw", "sent", "spoke", "wrote", "became", "grew",
        "drew", "led", "kept", "ran", "sold", "bought", "paid", "brought", "sought", "stood",
        "caught", "burnt", "dealt", "flew", "heard", "knew", "sat", "thought", "wore", "swept",
        "been", "has", "have", "since", "ago", "last", "wound", "shut", "quit", "blew",
    }
)  # fmt: skip
_NOT_PAST: Final = frozenset(
    {
        "need", "red", "bed", "hundred", "seed", "feed", "speed", "indeed", "exceed", "proceed",
        "succeed", "embed", "shed", "wed", "armed", "united", "limited", "so-called", "unveiled",
    }
)  # fmt: skip
# "appears to be" and the like speak of what is.
_SEEMING: Final = frozenset({"appears", "appear", "seems", "seem", "proves", "prove", "likely"})
_PREPOSITIONS: Final = frozenset({"in", "on", "by", "since", "during", "after", "before", "until"})
_STOPS: Final = frozenset({".", "!", "?", ";"})
# "Will remain closed" and "is closed" say nothing of the past.
_BE: Final = frozenset({"be", "is", "are", "being", "remain", "remains", "stay", "stays"})
_MEANT: Final = frozenset({"to", "will", "may", "should"})
# "Hopes to reach the village by Monday": what somebody sets out to do lies ahead of the telling.
SETTING_OUT: Final = frozenset(
    {
        "want", "wants", "hope", "hopes", "hoping", "aim", "aims", "aiming", "plan", "plans",
        "planning", "intend", "intends", "intending", "agree", "agrees", "agreed", "prepare",
        "prepares", "preparing", "promise", "promises", "promised", "pledge", "pledges", "pledged",
        "vow", "vows", "vowed", "threaten", "threatens", "threatened",
    }
)  # fmt: skip
_UNTIL: Final = frozenset({"until", "till", "to"})
_FOR: Final = frozenset({"for"})
# "Postponed until Monday", "remanded until May": what is put off lies ahead of the putting off.
_PUT_OFF: Final = frozenset(
    {
        "postponed", "delayed", "adjourned", "extended", "deferred", "rescheduled", "remanded",
        "suspended", "barred", "banned", "pushed", "postponing", "delaying", "extending",
        "deferring", "adjourning",
    }
)  # fmt: skip
_PUT_OFF_BEFORE = 8
# "Called a strike for Monday": what a day is given for lies ahead of the giving.
_APPOINTED: Final = frozenset(
    {
        "called", "calls", "calling", "scheduled", "set", "planned", "slated", "fixed", "booked", "arranged",
        "rescheduled", "announced", "planning", "plan", "plans",
    }
)  # fmt: skip
_APPOINTED_BEFORE = 6


class Cue(NamedTuple):
    """A word of tense, and how many tokens away it stands."""

    toward: Toward
    distance: int


def toward(tokens: TokenLine, first: int, end: int) -> Toward:
    """Return the direction of the clause around tokens ``first`` to ``end``."""
    if is_possessive(tokens, end):
        return Toward.OPEN
    if is_put_off(tokens, first) or _is_appointed(tokens, first):
        return Toward.FUTURE
    found = _seek(tokens, range(first - 1, max(first - 1 - _BEFORE, -1), -1))
    if found is Toward.OPEN:
        reach = _AFTER_OPENING if _opens_sentence(tokens, first) else _AFTER
        found = _seek(tokens, range(end, min(end + reach, len(tokens))))
    ahead = first > 0 and tokens[first - 1].key in {"by", "until", "till", "through"}
    return Toward.FUTURE if ahead and found is Toward.OPEN else found


def is_put_off(tokens: TokenLine, first: int) -> bool:
    """Say whether something is put off to the expression: "adjourned until 12 April"."""
    return _stands_behind(tokens, first, _UNTIL, _PUT_OFF, _PUT_OFF_BEFORE)


def _is_appointed(tokens: TokenLine, first: int) -> bool:
    """Say whether a day is given for something: "called a strike for Monday"."""
    return _stands_behind(tokens, first, _FOR, _APPOINTED, _APPOINTED_BEFORE)


def _stands_behind(
    tokens: TokenLine, first: int, joining: frozenset[str], verbs: frozenset[str], reach: int
) -> bool:
    """Say whether an expression hangs by a preposition on one of some verbs of its sentence."""
    if not first or tokens[first - 1].key not in joining:
        return False
    for place in range(first - 2, max(first - 2 - reach, -1), -1):
        if is_sentence_end(tokens, place) or tokens[place + 1].gap is Gap.PARAGRAPH:
            return False
        if tokens[place].key in verbs:
            return True
    return False


def _opens_sentence(tokens: TokenLine, first: int) -> bool:
    """Say whether nothing but a preposition stands between the expression and its sentence."""
    at = first - 1 if first and tokens[first - 1].key in _PREPOSITIONS else first
    if at == 0 or tokens[at].gap is Gap.PARAGRAPH:
        return True
    return tokens[at - 1].key in _STOPS and not _is_abbreviation(tokens, at - 1)


def is_possessive(tokens: TokenLine, end: int) -> bool:
    """Say whether the expression qualifies a noun ("Monday's vote"): its verb tells nothing."""
    return end + 1 < len(tokens) and tokens[end].key in {"'", "’"} and tokens[end + 1].key == "s"


def nearest_cue(tokens: TokenLine, edge: int, step: int) -> Cue:
    """Return the nearest word of tense before (-1) or behind (1) the token at ``edge``."""
    if step < 0:
        return _nearest_cue(tokens, range(edge - 1, max(edge - 1 - _BEFORE, -1), -1))
    return _nearest_cue(tokens, range(edge, min(edge + _AFTER, len(tokens))))


def is_sentence_end(tokens: TokenLine, place: int) -> bool:
    """Say whether the token ends its sentence."""
    return tokens[place].key in _STOPS and not _is_abbreviation(tokens, place)


def _seek(tokens: TokenLine, places: range) -> Toward:
    return _nearest_cue(tokens, places).toward


def _nearest_cue(tokens: TokenLine, places: range) -> Cue:
    for distance, place in enumerate(places, 1):
        token = tokens[place]
        ahead = place and token.gap is Gap.PARAGRAPH and places.step > 0
        if ahead or is_sentence_end(tokens, place):
            break
        cue = _cue(tokens, place)
        if cue is not Toward.OPEN:
            return Cue(cue, distance)
        if token.gap is Gap.PARAGRAPH:
            break
    return Cue(Toward.OPEN, len(places))


def _cue(tokens: TokenLine, place: int) -> Toward:
    key = tokens[place].key
    if key in _FUTURE:
        return Toward.FUTURE
    if key == "to":
        return _infinitive(tokens, place)
    # "will be raised", "is heard": the verb before the participle tells
    before = tokens[place - 1].key if place else ""
    if key == "have" and before in _MEANT:
        return Toward.OPEN  # "hope to have it ready by the autumn"
    if key == "last" and before == "the":
        return Toward.OPEN  # "the last village"
    after_be = before in _BE
    return Toward.PAST if not after_be and is_past_form(key) else Toward.OPEN


def is_past_form(key: str) -> bool:
    """Say whether a word looks like the past of a verb."""
    return key in _PAST or (key.endswith("ed") and key not in _NOT_PAST)


def _infinitive(tokens: TokenLine, place: int) -> Toward:
    """Read "is to meet", "hopes to meet", "a vote to be held" as future; "to the town", "had to be" are no sign."""
    before = tokens[place - 1].key if place else ""
    after = tokens[place + 1].key if place + 1 < len(tokens) else ""
    planned = after == "be" and not is_past_form(before) and before not in _SEEMING
    ahead = planned or before in {"is", "are", "due", "set", "ready"} | SETTING_OUT
    return Toward.FUTURE if ahead else Toward.OPEN


def _is_abbreviation(tokens: TokenLine, place: int) -> bool:
    """Tell the point of "U.S." and "Gen." from the end of a sentence."""
    before = tokens[place - 1] if place else None
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if before is None or after is None:
        return False
    return after.gap is Gap.GLUED or (before.capitalised and len(before.text) <= len("Gen"))
