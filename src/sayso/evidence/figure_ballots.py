"""What befell the counted where no words near a number say it: by the core, and by the other figures.

The core reads the odds of every class. What is said of the rest of the text speaks too: a number told
twice counts the same, and a bare number counts what was told of before. Where rules found words, they
stand. The weights are taught by ``training/befell.py`` and lie in ``figure_ballots.toml``.
"""

import math
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cache
from pathlib import Path

from sayso.evidence.countable_kinds import can_befall
from sayso.evidence.figure import Figure
from sayso.evidence.persons import names_persons
from sayso.frozen import dataclass
from sayso.language.analysis import Counting, Modifier

WEIGHTS = Path(__file__).with_name("figure_ballots.toml")
_HIGHEST = 50.0  # so that a power of e is a number
_LARGE = 12  # numbers above it seldom meet by chance
_BEFORE = range(60, 250)  # characters from the figure before to one that goes on with it
# A class must be likelier than none by so much; chosen on the texts for counts alone, in folds.
_MARGIN = 0.2
_LEANING = -0.5


class Vote(StrEnum):
    """What speaks for a class."""

    CORE = "core"  # log-odds
    TEXT = "text"  # share of the figures of the text that have it
    TEXT_BARE = "text_bare"  # the same, of a number without a noun
    SAME = "same"  # the same large number has it elsewhere
    BEFORE_BARE = "before_bare"


class Lean(StrEnum):
    """What speaks against every class."""

    ALWAYS = "always"
    COUNTED = "counted"  # a noun is counted
    PERSONS = "persons"
    PART = "part"
    ONE = "one"


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """The weight of each vote and lean, and a start for each class."""

    vote: Mapping[str, float]
    lean: Mapping[str, float]
    start: Mapping[str, float]


@cache
def shipped_weights() -> Weights:
    """Return the weights that come with the package."""
    return Weights(**tomllib.loads(WEIGHTS.read_text(encoding="utf-8")))


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot:
    """The votes for each class that may hold of one figure, and what leans to none."""

    figure: int  # its place
    votes: tuple[tuple[str, Mapping[Vote, float]], ...]
    leans: Mapping[Lean, float]

    def best(self, weights: Weights) -> str | None:
        """Return the likeliest class, or ``None`` where none is likelier than no class by a margin."""
        return self._likeliest(weights, margin=_MARGIN)

    def leaning(self, weights: Weights) -> str | None:
        """Return the likeliest class where it is nearly as likely as none."""
        return self._likeliest(weights, margin=_LEANING)

    def _likeliest(self, weights: Weights, *, margin: float) -> str | None:
        scores = [self._score(weights, name, votes) for name, votes in self.votes]
        none = sum(weights.lean[lean] * size for lean, size in self.leans.items())
        chances = [math.exp(min(score - none, _HIGHEST)) for score in scores]
        most = max(chances, default=0.0)
        sure = (most - 1) / (sum(chances) + 1) > margin
        return self.votes[chances.index(most)][0] if sure else None

    @staticmethod
    def _score(weights: Weights, name: str, votes: Mapping[Vote, float]) -> float:
        start = weights.start.get(name, 0.0)
        return start + sum(weights.vote[vote] * size for vote, size in votes.items())


def ballots(
    text: str, figures: Sequence[Figure], said: Sequence[Counting | None]
) -> Iterator[Ballot]:
    """Yield a ballot for each figure without a class of which the core has ``said`` something."""
    others = Counter(figure.predicate for figure in figures if figure.predicate)
    large = _large(figures)
    for at, (figure, counting) in enumerate(zip(figures, said, strict=True)):
        if figure.predicate is not None or counting is None:
            continue
        head = figure.quantity.counted_head
        noun = head.text_in(text) if head else ""
        before = _before(figures, at)
        yield Ballot(
            figure=at,
            votes=tuple(
                (name, {Vote.CORE: odds, **_votes(figure, name, others, large, before)})
                for name, odds in counting.odds
                if can_befall(name, noun)
            ),
            leans=dict(_leans(figure, noun)),
        )


def _votes(
    figure: Figure,
    name: str,
    others: Mapping[str, int],
    large: Mapping[object, str],
    before: str | None,
) -> dict[Vote, float]:
    """Return what the other figures of the text say for a class."""
    if name not in others:
        return {}
    bare = figure.quantity.counted_head is None
    share = others[name] / sum(others.values())
    votes = {Vote.TEXT_BARE if bare else Vote.TEXT: share}
    if large.get(figure.quantity.best) == name:
        votes[Vote.SAME] = 1.0
    if bare and before == name:
        votes[Vote.BEFORE_BARE] = 1.0
    return votes


def _large(figures: Sequence[Figure]) -> Mapping[object, str]:
    """Return the class of each large number, the first that is told of it."""
    found: dict[object, str] = {}
    for figure in figures:
        best = figure.quantity.best
        if figure.predicate and best is not None and best > _LARGE:
            found.setdefault(best, figure.predicate)
    return found


def _before(figures: Sequence[Figure], at: int) -> str | None:
    """Return the class of the figure before, where it stands neither beside this one nor far off."""
    if at == 0:
        return None
    far = figures[at].quantity.span.start - figures[at - 1].quantity.span.end
    return figures[at - 1].predicate if far in _BEFORE else None


def _leans(figure: Figure, noun: str) -> Iterator[tuple[Lean, float]]:
    yield Lean.ALWAYS, 1.0
    if noun:
        yield Lean.COUNTED, 1.0
    if noun and names_persons(noun):
        yield Lean.PERSONS, 1.0
    if figure.part_of is not None or figure.quantity.modifier is Modifier.PART_OF:
        yield Lean.PART, 1.0
    if figure.quantity.best == 1:
        yield Lean.ONE, 1.0
