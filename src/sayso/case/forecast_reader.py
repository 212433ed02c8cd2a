"""Reading what a case knows of forecasts, and of the reports that may answer them."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import date

from sqlalchemy import Connection

from sayso.case.forecast_lists import list_forecasts, newest_day, one_forecast, rank_forecasts
from sayso.case.forecast_records import ForecastFilter, ForecastRow
from sayso.case.forecast_relations import StoredForecasts

Reads = Callable[[], AbstractContextManager[Connection]]


class ForecastReader:
    """What was foretold; how it stands depends on the day, which is that of the newest document."""

    def __init__(self, reads: Reads) -> None:
        self._reads = reads

    @property
    def lookup(self) -> StoredForecasts:
        """Where forecasts and the reports that may answer them find each other."""
        return StoredForecasts(self._reads)

    def today(self) -> date | None:
        """Return the day of the newest document, on which statuses depend unless one is given."""
        with self._reads() as connection:
            return newest_day(connection)

    def list(
        self,
        by: ForecastFilter | None = None,
        *,
        as_of: date | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> Iterator[ForecastRow]:
        """List what was foretold, in the order in which it was said."""
        with self._reads() as connection:
            day = as_of or newest_day(connection)
            yield from list_forecasts(
                connection, by or ForecastFilter(), as_of=day, limit=limit, offset=offset
            )

    def ranking(self, by: ForecastFilter, *, limit: int) -> tuple[str, ...]:
        """Return the ids of the first forecasts in the order of their list.

        ValueError if they are narrowed by a status, which is known of whole rows only.
        """
        with self._reads() as connection:
            return rank_forecasts(connection, by, as_of=newest_day(connection), limit=limit)

    def one(self, name: str, *, as_of: date | None = None) -> ForecastRow:
        """Return one forecast by its id or the beginning of one; CaseError if there is none."""
        with self._reads() as connection:
            return one_forecast(connection, name, as_of=as_of or newest_day(connection))
