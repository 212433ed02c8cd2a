"""Examples cut into windows and padded into batches of tensors."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from sayso.language.core.windows import Window, windows
from sayso.language.core.wordpiece import Pieces
from training.examples import Corpus, Example
from training.labels import DENSE, DEPRELS, UPOS, WORD_LABELS, bio_labels

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


def cut(examples: Sequence[Example], pieces: Pieces, *, limit: int) -> list[list[Piece]]:
    """Return the windows of each example."""
    return [
        [
            Piece(example=example, window=window)
            for window in windows(example.words, example.paragraphs, pieces, limit=limit)
        ]
        for example in examples
    ]


def batches(texts: Sequence[Sequence[Piece]], *, size: int, seed: int) -> Iterator[list[Piece]]:
    """Yield shuffled groups of about ``size`` pieces, of like length and of one corpus each.

    The windows of one text of the project's own corpus stay together: references to a speaker
    cross windows.
    """
    chance = random.Random(seed)  # noqa: S311 - an order, not a secret
    units = [unit for text in texts for unit in _units(text)]
    chance.shuffle(units)
    units.sort(key=lambda u: (u[0].example.corpus, _longest(u) // 24))
    groups: list[list[Piece]] = []
    held: list[Piece] = []
    for unit in units:
        longest = max(_longest(unit), _longest(held))
        if held and (
            held[0].example.corpus != unit[0].example.corpus
            or longest * (len(held) + len(unit)) > size
        ):
            groups.append(held)
            held = []
        held = held + unit
    if held:
        groups.append(held)
    chance.shuffle(groups)
    yield from groups


def _units(text: Sequence[Piece]) -> list[list[Piece]]:
    if text and text[0].example.corpus is Corpus.NEWS:
        return [list(text)]
    return [[piece] for piece in text]


def _longest(pieces: Sequence[Piece]) -> int:
    return max((len(p.window.pieces) for p in pieces), default=0)


def collate(items: Sequence[Piece], *, corpus: Corpus | None = None) -> Batch:
    """Pad windows into tensors; ``corpus`` overrides whose guideline the encoder is told."""
    length = max(len(i.window.pieces) for i in items)
    width = max(len(i.window.firsts) for i in items)

    def padded(rows: Sequence[Sequence[int]], size: int, fill: int = 0) -> Tensor:
        return torch.tensor([[*row, *[fill] * (size - len(row))] for row in rows])

    return Batch(
        pieces=padded([i.window.pieces for i in items], length),
        casings=padded([i.window.casings for i in items], length, 7),
        quotes=padded([_piece_quotes(i) for i in items], length),
        corpus=torch.tensor([int(i.example.corpus if corpus is None else corpus) for i in items]),
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
    layers = [_layers(item) for item in items]
    names = sorted({name for layer in layers for name in layer})
    return {name: [layer.get(name, []) for layer in layers] for name in names}


def _layers(item: Piece) -> dict[str, list[int]]:
    example, start, end = item.example, item.window.start, item.window.end
    layers: dict[str, list[int]] = {}
    if example.upos is not None:
        layers["upos"] = [UPOS.index(u) for u in example.upos[start:end]]
        starts = set(example.sentence_starts or ())
        layers["sentence"] = [int(at in starts) for at in range(start, end)]
    for policy, spans in example.spans.items():
        layers[policy] = _span_row(policy, spans, start, end)
    for head, words in example.labels.items():
        row = [0 if head in DENSE else IGNORED] * (end - start)
        for at, label in words.items():
            if start <= at < end:
                row[at - start] = WORD_LABELS[head].index(label)
        layers[head] = row
    return layers


def _span_row(
    policy: str, spans: Sequence[tuple[int, int, str]], start: int, end: int
) -> list[int]:
    labels = bio_labels(policy)
    row = [0] * (end - start)
    for first, past, label in spans:
        for at in range(max(first, start), min(past, end)):
            row[at - start] = labels.index(("B-" if at == first else "I-") + label)
    return row


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
