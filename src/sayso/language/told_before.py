"""What a rule of speakers asks of the words reported so far: which were the last, and who is only a word."""

from collections.abc import Iterable

from sayso.language.analysis import Attribution, Manner
from sayso.language.segments import Segments


def last_told(
    before: Iterable[Attribution], manners: frozenset[Manner | None]
) -> Attribution | None:
    """Return the last that the text itself reports by a cue in one of the manners."""
    told = (one for one in before if one.parent is None and one.cue and one.manner in manners)
    return max(told, key=lambda one: one.cue[0].start, default=None)


def only_word(segments: Segments, one: Attribution) -> str:
    """Return what stands in a source of one piece, in lower case; nothing for another source."""
    return one.source[0].text_in(segments.text).lower() if len(one.source) == 1 else ""


def beginning(one: Attribution) -> int:
    """Return where an attribution begins: with its quotation, where "he said" stands behind it."""
    return min(one.source[0].start, one.content[0].start)
