"""Matching of bodies' names: word order, legal forms, short forms, acronyms, parts of bodies."""

from sayso.story.actors.comparison import Match, Part, Relation, matched, other
from sayso.story.actors.countries import is_country
from sayso.story.actors.name_form import NameForm
from sayso.story.actors.name_words import GENERIC, LINKS, UNITS
from sayso.story.actors.spelling import alike, folded

_SHORTEST_ACRONYM = 3
_LONGEST_COMPARED = 8
# An acronym may be made of a longer form of the name, of so many words more.
_MORE_LETTERS = 2


def match_bodies(left: NameForm, right: NameForm) -> Match:
    """Compare two names of bodies."""
    if sorted(left.words) == sorted(right.words):
        part = Part(name="words", score=1.0, reason="the same words")
        return matched(Relation.SAME, part)
    if left.acronym:
        return _acronyms(left, right) if right.acronym else _acronym(left, right)
    if right.acronym:
        return _acronym(right, left).mirrored()
    if len(left.words) == len(right.words):
        return _spelled(left, right)
    if len(left.words) > len(right.words):
        return _short(right, left).mirrored()
    return _short(left, right)


def initials(form: NameForm) -> frozenset[str]:
    """Return the acronyms that a name can have by its initials, with and without its small words."""
    words = [folded(word) for word in form.text.replace("-", " ").split()]
    words = [word for word in words if word and word[0].isalnum()]
    own = [word for word in words if word not in LINKS]
    ways = (words, own, [w for w in words if w not in {"the", "and"}], list(form.words))
    return frozenset("".join(word[0] for word in way) for way in ways if len(way) > 1)


def _acronym(short: NameForm, long: NameForm) -> Match:
    letters = "".join(short.words)
    made = initials(long)
    if letters in made:
        score = 0.82 if len(letters) >= _SHORTEST_ACRONYM else 0.6
        reason = f"“{short.text}” are the initials of “{long.text}”"
        return matched(Relation.SHORT, Part(name="initials", score=score, reason=reason))
    if len(letters) >= _SHORTEST_ACRONYM and any(sorted(letters) == sorted(w) for w in made):
        reason = f"“{short.text}” has the initials of “{long.text}” in another order"
        return matched(Relation.SHORT, Part(name="initials", score=0.6, reason=reason))
    if letters in long.words:
        return _short(short, long)
    return other(f"“{short.text}” are not the initials of “{long.text}”")


def _acronyms(left: NameForm, right: NameForm) -> Match:
    """Let acronyms that begin alike be asked about: "HR" and "HRA", "HRAN" and "HRAS"."""
    short, long = sorted((left, right), key=lambda form: len(form.words[0]))
    letters, others = short.words[0], long.words[0]
    longer = others.startswith(letters) and 0 < len(others) - len(letters) <= _MORE_LETTERS
    twins = len(letters) == len(others) > _SHORTEST_ACRONYM and letters[:-1] == others[:-1]
    if not (longer or twins):
        return other(f"“{left.text}” and “{right.text}” are two acronyms")
    reason = f"“{short.text}” and “{long.text}” begin alike"
    return matched(Relation.SAME, Part(name="acronyms", score=0.6, reason=reason))


def _spelled(left: NameForm, right: NameForm) -> Match:
    """Compare word by word; of a body more than one word may be spelled in another way."""
    if len(left.words) > _LONGEST_COMPARED:
        return other("long names with different words")
    likenesses = tuple(map(alike, left.words, right.words))
    if all(likeness.score for likeness in likenesses):
        parts = tuple(
            Part(name=f"word {n}", score=likeness.score, reason=likeness.reason)
            for n, likeness in enumerate(likenesses, start=1)
            if likeness.score < 1
        )
        return matched(Relation.SAME, *parts)
    return other(f"“{left.text}” and “{right.text}” have different words")


def _short(short: NameForm, long: NameForm) -> Match:
    if is_country(short.text):
        return other(f"“{short.text}” is a country, “{long.text}” only of it")
    if not set(short.words) <= set(long.words):
        return other(f"“{short.text}” has words that “{long.text}” has not")
    if long.head < len(long.words) and not set(short.words) & set(long.words[: long.head]):
        return other(f"“{long.text}” is something of “{short.text}”, not the same")
    if not short.distinctive:
        return _generic(short, long)
    shape, score = _shape(short, long)
    reason = f"“{short.text}” is the {shape} of “{long.text}”"
    return matched(Relation.SHORT, Part(name="short form", score=score, reason=reason))


def _shape(short: NameForm, long: NameForm) -> tuple[str, float]:
    """Say which part of a long name a short one is, and how much that speaks for one body."""
    size = len(short.words)
    rest = [word for word in long.words if word not in short.words]
    common = all(word in GENERIC for word in rest)
    if short.words == long.words[:size] and size == long.head:
        return "part before “of”", 0.88
    if all(word in UNITS for word in rest):
        return "body that has the unit", 0.6
    if short.words == long.words[:size]:
        # "Orlen" of "Orlen Credit Bank"; "Orlen Sur" may be a daughter of "Orlen".
        return "beginning", 0.84 if common else 0.8
    if short.words == long.words[-size:]:
        return "end", 0.84 if common else 0.8
    if size > 1:
        return "gist", 0.82 if common else 0.75
    return "gist", 0.6


def _generic(short: NameForm, long: NameForm) -> Match:
    """Rate what many bodies are called: "the Central Bank" is one of them only beside it.

    It must be the kind of body that the long name says: the Senate is not its Health Committee.
    """
    if short.words[short.head - 1] == long.words[long.head - 1]:
        reason = f"“{short.text}” can be said of “{long.text}”, and of others"
        score = 0.65 if len(short.words) > 1 else 0.55
        return matched(Relation.SHORT, Part(name="short form", score=score, reason=reason))
    return other(f"“{short.text}” is too common a name to be “{long.text}”")
