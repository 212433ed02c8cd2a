from dataclasses import replace
from datetime import date

import pytest

from sayso.dates import DayInterval
from sayso.evidence.claim import Claim, Force, Polarity
from sayso.evidence.claims import find_claims
from sayso.language.analysis import (
    Analysis,
    Attribution,
    AttributionKind,
    Manner,
    Quotation,
    QuoteUse,
    Timex,
    TimexType,
)
from sayso.language.attributions import attribute
from sayso.language.quotations import find_quotations
from sayso.language.segments import segment
from sayso.text import Span
from tests.language.attributed import attributed

SUNDAY = DayInterval.day(date(2031, 5, 4))


def analysis(text: str, *times: str) -> Analysis:
    """Read quotations and attributions; ``times`` are expressions that mean one Sunday."""
    segments = segment(text)
    quotations = find_quotations(text, segments=segments)
    return Analysis(
        paragraphs=segments.paragraphs,
        sentences=segments.sentences,
        tokens=segments.tokens,
        quotations=quotations,
        attributions=attribute(segments, quotations),
        timexes=tuple(
            Timex(
                span=Span(text.index(time), text.index(time) + len(time)),
                type=TimexType.DATE,
                value="2031-05-04",
                rule="test",
                interval=SUNDAY,
            )
            for time in times
        ),
    )


def claims(text: str, *times: str) -> tuple[Claim, ...]:
    return find_claims("d_1", text, analysis(text, *times))


def only(text: str, *times: str) -> Claim:
    (claim,) = claims(text, *times)
    return claim


def test_a_claim_keeps_source_cue_content_and_speaker() -> None:
    text = '"We left," said Ana Petrov.'
    claim = only(text)

    assert claim.source[0].text_in(text) == "Ana Petrov"
    assert claim.cue[0].text_in(text) == "said"
    assert claim.content[0].text_in(text) == "We left,"
    assert (claim.speaker, claim.kind) == ("Ana Petrov", AttributionKind.DIRECT)
    assert (claim.force, claim.polarity) == (Force.ASSERT, Polarity.POSITIVE)


def test_ids_depend_on_document_and_characters_only() -> None:
    text = '"We left," said Ana Petrov. "They ran," said Bo Vey.'
    first, second = claims(text)

    assert first.id.startswith("c_")
    assert first.id != second.id
    assert [c.id for c in claims(text)] == [first.id, second.id]
    assert find_claims("d_2", text, analysis(text))[0].id != first.id


def test_a_question_is_a_question() -> None:
    assert only('"Who left?" asked Ana Petrov.').force is Force.QUESTION


def test_a_denial_is_negative() -> None:
    claim = only('The board denied the dam was "broken".')

    assert (claim.force, claim.polarity) == (Force.DENY, Polarity.NEGATIVE)


def test_a_verb_that_is_negated_asserts_nothing() -> None:
    claim = only('The board never said the dam was "broken".')

    assert (claim.force, claim.polarity) == (None, Polarity.NEGATIVE)


def test_hedges_beside_the_cue_are_kept_as_spans() -> None:
    text = '"We left," Ana Petrov reportedly said.'

    assert [h.text_in(text) for h in only(text).hedges] == ["reportedly"]


def test_a_verb_that_keeps_its_distance_is_a_hedge() -> None:
    text = '"We left," Ana Petrov claimed.'

    assert [h.text_in(text) for h in only(text).hedges] == ["claimed"]


def test_a_hedge_of_another_sentence_is_not_taken() -> None:
    text = 'They left allegedly. Ana Petrov said: "We ran."'

    assert only(text).hedges == ()


def test_a_hedge_inside_the_words_said_belongs_to_the_speaker() -> None:
    text = 'Ana Petrov said: "They reportedly ran."'

    assert only(text).hedges == ()


def test_a_day_behind_the_cue_says_when() -> None:
    assert only('"We left," Ana Petrov said in the town on Sunday.', "Sunday").said == SUNDAY
    assert only('Ana Petrov said on Sunday that it was "lost".', "Sunday").said == SUNDAY


