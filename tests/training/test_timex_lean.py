"""Teaching the direction of bare weekdays and months."""

from pathlib import Path

import numpy as np

from sayso.language.timex_expressions import Sign
from sayso.language.timex_lean import Kind, read_weights
from sayso.text import Span
from training.corpus.records import GoldText, GoldTimex
from training.timex_lean import (
    Example,
    as_toml,
    beliefs,
    examples_of,
    fit,
    in_folds,
    rebased,
    right,
)


def text_with(words: str, *timexes: tuple[str, str]) -> GoldText:
    gold = tuple(
        GoldTimex(
            span=Span(words.index(quoted), words.index(quoted) + len(quoted)),
            type="DATE",
            value=value,
            mod=None,
        )
        for quoted, value in timexes
    )
    return GoldText(
        id="raid-01", story="raid", kind="wire", head={"published": "2022-01-24"}, text=words,
        paragraphs=(), attributions=(), entities=(), timexes=gold, figures=(), events=(),
        date=None, date_evidence=(),
    )  # fmt: skip


def example(*, ahead: bool, sign: Sign, story: str = "raid") -> Example:
    return Example(
        story=story, kind=Kind.WEEKDAY, signs=frozenset({sign}), past=3, future=4, ahead=ahead
    )


def test_an_example_is_an_expression_whose_annotated_day_is_one_of_the_two() -> None:
    text = text_with("It will open on Thursday.", ("Thursday", "2022-01-27"))
    (found,) = examples_of(text)

    assert (found.kind, found.past, found.future, found.ahead) == (Kind.WEEKDAY, 4, 3, True)
    assert Sign.WILL in found.signs


def test_a_day_that_is_neither_of_the_two_teaches_nothing() -> None:
    text = text_with("It opened on Thursday.", ("Thursday", "2021-12-02"))

    assert list(examples_of(text)) == []


def test_what_has_one_reading_teaches_nothing() -> None:
    text = text_with("It opened on 3 May 2021.", ("3 May 2021", "2021-05-03"))

    assert list(examples_of(text)) == []


def test_a_date_ahead_before_it_is_a_sign() -> None:
    text = text_with("On 7 March 2022 and on Thursday.", ("Thursday", "2022-01-27"))
    (found,) = examples_of(text)

    assert Sign.PREVIOUS_AHEAD in found.signs


def test_the_weights_learn_what_the_examples_say() -> None:
    examples = [example(ahead=True, sign=Sign.UNTIL)] * 50 + [
        example(ahead=False, sign=Sign.SINCE)
    ] * 50

    assert right(fit(examples), examples) == len(examples)


def test_a_story_is_told_by_weights_that_never_saw_it() -> None:
    examples = [
        example(ahead=sign is Sign.UNTIL, sign=sign, story=f"story-{number}")
        for number in range(40)
        for sign in (Sign.UNTIL, Sign.SINCE)
    ]

    assert in_folds(examples, 4) == 1.0


def test_without_examples_what_was_believed_stays() -> None:
    assert np.allclose(fit([]), beliefs())


def test_weights_are_read_back_as_they_were_written(tmp_path: Path) -> None:
    path = tmp_path / "lean.toml"
    path.write_text(as_toml(rebased(beliefs())), encoding="utf-8")

    assert read_weights(path).start[Kind.WEEKDAY] == -2.0
    assert read_weights(path).sign[Sign.TOWARD_FUTURE] == 2.0
