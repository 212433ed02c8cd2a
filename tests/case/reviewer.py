"""Decides on one row again and again: ``python -m tests.case.reviewer CASE ROW ACTOR NUMBER``."""

import sys
from pathlib import Path

from sayso.case import Case, Verdict
from tests.case.builders import LATER


def main(directory: str, name: str, actor: str, number: str) -> None:
    with Case.open(Path(directory)) as case:
        for index in range(int(number)):
            verdict = Verdict.ACCEPT if index % 2 else Verdict.REJECT
            case.desk.judge(name, verdict, actor=actor, reason=str(index), now=LATER)


if __name__ == "__main__":
    main(*sys.argv[1:])
