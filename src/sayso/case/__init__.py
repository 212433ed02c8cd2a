"""The store of one story: records in, records out."""

from sayso.case.actor_records import (
    ActorFilter,
    ActorMention,
    ActorRow,
    AliasRow,
    ProposalRow,
)
from sayso.case.decision_records import Decision, DecisionRow, RecordKind, Resolved, Verdict
from sayso.case.event_records import ChronologyRow, EventFilter, EventReportRow
from sayso.case.facts import DoctorFacts
from sayso.case.filters import ClaimFilter, DateFilter, DocumentFilter, FigureFilter, TimexFilter
from sayso.case.findings import Checked, Finding, State, VerifyReport
from sayso.case.forecast_records import ForecastFilter, ForecastRow, OutcomeRow
from sayso.case.log import Action, LogEntry
from sayso.case.new_relations import Fingerprint, Relations
from sayso.case.open_points import OpenPoint
from sayso.case.place_records import (
    PlaceFilter,
    PlaceMentionRow,
    PlaceProposal,
    PlaceRow,
)
from sayso.case.reader import CaseReader
from sayso.case.records import (
    ChainRow,
    ClaimRow,
    Counts,
    DateChange,
    DateRow,
    DocumentRow,
    FigureRow,
    FingerprintMatch,
    Location,
    ProblemRow,
    SearchHit,
    TimexRow,
)
from sayso.case.review_records import (
    Edit,
    QueueCount,
    QueueEntry,
    QueuePlace,
    Review,
    Reviewed,
    ReviewField,
    ReviewItem,
    ReviewSide,
    ReviewState,
    Why,
)
from sayso.case.review_sampling import Estimate, SampleOf
from sayso.case.run_records import Added, AlreadyThere, Run, RunId, Totals
from sayso.case.statement_lists import PairFilter
from sayso.case.statement_records import DenialRow, EchoGroupRow, EchoRow, QuotePairRow
from sayso.case.store import Case

__all__ = [
    "Action",
    "ActorFilter",
    "ActorMention",
    "ActorRow",
    "Added",
    "AliasRow",
    "AlreadyThere",
    "Case",
    "CaseReader",
    "ChainRow",
    "Checked",
    "ChronologyRow",
    "ClaimFilter",
    "ClaimRow",
    "Counts",
    "DateChange",
    "DateFilter",
    "DateRow",
    "Decision",
    "DecisionRow",
    "DenialRow",
    "DoctorFacts",
    "DocumentFilter",
    "DocumentRow",
    "EchoGroupRow",
    "EchoRow",
    "Edit",
    "Estimate",
    "EventFilter",
    "EventReportRow",
    "FigureFilter",
    "FigureRow",
    "Finding",
    "Fingerprint",
    "FingerprintMatch",
    "ForecastFilter",
    "ForecastRow",
    "Location",
    "LogEntry",
    "OpenPoint",
    "OutcomeRow",
    "PairFilter",
    "PlaceFilter",
    "PlaceMentionRow",
    "PlaceProposal",
    "PlaceRow",
    "ProblemRow",
    "ProposalRow",
    "QueueCount",
    "QueueEntry",
    "QueuePlace",
    "QuotePairRow",
    "RecordKind",
    "Relations",
    "Resolved",
    "Review",
    "ReviewField",
    "ReviewItem",
    "ReviewSide",
    "ReviewState",
    "Reviewed",
    "Run",
    "RunId",
    "SampleOf",
    "SearchHit",
    "State",
    "TimexFilter",
    "TimexRow",
    "Totals",
    "Verdict",
    "VerifyReport",
    "Why",
]
