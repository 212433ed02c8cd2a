"""Attributions written as words: source, cue and content of a sentence, fragments parted by an ellipsis."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sayso.language.analysis import Attribution, AttributionKind, Manner
from sayso.language.attribution_repairs_examples import RepairExample
from sayso.language.segments import Segments, segment
from sayso.text import Span
from tests.passages import at

Changes = Mapping[str, Callable[[Segments, Sequence[Attribution]], Iterator[Attribution]]]

Row = tuple[str, str, str]


def spans(text: str, words: str) -> tuple[Span, ...]:
    """Find words in a text; fragments are parted by an ellipsis."""
    return tuple(at(text, part) for part in words.split(" … ")) if words else ()


def attributed(
    text: str, source: str, cue: str, content: str, *, force: str | None = "assert", **kept: Any
) -> Attribution:
    """Return an attribution by its words, direct where its content stands behind a mark."""
    told = spans(text, content)
    quoted = all(text.startswith("“", span.start - 1) for span in told)
    found = Attribution(
        source=spans(text, source),
        cue=spans(text, cue),
        content=told,
        kind=AttributionKind.DIRECT if quoted else AttributionKind.INDIRECT,
        rule="core",
        manner=Manner.SAID,
        force=force,
    )
    return replace(found, **kept)


def attribution(text: str, row: Row, *, sureness: float | None = 0.5) -> Attribution:
    return attributed(text, *row, force=None, sureness=sureness)


def rows(text: str, found: Sequence[Attribution]) -> list[Row]:
    def words(parts: Sequence[Span]) -> str:
        return " … ".join(part.text_in(text) for part in parts)

    return [(words(one.source), words(one.cue), words(one.content)) for one in found]


def changed(example: RepairExample, changes: Changes) -> list[Row]:
    """Return what the change that an example is of makes of it."""
    given = [attribution(example.text, row) for row in example.given]
    return rows(example.text, tuple(changes[example.rule](segment(example.text), given)))


def shown_both_ways(examples: Iterable[RepairExample]) -> set[str]:
    """Return the changes that have an example in which they do something and one that they leave."""
    examples = tuple(examples)
    does = {one.rule for one in examples if one.given != one.repaired}
    return does & {one.rule for one in examples if one.given == one.repaired}
