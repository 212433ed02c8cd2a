"""How well article and furniture are told apart on pages of unseen domains, and how fast.

    python -m benchmarks.furniture LINES.jsonl [FOLDS]

Trains on the other folds each time (domains never in both), then judges whole pages and pages
thinned to what a scraper leaves. Characters of kept lines: precision, recall, F1; lines (and lines of prose) lost and
strays. Lines labelled as mixed count for nothing. Last, documents per second of ``assemble``.
"""

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sayso.documents.assemble import assemble
from sayso.documents.furniture import CUT_BELOW, label_lines
from sayso.documents.furniture_model import LineModel
from sayso.documents.lines import is_sentence_like, shape_of, split_lines, words_of
from sayso.documents.rendering import Rendering, Source
from sayso.text import TextMap
from training.furniture.fit import fit, rows_of
from training.furniture.pages import ARTICLE, FURNITURE, Page, folds_by_domain, read_pages, thinned
from training.furniture.train import training_pages

FOLDS = 3
TEST_SEED = 99
SPEED_PAGES = 200


@dataclass(slots=True, kw_only=True)
class Tally:
    """Characters and lines of the article and of furniture, kept and cut."""

    kept_article: int = 0
    cut_article: int = 0
    kept_furniture: int = 0
    lines: int = 0
    lost: int = 0
    prose: int = 0
    prose_lost: int = 0
    furniture: int = 0
    strays: int = 0

    def add(self, line: str, label: int, *, keep: bool) -> None:
        if label == ARTICLE:
            self.lines += 1
            self.lost += not keep
            prose = is_sentence_like(shape_of(line, words_of(line)))
            self.prose += prose
            self.prose_lost += prose and not keep
            self.kept_article += len(line) if keep else 0
            self.cut_article += 0 if keep else len(line)
        elif label == FURNITURE:
            self.furniture += 1
            self.strays += keep
            self.kept_furniture += len(line) if keep else 0

    def __str__(self) -> str:
        kept = max(self.kept_article, 1)
        precision = kept / (kept + self.kept_furniture)
        recall = kept / (kept + self.cut_article)
        f1 = 2 * precision * recall / (precision + recall)
        return (
            f"char P {precision:.3f} R {recall:.3f} F1 {f1:.3f}   "
            f"article lines lost {self.lost}/{self.lines} ({self.lost / max(self.lines, 1):.1%})   "
            f"of them prose {self.prose_lost}/{self.prose}   "
            f"furniture lines kept {self.strays}/{self.furniture} ({self.strays / max(self.furniture, 1):.1%})"
        )


Keeps = Callable[[tuple[str, ...]], list[bool]]


def main(path: Path, folds: int) -> None:
    pages = read_pages(path)
    fold_of = folds_by_domain(pages, folds)
    tallies: dict[str, Tally] = {}
    for fold in range(folds):
        model = _fitted([page for page in pages if fold_of[page.domain] != fold])
        held_out = [page for page in pages if fold_of[page.domain] == fold]
        for page in (*held_out, *_thin(held_out)):
            for name, keeps in _judges(model):
                tally = tallies.setdefault(f"{page.rendering:24} {name}", Tally())
                for line, label, keep in zip(
                    page.lines, page.labels, keeps(page.lines), strict=True
                ):
                    tally.add(line, label, keep=keep)
    for name, tally in sorted(tallies.items()):
        print(f"{name:44} {tally}")
    _speed(pages)


def _fitted(pages: list[Page]) -> LineModel:
    train = training_pages(pages)
    return fit(train, rows_of(train))


def _thin(pages: Iterable[Page]) -> Iterator[Page]:
    return (page for page in (thinned(p, TEST_SEED) for p in pages) if page)


def _judges(model: LineModel) -> tuple[tuple[str, Keeps], ...]:
    return (
        ("rule: long and punctuated", _baseline),
        ("model", lambda lines: [p >= CUT_BELOW for p in model.probabilities(lines)]),
        ("model at .5", lambda lines: [p >= 0.5 for p in model.probabilities(lines)]),  # noqa: PLR2004
        ("model and named forms", lambda lines: _as_shipped(lines, model)),
    )


def _baseline(lines: tuple[str, ...]) -> list[bool]:
    return [is_sentence_like(shape_of(line, words_of(line))) for line in lines]


def _as_shipped(lines: tuple[str, ...], model: LineModel) -> list[bool]:
    labels = label_lines(split_lines("\n".join(lines)), model=model)
    return [label.article for label in labels]


def _speed(pages: list[Page]) -> None:
    texts = ["\n".join(page.lines) for page in pages[:SPEED_PAGES]]
    texts += ["\n".join(page.lines) for page in _thin(pages[:SPEED_PAGES])]
    for name, part in (("whole", texts[:SPEED_PAGES]), ("thinned", texts[SPEED_PAGES:])):
        started = time.process_time()
        for text in part:
            _assembled(text)
        spent = time.process_time() - started
        lines = sum(text.count("\n") + 1 for text in part)
        print(f"assemble, {name} pages: {len(part) / spent:.0f} documents/s, {lines / spent:.0f} lines/s")  # fmt: skip


def _assembled(text: str) -> None:
    source = Source(path="page.txt", data=text.encode(), media_type="text/plain")
    rendering = Rendering(
        text=text,
        text_map=TextMap.identity(len(text)),
        extractor="text",
        encoding="utf-8",
        original_length=len(text),
    )
    assemble(source, rendering)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else FOLDS)  # noqa: PLR2004
