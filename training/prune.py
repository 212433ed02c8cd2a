"""Narrow the inner layers of a trained encoder to the units that matter most.

python -m training.prune WEIGHTS.pt --vocabulary VOCAB.txt --inner 1024 --out NARROW.pt

A unit matters by its mean size on the project's own training texts times the length of the column
that reads it. The narrowed weights are the start of the next stage, which makes good what was lost.
"""

import argparse
from dataclasses import replace
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from sayso.language.core.wordpiece import Pieces
from training.batches import batches, collate, cut
from training.data import own_corpus
from training.encoder import Encoder
from training.export import load_reader
from training.model import Reader
from training.plan import WINDOW

_TEXTS = 40
_PIECES = 1024


@torch.no_grad()
def importance(model: Reader, pieces: Pieces) -> list[Tensor]:
    """Return for each layer how much each inner unit matters."""
    sizes = [torch.zeros(layer.widen.out_features) for layer in model.encoder.layers]
    hooks = [
        layer.widen.register_forward_hook(
            lambda _, __, out, at=at: sizes[at].add_(functional.gelu(out).abs().mean((0, 1)))
        )
        for at, layer in enumerate(model.encoder.layers)
    ]
    texts = cut(
        [e for _, e in zip(range(_TEXTS), own_corpus("train"), strict=False)], pieces, limit=WINDOW
    )
    for group in batches(texts, size=_PIECES, seed=0):
        model.words(collate(group))
    for hook in hooks:
        hook.remove()
    return [
        size * layer.narrow.weight.norm(dim=0)
        for size, layer in zip(sizes, model.encoder.layers, strict=True)
    ]


@torch.no_grad()
def narrowed(model: Reader, weights: list[Tensor], inner: int) -> Reader:
    """Return the model with the ``inner`` best units of each layer."""
    small = Reader(Encoder(replace(model.encoder.shape, inner=inner)))
    state = dict(model.state_dict())
    for at, weight in enumerate(weights):
        kept = weight.topk(inner).indices.sort().values
        prefix = f"encoder.layers.{at}."
        for name in ("widen.weight", "widen.bias"):
            state[prefix + name] = state[prefix + name][kept]
        state[prefix + "narrow.weight"] = state[prefix + "narrow.weight"][:, kept]
    small.load_state_dict(state)
    return small


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--vocabulary", type=Path, required=True)
    parser.add_argument("--inner", type=int, default=1024)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    pieces = Pieces.load(arguments.vocabulary)
    model = load_reader(arguments.weights, pieces=len(pieces))
    small = narrowed(model, importance(model, pieces), arguments.inner)
    torch.save(small.state_dict(), arguments.out)


if __name__ == "__main__":
    main()
