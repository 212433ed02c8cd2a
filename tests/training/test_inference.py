"""Teaching the weights of inference."""

import json
from pathlib import Path

from sayso.story.inference.signs import Signs
from training.inference import Example, digest, in_folds, teach
from training.pairs import Row, read_rows, untokenised


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
        Example(premise=f"premise {n}", signs=_signs(n / 60, missing=n % 2), follows=n > 30)
        for n in range(60)
    ]


def test_what_goes_with_following_speaks_for_it() -> None:
    weights = teach(_examples())

    assert weights.signs["overlap"] > 0
    assert weights.probability(_signs(0.9)) > 0.8
    assert weights.probability(_signs(0.1)) < 0.2


def test_a_sign_that_never_varies_weighs_nothing() -> None:
    assert teach(_examples()).signs["attributed"] == 0.0


def test_a_pair_is_judged_by_weights_taught_without_its_premise() -> None:
    examples = _examples()
    changed = [*examples[1:], Example(premise="premise 0", signs=_signs(0.0), follows=True)]

    assert in_folds(examples)[0] == in_folds(changed)[-1]
    assert in_folds(examples)[5] != teach(examples)


def test_pairs_of_one_premise_are_in_one_fold() -> None:
    one, other = (Example(premise="same", signs=_signs(x), follows=True) for x in (0.1, 0.9))

    assert one.fold == other.fold


def test_a_set_is_told_by_its_pairs_in_any_order() -> None:
    assert digest(["a", "b"]) == digest(["b", "a"]) != digest(["a", "c"])


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
