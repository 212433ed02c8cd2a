"""What people decided on the records of an export, and leaving out what they did not accept."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice
from types import MappingProxyType
from typing import TYPE_CHECKING

from sayso.case.decision_records import RecordKind
from sayso.case.review_records import Review, Reviewed, ReviewState
from sayso.export.record import Record, RecordReview, RecordType

if TYPE_CHECKING:
    from sayso.case import CaseReader

# Records whose decisions are asked for at once.
_AT_ONCE = 500
KIND_OF: Mapping[RecordType, RecordKind] = MappingProxyType(
    {
        RecordType.DOCUMENT: RecordKind.DATE,
        RecordType.CLAIM: RecordKind.CLAIM,
        RecordType.FIGURE: RecordKind.FIGURE,
        RecordType.EVENT: RecordKind.EVENT,
        RecordType.QUOTE_PAIR: RecordKind.QUOTE_PAIR,
        RecordType.ECHO: RecordKind.ECHO,
        RecordType.DENIAL: RecordKind.DENIAL,
        RecordType.RELATION: RecordKind.RELATION,
        RecordType.FORECAST: RecordKind.FORECAST,
    }
)
# What the others hang on, whatever was decided on it.
_ALWAYS = frozenset(RecordType) - frozenset(KIND_OF) | {RecordType.DOCUMENT}


def with_reviews(
    case: "CaseReader", records: Iterable[Record], *, only: Reviewed | None = None
) -> Iterator[Record]:
    """Yield the records with what was decided on each, in their order; with ``only`` some of them.

    Documents, actors, places and decisions are always there.
    """
    remaining = iter(records)
    while some := tuple(islice(remaining, _AT_ONCE)):
        reviews = _reviews(case, some)
        for record in some:
            kind = KIND_OF.get(record.record)
            review = reviews[kind].get(record.id) if kind else None
            if record.record in _ALWAYS or is_kept(review, only):
                yield record if review is None else replace(record, review=_told(review))


def is_kept(review: Review | None, only: Reviewed | None) -> bool:
    """Say whether a row with this standing is wanted."""
    state = ReviewState.OPEN if review is None else review.state
    return only is None or state in only.states


def _reviews(
    case: "CaseReader", records: Iterable[Record]
) -> Mapping[RecordKind, Mapping[str, Review]]:
    ids: dict[RecordKind, list[str]] = defaultdict(list)
    for record in records:
        if kind := KIND_OF.get(record.record):
            ids[kind].append(record.id)
    return {kind: case.desk.states(kind, names) for kind, names in ids.items()}


def _told(review: Review) -> RecordReview:
    return RecordReview(
        state=review.state,
        edits=review.edits,
        comments=review.comments,
        actor=review.actor,
        at=review.at,
        outdated=review.outdated,
    )
