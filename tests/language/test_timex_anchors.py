"""What expressions of time count from, and that they say so."""

from datetime import date

from sayso.dates import DayInterval
from sayso.language.analysis import Timex
from sayso.language.reading import analyse
from sayso.language.timexes import find_timexes

# A Monday.
PUBLISHED = DayInterval.day(date(2022, 1, 24))


def read(
    text: str, published: DayInterval | None = PUBLISHED
) -> list[tuple[str, str | None, str | None]]:
    return _rows(text, find_timexes(text, published=published))


def read_with_quotations(
    text: str, published: DayInterval | None = PUBLISHED
) -> list[tuple[str, str | None, str | None]]:
    return _rows(text, analyse(text, published=published).timexes)


def _rows(text: str, timexes: tuple[Timex, ...]) -> list[tuple[str, str | None, str | None]]:
    return [(timex.span.text_in(text), timex.value, timex.anchor) for timex in timexes]


def test_a_bare_time_of_day_is_of_a_date_in_the_same_breath() -> None:
    assert read("On 3 May 2021 at about 14:05 it began.")[-1][1] == "2021-05-03T14:05"


def test_a_bare_time_of_day_far_from_any_date_is_of_the_day_of_writing() -> None:
    text = "On 3 May 2021 the council of the town met for the first time. Many came. It ended at 14:05."

    assert read(text)[-1] == ("14:05", "2022-01-24T14:05", "published")


def test_the_stamp_of_an_entry_is_a_time_of_the_day_of_writing() -> None:
    text = "The river falls\n\n14:05 – The bridge is open.\n\n13:40 The bridge is shut."

    assert [row[:2] for row in read(text)] == [
        ("14:05", "2022-01-24T14:05"),
        ("13:40", "2022-01-24T13:40"),
    ]


def test_a_score_that_opens_no_entry_is_no_time() -> None:
    assert read("They won 14:05.\n\n14:05") == []


def test_a_clause_that_looks_back_does_not_count_from_a_day_ahead() -> None:
    text = "On 3 May 2021 they met. They will vote on 7 March 2022. The next day they had fled."

    assert read(text)[-1] == ("The next day", "2021-05-04", "previous")


def test_without_a_day_of_writing_a_story_goes_on_from_its_last_date() -> None:
    text = "On 3 May 1944 they landed. On Saturday they took the town. In March they went home."

    assert read(text, None) == [
        ("3 May 1944", "1944-05-03", None),
        ("Saturday", "1944-05-06", "narrative"),
        ("March", "1945-03", "narrative"),
    ]


def test_without_any_date_a_weekday_stays_open() -> None:
    assert read("On Saturday they took the town.", None) == [("Saturday", None, None)]


def test_words_of_a_quotation_count_from_the_day_on_which_it_was_spoken() -> None:
    text = "“We leave today,” Mira Tolan said on Friday. They left today."

    assert read_with_quotations(text) == [
        ("today", "2022-01-21", "said"),
        ("Friday", "2022-01-21", "published"),
        ("today", "2022-01-24", "published"),
    ]


def test_a_quotation_without_a_day_counts_from_the_day_of_writing() -> None:
    text = "“We leave today,” Mira Tolan said in Lakor."

    assert read_with_quotations(text) == [("today", "2022-01-24", "published")]


def test_a_day_of_the_next_sentence_is_not_the_day_of_saying() -> None:
    text = "“We leave today,” Mira Tolan said. Friday was wet."

    assert read_with_quotations(text)[0] == ("today", "2022-01-24", "published")


def test_a_day_ahead_is_not_the_day_of_saying() -> None:
    text = "“We leave tomorrow,” said Mira Tolan, who will speak on Friday."

    assert read_with_quotations(text)[0] == ("tomorrow", "2022-01-25", "published")


def test_a_quotation_of_long_ago_is_left_to_the_day_of_writing() -> None:
    text = "“We leave today,” Mira Tolan said on 3 May 1999."

    assert read_with_quotations(text)[0] == ("today", "2022-01-24", "published")
