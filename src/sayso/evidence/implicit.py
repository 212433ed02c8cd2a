"""Implicit counts: "a guard was killed" is one, "nobody was hurt" none, though no number stands there."""

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from sayso.evidence.befalling import Clauses
from sayso.evidence.befalling_tree import Governed
from sayso.evidence.persons import PERSON, PERSONS
from sayso.language.analysis import Modifier, Quantity, QuantityKind, Tokens
from sayso.language.quantities.words import listed
from sayso.text import Span

ONE, NONE = "implicit_one", "implicit_none"
# Words from the article to the noun: "a young prison guard".
_REACH = 4
_PAIRS = ("no one", "not one")
_MORE = listed("new more further other additional")
# What befalls a person: of other classes one is no count ("a driver was hired").
_PERSONAL = frozenset(
    (
        "killed", "injured", "missing", "arrested", "escaped", "recaptured", "released", "charged",
        "sentenced", "rescued", "dismissed", "infected", "held", "displaced", "evacuated", "repatriated",
    )
)  # fmt: skip
# Words that make it no fact, in this many characters before.
_UNREAL = listed("will would could can may might must should never not to if cannot n't nor")
_BEFORE = 25
_SENTENCE_END = re.compile(r"[.!?;]\s")
_RULES = frozenset(("governing_verb", "following_verb", "counted_noun"))


def implicit_counts(
    text: str,
    tokens: Tokens,
    clauses: Clauses,
    *,
    taken: Sequence[Span],
    governed: Callable[[Quantity], Governed | None] = lambda _: None,
) -> tuple[Quantity, ...]:
    """Return the counts of one and none that words imply, where a class of people is said of them.

    ``taken`` are the numbers that are written, which are no implicit ones; ``governed`` gives what the
    tree of a sentence says of a count.
    """
    lows = [text[s:e].lower() for s, e in zip(tokens.starts, tokens.ends, strict=True)]
    ones = (*_singles(lows, tokens), *_ones(lows, tokens))
    kept = [
        *(one for one in (*ones, *_nones(lows, tokens)) if _is_said(text, one, clauses)),
        *(one for one in ones if _is_governed(text, one, governed(one)) or is_listed(text, one)),
    ]
    free = {one.span: one for one in kept if not _overlaps(one, taken)}
    return tuple(free[span] for span in sorted(free, key=lambda span: span.start))


def _singles(lows: Sequence[str], tokens: Tokens) -> Iterator[Quantity]:
    for at, low in enumerate(lows):
        if low in ("a", "an"):
            head = _head(lows, at + 1, PERSON)
            if head is not None:
                yield _count(tokens, at, at + 1, head, rule=ONE)


def _ones(lows: Sequence[str], tokens: Tokens) -> Iterator[Quantity]:
    """Find "one" where it stands for somebody: "one was found dead", "one of them has died"."""
    for at, low in enumerate(lows):
        of_some = _next(lows, at) == "of" and _next(lows, at + 1) in _OF_SOME
        stands = of_some or _next(lows, at) in _VERBS
        if low == "one" and stands and "".join(lows[at - 1 : at]) not in _NO_ONES:
            yield _count(tokens, at, at + 1, None, rule=ONE)


_OF_SOME = listed("them whom these those his her its their our")
_VERBS = listed("was has had died is remains escaped survived fled")
_NO_ONES = listed("no this that the any every each which only")


def _nones(lows: Sequence[str], tokens: Tokens) -> Iterator[Quantity]:
    nouns = PERSON | PERSONS | _EVENTS
    for at, low in enumerate(lows):
        if low == "nobody":
            yield _count(tokens, at, at + 1, None, rule=NONE)
        elif f"{low} {_next(lows, at)}" in _PAIRS:
            yield _count(tokens, at, at + 2, None, rule=NONE)
        elif low == "no" and (head := _head(lows, at + 1, nouns)) is not None:
            adds = lows[at + 1] in _MORE
            yield _count(tokens, at, at + 1, head, rule=NONE, increment=adds)


_EVENTS = listed(
    "deaths injuries casualties fatalities arrests cases infections death injury fatality case infection"
)


def _next(lows: Sequence[str], at: int) -> str:
    return lows[at + 1] if at + 1 < len(lows) else ""


def _head(lows: Sequence[str], start: int, nouns: frozenset[str]) -> int | None:
    """Return the noun of a short phrase: the last of it, so that "a police officer" is an officer."""
    found = None
    for at in range(start, min(start + _REACH, len(lows))):
        if lows[at] in nouns:
            found = at
        elif found is not None or not lows[at].replace("-", "").isalpha() or lows[at] in _STOPS:
            break
    return found


_STOPS = listed("of in on at to from for with by and or but who that which was were is are has had")


def _count(
    tokens: Tokens, first: int, after: int, head: int | None, *, rule: str, increment: bool = False
) -> Quantity:
    value = Decimal(1 if rule == ONE else 0)
    end = (after if head is None else head + 1) - 1
    return Quantity(
        span=Span(tokens.starts[first], tokens.ends[end]),
        number=Span(tokens.starts[first], tokens.ends[after - 1]),
        best=value,
        lo=value,
        hi=value,
        lo_open=False,
        hi_open=False,
        soft=False,
        modifier=Modifier.INCREMENT if increment else Modifier.EXACT,
        kind=QuantityKind.COUNT,
        rule=rule,
        counted=None if head is None else Span(tokens.starts[after], tokens.ends[head]),
        counted_head=None if head is None else tokens.span(head),
    )


def _is_said(text: str, quantity: Quantity, clauses: Clauses) -> bool:
    """Say whether a class is said of these people as a fact: not "never harmed a child"."""
    told = clauses.befallen(quantity)
    if told is None or not told.near or told.rule not in _RULES:
        return False
    first = min(told.span.start, quantity.span.start)
    around = text[max(first - _BEFORE, 0) : max(told.span.start, quantity.span.start)]
    return told.predicate in _PERSONAL and _is_fact(around)


def _is_fact(around: str) -> bool:
    """Say whether no word of the last sentence makes it unreal."""
    return _UNREAL.isdisjoint(_SENTENCE_END.split(around)[-1].lower().split())


# What makes one person a part of those counted before: "40 people, among them a boy".
_AMONG = re.compile(r"\b(?:among (?:them|whom)|including|of (?:them|whom))[,:]?\s$", re.IGNORECASE)


def is_listed(text: str, quantity: Quantity) -> bool:
    """Say whether somebody is named as one of those counted before."""
    before = text[max(quantity.span.start - _BEFORE, 0) : quantity.span.start]
    return quantity.counted is not None and _AMONG.search(before) is not None


def _is_governed(text: str, quantity: Quantity, told: Governed | None) -> bool:
    """Say whether a verb whose subject or object somebody is says what befell them."""
    if told is None or told.rule not in _VERBAL or told.predicate not in _BODILY:
        return False
    first = min(told.span.start, quantity.span.start)
    between = text[max(first - _BEFORE, 0) : max(told.span.start, quantity.span.start)]
    return _is_fact(between)


_VERBAL = frozenset(("tree_subject", "tree_passive", "tree_object"))
# What befalls one body, and is told of one as of many.
_BODILY = frozenset(("killed", "injured", "missing", "arrested", "infected", "rescued"))


def _overlaps(quantity: Quantity, taken: Sequence[Span]) -> bool:
    return any(quantity.span.overlaps(span) for span in taken)
