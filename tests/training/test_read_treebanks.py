"""Treebanks and word-per-line files as examples."""

from pathlib import Path

import pytest

from training.examples import Corpus, Example
from training.read_treebanks import read_columns, read_conllu, read_pages


def row(number: str, word: str, upos: str, head: int, deprel: str, misc: str = "_") -> str:
    return "\t".join((number, word, "_", upos, "_", "_", str(head), deprel, "_", misc))


SHE_SAID = "\n".join(
    [
        "# text = “We left,” she said.",
        row("1", "“", "PUNCT", 3, "punct", "SpaceAfter=No"),
        row("2", "We", "PRON", 3, "nsubj"),
        row("3", "left", "VERB", 7, "ccomp:said", "SpaceAfter=No"),
        row("4", ",", "PUNCT", 3, "punct", "SpaceAfter=No"),
        row("5", "”", "PUNCT", 3, "punct"),
        row("6", "she", "PRON", 7, "nsubj"),
        row("7", "said", "VERB", 0, "root", "SpaceAfter=No"),
        row("8", ".", "PUNCT", 7, "punct"),
    ]
)
VELM_SLEPT = "\n".join(
    [row("1", "Velm", "PROPN", 2, "nsubj"), row("2", "slept", "VERB", 0, "root")]
)


def treebank(tmp_path: Path, *blocks: str) -> list[Example]:
    path = tmp_path / "bank.conllu"
    path.write_text("\n\n".join(blocks) + "\n\n", encoding="utf-8")
    return list(read_conllu(path, Corpus.EWT))


def test_heads_count_from_the_beginning_of_the_document(tmp_path: Path) -> None:
    (example,) = treebank(tmp_path, SHE_SAID, VELM_SLEPT)

    assert example.words[-2:] == ("Velm", "slept")
    assert example.heads == (2, 2, 6, 2, 2, 6, -1, 6, 9, -1)
    assert example.sentence_starts == (0, 8)


def test_subtypes_of_relations_are_cut_off(tmp_path: Path) -> None:
    (example,) = treebank(tmp_path, SHE_SAID)

    assert example.deprels is not None
    assert example.deprels[2] == "ccomp"


def test_quotations_are_found_as_in_any_text(tmp_path: Path) -> None:
    (example,) = treebank(tmp_path, SHE_SAID)

    assert example.quotes == (2, 1, 1, 1, 3, 0, 0, 0)


def test_documents_and_paragraphs_begin_where_the_file_says_so(tmp_path: Path) -> None:
    first, second = treebank(
        tmp_path,
        f"# newdoc id = a\n{VELM_SLEPT}",
        f"# newpar\n{VELM_SLEPT}",
        VELM_SLEPT,
        f"# newdoc id = b\n{VELM_SLEPT}",
    )

    assert first.paragraphs == ((0, 2), (2, 6))
    assert (second.words, second.paragraphs) == (("Velm", "slept"), ((0, 2),))


def test_a_quotation_goes_on_in_the_next_paragraph_of_a_treebank(tmp_path: Path) -> None:
    opened = "\n".join(
        [row("1", "“", "PUNCT", 2, "punct", "SpaceAfter=No"), row("2", "Left", "VERB", 0, "root")]
    )
    (example,) = treebank(tmp_path, opened, f"# newpar\n{SHE_SAID}")

    assert example.paragraphs == ((0, 2), (2, 10))
    assert example.quotes is not None
    assert all(example.quotes[:7])


def test_words_written_together_are_read_as_their_parts(tmp_path: Path) -> None:
    (example,) = treebank(
        tmp_path,
        "\n".join(
            [
                "1-2\tcannot" + "\t_" * 8,
                row("1", "can", "AUX", 3, "aux"),
                row("2", "not", "PART", 3, "advmod"),
                row("3", "stay", "VERB", 0, "root"),
                "3.1\tthere" + "\t_" * 8,
            ]
        ),
    )

    assert example.words == ("can", "not", "stay")
    assert example.heads == (2, 2, -1)


def test_a_row_with_too_few_columns_is_shown(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="expected 10 columns, got “1 Velm”"):
        treebank(tmp_path, "1 Velm")


def named(tmp_path: Path, *rows: str) -> tuple[Example, ...]:
    bank, names = tmp_path / "bank.conllu", tmp_path / "names.iob2"
    bank.write_text(f"{VELM_SLEPT}\n\n", encoding="utf-8")
    names.write_text("# sent_id = 1\n" + "\n".join(rows) + "\n", encoding="utf-8")
    return tuple(read_conllu(bank, Corpus.EWT, names=names))


def test_names_of_the_same_sentence_are_added(tmp_path: Path) -> None:
    (example,) = named(tmp_path, "1\tVelm\tB-LOC\t-", "2\tslept\tO\t-")

    assert example.spans == {"uner": ((0, 1, "LOC"),)}


def test_a_document_whose_sentences_are_not_all_in_the_file_of_names_has_no_names(
    tmp_path: Path,
) -> None:
    (example,) = named(tmp_path, "1\tVelm\tB-LOC\t-", "2\twoke\tO\t-")

    assert example.spans == {}


def columns(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "words.txt"
    path.write_text(text, encoding="utf-8")
    return path


LABELS = {"person": "PER", "politician": "PER", "place": "LOC"}


@pytest.mark.parametrize(
    ("tags", "spans"),
    [
        ("O O O", ()),
        ("B-person I-person O", ((0, 2, "PER"),)),
        ("B-person B-person O", ((0, 1, "PER"), (1, 2, "PER"))),
        ("I-person I-person O", ((0, 2, "PER"),)),
        ("B-person I-politician O", ((0, 2, "PER"),)),
        ("B-person I-place I-place", ((0, 1, "PER"), (1, 3, "LOC"))),
        ("B-shoe I-shoe B-place", ((2, 3, "LOC"),)),
        ("B-person I-shoe I-person", ((0, 1, "PER"), (2, 3, "PER"))),
    ],
)
def test_tags_become_the_spans_of_a_policy(
    tmp_path: Path, tags: str, spans: tuple[tuple[int, int, str], ...]
) -> None:
    rows = zip(("a", "b", "c"), tags.split(), strict=True)
    path = columns(tmp_path, "\n".join(f"{word}\t{tag}" for word, tag in rows))
    (example,) = read_columns(path, Corpus.CROSSNER, "crossner", word=0, label=1, labels=LABELS)

    assert example.words == ("a", "b", "c")
    assert example.spans == {"crossner": spans}


def test_each_sentence_of_a_word_per_line_file_is_an_example(tmp_path: Path) -> None:
    path = columns(tmp_path, "\na O\nb O\n\n\nc O\n")
    found = read_columns(path, Corpus.CROSSNER, "crossner", word=0, label=1, labels=LABELS)

    assert [(e.words, e.paragraphs) for e in found] == [
        (("a", "b"), ((0, 2),)),
        (("c",), ((0, 1),)),
    ]


def test_a_word_per_line_page_is_one_example(tmp_path: Path) -> None:
    example = read_pages(
        columns(tmp_path, "a O\nb B-person\n\nc B-place\n"), Corpus.RE3D, "re3d", labels=LABELS
    )

    assert (example.words, example.paragraphs) == (("a", "b", "c"), ((0, 3),))
    assert example.spans == {"re3d": ((1, 2, "PER"), (2, 3, "LOC"))}
