"""Heads on the encoder: tags of words, a parser, and cue-conditioned attribution.

W is the number of words of a window, C of cues, H the encoder's width. Every head works on word
vectors, the encoder's output at a word's first piece.
"""

import numpy as np
import torch
from torch import Tensor, nn

from sayso.language.core.role_features import (
    DISTANCES,
    RELATIONS,
    SENTENCE_OFFSETS,
    distance_buckets,
)

SOURCE, CONTENT, CUE = 1, 2, 3
ROLES = 4  # none, source, content, cue


class LayerMix(nn.Module):
    """A learned weighting of the encoder's layers, one a family of heads."""

    def __init__(self, layers: int) -> None:
        super().__init__()
        self.weights = nn.Parameter(torch.zeros(layers))
        with torch.no_grad():
            self.weights[-1] = 2.0

    def forward(self, outputs: list[Tensor]) -> Tensor:
        shares = self.weights.softmax(0)
        return sum(share * output for share, output in zip(shares, outputs, strict=True))  # type: ignore[return-value]


class Tagger(nn.Module):
    """Labels of words: (B, W, H) -> (B, W, labels)."""

    def __init__(self, width: int, labels: int, *, inner: int = 0, dropout: float = 0.2) -> None:
        super().__init__()
        middle = [nn.Linear(width, inner), nn.GELU(), nn.Dropout(dropout)] if inner else []
        self.layers = nn.Sequential(nn.Dropout(dropout), *middle, nn.Linear(inner or width, labels))

    def forward(self, x: Tensor) -> Tensor:
        return self.layers(x)


