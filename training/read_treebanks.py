"""Universal Dependencies treebanks and word-per-line entity files as training examples."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from training.examples import Corpus, Example

_COLUMNS = 10


@dataclass(slots=True)
class _Sentence:
    words: list[str] = field(default_factory=list)
    upos: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deprels: list[str] = field(default_factory=list)
    starts_paragraph: bool = False
    starts_document: bool = False


def read_conllu(path: Path, corpus: Corpus) -> Iterator[Example]:
    """Yield one example a document; multi-word tokens are read as their syntactic words."""
    document: list[_Sentence] = []
    for sentence in _sentences(path):
        if sentence.starts_document and document:
            yield _example(document, corpus)
            document = []
        document.append(sentence)
    if document:
        yield _example(document, corpus)


def _sentences(path: Path) -> Iterator[_Sentence]:
    sentence = _Sentence()
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newdoc"):
            sentence.starts_document = sentence.starts_paragraph = True
        elif line.startswith("# newpar"):
            sentence.starts_paragraph = True
        elif not line and sentence.words:
            yield sentence
            sentence = _Sentence()
        elif line and line[0].isdigit():
            columns = line.split("\t")
            if len(columns) != _COLUMNS:
                raise ValueError(f"{path.name}: expected {_COLUMNS} columns, got “{line}”")
            if not columns[0].isdigit():
                continue
            sentence.words.append(columns[1])
            sentence.upos.append(columns[3])
            sentence.heads.append(int(columns[6]) - 1)
            sentence.deprels.append(columns[7].split(":")[0])
            if "NewPar=Yes" in columns[9]:
                sentence.starts_paragraph = True
    if sentence.words:
        yield sentence


def _example(document: list[_Sentence], corpus: Corpus) -> Example:
    words: list[str] = []
    starts: list[int] = []
    paragraphs: list[int] = []
    heads: list[int] = []
    for sentence in document:
        at = len(words)
        starts.append(at)
        if sentence.starts_paragraph or not paragraphs:
            paragraphs.append(at)
        heads += [h + at if h >= 0 else -1 for h in sentence.heads]
        words += sentence.words
    return Example(
        corpus=corpus,
        words=tuple(words),
        paragraphs=tuple(zip(paragraphs, [*paragraphs[1:], len(words)], strict=True)),
        sentence_starts=tuple(starts),
        upos=tuple(u for s in document for u in s.upos),
        heads=tuple(heads),
        deprels=tuple(d for s in document for d in s.deprels),
    )


def read_columns(
    path: Path, corpus: Corpus, policy: str, *, word: int, label: int, labels: dict[str, str]
) -> Iterator[Example]:
    """Yield one example a sentence of a word-per-line file; labels outside ``labels`` become none."""
    words: list[str] = []
    tags: list[str] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.strip() and not line.startswith("# "):
            columns = line.split("\t") if "\t" in line else line.split()
            words.append(columns[word])
            tags.append(columns[label])
        elif words:
            yield Example(
                corpus=corpus,
                words=tuple(words),
                paragraphs=((0, len(words)),),
                spans={policy: tuple(_spans(tags, labels))},
            )
            words, tags = [], []


def _spans(tags: list[str], labels: dict[str, str]) -> Iterator[tuple[int, int, str]]:
    start, kind = 0, None
    for index, tag in enumerate([*tags, "O"]):
        prefix, _, name = tag.partition("-")
        here = labels.get(name) if prefix in {"B", "I"} else None
        if kind is not None and (here != kind or prefix == "B"):
            yield start, index, kind
            kind = None
        if here is not None and kind is None:
            start, kind = index, here
