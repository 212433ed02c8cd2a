"""The words of a text that say that something happened, each with its family and what it is good for."""

from dataclasses import replace

from sayso.dates import DayInterval
from sayso.evidence.event import EventRole, EventStatus
from sayso.evidence.event_dated import dated_words
from sayso.evidence.event_meant import meant_words
from sayso.evidence.event_occasions import occasion_words
from sayso.evidence.event_told import told_words
from sayso.evidence.event_types import (
    LONGEST,
    OTHER,
    SPEECH_FAMILIES,
    Coding,
    TypeTable,
    shipped_types,
)
from sayso.evidence.event_words import lemma, shipped_event_words
from sayso.evidence.forecast_text import Words
from sayso.frozen import dataclass
from sayso.language.analysis import Analysis, EventMention
from sayso.language.function_words import AUXILIARIES, DETERMINERS, PREPOSITIONS
from sayso.language.word_lists import word_set

TOLD, MEANT = "told_word", "meant_word"
# Words that tell a state in whatever tense.
_ALWAYS = frozenset(map(lemma, ("hold", "house", "keep")))
_LASTING = word_set("am is are be being currently still remain remains remaining now")
# Words between an event word and what it is done to: "released a new recording".
_OBJECT_REACH = 6
_LASTING_REACH = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """The tokens from ``first`` up to ``end``; ``status`` is what the core reads, if it does.

    ``main`` says that it is the verb of a main or reported clause, by the tree of its sentence.
    """

    first: int
    end: int
    lemma: str
    coding: Coding
    role: EventRole
    status: EventStatus | None
    rule: str
    main: bool = False

    @property
    def is_sure(self) -> bool:
        """Say whether it tells an event without a time, too: the core or the table knows its word."""
        return self.rule not in {TOLD, MEANT} or self.coding.family != OTHER


def find_triggers(words: Words, analysis: Analysis, written: DayInterval) -> tuple[Trigger, ...]:
    """Return the event words of a text: phrases of the table, what the core marks, and verbs that tell."""
    table = shipped_types()
    marked = {words.at(event.span.start): event for event in analysis.events}
    dated = dated_words(words, analysis, marked, written)
    meant = meant_words(words, analysis.sentences) if analysis.events else frozenset()
    occasions = occasion_words(words)
    told = told_words(words, analysis)
    lemmas = [lemma(low) for low in words.lows]
    found: list[Trigger] = []
    end = 0
    for first in range(len(words.lows)):
        if first < end:
            continue
        trigger = _phrase(lemmas, table, marked, first) or _marked(
            words, lemmas, table, marked.get(first), first
        )
        if trigger is None and first in dated:
            trigger = _unmarked(words, lemmas, table, first, rule="dated_word")
        elif trigger is None and first in meant:
            trigger = _unmarked(words, lemmas, table, first, rule=MEANT)
        elif trigger is None and first in occasions:
            trigger = _unmarked(words, lemmas, table, first, rule="occasion")
        elif trigger is None and first in told:
            trigger = _unmarked(words, lemmas, table, first, rule=TOLD)
        if trigger is not None:
            found.append(replace(trigger, main=True) if first in told else trigger)
            end = trigger.end
    return tuple(found)


def _phrase(
    lemmas: list[str], table: TypeTable, marked: dict[int, EventMention], first: int
) -> Trigger | None:
    for size in range(LONGEST, 1, -1):
        coding = table.of_word(*lemmas[first : first + size])
        if coding is not None and first + size <= len(lemmas):
            inside = (marked[at] for at in range(first, first + size) if at in marked)
            known = next(inside, None)
            return Trigger(
                first=first,
                end=first + size,
                lemma=coding.family,
                coding=coding,
                role=EventRole.HAPPENING,
                status=EventStatus(known.status) if known else None,
                rule="event_phrase",
            )
    return None


def _marked(
    words: Words, lemmas: list[str], table: TypeTable, event: EventMention | None, first: int
) -> Trigger | None:
    if event is None or words.text[event.span.end : event.span.end + 1] == "-":
        return None  # of "cross-border" the core may mark the first part
    own = lemmas[first]
    coding = table.of_word(own) or table.coding(event.type)
    return Trigger(
        first=first,
        end=first + 1,
        lemma=own,
        coding=coding,
        role=_role(words, lemmas, first, coding),
        status=EventStatus(event.status),
        rule=event.rule if table.of_word(own) is None else "event_word",
    )


def _unmarked(
    words: Words, lemmas: list[str], table: TypeTable, first: int, *, rule: str
) -> Trigger:
    coding = table.of_word(lemmas[first]) or table.coding(OTHER)
    return Trigger(
        first=first,
        end=first + 1,
        lemma=lemmas[first],
        coding=coding,
        role=_role(words, lemmas, first, coding),
        status=None,
        rule=rule,
    )


def _role(words: Words, lemmas: list[str], first: int, coding: Coding) -> EventRole:
    lists = shipped_event_words()
    own = lemmas[first]
    if own in lists.speech or (
        coding.family in SPEECH_FAMILIES and shipped_types().of_word(own) is None
    ):
        return EventRole.SPEECH
    if coding.family == "release" and _publishes(words, lemmas, first):
        return EventRole.SPEECH
    if own in lists.states and _lasts(words, first):
        return EventRole.STATE
    return EventRole.BARE if own in lists.bare else EventRole.HAPPENING


def _publishes(words: Words, lemmas: list[str], first: int) -> bool:
    """Say whether what is released is a text: "released a new recording", "audio released by"."""
    publications = shipped_event_words().publications
    behind = lemmas[first + 1 : first + 1 + _OBJECT_REACH]
    return any(word in publications for word in behind) or (
        words.word(first + 1) in {"by", "on", "in"}
        and _noun_before(words, lemmas, first) in publications
    )


def _noun_before(words: Words, lemmas: list[str], first: int) -> str:
    before = (at for at in range(first - 1, -1, -1) if words.word(at) not in AUXILIARIES)
    return lemmas[next(before, 0)]


def _lasts(words: Words, first: int) -> bool:
    """Say whether a participle tells a state: "are currently held", "fighters held in camps"."""
    before = words.lows[max(first - _LASTING_REACH, 0) : first]
    if lemma(words.word(first)) in _ALWAYS:
        return True
    if any(word in _LASTING for word in before):
        return True
    if any(word in AUXILIARIES for word in before):
        return False
    following = words.word(first + 1)
    acts = following in DETERMINERS or following[:1].isdigit()
    return not acts or following in PREPOSITIONS
