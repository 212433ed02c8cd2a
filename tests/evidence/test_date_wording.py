from datetime import date

import pytest

from sayso.dates import DayInterval
from sayso.evidence.date_wording import interval_words


@pytest.mark.parametrize(
    ("interval", "words"),
    [
        (DayInterval.day(date(2021, 3, 3)), "3 March 2021"),
        (DayInterval.month(2021, 3), "March 2021"),
        (DayInterval.year(2021), "2021"),
        (DayInterval(date(2021, 3, 3), date(2021, 4, 4)), "3 March 2021 to 4 April 2021"),
        (DayInterval(date(2021, 3, 3), None), "on or after 3 March 2021"),
        (DayInterval(None, date(2021, 3, 3)), "on or before 3 March 2021"),
        (DayInterval(None, None), "at an unknown time"),
    ],
)
def test_an_interval_is_worded_as_coarsely_as_it_is(interval: DayInterval, words: str) -> None:
    assert interval_words(interval) == words
