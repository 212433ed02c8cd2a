"""Relating events: the reports of a new document meet those of the case that may tell of the same event."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from sayso.pipeline.stages import Reading
from sayso.pipeline.subject import read_subject
from sayso.story.events.matching import EventLink, match
from sayso.story.events.relations import EventRelations
from sayso.story.events.report import EventReport, ReportSource, read_reports
from sayso.story.events.stories import choose_story, read_story_document
from sayso.story.events.terms import shipped_background

if TYPE_CHECKING:
    from sayso.case import CaseReader

# Reports of one document that are held against each other; a longer one is a book.
_WITHIN = 400


def relate_events(case: "CaseReader", reading: Reading) -> EventRelations:
    """Return the reports of a document, what links them with each other and the case, and its story."""
    document = reading.document
    background = shipped_background()
    own = read_story_document(document.id, document.text, background)
    story = choose_story(own, case.events.stories)
    reports = reports_of(reading)
    links = {(link.left, link.right): link for link in _within(reports)}
    for link in _across(case, reports, story):
        links.setdefault((link.left, link.right), link)
    return EventRelations(
        reports=reports, links=tuple(links.values()), story=story, vector=own.vector
    )


def reports_of(reading: Reading) -> tuple[EventReport, ...]:
    """Return the happenings of a document in the form in which they are compared."""
    document, evidence = reading.document, reading.evidence
    subject = read_subject(document, evidence.analysis, evidence.places)
    source = ReportSource(
        document=document.id,
        text=document.text,
        written=evidence.dating.interval,
        sentences=evidence.analysis.sentences,
        places=subject.places,
        values={
            figure.id: f"{figure.predicate}:{figure.quantity.best}"
            for figure in evidence.figures
            if figure.quantity.best is not None
        },
    )
    return tuple(read_reports(evidence.events, source))


def _within(reports: Sequence[EventReport]) -> Iterator[EventLink]:
    for one, other in combinations(reports[:_WITHIN], 2):
        link = match(one, other, shipped_background(), one_story=True)
        if link is not None:
            yield link


def _across(case: "CaseReader", reports: Sequence[EventReport], story: str) -> Iterator[EventLink]:
    beside = {report.id: case.events.beside(report) for report in reports}
    documents = {one.document for some in beside.values() for one in some}
    stories = case.events.stories_of(documents)
    for report in reports:
        for other in beside[report.id]:
            one_story = stories.get(other.document) == story
            link = match(report, other, shipped_background(), one_story=one_story)
            if link is not None:
                yield link
