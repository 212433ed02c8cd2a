"""The teacher of the static vectors: untouched all-MiniLM-L6-v2, its mean over the pieces of a text."""

from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor

from sayso.language.core.wordpiece import Pieces
from sayso.language.tokens import tokenize
from training.encoder import Encoder, Shape, load_minilm
from training.vocabulary import kept_pieces

_SHAPE = Shape(layers=6)
_BATCH = 64


class Teacher:
    """The encoder with all of its layers, and the pieces that we keep."""

    def __init__(self, encoder: Encoder, names: Sequence[str]) -> None:
        self.encoder = encoder.eval()
        self.names = tuple(names)
        self.pieces = Pieces({name: number for number, name in enumerate(names)})

    @classmethod
    def load(cls, folder: Path) -> "Teacher":
        """Read ``model.safetensors`` and ``vocab.txt`` of all-MiniLM-L6-v2."""
        vocabulary = (folder / "vocab.txt").read_text(encoding="utf-8").splitlines()
        kept = kept_pieces(vocabulary)
        encoder = load_minilm(folder / "model.safetensors", _SHAPE, kept)
        return cls(encoder, [vocabulary[number] for number in kept])

    def numbers(self, text: str) -> list[int]:
        """Return the pieces of a text, as many as the encoder has places for."""
        tokens = tokenize(text)
        spans = zip(tokens.starts, tokens.ends, strict=True)
        pieces = [piece for start, end in spans for piece in self.pieces.of(text[start:end])]
        return pieces[: self.encoder.shape.positions - 2]

    def of_texts(self, texts: Sequence[str]) -> Tensor:
        """Return the vectors of texts, one row of length one each."""
        return self.of_numbers([self.numbers(text) for text in texts])

    def of_numbers(self, texts: Sequence[Sequence[int]]) -> Tensor:
        """Return the vectors of texts given as pieces; long ones and short ones go separately."""
        rows = torch.zeros(len(texts), self.encoder.shape.width)
        order = sorted(range(len(texts)), key=lambda number: len(texts[number]))
        for start in range(0, len(order), _BATCH):
            batch = order[start : start + _BATCH]
            rows[batch] = self._batch([texts[number] for number in batch])
        return torch.nn.functional.normalize(rows, dim=1)

    @torch.inference_mode()
    def _batch(self, texts: Sequence[Sequence[int]]) -> Tensor:
        longest = max(len(text) for text in texts) + 2
        pieces = torch.full((len(texts), longest), self.pieces.padding)
        mask = torch.zeros(len(texts), longest)
        for row, text in enumerate(texts):
            whole = torch.tensor([self.pieces.begin, *text, self.pieces.end])
            pieces[row, : len(whole)] = whole
            mask[row, : len(whole)] = 1
        none, corpus = torch.zeros_like(pieces), torch.zeros(len(texts), dtype=torch.long)
        last = self.encoder(pieces, none, none, corpus, mask)[-1]
        mean: Tensor = (last * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        return mean
