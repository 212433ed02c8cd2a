"""The encoder: MiniLM (a BERT of width 384) in plain torch, with three inputs of our own.

Weights are those of all-MiniLM-L6-v2 (Apache-2.0; Wang et al. 2020). Added, zero at first so that
nothing changes until trained: a casing class through the token-type table, a quotation state and a
corpus id. B is the batch, T pieces, H the width.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

CASINGS = 8
_WORDS = "embeddings.word_embeddings.weight"
_POSITIONS = "embeddings.position_embeddings.weight"
QUOTE_STATES = 4  # outside, inside, opening mark, closing mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """Sizes of the encoder; ``layers`` of the six are kept."""

    layers: int = 3
    width: int = 384
    attention_heads: int = 12
    inner: int = 1536
    vocabulary: int = 30522
    positions: int = 256  # the longest window
    corpora: int = 8
    dropout: float = 0.1


class Layer(nn.Module):
    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.heads = shape.attention_heads
        self.query_key_value = nn.Linear(shape.width, 3 * shape.width)
        self.mix = nn.Linear(shape.width, shape.width)
        self.attention_norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.widen = nn.Linear(shape.width, shape.inner)
        self.narrow = nn.Linear(shape.inner, shape.width)
        self.output_norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.dropout = nn.Dropout(shape.dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Return (B, T, H); ``mask`` is (B, 1, 1, T), 0 where attended and very negative else."""
        batch, length, width = x.shape
        q, k, v = (
            part.view(batch, length, self.heads, -1).transpose(1, 2)
            for part in self.query_key_value(x).split(width, dim=-1)
        )  # (B, heads, T, H / heads)
        scores = q @ k.transpose(-1, -2) / (width // self.heads) ** 0.5 + mask
        seen = (scores.softmax(-1) @ v).transpose(1, 2).reshape(batch, length, width)
        x = self.attention_norm(x + self.dropout(self.mix(seen)))
        return self.output_norm(x + self.dropout(self.narrow(functional.gelu(self.widen(x)))))


class Encoder(nn.Module):
    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.words = nn.Embedding(shape.vocabulary, shape.width)
        self.positions = nn.Embedding(shape.positions, shape.width)
        self.casings = nn.Embedding(CASINGS, shape.width)
        self.quotes = nn.Embedding(QUOTE_STATES, shape.width)
        self.corpora = nn.Embedding(shape.corpora, shape.width)
        self.norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.dropout = nn.Dropout(shape.dropout)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        nn.init.zeros_(self.quotes.weight)
        nn.init.zeros_(self.corpora.weight)

    def forward(
        self, pieces: Tensor, casings: Tensor, quotes: Tensor, corpus: Tensor, mask: Tensor
    ) -> list[Tensor]:
        """Return the output of every layer, each (B, T, H); ``mask`` is 1 for real pieces."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.words(pieces) + self.positions(places) + self.casings(casings)
        x = x + self.quotes(quotes) + self.corpora(corpus)[:, None]
        x = self.dropout(self.norm(x))
        away = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        outputs = []
        for layer in self.layers:
            x = layer(x, away)
            outputs.append(x)
        return outputs


def load_minilm(path: Path, shape: Shape, kept: Sequence[int]) -> Encoder:
    """Build an encoder from ``model.safetensors`` of all-MiniLM-L6-v2, the lowest layers of it.

    ``kept`` are the numbers of the pieces whose vectors are kept, in their order.
    """
    stored = load_file(path)
    encoder = Encoder(replace(shape, vocabulary=len(kept)))
    state = encoder.state_dict()
    for ours, theirs in _names(shape.layers).items():
        parts = [stored[name] for name in theirs]
        state[ours].copy_(torch.cat(parts) if len(parts) > 1 else parts[0])
    state["words.weight"].copy_(stored[_WORDS][list(kept)])
    state["positions.weight"].copy_(stored[_POSITIONS][: shape.positions])
    state["casings.weight"].copy_(
        stored["embeddings.token_type_embeddings.weight"][:1].expand(CASINGS, -1)
    )
    encoder.load_state_dict(state)
    return encoder


def _names(layers: int) -> dict[str, tuple[str, ...]]:
    names: dict[str, tuple[str, ...]] = {
        "norm.weight": ("embeddings.LayerNorm.weight",),
        "norm.bias": ("embeddings.LayerNorm.bias",),
    }
    for number in range(layers):
        theirs, ours = f"encoder.layer.{number}.", f"layers.{number}."
        for kind in ("weight", "bias"):
            names[f"{ours}query_key_value.{kind}"] = tuple(
                f"{theirs}attention.self.{part}.{kind}" for part in ("query", "key", "value")
            )
            for mine, other in (
                ("mix", "attention.output.dense"),
                ("attention_norm", "attention.output.LayerNorm"),
                ("widen", "intermediate.dense"),
                ("narrow", "output.dense"),
                ("output_norm", "output.LayerNorm"),
            ):
                names[f"{ours}{mine}.{kind}"] = (f"{theirs}{other}.{kind}",)
    return names
