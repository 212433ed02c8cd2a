"""Change: whether a number is the size of a move ("rose 5 percent") or where it led ("rose to 5")."""

from sayso.language.analysis import Change
from sayso.language.quantities.words import Words, listed

_UP = listed(
    "rise rises rose risen rising increase increases increased increasing grow grows grew grown "
    "growing gain gains gained gaining climb climbs climbed climbing jump jumps jumped jumping surge "
    "surges surged surging soar soars soared soaring advance advances advanced rally rallied swell "
    "swelled spike spiked add adds added adding up upward upwards higher"
)
_DOWN = listed(
    "fall falls fell fallen falling drop drops dropped dropping decline declines declined declining "
    "decrease decreases decreased decreasing lose loses lost losing plunge plunges plunged plunging "
    "plummet plummets plummeted plummeting slide slides slid sliding slip slips slipped slipping sink "
    "sinks sank sunk tumble tumbles tumbled shed sheds shedding dip dips dipped dipping slump slumps "
    "slumped ease eases eased reduce reduces reduced reducing cut cuts cutting shrink shrinks shrank "
    "shrunk down downward downwards lower"
)
# Verbs that also take a plain object: "dropped 12 bombs", "added a spoon" move no figure.
_PLAIN_OBJECT = listed(
    "drop drops dropped dropping add adds added adding cut cuts cutting slip slips slipped slide "
    "slides slid sink sinks sank sunk jump jumps jumped climb climbs climbed up down fall falls fell"
)
_NOUNS = listed(
    "rise increase growth gain climb jump surge advance fall drop decline decrease plunge slide slump "
    "reduction cut"
)
_BETWEEN = listed(
    "by only just another further additional extra about around some nearly almost roughly "
    "approximately more less fewer than over under least as much many slightly sharply steeply even "
    "still close between whopping record massive staggering"
)
_REACH = 5  # hedges between the verb and its number
_CLAUSE = 6  # words between a verb and "from" or "by": "has dropped since October from"


def change_before(words: Words, at: int, *, measured: bool = True) -> Change | None:
    """Return the change whose verb, noun ("an increase of") or "up" leads to the word ``at``.

    Not ``measured``: the number counts things or gives a size, so that only verbs without a plain
    object are trusted.
    """
    for index in range(at - 1, max(at - 2 - _REACH, -1), -1):
        low = words.lows[index]
        if low == "of" and words.low(index - 1) in _NOUNS:
            return _direction(words.low(index - 1))
        if low == "by":
            return change_within(words, index)
        if _is_between(words, index):
            continue
        if not _is_move(words, index) or (low in _PLAIN_OBJECT and not measured):
            return None
        return _direction(low)
    return None


def change_within(words: Words, at: int) -> Change | None:
    """Return the change of the nearest verb of the clause that ends before ``at``."""
    for index in range(at - 1, max(at - 1 - _CLAUSE, -1), -1):
        if words.ends_sentence(index) or words.low(index) in (",", ";", "and", "but", "that"):
            return None
        if _is_move(words, index):
            return _direction(words.low(index))
    return None


def _is_between(words: Words, index: int) -> bool:
    """Say whether a word may stand between the verb and its number."""
    low, following = words.lows[index], words.low(index + 1)
    if low == "at":
        return following == "least"
    if low in ("a", "an"):
        return following in _BETWEEN
    return low in _BETWEEN and not _is_move(words, index)


def _is_move(words: Words, index: int) -> bool:
    low = words.lows[index]
    if low in ("up", "down"):
        return words.low(index + 1) != "to"
    return low in _UP or low in _DOWN


def _direction(low: str) -> Change:
    return Change.UP if low in _UP or low == "growth" else Change.DOWN
