"""Finding outcomes: a new document answers earlier forecasts, and brings some that others answer."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sayso.story.forecasts.foretold import Foretold
from sayso.story.forecasts.lookup import OutcomeLookup
from sayso.story.forecasts.match import WEIGHTS, Likeness, Weights, find_outcome
from sayso.story.forecasts.outcome import Outcome
from sayso.story.forecasts.report import Report
from sayso.story.statements.lookup import WordCounts
from sayso.story.statements.statement import Meaning


def find_outcomes(
    foretold: Sequence[Foretold],
    reports: Sequence[Report],
    lookup: OutcomeLookup,
    *,
    counts: WordCounts | None = None,
    meaning: Meaning | None = None,
    weights: Weights = WEIGHTS,
) -> tuple[Outcome, ...]:
    """Return the candidates that a new document brings, both ways.

    ``foretold`` and ``reports`` are those of the new document, ``lookup`` holds the documents before
    it. ``counts`` are the word counts of the new document. Of one document only the sentence that
    answers a forecast best is kept.
    """
    pairs = [
        *((one, other) for one in foretold for other in lookup.reports_after(one)),
        *((other, one) for one in reports for other in lookup.forecasts_before(one)),
    ]
    own = {one.told.document for one in foretold} | {one.told.document for one in reports}

    def counted(document: str) -> WordCounts:
        return counts or {} if document in own else lookup.word_counts(document)

    by = Likeness(counts=counted, meaning=meaning, weights=weights)
    found = (find_outcome(one, other, by) for one, other in pairs)
    return tuple(_best_of_documents(one for one in found if one is not None))


def _best_of_documents(outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
    best: defaultdict[tuple[str, str], list[Outcome]] = defaultdict(list)
    for one in outcomes:
        best[one.foretold.id, one.report.told.document].append(one)
    for some in best.values():
        yield min(some, key=rank)


def rank(one: Outcome) -> tuple[float, str]:
    """Order candidates of one forecast, the best first."""
    return -one.score, one.report.id
