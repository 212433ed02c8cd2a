"""What the language layer finds in a text as rows of its tables, and back."""

from typing import Any

from sqlalchemy import Row as Found

from sayso.case.values import (
    Row,
    interval_columns,
    intervals_text,
    read_intervals,
    read_known_interval,
    read_span,
    span_text,
)
from sayso.language.analysis import EventMention, Mention, Timex, TimexType


def timex_columns(timex: Timex, text: str) -> Row:
    return {
        "span": span_text(timex.span),
        "words": timex.span.text_in(text),
        "type": timex.type.value,
        "value": timex.value,
        "rule": timex.rule,
        "mod": timex.mod,
        **interval_columns("time", timex.interval),
        "alternatives": intervals_text(timex.alternatives),
        "anchor": timex.anchor,
    }


def mention_columns(mention: Mention, text: str) -> Row:
    return {
        "span": span_text(mention.span),
        "words": mention.span.text_in(text),
        "kind": mention.kind,
        "entity": mention.entity,
        "name": mention.name,
        "rule": mention.rule,
    }


def event_columns(event: EventMention, text: str) -> Row:
    return {
        "span": span_text(event.span),
        "words": event.span.text_in(text),
        "type": event.type,
        "status": event.status,
        "rule": event.rule,
    }


def read_timex(row: Found[Any]) -> Timex:
    return Timex(
        span=read_span(row.span),
        type=TimexType(row.type),
        value=row.value,
        rule=row.rule,
        mod=row.mod,
        interval=read_known_interval(row.time_lo, row.time_hi),
        alternatives=read_intervals(row.alternatives),
        anchor=row.anchor,
    )


def read_mention(row: Found[Any]) -> Mention:
    return Mention(
        span=read_span(row.span),
        kind=row.kind,
        entity=row.entity,
        name=row.name,
        rule=row.rule,
    )


def read_event(row: Found[Any]) -> EventMention:
    return EventMention(span=read_span(row.span), type=row.type, status=row.status, rule=row.rule)
