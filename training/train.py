"""Train the language core: python -m training.train --base MINILM --corpora FOLDER --out FOLDER.

A run is resumed where its last checkpoint stands. The two stages of ``plan.py`` follow each other;
``--stage`` runs one of them, the second from the first one's result.
"""

import argparse
import random
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import torch
from torch import Tensor, nn

from sayso.language.core.wordpiece import Pieces
from training.attribution_targets import Target, false_target, targets
from training.batches import Batch, Piece, batches, collate, cut
from training.data import free_corpora, own_corpus
from training.encoder import Encoder, Shape, load_minilm
from training.examples import Corpus
from training.mentions import mention_pairs
from training.model import Reader
from training.plan import (
    FALSE_CUES,
    FALSE_CUES_FROM,
    READ_AS_NEWS,
    SEED,
    STAGES,
    WARM_UP,
    WINDOW,
    Stage,
)
from training.vocabulary import kept_pieces

Texts = Mapping[Corpus, Sequence[Sequence[Piece]]]
_THRESHOLD = 0.3  # of the model's own false cues
_EVERY = 100  # steps between two lines of the log
_SAVED = 400  # steps between two checkpoints


@dataclass(slots=True, kw_only=True)
class Run:
    """One stage under way."""

    stage: Stage
    model: Reader
    optimizer: torch.optim.Optimizer
    total: int
    step: int = 0
    running: dict[str, float] = field(default_factory=dict)


def main() -> None:
    arguments = _arguments()
    torch.set_num_threads(arguments.threads)
    arguments.out.mkdir(parents=True, exist_ok=True)
    pieces, model = _fresh(arguments)
    for name in arguments.stage:
        stage = STAGES[name]
        torch.manual_seed(SEED)
        result = arguments.out / f"{name}.pt"
        if result.exists():
            model.load_state_dict(torch.load(result))
            continue
        if arguments.start:
            model.load_state_dict(torch.load(arguments.start))
        texts = _texts(stage, arguments.corpora, pieces)
        train(stage, model, texts, checkpoint=arguments.out / f"{name}.checkpoint.pt")
        torch.save(model.state_dict(), result)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", type=Path, required=True, help="folder of all-MiniLM-L6-v2")
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--layers", type=int, default=3)
    parser.add_argument("--inner", type=int, default=1536, help="1536 unless --start was narrowed")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--stage", choices=list(STAGES), nargs="+", default=list(STAGES))
    parser.add_argument("--start", type=Path, help="weights that the first stage begins with")
    return parser.parse_args()


def _fresh(arguments: argparse.Namespace) -> tuple[Pieces, Reader]:
    torch.manual_seed(SEED)
    vocabulary = (arguments.base / "vocab.txt").read_text(encoding="utf-8").splitlines()
    kept = kept_pieces(vocabulary)
    path = arguments.out / "vocab.txt"
    path.write_text("".join(f"{vocabulary[n]}\n" for n in kept), encoding="utf-8")
    shape = Shape(layers=arguments.layers)
    encoder = load_minilm(arguments.base / "model.safetensors", shape, kept)
    if arguments.inner != shape.inner:
        encoder = Encoder(replace(encoder.shape, inner=arguments.inner))
    # Frozen vectors halve the work of the optimizer and keep rare words where they were.
    encoder.words.weight.requires_grad_(requires_grad=False)
    encoder.positions.weight.requires_grad_(requires_grad=False)
    return Pieces.load(path), Reader(encoder)


def _texts(stage: Stage, corpora: Path, pieces: Pieces) -> Texts:
    examples = {s.corpus: s.examples for s in free_corpora(corpora, "train")}
    if Corpus.NEWS in stage.shares:
        examples[Corpus.NEWS] = tuple(own_corpus("train"))
    return {c: cut(examples[c], pieces, limit=WINDOW) for c in stage.shares}


def train(stage: Stage, model: Reader, texts: Texts, *, checkpoint: Path) -> None:
    """Run one stage to its end, from the checkpoint if there is one."""
    groups = [len(list(_epoch(stage, texts, epoch))) for epoch in range(stage.epochs)]
    run = Run(stage=stage, model=model, optimizer=_optimizer(stage, model), total=sum(groups))
    done = 0
    if checkpoint.exists():
        state = torch.load(checkpoint)
        model.load_state_dict(state["model"])
        run.optimizer.load_state_dict(state["optimizer"])
        done = state["step"]
    began = time.monotonic()
    print(f"{stage.name}: {run.total} steps, {done} done", flush=True)
    for epoch in range(stage.epochs):
        for group in _epoch(stage, texts, epoch):
            run.step += 1
            if run.step > done:
                _learn(run, group, random.Random(SEED + run.step))  # noqa: S311
                _report(run, began, checkpoint)
    checkpoint.unlink(missing_ok=True)


