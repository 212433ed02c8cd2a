"""Quotations that a text lays to somebody without a verb of saying."""

from sayso.language.analysis import Attribution, AttributionKind, Manner, Mention
from sayso.language.quotations import find_quotations
from sayso.language.segments import segment
from sayso.language.viewpoints import find_viewpoints
from tests.passages import at

TEXT = "For Bo Lund of the Velm Institute, “the dam is safe as long as it rains no more”."
CONTENT = "the dam is safe as long as it rains no more"


def viewpoints(text: str, *attributions: Attribution, name: str = "Bo Lund") -> list[Attribution]:
    mentions = (
        (Mention(span=at(text, name), kind="PER", entity=1, name=name, rule="test"),)
        if name in text
        else ()
    )
    segments = segment(text)
    quotations = find_quotations(text, segments=segments)
    return list(find_viewpoints(segments, attributions, quotations, mentions))


def said(text: str, source: str, content: str, manner: Manner) -> Attribution:
    return Attribution(
        source=(at(text, source),),
        cue=(),
        content=(at(text, content),),
        kind=AttributionKind.DIRECT,
        rule="test",
        manner=manner,
    )


def test_a_quotation_behind_for_and_a_name_is_said_by_that_name() -> None:
    (found,) = viewpoints(TEXT)

    assert (found.speaker, found.manner, found.force) == ("Bo Lund", Manner.SAID, "assert")
    assert found.source[0].text_in(TEXT) == "Bo Lund of the Velm Institute"
    assert (found.cue[0].text_in(TEXT), found.content[0].text_in(TEXT)) == ("For", CONTENT)


def test_behind_for_and_no_name_nobody_is_told_to_have_said_it() -> None:
    assert viewpoints(TEXT.replace("Bo Lund of the Velm Institute", "the first time")) == []


def test_what_somebody_is_told_to_have_said_stays_theirs() -> None:
    text = TEXT.replace("”.", "”, Ana Petrov said.")

    assert viewpoints(text, said(text, "Ana Petrov", CONTENT, Manner.SAID)) == []


def test_what_is_told_inside_of_a_quotation_does_not_make_it_somebodys() -> None:
    inside = said(TEXT, "the dam", "is safe as long as it rains no more", Manner.SAID)

    assert len(viewpoints(TEXT, inside)) == 1
