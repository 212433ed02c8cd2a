"""The fit of static vectors to a teacher, on a vocabulary of a dozen pieces."""

from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="training needs torch")

from sayso.language.vectors import Vectors  # noqa: E402 - only where torch is
from training.vector_fit import Plan, fit, unfitted, zipf_weights  # noqa: E402
from training.vectors import read_sentences, write  # noqa: E402

NAMES = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", *"abcdefgh")


def taught(texts: list[list[int]]) -> "torch.Tensor":
    """Return what a teacher gives that hears only the rarest piece of a text."""
    meanings = torch.randn(len(NAMES), 8, generator=torch.Generator().manual_seed(3))
    return torch.stack([meanings[max(text)] for text in texts])


def test_a_frequent_piece_weighs_less_than_a_rare_one() -> None:
    weights = zipf_weights(1000)

    assert bool((weights[1:] > weights[:-1]).all())
    assert 0 < float(weights[0]) < 0.01


def test_fitted_rows_come_nearer_to_the_teacher_than_the_start() -> None:
    texts = [[4 + n % 8, 4 + n // 8 % 8] for n in range(64)]
    alone = torch.randn(len(NAMES), 8, generator=torch.Generator().manual_seed(4))
    target = torch.nn.functional.normalize(taught(texts) - taught(texts).mean(0), dim=1)

    def agreement(rows: "torch.Tensor") -> float:
        sums = torch.nn.functional.normalize(torch.stack([rows[t].sum(0) for t in texts]), dim=1)
        both = torch.stack([(sums @ sums.T).flatten(), (target @ target.T).flatten()])
        return float(torch.corrcoef(both)[0, 1])

    plan = Plan(width=8, rounds=60, batch=16, shift=0.01, weight=0.001)
    fitted = fit(alone, texts, taught(texts), plan)

    assert agreement(fitted) > agreement(unfitted(alone, 8)) + 0.2


def test_the_same_seed_gives_the_same_rows() -> None:
    texts = [[4, 5], [6, 7], [8, 9], [10, 11]]
    alone = torch.eye(len(NAMES))[:, :8]
    first, second = (fit(alone, texts, taught(texts), Plan(width=4, rounds=2)) for _ in range(2))

    assert torch.equal(first, second)


def test_written_rows_are_read_back_within_a_step_of_the_code(tmp_path: Path) -> None:
    rows = torch.randn(len(NAMES), 8, generator=torch.Generator().manual_seed(5))
    write(tmp_path, NAMES, rows)
    read = Vectors.load(tmp_path)

    for name in "abc":
        row = rows[NAMES.index(name)].numpy()
        step = float(abs(row).max()) / 127
        length = float((row**2).sum() ** 0.5)
        assert read.of(name).tolist() == pytest.approx((row / length).tolist(), abs=step / length)
    assert not read.of("水").any()


def test_writing_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    rows = torch.ones(len(NAMES), 8)
    for name in ("one", "two"):
        write(tmp_path / name, NAMES, rows)

    assert (tmp_path / "one/vectors.npz").read_bytes() == (
        tmp_path / "two/vectors.npz"
    ).read_bytes()


def test_no_sentence_of_a_test_half_is_read(tmp_path: Path) -> None:
    for name in ("ud_ewt", "ud_gum_free", "wikiwars", "meantime", "crossner/politics"):
        (tmp_path / name).mkdir(parents=True)
    for name in ("ud_ewt", "ud_gum_free"):
        for half in ("train", "test"):
            line = f"# text = A ferry of the {half} half sank.\n"
            (tmp_path / name / f"{half}.conllu").write_text(line, encoding="utf-8")
    for name in ("wikiwars", "meantime"):
        (tmp_path / name / f"{name}.jsonl").write_text(
            '{"text": "The war ended late. It rained."}\n', encoding="utf-8"
        )
    for half in ("train", "test"):
        (tmp_path / f"crossner/politics/{half}.txt").write_text(
            "\n".join(f"{word}\tO" for word in ["Votes", "of", "the", half]), encoding="utf-8"
        )

    assert set(read_sentences(tmp_path)) == {
        "A ferry of the train half sank.",
        "The war ended late.",
        "Votes of the train",
    }
