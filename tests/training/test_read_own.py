"""The project's own texts as examples: characters become words, rows become labels."""

from pathlib import Path

import pytest

from sayso.language.core.mention_features import MentionKind
from training.corpus.read import read_text
from training.examples import Corpus, Example, WordAttribution
from training.read_own import read_own

HEAD = "id: t1\nstory: t\nkind: wire\ntopic: strike\npublished: 2024-05-02\n\n"
TEXT = (
    "Dockers walk out\n\n"
    "Ada Brun said on Thursday that about 40 dockers were hurt. She said the board “lied to us.”\n"
)


def example(tmp_path: Path, *rows: str, text: str = TEXT) -> Example:
    path = tmp_path / "t1.txt"
    path.write_text(HEAD + text, encoding="utf-8")
    path.with_suffix(".ann").write_text("\n".join(("@1", *rows)), encoding="utf-8")
    return read_own(read_text(path))


def written(read: Example, words: tuple[int, ...]) -> str:
    return " ".join(read.words[at] for at in words)


def test_words_paragraphs_and_sentences_are_those_of_any_text(tmp_path: Path) -> None:
    read = example(tmp_path)

    assert read.corpus is Corpus.NEWS
    assert read.paragraphs == ((0, 3), (3, len(read.words)))
    assert read.sentence_starts is not None
    assert [read.words[at] for at in read.sentence_starts] == ["Dockers", "Ada", "She"]
    assert read.quotes is not None
    assert [w for w, state in zip(read.words, read.quotes, strict=True) if state] == [
        *("“", "lied", "to", "us", ".", "”")
    ]


def test_an_attribution_is_its_words_and_the_number_of_its_parent(tmp_path: Path) -> None:
    read = example(
        tmp_path,
        "A1 | said | Ada Brun | that about … hurt | said assert",
        "A2 | said | She | the board “lied to us.” | said assert neg | in=A1",
    )
    assert read.attributions is not None
    first, second = read.attributions

    assert [written(read, w) for w in (first.source, first.cue, first.content)] == [
        "Ada Brun",
        "said",
        "that about 40 dockers were hurt",
    ]
    assert (first.parent, second.parent) == (None, 0)
    assert written(read, second.content) == "the board “ lied to us . ”"


def test_the_first_word_of_a_cue_bears_its_labels(tmp_path: Path) -> None:
    read = example(
        tmp_path,
        "A1 | said on Thursday | Ada Brun | that about … hurt | said assert",
        "A2 | said | She | the board “lied to us.” | said deny neg",
    )
    first, second = (a.cue[0] for a in read.attributions or ())

    assert read.spans["cue"] == ((first, first + 1, "CUE"), (second, second + 1, "CUE"))
    assert read.labels["manner"] == {first: "said", second: "said"}
    assert read.labels["force"] == {first: "assert", second: "deny"}
    assert read.labels["polarity"] == {first: "positive", second: "negative"}


def test_a_figure_hangs_on_the_word_of_its_number(tmp_path: Path) -> None:
    read = example(
        tmp_path,
        "F | about 40 dockers | 40 | about count | dockers | dockers | injured flow | asserted",
    )
    number = read.words.index("40")

    assert read.counted == ((number, number + 1),)
    assert read.labels["predicate"] == {number: "injured"}
    assert read.labels["accrual"] == {number: "flow"}
    assert read.labels["modality"] == {number: "asserted"}


def test_what_a_figure_does_not_say_is_none(tmp_path: Path) -> None:
    read = example(tmp_path, "F | about 40 | 40 | about count | - | - | - | -")
    number = read.words.index("40")

    assert read.counted == ()
    assert read.labels["predicate"] == {number: "none"}
    assert read.labels["accrual"] == {number: "none"}
    assert read.labels["modality"] == {}


def test_a_figure_in_which_the_grammar_finds_no_number_teaches_nothing(tmp_path: Path) -> None:
    read = example(tmp_path, "F | the board | - | vague count | - | - | injured flow | asserted")

    assert (read.counted, read.labels["predicate"]) == ((), {})


def test_an_event_is_its_first_word(tmp_path: Path) -> None:
    read = example(tmp_path, "@0", "V | walk out | protest | asserted")
    word = read.words.index("walk")

    assert (read.labels["event"], read.labels["status"]) == ({word: "protest"}, {word: "asserted"})


def test_names_and_times_become_spans(tmp_path: Path) -> None:
    read = example(
        tmp_path,
        "M | PER | Ada Brun | @* Ada Brun | @1 She",
        "T | Thursday | DATE | 2024-05-02",
    )

    assert read.spans["news"] == ((3, 5, "PER"),)
    assert [(read.words[s], kind) for s, _, kind in read.spans["timex"]] == [("Thursday", "DATE")]


def test_references_to_one_entity_share_its_number(tmp_path: Path) -> None:
    read = example(
        tmp_path,
        "M | ORG | the board | - | @1 the board",
        "M | PER | Ada Brun | @* Ada Brun | @1 She",
    )

    assert [(read.words[m.first], m.entity, m.kind) for m in read.mentions] == [
        ("the", 0, MentionKind.NOMINAL),
        ("Ada", 1, MentionKind.NAME),
        ("She", 1, MentionKind.PRONOUN),
    ]


def test_a_text_without_rows_has_empty_layers(tmp_path: Path) -> None:
    read = example(tmp_path)

    assert read.attributions == ()
    assert (read.mentions, read.counted) == ((), ())
    assert read.spans == {"cue": (), "news": (), "timex": ()}
    assert all(row == {} for row in read.labels.values())


@pytest.mark.parametrize("source", ["-", ""])
def test_a_source_may_be_missing(tmp_path: Path, source: str) -> None:
    read = example(tmp_path, f"A1 | said | {source} | that about … hurt | said assert")

    assert [a.source for a in read.attributions or ()] == [()]
    assert all(isinstance(a, WordAttribution) for a in read.attributions or ())
