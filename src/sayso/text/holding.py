"""Which of many pieces of text holds a span, found for all spans in one pass."""

from collections.abc import Iterator, Sequence

from sayso.text.span import Span


def smallest_holders(inner: Sequence[Span], outer: Sequence[Sequence[Span]]) -> list[int | None]:
    """Return for each span of ``inner`` the place in ``outer`` of what holds it, if anything does.

    What holds it has it within one of its fragments; of several it is the one with the fewest
    characters in all, then the first. A long text takes no longer for each of its spans.
    """
    holders: list[int | None] = [None] * len(inner)
    waiting = sorted(_fragments(outer), reverse=True)
    begun: list[tuple[Span, int, int]] = []
    for at in sorted(range(len(inner)), key=lambda at: inner[at]):
        span = inner[at]
        while waiting and waiting[-1][0].start <= span.start:
            begun.append(waiting.pop())
        begun = [one for one in begun if one[0].end > span.start]
        holding = [(size, place) for fragment, size, place in begun if fragment.contains(span)]
        holders[at] = min(holding)[1] if holding else None
    return holders


def _fragments(outer: Sequence[Sequence[Span]]) -> Iterator[tuple[Span, int, int]]:
    for place, fragments in enumerate(outer):
        size = sum(map(len, fragments))
        for fragment in fragments:
            yield fragment, size, place