def test_a_day_before_the_source_says_when() -> None:
    assert only('On Sunday, Ana Petrov said: "We left."', "Sunday").said == SUNDAY


def test_a_day_inside_the_words_said_does_not() -> None:
    assert only('Ana Petrov said: "We left on Sunday."', "Sunday").said is None


def test_a_day_of_another_clause_or_sentence_does_not() -> None:
    assert only('"We left," Ana Petrov said, after the flood on Sunday.', "Sunday").said is None
    assert only('"We left," Ana Petrov said. It rained on Sunday.', "Sunday").said is None
    assert only('In the flood on Sunday Bo ran, Ana Petrov said: "Go."', "Sunday").said is None


def test_a_day_without_value_says_nothing() -> None:
    text = '"We left," Ana Petrov said on Sunday.'
    found = analysis(text, "Sunday")
    (timex,) = found.timexes
    unresolved = Timex(span=timex.span, type=timex.type, value=None, rule="test")
    undated = Analysis(
        sentences=found.sentences,
        tokens=found.tokens,
        attributions=found.attributions,
        timexes=(unresolved,),
    )

    assert find_claims("d_1", text, undated)[0].said is None


def test_without_a_cue_force_and_day_stay_open() -> None:
    claim = only('It rained on Sunday. "We left the town early."', "Sunday")

    assert (claim.source, claim.cue, claim.force, claim.said) == ((), (), None, None)
    assert claim.hedges == ()


def test_a_quotation_that_nothing_attributes_is_a_claim_without_source() -> None:
    text = "“Did they leave?” “The army” “So it goes.”"
    quotations = (
        quotation(0, 17, QuoteUse.QUOTATION),
        quotation(18, 28, QuoteUse.SCARE),
        quotation(29, 42, QuoteUse.QUOTATION),
    )
    covered = Attribution(
        source=(), cue=(), content=(Span(30, 41),), kind=AttributionKind.DIRECT, rule="test"
    )
    (asked, said) = find_claims(
        "d_1", text, Analysis(quotations=quotations, attributions=(covered,))
    )

    assert (asked.rule, asked.force) == ("unattributed_quotation", Force.QUESTION)
    assert asked.content == (Span(1, 16),)
    assert said.rule == "test"


def quotation(start: int, end: int, use: QuoteUse) -> Quotation:
    return Quotation(
        span=Span(start, end), content=Span(start + 1, end - 1), use=use, closed=True, rule="test"
    )


NESTED = "Ana said Bo said it rained."
OUTER = Attribution(
    source=(Span(0, 3),),
    cue=(Span(4, 8),),
    content=(Span(9, 26),),
    kind=AttributionKind.INDIRECT,
    rule="test",
)
INNER = Attribution(
    source=(Span(9, 11),),
    cue=(Span(12, 16),),
    content=(Span(17, 26),),
    kind=AttributionKind.INDIRECT,
    rule="test",
)


def test_a_nested_attribution_points_to_the_claim_that_holds_it() -> None:
    inner = replace(INNER, parent=0)
    first, second = find_claims("d_1", NESTED, Analysis(attributions=(OUTER, inner)))

    assert second.parent == first.id
    assert first.parent is None


def test_the_claim_that_holds_another_may_come_after_it() -> None:
    inner = replace(INNER, parent=1)
    first, second = find_claims("d_1", NESTED, Analysis(attributions=(inner, OUTER)))

    assert second.content == (Span(17, 26),)
    assert second.parent == first.id


def read_by_core(force: str, *, negated: bool = False) -> Claim:
    read = replace(INNER, manner=Manner.THOUGHT, force=force, negated=negated)
    # A cue of which no rule knows what it does to its content.
    text = NESTED.replace("Bo said", "Bo sang")
    (claim,) = find_claims("d_1", text, Analysis(attributions=(read,)))
    return claim


def test_what_the_core_read_goes_before_the_words_of_the_cue() -> None:
    claim = read_by_core("forecast")

    assert (claim.manner, claim.force, claim.polarity) == (Manner.THOUGHT, Force.FORECAST, None)


