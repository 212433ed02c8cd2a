"""Claims of one document: its attributions with stance, hedges and the day they were said."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sayso.dates import DayInterval
from sayso.documents import record_id
from sayso.evidence.claim import Claim, Force
from sayso.evidence.claimless import is_claimless
from sayso.evidence.content_force import asks, force_by_content
from sayso.evidence.stance import (
    UNVERIFIED,
    Stance,
    is_distant,
    is_hedge,
    is_unowned,
    not_done,
    read_stance,
    stance_of,
)
from sayso.evidence.via import Ways
from sayso.language.analysis import (
    MAYBE_SPEECH,
    SPEECH,
    Analysis,
    Attribution,
    AttributionKind,
    Manner,
    QuoteUse,
)
from sayso.language.function_words import AUXILIARIES, FIRST_PERSON, NEGATIONS
from sayso.text import Span, hull

# Hedges are looked for this many tokens before and behind source and cue.
_NEAR = 3
# Characters between a cue or source and a timex that still belongs to it.
_REACH = 80
# What stands behind the name of whoever speaks next.
_LABELS = frozenset(":—–")
_FEARS = frozenset({"fear", "fears", "feared", "fearing"})


def find_claims(document_id: str, text: str, analysis: Analysis) -> tuple[Claim, ...]:
    """Return one claim for each attribution, and one for each quotation that has none."""
    ways = Ways(text, analysis.sentences)
    ids = [_attribution_id(document_id, attribution) for attribution in analysis.attributions]
    claims = [
        replace(_claim(text, analysis, attribution, ids, own_id), via=ways.of(attribution))
        for own_id, attribution in zip(ids, analysis.attributions, strict=True)
        if _is_claim(text, analysis, attribution)
    ]
    covered = [span for claim in claims for span in claim.content]
    claims.extend(_unattributed(document_id, text, analysis, covered))
    return in_order(claims)


def in_order(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Return claims in the order of the text."""
    return tuple(sorted(claims, key=lambda claim: (claim.content[0], claim.id)))


def _claim(
    text: str, analysis: Analysis, attribution: Attribution, ids: Sequence[str], own_id: str
) -> Claim:
    stance = _stance(text, analysis, attribution)
    return Claim(
        id=own_id,
        source=attribution.source,
        cue=attribution.cue,
        content=attribution.content,
        kind=attribution.kind,
        rule=attribution.rule,
        speaker=attribution.speaker,
        described=attribution.described,
        manner=_manner(text, attribution),
        force=stance.force,
        polarity=stance.polarity,
        hedges=_hedges(text, analysis, attribution),
        said=_said(text, analysis, attribution),
        parent=_parent(text, analysis, attribution, ids),
    )


def _manner(text: str, attribution: Attribution) -> Manner | None:
    """Return how it was put: what "is believed", by nobody in particular, is going round as said.

    Whoever fears that something is so, or will be, believes it.
    """
    thought = attribution.manner in {Manner.THOUGHT, Manner.JUDGED}
    if thought and _is_unowned(text, attribution):
        return Manner.SAID
    fears = attribution.manner is Manner.JUDGED and _FEARS.intersection(
        _cue_words(text, attribution)
    )
    return Manner.THOUGHT if fears and _opens_clause(text, attribution) else attribution.manner


def _opens_clause(text: str, attribution: Attribution) -> bool:
    """Say whether a content behind its cue has a verb that bears its tense."""
    words = attribution.content[-1].text_in(text).lower().split()
    return any(word in AUXILIARIES for word in words[1:])


def _is_claim(text: str, analysis: Analysis, attribution: Attribution) -> bool:
    """Say whether an attribution is a claim of its own; a thought is one even if nobody told of it."""
    if attribution.manner in SPEECH and is_claimless(text, attribution):
        return False
    return not _is_within(text, analysis, attribution)


def _is_within(text: str, analysis: Analysis, attribution: Attribution) -> bool:
    """Say whether words are a claim already: "We will tell you" within what the same "we" are quoted with."""
    if attribution.parent is None or attribution.manner not in SPEECH:
        return False
    outer = analysis.attributions[attribution.parent]
    if outer.kind is AttributionKind.INDIRECT or outer.manner not in MAYBE_SPEECH:
        return False
    last = attribution.content[-1]
    if not any(span.contains(last) for span in outer.content):
        return False
    said = {span.text_in(text).lower() for span in attribution.source}
    taken = any(a.overlaps(b) for a in attribution.source for b in outer.source)
    return taken or (said != set() and said <= FIRST_PERSON)


