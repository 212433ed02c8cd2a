"""The training plan: which corpora, how often, how fast. Free corpora first, the own corpus last."""

from dataclasses import dataclass, field

from training.examples import Corpus


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """``shares`` says how much of a corpus one epoch sees; more than 1 repeats it."""

    name: str
    epochs: int
    shares: dict[Corpus, float]
    encoder_rate: float
    head_rate: float
    pieces: int  # in a batch
    weights: dict[str, float] = field(default_factory=dict)


# Losses weigh 1 unless told. Those of rare labels are shared by the labelled words alone, so that
# they weigh about ten times a mean over all words.
_WEIGHTS = {
    "sentence": 0.5,
    "roles": 0.4,
    "status": 0.5,
    "accrual": 0.5,
    "event": 0.7,
    "news": 0.7,
    **dict.fromkeys(("uner", "crossner", "re3d", "timex", "timex2"), 0.2),
}
FREE = Stage(
    name="free",
    epochs=10,
    shares={
        Corpus.EWT: 1,
        Corpus.GUM: 1,
        Corpus.GUM_ATTRIBUTION: 0.5,
        Corpus.CROSSNER: 0.75,
        Corpus.RE3D: 1,
        Corpus.WIKIWARS: 0.25,
        Corpus.MEANTIME: 0.5,
    },
    encoder_rate=2e-4,
    head_rate=2e-3,
    pieces=1280,
    weights=_WEIGHTS,
)
OWN = Stage(
    name="own",
    epochs=10,
    shares={
        Corpus.NEWS: 1,
        Corpus.EWT: 0.3,
        Corpus.GUM: 0.4,
        Corpus.GUM_ATTRIBUTION: 0.5,
        Corpus.CROSSNER: 0.2,
        Corpus.RE3D: 0.3,
        Corpus.MEANTIME: 0.25,
    },
    encoder_rate=1e-4,
    head_rate=1e-3,
    pieces=1280,
    weights=_WEIGHTS,
)
STAGES = {stage.name: stage for stage in (FREE, OWN)}
# Corpora whose own output layers keep their guideline apart: half of their batches are read as news.
READ_AS_NEWS = frozenset(
    {Corpus.EWT, Corpus.GUM, Corpus.CROSSNER, Corpus.RE3D, Corpus.WIKIWARS, Corpus.MEANTIME}
)
WARM_UP = 0.06
# From this share of the steps on, false cues of the model's own are taught to reach nothing.
FALSE_CUES_FROM = 0.35
FALSE_CUES = 8  # at most, in a batch
SEED = 20261121
# Pieces of a window in training, more than in reading: the held-out stories are read best so.
WINDOW = 256
