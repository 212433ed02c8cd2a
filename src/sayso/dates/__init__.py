"""Dates: intervals of days, the closed grammar that reads them, and the calendar's constraints."""

from sayso.dates.expression import ClockTime, DateExpression, DayPart, Edge, PartialDate, Season
from sayso.dates.grammar import find_dates
from sayso.dates.interval import DayInterval, Precision
from sayso.dates.weekday import fitting_years

__all__ = [
    "ClockTime",
    "DateExpression",
    "DayInterval",
    "DayPart",
    "Edge",
    "PartialDate",
    "Precision",
    "Season",
    "find_dates",
    "fitting_years",
]
