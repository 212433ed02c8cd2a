"""Figures of one document: its quantities, what is said of them, and the claim that holds each."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.documents import record_id
from sayso.evidence.befalling import FAR, STATUS, Clauses, shipped_words
from sayso.evidence.befalling_tree import Governed, Governors
from sayso.evidence.claim import Claim
from sayso.evidence.figure import Accrual, Figure, Modality
from sayso.evidence.figure_ballots import ballots, shipped_weights
from sayso.evidence.figure_modality import modality_of
from sayso.evidence.figure_scope import Surroundings
from sayso.evidence.implicit import ONE, implicit_counts
from sayso.evidence.ordinals import OF_THE_SICK, SAID, ordinal_counts
from sayso.evidence.partitions import sharing, with_partitions
from sayso.language.analysis import Analysis, Counting, Quantity, QuantityKind
from sayso.language.quantities.nouns import is_standing_adjective
from sayso.text import Span, merged, smallest_holders


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
    implied = _implied(document_id, text, analysis, claims, beside)
    ordinals = _ordinals(document_id, text, found, claims, beside)
    every = _in_order((*_with_parts(found), *implied, *ordinals))
    parted = with_partitions(every, text, analysis.sentences)
    weighed = beside.weighed(parted)
    return tuple(one for one in weighed if one.quantity.rule != ONE or one.predicate is not None)


def _implied(
    document_id: str,
    text: str,
    analysis: Analysis,
    claims: Sequence[Claim],
    beside: "_Beside",
) -> Iterator[Figure]:
    """Yield the counts of one and none that words imply: "a guard was killed"."""
    taken = [quantity.span for quantity in analysis.quantities]
    implied = implicit_counts(
        text, analysis.tokens, beside.clauses, taken=taken, governed=beside.governed
    )
    holders = smallest_holders([one.number for one in implied], [one.content for one in claims])
    for quantity, holder in zip(implied, holders, strict=True):
        yield beside.completed(
            Figure(
                id=figure_id(document_id, quantity),
                quantity=quantity,
                claim=None if holder is None else claims[holder].id,
            )
        )


def _ordinals(
    document_id: str,
    text: str,
    found: Sequence[Figure],
    claims: Sequence[Claim],
    beside: "_Beside",
) -> Iterator[Figure]:
    """Yield the running totals that ordinals imply: "the nineteenth victim"."""
    counts = ordinal_counts(text, taken=[one.quantity.span for one in found])
    holders = smallest_holders([one.number for one in counts], [one.content for one in claims])
    for quantity, holder in zip(counts, holders, strict=True):
        noun = quantity.counted.text_in(text).lower() if quantity.counted else ""
        if noun == OF_THE_SICK and not beside.clauses.of_disease:
            continue
        figure = beside.completed(
            Figure(
                id=figure_id(document_id, quantity),
                quantity=quantity,
                accrual=Accrual.CUMULATIVE,
                claim=None if holder is None else claims[holder].id,
            )
        )
        yield replace(figure, predicate=SAID[noun], predicate_span=quantity.counted)


def _in_order(figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    return tuple(sorted(figures, key=lambda figure: figure.quantity.span.start))


def _with_parts(figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """Let a part of which nothing else is said share what is said of its whole: "six of the 120"."""
    wholes = {figure.id: figure for figure in figures}
    return tuple(
        sharing(_unmarked(figure), wholes[figure.part_of]) if figure.part_of in wholes else figure
        for figure in figures
    )


def _unmarked(figure: Figure) -> Figure:
    """Leave out a class that is only a mark of those counted: "among them 60 convicted rebels"."""
    words, counted, head = (
        figure.predicate_span,
        figure.quantity.counted,
        figure.quantity.counted_head,
    )
    marks = words is not None and counted is not None and counted.contains(words) and words != head
    return replace(figure, predicate=None, predicate_span=None) if marks else figure


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
        self._sources = merged(span for one in analysis.attributions for span in one.source)
        self._said = {analysis.quantities[one.quantity].span: one for one in analysis.countings}
        self._last: Figure | None = None  # that has a class
        self._tokens, self._trees = analysis.tokens, analysis.trees
        self._firsts = [tree.first for tree in analysis.trees]

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
        """Take what the words next to the number say, or those before a bare number that goes on with them."""
        told = self._told(figure)
        if told is not None and not self._is_speakers(figure.quantity, told[1]):
            return self._told_so(figure, *told)
        last = self._last
        bare = last is not None and not self.clauses.is_population(figure.quantity)
        if last is not None and bare and self._goes_on(figure.quantity, last):
            return self._told_so(figure, last.predicate, last.predicate_span)
        return replace(
            figure,
            predicate=None,
            predicate_span=None,
            modality=modality_of(self._text, figure, None),
        )

    def _told(self, figure: Figure) -> tuple[str, Span] | None:
        """Return the class with its words, if the number is of those whom something befell."""
        quantity = figure.quantity
        told = self.clauses.settlers(quantity) or self.clauses.tallied(quantity)
        if told is not None:
            return told.predicate, told.span
        return None if self.clauses.is_population(quantity) else self._befallen(figure)

    def _befallen(self, figure: Figure) -> tuple[str, Span] | None:
        """Return the class with its words: those next to the number, the tree's, a mark."""
        told = self.clauses.settled(self.clauses.befallen(figure.quantity, self._numbers))
        if told is not None and told.near and (told.rule != STATUS or self._is_state(told.span)):
            return told.predicate, told.span
        governed = self.governed(figure.quantity)
        if governed is not None:
            return self.clauses.by_topic(governed.predicate, governed.span), governed.span
        if told is None or (told.rule == FAR and not told.near and self._trees):
            return None
        return told.predicate, told.span

    def _is_speakers(self, quantity: Quantity, words: Span) -> bool:
        """Say whether these only speak, and are called by what they do: "two protesters said"."""
        counted = quantity.counted
        if counted is None or not counted.contains(words):
            return False
        at = bisect_right(self._sources, counted.start, key=lambda span: span.start) - 1
        return at >= 0 and self._sources[at].contains(counted)

    def _is_state(self, span: Span) -> bool:
        """Say whether those counted are named by what befell them: "two wounded", no prisoners."""
        return is_standing_adjective(span.text_in(self._text))

    def _goes_on(self, quantity: Quantity, before: Figure) -> bool:
        """Say whether a bare number repeats the count before it and is not told of by itself."""
        if not self.clauses.is_elliptical(quantity, before.quantity):
            return False
        if self._says_another(quantity, before.predicate):
            return False
        governors = self._governors(quantity)
        return governors is None or not governors.acts(quantity)

    def _says_another(self, quantity: Quantity, predicate: str | None) -> bool:
        """Say whether the sentence tells of another class: "those killed have risen to 31" goes on with nothing."""
        names = shipped_words().by_class
        told = {one for one in names if self.clauses.grounded(quantity, one, self._numbers)}
        return bool(told) and predicate not in told

    def governed(self, quantity: Quantity) -> Governed | None:
        """Return what the tree of the sentence says of the counted, if the sentence has one."""
        governors = self._governors(quantity)
        return governors.governed(quantity) if governors else None

    def _governors(self, quantity: Quantity) -> Governors | None:
        word = bisect_left(self._tokens.starts, quantity.number.start)
        at = bisect_right(self._firsts, word) - 1
        if at < 0 or word >= self._firsts[at] + len(self._trees[at].heads):
            return None
        return Governors(self._text, self._tokens, self._trees[at])

    def weighed(self, figures: Sequence[Figure]) -> Iterator[Figure]:
        """Yield the figures, those of which no words near tell with what core and other figures say."""
        said = [self._said_of(figure) for figure in figures]
        chosen = {ballot.figure: ballot for ballot in ballots(self._text, figures, said)}
        for at, figure in enumerate(figures):
            ballot = chosen.get(at)
            best = ballot.best(shipped_weights()) if ballot else None
            words = self._words_for(figures, at, best) if best else None
            if words:
                yield self._named(figure, best, words)
            else:
                leaning = best or (ballot.leaning(shipped_weights()) if ballot else None)
                yield replace(figure, leaning=leaning) if leaning else figure

    def _said_of(self, figure: Figure) -> Counting | None:
        """Return what the core says of a figure, if it is no number of those who live or sit somewhere."""
        if self.clauses.is_population(figure.quantity):
            return None
        return self._said.get(figure.quantity.span)

    def _named(self, figure: Figure, predicate: str | None, words: Span) -> Figure:
        """Give a figure a class with its words: a class that no words say is a guess, and no record."""
        modality = modality_of(self._text, figure, words)
        return replace(figure, predicate=predicate, predicate_span=words, modality=modality)

    def _words_for(self, figures: Sequence[Figure], at: int, predicate: str) -> Span | None:
        """Return the words of a class: of the sentence, else of what governs the counted, else of another figure."""
        figure = figures[at]
        words = self.clauses.grounded(figure.quantity, predicate, self._numbers)
        if words is None:
            words = self._said[figure.quantity.span].words
        if words is not None:
            return words
        alike = [one for one in figures if one.predicate == predicate and one.predicate_span]
        start = figure.quantity.span.start
        nearest = min(alike, key=lambda one: abs(one.quantity.span.start - start), default=None)
        return nearest.predicate_span if nearest else None

    def _told_so(self, figure: Figure, predicate: str | None, words: Span | None) -> Figure:
        self._last = replace(
            figure,
            predicate=predicate,
            predicate_span=words,
            modality=modality_of(self._text, figure, words),
        )
        return self._last


def _with_counting(figure: Figure, counting: Counting | None) -> Figure:
    if counting is None:
        return figure
    return replace(
        figure,
        accrual=None if counting.accrual is None else Accrual(counting.accrual),
        modality=None if counting.modality is None else Modality(counting.modality),
    )


def _within(text: str, quantity: Quantity) -> Quantity:
    if quantity.span.end > len(text):
        raise ValueError(f"{quantity.span} ends beyond the text of {len(text)} characters")
    return quantity
