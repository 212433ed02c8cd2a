"""Matching of the names of places and groups: spellings, kinds of place left out."""

from sayso.story.actors.comparison import Match, Part, Relation, matched, other
from sayso.story.actors.name_form import NameForm, Sort
from sayso.story.actors.name_words import FACILITIES, TOWN_WORDS
from sayso.story.actors.spelling import alike


def match_places(left: NameForm, right: NameForm) -> Match:
    """Compare two names of places, or of groups."""
    if left.words == right.words:
        return matched(Relation.SAME, Part(name="words", score=1.0, reason="the same words"))
    if len(left.words) == len(right.words):
        return _spelled(left, right)
    if left.sort is Sort.GROUP:
        return other("names of groups with different words")
    if len(left.words) > len(right.words):
        return _short(right, left).mirrored()
    return _short(left, right)


def _spelled(left: NameForm, right: NameForm) -> Match:
    likenesses = tuple(map(alike, left.words, right.words))
    # A demonym and its country differ by an ending, as do two of its words: no slip of the pen.
    least = 0.96 if left.sort is Sort.GROUP else 0.0
    if all(likeness.score > least or likeness.score == 1 for likeness in likenesses):
        parts = tuple(
            Part(name=f"word {n}", score=likeness.score, reason=likeness.reason)
            for n, likeness in enumerate(likenesses, start=1)
            if likeness.score < 1
        )
        return matched(Relation.SAME, *parts)
    if sorted(left.words) == sorted(right.words):
        part = Part(name="order", score=0.95, reason="the same words in another order")
        return matched(Relation.SAME, part)
    return other(f"“{left.text}” and “{right.text}” have different words")


def _short(short: NameForm, long: NameForm) -> Match:
    """Let a built place go by its name alone; a town, its prison and its province are three."""
    rest = [word for word in long.words if word not in short.words]
    if len(rest) != len(long.words) - len(short.words) or not short.distinctive:
        return other(f"“{short.text}” is not “{long.text}”")
    if short.facility and long.facility:
        reason = f"“{short.text}” and “{long.text}” are built places of one name"
        score = 0.84 if all(word in FACILITIES for word in rest) else 0.65
    elif not long.facility and all(word in TOWN_WORDS for word in rest):
        reason = f"“{long.text}” may be around “{short.text}”, or the same"
        score = 0.6
    else:
        return other(f"“{long.text}” only bears the name of “{short.text}”")
    return matched(Relation.SHORT, Part(name="short form", score=score, reason=reason))
