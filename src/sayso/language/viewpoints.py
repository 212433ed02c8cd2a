"""Quotations laid to somebody without a verb: "For Bo Lund of the Velm Institute, “the dam is safe”"."""

import re
from collections.abc import Iterator, Sequence
from operator import itemgetter

from sayso.language.analysis import (
    MAYBE_SPEECH,
    Attribution,
    AttributionKind,
    Manner,
    Mention,
    Quotation,
    QuoteUse,
)
from sayso.language.segments import Segments
from sayso.text import Nearby, Span

RULE = "viewpoint"
_ASSERTED = "assert"
# A sentence up to its first quotation mark. Fires on "For Bo Lund of the Velm Institute, "; not on
# "For the first time, ", which begins with no name.
_OPENING = re.compile(r"(?P<cue>For|To)\s+(?P<source>[^“”\"«»\n]{3,140}?),?\s*")
_SPEAKERS = frozenset({"PER", "ORG"})
# So much of a quotation must be somebody's for it to be attributed already.
_COVERED = 0.5


def find_viewpoints(
    segments: Segments,
    attributions: Sequence[Attribution],
    quotations: Sequence[Quotation],
    mentions: Sequence[Mention],
) -> Iterator[Attribution]:
    """Yield an attribution for each such quotation that nobody else is said to have said."""
    named = {m.span.start: m for m in mentions if m.kind in _SPEAKERS and m.name}
    told = [one for one in attributions if one.manner in MAYBE_SPEECH and one.source]
    said = Nearby(((span, one) for one in told for span in one.content), span=itemgetter(0))
    for quotation in quotations:
        if quotation.use is not QuoteUse.QUOTATION or _is_said(quotation, said):
            continue
        start = segments.sentence_of(quotation.span.start).start
        match = _OPENING.fullmatch(segments.text, start, quotation.span.start)
        speaker = named.get(match.start("source")) if match else None
        if match is not None and speaker is not None:
            yield Attribution(
                source=(Span(*match.span("source")),),
                cue=(Span(*match.span("cue")),),
                content=(quotation.content,),
                kind=AttributionKind.DIRECT,
                rule=RULE,
                speaker=speaker.name,
                manner=Manner.SAID,
                force=_ASSERTED,
                negated=False,
            )


def _is_said(quotation: Quotation, said: Nearby[tuple[Span, Attribution]]) -> bool:
    """Say whether a quotation is in what somebody said; thoughts told inside of it are none."""
    return any(
        _overlap(span, quotation.content) >= _COVERED * len(quotation.content)
        for span, one in said.overlapping(quotation.content)
        if not quotation.content.contains(one.source[0])
    )


def _overlap(one: Span, other: Span) -> int:
    return max(min(one.end, other.end) - max(one.start, other.start), 0)
