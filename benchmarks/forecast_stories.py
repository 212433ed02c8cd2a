"""The labelled stories of ``forecast_stories.txt``: texts with what they foretell and what answers it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sayso.dates import DayInterval
from sayso.text import Span

FILE = Path(__file__).with_name("forecast_stories.txt")
MORE = Path(__file__).with_name("forecast_stories_more.txt")
# Example: "{dam1 warning -|that it could burst}", "{> dam1 reported|It burst}".
_MARK = re.compile(
    r"\{(?P<answer>> )?(?P<name>[\w,]+) (?P<label>\w+)(?: (?P<window>[-\d.]+))?\|(?P<words>[^{}]+)\}"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldForecast:
    name: str
    kind: str
    window: DayInterval | None
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldAnswer:
    forecast: str
    status: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryText:
    story: str
    id: str
    written: date
    text: str
    forecasts: tuple[GoldForecast, ...]
    answers: tuple[GoldAnswer, ...]


def read_stories(path: Path = FILE) -> Iterator[StoryText]:
    """Yield the texts in the order of the file."""
    story, number = "", 0
    for block in re.split(r"^(?=#)", path.read_text(encoding="utf-8"), flags=re.MULTILINE):
        head, _, body = block.partition("\n")
        if head.startswith("# story "):
            story, number = head.removeprefix("# story "), 0
        elif head.startswith("## "):
            number += 1
            yield _text(story, f"{story}-{number}", date.fromisoformat(head[3:].strip()), body)


def _text(story: str, own_id: str, written: date, marked: str) -> StoryText:
    plain = ""
    forecasts: list[GoldForecast] = []
    answers: list[GoldAnswer] = []
    at = 0
    for found in _MARK.finditer(marked := marked.strip()):
        plain += marked[at : found.start()]
        span = Span(len(plain), len(plain) + len(found["words"]))
        plain += found["words"]
        at = found.end()
        if found["answer"]:
            answers += [
                GoldAnswer(forecast=name, status=found["label"], span=span)
                for name in found["name"].split(",")
            ]
        else:
            window = _window(found["window"] or "-", written)
            forecasts.append(
                GoldForecast(name=found["name"], kind=found["label"], window=window, span=span)
            )
    return StoryText(
        story=story,
        id=own_id,
        written=written,
        text=plain + marked[at:],
        forecasts=tuple(forecasts),
        answers=tuple(answers),
    )


def _window(window: str, written: date) -> DayInterval | None:
    """Read a window; one with an end only begins when the text was written."""
    if window == "-":
        return None
    lo, dots, hi = window.partition("..")
    first = date.fromisoformat(lo) if lo else written
    last = date.fromisoformat(hi) if hi else None
    return DayInterval(first, last if dots else first)
