"""A figure in the form in which it is compared, as columns of its table, and back."""

import json
from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Any, TypeVar

from sqlalchemy import Row as Found

from sayso.case.values import (
    Row,
    compact,
    decimal_text,
    decoded,
    interval_columns,
    read_decimal,
    read_known_interval,
    read_known_span,
    read_strings,
    span_text,
    strings_text,
)
from sayso.evidence.claim import Polarity
from sayso.evidence.figure import Accrual, Modality
from sayso.language.analysis import Modifier, QuantityKind
from sayso.story.figures.record import (
    Basis,
    CountedFigure,
    CountedSet,
    Ground,
    Inclusion,
    InclusionFlag,
    NumberInterval,
    Part,
    Place,
    Scope,
    Together,
    Voice,
)
from sayso.story.figures.shelf import day_number
from sayso.text import Span

_NUMBER = ("lo", "hi", "lo_open", "hi_open", "soft", "modifier", "best")
_Enum = TypeVar("_Enum", bound=StrEnum)
# Most figures have neither rivals nor inclusions.
_REMEMBERED = 256


def series_id(figure: CountedFigure) -> str:
    """Name the series in which a figure stands alone; of several tied, the first name holds."""
    return f"s_{figure.id.partition('_')[2] or figure.id}"


def counted_columns(figure: CountedFigure) -> Row:
    scope, voice, counted = figure.scope, figure.voice, figure.counted
    return {
        "document_id": figure.document,
        "figure_id": figure.id,
        "series": series_id(figure),
        "day": day_number(scope.as_of),
        **_number_columns(figure.number),
        "kind": figure.kind.value,
        "unit": figure.unit,
        "head": counted.head,
        "restrictors": strings_text(sorted(counted.restrictors)),
        "type": counted.type,
        "owner": counted.owner,
        "inclusions": _inclusions_text(counted.inclusions),
        "predicate": figure.predicate,
        "leaning": figure.leaning,
        "polarity": _value(figure.polarity),
        "modality": _value(figure.modality),
        "accrual": _value(figure.accrual),
        "place": scope.place.name if scope.place else None,
        "place_parents": strings_text(scope.place.parents if scope.place else ()),
        "place_stated": int(scope.place_stated),
        "central": int(scope.central),
        "by_place": int(scope.by_place),
        "matter": strings_text(scope.matter),
        "event": scope.event,
        **interval_columns("as_of", scope.as_of),
        "as_of_stated": int(scope.as_of_stated),
        **interval_columns("period", scope.period),
        "claimant": voice.claimant,
        "official": int(voice.official),
        "basis": _value(voice.basis),
        "origin": voice.origin,
        **interval_columns("written", figure.written),
        "part_of": figure.part_of,
        "same_as": figure.same_as,
        "rivals": compact([_plain(_number_columns(one)) for one in figure.rivals]),
        "together": _together_text(figure.together),
        "grounds": compact([[g.part.value, g.span.start, g.span.end] for g in figure.grounds]),
    }


def read_counted(row: Found[Any]) -> CountedFigure:
    return CountedFigure(
        id=row.figure_id,
        document=row.document_id,
        number=_read_number(
            row.lo, row.hi, row.lo_open, row.hi_open, row.soft, row.modifier, row.best
        ),
        grounds=tuple(
            Ground(part=Part(part), span=Span(start, end))
            for part, start, end in decoded(row.grounds)
        ),
        counted=_read_set(row.head, row.restrictors, row.type, row.owner, row.inclusions),
        kind=QuantityKind(row.kind),
        unit=row.unit,
        predicate=row.predicate,
        leaning=row.leaning,
        polarity=_read(Polarity, row.polarity),
        modality=_read(Modality, row.modality),
        accrual=_read(Accrual, row.accrual),
        scope=_read_scope(row),
        voice=Voice(
            claimant=row.claimant,
            official=bool(row.official),
            basis=_read(Basis, row.basis),
            origin=row.origin,
        ),
        written=read_known_interval(row.written_lo, row.written_hi),
        part_of=row.part_of,
        same_as=row.same_as,
        rivals=_read_rivals(row.rivals),
        together=_read_together(row.together),
    )


