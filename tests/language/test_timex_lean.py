"""The learned direction of bare weekdays and months."""

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sayso.dates import DayInterval
from sayso.language.timex_expressions import Sign
from sayso.language.timex_lean import Kind, lies_ahead, logit, nearness, onward, read_weights
from sayso.language.timexes import find_phrases, value_phrases

# A Monday.
PUBLISHED = DayInterval.day(date(2022, 1, 24))


def test_the_weights_know_every_kind_and_sign() -> None:
    weights = read_weights()

    assert set(weights.start) == set(weights.nearness) == set(Kind)
    assert set(weights.sign) == set(Sign)


def test_words_of_past_and_future_pull_to_their_side() -> None:
    weights = read_weights()

    assert weights.sign[Sign.TOWARD_PAST] < 0 < weights.sign[Sign.TOWARD_FUTURE]
    assert weights.sign[Sign.UNTIL] > 0


@given(st.sampled_from(list(Kind)), st.integers(1, 360), st.frozensets(st.sampled_from(list(Sign))))
def test_a_nearer_day_ahead_is_never_less_likely(
    kind: Kind, past: int, signs: frozenset[Sign]
) -> None:
    weights = read_weights()
    found = [logit(weights, kind, signs, past=past, future=days) for days in range(1, 40)]

    assert all(near >= far for near, far in pairwise(found))


def test_what_will_governs_lies_ahead_however_near_the_past_day_is() -> None:
    signs = frozenset({Sign.TOWARD_FUTURE, Sign.WILL, Sign.ON})

    assert lies_ahead(Kind.WEEKDAY, signs, past=1, future=6)


def test_a_day_without_a_distance_is_the_nearest_that_counts() -> None:
    assert nearness(0, 0) == 0
    assert onward(Kind.DAY, frozenset(), past=1, future=300)


def test_the_signs_of_a_clause_are_kept_with_its_expression() -> None:
    (phrase,) = find_phrases("The council will vote on Thursday.")

    assert {Sign.TOWARD_FUTURE, Sign.WILL, Sign.ON, Sign.FUTURE_NEAR} <= phrase.signs


def test_a_possessive_takes_no_sign_from_the_verb() -> None:
    (phrase,) = find_phrases("The council will mourn after Thursday's raid.")

    assert phrase.signs == {Sign.POSSESSIVE, Sign.TOWARD_OPEN}


def test_who_weighs_may_be_chosen() -> None:
    phrases = find_phrases("The council met on Thursday.")
    (timex,) = value_phrases(phrases, published=PUBLISHED, lean=onward)

    assert timex.value == "2022-01-27"


def test_a_weekend_lies_back_unless_the_clause_looks_ahead() -> None:
    past, ahead = (
        value_phrases(find_phrases(text), published=PUBLISHED)[0].value
        for text in ("They fled over the weekend.", "They will flee over the weekend.")
    )

    assert (past, ahead) == ("2022-W03-WE", "2022-W04-WE")
