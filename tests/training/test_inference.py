"""Teaching the weights of inference."""

import json
import tomllib
from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest

from sayso.story.inference.signs import Signs
from training.inference import (
    PENALTIES,
    Example,
    as_toml,
    chosen_penalty,
    digest,
    fit,
    in_folds,
    right_in_folds,
    teach,
)
from training.pairs import (
    ENTAILMENT,
    OWN_PAIRS,
    OwnPair,
    Row,
    read_own_pairs,
    read_rows,
    untokenised,
)


def _signs(overlap: float, *, missing: float = 0.0) -> Signs:
    return Signs(
        overlap=overlap,
        present=overlap,
        figures_missing=missing,
        figures_rehedged=0.0,
        attributed=0.0,
    )


def _examples() -> list[Example]:
    return [
        Example(story=f"story {n}", signs=_signs(n / 60, missing=n % 2), follows=n > 30)
        for n in range(60)
    ]


def test_what_goes_with_following_speaks_for_it() -> None:
    weights = teach(_examples())

    assert weights.signs["overlap"] > 0
    assert weights.probability(_signs(0.9)) > 0.8
    assert weights.probability(_signs(0.1)) < 0.2


def test_a_sign_that_never_varies_weighs_nothing() -> None:
    assert teach(_examples()).signs["attributed"] == 0.0


def test_a_pair_is_judged_by_weights_taught_without_its_story() -> None:
    examples = _examples()
    changed = [*examples[1:], Example(story="story 0", signs=_signs(0.0), follows=True)]

    assert in_folds(examples)[0] == in_folds(changed)[-1]
    assert in_folds(examples)[5] != teach(examples)


def test_pairs_of_one_story_are_in_one_fold() -> None:
    one, other = (Example(story="same", signs=_signs(x), follows=True) for x in (0.1, 0.9))

    assert one.fold == other.fold


def test_what_is_easily_told_is_right_in_folds() -> None:
    assert right_in_folds(_examples()) > 0.9


def test_a_sign_that_tells_by_chance_is_pulled_hardest() -> None:
    chance = [
        Example(story=f"story {n}", signs=_signs((n * 7 % 60) / 60), follows=n % 2 > 0)
        for n in range(60)
    ]

    assert chosen_penalty(chance) == max(PENALTIES)
    assert chosen_penalty(_examples()) == min(PENALTIES)


def test_a_stronger_pull_leaves_smaller_weights() -> None:
    loose, tight = (fit(_examples(), penalty=penalty).signs["overlap"] for penalty in (1.0, 30.0))

    assert loose > tight > 0


def test_the_shipped_weights_were_taught_by_the_pairs_as_they_are() -> None:
    """After a change of the pairs: ``python -m training.inference``."""
    shipped = files("sayso.story.inference").joinpath("weights.toml").read_text(encoding="utf-8")

    assert tomllib.loads(shipped)["taught"] == digest(OWN_PAIRS)


def test_weights_are_written_as_the_package_reads_them() -> None:
    weights = fit(_examples(), penalty=10.0)

    written = tomllib.loads(as_toml(weights, pairs=OWN_PAIRS))

    assert written["start"] == pytest.approx(weights.start, abs=0.001)
    assert written["signs"] == pytest.approx(dict(weights.signs), abs=0.001)


def test_own_pairs_tell_of_many_stories_and_half_of_them_follow() -> None:
    pairs = read_own_pairs(OWN_PAIRS)
    labels = Counter(pair.label for pair in pairs)

    assert len({pair.id for pair in pairs}) == len(pairs) >= 1000
    assert len({pair.story for pair in pairs}) >= 80
    assert 0.4 < labels[ENTAILMENT] / len(pairs) < 0.6


def test_no_premise_is_in_two_stories() -> None:
    stories = {(pair.premise, pair.story) for pair in read_own_pairs(OWN_PAIRS)}

    assert len({premise for premise, _ in stories}) == len(stories)


def test_own_pairs_are_read_by_the_names_of_their_columns(tmp_path: Path) -> None:
    path = tmp_path / "pairs.tsv"
    path.write_text(
        "id\tstory\tlabel\tpremise\thypothesis\nx-1\tx\tneutral\tA.\tB.\n", encoding="utf-8"
    )

    assert read_own_pairs(path) == (
        OwnPair(id="x-1", story="x", premise="A.", hypothesis="B.", label="neutral"),
    )


def test_an_own_pair_with_an_unknown_label_is_refused() -> None:
    with pytest.raises(ValueError, match="x-1 is labelled 'maybe'"):
        OwnPair(id="x-1", story="x", premise="A.", hypothesis="B.", label="maybe")


def test_a_tokenised_text_is_written_as_people_do() -> None:
    text = "`` I wo n't go , '' the mayor 's aide -LRB- 41 -RRB- said of the $ 5 fee ."

    assert untokenised(text) == "\"I won't go,\" the mayor's aide (41) said of the $5 fee."


def test_an_ordinary_text_stays_as_it_is() -> None:
    text = 'The fee is "$5.40 (net)", she said; nobody\'s happy.'

    assert untokenised(text) == text


def test_a_decimal_without_a_whole_keeps_its_blank() -> None:
    assert untokenised("some .82 miles off") == "some .82 miles off"


def test_rows_are_read_with_what_they_need(tmp_path: Path) -> None:
    line = {"id": "x-1", "premise": "A.", "hypothesis": "B.", "label": "neutral", "part": "p"}
    (tmp_path / "set.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")

    assert read_rows(tmp_path / "set.jsonl") == (
        Row(id="x-1", premise="A.", hypothesis="B.", label="neutral"),
    )