def _number_columns(number: NumberInterval) -> Row:
    return {
        "lo": decimal_text(number.lo),
        "hi": decimal_text(number.hi),
        "lo_open": int(number.lo_open),
        "hi_open": int(number.hi_open),
        "soft": int(number.soft),
        "modifier": number.modifier.value,
        "best": decimal_text(number.best),
    }


def _plain(columns: Row) -> list[Any]:
    return [columns[name] for name in _NUMBER]


def _together_text(together: Together | None) -> str | None:
    if together is None:
        return None
    counted = together.counted
    spans = [[span.start, span.end] for span in together.numbers]
    number = _plain(_number_columns(together.number))
    return compact([number, counted.head, sorted(counted.restrictors), counted.type, spans])


def _read_together(text: str | None) -> Together | None:
    if text is None:
        return None
    number, head, restrictors, kind, spans = json.loads(text)
    return Together(
        number=_read_number(*number),
        counted=CountedSet(head=head, restrictors=frozenset(restrictors), type=kind),
        numbers=tuple(Span(start, end) for start, end in spans),
    )


@lru_cache(maxsize=_REMEMBERED)
def _read_number(  # noqa: PLR0913, PLR0917 -- the columns of a number, by which it is remembered
    lo: str | None,
    hi: str | None,
    lo_open: int,
    hi_open: int,
    soft: int,
    modifier: str,
    best: str | None,
) -> NumberInterval:
    return NumberInterval(
        lo=read_decimal(lo),
        hi=read_decimal(hi),
        lo_open=bool(lo_open),
        hi_open=bool(hi_open),
        soft=bool(soft),
        modifier=Modifier(modifier),
        best=read_decimal(best),
    )


# Figures of one document are mostly of one set, time and place: what was read of one serves the others.
@lru_cache(maxsize=_REMEMBERED)
def _read_set(
    head: str | None, restrictors: str, type_: str | None, owner: str | None, inclusions: str
) -> CountedSet:
    return CountedSet(
        head=head,
        restrictors=frozenset(read_strings(restrictors)),
        type=type_,
        owner=owner,
        inclusions=_read_inclusions(inclusions),
    )


def _read_scope(row: Found[Any]) -> Scope:
    return _scope(
        *(row.place, row.place_parents, row.place_stated, row.central, row.by_place, row.matter, row.event),
        *(row.as_of_lo, row.as_of_hi, row.as_of_stated, row.period_lo, row.period_hi),
    )  # fmt: skip


@lru_cache(maxsize=_REMEMBERED)
def _scope(  # noqa: PLR0913, PLR0917 -- the columns of a scope, by which it is remembered
    place: str | None,
    parents: str,
    place_stated: int,
    central: int,
    by_place: int,
    matter: str,
    event: str | None,
    as_of_lo: str | None,
    as_of_hi: str | None,
    as_of_stated: int,
    period_lo: str | None,
    period_hi: str | None,
) -> Scope:
    return Scope(
        place=None if place is None else Place(name=place, parents=read_strings(parents)),
        place_stated=bool(place_stated),
        central=bool(central),
        by_place=bool(by_place),
        matter=read_strings(matter),
        event=event,
        as_of=read_known_interval(as_of_lo, as_of_hi),
        as_of_stated=bool(as_of_stated),
        period=read_known_interval(period_lo, period_hi),
    )


def _inclusions_text(inclusions: Iterable[Inclusion]) -> str:
    return compact(
        [
            [one.flag.value, one.included, decimal_text(one.number), span_text(one.span), one.who]
            for one in inclusions
        ]
    )


@lru_cache(maxsize=_REMEMBERED)
def _read_rivals(text: str) -> tuple[NumberInterval, ...]:
    return tuple(_read_number(*one) for one in json.loads(text))


@lru_cache(maxsize=_REMEMBERED)
def _read_inclusions(text: str) -> tuple[Inclusion, ...]:
    return tuple(
        Inclusion(
            flag=InclusionFlag(flag),
            included=included,
            number=None if number is None else Decimal(number),
            span=read_known_span(span),
            who=who,
        )
        for flag, included, number, span, who in json.loads(text)
    )


def _value(one: StrEnum | None) -> str | None:
    return None if one is None else one.value


@lru_cache(maxsize=_REMEMBERED)
def _read(kind: type[_Enum], text: str | None) -> _Enum | None:
    return None if text is None else kind(text)
