"""Figures of one document: its quantities, what is said of them, and the claim that holds each."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.documents import record_id
from sayso.evidence.befalling import Clauses
from sayso.evidence.claim import Claim
from sayso.evidence.figure import Accrual, Figure, Modality
from sayso.evidence.figure_scope import Surroundings
from sayso.evidence.implicit import implicit_counts
from sayso.language.analysis import Analysis, Counting, Quantity, QuantityKind
from sayso.language.quantities.words import listed
from sayso.text import Span, smallest_holders

# Words before those of a class among which an auxiliary may stand: "could soon be moved".
_AUXILIARIES = 4
_PERHAPS = listed("could may might")
_LATER = listed("will shall")


def find_figures(
    document_id: str, text: str, analysis: Analysis, claims: Sequence[Claim]
) -> tuple[Figure, ...]:
    """Return a figure for each quantity of the analysis, in the order of the text.

    The claim of a figure is the smallest one whose content holds its number.
    """
    ids = tuple(figure_id(document_id, quantity) for quantity in analysis.quantities)
    holders = smallest_holders(
        [quantity.number for quantity in analysis.quantities],
        [claim.content for claim in claims],
    )
    said = {counting.quantity: counting for counting in analysis.countings}
    beside = _Beside(text, analysis)
    found = tuple(
        beside.completed(
            _with_counting(
                Figure(
                    id=own_id,
                    quantity=_within(text, quantity),
                    claim=None if holder is None else claims[holder].id,
                    part_of=None if quantity.whole is None else ids[quantity.whole],
                ),
                said.get(at),
            )
        )
        for at, (own_id, quantity, holder) in enumerate(
            zip(ids, analysis.quantities, holders, strict=True)
        )
    )
    return _in_order((*_with_parts(found), *_implied(document_id, text, analysis, claims, beside)))


def _implied(
    document_id: str,
    text: str,
    analysis: Analysis,
    claims: Sequence[Claim],
    beside: "_Beside",
) -> Iterator[Figure]:
    """Yield the counts of one and none that words imply: "a guard was killed"."""
    taken = [quantity.span for quantity in analysis.quantities]
    implied = implicit_counts(text, analysis.tokens, beside.clauses, taken=taken)
    holders = smallest_holders([one.number for one in implied], [one.content for one in claims])
    for quantity, holder in zip(implied, holders, strict=True):
        yield beside.completed(
            Figure(
                id=figure_id(document_id, quantity),
                quantity=quantity,
                claim=None if holder is None else claims[holder].id,
            )
        )


def _in_order(figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    return tuple(sorted(figures, key=lambda figure: figure.quantity.span.start))


def _with_parts(figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """Let a part of which nothing else is said share what is said of its whole: "six of the 120"."""
    wholes = {figure.id: figure for figure in figures}
    return tuple(
        _shared(figure, wholes[figure.part_of])
        if figure.predicate_span is None
        and figure.part_of in wholes
        and wholes[figure.part_of].predicate_span
        else figure
        for figure in figures
    )


def _shared(part: Figure, whole: Figure) -> Figure:
    return replace(
        part,
        predicate=whole.predicate,
        predicate_span=whole.predicate_span,
        place=part.place or whole.place,
        setting=part.setting or whole.setting,
    )


def figure_id(document_id: str, quantity: Quantity) -> str:
    """Return the id of the figure at the quantity's characters of one document."""
    return record_id("f", document_id, quantity.span.start, quantity.span.end)


class _Beside:
    """What the words beside the numbers of one text say of them."""

    def __init__(self, text: str, analysis: Analysis) -> None:
        self._text = text
        self.clauses = Clauses(text, analysis.tokens, analysis.sentences)
        self._surroundings = Surroundings(text, analysis)
        self._numbers = tuple(quantity.number for quantity in analysis.quantities)
        self._last: Figure | None = None  # that has a class

    def completed(self, figure: Figure) -> Figure:
        """Add class, place and time of a count, each with its words."""
        if figure.quantity.kind is not QuantityKind.COUNT:
            return figure
        scope = self._surroundings.scope(figure.quantity)
        return replace(
            self._with_predicate(figure),
            place=scope.place,
            setting=scope.setting,
            time=scope.time.span if scope.time else None,
            as_of=scope.time.interval if scope.time else None,
        )

    def _with_predicate(self, figure: Figure) -> Figure:
        """Take what the words next to the number say, else the core's class if words say it too.

        A class that no words say is a guess, and no record.
        """
        told = self.clauses.befallen(figure.quantity, self._numbers)
        if figure.predicate is not None and not (told and told.near):
            words = self.clauses.grounded(figure.quantity, figure.predicate)
            if words is not None:
                return self._said(figure, figure.predicate, words)
        if told is not None:
            return self._said(figure, told.predicate, told.span)
        last = self._last
        if last is not None and self.clauses.is_elliptical(figure.quantity, last.quantity):
            return self._said(figure, last.predicate, last.predicate_span)
        return replace(figure, predicate=None, predicate_span=None)

    def _said(self, figure: Figure, predicate: str | None, words: Span | None) -> Figure:
        self._last = replace(
            figure,
            predicate=predicate,
            predicate_span=words,
            modality=self._modality(figure, words),
        )
        return self._last

    def _modality(self, figure: Figure, words: Span | None) -> Modality | None:
        """Read the auxiliary before the words of a class: what could be moved has not been."""
        if words is None or figure.modality not in (None, Modality.ASSERTED):
            return figure.modality
        before = self._text[figure.quantity.span.end : words.start].lower().split()[-_AUXILIARIES:]
        if _PERHAPS & set(before):
            return Modality.HYPOTHETICAL
        return Modality.PLANNED if _LATER & set(before) else figure.modality


def _with_counting(figure: Figure, counting: Counting | None) -> Figure:
    if counting is None:
        return figure
    return replace(
        figure,
        predicate=counting.predicate,
        accrual=None if counting.accrual is None else Accrual(counting.accrual),
        modality=None if counting.modality is None else Modality(counting.modality),
    )


def _within(text: str, quantity: Quantity) -> Quantity:
    if quantity.span.end > len(text):
        raise ValueError(f"{quantity.span} ends beyond the text of {len(text)} characters")
    return quantity
