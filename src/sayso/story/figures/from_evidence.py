"""Counted figures from the evidence of one document: what is known is taken over, nothing is guessed."""

import re
from collections.abc import Mapping
from dataclasses import field, replace
from datetime import timedelta
from types import MappingProxyType

from sayso.dates import DayInterval
from sayso.evidence.claim import Claim, Force
from sayso.evidence.figure import Accrual, Figure, Modality
from sayso.evidence.partitions import adds_to
from sayso.frozen import dataclass
from sayso.language.analysis import Modifier, Quantity
from sayso.language.function_words import OWNERS, PREPOSITIONS
from sayso.story.figures.certainty import certainty_of
from sayso.story.figures.contrasts import contrasted
from sayso.story.figures.describe import describe
from sayso.story.figures.inclusions import inclusions_of
from sayso.story.figures.kinds import KindTable, shipped_kinds
from sayso.story.figures.measures import Measured
from sayso.story.figures.portions import number_of, portion_of
from sayso.story.figures.record import (
    OTHER,
    CountedFigure,
    CountedSet,
    Ground,
    NumberInterval,
    Part,
    Place,
    Scope,
)
from sayso.story.figures.sets import OWN, SOME
from sayso.story.figures.unclassed import measure_of, modality_before
from sayso.story.figures.voices import claimant_of, voice_of
from sayso.text import Span, words_before

