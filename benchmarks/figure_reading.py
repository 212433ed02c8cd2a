"""Counts of the project's own stories: number, counted head, what befell them, and all of it together.

    python -m benchmarks.figure_reading [--split train|dev|test] [--errors missed|wrong|false]

Gold are the counts of the annotated corpus; a count is found where a figure's number lies in its
characters. ``class`` are those whose class the annotators give (killed, held …; not ``other``):
recall is the share that gets the right one, precision the share of all named classes that is right.
``whole`` asks for number, head, class and exact characters at once: those of the whole annotated phrase
with its prepositional phrases. ``claim`` asks for what a count claim is: interval (the number with the
side on which it is open), head, class, and the exact characters from the hedge to the counted head;
articles before the hedge are nobody's, and a head that is a pronoun ("19 of them") is no noun to find.
Of each part that a claim lacks it tells how many lack it. Ordinals ("her second dose") are annotated as counts;
as places in a series they are read only where they count victims, and so are told apart. Stories of the held-out half of
``figure_pairs.tsv`` are scored with the rest and never printed.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation

from sayso.evidence.claims import find_claims
from sayso.evidence.figure import Figure
from sayso.evidence.figures import find_figures
from sayso.language.core.network import shipped_network
from sayso.language.reading import analyse
from sayso.text import Span
from training.corpus.labels import LABELS
from training.corpus.read import read_texts
from training.corpus.records import GoldFigure, GoldText
from training.splits import split_of

# Held-out stories of the pairs.
UNSEEN = frozenset({"camp", "cholera-convoy", "derailment", "hostage-deal", "quake", "town-siege"})
_UNCLASSED = (None, "other")
_AROUND = 90
_SIDES = {
    "about": "soft", "at_least": "below", "more_than": "below", "at_most": "above", "fewer_than": "above",
    "up_to": "possible", "as_many_as": "possible",
}  # fmt: skip
_PRONOUNS = frozenset(("them", "these", "those", "whom", "which", "one", "ones", "us", "you"))
_ARTICLES = frozenset(
    ("the", "these", "those", "all", "its", "their", "his", "her", "our", "your", "other", "first", "a", "an", "only", "just")
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """A gold count and the figure that has its number, if one has."""

    text: GoldText
    gold: GoldFigure
    found: Figure | None


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--split", choices=("train", "dev", "test"), default="test")
    parser.add_argument("--errors", choices=("missed", "wrong", "false"))
    arguments = parser.parse_args()
    texts = [text for text in read_texts() if split_of(text.story) == arguments.split]
    read = [(text, read_figures(text)) for text in texts]
    met = [one for text, figures in read for one in meetings(text, figures)]
    report(met, read)
    if arguments.errors:
        for line in errors(met, arguments.errors):
            print(line)


def read_figures(text: GoldText) -> tuple[Figure, ...]:
    analysis = analyse(text.text, core=shipped_network())
    claims = find_claims(text.id, text.text, analysis)
    return find_figures(text.id, text.text, analysis, claims)


def meetings(text: GoldText, figures: Sequence[Figure]) -> Iterator[Met]:
    for gold in text.figures:
        if gold.kind == "count":
            over = [_in_corpus_classes(f) for f in figures if gold.span.overlaps(f.quantity.number)]
            counts = [f for f in over if f.quantity.kind == "count"]
            yield Met(text=text, gold=gold, found=next(iter(counts or over), None))


def _in_corpus_classes(figure: Figure) -> Figure:
    """Leave out a class that the annotators did not have: to them it is one of the others."""
    return figure if figure.predicate in LABELS["predicate"] else replace(figure, predicate=None)


def report(met: Sequence[Met], read: Sequence[tuple[GoldText, Sequence[Figure]]]) -> None:
    found = [one for one in met if one.found]
    print(f"{len(met)} counts, number found of {_share(len(found), len(met))}")
    heads = [one for one in met if one.gold.head]
    right = sum(_head_right(one) for one in heads)
    with_number = sum(one.found is not None for one in heads)
    print(
        f"  counted head right {_share(right, len(heads))}, of those found {_share(right, with_number)}"
    )
    classed = [one for one in met if one.gold.predicate not in _UNCLASSED]
    got = sum(_class_right(one) for one in classed)
    named = [one for one in found if one.found and one.found.predicate not in _UNCLASSED]
    true = sum(_class_right(one) for one in named)
    said = sum(1 for one in classed if one in named)
    print(
        f"  class: recall {_share(got, len(classed))}, right of those named "
        f"{_share(got, said)}, precision {_share(true, len(named))}"
    )
    modal = [one for one in found if one.gold.modality and one.found and one.found.modality]
    print(f"  modality right {_share(sum(one.gold.modality == one.found.modality for one in modal if one.found), len(modal))}")  # fmt: skip
    whole = sum(_whole(one) for one in met)
    counts = sum(f.quantity.kind == "count" for _, figures in read for f in figures)
    print(f"  whole: {whole} of {len(met)} gold and {counts} found, F1 {200 * whole / max(len(met) + counts, 1):.1f}")  # fmt: skip
    claims = sum(not lacks(one) for one in met)
    print(
        f"  claim: {claims} of {len(met)} gold and {counts} found, "
        f"F1 {200 * claims / max(len(met) + counts, 1):.1f}; lacking "
        + ", ".join(
            f"{n} {part}" for part, n in Counter(p for one in met for p in lacks(one)).most_common()
        )
    )
    plain = [one for one in met if one.gold.modifier != "ordinal"]
    placed = sum(one.found is not None for one in met if one.gold.modifier == "ordinal")
    claims = sum(not lacks(one) for one in plain)
    print(
        f"  claim, ordinals aside: {claims} of {len(plain)} gold and {counts - placed} found, "
        f"F1 {200 * claims / max(len(plain) + counts - placed, 1):.1f}"
    )
    confused = Counter(
        (one.gold.predicate, one.found.predicate if one.found else "unread")
        for one in classed
        if not _class_right(one)
    )
    print("  " + ", ".join(f"{g}→{f} {n}" for (g, f), n in confused.most_common(14)))


def _share(part: int, whole: int) -> str:
    return f"{100 * part / max(whole, 1):.1f} % ({part} of {whole})"


def _class_right(one: Met) -> bool:
    return one.found is not None and one.found.predicate == one.gold.predicate


def _head_right(one: Met) -> bool:
    if one.found is None or one.gold.head is None or one.found.quantity.counted_head is None:
        return False
    head = one.found.quantity.counted_head.text_in(one.text.text)
    return head.lower() == one.gold.head.text_in(one.text.text).split()[-1].lower()


def _number_right(one: Met) -> bool:
    written, found = one.gold.number, one.found
    if found is None:
        return False
    if written is None:
        return found.quantity.best is None
    low, dots, high = written.partition("..")
    try:
        if dots:
            return (found.quantity.lo, found.quantity.hi) == (Decimal(low), Decimal(high))
        return found.quantity.best == Decimal(written)
    except InvalidOperation:
        return False


def _whole(one: Met) -> bool:
    found = one.found
    if found is None or not _number_right(one):
        return False
    classes = {None if p in _UNCLASSED else p for p in (found.predicate, one.gold.predicate)}
    spans = one.gold.span in (found.quantity.span, _phrase(found))
    return len(classes) == 1 and spans and (one.gold.head is None or _head_right(one))


def lacks(one: Met) -> tuple[str, ...]:
    """Return what a count claim lacks; nothing where the figure gives all of it."""
    found, gold = one.found, one.gold
    if found is None:
        return ("number",)
    classes = {None if p in _UNCLASSED else p for p in (found.predicate, gold.predicate)}
    right = {
        "interval": _number_right(one) and _open_side_right(one),
        "head": _noun(one) is None or _head_right(one),
        "class": len(classes) == 1,
        "characters": _characters_right(one),
    }
    return tuple(part for part, fine in right.items() if not fine)


def _open_side_right(one: Met) -> bool:
    """Compare the side on which a number is open, or soft, with that of its annotated modifier."""
    if one.found is None:
        return False
    quantity = one.found.quantity
    sides = [_SIDES.get(m, "none") for m in (quantity.modifier.value, one.gold.modifier)]
    nearly = quantity.hi_open and quantity.hi == quantity.best and sides[1] in ("soft", "above")
    return sides[0] == sides[1] or nearly


def _noun(one: Met) -> Span | None:
    head = one.gold.head
    return None if head is None or head.text_in(one.text.text).lower() in _PRONOUNS else head


def _characters_right(one: Met) -> bool:
    """Compare the characters from the hedge to the counted head, or to the number where there is none."""
    found, text, head = one.found, one.text.text, _noun(one)
    if found is None:
        return False
    quantity = found.quantity
    start = _without_articles(text, one.gold.span)
    if head is None or quantity.counted_head is None:
        return start == _without_articles(text, quantity.span) and head is None
    ours = (_without_articles(text, quantity.span), quantity.counted_head.end)
    return ours == (start, head.end)


def _without_articles(text: str, span: Span) -> int:
    at = span.start
    while (word := text[at : span.end].split(" ", maxsplit=1)[0]).lower() in _ARTICLES:
        at += len(word) + 1
    return at


def _phrase(figure: Figure) -> object:
    """Return the characters from the hedge to the end of what is counted, as annotated."""
    quantity = figure.quantity
    end = max(quantity.span.end, quantity.counted.end if quantity.counted else 0)
    return type(quantity.span)(quantity.span.start, end)


def errors(met: Sequence[Met], what: str) -> Iterator[str]:
    """Yield counts of one sort of error with the words around them."""
    for one in met:
        if one.text.story in UNSEEN:
            continue
        gold = None if one.gold.predicate in _UNCLASSED else one.gold.predicate
        named = one.found.predicate if one.found else None
        named = None if named in _UNCLASSED else named
        sort = "missed" if gold and not named else "wrong" if gold else "false"
        if gold != named and sort == what:
            text, span = one.text.text, one.gold.span
            words = f"{text[max(span.start - _AROUND, 0):span.start]}<<{text[span.start:span.end]}>>{text[span.end:span.end + _AROUND]}"  # fmt: skip
            rule = "" if one.found is None else " " + ("words" if one.found.predicate_span else "core")  # fmt: skip
            unread = " UNREAD" if one.found is None else ""
            yield f"{one.gold.predicate} <> {named}{rule}{unread} | {one.text.id}: {' '.join(words.split())}"


if __name__ == "__main__":
    main()
