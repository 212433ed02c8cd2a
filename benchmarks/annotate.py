"""Speed: articles of 700 words a CPU-second through the whole of ``sayso annotate``, memory, cold start.

    python -m benchmarks.annotate TEXTS.jsonl

Each reader runs in a process of its own on one thread: the rules alone, rules and core, and for
comparison spaCy's blank English pipeline with its sentencizer and textacy's rules for quotations and
triples fed with our trees (making the trees is not counted), where these are installed. CPU time is
measured, so that other work on the machine counts little. On two cores, ``--cores`` compares one
worker with two by the clock.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import Any

from sayso.evidence.reading import read_evidence
from sayso.language.reading import analyse
from sayso.pipeline.annotate import Read, annotate_lines
from sayso.pipeline.core import read_with_shipped_core, shipped_core

_ARTICLE = 700
# So often each reader goes through the texts, the fastest counts; so often a command is started.
_ROUNDS = 3
_STARTS = 5
# As the command reads: its lines have no places.
_READ = partial(read_with_shipped_core, places=False)
_MEGABYTE = 1 << 10  # ``ru_maxrss`` is in KiB on Linux
_ONE_LINE = b'{"id": "a", "text": "Ana Petrov said on Monday that 40 boats had left."}\n'
_COMMANDS = {
    'python -c "import sayso"': ("-c", "import sayso"),
    "sayso annotate, one line": ("-c", "from sayso.cli import main; main()", "annotate"),
}
_ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}

Run = Callable[[Sequence[bytes]], None]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--documents", type=int, default=24, help="read no more than these")
    parser.add_argument("--reader", choices=sorted(_READERS), help="measure this one only, here")
    parser.add_argument("--cores", action="store_true", help="compare two workers with one")
    options = parser.parse_args()
    if options.cores:
        _print_cores(_texts(options.texts))
        return
    if options.reader:
        _print_speed(options.reader, _texts(options.texts)[: options.documents])
        return
    for name in _READERS:
        command = [sys.executable, "-m", "benchmarks.annotate", str(options.texts)]
        command += ["--documents", str(options.documents), "--reader", name]
        subprocess.run(command, check=True, env=os.environ | _ONE_THREAD)  # noqa: S603 - this script
    for name, arguments in _COMMANDS.items():
        _print_start(name, arguments)


def _texts(path: Path) -> list[str]:
    return [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]


def _print_speed(name: str, texts: Sequence[str]) -> None:
    run = _READERS[name]()
    if run is None:
        print(f"{name:8} left out: not installed", flush=True)
        return
    lines = [json.dumps({"id": str(i), "text": text}).encode() for i, text in enumerate(texts)]
    run(lines[:1])
    seconds = min(_cpu_seconds(run, lines) for _ in range(_ROUNDS))
    words = sum(len(text.split()) for text in texts)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _MEGABYTE
    print(
        f"{name:8} {words / _ARTICLE / seconds:6.1f} articles of {_ARTICLE} words a CPU-second, "
        f"{seconds / words * 1e6:6.1f} microseconds a word, peak {peak:.0f} MiB"
    )


def _cpu_seconds(run: Run, lines: Sequence[bytes]) -> float:
    begin = time.process_time()
    run(lines)
    return time.process_time() - begin


def _rules() -> Run:
    return _annotating(read_evidence)


def _core() -> Run | None:
    return _annotating(_READ) if shipped_core() else None


def _annotating(read: Read) -> Run:
    def run(lines: Sequence[bytes]) -> None:
        for result in annotate_lines(lines, read=read, tokens=False):
            if not isinstance(result, str):
                raise TypeError(f"line {result.line} was refused: {result.problem}")

    return run


def _spacy() -> Run | None:
    if find_spec("spacy") is None:
        return None
    import spacy  # type: ignore[import-not-found, unused-ignore]  # noqa: PLC0415 - may be absent

    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")

    def run(lines: Sequence[bytes]) -> None:
        for document in nlp.pipe(json.loads(line)["text"] for line in lines):
            json.dumps([[s.start_char, s.end_char] for s in document.sents])

    return run


def _textacy() -> Run | None:
    core = shipped_core()
    if core is None or find_spec("textacy") is None:
        return None
    import spacy  # noqa: PLC0415 - may be absent
    from textacy.extract import triples  # type: ignore[import-not-found, unused-ignore]  # noqa: PLC0415 - may be absent

    vocabulary = spacy.blank("en").vocab
    read: dict[bytes, Any] = {}

    def parsed(line: bytes) -> Any:
        text = json.loads(line)["text"]
        tokens = analyse(text, core=core, trees=True).tokens
        ends = [*tokens.starts[1:], len(text)]
        return spacy.tokens.Doc(
            vocabulary,
            words=[tokens.span(n).text_in(text) for n in range(len(tokens))],
            spaces=[start > end for start, end in zip(ends, tokens.ends, strict=True)],
            pos=list(tokens.upos),
            heads=[n if head < 0 else head for n, head in enumerate(tokens.heads)],
            deps=["ROOT" if name == "root" else name for name in tokens.deprels],
        )

    def run(lines: Sequence[bytes]) -> None:
        for line in lines:
            if line not in read:
                read[line] = parsed(line)
            with suppress(ValueError):  # it refuses a text with an odd number of marks
                list(triples.direct_quotations(read[line]))
            list(triples.subject_verb_object_triples(read[line]))

    return run


_READERS: dict[str, Callable[[], Run | None]] = {
    "rules": _rules,
    "core": _core,
    "spacy": _spacy,
    "textacy": _textacy,
}


def _print_cores(texts: Sequence[str]) -> None:
    """Print how much faster two workers are than one on many texts, by the clock."""
    lines = [json.dumps({"id": str(i), "text": text}).encode() for i, text in enumerate(texts * 4)]
    took = {}
    for workers in (1, 2):
        begin = time.perf_counter()
        for _ in annotate_lines(lines, read=_READ, tokens=False, workers=workers):
            pass
        took[workers] = time.perf_counter() - begin
    print(f"two workers: {took[1] / took[2]:.2f} times the speed of one on {len(lines)} texts")


def _print_start(name: str, arguments: Sequence[str]) -> None:
    """Print the CPU time and the time on the clock of one start, the median of several."""
    cpu, wall = [], []
    for _ in range(_STARTS):
        before, begin = _children_seconds(), time.perf_counter()
        subprocess.run(  # noqa: S603 - the commands above
            [sys.executable, *arguments], input=_ONE_LINE, check=True, stdout=subprocess.DEVNULL
        )
        cpu.append(_children_seconds() - before)
        wall.append(time.perf_counter() - begin)
    print(f"{name}: {median(cpu):.2f} CPU seconds, {median(wall):.2f} on the clock")


def _children_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