def _parent(
    text: str, analysis: Analysis, attribution: Attribution, ids: Sequence[str]
) -> str | None:
    """Return the id of the claim that holds this one, past those that are no claims of their own."""
    at = attribution.parent
    while at is not None and not _is_claim(text, analysis, analysis.attributions[at]):
        at = analysis.attributions[at].parent
    return None if at is None else ids[at]


def _stance(text: str, analysis: Analysis, attribution: Attribution) -> Stance:
    """Return the stance that the core read; where it read none, what the words of the cue give."""
    cue = _cue_words(text, attribution)
    undone = not_done(cue)
    if attribution.force is not None:
        negated = bool(attribution.negated) or undone
        force = _force(text, attribution, Force(attribution.force), cue)
        return stance_of(force, negated=negated)
    negated = undone or _is_negated(text, analysis, attribution)
    read = read_stance(cue, question=_asks(text, attribution), negated=negated)
    spoken = attribution.speaker or attribution.source or cue
    quoted = attribution.kind is AttributionKind.DIRECT
    if read.force is None and spoken and quoted and not negated:
        # Whoever is quoted without a telling verb has at least put the words forward.
        return stance_of(Force.ASSERT, negated=False)
    return read


def _force(text: str, attribution: Attribution, force: Force, cue: Sequence[str]) -> Force:
    """Return what the words of the content make of the force that the core read."""
    if force in {Force.ASSERT, Force.DENY} and _asks(text, attribution):
        return Force.QUESTION
    words = " ".join(span.text_in(text) for span in attribution.content)
    source = " ".join(span.text_in(text) for span in attribution.source)
    return force_by_content(force, cue, words, source=source)


def _cue_words(text: str, attribution: Attribution) -> tuple[str, ...]:
    return tuple(word.lower() for span in attribution.cue for word in span.text_in(text).split())


def _attribution_id(document_id: str, attribution: Attribution) -> str:
    return _id(
        document_id, attribution.kind, attribution.source, attribution.cue, attribution.content
    )


def _id(document_id: str, kind: AttributionKind, *roles: tuple[Span, ...]) -> str:
    spans = ";".join(",".join(f"{s.start}-{s.end}" for s in role) for role in roles)
    return record_id("c", document_id, kind, spans)


def _asks(text: str, attribution: Attribution) -> bool:
    last = attribution.content[-1]
    cue = "".join(span.text_in(text) for span in attribution.cue)
    whole = attribution.kind is AttributionKind.DIRECT or cue in _LABELS
    return whole and asks(last.text_in(text), text[last.end : last.end + 1])


def _is_negated(text: str, analysis: Analysis, attribution: Attribution) -> bool:
    """Say whether a negation stands between the source and its cue ("she did not say")."""
    if not attribution.cue:
        return False
    at = bisect_left(analysis.tokens.starts, attribution.cue[0].start)
    return any(
        analysis.tokens.span(i).text_in(text).lower() in NEGATIONS
        for i in range(max(at - 2, 0), at)
    )


def _hedges(text: str, analysis: Analysis, attribution: Attribution) -> tuple[Span, ...]:
    """Return the words that keep a distance: beside the cue, the cue itself, or of what it rests on."""
    found = [*_hedges_beside(text, analysis, attribution), *_doubted(text, analysis, attribution)]
    if _is_unowned(text, attribution):
        found += attribution.cue
    return tuple(sorted(dict.fromkeys(found)))


def _is_unowned(text: str, attribution: Attribution) -> bool:
    """Say whether a cue in the passive has nobody for its source: "is said to", "it's estimated"."""
    nobody = all(span.text_in(text).lower() == "it" for span in attribution.source)
    return nobody and is_unowned(_cue_words(text, attribution))


def _doubted(text: str, analysis: Analysis, attribution: Attribution) -> Iterator[Span]:
    """Yield the words by which the sentence of a cue doubts what the claim rests on."""
    if not attribution.cue:
        return
    low, high = _sentence_bounds(analysis, attribution.cue[0])
    for match in UNVERIFIED.finditer(text, low, high):
        span = Span(*match.span())
        if not any(content.overlaps(span) for content in attribution.content):
            yield span


