from pathlib import Path

import pytest

from training.corpus.profile import kind_of
from training.corpus.read import TEXTS, read_text, read_texts
from training.corpus.records import CorpusError
from training.corpus.show import show

HEAD = "id: t1\nstory: t\nkind: wire\ntopic: strike\npublished: 2024-05-02\n\n"
TEXT = (
    "Dockers walk out\n\n"
    "He said on Thursday the port was closed, and he said “nobody asked us.” The mayor, Ada Brun, did"
    " not say when talks begin.\n"
)


def annotated(tmp_path: Path, *rows: str, text: str = TEXT) -> Path:
    path = tmp_path / "t1.txt"
    path.write_text(HEAD + text, encoding="utf-8")
    path.with_suffix(".ann").write_text("\n".join(rows), encoding="utf-8")
    return path


def test_quoted_words_become_the_characters_they_stand_at(tmp_path: Path) -> None:
    path = annotated(
        tmp_path, "@1", "A1 | did not say | The mayor, Ada Brun, | when … begin | said assert neg"
    )
    read = read_text(path)
    (attribution,) = read.attributions

    assert [s.text_in(read.text) for s in attribution.content] == ["when talks begin"]
    assert [s.text_in(read.text) for s in attribution.source] == ["The mayor, Ada Brun,"]
    assert attribution.negated


def test_a_second_row_with_the_same_cue_takes_the_next_place(tmp_path: Path) -> None:
    path = annotated(
        tmp_path,
        "@1",
        "A1 | said | He | the port was closed | said assert",
        "A2 | said | he | “nobody asked us.” | said assert",
    )
    read = read_text(path)

    assert read.attributions[0].cue[0].start < read.attributions[1].cue[0].start
    assert [kind_of(a, read.text) for a in read.attributions] == ["indirect", "direct"]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("A1 | said | He | the harbour was closed | said assert", "does not stand in paragraph 1"),
        ("A1 | sai | He | the port | said assert", "does not stand in paragraph 1"),
        ("A1 | said | He | the port^2 | said assert", "stands there 1 times"),
        ("A1 | said | He | the port | shouted assert", "is no manner"),
        ("A1 | said | He | the port | said assert | in=A9", "names no attribution before"),
        ("X | said", "a row begins with"),
        ("@7", "there is no paragraph 7"),
    ],
)
def test_a_row_that_does_not_resolve_is_named_with_its_line(
    tmp_path: Path, row: str, reason: str
) -> None:
    path = annotated(tmp_path, "@1", row)

    with pytest.raises(CorpusError, match=reason) as caught:
        read_text(path)
    assert str(caught.value).startswith("t1.ann:2:")


def test_a_name_inside_a_longer_name_is_not_a_mention(tmp_path: Path) -> None:
    path = annotated(
        tmp_path,
        "M | LOC | Lahore | @* Lahore",
        "M | ORG | Lahore High Court | @* Lahore High Court",
        text="The Lahore High Court sat in Lahore.\n",
    )
    city, court = read_text(path).entities

    assert [s.start for s in city.names] == [29]
    assert [s.start for s in court.names] == [4]


def test_the_review_sheet_says_where_a_nested_row_lies_outside_its_parent(tmp_path: Path) -> None:
    path = annotated(
        tmp_path,
        "@1",
        "A1 | said | He | the port was closed | said assert | who=Ivo",
        "A2 | said | he | “nobody asked us.” | said assert | in=A1",
    )
    lines = list(show(read_text(path)))

    assert "    A1  [He]  <said>  the port was closed  (said assert; Ivo)" in lines
    assert lines[-1].strip() == "!! its cue does not lie in the content of A1"


def test_every_text_of_the_corpus_resolves() -> None:
    texts = list(read_texts())

    assert len({text.id for text in texts}) == len(texts) == len(list(TEXTS.rglob("*.ann")))
