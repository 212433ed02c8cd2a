"""The model learns, resumes where it stopped, and exports what it computes."""

from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="PyTorch is not installed: pip install torch==2.13.0")
pytest.importorskip("onnx", reason="onnx is not installed: pip install onnx")
pytest.importorskip("safetensors", reason="safetensors is not installed: pip install safetensors")

from sayso.language.core.network import Network  # noqa: E402 - after the skips
from sayso.language.core.wordpiece import Pieces  # noqa: E402
from tests.training.texts import annotated_text  # noqa: E402
from training.batches import collate, cut  # noqa: E402
from training.encoder import Encoder, Shape  # noqa: E402
from training.examples import Corpus  # noqa: E402
from training.export import export  # noqa: E402
from training.model import Reader  # noqa: E402
from training.plan import Stage  # noqa: E402
from training.read_own import read_own  # noqa: E402
from training.train import train  # noqa: E402

WORDS = (
    "[PAD] [UNK] [CLS] [SEP] ada brun said on thursday that 40 dockers had walked out . the port"
)
SHAPE = Shape(layers=2, width=24, attention_heads=2, inner=32, vocabulary=20, positions=64)


@pytest.fixture
def pieces(tmp_path: Path) -> Pieces:
    path = tmp_path / "vocab.txt"
    path.write_text("\n".join(WORDS.split()) + "\n", encoding="utf-8")
    return Pieces.load(path)


def small_model() -> Reader:
    torch.manual_seed(3)
    return Reader(Encoder(SHAPE))


def stage(epochs: int) -> Stage:
    return Stage(
        name="test",
        epochs=epochs,
        shares={Corpus.NEWS: 1},
        encoder_rate=1e-3,
        head_rate=3e-3,
        pieces=256,
    )


def test_training_lowers_every_loss(tmp_path: Path, pieces: Pieces) -> None:
    texts = {Corpus.NEWS: cut([read_own(annotated_text(tmp_path))], pieces, limit=64)}
    model = small_model()

    def losses() -> dict[str, float]:
        model.eval()
        batch = collate(texts[Corpus.NEWS][0])
        with torch.no_grad():
            found = model.tag_losses(model.words(batch), batch)
        return {name: float(value) for name, value in found.items()}

    before = losses()
    train(stage(15), model, texts, checkpoint=tmp_path / "checkpoint.pt")
    after = losses()

    assert {"cue", "news", "timex", "event", "manner", "force", "predicate"} <= set(before)
    assert all(after[name] < before[name] for name in before)


@pytest.mark.filterwarnings(
    "ignore::DeprecationWarning",
    "ignore::torch.jit.TracerWarning",
)
def test_the_exported_graphs_compute_what_the_model_computes(
    tmp_path: Path, pieces: Pieces
) -> None:
    model = small_model().eval()
    export(model, tmp_path, quantized=False)
    (piece,) = cut([read_own(annotated_text(tmp_path))], pieces, limit=64)[0]
    batch = collate([piece], corpus=Corpus.NEWS)
    with torch.no_grad():
        words = model.words(batch)
        cue = model.scores(words, "cue")[0].softmax(-1)[:, 1]
        arcs, dependent, head = model.parser(words["syntax"])

    network = Network(tmp_path)
    read = network.read(piece.window, piece.example.quotes or ())
    trees = network.trees(read.syntax)

    assert torch.allclose(torch.from_numpy(read.cue), cue, atol=1e-5)
    assert torch.allclose(torch.from_numpy(trees.arcs), arcs[0], atol=1e-4)
    assert trees.upos.tolist() == model.scores(words, "upos")[0].argmax(-1).tolist()
    expected = model.parser.labels(dependent[0], head[0, :-1]).argmax(-1)
    assert network.deprels(trees.label_dependent, trees.label_head[:-1]).tolist() == (
        expected.tolist()
    )