def _hedges_beside(text: str, analysis: Analysis, attribution: Attribution) -> tuple[Span, ...]:
    tagged = (*attribution.source, *attribution.cue)
    if not tagged:
        return ()
    tokens = analysis.tokens
    around = (
        hull(tagged)
        if _is_compact(attribution)
        else attribution.cue[0]
        if attribution.cue
        else tagged[0]
    )
    first = max(bisect_left(tokens.starts, around.start) - _NEAR, 0)
    end = min(bisect_left(tokens.starts, around.end) + _NEAR, len(tokens))
    low, high = _sentence_bounds(analysis, around)
    found = []
    for index in range(first, end):
        span = tokens.span(index)
        if not low <= span.start < high:
            continue
        word = span.text_in(text).lower()
        following = tokens.span(index + 1).text_in(text).lower() if index + 1 < len(tokens) else ""
        in_cue = any(cue.contains(span) for cue in attribution.cue)
        if is_hedge(word, following) or (in_cue and is_distant(word)):
            found.append(span)
    return tuple(found)


def _is_compact(attribution: Attribution) -> bool:
    """Say whether source and cue stand together, so that what is between them belongs to both."""
    tagged = sorted((*attribution.source, *attribution.cue))
    whole = hull(tagged)
    return not any(whole.overlaps(content) for content in attribution.content)


def _sentence_bounds(analysis: Analysis, span: Span) -> tuple[int, int]:
    index = bisect_right(analysis.sentences, span.start, key=lambda s: s.start) - 1
    if index < 0:
        return span.start, span.end
    sentence = analysis.sentences[index]
    return sentence.start, max(sentence.end, span.end)


def _said(text: str, analysis: Analysis, attribution: Attribution) -> DayInterval | None:
    """Return the day of a timex that belongs to the cue: "said on Sunday", "On Sunday, she said"."""
    if not attribution.cue:
        return None
    cue = attribution.cue[0]
    low, high = _sentence_bounds(analysis, cue)
    begin = min((*attribution.source, cue)).start - _REACH
    first = bisect_left(analysis.timexes, max(low, begin), key=lambda t: t.span.start)
    end = bisect_left(analysis.timexes, min(high, cue.end + _REACH), key=lambda t: t.span.start)
    for timex in analysis.timexes[first:end]:
        beside = _follows(text, attribution, cue, timex.span) or _leads(
            text, attribution, low, timex.span
        )
        if timex.interval and beside:
            return timex.interval
    return None


def _follows(text: str, attribution: Attribution, cue: Span, timex: Span) -> bool:
    """Say whether the timex stands behind the cue, with no comma, cue or content between."""
    if timex.start < cue.end or any(cue.end <= c.start < timex.start for c in attribution.content):
        return False
    return not set(text[cue.end : timex.start]) & set(",;:")


def _leads(text: str, attribution: Attribution, sentence: int, timex: Span) -> bool:
    """Say whether the timex opens the sentence and only a comma parts it from the source."""
    if not attribution.source or timex.end > attribution.source[0].start:
        return False
    if timex.start - sentence > _REACH:
        return False
    opening = text[sentence : timex.start].split()
    between = text[timex.end : attribution.source[0].start].strip()
    return len(opening) <= 1 and between in {"", ","}


def _unattributed(
    document_id: str, text: str, analysis: Analysis, covered: list[Span]
) -> Iterator[Claim]:
    covered = sorted(covered)
    for quotation in analysis.quotations:
        if quotation.use is not QuoteUse.QUOTATION:
            continue
        index = bisect_right(covered, quotation.content.start, key=lambda s: s.start)
        if any(span.overlaps(quotation.content) for span in covered[max(index - 2, 0) : index + 1]):
            continue
        content = (quotation.content,)
        stance = read_stance(
            (), question=quotation.content.text_in(text).endswith("?"), negated=False
        )
        yield Claim(
            id=_id(document_id, AttributionKind.DIRECT, (), (), content),
            source=(),
            cue=(),
            content=content,
            kind=AttributionKind.DIRECT,
            rule="unattributed_quotation",
            force=stance.force,
        )
