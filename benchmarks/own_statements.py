"""The statements of the project's own corpus, from its annotated attributions, story by story."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from sayso.evidence.claim import Claim, Force
from sayso.evidence.stance import stance_of
from sayso.language.analysis import SPEECH, AttributionKind, Manner
from sayso.story.statements.statement import DocumentFacts, Statement, read_statement
from training.corpus.read import read_texts
from training.corpus.records import GoldAttribution, GoldText

_MARKS = frozenset("\"“”„«»'‘’")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One text: what is said or written in it, in order, and every attribution there is."""

    id: str
    statements: tuple[Statement, ...]
    every: tuple[Statement, ...]


def read_stories() -> Iterator[tuple[str, tuple[Told, ...]]]:
    """Yield each story with its texts."""
    for story, texts in groupby(read_texts(), key=lambda text: text.story):
        yield story, tuple(_told(text) for text in texts)


def _told(text: GoldText) -> Told:
    facts = DocumentFacts(id=text.id, text=text.text)
    spoken: defaultdict[bool, list[Statement]] = defaultdict(list)
    for row in text.attributions:
        told = Manner(row.manner.value) in SPEECH and not row.negated
        spoken[told].append(read_statement(_claim(text, row), facts))
    ordered = sorted(spoken[True], key=lambda one: one.content[0])
    return Told(id=text.id, statements=tuple(ordered), every=(*ordered, *spoken[False]))


def _claim(text: GoldText, row: GoldAttribution) -> Claim:
    stance = stance_of(Force(row.force), negated=row.negated)
    first, last = text.text[row.content[0].start], text.text[row.content[-1].end - 1]
    quoted = first in _MARKS and last in _MARKS
    return Claim(
        id=f"{text.id}:{row.label}",
        source=row.source,
        cue=row.cue,
        content=row.content,
        kind=AttributionKind.DIRECT if quoted else AttributionKind.INDIRECT,
        rule="annotated",
        speaker=row.who,
        force=stance.force,
        polarity=stance.polarity,
        parent=None if row.parent is None else f"{text.id}:{row.parent}",
    )