@pytest.mark.parametrize(
    ("force", "negated", "stance"),
    [
        ("assert", False, (Force.ASSERT, Polarity.POSITIVE)),
        ("deny", False, (Force.DENY, Polarity.NEGATIVE)),
        ("assert", True, (None, Polarity.NEGATIVE)),
        ("deny", True, (None, None)),
    ],
)
def test_the_stance_of_the_core_is_turned_by_a_denial_or_a_negation(
    *, force: str, negated: bool, stance: tuple[Force | None, Polarity | None]
) -> None:
    claim = read_by_core(force, negated=negated)

    assert (claim.force, claim.polarity) == stance


def test_rules_alone_tell_no_manner() -> None:
    assert only('"We left," said Ana Petrov.').manner is None


def test_a_quotation_that_goes_on_puts_its_words_forward() -> None:
    first, second = claims('Ana Petrov said: "It rained."\n\n"We left the town early."')

    assert (first.force, second.force) == (Force.ASSERT, Force.ASSERT)
    assert second.speaker == "Ana Petrov"


def told(text: str, *rows: Attribution) -> tuple[Claim, ...]:
    return find_claims("d_1", text, replace(analysis(text), attributions=rows, quotations=()))


def test_what_speakers_say_of_themselves_within_their_words_is_no_claim_of_its_own() -> None:
    text = "Ana Petrov said: “We will tell you that they deny that I said it.”"
    rows = (
        attributed(text, "Ana Petrov", "said", "We will tell you that they deny that I said it."),
        attributed(text, "We", "will tell", "that they deny that I said it", parent=0),
        attributed(text, "they", "deny", "that I said it", parent=1, force="deny"),
    )
    outer, inner = told(text, *rows)

    assert (inner.force, inner.parent) == (Force.DENY, outer.id)


def test_what_is_believed_by_nobody_goes_round_as_said() -> None:
    text = "It is believed the town is empty. Ana Petrov believes it is full."
    rows = [
        attributed(text, "", "is believed", "the town is empty", manner=Manner.THOUGHT),
        attributed(text, "Ana Petrov", "believes", "it is full", manner=Manner.THOUGHT),
    ]
    hearsay, thought = told(text, *(replace(r, kind=AttributionKind.INDIRECT) for r in rows))

    assert hearsay.is_speech
    assert hearsay.hedges == hearsay.cue
    assert (hearsay.manner, thought.manner) == (Manner.SAID, Manner.THOUGHT)


def test_whoever_fears_that_something_is_so_believes_it() -> None:
    text = "Divers fear that 40 boats could be lost. Divers fear the sea."
    rows = [
        attributed(text, "Divers", "fear", "that 40 boats could be lost", manner=Manner.JUDGED),
        attributed(text, "Divers", "fear", "the sea", manner=Manner.JUDGED),
    ]
    rows = [replace(row, kind=AttributionKind.INDIRECT) for row in rows]

    assert [one.manner for one in told(text, *rows)] == [Manner.THOUGHT, Manner.JUDGED]


def test_a_text_has_what_somebody_believes_from_their_words_but_no_thought_within_words() -> None:
    text = "Ana Petrov believes Bo Lund knew it was full. Bo Lund saw it."
    rows = [
        attributed(
            text, "Ana Petrov", "believes", "Bo Lund knew it was full", manner=Manner.THOUGHT
        ),
        attributed(text, "Bo Lund", "knew", "it was full", parent=0, manner=Manner.THOUGHT),
        attributed(text, "Bo Lund", "saw", "it", manner=Manner.PERCEIVED),
    ]

    assert [one.is_speech for one in told(text, *rows)] == [True, False, False]


def test_a_label_that_asks_and_a_thing_that_will_happen_are_read_off_the_words() -> None:
    text = "HOST: Who shut the gate? Ana Petrov said the ferry would sail."
    rows = (
        attributed(text, "HOST", ":", "Who shut the gate?", kind=AttributionKind.INDIRECT),
        attributed(text, "Ana Petrov", "said", "the ferry would sail", force="pledge"),
    )

    assert [one.force for one in told(text, *rows)] == [Force.QUESTION, Force.FORECAST]
