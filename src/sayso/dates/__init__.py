"""Dates: intervals of days, the closed grammar that reads them, and the calendar's constraints."""

from sayso.dates.interval import DayInterval, Precision

__all__ = ["DayInterval", "Precision"]