_ONE_EVENT_DAYS = 3
_A_SIDE = frozenset(("it", "they", "we", "had", "has", "have"))
_EACH = frozenset(("each", "apiece"))
# "People a year", "deaths in an average year"; not "12 people a day after".
_PER_PERIOD = re.compile(
    r"""[^.;:\d]{0,60}? \b (?: (?: an? | per | each | every | in\san?\s(?:average|normal|typical|usual) )
        \s (?: year | month | week | day | hour ) \b (?! \s (?: after | before | ago | earlier | later | old ) )
      | annually | yearly ) \b""",
    re.VERBOSE | re.IGNORECASE,
)
# "Lowered the toll to 100, down from 176", "up from 71 before the outbreak".
_FORMER = re.compile(
    r"\b(?:up|down|raised|lowered|increased|reduced)\s+from\s+(?:\w+\s){0,2}$", re.IGNORECASE
)
_FORMER_REACH = 40  # characters
# "898 infections in 18 countries", "800 people around the world": of no one place.
_WORLDWIDE = re.compile(
    r"""[^.;:]{0,50}? \b (?: in \s \w+ \s countries
      | (?:around|across|throughout|in\sall\sof) \s the \s (?:world|globe) | worldwide | globally ) \b""",
    re.VERBOSE | re.IGNORECASE,
)
# Who speaks of these by the name of a place speaks of its own: "Orlen reported 48 cases".
_OWN_SICK = frozenset(("infected",))
_NEXT_DAY = timedelta(days=1)
_LANES: Mapping[Force, Modality] = MappingProxyType(
    {
        Force.DENY: Modality.DENIED,
        Force.FORECAST: Modality.FORECAST,
        Force.PLEDGE: Modality.PLANNED,
        Force.THREAT: Modality.PLANNED,
        Force.DEMAND: Modality.PLANNED,
        Force.QUESTION: Modality.HYPOTHETICAL,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureSource:
    """The document of a figure: its text, its day, and whatever the case knows beyond one sentence.

    ``places`` are the places that names of the text stand for, by their spans; ``origin`` is
    the echo group of the document, ``None`` where the case does not know. ``matter`` are the names
    that the document is about, the foremost first, and ``central`` the places among them. ``befallen``
    says of each figure of the text what befell those it counts.
    """

    document: str
    text: str
    written: DayInterval | None = None
    origin: str | None = None
    event: str | None = None
    matter: tuple[str, ...] = ()
    central: frozenset[str] = frozenset()
    places: Mapping[Span, Place] = field(default_factory=dict)
    befallen: Mapping[str, str | None] = field(default_factory=dict)
    table: KindTable = field(default_factory=shipped_kinds)


def counted_figure(
    figure: Figure,
    source: FigureSource,
    *,
    claim: Claim | None = None,
    table: KindTable | None = None,
) -> CountedFigure:
    """Return a figure of the evidence as one that can be compared."""
    quantity = figure.quantity
    claim = None if _is_of_counted(claim, quantity) else claim
    measured = measure_of(figure, source.text)
    if measured is None and figure.leaning is not None and figure.predicate_span is None:
        figure = replace(figure, predicate=figure.leaning)
    return CountedFigure(
        id=figure.id,
        document=source.document,
        number=_number(quantity, source.text),
        counted=_measured_set(measured)
        if measured
        else replace(
            _counted(figure, source, claim, table or shipped_kinds()),
            inclusions=inclusions_of(quantity, source.text, table=table or shipped_kinds()),
        ),
        kind=quantity.kind,
        unit=quantity.unit,
        predicate=_predicate(figure, measured),
        leaning=_leaning(figure, measured),
        polarity=claim.polarity if claim else None,
        modality=_modality(figure, claim, source.text),
        accrual=_accrual(figure, measured, table or shipped_kinds()),
        scope=_scope(figure, source, claim, measured),
        voice=voice_of(
            claim,
            text=source.text,
            phrase=quantity.span.text_in(source.text),
            origin=source.origin,
            start=quantity.span.start,
        ),
        written=source.written,
        part_of=figure.part_of,
        rivals=contrasted(quantity, source.text),
        grounds=_grounds(figure, claim, measured),
    )


def _predicate(figure: Figure, measured: Measured | None) -> str:
    """Return what befell the counted, else what an amount measures; a class that no words say is a guess."""
    if figure.predicate is not None and figure.predicate_span is not None:
        return figure.predicate
    return measured.measure.name if measured else OTHER


def _leaning(figure: Figure, measured: Measured | None) -> str | None:
    return figure.predicate if measured is None and figure.predicate_span is None else None


def _measured_set(measured: Measured) -> CountedSet:
    """Return what an amount is of: the measure, and the words that say of what it is one."""
    return CountedSet(head=measured.measure.name, restrictors=measured.restrictors)


def _is_of_counted(claim: Claim | None, quantity: Quantity) -> bool:
    """Say whether the source of a claim is what is counted: "1,004 people reported infected"."""
    if claim is None or quantity.counted is None:
        return False
    own = (quantity.counted, quantity.span)
    return any(mine.start <= span.start < mine.end for mine in own for span in claim.source)


def _number(quantity: Quantity, text: str) -> NumberInterval:
    """Tell what says nothing of how many there are: "two guards each", "190 more people"."""
    number = number_interval(quantity)
    end = quantity.counted.end if quantity.counted else quantity.span.end
    behind = text[end : end + 12].lower().split()[:1]
    each = behind and behind[0].strip(".,;") in _EACH
    if each or _PER_PERIOD.match(text, quantity.number.end):
        return replace(number, modifier=Modifier.RATE)
    if adds_to(text, quantity.number):
        return replace(number, modifier=Modifier.INCREMENT)
    return number


def number_interval(quantity: Quantity) -> NumberInterval:
    """Return the interval of a quantity under the profile that it was read with."""
    return NumberInterval(
        lo=quantity.lo,
        hi=quantity.hi,
        lo_open=quantity.lo_open,
        hi_open=quantity.hi_open,
        soft=quantity.soft,
        modifier=quantity.modifier,
        best=quantity.best,
    )


def _counted(
    figure: Figure, source: FigureSource, claim: Claim | None, table: KindTable
) -> CountedSet:
    quantity, text = figure.quantity, source.text
    portion = portion_of(
        quantity,
        text,
        predicate=figure.predicate,
        whole=source.befallen.get(figure.part_of or ""),
        linked=figure.part_of is not None,
        table=table,
    )
    open_ = portion.group | (frozenset((SOME,)) if portion.some else frozenset())
    certainty = certainty_of(quantity, text)
    open_ |= frozenset((certainty,)) if certainty else frozenset()
    if portion.noun is not None:
        return CountedSet(head=portion.noun, restrictors=open_, type=table.top(portion.noun))
    if quantity.counted is None or quantity.counted_head is None:
        return _unnamed(quantity, text, open_, table)
    phrase, head = quantity.counted.text_in(text), quantity.counted_head.text_in(text)
    before = words_before(text, quantity.counted.start)[-1:]
    own = frozenset((OWN,)) if _is_owned(quantity, text, before) else frozenset()
    made = describe(phrase, head, table=table)
    rest = table.rest & set(text[quantity.number.end : quantity.counted.start].lower().split())
    restrictors = (made.restrictors | open_ | own | rest) - {made.head or ""}
    if portion.linked and _is_named_part(made.head, figure.predicate, table):
        restrictors -= {SOME}
    owner = claimant_of(claim, text) if claim and OWN in restrictors else None
    return replace(made, restrictors=restrictors, owner=owner)


def _is_named_part(head: str | None, predicate: str | None, table: KindTable) -> bool:
    """Say whether the noun itself tells which part it is: "among them 32 women"."""
    return (
        head in table.above
        and head not in table.loose
        and head != table.subject.get(predicate or "")
    )


def _unnamed(
    quantity: Quantity, text: str, restrictors: frozenset[str], table: KindTable
) -> CountedSet:
    """Read the set of a number without a noun of its own: "put the number of guards killed at 31"."""
    kind = number_of(text, quantity.span.start, table)
    return CountedSet(head=kind, restrictors=restrictors, type=table.top(kind) if kind else None)


def _is_owned(quantity: Quantity, text: str, before: list[str]) -> bool:
    """Tell a side's own: "four of its soldiers", "it lost five people"."""
    verbs = [word.lower() for word in words_before(text, quantity.span.start)[-2:]]
    lost = verbs[-1:] in (["lost"], ["losing"], ["lose"])
    subject = verbs[0] if lost and len(verbs) > 1 else ""
    return (bool(before) and before[0].lower() in OWNERS) or subject in _A_SIDE


def _modality(figure: Figure, claim: Claim | None, text: str) -> Modality | None:
    """Let a speaker's denial or forecast hold for the figures in it, whatever their clause says."""
    told = figure.modality if figure.predicate_span else modality_before(figure, text)
    if claim is None or claim.force is None:
        return told
    return _LANES.get(claim.force, told)


def _is_time_of_count(figure: Figure, source: FigureSource) -> bool:
    """Tell when was counted from when it happened: "as of noon", "rose to 12 on Monday".

    A time next to the day of writing may be either; it is then no reason to keep figures apart.
    """
    if figure.time is None or figure.as_of is None:
        return False
    text = source.text
    before = [word.lower() for word in words_before(text, figure.time.start)[-2:]]
    measured = [word.lower() for word in words_before(text, figure.quantity.span.start)[-1:]]
    marked = before == ["as", "of"] or before[-1:] == ["by"] or measured in (["to"], ["at"])
    written = source.written.lo if source.written else None
    return marked or not (written and figure.as_of.hi and written - figure.as_of.hi > _NEXT_DAY)


def _accrual(figure: Figure, measured: Measured | None, table: KindTable) -> Accrual | None:
    """Say how a figure accrues: a level where its class is one, else what has come together so far.

    A movement is counted as one only over a period that the text names: a day or two are when the
    one event was.
    """
    if figure.predicate in table.levels or (measured is not None and measured.measure.level):
        return Accrual.STOCK
    days = figure.as_of.days if figure.as_of else None
    is_period = days is not None and days > _ONE_EVENT_DAYS
    return Accrual.FLOW if figure.accrual is Accrual.FLOW and is_period else Accrual.CUMULATIVE


def _scope(
    figure: Figure, source: FigureSource, claim: Claim | None, measured: Measured | None
) -> Scope:
    level = measured is not None and measured.measure.level
    of_count = level or figure.predicate in source.table.levels or _is_time_of_count(figure, source)
    period, stated = (None, figure.as_of) if of_count else (figure.as_of, None)
    if _FORMER.search(source.text[: figure.quantity.span.start][-_FORMER_REACH:]):
        period, stated = None, stated or _before(source)
    own, speaker = _place(_not_of_speaker(figure.place, claim), source), _of_speaker(claim, source)
    if figure.predicate in _OWN_SICK:
        own = own or speaker
    place = own or _place(_not_of_speaker(figure.setting, claim), source) or speaker
    if _WORLDWIDE.match(source.text, figure.quantity.number.end):
        return Scope(
            by_place=True,
            matter=source.matter,
            event=source.event,
            as_of=stated or source.written,
            as_of_stated=stated is not None,
            period=period,
        )
    return Scope(
        place=place,
        place_stated=own is not None,
        central=place is not None and place.name in source.central,
        matter=source.matter,
        event=source.event,
        as_of=stated or source.written,
        as_of_stated=stated is not None,
        period=period,
    )


def _before(source: FigureSource) -> DayInterval | None:
    """Return the time before the text: "down from 176" was counted then."""
    if source.written is None or source.written.lo is None:
        return None
    return DayInterval(None, source.written.lo - _NEXT_DAY)


def _not_of_speaker(place: Span | None, claim: Claim | None) -> Span | None:
    """Leave out where those are who give the number: "the generals in Marrow say 17"."""
    if place is None or claim is None:
        return place
    return None if any(span.contains(place) for span in claim.source) else place


def _of_speaker(claim: Claim | None, source: FigureSource) -> Place | None:
    """Return the place that speaks by its own name: "Orlen has confirmed 19 deaths"."""
    if claim is None:
        return None
    found = (
        place
        for own in claim.source
        for span, place in source.places.items()
        if span.end == own.end and _is_plain(source.text[own.start : span.start])
    )
    return next(found, None)


def _is_plain(lead: str) -> bool:
    """Tell "neighbouring Orlen" from "an official in Orlen" by what stands before the name."""
    return len(lead.split()) <= 1 and lead.strip().lower() not in PREPOSITIONS


def _place(span: Span | None, source: FigureSource) -> Place | None:
    """Return the place that a name of the text stands for; its own words where nobody knows it."""
    if span is None:
        return None
    return source.places.get(span) or Place(name=span.text_in(source.text).casefold())


def _grounds(figure: Figure, claim: Claim | None, measured: Measured | None) -> tuple[Ground, ...]:
    quantity = figure.quantity
    found = (
        (Part.NUMBER, quantity.number),
        (Part.MODIFIER, quantity.modifier_span),
        (Part.COUNTED, quantity.counted),
        (Part.PREDICATE, measured.span if measured else figure.predicate_span),
        (Part.PLACE, figure.place or figure.setting),
        (Part.TIME, figure.time),
        *((Part.CLAIMANT, span) for span in (claim.source if claim else ())),
    )
    return tuple(Ground(part=part, span=span) for part, span in found if span is not None)
