"""What a number counts, settled by the tree of its sentence where shape and the counting head disagree with it."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.language.analysis import Quantity, QuantityKind, SentenceTree
from sayso.language.core.facts import Count
from sayso.language.quantities.ages import PARENTS
from sayso.language.quantities.nouns import is_plural
from sayso.language.quantities.words import HYPHENS, listed
from sayso.language.segments import Segments
from sayso.text import Span

_COUNTABLE = frozenset(("NOUN", "PROPN", "ADJ", "PRON", "X"))
_REACH = 8  # words from a numeral to its noun
_NOMINAL = frozenset(("nsubj", "obj", "root", "conj", "appos", "parataxis", "dep"))
# After these a number measures their subject: "the number of cases has risen to 27".
_MEASURING = listed(
    "rise rises rose risen climb climbs climbed grow grows grew grown fall falls fell fallen drop drops dropped "
    "jump jumps jumped increase increases increased stand stands stood surge surged soar soared swell swelled "
    "swollen put arrived brings bring bringing brought takes taking took raises raising raised pushes pushing "
    "pushed revised scaled cut lowered"
)
_COMPARED_REACH = 60  # characters
_COMPARISONS = (
    "down from",
    "up from",
    "against",
    "compared with",
    "compared to",
    "instead of",
    "rather than",
    ", not",
)
_NUMBERS = listed("number numbers total tally count estimate toll figure")
_ACTING = frozenset(("VERB", "AUX"))


def with_counted(
    segments: Segments,
    quantities: Sequence[Quantity],
    numbers: Mapping[int, int],
    counts: Mapping[int, Count],
    trees: Sequence[SentenceTree],
) -> Iterator[Quantity]:
    """Yield the quantities with the counted word where shape alone found none, or took a verb for one.

    ``numbers`` holds the last word of the number of each count by the place of its quantity.
    """
    words = _Words(segments, trees)
    counted = (
        _counted(segments, quantity, words, number, counts)
        if (number := numbers.get(at)) is not None
        else quantity
        for at, quantity in enumerate(quantities)
    )
    yield from _carried_over(segments, counted)


def _carried_over(segments: Segments, quantities: Iterable[Quantity]) -> Iterator[Quantity]:
    """Yield the quantities, a bare one with the counted word of the one that it is compared with."""
    before: Quantity | None = None
    for quantity in quantities:
        bare = before is not None and before.counted_head and quantity.counted_head is None
        if bare and before and _is_compared(segments.text[before.span.end : quantity.span.start]):
            quantity = replace(quantity, counted_head=before.counted_head)  # noqa: PLW2901 - completed
        before = quantity if quantity.kind is QuantityKind.COUNT else None
        yield quantity


def _is_compared(between: str) -> bool:
    """Say whether a number is the other side of a comparison: "to over 100, down from 176"."""
    close = len(between) < _COMPARED_REACH and not {".", ";"} & set(between)
    return close and between.rstrip().endswith(_COMPARISONS)


def _counted(
    segments: Segments,
    quantity: Quantity,
    words: "_Words",
    number: int,
    counts: Mapping[int, Count],
) -> Quantity:
    if quantity.counted and _is_verb(segments, quantity, words):
        return replace(quantity, counted=None, counted_head=None)
    if quantity.counted_head:
        return _corrected(segments, quantity, words, number)
    return _with_head(segments, quantity, words, number, counts[number].head)


def _is_verb(segments: Segments, quantity: Quantity, words: "_Words") -> bool:
    """Say whether what shape took for the counted is a verb; no participle before a plural is."""
    if quantity.counted is None or not words.acts(segments.first_token(quantity.counted.start)):
        return False
    head = quantity.counted_head
    joined = head is not None and head.start > quantity.counted.start
    return not (joined and _is_plural_at(segments, quantity))


def _is_attributive(segments: Segments, quantity: Quantity) -> bool:
    """Say whether the counted word leans on its number, or on that of the next: "four- and six-horse carts"."""
    start = quantity.counted.start if quantity.counted else 0
    return segments.text[start - 1 : start] in HYPHENS


def _corrected(segments: Segments, quantity: Quantity, words: "_Words", number: int) -> Quantity:
    """Take the noun that the tree gives a numeral where shape took another: "one diocese sought help"."""
    head = words.counted_by(number)
    counted = quantity.counted
    if head is None or counted is None or not number < head < number + _REACH:
        return quantity
    if _is_attributive(segments, quantity):
        return quantity
    span = segments.tokens.span(head)
    owner = segments.words[head + 1 : head + 2] in (("'s",), ("’s",), ("'",), ("’",))
    same = quantity.counted_head and quantity.counted_head.overlaps(span)
    if same or owner or span.start < counted.start or not words.is_noun(head):
        return quantity
    if (
        quantity.best != 1
        and not is_plural(segments.words[head])
        and _is_plural_at(segments, quantity)
    ):
        return quantity  # "two laboratories test 600 samples"
    return replace(quantity, counted=Span(counted.start, span.end), counted_head=span)


def _is_plural_at(segments: Segments, quantity: Quantity) -> bool:
    head = quantity.counted_head
    return head is not None and is_plural(segments.words[segments.first_token(head.start)])


def _with_head(
    segments: Segments, quantity: Quantity, words: "_Words", number: int, guess: int
) -> Quantity:
    """Name the noun that the tree gives a number, else the one guessed if the text bears it out.

    A guess before the number is what it goes on with ("of 40 houses, nine"), and so a plural.
    """
    head = words.counted_by(number)
    if head is None:
        earlier = guess < number and is_plural(segments.words[guess]) and words.stands_free(number)
        head = guess if earlier or words.are_tied(number, guess) else words.measured_by(number)
    if head is None or not words.is_countable(head) or not segments.words[head][:1].isalpha():
        return quantity
    if segments.words[number - 1].lower() == "of" and segments.words[head].lower() in PARENTS:
        return quantity  # "a mother of three": the children are not named
    return replace(quantity, counted_head=segments.tokens.span(head))


class _Words:
    """The words of the parsed sentences, by their places in the text."""

    def __init__(self, segments: Segments, trees: Sequence[SentenceTree]) -> None:
        self._segments, self._trees = segments, trees
        self._firsts = [tree.first for tree in trees]

    def _place(self, word: int) -> tuple[SentenceTree, int] | None:
        at = bisect_right(self._firsts, word) - 1
        if at < 0 or word >= self._firsts[at] + len(self._trees[at].heads):
            return None
        return self._trees[at], word - self._firsts[at]

    def _low(self, word: int) -> str:
        return self._segments.words[word].lower()

    def is_countable(self, word: int) -> bool:
        place = self._place(word)
        return place is None or place[0].upos[place[1]] in _COUNTABLE

    def is_noun(self, word: int) -> bool:
        place = self._place(word)
        return place is not None and place[0].upos[place[1]] in ("NOUN", "PROPN")

    def acts(self, word: int) -> bool:
        """Say whether a word is a verb with a subject before it: "hundreds march against the dam"."""
        place = self._place(word)
        if place is None:
            return False
        tree, at = place
        if tree.upos[at] not in _ACTING or tree.deprels[at] in ("amod", "compound"):
            return False
        return any(
            head == at and child < at and relation == "nsubj"
            for child, (head, relation) in enumerate(zip(tree.heads, tree.deprels, strict=True))
        )

    def stands_free(self, word: int) -> bool:
        """Say whether a number stands as a noun does, or measures a subject: "nine rose", "it rose to nine"."""
        place = self._place(word)
        if place is None:
            return False
        tree, at = place
        cases = [
            n
            for n, (head, relation) in enumerate(zip(tree.heads, tree.deprels, strict=True))
            if head == at and relation == "case"
        ]
        if tree.deprels[at] in _NOMINAL:
            return not cases
        measured = (
            tree.deprels[at] == "obl" and self._low(tree.first + tree.heads[at]) in _MEASURING
        )
        return measured and any(
            head == tree.heads[at] and relation == "nsubj"
            for head, relation in zip(tree.heads, tree.deprels, strict=True)
        )

    def measured_by(self, word: int) -> int | None:
        """Return the noun whose number a verb moves: "the number of cases has risen to 27"."""
        place = self._place(word)
        if place is None:
            return None
        tree, at = place
        verb = tree.heads[at]
        if tree.deprels[at] not in ("obl", "obj") or self._low(tree.first + verb) not in _MEASURING:
            return None
        children = list(enumerate(zip(tree.heads, tree.deprels, strict=True)))
        moved = [
            n for n, (head, r) in children if head == verb and r in ("nsubj", "obj") and n < at
        ]
        for noun in moved:
            if self._low(tree.first + noun) in _NUMBERS:
                inner = [
                    n for n, (head, r) in children if head == noun and r == "nmod" and n > noun
                ]
                return tree.first + inner[0] if inner else None
        return None

    def are_tied(self, word: int, other: int) -> bool:
        """Say whether one of two words hangs on the other."""
        place, second = self._place(word), self._place(other)
        if place is None or second is None or place[0] is not second[0] or word == other:
            return False
        heads, at, to = place[0].heads, place[1], second[1]
        return to in (at, heads[at]) or heads[to] == at

    def counted_by(self, word: int) -> int | None:
        """Return the noun that a number stands before as its numeral, as the tree has it."""
        place = self._place(word)
        if place is None:
            return None
        tree, at = place
        return tree.first + tree.heads[at] if tree.deprels[at] == "nummod" else None
