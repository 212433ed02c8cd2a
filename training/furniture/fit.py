"""Fitting the line model: gradient-boosted trees, twice, and their flat form."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier

from sayso.documents.furniture_model import SEEN_AGAIN, Forest, LineModel
from sayso.documents.line_context import features_of
from sayso.documents.line_smoothing import second_features
from training.furniture.pages import ARTICLE, UNSURE, Page, folds_by_domain

# A lost sentence costs more than a stray line that stays.
ARTICLE_COST = 2.0
INNER_FOLDS = 4

Rows = list[list[float]]


def fit(pages: Sequence[Page], rows: Sequence[Rows]) -> LineModel:
    """Fit both looks; the second learns from what the first says of domains it has not seen."""
    folds = folds_by_domain(pages, INNER_FOLDS)
    looked: list[list[float]] = [[] for _ in pages]
    for fold in range(INNER_FOLDS):
        seen = [i for i, page in enumerate(pages) if folds[page.domain] != fold]
        forest = _fit_forest([pages[i] for i in seen], [rows[i] for i in seen])
        for i, page in enumerate(pages):
            if folds[page.domain] == fold:
                looked[i] = forest.probabilities(rows[i])
    first = _fit_forest(pages, rows)
    second = _fit_forest(pages, [_second_rows(r, p) for r, p in zip(rows, looked, strict=True)])
    return LineModel(first=first, second=second)


def rows_of(pages: Sequence[Page]) -> list[Rows]:
    return [features_of(page.lines) for page in pages]


def _second_rows(rows: Rows, looked: Sequence[float]) -> Rows:
    again = second_features(looked, [row[0] for row in rows])
    return [[*row[:SEEN_AGAIN], *more] for row, more in zip(rows, again, strict=True)]


def _fit_forest(pages: Sequence[Page], rows: Sequence[Rows]) -> Forest:
    labels = np.array([label for page in pages for label in page.labels])
    table = np.array([row for page_rows in rows for row in page_rows])
    sure = labels != UNSURE
    table, labels = table[sure], labels[sure]
    weights = np.sqrt(table[:, 0]) * np.where(labels == ARTICLE, ARTICLE_COST, 1.0)
    classifier = HistGradientBoostingClassifier(
        max_iter=120,
        learning_rate=0.1,
        max_leaf_nodes=15,
        min_samples_leaf=40,
        l2_regularization=1.0,
        early_stopping=False,
        random_state=0,
    )
    classifier.fit(table, labels, sample_weight=weights)
    forest = _flat(classifier)
    _check_parity(classifier, forest, table[:2000])
    return forest


def _flat(classifier: HistGradientBoostingClassifier) -> Forest:
    roots, nodes = [], []
    for (tree,) in classifier._predictors:  # noqa: SLF001 - scikit-learn has no public way to its trees
        at = len(nodes)
        roots.append(at)
        for i, node in enumerate(tree.nodes):
            leaf = bool(node["is_leaf"])
            left, right = (i, i) if leaf else (int(node["left"]), int(node["right"]))
            threshold = 0.0 if leaf else _short(float(node["num_threshold"]))
            value = float(f"{node['value']:.7g}") if leaf else 0.0
            nodes.append((int(node["feature_idx"]), threshold, at + left, at + right, value))
    feature, threshold, left, right, value = zip(*nodes, strict=True)
    depth = max(int(tree.nodes["depth"].max()) for (tree,) in classifier._predictors)  # noqa: SLF001
    return Forest(
        base=float(classifier._baseline_prediction[0, 0]),  # noqa: SLF001
        depth=depth,
        roots=np.array(roots, dtype=np.int32),
        feature=np.array(feature, dtype=np.int32),
        threshold=np.array(threshold),
        left=np.array(left, dtype=np.int32),
        right=np.array(right, dtype=np.int32),
        value=np.array(value),
    )


def _short(threshold: float) -> float:
    """Shorten a threshold upwards: it is often a value of the data itself, which must stay below."""
    return float(f"{threshold + abs(threshold) * 1e-11:.12g}")


def _check_parity(
    classifier: HistGradientBoostingClassifier, forest: Forest, table: NDArray[np.float64]
) -> None:
    expected = classifier.predict_proba(table)[:, 1]
    found = np.array(forest.probabilities(table.tolist()))
    worst = float(np.abs(expected - found).max())
    if worst > 1e-3:  # noqa: PLR2004 - thresholds and leaves are rounded for the file
        raise ValueError(f"the flat trees differ from the fitted ones by {worst}")
