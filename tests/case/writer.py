"""Adds documents to a case until it is killed, and reports each one that is stored.

Run as ``python writer.py CASE NUMBER``; its standard output is one id per document.
"""

import sys
from pathlib import Path

from sayso.case import Added, Case, Totals
from tests.case.builders import NOW, TEXT, document, evidence


def main(directory: str, number: str) -> None:
    added = already_there = 0
    with Case.open(Path(directory)) as case:
        run = case.begin_run([("sayso", "0.1")], now=NOW)
        for index in range(int(number)):
            made, data = document(TEXT + " Again." * index, path=f"{index}.txt")
            if case.known(made.original.sha256, None):
                already_there += 1
                continue
            given = evidence(made.id, text=made.text)
            outcome = case.add(made, given, data, run=run, now=NOW)
            added += isinstance(outcome, Added)
            print(outcome.id, flush=True)  # noqa: T201 -- read by the test
        case.finish_run(run, Totals(added=added, already_there=already_there, failed=0), now=NOW)


if __name__ == "__main__":
    main(*sys.argv[1:])
