"""Day and clock that a machine wrote, between what were lines of their own."""

from datetime import date

import pytest

from sayso.dates import DayInterval
from sayso.documents.page_dates import read_date_line


@pytest.mark.parametrize(
    "line",
    [
        "LAKOR | Wed Mar 3, 2021 12:51 am BST LAKOR (Coast Wire) - Boats that left the port",
        "Wednesday 3 March 2021 13.32 GMT More than 50 boats have left the port",
        "Boats leave the port Owners fear a strike Wednesday 3 March 2021 13.32 GMT More than 50",
        "3 March 2021 Last updated at 14:07 GMT “Boats have left the port”, its master said",
    ],
)
def test_a_stamp_that_runs_into_the_story_dates_it(line: str) -> None:
    found = read_date_line(line)

    assert found is not None
    assert (found.stamp, found.interval) == (True, DayInterval.day(date(2021, 3, 3)))
    assert found.rule.startswith("stamp:")


@pytest.mark.parametrize(
    "line",
    [
        "On Wednesday 3 March 2021 13.32 GMT the boats left the port",
        "Wednesday 3 March 2021 was the day on which the boats left",
        "At 13.32 GMT the boats left the port",
        "The strike that began on Wednesday 3 March 2021 13.32 GMT Owners met",
        "Boats left Wednesday 3 March 2021 13.32 GMT and came back",
        "The port said 3 March 2021 14:07 GMT Boats",
        "Boats sail again Wed Mar 3 12:51 am BST The port was full",
    ],
)
def test_a_sentence_with_a_day_or_a_clock_is_no_stamp(line: str) -> None:
    assert read_date_line(line) is None
