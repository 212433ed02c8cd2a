"""References to one entity: pairs of mentions of a text, and the head that scores antecedents.

The loss is the marginal likelihood of all true antecedents of a mention (Durrett and Klein 2013).
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from sayso.language.core.mention_features import (
    SIZES,
    MentionKind,
    MentionWords,
    pair_features,
)
from sayso.language.core.references import REACH
from training.batches import Piece
from training.examples import Example, WordMention


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionPairs:
    """M mentions of one text with up to K candidates each, the nearest first.

    ``firsts`` and ``lasts`` (M, 2) are row and word in the batch; ``features`` (M, K, F);
    ``candidates`` (M, K) are mention numbers, -1 for none; ``gold`` (M, K) marks the same entity.
    """

    firsts: Tensor
    lasts: Tensor
    features: Tensor
    candidates: Tensor
    gold: Tensor


def mention_pairs(rows: Sequence[int], items: Sequence[Piece]) -> MentionPairs | None:
    """Return the pairs of one text, whose windows are ``items`` and stand in the batch at ``rows``."""
    example = items[0].example
    mentions = sorted(example.mentions, key=lambda m: (m.first, -m.last))
    places = [_place(m, rows, items) for m in mentions]
    kept = [(m, p) for m, p in zip(mentions, places, strict=True) if p is not None]
    if not kept:
        return None
    every = pair_features([mention_words(example, m) for m, _ in kept])
    features = torch.zeros(len(kept), REACH, len(SIZES), dtype=torch.long)
    candidates = torch.full((len(kept), REACH), -1)
    gold = torch.zeros(len(kept), REACH, dtype=torch.bool)
    for number, (mention, _) in enumerate(kept):
        before = range(number - 1, max(-1, number - 1 - REACH), -1)
        features[number, : len(before)] = torch.from_numpy(every[number, list(before)])
        candidates[number, : len(before)] = torch.tensor(before)
        for column, other in enumerate(before):
            gold[number, column] = kept[other][0].entity == mention.entity
    return MentionPairs(
        firsts=torch.tensor([p[0] for _, p in kept if p]),
        lasts=torch.tensor([p[1] for _, p in kept if p]),
        features=features,
        candidates=candidates,
        gold=gold,
    )


def _place(
    mention: WordMention, rows: Sequence[int], items: Sequence[Piece]
) -> tuple[tuple[int, int], tuple[int, int]] | None:
    for row, item in zip(rows, items, strict=True):
        start, end = item.window.start, item.window.end
        if start <= mention.first < end:
            last = min(mention.last, end - 1)
            return (row, mention.first - start), (row, last - start)
    return None


def mention_words(example: Example, mention: WordMention) -> MentionWords:
    starts = example.sentence_starts or ()
    inside = range(mention.first, mention.last + 1)
    attributions = example.attributions or ()
    entity_kind = ""
    if mention.kind is MentionKind.NAME:
        names = example.spans.get("news", ())
        entity_kind = next(
            (k for s, e, k in names if s == mention.first and e == mention.last + 1), ""
        )
    return MentionWords(
        words=tuple(example.words[at].lower() for at in inside),
        kind=mention.kind,
        entity_kind=entity_kind,
        sentence=bisect_right(starts, mention.first),
        quoted=bool(example.quotes and example.quotes[mention.first]),
        speech=frozenset(n for n, a in enumerate(attributions) if mention.first in a.content),
        speaks=frozenset(n for n, a in enumerate(attributions) if mention.first in a.source),
    )


class Antecedents(nn.Module):
    """Scores of antecedents: a product of the two mentions and a weight for each feature."""

    def __init__(self, width: int, *, rank: int = 64) -> None:
        super().__init__()
        self.mention = nn.ModuleList(nn.Linear(width, rank) for _ in range(2))  # first, last word
        self.before = nn.ModuleList(nn.Linear(width, rank) for _ in range(2))
        self.nothing = nn.Linear(rank, 1)
        self.weights = nn.ModuleList(nn.Embedding(size, 1) for size in SIZES)
        self.dropout = nn.Dropout(0.2)
        for table in self.weights:
            nn.init.zeros_(table.weight)

    def forward(self, words: Tensor, pairs: MentionPairs) -> Tensor:
        """Score (M, 1 + K): column 0 is that there is no antecedent."""
        x = self.dropout(words)
        first, last = (
            x[pairs.firsts[:, 0], pairs.firsts[:, 1]],
            x[pairs.lasts[:, 0], pairs.lasts[:, 1]],
        )
        mention = self.mention[0](first) + self.mention[1](last)
        before = self.before[0](first) + self.before[1](last)
        scores = torch.einsum("mr,mkr->mk", mention, before[pairs.candidates.clamp(min=0)])
        scores = scores / mention.shape[-1] ** 0.5
        for number, table in enumerate(self.weights):
            scores = scores + table(pairs.features[..., number]).squeeze(-1)
        scores = scores.masked_fill(pairs.candidates < 0, -1e4)
        return torch.cat([self.nothing(torch.tanh(mention)), scores], dim=1)

    def loss(self, words: Tensor, pairs: MentionPairs) -> Tensor:
        scores = self(words, pairs).log_softmax(-1)
        alone = ~pairs.gold.any(-1, keepdim=True)
        true = torch.cat([alone, pairs.gold], dim=1)
        return -scores.masked_fill(~true, -1e4).logsumexp(-1).mean()
