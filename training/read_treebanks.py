"""Universal Dependencies treebanks and word-per-line entity files as training examples."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sayso.language.analysis import Tokens
from sayso.language.core.read import STATES
from sayso.language.quotations import find_quotations, quote_states
from training.examples import Corpus, Example
from training.labels import POLICIES

_COLUMNS = 10


@dataclass(slots=True)
class _Sentence:
    words: list[str] = field(default_factory=list)
    upos: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deprels: list[str] = field(default_factory=list)
    text: str = ""
    ends: list[int] = field(default_factory=list)  # of the words in `text`
    starts_paragraph: bool = False
    starts_document: bool = False


def read_conllu(path: Path, corpus: Corpus, *, names: Path | None = None) -> Iterator[Example]:
    """Yield one example a document; multi-word tokens are read as their syntactic words.

    ``names`` is a word-per-line file with the names of the same sentences (policy ``uner``).
    """
    tags = {tuple(words): labels for words, labels in _columns(names, 1, 2)} if names else None
    document: list[_Sentence] = []
    for sentence in _sentences(path):
        if sentence.starts_document and document:
            yield _example(document, corpus, tags)
            document = []
        document.append(sentence)
    if document:
        yield _example(document, corpus, tags)


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
            _add(sentence, columns)
    if sentence.words:
        yield sentence


def _add(sentence: _Sentence, columns: list[str]) -> None:
    sentence.words.append(columns[1])
    sentence.upos.append(columns[3])
    sentence.heads.append(int(columns[6]) - 1)
    sentence.deprels.append(columns[7].split(":")[0])
    sentence.text += columns[1]
    sentence.ends.append(len(sentence.text))
    if "SpaceAfter=No" not in columns[9]:
        sentence.text += " "
    if "NewPar=Yes" in columns[9]:
        sentence.starts_paragraph = True


def _quotes(document: list[_Sentence]) -> tuple[int, ...]:
    """Return the quotation state of each word, as it is found in any text."""
    text = ""
    starts: list[int] = []
    ends: list[int] = []
    for sentence in document:
        text += "\n\n" if sentence.starts_paragraph and text else ""
        ends += [len(text) + end for end in sentence.ends]
        starts += [
            len(text) + end - len(word)
            for word, end in zip(sentence.words, sentence.ends, strict=True)
        ]
        text += sentence.text
    tokens = Tokens(starts=tuple(starts), ends=tuple(ends))
    return tuple(STATES[state] for state in quote_states(tokens, find_quotations(text)))


def _example(
    document: list[_Sentence], corpus: Corpus, names: dict[tuple[str, ...], list[str]] | None
) -> Example:
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
        quotes=_quotes(document),
        spans=_names(document, names),
        paragraphs=tuple(zip(paragraphs, [*paragraphs[1:], len(words)], strict=True)),
        sentence_starts=tuple(starts),
        upos=tuple(u for s in document for u in s.upos),
        heads=tuple(heads),
        deprels=tuple(d for s in document for d in s.deprels),
    )


def _names(
    document: list[_Sentence], names: dict[tuple[str, ...], list[str]] | None
) -> dict[str, tuple[tuple[int, int, str], ...]]:
    """Return the names of a document, or nothing if any of its sentences is not in the file."""
    tags: list[str] = []
    for sentence in document:
        found = (names or {}).get(tuple(sentence.words))
        if found is None:
            return {}
        tags += found
    return {"uner": tuple(_spans(tags, {label: label for label in POLICIES["uner"]}))}


def read_columns(
    path: Path, corpus: Corpus, policy: str, *, word: int, label: int, labels: dict[str, str]
) -> Iterator[Example]:
    """Yield one example a sentence of a word-per-line file; labels outside ``labels`` become none."""
    for words, tags in _columns(path, word, label):
        yield Example(
            corpus=corpus,
            words=tuple(words),
            paragraphs=((0, len(words)),),
            spans={policy: tuple(_spans(tags, labels))},
        )


def read_pages(path: Path, corpus: Corpus, policy: str, *, labels: dict[str, str]) -> Example:
    """Return one example of a whole word-per-line file: word and label, no paragraphs."""
    sentences = list(_columns(path, 0, 1))
    words = [word for sentence, _ in sentences for word in sentence]
    tags = [tag for _, row in sentences for tag in row]
    return Example(
        corpus=corpus,
        words=tuple(words),
        paragraphs=((0, len(words)),),
        spans={policy: tuple(_spans(tags, labels))},
    )


def _columns(path: Path, word: int, label: int) -> Iterator[tuple[list[str], list[str]]]:
    words: list[str] = []
    tags: list[str] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.strip() and not line.startswith("# "):
            columns = line.split("\t") if "\t" in line else line.split()
            words.append(columns[word])
            tags.append(columns[label])
        elif words:
            yield words, tags
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