def _epoch(stage: Stage, texts: Texts, epoch: int) -> Iterator[list[Piece]]:
    """Yield the batches of one epoch: of every corpus its share, mixed."""
    chance = random.Random(SEED * 31 + epoch)  # noqa: S311
    chosen: list[list[Piece]] = []
    for corpus, share in stage.shares.items():
        for turn in range(max(1, round(share))):
            seed = SEED + 100 * epoch + turn
            groups = list(batches(texts[corpus], size=stage.pieces, seed=seed))
            chosen += groups[: round(len(groups) * min(share, 1))]
    chance.shuffle(chosen)
    yield from chosen


def _optimizer(stage: Stage, model: Reader) -> torch.optim.Optimizer:
    learnt = [(n, p) for n, p in model.named_parameters() if p.requires_grad]
    encoder = [p for n, p in learnt if n.startswith("encoder.")]
    heads = [p for n, p in learnt if not n.startswith("encoder.")]
    return torch.optim.AdamW(
        [
            {"params": encoder, "lr": stage.encoder_rate, "peak": stage.encoder_rate},
            {"params": heads, "lr": stage.head_rate, "peak": stage.head_rate},
        ],
        weight_decay=0.01,
    )


def _learn(run: Run, group: Sequence[Piece], chance: random.Random) -> None:
    for parameters in run.optimizer.param_groups:
        parameters["lr"] = parameters["peak"] * _rate(run.step, run.total)
    run.model.train()
    corpus = group[0].example.corpus
    as_news = corpus in READ_AS_NEWS and chance.random() < 0.5  # noqa: PLR2004
    batch = collate(group, corpus=Corpus.NEWS if as_news else None)
    losses = _losses(run, batch, chance)
    loss = sum(run.stage.weights.get(name, 1.0) * value for name, value in losses.items())
    run.optimizer.zero_grad(set_to_none=True)
    if isinstance(loss, Tensor):
        loss.backward()
        nn.utils.clip_grad_norm_(run.model.parameters(), 1.0)
        run.optimizer.step()
    for name, value in losses.items():
        now = float(value.detach())
        run.running[name] = 0.98 * run.running.get(name, now) + 0.02 * now


def _rate(step: int, total: int) -> float:
    """Return the share of the peak rate: a linear rise, then a linear fall."""
    warm = max(1, int(total * WARM_UP))
    return step / warm if step < warm else max(0.0, (total - step) / (total - warm))


def _losses(run: Run, batch: Batch, chance: random.Random) -> dict[str, Tensor]:
    model = run.model
    words = model.words(batch)
    losses = model.tag_losses(words, batch) | model.parse_losses(words, batch)
    cues = targets(batch.sources)
    if "cue" in batch.tags and run.step > run.total * FALSE_CUES_FROM:
        cues += _false_targets(model, words, batch, chance)
    if cues:
        losses["roles"] = model.role_loss(words, cues)
    counted = model.counted_loss(words, batch)
    if counted is not None:
        losses["counted"] = counted
    antecedents = [
        model.antecedent_loss(words, pairs)
        for rows, items in _by_text(batch.sources)
        if items[0].example.mentions and (pairs := mention_pairs(rows, items)) is not None
    ]
    if antecedents:
        losses["antecedents"] = torch.stack(antecedents).mean()
    return losses


def _false_targets(
    model: Reader, words: dict[str, Tensor], batch: Batch, chance: random.Random
) -> list[Target]:
    found = model.false_cues(words, batch, threshold=_THRESHOLD)
    chosen = chance.sample(found, min(len(found), FALSE_CUES))
    return [false_target(batch.sources, row, word) for row, word in chosen]


def _by_text(items: Sequence[Piece]) -> Iterator[tuple[list[int], list[Piece]]]:
    rows: dict[int, list[int]] = {}
    for row, item in enumerate(items):
        rows.setdefault(id(item.example), []).append(row)
    for found in rows.values():
        yield found, [items[row] for row in found]


def _report(run: Run, began: float, checkpoint: Path) -> None:
    if run.step % _EVERY == 0:
        shown = " ".join(f"{name} {value:.3f}" for name, value in sorted(run.running.items()))
        print(f"{run.step}/{run.total} {time.monotonic() - began:.0f}s {shown}", flush=True)
    if run.step % _SAVED == 0:
        state = {
            "model": run.model.state_dict(),
            "optimizer": run.optimizer.state_dict(),
            "step": run.step,
        }
        torch.save(state, checkpoint)


if __name__ == "__main__":
    main()
