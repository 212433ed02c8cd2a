"""Export trained weights to what the package ships: int8 ONNX graphs, vocabulary, labels.

python -m training.export WEIGHTS.pt --vocabulary VOCAB.txt --out FOLDER

One window goes through the network at a time, so the graphs have no batch: T pieces, W words. The
encoder's matrices and word vectors become 8-bit integers with one scale a column; activations are
scaled as they come, window by window. Roles, chain and antecedents are small and stay floats.
"""

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional

from sayso.language.core.role_features import FEATURES
from training.encoder import Encoder, Layer, Shape
from training.examples import Corpus
from training.heads import Parser, Roles, with_one
from training.labels import DEPRELS, UPOS, WORD_LABELS, bio_labels
from training.model import Reader

_OPSET = 17
# What the graph of a window gives; the heads of few words read its vectors in graphs of their own.
WINDOW_OUTPUTS = (
    "cue",
    "news",
    "event",
    "role_word",
    "said",
    "facts",
    "names",
    "syntax",
)


class WindowEncoder(nn.Module):
    """The encoder for one window, with the corpus id of news folded into the positions."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.words, self.casings, self.quotes = encoder.words, encoder.casings, encoder.quotes
        news = encoder.corpora.weight[int(Corpus.NEWS)]
        self.register_buffer("places", encoder.positions.weight.detach() + news.detach())
        self.norm = encoder.norm
        self.layers = nn.ModuleList(WindowLayer(layer) for layer in encoder.layers)

    def forward(
        self, pieces: Tensor, casings: Tensor, quotes: Tensor, firsts: Tensor
    ) -> list[Tensor]:
        """Return the outputs of the layers at the first pieces of words."""
        x = self.words(pieces) + self.places[: pieces.shape[0]]
        x = self.norm(x + self.casings(casings) + self.quotes(quotes))
        outputs = []
        for layer in self.layers[:-1]:
            x = layer(x, x)
            outputs.append(x[firsts])
        # Nobody reads what the last layer makes of the other pieces.
        return [*outputs, self.layers[-1](x[firsts], x)]


class WindowLayer(nn.Module):
    """A layer without batch and mask; the scale of the attention is folded into the queries."""

    def __init__(self, layer: Layer) -> None:
        super().__init__()
        width = layer.mix.in_features
        self.heads, self.size = layer.heads, width // layer.heads
        self.query, self.key, self.value = (
            _part(layer.query_key_value, n, width) for n in range(3)
        )
        with torch.no_grad():
            self.query.weight /= self.size**0.5
            self.query.bias /= self.size**0.5
        self.mix, self.widen, self.narrow = layer.mix, layer.widen, layer.narrow
        self.attention_norm, self.output_norm = layer.attention_norm, layer.output_norm

    def forward(self, x: Tensor, seen: Tensor) -> Tensor:
        """Return the output (N, H) for the pieces ``x`` (N, H) that see ``seen`` (T, H)."""
        query = self.query(x).view(-1, self.heads, self.size).transpose(0, 1)
        key = self.key(seen).view(-1, self.heads, self.size).permute(1, 2, 0)
        value = self.value(seen).view(-1, self.heads, self.size).transpose(0, 1)
        mixed = ((query @ key).softmax(-1) @ value).transpose(0, 1).reshape(x.shape)
        x = self.attention_norm(x + self.mix(mixed))
        return self.output_norm(x + self.narrow(functional.gelu(self.widen(x))))


def _part(joined: nn.Linear, number: int, width: int) -> nn.Linear:
    part = nn.Linear(width, width)
    rows = slice(number * width, (number + 1) * width)
    with torch.no_grad():
        part.weight.copy_(joined.weight[rows])
        part.bias.copy_(joined.bias[rows])
    return part


class WindowReader(nn.Module):
    """What is scored for every word of one window: ``WINDOW_OUTPUTS``."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.encoder = WindowEncoder(reader.encoder)
        self.reader = reader

    def forward(
        self, pieces: Tensor, casings: Tensor, quotes: Tensor, firsts: Tensor
    ) -> tuple[Tensor, ...]:
        reader = self.reader
        layers = self.encoder(pieces, casings, quotes, firsts)
        words = {name: mix(layers) for name, mix in reader.mixes.items()}
        return (
            reader.scores(words, "cue").softmax(-1)[:, 1],
            reader.scores(words, "news").log_softmax(-1),
            reader.best_events(words),
            reader.roles.word(words["attribution"]),
            words["attribution"],
            words["facts"],
            words["names"],
            words["syntax"],
        )


