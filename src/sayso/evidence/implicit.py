"""Implicit counts: "a guard was killed" is one, "nobody was hurt" none, though no number stands there."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from sayso.evidence.befalling import Clauses
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
_RULES = frozenset(("governing_verb", "following_verb", "counted_noun"))


def implicit_counts(
    text: str, tokens: Tokens, clauses: Clauses, *, taken: Sequence[Span]
) -> tuple[Quantity, ...]:
    """Return the counts of one and none that words imply, where a class of people is said of them.

    ``taken`` are the numbers that are written, which are no implicit ones.
    """
    lows = [text[s:e].lower() for s, e in zip(tokens.starts, tokens.ends, strict=True)]
    found = (*_singles(lows, tokens), *_nones(lows, tokens))
    kept = [one for one in found if _is_said(text, one, clauses) and not _overlaps(one, taken)]
    return tuple(sorted(kept, key=lambda one: one.span.start))


def _singles(lows: Sequence[str], tokens: Tokens) -> Iterator[Quantity]:
    for at, low in enumerate(lows):
        if low in ("a", "an"):
            head = _head(lows, at + 1, PERSON)
            if head is not None:
                yield _count(tokens, at, at + 1, head, rule=ONE)


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


_EVENTS = listed("deaths injuries casualties fatalities arrests cases infections")


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
    return told.predicate in _PERSONAL and _UNREAL.isdisjoint(around.lower().split())


def _overlaps(quantity: Quantity, taken: Sequence[Span]) -> bool:
    return any(quantity.span.overlaps(span) for span in taken)
