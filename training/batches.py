"""Examples cut into windows and padded into batches of tensors."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from sayso.language.core.windows import Window, windows
from sayso.language.core.wordpiece import Pieces
from training.examples import Example
from training.labels import DEPRELS, UPOS, bio_labels

IGNORED = -100


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One window of one example."""

    example: Example
    window: Window


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Padded windows: B windows of at most T pieces and W words. ``tags`` maps heads to (B, W)."""

    pieces: Tensor
    casings: Tensor
    quotes: Tensor
    corpus: Tensor
    mask: Tensor
    firsts: Tensor
    words: Tensor  # (B, W) 1 for real words
    tags: dict[str, Tensor]
    heads: Tensor | None  # (B, W), W for a root, IGNORED where none
    deprels: Tensor | None
    sources: tuple[Piece, ...]


def cut(examples: Sequence[Example], pieces: Pieces, *, limit: int) -> list[Piece]:
    return [
        Piece(example=example, window=window)
        for example in examples
        for window in windows(example.words, example.paragraphs, pieces, limit=limit)
    ]


def batches(cuts: Sequence[Piece], *, size: int, seed: int) -> Iterator[list[Piece]]:
    """Yield shuffled groups of about ``size`` pieces, of like length and of one corpus each."""
    chance = random.Random(seed)  # noqa: S311 - an order, not a secret
    order = sorted(
        cuts, key=lambda c: (c.example.corpus, len(c.window.pieces) + chance.random() * 24)
    )
    groups: list[list[Piece]] = []
    held: list[Piece] = []
    for item in order:
        longest = max([len(item.window.pieces), *(len(h.window.pieces) for h in held)])
        if held and (
            held[0].example.corpus != item.example.corpus or longest * (len(held) + 1) > size
        ):
            groups.append(held)
            held = []
        held.append(item)
    if held:
        groups.append(held)
    chance.shuffle(groups)
    yield from groups


def collate(items: Sequence[Piece]) -> Batch:
    length = max(len(i.window.pieces) for i in items)
    width = max(len(i.window.firsts) for i in items)

    def padded(rows: Sequence[Sequence[int]], size: int, fill: int = 0) -> Tensor:
        return torch.tensor([[*row, *[fill] * (size - len(row))] for row in rows])

    return Batch(
        pieces=padded([i.window.pieces for i in items], length),
        casings=padded([i.window.casings for i in items], length, 7),
        quotes=padded([_piece_quotes(i) for i in items], length),
        corpus=torch.tensor([int(i.example.corpus) for i in items]),
        mask=padded([[1] * len(i.window.pieces) for i in items], length),
        firsts=padded([i.window.firsts for i in items], width),
        words=padded([[1] * len(i.window.firsts) for i in items], width),
        tags={name: padded(rows, width, IGNORED) for name, rows in _tags(items).items()},
        heads=_optional([_heads(i, width) for i in items], width),
        deprels=_optional([_deprels(i) for i in items], width),
        sources=tuple(items),
    )


def _optional(rows: list[list[int] | None], width: int) -> Tensor | None:
    if all(row is None for row in rows):
        return None
    return torch.tensor([[*(row or []), *[IGNORED] * (width - len(row or []))] for row in rows])


def _piece_quotes(item: Piece) -> list[int]:
    states = [0] * len(item.window.pieces)
    if item.example.quotes is not None:
        ends = [*item.window.firsts[1:], len(states)]
        for word, (first, end) in enumerate(zip(item.window.firsts, ends, strict=True)):
            for at in range(first, end):
                states[at] = item.example.quotes[item.window.start + word]
    return states


def _tags(items: Sequence[Piece]) -> dict[str, list[list[int]]]:
    names = {name for i in items for name in _layers(i)}
    return {name: [_layers(i).get(name, []) for i in items] for name in sorted(names)}


def _layers(item: Piece) -> dict[str, list[int]]:
    example, start, end = item.example, item.window.start, item.window.end
    layers: dict[str, list[int]] = {}
    if example.upos is not None:
        layers["upos"] = [UPOS.index(u) for u in example.upos[start:end]]
    if example.sentence_starts is not None:
        starts = set(example.sentence_starts)
        layers["sentence"] = [int(at in starts) for at in range(start, end)]
    for policy, spans in example.spans.items():
        labels = bio_labels(policy)
        row = [0] * (end - start)
        for first, past, label in spans:
            for at in range(max(first, start), min(past, end)):
                row[at - start] = labels.index(("B-" if at == first else "I-") + label)
        layers[policy] = row
    return layers


def _heads(item: Piece, width: int) -> list[int] | None:
    if item.example.heads is None:
        return None
    start, end = item.window.start, item.window.end
    row = []
    for head in item.example.heads[start:end]:
        if head < 0:
            row.append(width)
        else:
            row.append(head - start if start <= head < end else IGNORED)
    return row


def _deprels(item: Piece) -> list[int] | None:
    if item.example.deprels is None:
        return None
    return [DEPRELS.index(d) for d in item.example.deprels[item.window.start : item.window.end]]
