"""Attributions of the core and of the rules made one list: each content is attributed once."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.language.analysis import SPEECH, Attribution, AttributionKind
from sayso.text import Nearby, Span, hull, merged, smallest_holders

# A quotation of which the core has read less than this share is the rules' to attribute.
_COVERED = 0.5


def join_attributions(
    core: Sequence[Attribution], rules: Sequence[Attribution]
) -> tuple[Attribution, ...]:
    """Return the core's attributions, and the rules' for quotations that the core left alone.

    Where both attribute a quotation and only the rules found a source, theirs is taken.
    """
    core = [_to_its_end(a, rules) for a in core]
    joined = [_with_source(a, rules) for a in core]
    direct = (a for a in core if a.kind is not AttributionKind.INDIRECT)
    quoting = Nearby(direct, span=lambda a: hull(a.content))
    joined += [_as_before(a, core) for a in rules if not _is_told(a, quoting)]
    joined.sort(key=lambda a: (a.content, a.cue))
    return tuple(_nested(joined))


def _to_its_end(attribution: Attribution, rules: Sequence[Attribution]) -> Attribution:
    """Give a quotation that goes on over paragraphs all of them: the core reads each by itself."""
    if attribution.kind is not AttributionKind.DIRECT or not attribution.cue:
        return attribution
    for ruled in rules:
        same = ruled.cue and ruled.cue[0].overlaps(attribution.cue[0])
        longer = len(ruled.content) > len(attribution.content)
        if same and longer and _share(attribution.content, merged(ruled.content)) == 1.0:
            return replace(attribution, content=ruled.content)
    return attribution


def _is_told(ruled: Attribution, quoting: Nearby[Attribution]) -> bool:
    """Say whether somebody outside of the words quoted is said to have said most of them.

    Who speaks inside of a quotation ("We will see", "they refuse to answer") is not who is quoted.
    """
    near = quoting.overlapping(hull(ruled.content))
    quoted = merged(s for a in near if not _speaks_inside(a, ruled) for s in a.content)
    return _share(ruled.content, quoted) >= _COVERED


def _speaks_inside(one: Attribution, ruled: Attribution) -> bool:
    places = (*one.source[:1], *one.cue[:1])
    return bool(places) and all(any(c.contains(p) for c in ruled.content) for p in places)


def _as_before(ruled: Attribution, core: Sequence[Attribution]) -> Attribution:
    """Give a quotation that goes on the source that the core read where it began."""
    if ruled.cue or not ruled.source:
        return ruled
    for one in core:
        if one.source and one.source[0].overlaps(ruled.source[0]) and one.manner in SPEECH:
            return replace(ruled, source=one.source, speaker=one.speaker)
    return ruled


def _with_source(attribution: Attribution, rules: Sequence[Attribution]) -> Attribution:
    if attribution.source or attribution.kind is not AttributionKind.DIRECT:
        return attribution
    for ruled in rules:
        if ruled.source and _share(attribution.content, merged(ruled.content)) >= _COVERED:
            return replace(attribution, source=ruled.source, speaker=ruled.speaker)
    return attribution


def _share(content: Sequence[Span], others: Sequence[Span]) -> float:
    """Return which share of the characters of ``content`` lies in ``others``: sorted, apart."""
    whole = sum(len(span) for span in content)
    inside = 0
    for span in content:
        at = bisect_right(others, span.start, key=lambda other: other.end)
        while at < len(others) and others[at].start < span.end:
            inside += min(span.end, others[at].end) - max(span.start, others[at].start)
            at += 1
    return inside / whole if whole else 1.0


def _nested(attributions: Sequence[Attribution]) -> Iterator[Attribution]:
    """Yield the attributions with the number of the one whose content holds their cue."""
    places = [(a.cue or a.source or a.content)[0] for a in attributions]
    contents = [a.content for a in attributions]
    holders = smallest_holders(places, contents)
    for at, holder in enumerate(holders):
        if holder == at:
            # The own content hides whose content both lie in.
            others = [*contents[:at], (), *contents[at + 1 :]]
            (holders[at],) = smallest_holders([places[at]], others)
    for attribution, holder in zip(attributions, _without_circles(holders), strict=True):
        yield replace(attribution, parent=holder)


def _without_circles(holders: Sequence[int | None]) -> list[int | None]:
    """Open each circle of attributions that lie in one another at the first of them."""
    opened = list(holders)
    for at in range(len(opened)):
        passed: set[int] = set()
        inner: int | None = at
        while inner is not None and inner not in passed:
            passed.add(inner)
            inner = opened[inner]
        if inner == at:
            opened[at] = None
    return opened
