"""Attributions that trip over each other, set right: clauses cut short, words read twice, sources of two people.

The core reads each cue by itself. Where two cues stand in one sentence, the words of one may end up in
the roles of the other; what belongs together shows only when all attributions of a text are seen side by
side. ``attribution_repairs_examples`` holds for each repair a text in which it does something and one that it
leaves alone.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from sayso.language.analysis import SPEECH, Attribution, AttributionKind
from sayso.language.function_words import AUXILIARIES, DETERMINERS, PREPOSITIONS, PRONOUNS
from sayso.language.phrases import RELATIVE, Clause, phrase_ending
from sayso.language.reporting import verbs_of
from sayso.language.segments import Segments
from sayso.language.word_lists import word_set
from sayso.text import Nearby, Span, hull

# Words that no clause ends in: one that does was cut short before the words they lead to.
_LEADING = (DETERMINERS - {"that", "this", "these", "those", "some", "any", "each", "both", "several", "many", "few", "no", "one", "two", "three", "four", "five", "six", "another", "her", "every"}) | {"and", "or"}  # fmt: skip
# Participles before a noun by which a text keeps its distance from what it tells.
_DISTANT = word_set("alleged suspected feared purported supposed rumoured rumored claimed reputed presumed perceived")  # fmt: skip
# Before these forms in -ed are verbs.
_VERBAL = AUXILIARIES | {"and", "but", "who", "which", ",", ""}
_JOINING = frozenset({"and", "but"})
_CLAUSE_ENDS = frozenset(',.;:!?()"“”–—')
_MARKS = frozenset("\"“”„«»‘’'")
_ACCORDING = frozenset({"according", "per", ":", "—", "–", "-"})
# Two contents that share this much of their words are one content read twice.
_TWICE = 0.8
# A cue without a word of reporting in it must be this sure to be one of speech: below, on held-out news,
# more such cues are wrong than right.
_SURE = 0.8


def repair_attributions(
    segments: Segments, attributions: Sequence[Attribution]
) -> tuple[Attribution, ...]:
    """Return the attributions of the core, each repair made on what the one before it left."""
    found: Sequence[Attribution] = attributions
    for repair in REPAIRS.values():
        found = tuple(repair(segments, found))
    return tuple(found)


def _nearest_source(
    segments: Segments, attributions: Sequence[Attribution]
) -> Iterator[Attribution]:
    """Yield the attributions without a part of their source that says what the rest of it is said in.

    In "the mayor denied that Bo Lund said" the mayor does not say what Bo Lund said.
    """
    for one in attributions:
        near = one.source[-1] if len(one.source) > 1 and one.cue else None
        outer = near and next((o for o in attributions if _tells_of(segments, o, near, one)), None)
        yield replace(one, source=(near,)) if near and outer else one


def _tells_of(segments: Segments, outer: Attribution, near: Span, one: Attribution) -> bool:
    """Say whether ``outer`` has the rest of a source for its own, and the nearest part for content."""
    if outer is one or not outer.source or not outer.cue or outer.cue[0].start > near.start:
        return False
    shared = any(span.overlaps(other) for span in one.source[:-1] for other in outer.source)
    return shared and any(_opens(segments, span, near) for span in outer.content)


def _opens(segments: Segments, content: Span, near: Span) -> bool:
    """Say whether a content begins with a noun phrase, but for its "that"."""
    first = segments.first_token(content.start)
    first += segments.lower[first] == "that"
    word = segments.words[first]
    return near.start == segments.tokens.starts[first] and (
        word[:1].isupper() or word.lower() in DETERMINERS | PRONOUNS
    )


def _with_antecedent(
    segments: Segments, attributions: Sequence[Attribution]
) -> Iterator[Attribution]:
    """Yield the attributions with the noun that a relative clause in front of their cue is about.

    In "residents who saw it said" the residents speak, not "who saw it".
    """
    for one in attributions:
        first = segments.first_token(one.source[0].start) if len(one.source) == 1 else 0
        words = one.source[0].text_in(segments.text).split() if one.source else []
        if not first or len(words) == 1 or segments.lower[first] not in RELATIVE:
            yield one
            continue
        sentence = segments.sentence_of(one.source[0].start)
        clause = Clause(segments=segments, first=segments.first_token(sentence.start), end=first)
        last = first - 1 - (segments.lower[first - 1] == ",")
        found = phrase_ending(clause, last)
        if found is None:
            yield one
        else:
            start = segments.tokens.starts[found[0]]
            yield replace(one, source=(Span(start, one.source[0].end),))


def _whole_clause(segments: Segments, attributions: Sequence[Attribution]) -> Iterator[Attribution]:
    """Yield the attributions with contents that another one's cue had cut in two.

    In "the mayor denied that Bo Lund said the dam was safe" all that follows "denied" is denied.
    """
    begins = {one.cue[0].start: one for one in attributions if one.cue and one.content}
    for one in attributions:
        inner = begins.get(_next_word(segments, one.content[-1].end))
        if inner is not None and _opens_with(one, inner):
            end = max(one.content[-1].end, inner.content[-1].end)
            yield _with_end(one, end)
        else:
            yield one


def _next_word(segments: Segments, position: int) -> int:
    """Return where the next word behind a comma or none begins; -1 at the end."""
    at = segments.first_token(position)
    at += at < len(segments.words) and segments.words[at] == ","
    return segments.tokens.starts[at] if at < len(segments.words) else -1


def _opens_with(outer: Attribution, inner: Attribution) -> bool:
    """Say whether the content of ``outer`` ends in the source of ``inner``, whose content follows."""
    if inner is outer or not outer.cue or not inner.source or not inner.content:
        return False
    behind = outer.cue[-1].end <= outer.content[-1].start
    tied = (
        outer.content[-1].overlaps(inner.source[-1]) and outer.cue[0].start < inner.source[-1].start
    )
    return behind and tied and inner.content[0].start >= inner.cue[-1].end


def _with_end(one: Attribution, end: int) -> Attribution:
    last = one.content[-1]
    return replace(one, content=(*one.content[:-1], Span(last.start, max(last.end, end))))


def _to_the_end(segments: Segments, attributions: Sequence[Attribution]) -> Iterator[Attribution]:
    """Yield the attributions with contents that end in a word no clause ends in led to the next mark."""
    for one in attributions:
        last = segments.first_token(one.content[-1].end) - 1
        behind = one.cue and one.cue[-1].end <= one.content[-1].start
        if not behind or segments.lower[last] not in _LEADING:
            yield one
            continue
        at = last + 1
        while at < len(segments.words) and segments.words[at] not in _CLAUSE_ENDS:
            at += 1
        whole = segments.span(last, at).end
        same = segments.sentence_of(whole - 1) == segments.sentence_of(one.content[-1].start)
        yield _with_end(one, whole) if same else one


def _no_outer_cue(segments: Segments, attributions: Sequence[Attribution]) -> Iterator[Attribution]:
    """Yield the attributions with contents that stop before the cue of the one they lie in.

    In "the dam is safe, Bo Lund has claimed, according to the mayor" nobody claims "according to".
    """
    said = Nearby((one for one in attributions if one.content), span=lambda one: hull(one.content))
    for one in attributions:
        kept = one
        for other in said.overlapping(one.cue[0]) if one.cue else ():
            if other is not one and _is_inside(one, other):
                outer = hull((*other.source, *other.cue))
                before = [span for span in kept.content if span.end <= outer.start]
                cut = [
                    Span(span.start, _trimmed(segments, span.start, outer.start))
                    for span in kept.content
                    if span.start < outer.start < span.end and outer.end <= span.end + 1
                ]
                if cut and cut[0].start < cut[0].end:
                    kept = replace(kept, content=(*before, *cut))
        yield kept


def _is_inside(inner: Attribution, outer: Attribution) -> bool:
    """Say whether a cue lies in the content of one whose own cue stands behind it, in one piece."""
    if not inner.cue or not outer.cue or not outer.source:
        return False
    held = any(span.contains(inner.cue[0]) for span in outer.content)
    apart = not any(span.overlaps(outer.cue[0]) for span in outer.content)
    return held and apart and outer.cue[0].start > inner.cue[0].start


def _trimmed(segments: Segments, start: int, end: int) -> int:
    piece = segments.text[start:end].rstrip(" \t\n,;:–—-")
    return start + len(piece)


def _once(segments: Segments, attributions: Sequence[Attribution]) -> Iterator[Attribution]:
    """Yield of two attributions with one content and no other speaker the one that reports better."""
    dropped: set[int] = set()
    for at, one in enumerate(attributions):
        for later in range(at + 1, len(attributions)):
            other = attributions[later]
            if other.content[0].start > one.content[-1].end and later - at > 1:
                break
            if {at, later} & dropped or not _is_same(one, other):
                continue
            dropped.add(at if _reports(segments, other) and not _reports(segments, one) else later)
    yield from (one for at, one in enumerate(attributions) if at not in dropped)


def _is_same(one: Attribution, other: Attribution) -> bool:
    shared = _shared(one.content, other.content)
    total = max(sum(map(len, one.content)), sum(map(len, other.content)))
    if shared < _TWICE * total:
        return False
    return bool(one.source) and bool(other.source) and one.source[0].overlaps(other.source[0])


def _shared(one: Sequence[Span], other: Sequence[Span]) -> int:
    return sum(max(min(a.end, b.end) - max(a.start, b.start), 0) for a in one for b in other)


def _reports(segments: Segments, one: Attribution) -> bool:
    """Say whether a cue has a word of reporting; a colon alone is weaker than any."""
    return any(verbs_of(word) for word in segments.lower_words(one.cue))


def _shared_source(
    segments: Segments, attributions: Sequence[Attribution]
) -> Iterator[Attribution]:
    """Yield the attributions with the source that a second verb shares with the first.

    "The mayor left, warning that", "she said … but warned that", "Claiming that …, the mayor said".
    """
    for one in attributions:
        place = _sharing(segments, one)
        if place is None:
            yield one
            continue
        sentence = segments.sentence_of(one.cue[0].start)
        others = [
            other
            for other in attributions
            if other.source
            and other.cue
            and segments.sentence_of(other.cue[0].start) == sentence
            and not any(span.contains(other.cue[0]) for span in one.content)
            and (other.cue[0].start > one.cue[0].start) is (place == "first")
        ]
        near = min(
            others, key=lambda other: abs(other.cue[0].start - one.cue[0].start), default=None
        )
        yield one if near is None else replace(one, source=near.source, speaker=near.speaker)


def _sharing(segments: Segments, one: Attribution) -> str | None:
    """Say whether a verb without a subject leads its sentence ("first") or goes on in it ("later")."""
    if one.source or not one.cue or one.manner not in SPEECH:
        return None
    first = segments.first_token(one.cue[0].start)
    sentence = segments.sentence_of(one.cue[0].start)
    before = segments.lower[first - 1] if first else ""
    participle = segments.lower[first].endswith("ing") and _reports(segments, one)
    if participle and sentence.start == one.cue[0].start:
        return "first"
    return "later" if before in _JOINING or (participle and before == ",") else None


def _sure_enough(segments: Segments, attributions: Sequence[Attribution]) -> Iterator[Attribution]:
    """Yield the attributions but those of speech by an unsure cue that is no word of reporting."""
    for one in attributions:
        unsure = one.sureness is not None and one.sureness < _SURE
        told = one.kind is AttributionKind.INDIRECT and one.manner in SPEECH
        if unsure and told and not _reports(segments, one) and not _is_telling(segments, one):
            continue
        yield one


def _is_telling(segments: Segments, one: Attribution) -> bool:
    """Say whether the form gives a report away: a clause with "that", or "by the mayor's account"."""
    content = one.content[-1].text_in(segments.text).lower().split()[:1]
    cue = one.cue[0].text_in(segments.text).lower().split()[:1] if one.cue else []
    return content == ["that"] or (cue != [] and cue[0] in _ACCORDING | PREPOSITIONS)


def _no_adjective(segments: Segments, attributions: Sequence[Attribution]) -> Iterator[Attribution]:
    """Yield the attributions but "12 confirmed cases": a participle before its noun reports nothing.

    One by which a text keeps its distance does: "the alleged theft".
    """
    for one in attributions:
        if one.source or len(one.cue) != 1 or one.manner not in SPEECH:
            yield one
            continue
        at = segments.first_token(one.cue[0].start)
        single = segments.tokens.span(at) == one.cue[0]
        participle = single and segments.lower[at].endswith("ed")
        before = segments.lower[at - 1] if at else ""
        beside = at + 1 < len(segments.words) and any(
            part.start <= segments.tokens.starts[at + 1] < part.end for part in one.content
        )
        opens = segments.sentence_of(one.cue[0].start).start
        distant = segments.lower[at] in _DISTANT or opens == one.cue[0].start
        if not (participle and beside) or distant or before in _VERBAL:
            yield one


Repair = Callable[[Segments, Sequence[Attribution]], Iterator[Attribution]]
REPAIRS: dict[str, Repair] = {
    "nearest_source": _nearest_source,
    "with_antecedent": _with_antecedent,
    "whole_clause": _whole_clause,
    "to_the_end": _to_the_end,
    "no_outer_cue": _no_outer_cue,
    "once": _once,
    "shared_source": _shared_source,
    "sure_enough": _sure_enough,
    "no_adjective": _no_adjective,
}
