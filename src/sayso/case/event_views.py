"""What a case knows of events over documents."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager

from sqlalchemy import Connection, select

from sayso.case.event_lists import count_chronology, list_chronology
from sayso.case.event_records import ChronologyRow, EventEvidence, EventFilter
from sayso.case.event_relations import StoredReports, read_link
from sayso.case.event_stories import StoredStories, stories_of
from sayso.case.event_tables import chronology, event_links, event_members, event_reports
from sayso.errors import CaseError
from sayso.story.events.report import EventReport

_LAST = "\U0010ffff"
_LISTED = 10


class CaseEvents:
    """The chronology of a case, and what a new document is held against."""

    def __init__(self, reads: Callable[[], AbstractContextManager[Connection]]) -> None:
        self._reads = reads

    @property
    def stories(self) -> StoredStories:
        return StoredStories(self._reads)

    def stories_of(self, documents: Iterable[str]) -> dict[str, str]:
        """Return the story of each document that has one."""
        with self._reads() as connection:
            return stories_of(connection, documents)

    def beside(self, report: EventReport) -> tuple[EventReport, ...]:
        """Return the few reports of other documents that may tell of the same event."""
        return StoredReports(self._reads).beside(report)

    def chronology(
        self, by: EventFilter | None = None, *, limit: int | None = None, offset: int = 0
    ) -> Iterator[ChronologyRow]:
        """List events from the earliest on, then those that no text dates."""
        with self._reads() as connection:
            yield from list_chronology(connection, by or EventFilter(), limit=limit, offset=offset)

    def count(self, by: EventFilter | None = None) -> int:
        """Count the events that the chronology would list."""
        with self._reads() as connection:
            return count_chronology(connection, by or EventFilter())

    def find(self, name: str) -> str:
        """Return the event of an id, the beginning of one, or the id of one of its reports.

        Raises CaseError if there is none, or several.
        """
        wanted = name.strip().lower()
        with self._reads() as connection:
            of_report = select(event_members.c.event_id).where(event_members.c.report_id == wanted)
            found = list(connection.execute(of_report).scalars())
            if not found and wanted:
                named = select(chronology.c.id).where(
                    chronology.c.id >= wanted, chronology.c.id < wanted + _LAST
                )
                found = list(connection.execute(named.order_by(chronology.c.id).limit(_LISTED)).scalars())  # fmt: skip
        if len(found) == 1 or wanted in found:
            return wanted if wanted in found else str(found[0])
        if found:
            raise CaseError(f"{name!r} could be any of {', '.join(found)}; write more of the id")
        raise CaseError(f"no event of this case is called {name!r}")

    def one(self, name: str) -> ChronologyRow:
        """Return one event by its id; CaseError if there is none."""
        found = self.find(name)
        return next(self.chronology(EventFilter(id=found)))

    def of_document(self, document: str) -> dict[str, str]:
        """Return the event over documents of each report of a document."""
        with self._reads() as connection:
            rows = connection.execute(
                select(event_members.c.report_id, event_members.c.event_id)
                .join(event_reports, event_reports.c.id == event_members.c.report_id)
                .where(event_reports.c.document_id == document)
            )
            return {row.report_id: row.event_id for row in rows}

    def evidence(self, event: str) -> EventEvidence:
        """Return the links between the reports of an event, the surest first."""
        with self._reads() as connection:
            members = select(event_members.c.report_id).where(event_members.c.event_id == event)
            rows = connection.execute(
                select(event_links)
                .where(event_links.c.left_id.in_(members), event_links.c.right_id.in_(members))
                .order_by(event_links.c.score.desc(), event_links.c.left_id, event_links.c.right_id)
            )
            return EventEvidence(event=event, links=tuple(map(read_link, rows)))
