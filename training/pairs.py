"""Pairs of sentences with a label: the project's own, and as the public sets have them."""

import json
import re
from dataclasses import dataclass, field
from pathlib import Path

from sayso.language.core.network import Network, shipped_network
from sayso.language.vectors import Vectors
from sayso.story.inference.passage import Passage, read_passage

ENTAILMENT = "entailment"
LABELS = (ENTAILMENT, "neutral", "contradiction")
OWN_PAIRS = Path(__file__).parent / "inference_pairs.tsv"

# What the tokenizer of the treebanks writes for a mark: brackets, and quotation marks as two.
_MARKS = {
    "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "``": '"', "''": '"', "`": "'",
}  # fmt: skip
_ENDING = re.compile(r" (n't|'s|'re|'ve|'ll|'d|'m|')(?=\s|$)")
_CLOSES = re.compile(r" (?=[.,;:!?%)\]])(?!\.\d)")
_OPENS = re.compile(r"(?<=[(\[$£€]) ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One pair of a set, with its label."""

    id: str
    premise: str
    hypothesis: str
    label: str


def read_rows(path: Path) -> tuple[Row, ...]:
    """Read a set of pairs, one JSON object a line."""
    lines = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return tuple(
        Row(**{key: line[key] for key in ("id", "premise", "hypothesis", "label")})
        for line in lines
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPair:
    """One pair of the project's own, with the invented story that it tells of."""

    id: str
    story: str
    premise: str
    hypothesis: str
    label: str

    def __post_init__(self) -> None:
        if self.label not in LABELS:
            raise ValueError(f"{self.id} is labelled {self.label!r}, not one of {LABELS}")


def read_own_pairs(path: Path) -> tuple[OwnPair, ...]:
    """Read the project's own pairs: tab-separated, below a line that names the columns."""
    names, *lines = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return tuple(OwnPair(**dict(zip(names, line, strict=True))) for line in lines)


def untokenised(text: str) -> str:
    """Write a text as people do that was cut into words by blanks: "wo n't , he said" and so on."""
    for mark, written in _MARKS.items():
        text = text.replace(mark, written)
    text = _OPENS.sub("", _CLOSES.sub("", _ENDING.sub(r"\1", text)))
    return _quoted(text)


def _quoted(text: str) -> str:
    """Let each quotation mark that stands alone lean on the words between it and its partner."""
    kept: list[str] = []
    inside, leans = False, True
    for word in text.split():
        closes = word == '"' and inside
        kept.append(word if leans or closes else f" {word}")
        if word == '"':
            inside = not inside
        leans = word == '"' and inside
    return "".join(kept)


@dataclass(slots=True)
class PairReader:
    """The shipped weights of language, and what was read with them."""

    core: Network = field(default_factory=shipped_network)
    vectors: Vectors = field(default_factory=Vectors.load)
    _read: dict[str, Passage] = field(default_factory=dict)

    def passage(self, text: str) -> Passage:
        """Return a text as inference reads it; each text is read once."""
        if text not in self._read:
            self._read[text] = read_passage(untokenised(text), core=self.core)
        return self._read[text]
