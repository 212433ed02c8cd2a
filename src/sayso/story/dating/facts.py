"""Facts for dating: what a case keeps of a document to date it, and others by it."""

from datetime import date

from sayso.dates import DayInterval
from sayso.documents import Document
from sayso.evidence.date_clues import read_clues
from sayso.evidence.date_doubts import named_near, news_weekdays
from sayso.evidence.dating import Dating
from sayso.frozen import dataclass
from sayso.language.analysis import Analysis
from sayso.story.dating.passage import Passage, find_passages
from sayso.story.wording import Wording

_WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class DatingFacts:
    """What one document gives: the weekdays of its news, whether it names its page's day, passages.

    ``lag`` is by how many days the first weekday lies before its date, where the page gives it without
    a doubt.
    """

    document: str
    outlet: str | None
    weekdays: tuple[int, ...] = ()
    named: bool = False
    lag: int | None = None
    passages: tuple[Passage, ...] = ()


def read_facts(
    document: Document, analysis: Analysis, dating: Dating, wording: Wording
) -> DatingFacts:
    """Read what dates a document, and others by it, off the document."""
    clues = read_clues(document.text, analysis)
    weekdays = news_weekdays(document.text, clues)
    day, page = firm_day(dating), day_of(dating.interval)
    quoted = [quotation.content for quotation in analysis.quotations]
    return DatingFacts(
        document=document.id,
        outlet=document.outlet,
        weekdays=weekdays,
        named=page is not None and named_near(clues, page),
        lag=(day.weekday() - weekdays[0]) % _WEEK if day and weekdays else None,
        passages=find_passages(document.text, wording, analysis.phrases, quoted),
    )


def day_of(interval: DayInterval) -> date | None:
    """Return the one day that an interval is, ``None`` for a longer one."""
    return interval.lo if interval.days == 1 else None


def firm_day(dating: Dating) -> date | None:
    """Return the day by which other documents may be dated: one that nothing speaks against."""
    return None if dating.doubts else day_of(dating.interval)
