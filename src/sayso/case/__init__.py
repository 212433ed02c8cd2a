"""The store of one story: records in, records out."""

from sayso.case.facts import DoctorFacts
from sayso.case.filters import ClaimFilter, DateFilter, DocumentFilter, FigureFilter, TimexFilter
from sayso.case.findings import Checked, Finding, State, VerifyReport
from sayso.case.log import Action, LogEntry
from sayso.case.reader import CaseReader
from sayso.case.records import (
    Added,
    AlreadyThere,
    ChainRow,
    ClaimRow,
    Counts,
    DateRow,
    Decision,
    DecisionRow,
    DocumentRow,
    FigureRow,
    FingerprintMatch,
    Location,
    ProblemRow,
    RecordKind,
    Resolved,
    Run,
    RunId,
    SearchHit,
    TimexRow,
    Totals,
    Verdict,
)
from sayso.case.store import Case

__all__ = [
    "Action",
    "Added",
    "AlreadyThere",
    "Case",
    "CaseReader",
    "ChainRow",
    "Checked",
    "ClaimFilter",
    "ClaimRow",
    "Counts",
    "DateFilter",
    "DateRow",
    "Decision",
    "DecisionRow",
    "DoctorFacts",
    "DocumentFilter",
    "DocumentRow",
    "FigureFilter",
    "FigureRow",
    "Finding",
    "FingerprintMatch",
    "Location",
    "LogEntry",
    "ProblemRow",
    "RecordKind",
    "Resolved",
    "Run",
    "RunId",
    "SearchHit",
    "State",
    "TimexFilter",
    "TimexRow",
    "Totals",
    "Verdict",
    "VerifyReport",
]
