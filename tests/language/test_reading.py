from datetime import date

from sayso.dates import DayInterval
from sayso.language.reading import analyse

TEXT = 'The dam held.\n\nAna Petrov said on Sunday: "We counted 40 boats."'


def test_all_layers_are_read_in_one_call() -> None:
    analysis = analyse(TEXT)

    assert len(analysis.paragraphs) == 2
    assert len(analysis.sentences) == 2
    assert analysis.tokens.span(0).text_in(TEXT) == "The"
    assert [a.speaker for a in analysis.attributions] == ["Ana Petrov"]
    assert [q.content.text_in(TEXT) for q in analysis.quotations] == ["We counted 40 boats."]
    assert [t.span.text_in(TEXT) for t in analysis.timexes] == ["Sunday"]
    assert [q.number.text_in(TEXT) for q in analysis.quantities] == ["40"]


def test_expressions_of_time_are_resolved_against_the_day_of_writing() -> None:
    (timex,) = analyse(TEXT, published=DayInterval.day(date(2031, 5, 6))).timexes

    assert timex.interval == DayInterval.day(date(2031, 5, 4))


def test_an_empty_text_has_no_layers() -> None:
    analysis = analyse("")

    assert (analysis.paragraphs, analysis.sentences, len(analysis.tokens)) == ((), (), 0)
