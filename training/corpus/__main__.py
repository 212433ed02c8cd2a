"""Check every annotated text, show one for review, and say how the corpus stands to its profile."""

import sys
from collections import Counter
from pathlib import Path

from training.corpus.profile import profile
from training.corpus.read import COUNTS, TEXTS, read_text
from training.corpus.records import CorpusError, GoldText
from training.corpus.show import show


def main(arguments: list[str]) -> int:
    if not arguments or arguments[0] not in {"check", "profile", "show"}:
        print("usage: python -m training.corpus check|profile|show [FOLDER | TEXT]")
        return 2
    # The profile is that of texts with every layer.
    usual = [TEXTS, COUNTS] if arguments[0] == "check" else [TEXTS]
    roots = [Path(arguments[1])] if len(arguments) > 1 else usual
    paths = [path for root in roots for path in (root.rglob("*.txt") if root.is_dir() else [root])]
    texts, errors = _read_all(sorted(paths))
    for error in errors:
        print(error)
    counts = Counter[str]()
    for text in texts:
        counts.update(texts=1, words=len(text.text.split()), attributions=len(text.attributions))
        counts.update(figures=len(text.figures), timexes=len(text.timexes), events=len(text.events))
    print(", ".join(f"{count} {what}" for what, count in counts.items()) or "no annotated texts")
    if arguments[0] == "profile":
        print(profile(texts))
    elif arguments[0] == "show":
        for text in texts:
            print(f"\n== {text.id}", *show(text), sep="\n")
    return 1 if errors else 0


def _read_all(paths: list[Path]) -> tuple[list[GoldText], list[CorpusError]]:
    texts: list[GoldText] = []
    errors: list[CorpusError] = []
    for path in paths:
        if not path.with_suffix(".ann").exists():
            continue
        try:
            texts.append(read_text(path))
        except CorpusError as error:
            errors.append(error)
    return texts, errors


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
