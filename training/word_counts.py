"""Count in how many free documents each word stands: what is common in English says little of a story.

Usage: python -m training.word_counts SHARED_FOLDER OUTPUT

Only corpora whose licence allows it are counted, and none that stories are measured on.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from sayso.story.events.terms import read_terms

# Words of fewer documents are as rare as words never seen.
_FEWEST = 3
# Long texts are counted by pieces of about the length of an article.
_PIECE = 3000


def read_texts(shared: Path) -> Iterator[str]:
    """Yield the texts of the corpora, cut to the length of articles."""
    corpora = shared / "corpora"
    for name in ("meantime/meantime.jsonl", "wikiwars/wikiwars.jsonl"):
        path = corpora / name
        if path.exists():
            for line in path.open(encoding="utf-8"):
                text = json.loads(line)["text"]
                yield from (text[at : at + _PIECE] for at in range(0, len(text), _PIECE))
    for folder in ("ud_ewt", "ud_gum_free"):
        for path in sorted((corpora / folder).rglob("*.conllu")):
            yield from _documents(path)


def _documents(path: Path) -> Iterator[str]:
    sentences: list[str] = []
    for line in path.open(encoding="utf-8"):
        if line.startswith("# newdoc") and sentences:
            yield "\n".join(sentences)
            sentences = []
        elif line.startswith("# text ="):
            sentences.append(line.removeprefix("# text =").strip())
    if sentences:
        yield "\n".join(sentences)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("output", type=Path)
    arguments = parser.parse_args()
    counts: Counter[str] = Counter()
    documents = 0
    for text in read_texts(arguments.shared):
        counts.update(set(read_terms(text).every))
        documents += 1
    kept = sorted((word, n) for word, n in counts.items() if n >= _FEWEST and word.isalpha())
    with arguments.output.open("w", encoding="utf-8") as file:
        file.write(f"{documents}\n")
        file.writelines(f"{word} {n}\n" for word, n in kept)
    return 0


if __name__ == "__main__":
    sys.exit(main())
