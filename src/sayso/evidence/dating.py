"""When a document was written: candidates, hard bounds, the interval chosen, and doubts."""

from enum import StrEnum

from sayso.dates import DayInterval
from sayso.documents import DateCandidate
from sayso.frozen import dataclass


class Doubt(StrEnum):
    """Why a date should be looked at by a person."""

    NO_DATE = "no_date"
    DAY_MONTH_ORDER = "day_month_order"
    TEXT_CONTRADICTS_PAGE = "text_contradicts_page"
    PAGE_DATES_DIFFER = "page_dates_differ"
    AFTER_RETRIEVAL = "after_retrieval"
    BEFORE_MENTIONED = "before_mentioned"
    CASE_CONTRADICTS = "case_contradicts"  # found with other documents beside it


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubtNote:
    """A doubt in one sentence, with the candidates (by index) that raise it."""

    doubt: Doubt
    reason: str
    candidates: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """The interval in which a document was written, with every candidate and the reasons."""

    interval: DayInterval
    candidates: tuple[DateCandidate, ...]
    chosen: tuple[int, ...]  # indices of the candidates that the interval rests on
    reasons: tuple[str, ...]
    doubts: tuple[DoubtNote, ...]
