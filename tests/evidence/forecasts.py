"""Forecasts of invented texts, read from claims, events, names and times that are given and not guessed."""

from dataclasses import replace
from datetime import date

from sayso.dates import DayInterval
from sayso.evidence.claim import Claim, Force
from sayso.evidence.forecast import Forecast
from sayso.evidence.forecasts import find_forecasts
from sayso.language.analysis import (
    Analysis,
    AttributionKind,
    EventMention,
    Manner,
    Mention,
    Timex,
    TimexType,
)
from sayso.language.reading import analyse
from tests.passages import at

WRITTEN = DayInterval.day(date(2031, 5, 5))


def claim(  # noqa: PLR0913 -- the parts of a claim
    text: str,
    source: str,
    cue: str,
    content: str,
    *,
    force: Force | None = Force.ASSERT,
    manner: Manner | None = Manner.SAID,
    name: str = "c_1",
    parent: str | None = None,
) -> Claim:
    return Claim(
        id=name,
        source=(at(text, source),) if source else (),
        cue=(at(text, cue),),
        content=(at(text, content),),
        kind=AttributionKind.INDIRECT,
        rule="test",
        speaker=source or None,
        force=force,
        manner=manner,
        parent=parent,
    )


def event(text: str, word: str, status: str, family: str = "other") -> EventMention:
    return EventMention(span=at(text, word), type=family, status=status, rule="test")


def mention(text: str, words: str, kind: str, entity: int) -> Mention:
    return Mention(span=at(text, words), kind=kind, entity=entity, name=words, rule="test")


def day(text: str, words: str, first: date, last: date) -> Timex:
    return Timex(
        span=at(text, words),
        type=TimexType.DATE,
        value="test",
        rule="test",
        interval=DayInterval(first, last),
    )


def read(text: str, **layers: object) -> Analysis:
    analysis = replace(analyse(text), timexes=())
    return replace(analysis, **layers)  # type: ignore[arg-type]


def found(text: str, *claims: Claim, written: DayInterval = WRITTEN, **layers: object) -> tuple[Forecast, ...]:  # fmt: skip
    analysis = read(text, **layers)
    return find_forecasts("d_1", text, analysis, claims, written=written)


def one(text: str, *claims: Claim, **layers: object) -> Forecast:
    (forecast,) = found(text, *claims, **layers)
    return forecast
