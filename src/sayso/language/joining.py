"""Attributions of the core and of the rules made one list: each content is attributed once."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.language.analysis import Attribution, AttributionKind
from sayso.text import Span, smallest_holders

# A quotation of which the core has read less than this share is the rules' to attribute.
_COVERED = 0.5


def join_attributions(
    core: Sequence[Attribution], rules: Sequence[Attribution]
) -> tuple[Attribution, ...]:
    """Return the core's attributions, and the rules' for quotations that the core left alone.

    Where both attribute a quotation and only the rules found a source, theirs is taken.
    """
    joined = [_with_source(a, rules) for a in core]
    quoted = sorted(s for a in core if a.kind is not AttributionKind.INDIRECT for s in a.content)
    joined += [a for a in rules if _share(a.content, quoted) < _COVERED]
    joined.sort(key=lambda a: (a.content, a.cue))
    return tuple(_nested(joined))


def _with_source(attribution: Attribution, rules: Sequence[Attribution]) -> Attribution:
    if attribution.source or attribution.kind is not AttributionKind.DIRECT:
        return attribution
    for ruled in rules:
        if ruled.source and _share(attribution.content, ruled.content) >= _COVERED:
            return replace(attribution, source=ruled.source, speaker=ruled.speaker)
    return attribution


def _share(content: Sequence[Span], others: Sequence[Span]) -> float:
    """Return which share of the characters of ``content`` lies in ``others``."""
    whole = sum(len(span) for span in content)
    inside = sum(
        max(0, min(span.end, other.end) - max(span.start, other.start))
        for span in content
        for other in others
    )
    return inside / whole if whole else 1.0


def _nested(attributions: Sequence[Attribution]) -> Iterator[Attribution]:
    """Yield the attributions with the number of the one whose content holds their cue."""
    places = [(a.cue or a.source or a.content)[0] for a in attributions]
    contents = [a.content for a in attributions]
    for at, (attribution, holder) in enumerate(
        zip(attributions, smallest_holders(places, contents), strict=True)
    ):
        yield replace(attribution, parent=None if holder == at else holder)