class CueHeads(nn.Module):
    """For C cues: what asks the words of their paragraphs, and their labels."""

    outputs = ("gate", "cue", "manner", "force", "polarity")

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.roles, self.taggers = reader.roles, reader.taggers

    def forward(self, said: Tensor) -> tuple[Tensor, ...]:
        labels = (self.taggers[name](said).argmax(-1) for name in self.outputs[2:])
        return (self.roles.gate(said), self.roles.cue(said), *labels)


class TreeHeads(nn.Module):
    """For all W words of a window: their classes, arc scores, and what labels of arcs are read from."""

    outputs = ("upos", "arcs", "label_dependent", "label_head")

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.tagger, self.parser = reader.taggers["upos"], reader.parser

    def forward(self, syntax: Tensor) -> tuple[Tensor, ...]:
        arcs, dependent, head = self.parser(syntax[None])
        return (self.tagger(syntax).argmax(-1), arcs[0], dependent[0], head[0])


class NumberHeads(nn.Module):
    """For N numbers of a window of W words: how well each word is counted, and their labels."""

    outputs = ("counted", "predicate", "accrual", "modality")

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.counted, self.taggers = reader.counted, reader.taggers

    def forward(self, numbers: Tensor, words: Tensor) -> tuple[Tensor, ...]:
        ranks = self.counted.number(numbers) @ self.counted.word(words).T
        labels = (self.taggers[name](numbers).argmax(-1) for name in self.outputs[1:])
        return (ranks / self.counted.number.out_features**0.5, *labels)


class EventHeads(nn.Module):
    """The status of E events."""

    outputs = ("status",)

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.tagger = reader.taggers["status"]

    def forward(self, facts: Tensor) -> Tensor:
        return self.tagger(facts).argmax(-1)


class MentionHeads(nn.Module):
    """For M mentions by their first and last words: how well each goes back to each other one."""

    outputs = ("likeness", "nothing")

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.antecedents = reader.antecedents

    def forward(self, first: Tensor, last: Tensor) -> tuple[Tensor, ...]:
        heads = self.antecedents
        mention = heads.mention[0](first) + heads.mention[1](last)
        before = heads.before[0](first) + heads.before[1](last)
        nothing = heads.nothing(torch.tanh(mention)).squeeze(-1)
        return mention @ before.T / mention.shape[-1] ** 0.5, nothing


class ParagraphRoles(nn.Module):
    """Roles for the C cues of one paragraph of W words, from what the window's reader gave."""

    outputs = ("roles",)

    def __init__(self, roles: Roles) -> None:
        super().__init__()
        self.roles = roles

    def forward(self, word: Tensor, gate: Tensor, cue: Tensor, features: Tensor) -> Tensor:
        """``word`` (W, R), ``gate`` and ``cue`` (C, R), ``features`` (C, W, 4) -> (C, W, roles)."""
        mask = torch.ones_like(features[..., 0], dtype=word.dtype)
        return self.roles.combined(word[None], gate, cue, features, mask)


class ArcLabels(nn.Module):
    """The best label of each of W arcs, from the two projections of its ends."""

    outputs = ("deprel",)

    def __init__(self, parser: Parser) -> None:
        super().__init__()
        labels, size, _ = parser.label.shape
        self.shape = (labels, size)
        self.register_buffer("table", parser.label.detach().permute(1, 0, 2).reshape(size, -1))

    def forward(self, dependent: Tensor, head: Tensor) -> Tensor:
        """``dependent`` and ``head`` (W, size) -> (W)."""
        mixed = (with_one(dependent) @ self.table).view(-1, *self.shape)
        return (mixed * with_one(head)[:, None]).sum(-1).argmax(-1)


