"""The whole model: one encoder, a head for every layer."""

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.batches import IGNORED, Batch
from training.encoder import Encoder
from training.heads import LayerMix, Parser, Tagger
from training.labels import DEPRELS, POLICIES, UPOS, bio_labels

_FAMILIES = {"upos": "syntax", "sentence": "syntax", "timex": "names", "cue": "attribution"}


class Reader(nn.Module):
    """Encoder and heads; ``forward`` gives the losses of one batch by head."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        width, layers = encoder.shape.width, encoder.shape.layers
        self.mixes = nn.ModuleDict(
            {f: LayerMix(layers) for f in ("syntax", "names", "attribution")}
        )
        self.taggers = nn.ModuleDict(
            {"upos": Tagger(width, len(UPOS)), "sentence": Tagger(width, 2)}
        )
        for policy in POLICIES:
            self.taggers[policy] = Tagger(width, len(bio_labels(policy)), inner=192)
        self.parser = Parser(width, len(DEPRELS))

    def words(self, batch: Batch) -> dict[str, Tensor]:
        """Return word vectors (B, W, H) by family of heads."""
        outputs = self.encoder(batch.pieces, batch.casings, batch.quotes, batch.corpus, batch.mask)
        index = batch.firsts[..., None].expand(-1, -1, self.encoder.shape.width)
        return {name: mix(outputs).gather(1, index) for name, mix in self.mixes.items()}

    def scores(self, words: dict[str, Tensor], head: str) -> Tensor:
        return self.taggers[head](words[_FAMILIES.get(head, "names")])

    def forward(self, batch: Batch) -> dict[str, Tensor]:
        words = self.words(batch)
        losses = {
            head: functional.cross_entropy(
                self.scores(words, head).flatten(0, 1), gold.flatten(), ignore_index=IGNORED
            )
            for head, gold in batch.tags.items()
        }
        if batch.heads is not None and batch.deprels is not None:
            losses["arc"], losses["label"] = self._parse_losses(words["syntax"], batch)
        return losses

    def _parse_losses(self, x: Tensor, batch: Batch) -> tuple[Tensor, Tensor]:
        assert batch.heads is not None and batch.deprels is not None  # noqa: S101, PT018 - for the type checker
        arcs, dependent, head = self.parser(x)
        arcs[..., :-1] = arcs[..., :-1].masked_fill(batch.words[:, None] == 0, -1e4)
        arc_loss = functional.cross_entropy(
            arcs.flatten(0, 1), batch.heads.flatten(), ignore_index=IGNORED
        )
        known = batch.heads != IGNORED
        rows = torch.nonzero(known)
        heads = head[rows[:, 0], batch.heads[known]]
        label_scores = self.parser.labels(dependent[known], heads)
        return arc_loss, functional.cross_entropy(label_scores, batch.deprels[known])
