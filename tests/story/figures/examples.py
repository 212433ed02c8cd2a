"""Figures for tests: the notation of ``examples.toml`` read into counted figures."""

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from importlib.resources import files
from typing import Any

from sayso.dates import DayInterval
from sayso.evidence.figure import Accrual, Figure, Modality
from sayso.language.analysis import Modifier
from sayso.language.quantities import find_quantities
from sayso.story.figures.from_evidence import FigureSource, counted_figure
from sayso.story.figures.record import (
    CountedFigure,
    Inclusion,
    InclusionFlag,
    Place,
    Scope,
    Together,
    Voice,
)
from sayso.text import Span

DAY = "2031-03-04"


def rule_examples() -> Mapping[str, Mapping[str, Any]]:
    text = files("sayso.story.figures").joinpath("examples.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def read_figure(entry: Mapping[str, Any], *, number: int = 0) -> CountedFigure:
    document = entry.get("document", f"d{number}")
    identifier = entry.get("id", f"f{number}")
    quantity = find_quantities(entry["text"])[-1]
    figure = Figure(
        id=identifier,
        quantity=quantity,
        predicate=entry.get("predicate", "killed") or None,
        predicate_span=quantity.number,
        accrual=Accrual(entry["accrual"]) if "accrual" in entry else None,
        modality=Modality(entry["modality"]) if "modality" in entry else None,
        part_of=entry.get("part_of"),
    )
    made = counted_figure(figure, FigureSource(document=document, text=entry["text"]))
    if entry.get("ordinal"):
        number_ = replace(made.number, hi=None, modifier=Modifier.ORDINAL)
        made = replace(made, number=number_)
    if "sum" in entry:
        whole = read_figure({"text": entry["sum"]})
        sibling = Span(100, 101)
        made = replace(
            made,
            together=Together(number=whole.number, counted=whole.counted, numbers=(sibling,)),
        )
    counted = replace(made.counted, inclusions=_inclusions(entry))
    voice = Voice(
        claimant=entry.get("who"),
        official=entry.get("official", False),
        origin=entry.get("origin", document),
    )
    # What an example says of the accrual holds, whatever its class makes of it.
    accrual = figure.accrual or made.accrual
    return replace(
        made,
        scope=_scope(entry),
        voice=voice,
        counted=counted,
        accrual=accrual,
        same_as=entry.get("same_as"),
    )


def figure(text: str, number: int = 0, **entry: Any) -> CountedFigure:
    return read_figure({"text": text, **entry}, number=number)


def _scope(entry: Mapping[str, Any]) -> Scope:
    name, *parents = (part.strip() for part in entry.get("place", "Marrow").split("<"))
    day = entry.get("day", DAY)
    period = entry.get("period")
    return Scope(
        place=Place(name=name, parents=tuple(parents)) if name else None,
        place_stated=entry.get("place_stated", True),
        event=entry.get("event"),
        as_of=DayInterval.day(date.fromisoformat(day)) if day else None,
        as_of_stated=bool(day),
        matter=tuple(entry.get("matter", ())),
        period=DayInterval(*map(date.fromisoformat, period)) if period else None,
    )


def _inclusions(entry: Mapping[str, Any]) -> tuple[Inclusion, ...]:
    numbers = entry.get("number_of", {})
    return tuple(
        Inclusion(
            flag=InclusionFlag(flag),
            included=included,
            number=Decimal(numbers[flag]) if flag in numbers else None,
        )
        for flag, included in entry.get("counts_in", {}).items()
    )
