"""Rival numbers: two speakers beside each other give the same content with another number.

Only within a document and next to each other: there the author sets one against the other. Numbers
in different documents mostly differ because time went on or because they count something else;
those are compared as figures.
"""

from collections.abc import Iterator, Sequence

from sayso.story.denials.denial import Denial, DenialKind, DenialReason, asserted_first
from sayso.story.denials.stance import PUT_FORWARD
from sayso.story.quotes.alignment import Alignment, Concern, align
from sayso.story.statements.lookup import Comparison
from sayso.story.statements.statement import Statement
from sayso.story.statements.words import WordKind

# Characters between the two, and what they share; seen on the project's own stories: below this
# share the numbers are of different things.
_REACH = 150
_LEAST_SHARE = 0.45
_FEWEST_SHARED = 2


def find_rival_numbers(statements: Sequence[Statement], by: Comparison) -> Iterator[Denial]:
    """Yield the statements of one document that contradict the one before by their number."""
    for at, denied in enumerate(statements):
        for asserted in statements[:at]:
            if _are_beside(asserted, denied) and _are_rivals(asserted, denied, by):
                alignment = align(asserted, denied, rarity=by.rarity(asserted, denied))
                if _share_content(asserted, denied, alignment):
                    yield _denial(asserted, denied, alignment, by)


def _are_beside(first: Statement, second: Statement) -> bool:
    end = max(span.end for span in (*first.source, *first.cue, *first.content))
    start = min(span.start for span in (*second.source, *second.cue, *second.content))
    return 0 <= start - end <= _REACH


def _are_rivals(first: Statement, second: Statement, by: Comparison) -> bool:
    if first.force not in PUT_FORWARD or second.force not in PUT_FORWARD:
        return False
    numbers = [
        {word.form for word in side.words if word.kind is WordKind.NUMBER}
        for side in (first, second)
    ]
    differ = all(numbers) and not numbers[0] & numbers[1]
    # Of "local media" and a ministry no names can be compared; that the text has two sources tells.
    sourced = bool(first.source and second.source)
    return differ and sourced and by.same_speaker(first.speaker, second.speaker) is not True


def _share_content(first: Statement, second: Statement, alignment: Alignment) -> bool:
    shared = set(first.forms) & set(second.forms)
    return (
        alignment.share >= _LEAST_SHARE
        and len(shared) >= _FEWEST_SHARED
        and alignment.differs_in(Concern.NUMBER)
    )


def _denial(asserted: Statement, denied: Statement, alignment: Alignment, by: Comparison) -> Denial:
    spans = [
        tuple(sorted({span for run in alignment.runs for span in run[side]})) for side in (0, 1)
    ]
    return Denial(
        asserted=asserted,
        denied=denied,
        kind=DenialKind.CONTRADICTION,
        reason=DenialReason.ANOTHER_NUMBER,
        same_speaker=by.same_speaker(asserted.speaker, denied.speaker),
        asserted_first=asserted_first(asserted, denied),
        share=round(alignment.share, 4),
        asserted_spans=spans[0],
        denied_spans=spans[1],
        rule="denial.another_number",
    )
