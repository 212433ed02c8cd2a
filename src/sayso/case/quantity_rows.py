"""A quantity as columns of the table of figures, and back."""

from typing import Any

from sqlalchemy import Row as Found

from sayso.case.values import (
    Row,
    decimal_text,
    read_decimal,
    read_known_span,
    read_span,
    span_text,
    span_words,
)
from sayso.language.analysis import Change, Modifier, Quantity, QuantityKind


def quantity_columns(quantity: Quantity, text: str) -> Row:
    return {
        "span": span_text(quantity.span),
        "words": quantity.span.text_in(text),
        "number_span": span_text(quantity.number),
        "best": decimal_text(quantity.best),
        "lo": decimal_text(quantity.lo),
        "hi": decimal_text(quantity.hi),
        "lo_open": int(quantity.lo_open),
        "hi_open": int(quantity.hi_open),
        "soft": int(quantity.soft),
        "modifier": quantity.modifier.value,
        "modifier_span": span_text(quantity.modifier_span),
        "kind": quantity.kind.value,
        "rule": quantity.rule,
        "unit": quantity.unit,
        "unit_span": span_text(quantity.unit_span),
        "counted_span": span_text(quantity.counted),
        "counted_head_span": span_text(quantity.counted_head),
        "counted": span_words(quantity.counted, text),
        "change": None if quantity.change is None else quantity.change.value,
        "whole": quantity.whole,
    }


def read_quantity(row: Found[Any]) -> Quantity:
    return Quantity(
        span=read_span(row.span),
        number=read_span(row.number_span),
        best=read_decimal(row.best),
        lo=read_decimal(row.lo),
        hi=read_decimal(row.hi),
        lo_open=bool(row.lo_open),
        hi_open=bool(row.hi_open),
        soft=bool(row.soft),
        modifier=Modifier(row.modifier),
        kind=QuantityKind(row.kind),
        rule=row.rule,
        modifier_span=read_known_span(row.modifier_span),
        unit=row.unit,
        unit_span=read_known_span(row.unit_span),
        counted=read_known_span(row.counted_span),
        counted_head=read_known_span(row.counted_head_span),
        change=None if row.change is None else Change(row.change),
        whole=row.whole,
    )
