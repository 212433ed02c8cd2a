"""Deciding on rows in tests, and how they stand then."""

from sayso.case import (
    Case,
    ReviewState,
    Verdict,
)
from tests.case.builders import LATER


def judge(case: Case, name: str, verdict: Verdict, actor: str = "mira") -> int:
    return case.desk.judge(name, verdict, actor=actor, reason="why", now=LATER).sequence


def state(case: Case, name: str) -> ReviewState:
    return case.desk.item(name).state
