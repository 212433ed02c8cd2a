"""Frames: the event that is foretold, with who, whom, where and how many, as far as the words say."""

from collections.abc import Iterable, Iterator, Sequence

from sayso.evidence.event_types import SPEECH_FAMILIES
from sayso.evidence.figure import Figure
from sayso.evidence.forecast import Frame
from sayso.evidence.forecast_marks import Mark, MarkKind
from sayso.evidence.forecast_text import Words, find_phrases
from sayso.evidence.forecast_words import ForecastWords
from sayso.frozen import dataclass
from sayso.language.analysis import EventMention, Mention
from sayso.language.function_words import POSSESSIVES
from sayso.language.word_lists import word_set
from sayso.text import Span

_PLACES = frozenset({"LOC", "FAC"})
_ACTORS = frozenset({"PER", "ORG", "NORP", "LOC"})
_AHEAD = frozenset({"planned", "hypothetical"})
_WHERE = word_set(
    "in at from to near across into around inside outside towards toward through over off"
    " between along throughout"
)
# Tokens before a place among which its preposition stands: "in the northern town of".
_NEAR = 5
# Of these it is the subject that happens: "the march will start".
_PHASE = word_set("start begin continue resume end held happen")
# What is done with something to some end: "will use the turmoil to attack".
_MEANS = word_set("use try seek help allow attempt take need let")
# Speech is not what is foretold.


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """A word that names an event: its tokens, family and status as far as known."""

    first: int
    end: int
    family: str
    status: str | None
    listed: bool

    @property
    def ahead(self) -> bool:
        return self.status in _AHEAD


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was read in a text that a frame is made of, each in the order of the text.

    ``speaker`` are the words for the speaker, where it is they who would act.
    """

    mentions: Sequence[Mention]
    figures: Sequence[Figure]
    speaker: tuple[Span, ...] = ()


def find_triggers(
    words: Words, indices: Sequence[int], events: Iterable[EventMention], table: ForecastWords
) -> tuple[Trigger, ...]:
    """Return the words among some tokens that name an event: those of the table, those of the core."""
    inside = frozenset(indices)
    read = {words.at(event.span.start): event for event in events}
    found = []
    taken: set[int] = set()
    for first, end, family in find_phrases(words, indices, table.families):
        if _is_something_else(words, first, end, family, table):
            taken.update(range(first, end))
            continue
        status = next((read[at].status for at in range(first, end) if at in read), None)
        found.append(Trigger(first=first, end=end, family=family, status=status, listed=True))
        taken.update(range(first, end))
    for at, event in read.items():
        if at in inside and at not in taken and event.type not in SPEECH_FAMILIES:
            found.append(
                Trigger(first=at, end=at + 1, family=event.type, status=event.status, listed=False)
            )
    return tuple(sorted(found, key=lambda one: one.first))


def _is_something_else(
    words: Words, first: int, end: int, family: str, table: ForecastWords
) -> bool:
    """Tell the month of March from a march, and a tape that is released from a prisoner."""
    if words.word(first) == "march":
        return words.text[words.tokens.starts[first]] == "M"
    near = (words.word(at) for at in (*range(first - _NEAR, first), *range(end, end + _NEAR)))
    return family == "release" and any(word in table.published for word in near)


def choose_trigger(
    words: Words, triggers: Iterable[Trigger], mark: Mark | None, start: int, light: frozenset[str]
) -> Trigger | None:
    """Return the event that is foretold: the first behind the mark, else the last before it.

    What the core takes for still to come goes before what it takes for past. A verb that says by itself
    what is to come is no ``light`` one: it names the event, whatever else stands behind it.
    """
    at = start if mark is None else mark.first
    usable = [one for one in triggers if one.status != "historical"]
    behind = [one for one in usable if one.first >= at]
    ahead = [one for one in behind if one.ahead or one.listed]
    before = [one for one in usable if one.first < at and one.status != "asserted"]
    if mark is not None and mark.verb is not None:
        if words.word(mark.verb) in _PHASE and before:
            return before[-1]
        exact = [one for one in behind if one.first <= mark.verb < one.end]
        if not exact and words.word(mark.verb) not in light and mark.kind is not MarkKind.UNDER_WAY:
            return None
        meant = [one for one in ahead if words.word(one.first - 1) == "to"]
        purpose = meant if words.word(mark.verb) in _MEANS else []
        ahead = exact or purpose or ahead
    return next(iter(ahead or behind), None) or (before[-1] if before else None)


def read_frame(
    words: Words,
    spans: Sequence[Span],
    found: Found,
    trigger: Trigger | None,
    mark: Mark | None,
) -> Frame:
    """Return the frame of what is foretold by ``spans``."""
    verb = mark.verb if mark is not None and mark.verb is not None else None
    if trigger is not None:
        word: Span | None = words.span(trigger.first, trigger.end)
    else:
        word = None if verb is None else words.span(verb, verb + 1)
    pivot = words.tokens.starts[mark.first] if mark is not None else spans[0].start
    behind = word.end if word else pivot
    named = list(_inside(spans, found.mentions))
    acting = [one for one in named if _acts(words, one)]
    where = tuple(one.span for one in named if _is_place(words, one))
    return Frame(
        trigger=word,
        family=trigger.family if trigger else None,
        negated=mark is not None and mark.negated,
        who=found.speaker or tuple(one.span for one in acting if one.span.end <= pivot)[-1:],
        whom=tuple(
            one.span for one in acting if one.span.start >= behind and one.span not in where
        )[:1],
        where=where,
        figures=tuple(one.id for one in found.figures if _holds(spans, one.quantity.span)),
    )


def _acts(words: Words, mention: Mention) -> bool:
    """Say whether a mention names somebody, not merely whose: "Velmian" in "the Velmian border"."""
    if mention.kind == "NORP":
        return mention.span.text_in(words.text).endswith("s")
    return mention.kind in _ACTORS and not _is_possessor(words, mention)


def _is_possessor(words: Words, mention: Mention) -> bool:
    return words.word(words.at(mention.span.end)) in POSSESSIVES


def _is_place(words: Words, mention: Mention) -> bool:
    """Say whether a mention tells where: a place with a preposition before it, or a building."""
    if mention.kind not in _PLACES:
        return False
    at = words.at(mention.span.start)
    near = {words.word(index) for index in range(max(at - _NEAR, 0), at)}
    return mention.kind == "FAC" or bool(near & _WHERE)


def _inside(spans: Sequence[Span], mentions: Iterable[Mention]) -> Iterator[Mention]:
    return (one for one in mentions if _holds(spans, one.span))


def _holds(spans: Sequence[Span], span: Span) -> bool:
    return any(one.contains(span) for one in spans)
