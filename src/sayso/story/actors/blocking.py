"""Blocking: short keys by which names that can match find each other without comparing all."""

from collections.abc import Iterator
from itertools import combinations

from sayso.frozen import dataclass
from sayso.story.actors.body_names import initials
from sayso.story.actors.name_form import NameForm, Sort
from sayso.story.actors.name_words import DESIGNATORS
from sayso.story.actors.spelling import skeleton

# Of longer names only the outer words make keys.
_LONGEST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockKeys:
    """Under which keys a name is found, and under which it looks for others.

    The two differ where one name of a pair is short: a full name need not meet the thousands that
    share one of its words, only the short names that consist of it.
    """

    found_by: tuple[str, ...]
    looks_for: tuple[str, ...]


def block_keys(form: NameForm) -> BlockKeys:
    """Return the keys of a name; of two names that can match one looks where the other is found."""
    pairs = {Sort.PERSON: _person, Sort.BODY: _body}.get(form.sort, _place)(form)
    found, looks = [], []
    for key, leaves, reads in pairs:
        if leaves:
            found.append(key)
        if reads:
            looks.append(key)
    return BlockKeys(found_by=tuple(dict.fromkeys(found)), looks_for=tuple(dict.fromkeys(looks)))


def _person(form: NameForm) -> Iterator[tuple[str, bool, bool]]:
    words = form.words if len(form.words) <= _LONGEST else form.words[:3] + form.words[-2:]
    alone = len(form.words) == 1
    for word in words:
        yield f"person short {skeleton(word)}", alone, True
        yield f"person long {skeleton(word)}", not alone, alone
        yield f"person letters {word[:3]}", alone, True
        yield f"person begins {word[:3]}", not alone and word == words[0], alone
    for left, right in combinations(words, 2):
        yield "person " + " ".join(sorted((skeleton(left), skeleton(right)))), True, True
    initial = len(words[0]) == 1
    for given in words[:-1]:
        yield f"person initial {given[0]} {skeleton(words[-1])}", initial, True
        yield f"person full {given[0]} {skeleton(words[-1])}", not initial, initial
    if not alone:
        yield f"person slip {words[0]} {words[-1][0]}", True, True
        yield f"person family {words[-1]} {words[0][0]}", True, True


def _body(form: NameForm) -> Iterator[tuple[str, bool, bool]]:
    words = form.words
    yield "body " + " ".join(sorted(words)), True, True
    yield "thing " + " ".join(sorted(words)), True, True
    made = frozenset({"".join(words)}) if form.acronym else initials(form)
    for letters in sorted(made):
        turned = "".join(sorted(letters))
        yield f"body acronym {turned}", form.acronym, not form.acronym
        yield f"body initials {turned}", not form.acronym, form.acronym
    if form.acronym:
        yield f"body acronyms {words[0][:2]}", True, True
    for word in form.distinctive:
        if word not in DESIGNATORS:
            yield f"body word {skeleton(word)}", True, True
    # A name of common words alone looks for the longer ones that it can be said of.
    common = sorted(word for word in words if word not in form.distinctive)
    if not form.distinctive:
        yield "body said of " + " ".join(common), False, True
        yield "body common " + " ".join(common), True, False
    for size in range(1, min(len(common), _LONGEST) + 1):
        for part in combinations(common[:_LONGEST], size):
            yield "body said of " + " ".join(part), len(part) < len(words), False
            yield "body common " + " ".join(part), False, len(part) < len(words)


def _place(form: NameForm) -> Iterator[tuple[str, bool, bool]]:
    sort = form.sort.value
    yield f"{sort} " + " ".join(sorted(skeleton(word) for word in form.words)), True, True
    yield "thing " + " ".join(sorted(form.words)), True, True
    for word in form.distinctive:
        yield f"{sort} word {skeleton(word)}", True, True