def export(reader: Reader, out: Path, *, quantized: bool = True) -> None:
    """Write the graphs, ``tables.npz`` and ``labels.json`` to ``out``."""
    reader.eval()
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "reader.onnx"
        _export_reader(WindowReader(reader).eval(), plain)
        if quantized:
            quantize_dynamic(
                plain,
                out / "reader.onnx",
                per_channel=True,
                op_types_to_quantize=["MatMul", "Gemm", "Gather"],
            )
        else:
            shutil.copy(plain, out / "reader.onnx")
    rank, width = reader.roles.word.out_features, reader.encoder.shape.width
    size = reader.parser.label.shape[1] - 1
    for name, module, inputs in (
        ("cues", CueHeads(reader), {"said": ("c", width)}),
        ("numbers", NumberHeads(reader), {"numbers": ("n", width), "words": ("w", width)}),
        ("events", EventHeads(reader), {"facts": ("e", width)}),
        ("mentions", MentionHeads(reader), {"first": ("m", width), "last": ("m", width)}),
        ("trees", TreeHeads(reader), {"syntax": ("w", width)}),
        ("deprels", ArcLabels(reader.parser), {"dependent": ("w", size), "head": ("w", size)}),
        (
            "roles",
            ParagraphRoles(reader.roles),
            {
                "word": ("w", rank),
                "gate": ("c", rank),
                "cue": ("c", rank),
                "features": ("c", "w", FEATURES),
            },
        ),
    ):
        _export(module.eval(), out / f"{name}.onnx", inputs)
    _export_tables(reader, out / "tables.npz")
    labels = {
        "upos": UPOS,
        "deprels": DEPRELS,
        "news": bio_labels("news"),
        **{head: list(names) for head, names in WORD_LABELS.items()},
    }
    (out / "labels.json").write_text(json.dumps(labels, indent=1) + "\n", encoding="utf-8")


def _export_reader(module: WindowReader, path: Path) -> None:
    pieces = torch.tensor([1, 2, 3, 4, 5])
    inputs = (pieces, torch.zeros_like(pieces), torch.zeros_like(pieces), torch.tensor([1, 2, 3]))
    axes = {"pieces": {0: "t"}, "casings": {0: "t"}, "quotes": {0: "t"}, "firsts": {0: "w"}}
    torch.onnx.export(
        module,
        inputs,
        str(path),
        opset_version=_OPSET,
        dynamo=False,
        input_names=list(axes),
        output_names=list(WINDOW_OUTPUTS),
        dynamic_axes={**axes, **{name: {0: "w"} for name in WINDOW_OUTPUTS}},
    )


# Sizes of the named axes while a graph is traced: all different, so that none is taken for another.
_TRACED = {"c": 2, "w": 7, "n": 3, "e": 5, "m": 6}


def _export(module: nn.Module, path: Path, inputs: dict[str, tuple[str | int, ...]]) -> None:
    """Export a small graph; ``inputs`` gives names or sizes of axes, a trailing feature is whole."""
    axes = {
        name: {at: size for at, size in enumerate(shape) if isinstance(size, str)}
        for name, shape in inputs.items()
    }
    given = tuple(
        torch.zeros(
            *(_TRACED[size] if isinstance(size, str) else size for size in shape),
            dtype=torch.long if name == "features" else torch.float,
        )
        for name, shape in inputs.items()
    )
    torch.onnx.export(
        module,
        given,
        str(path),
        opset_version=_OPSET,
        dynamo=False,
        input_names=list(inputs),
        output_names=list(module.outputs),
        dynamic_axes=axes,
    )


def _export_tables(reader: Reader, path: Path) -> None:
    """Write what is decoded outside the graphs: the chain, distances, features of antecedents."""

    def array(tensor: Tensor) -> np.ndarray:
        return tensor.detach().numpy().astype(np.float32)

    chain = reader.chain
    weights = {
        f"antecedent_{number}": array(table.weight[:, 0])
        for number, table in enumerate(reader.antecedents.weights)
    }
    np.savez_compressed(
        path,
        chain_start=array(chain.start),
        chain_end=array(chain.end),
        chain_steps=array(chain.steps),
        counted_distance=array(reader.counted.distance.weight[:, 0]),
        **weights,
    )


def load_reader(path: Path, *, pieces: int) -> Reader:
    """Build a reader from trained weights; ``pieces`` is the size of the vocabulary."""
    state = torch.load(path)
    state = state.get("model", state)
    layers = 1 + max(
        int(name.split(".")[2]) for name in state if name.startswith("encoder.layers.")
    )
    inner = len(state["encoder.layers.0.widen.bias"])
    reader = Reader(Encoder(Shape(layers=layers, inner=inner, vocabulary=pieces)))
    reader.load_state_dict(state)
    return reader.eval()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--vocabulary", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--floats", action="store_true", help="leave out the 8-bit step")
    arguments = parser.parse_args()
    pieces = len(arguments.vocabulary.read_text(encoding="utf-8").splitlines())
    export(
        load_reader(arguments.weights, pieces=pieces),
        arguments.out,
        quantized=not arguments.floats,
    )
    shutil.copy(arguments.vocabulary, arguments.out / "vocab.txt")


if __name__ == "__main__":
    main()
