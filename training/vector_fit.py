"""Static vectors fitted to a teacher: first piece by piece, then on whole sentences.

The start is that of model2vec (van Dongen and Tulkens 2024): what the teacher gives for a piece
alone, fewer dimensions, and a weight by Zipf's law over the vocabulary, which stands in the order
of frequency. Then the sum of a sentence's rows is brought near the teacher's vector of the
sentence by three changes: one linear map for all rows, a weight for each piece and, held small, a
shift of each row. N pieces, H the teacher's width, D ours.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

_FREQUENT = 1e-4  # a piece this frequent has half the weight of a rare one (Arora et al. 2017)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How the fit is run; ``shift`` and ``weight`` hold those changes small."""

    width: int = 192
    rounds: int = 2
    batch: int = 512
    shift: float = 0.05
    weight: float = 0.02
    seed: int = 0


class Table(nn.Module):
    """The rows while they are fitted."""

    def __init__(self, alone: Tensor, basis: Tensor) -> None:
        super().__init__()
        self.alone: Tensor
        self.usual: Tensor
        centred = alone - alone.mean(0)
        self.register_buffer("alone", centred / centred.norm(dim=1).mean())
        self.register_buffer("usual", zipf_weights(len(alone)))
        self.map = nn.Parameter(basis.clone())  # (H, D)
        self.weight = nn.Parameter(torch.zeros(len(alone)))
        self.shift = nn.Parameter(torch.zeros(len(alone), basis.shape[1]))

    def rows(self) -> Tensor:
        """Return (N, D)."""
        weights = self.usual * self.weight.exp()
        rows: Tensor = (self.alone @ self.map + self.shift) * weights[:, None]
        return rows


def zipf_weights(pieces: int) -> Tensor:
    """Return a weight a piece, small for the first ones, which are the most frequent."""
    share = 1 / torch.arange(2, pieces + 2, dtype=torch.float64)
    return (_FREQUENT / (_FREQUENT + share / share.sum())).float()


def fit(alone: Tensor, texts: Sequence[Sequence[int]], taught: Tensor, plan: Plan) -> Tensor:
    """Return the rows (N, D), from the teacher's vectors of pieces alone and of texts."""
    torch.manual_seed(plan.seed)
    target, basis = _reduced(taught, plan.width)
    table = Table(alone, basis)
    steps = torch.optim.Adam(
        [
            {"params": [table.map], "lr": 2e-3},
            {"params": [table.weight], "lr": 2e-2},
            {"params": [table.shift], "lr": 3e-3},
        ]
    )
    for _ in range(plan.rounds):
        for chosen in torch.randperm(len(texts)).split(plan.batch):
            near = (_sums(table.rows(), [texts[n] for n in chosen]) * target[chosen]).sum(1)
            held = (
                plan.shift * table.shift.square().sum() + plan.weight * table.weight.square().sum()
            )
            loss = (1 - near).mean() + held / len(chosen)
            steps.zero_grad()
            loss.backward()
            steps.step()
    return table.rows().detach()


def unfitted(alone: Tensor, width: int) -> Tensor:
    """Return the rows before any sentence was seen, as model2vec makes them."""
    centred = alone - alone.mean(0)
    _, basis = _reduced(alone, width)
    return centred @ basis * zipf_weights(len(alone))[:, None]


def _reduced(vectors: Tensor, width: int) -> tuple[Tensor, Tensor]:
    """Return the vectors in their main directions, at length one, and these directions (H, D)."""
    centred = functional.normalize(vectors - vectors.mean(0), dim=1)
    _, _, directions = torch.linalg.svd(centred.T @ centred)
    basis = directions[:width].T.contiguous()
    return functional.normalize(centred @ basis, dim=1), basis


def _sums(rows: Tensor, texts: Sequence[Sequence[int]]) -> Tensor:
    pieces = torch.tensor([piece for text in texts for piece in text])
    starts = torch.tensor([0, *(len(text) for text in texts[:-1])]).cumsum(0)
    summed = functional.embedding_bag(pieces, rows, starts, mode="sum")
    return functional.normalize(summed, dim=1)
