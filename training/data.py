"""What the model is trained on: the free corpora by folder, and the project's own texts."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from training.corpus.read import read_texts
from training.examples import Corpus, Example
from training.read_attributions import read_gum, read_timexes
from training.read_own import read_own
from training.read_treebanks import read_columns, read_conllu, read_pages
from training.splits import split_of

_CROSSNER = {
    **dict.fromkeys(
        ("person", "politician", "writer", "musicalartist", "scientist", "researcher"), "PER"
    ),
    **dict.fromkeys(("organisation", "band", "university"), "ORG"),
    "location": "LOC",
    "country": "COUNTRY",
    "politicalparty": "PARTY",
    "election": "ELECTION",
    "event": "EVENT",
    "misc": "MISC",
}
_RE3D = {
    "Person": "PER",
    "Organisation": "ORG",
    "Location": "LOC",
    "Nationality": "NORP",
    "Temporal": "TIME",
    "Quantity": "QUANTITY",
    "Weapon": "WEAPON",
    "MilitaryPlatform": "PLATFORM",
    "DocumentReference": "DOCUMENT",
    "Money": "MONEY",
}
# Every so many files of a publisher are held out.
_HELD_OUT = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """Examples of one corpus for one use."""

    corpus: Corpus
    examples: tuple[Example, ...]


def free_corpora(folder: Path, split: str) -> Iterator[Split]:
    """Yield the free corpora under ``folder``; ``split`` is train, dev or test."""
    treebank = folder / "ud_ewt" / f"{split}.conllu"
    names = folder / "uner_ewt" / f"{split}.iob2"
    yield _split(Corpus.EWT, read_conllu(treebank, Corpus.EWT, names=names))
    gum = folder / "ud_gum_free" / f"{split}.conllu"
    yield _split(Corpus.GUM, read_conllu(gum, Corpus.GUM))
    yield _split(Corpus.GUM_ATTRIBUTION, read_gum(folder / "gum_attribution" / f"{split}.jsonl"))
    yield _split(Corpus.CROSSNER, _crossner(folder / "crossner", split))
    yield _split(Corpus.RE3D, _re3d(folder / "re3d", split))
    if split == "train":
        wars, meantime = folder / "wikiwars", folder / "meantime"
        yield _split(
            Corpus.WIKIWARS, read_timexes(wars / "wikiwars.jsonl", Corpus.WIKIWARS, "timex2")
        )
        yield _split(
            Corpus.MEANTIME,
            read_timexes(meantime / "meantime_first6.jsonl", Corpus.MEANTIME, "timex"),
        )


def own_corpus(split: str) -> Iterator[Example]:
    """Yield the project's own texts of a split; no story straddles two of them."""
    for text in read_texts():
        if split_of(text.story) == split:
            yield read_own(text)


def _split(corpus: Corpus, examples: Iterator[Example] | list[Example]) -> Split:
    return Split(corpus=corpus, examples=tuple(examples))


def _crossner(folder: Path, split: str) -> Iterator[Example]:
    for domain in sorted(p for p in folder.iterdir() if p.is_dir()):
        held_out = domain.name == "politics"
        # The small development halves of the other domains teach as well.
        teaching = ("train",) if held_out else ("train", "dev")
        for name in teaching if split == "train" else (split,) * held_out:
            yield from read_columns(
                domain / f"{name}.txt",
                Corpus.CROSSNER,
                "crossner",
                word=0,
                label=1,
                labels=_CROSSNER,
            )


def re3d_by_publisher(folder: Path, split: str) -> Iterator[tuple[str, list[Example]]]:
    """Yield the reports of each publisher: every fifth is for testing, none for choosing."""
    for publisher in sorted(p for p in folder.iterdir() if p.is_dir() and p.name != "LICENSES"):
        yield (
            publisher.name,
            [
                read_pages(path, Corpus.RE3D, "re3d", labels=_RE3D)
                for number, path in enumerate(sorted(publisher.glob("*.conll")))
                if split == ("test" if number % _HELD_OUT == _HELD_OUT - 1 else "train")
            ],
        )


def _re3d(folder: Path, split: str) -> Iterator[Example]:
    for _, examples in re3d_by_publisher(folder, split):
        yield from examples
