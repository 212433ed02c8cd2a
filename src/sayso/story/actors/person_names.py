"""Matching of persons' names: spellings, middle names, initials, word order, one name alone."""

from itertools import permutations

from sayso.story.actors.comparison import Match, Part, Relation, matched, other
from sayso.story.actors.name_form import NameForm
from sayso.story.actors.spelling import UNLIKE, Likeness, alike, shortened

# Longer names are compared in their own order only.
_LONGEST_TURNED = 3
# A word of a name that is less alike is another word.
_LEAST_LIKE = 0.7


def match_persons(left: NameForm, right: NameForm) -> Match:
    """Compare two names of persons."""
    if len(left.words) > len(right.words):
        return match_persons(right, left).mirrored()
    if len(left.words) == 1:
        return _one_word(left, right)
    if len(left.words) == len(right.words):
        return _same_length(left, right)
    return _inner(left, right)


def _one_word(left: NameForm, right: NameForm) -> Match:
    word = left.words[0]
    if len(right.words) == 1:
        likeness = alike(word, right.words[0])
        return _spelled(Relation.SAME, (likeness,)) if likeness.score else other("other words")
    places = (
        ("family name", right.words[-1], 0.85),
        ("given name", right.words[0], 0.7),
        *(("middle name", middle, 0.7) for middle in right.words[1:-1]),
    )
    found = [
        (min(most, likeness.score), place, likeness)
        for place, full, most in places
        if (likeness := alike(word, full)).score >= _LEAST_LIKE
    ]
    if found:
        score, place, likeness = max(found, key=lambda f: f[0])
        reason = f"“{left.text}” is the {place} of “{right.text}”"
        if likeness.score < 1:
            reason += f" in another spelling ({likeness.reason})"
        return matched(Relation.SHORT, Part(name=place, score=score, reason=reason))
    if shortened(word, right.words[0]):
        reason = f"“{left.text}” can be short for “{right.words[0]}”"
        return matched(Relation.SHORT, Part(name="given name", score=0.55, reason=reason))
    return other(f"“{left.text}” is no part of “{right.text}”")


def _same_length(left: NameForm, right: NameForm) -> Match:
    likenesses = tuple(map(_word_likeness, left.words, right.words))
    if all(likeness.score for likeness in likenesses):
        return _with_initials(left, right, likenesses)
    if len(left.words) <= _LONGEST_TURNED and sorted(left.words) == sorted(right.words):
        part = Part(name="order", score=0.93, reason="the same words in another order")
        return matched(Relation.SAME, part)
    if len(left.words) <= _LONGEST_TURNED and (turned := _turned(left, right)):
        return turned
    return other(_difference(left, right, likenesses))


def _turned(left: NameForm, right: NameForm) -> Match | None:
    """Compare in another order of words, spelling by spelling, where all words are written out."""
    if not (left.is_full and right.is_full):
        return None
    for order in permutations(right.words):
        likenesses = tuple(map(alike, left.words, order))
        if all(likeness.score >= 0.9 for likeness in likenesses):  # noqa: PLR2004 - surely one word
            part = Part(name="order", score=0.85, reason="the words stand in another order")
            return matched(Relation.SAME, part, *_parts(likenesses))
    return None


def _with_initials(left: NameForm, right: NameForm, likenesses: tuple[Likeness, ...]) -> Match:
    """Say which of two names of equal length is the shorter: the one with the initials."""
    pairs = list(zip(left.words, right.words, strict=True))
    short = any(len(a) < len(b) for a, b in pairs if len(a) == 1)
    long = any(len(b) < len(a) for a, b in pairs if len(b) == 1)
    middle_only = all(len(a) > 1 and len(b) > 1 for a, b in (pairs[0], pairs[-1]))
    if (not short and not long) or middle_only:
        return _spelled(Relation.SAME, likenesses)
    if short and long:
        return other("each name has an initial where the other has a word")
    return _spelled(Relation.SHORT if short else Relation.LONG, likenesses)


def _spelled(relation: Relation, likenesses: tuple[Likeness, ...]) -> Match:
    """Join the likeness of the words: two words that are merely like are less than one."""
    doubtful = sum(likeness.score <= 0.9 for likeness in likenesses)  # noqa: PLR2004 - merely alike
    parts = _parts(likenesses) or (Part(name="words", score=1.0, reason="the same words"),)
    if doubtful > 1 and len(likenesses) == doubtful:
        parts += (Part(name="words", score=0.75, reason="no word is spelled alike"),)
    return matched(relation, *parts)


def _parts(likenesses: tuple[Likeness, ...]) -> tuple[Part, ...]:
    return tuple(
        Part(name=f"word {number}", score=likeness.score, reason=likeness.reason)
        for number, likeness in enumerate(likenesses, start=1)
        if likeness.score < 1
    )


def _word_likeness(left: str, right: str) -> Likeness:
    if left != right and 1 in (len(left), len(right)):
        if left[0] == right[0]:
            return Likeness(score=0.87, reason=f"{left} and {right} begin with one letter")
        return UNLIKE
    likeness = alike(left, right)
    if not likeness.score and (shortened(left, right) or shortened(right, left)):
        return Likeness(score=0.75, reason=f"{left} and {right} may be short and long")
    return likeness


def _inner(left: NameForm, right: NameForm) -> Match:
    """Look for all words of the shorter name in the longer one, in its order."""
    found: list[tuple[int, Likeness]] = []
    at = 0
    for word in left.words:
        step = next(
            (
                (place, likeness)
                for place in range(at, len(right.words))
                if (likeness := _word_likeness(word, right.words[place])).score >= _LEAST_LIKE
            ),
            None,
        )
        if step is None:
            return other(f"“{word}” of “{left.text}” is not in “{right.text}”")
        found.append(step)
        at = step[0] + 1
    places = {place for place, _ in found}
    outer = {0, len(right.words) - 1} <= places
    reason = (
        f"“{left.text}” leaves out a middle name of “{right.text}”"
        if outer
        else f"“{right.text}” has one more name than “{left.text}”"
    )
    left_out = Part(name="words left out", score=0.95 if outer else 0.88, reason=reason)
    likenesses = tuple(likeness for _, likeness in found)
    return matched(Relation.SHORT, left_out, *_parts(likenesses))


def _difference(left: NameForm, right: NameForm, likenesses: tuple[Likeness, ...]) -> str:
    if likenesses[-1].score and not likenesses[0].score:
        return f"one family name, but “{left.words[0]}” and “{right.words[0]}” are given"
    return f"“{left.text}” and “{right.text}” have different words"
