"""What was foretold, as it is compared with later reports."""

from collections.abc import Sequence

from sayso.dates import DayInterval
from sayso.evidence.forecast import Forecast
from sayso.evidence.forecast_text import sentence_of
from sayso.frozen import dataclass
from sayso.story.forecasts.told import (
    NamesOfDocument,
    Told,
    event_word,
    listed_events,
    read_told,
)
from sayso.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Foretold:
    """One forecast: what is told, when it was said, and by when it is to happen."""

    id: str
    told: Told
    said: DayInterval
    window: DayInterval | None = None
    soft: bool = False
    negated: bool = False


def foretold_of(
    document: str,
    text: str,
    forecast: Forecast,
    names: NamesOfDocument,
    sentences: Sequence[Span] = (),
) -> Foretold:
    """Return a forecast of a document as it is compared.

    Those who have a part in it may be named elsewhere in its sentence: "the group, he said, is planning".
    """
    sentence = sentence_of(sentences, forecast.spans[0].start)
    frame = forecast.frame
    events = [] if frame.trigger is None else [event_word(text, frame.trigger, frame.family)]
    # Where the word for the event is of no known kind, the others tell what kind it is.
    if frame.family is None:
        events += [
            event_word(text, span, family)
            for span, family in listed_events(text, forecast.spans)
            if frame.trigger is None or not span.overlaps(frame.trigger)
        ]
    return Foretold(
        id=forecast.id,
        told=read_told(document, text, forecast.spans, events, names, around=sentence),
        said=forecast.said,
        window=forecast.window.interval if forecast.window else None,
        soft=bool(forecast.window and forecast.window.soft),
        negated=frame.negated,
    )
