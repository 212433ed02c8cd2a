"""What is counted: the noun phrase at a number, found by shape until a parser says it better."""

from sayso.frozen import dataclass
from sayso.language.quantities.nouns import (
    STOPS,
    is_plural,
    is_standing_adjective,
    is_stop,
    looks_adjectival,
    looks_verbal,
    stands_before_noun,
)
from sayso.language.quantities.number_words import SMALL
from sayso.language.quantities.words import HYPHENS, Words, listed

_REACH = 9  # words between a number and the noun it counts
_DETERMINERS = listed("the these those its their his her our my your such")
_PRONOUNS = listed("them us you it which whom these those this that")


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """The words ``[start, end)`` of the noun phrase; the last of them is its head."""

    start: int
    end: int


def counted_after(words: Words, at: int, *, plural: bool, share: bool = False) -> Counted | None:
    """Return the noun phrase that begins at ``at``.

    ``plural``: the number is not one, so that the head must be a plural ("two new prison guards").
    ``share``: a fraction or percentage, which may also be of one thing ("a third of the camp").
    """
    attributive = words.low(at) in HYPHENS and words.glued(at)
    if attributive:
        return _attributive(words, at + 1)
    of_some = words.low(at) == "of"
    if of_some:
        at += 1
        while words.low(at) in _DETERMINERS or _points(words, at):
            at += 1
        if words.low(at) in _PRONOUNS or words.is_number(at) or words.low(at) in SMALL:
            return None
    elif share:
        return None
    start = at + 1 if words.low(at) in ("other", "more", "additional", "further") else at
    run = _run(words, start, models=not of_some)
    end = _plural_head(words, start, run) if share or plural else None
    if end is None and (share or not plural):
        end = _singular_head(words, start, run)
    return Counted(start=start, end=end) if end else None


def _points(words: Words, at: int) -> bool:
    """Tell "a third of this harvest" from "a third of this": a noun follows what points."""
    behind = words.form(at + 1)
    if words.low(at) not in ("this", "that") or not behind[:1].isalpha() or is_stop(behind):
        return False
    return behind.endswith(("'s", "’s")) or not looks_verbal(behind)


def _attributive(words: Words, at: int) -> Counted | None:
    """Read "12-person", "40-bed": the noun at the hyphen, unless it is a modifier itself."""
    form = words.form(at)
    if (
        not form.isalpha()
        or not words.glued(at)
        or form in ("plus", "odd", "ish", "strong", "fold")
    ):
        return None
    return Counted(start=at, end=at + 1)


def _run(words: Words, start: int, *, models: bool) -> int:
    """Return the end of the words that may belong to the noun phrase, with the ``models`` in it.

    "Two new 737 jets" counts jets; in "two thirds of the combined 4,300 boats" the number is its own.
    """
    at = start
    while at < min(start + _REACH, len(words)):
        low, form = words.lows[at], words.forms[at]
        if low in HYPHENS and words.glued(at) and words.glued(at + 1):
            at += 2
        elif _is_joint(words, start, at):
            at += 1
        elif not (form[0].isalpha() or (models and form.isdigit())):
            break
        elif form.isdigit() and looks_verbal(words.form(at - 1)):
            break  # "by nine she counted 187 boats"
        elif _ends_phrase(words, start, at):
            break
        else:
            at += 1
    return at


def _is_joint(words: Words, start: int, at: int) -> bool:
    """Say whether a mark or conjunction belongs to the phrase: "pilots' records", "young, armed men"."""
    low = words.lows[at]
    if low in ("'", "’"):
        return words.glued(at) and is_plural(words.form(at - 1))
    return low in ("and", "or", ",", "&") and _goes_on(words, start, at)


def _ends_phrase(words: Words, start: int, at: int) -> bool:
    compound = words.low(at + 1) in HYPHENS and words.glued(at + 1)  # "off-duty", "break-out"
    if is_stop(words.forms[at]):
        return not compound
    return at > start and words.lows[at].endswith("ly") and is_plural(words.form(at - 1))


def _goes_on(words: Words, start: int, at: int) -> bool:
    """Say whether a conjunction joins adjectives before the noun: "well-trained and armed men"."""
    before, after = words.form(at - 1), words.form(at + 1)
    if at == start or not after[:1].isalpha() or is_plural(before) or words.low(at + 1) in STOPS:
        return False
    return looks_adjectival(before) or (before[:1].isupper() and after[:1].isupper())


def _singular_head(words: Words, start: int, end: int) -> int | None:
    """Return the end of the phrase up to its first verb."""
    last = start
    for at in range(start, end):
        form = words.forms[at]
        if at > start and looks_verbal(form) and not words.glued(at):
            break
        if form[0].isalpha():
            last = at + 1
    owner = words.form(last - 1).endswith(("'s", "’s"))  # "half of the camp's 300 men"
    return last if last > start and not owner else None


def _plural_head(words: Words, start: int, end: int) -> int | None:
    for at in range(start, end):
        if words.low(at + 1) in HYPHENS and words.glued(at + 1):
            continue
        if is_standing_adjective(words.forms[at]) and at + 1 < end:
            continue
        if words.low(at + 1) in ("'", "’") and at + 2 < end:
            continue  # "two of the pilots' records"
        if is_plural(words.forms[at]):
            describes = stands_before_noun(words.forms[at]) and at + 1 < end
            goes_on = describes and is_plural(words.forms[at + 1])
            said = goes_on and is_standing_adjective(words.forms[at + 1])  # "left 12 men dead"
            return at + 2 if goes_on and not said else at + 1
    return None