class Parser(nn.Module):
    """Biaffine arcs and labels (Dozat and Manning 2017); the head of a root is column W."""

    def __init__(self, width: int, labels: int, *, arc: int = 192, label: int = 64) -> None:
        super().__init__()

        def projection(size: int) -> nn.Module:
            return nn.Sequential(nn.Linear(width, size), nn.GELU(), nn.Dropout(0.25))

        self.root = nn.Parameter(torch.randn(width) * 0.02)
        self.arc_dependent, self.arc_head = projection(arc), projection(arc)
        self.label_dependent, self.label_head = projection(label), projection(label)
        self.arc = nn.Parameter(torch.zeros(arc + 1, arc))
        self.label = nn.Parameter(torch.zeros(labels, label + 1, label + 1))
        nn.init.xavier_uniform_(self.arc)
        nn.init.xavier_uniform_(self.label)

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return arc scores (B, W, W + 1) and the two inputs of :meth:`labels`."""
        with_root = torch.cat([x, self.root.expand(x.shape[0], 1, -1)], dim=1)
        dependent, head = with_one(self.arc_dependent(x)), self.arc_head(with_root)
        scores = (dependent @ self.arc) @ head.transpose(1, 2)
        return scores, self.label_dependent(x), self.label_head(with_root)

    def labels(self, dependent: Tensor, head: Tensor) -> Tensor:
        """Score the labels of arcs: (..., size) twice -> (..., labels)."""
        left, right = with_one(dependent), with_one(head)
        return torch.einsum("...i,lij,...j->...l", left, self.label, right)


def with_one(x: Tensor) -> Tensor:
    return torch.cat([x, torch.ones_like(x[..., :1])], dim=-1)


class Roles(nn.Module):
    """Scores of source, content and cue for every word of a window, for one cue (PolNeAR's roles).

    A low-rank product of word and cue, with distance, sentence offset and quotation features, then
    two residual convolutions; decoded by a chain (:class:`Chain`).
    """

    def __init__(self, width: int, *, rank: int = 128) -> None:
        super().__init__()
        self.word = nn.Linear(width, rank)
        self.cue = nn.Linear(width, rank)
        self.gate = nn.Linear(width, rank)
        self.distance = nn.Embedding(DISTANCES, rank)
        self.sentence = nn.Embedding(SENTENCE_OFFSETS, rank)
        self.relation = nn.Embedding(RELATIONS, rank)
        self.state = nn.Embedding(4, rank)
        self.norm = nn.LayerNorm(rank)
        self.convolutions = nn.ModuleList(nn.Conv1d(rank, rank, 5, padding=2) for _ in range(2))
        self.dropout = nn.Dropout(0.2)
        self.scores = nn.Linear(rank, ROLES)

    def forward(self, words: Tensor, cues: Tensor, features: Tensor, mask: Tensor) -> Tensor:
        """Score roles: ``words`` (C, W, H), ``cues`` (C, H), ``features`` (C, W, 4) -> (C, W, 4).

        ``mask`` (C, W) is true for real words; what pads a paragraph does not reach them.
        """
        return self.combined(self.word(words), self.gate(cues), self.cue(cues), features, mask)

    def combined(
        self, word: Tensor, gate: Tensor, cue: Tensor, features: Tensor, mask: Tensor
    ) -> Tensor:
        """Score roles from the projections: ``word`` (C, W, R), ``gate`` and ``cue`` (C, R)."""
        x = word * gate[:, None] + word + cue[:, None]
        for number, table in enumerate((self.distance, self.sentence, self.relation, self.state)):
            x = x + table(features[..., number])
        x = self.dropout(self.norm(x)) * mask[..., None]
        for convolution in self.convolutions:
            moved = convolution(x.transpose(1, 2)).transpose(1, 2)
            x = (x + self.dropout(nn.functional.gelu(moved))) * mask[..., None]
        return self.scores(x)


class Counted(nn.Module):
    """Which word a number counts: scores over the words of its window by product and distance."""

    def __init__(self, width: int, *, rank: int = 64) -> None:
        super().__init__()
        self.number = nn.Linear(width, rank)
        self.word = nn.Linear(width, rank)
        self.distance = nn.Embedding(DISTANCES, 1)
        self.dropout = nn.Dropout(0.2)

    def forward(self, words: Tensor, anchors: Tensor) -> Tensor:
        """Score (N, W) for the numbers at ``anchors`` (N) of windows ``words`` (N, W, H)."""
        number = self.number(self.dropout(words[torch.arange(len(anchors)), anchors]))
        product = torch.einsum("nr,nwr->nw", number, self.word(self.dropout(words)))
        buckets = [distance_buckets(words.shape[1], int(anchor)) for anchor in anchors]
        bias = self.distance(torch.from_numpy(np.stack(buckets))).squeeze(-1)
        return product / self.number.out_features**0.5 + bias


class Chain(nn.Module):
    """A linear-chain CRF over role labels (Lafferty et al. 2001)."""

    def __init__(self, labels: int) -> None:
        super().__init__()
        self.start = nn.Parameter(torch.zeros(labels))
        self.end = nn.Parameter(torch.zeros(labels))
        self.steps = nn.Parameter(torch.eye(labels) * 0.5)

    def loss(self, scores: Tensor, gold: Tensor, mask: Tensor) -> Tensor:
        """Return the negative log-likelihood a sequence: (C,); ``mask`` (C, W) starts with 1."""
        return self._log_total(scores, mask) - self._score(scores, gold, mask)

    def _score(self, scores: Tensor, gold: Tensor, mask: Tensor) -> Tensor:
        on = mask.to(scores.dtype)
        words = (scores.gather(-1, gold[..., None]).squeeze(-1) * on).sum(1)
        steps = (self.steps[gold[:, :-1], gold[:, 1:]] * on[:, 1:]).sum(1)
        last = gold.gather(1, mask.long().sum(1, keepdim=True) - 1).squeeze(1)
        return words + steps + self.start[gold[:, 0]] + self.end[last]

    def _log_total(self, scores: Tensor, mask: Tensor) -> Tensor:
        alpha = self.start + scores[:, 0]
        for at in range(1, scores.shape[1]):
            step = (alpha[:, :, None] + self.steps).logsumexp(1) + scores[:, at]
            alpha = torch.where(mask[:, at, None], step, alpha)
        return (alpha + self.end).logsumexp(1)
