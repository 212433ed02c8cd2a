"""The whole model: one encoder, a head for every layer."""

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

from sayso.language.core.role_features import FEATURES
from training.attribution_targets import Target
from training.batches import IGNORED, Batch
from training.encoder import Encoder
from training.heads import Chain, Counted, LayerMix, Parser, Roles, Tagger
from training.labels import DEPRELS, POLICIES, UPOS, WORD_LABELS, bio_labels
from training.mentions import Antecedents, MentionPairs

# Which weighting of the layers a head reads; names that stand for no head here read "names".
_FAMILIES = {
    "upos": "syntax",
    "sentence": "syntax",
    **dict.fromkeys(("cue", "manner", "force", "polarity"), "attribution"),
    **dict.fromkeys(("predicate", "accrual", "modality", "event", "status"), "facts"),
}
# A word in thirty begins a cue or is an event; in a mean over all words it would hardly count.
_RARE = frozenset({"cue", "event", *POLICIES})
_FEW = 8
# Annotators find more events than a model that is unsure of each; chosen on the held-out stories.
_EVENT_MARGIN = 0.7
_INNER = 192
_INNER_WORD = 128


class Reader(nn.Module):
    """Encoder and heads; ``forward`` gives the losses of one batch by head."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        width, layers = encoder.shape.width, encoder.shape.layers
        families = ("syntax", "names", "attribution", "facts")
        self.mixes = nn.ModuleDict({family: LayerMix(layers) for family in families})
        self.taggers = nn.ModuleDict(
            {"upos": Tagger(width, len(UPOS)), "sentence": Tagger(width, 2)}
        )
        for policy in POLICIES:
            self.taggers[policy] = Tagger(width, len(bio_labels(policy)), inner=_INNER)
        for head, labels in WORD_LABELS.items():
            self.taggers[head] = Tagger(width, len(labels), inner=_INNER_WORD)
        self.parser = Parser(width, len(DEPRELS))
        self.roles = Roles(width)
        self.chain = Chain(self.roles.scores.out_features)
        self.counted = Counted(width)
        self.antecedents = Antecedents(width)

    def words(self, batch: Batch) -> dict[str, Tensor]:
        """Return word vectors (B, W, H) by family of heads."""
        outputs = self.encoder(batch.pieces, batch.casings, batch.quotes, batch.corpus, batch.mask)
        index = batch.firsts[..., None].expand(-1, -1, self.encoder.shape.width)
        firsts = [output.gather(1, index) for output in outputs]
        return {name: mix(firsts) for name, mix in self.mixes.items()}

    def scores(self, words: dict[str, Tensor], head: str) -> Tensor:
        return self.taggers[head](words[_FAMILIES.get(head, "names")])

    def best_events(self, words: dict[str, Tensor]) -> Tensor:
        """Return the best event label of each word; "none", the first, must win by a margin."""
        scores = self.scores(words, "event")
        return torch.cat([scores[..., :1] - _EVENT_MARGIN, scores[..., 1:]], dim=-1).argmax(-1)

    def tag_losses(self, words: dict[str, Tensor], batch: Batch) -> dict[str, Tensor]:
        losses = {}
        for head, gold in batch.tags.items():
            if (gold != IGNORED).any():
                summed = functional.cross_entropy(
                    self.scores(words, head).flatten(0, 1),
                    gold.flatten(),
                    ignore_index=IGNORED,
                    reduction="sum",
                )
                losses[head] = summed / _shared_by(head, gold)
        return losses

    def parse_losses(self, words: dict[str, Tensor], batch: Batch) -> dict[str, Tensor]:
        if batch.heads is None or batch.deprels is None:
            return {}
        arcs, dependent, head = self.parser(words["syntax"])
        arcs[..., :-1] = arcs[..., :-1].masked_fill(batch.words[:, None] == 0, -1e4)
        arc_loss = functional.cross_entropy(
            arcs.flatten(0, 1), batch.heads.flatten(), ignore_index=IGNORED
        )
        known = batch.heads != IGNORED
        rows = torch.nonzero(known)
        heads = head[rows[:, 0], batch.heads[known]]
        label_scores = self.parser.labels(dependent[known], heads)
        return {
            "arc": arc_loss,
            "label": functional.cross_entropy(label_scores, batch.deprels[known]),
        }

    def role_scores(
        self, words: dict[str, Tensor], targets: Sequence[Target]
    ) -> tuple[Tensor, Tensor]:
        """Score the words that each cue may reach: (C, L, roles), and the mask of real ones."""
        x = words["attribution"]
        length = max(t.end - t.start for t in targets)
        rows = torch.tensor([t.row for t in targets])
        places = torch.tensor([t.start for t in targets])[:, None] + torch.arange(length)
        mask = torch.arange(length) < torch.tensor([[t.end - t.start] for t in targets])
        reach = x[rows[:, None], places.clamp(max=x.shape[1] - 1)]
        cues = x[rows, torch.tensor([t.cue for t in targets])]
        features = torch.zeros(len(targets), length, FEATURES, dtype=torch.long)
        for number, target in enumerate(targets):
            features[number, : len(target.features)] = torch.from_numpy(target.features)
        return self.roles(reach, cues, features, mask), mask

    def role_loss(self, words: dict[str, Tensor], targets: Sequence[Target]) -> Tensor:
        scores, mask = self.role_scores(words, targets)
        gold = torch.tensor([[*t.roles, *[0] * (mask.shape[1] - len(t.roles))] for t in targets])
        return self.chain.loss(scores, gold, mask).mean()

    def false_cues(
        self, words: dict[str, Tensor], batch: Batch, *, threshold: float
    ) -> list[tuple[int, int]]:
        """Return row and word of the cues that the model sees and nobody annotated."""
        with torch.no_grad():
            likely = self.scores(words, "cue").softmax(-1)[..., 1] > threshold
            wrong = likely & (batch.tags["cue"] == 0)
        return [(int(row), int(word)) for row, word in torch.nonzero(wrong)]

    def counted_loss(self, words: dict[str, Tensor], batch: Batch) -> Tensor | None:
        pairs = [
            (row, anchor - item.window.start, head - item.window.start)
            for row, item in enumerate(batch.sources)
            for anchor, head in item.example.counted
            if item.window.start <= min(anchor, head) and max(anchor, head) < item.window.end
        ]
        if not pairs:
            return None
        rows, anchors, heads = (torch.tensor(column) for column in zip(*pairs, strict=True))
        scores = self.counted(words["facts"][rows], anchors)
        scores = scores.masked_fill(batch.words[rows] == 0, -1e4)
        return functional.cross_entropy(scores, heads)

    def antecedent_loss(self, words: dict[str, Tensor], pairs: MentionPairs) -> Tensor:
        return self.antecedents.loss(words["names"], pairs)


def _shared_by(head: str, gold: Tensor) -> int:
    """Return what a summed loss is divided by: all words, or the labelled ones where they are rare."""
    return max(int((gold > 0).sum()), _FEW) if head in _RARE else int((gold != IGNORED).sum())
