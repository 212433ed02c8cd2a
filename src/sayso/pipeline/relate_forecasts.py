"""Relating forecasts: a new document answers earlier ones, and brings some that others answer."""

from typing import TYPE_CHECKING

from sayso.case.new_relations import ForecastRelations
from sayso.evidence.forecasts import find_forecasts
from sayso.pipeline.relate_statements import facts_of, shipped_meaning
from sayso.pipeline.stages import Reading
from sayso.story.actors.document_entities import DocumentActors
from sayso.story.forecasts.find import find_outcomes
from sayso.story.forecasts.foretold import foretold_of
from sayso.story.forecasts.report import Reported, reports_of
from sayso.story.forecasts.told import NamesOfDocument
from sayso.story.statements.lookup import WordCounts, count_words
from sayso.story.statements.statement import is_statement, read_statement

if TYPE_CHECKING:
    from sayso.case import CaseReader


def relate_forecasts(
    case: "CaseReader",
    reading: Reading,
    actors: DocumentActors,
    *,
    counts: WordCounts | None = None,
) -> ForecastRelations:
    """Return what a document foretells and reports, and the outcomes that it brings.

    ``counts`` are its ``word_counts``, where they are known.
    """
    document, evidence = reading.document, reading.evidence
    analysis, written = evidence.analysis, evidence.dating.interval
    forecasts = find_forecasts(
        document.id,
        document.text,
        analysis,
        evidence.claims,
        figures=evidence.figures,
        written=written,
    )
    names = NamesOfDocument(actors)
    foretold = tuple(
        foretold_of(document.id, document.text, one, names, analysis.sentences) for one in forecasts
    )
    source = Reported(
        document=document.id, text=document.text, analysis=analysis, names=names, written=written
    )
    reports = reports_of(source, evidence.claims, forecasts)
    outcomes = find_outcomes(
        foretold,
        reports,
        case.foretold.lookup,
        counts=word_counts(reading) if counts is None else counts,
        meaning=shipped_meaning(),
    )
    return ForecastRelations(
        forecasts=forecasts, foretold=foretold, reports=reports, outcomes=outcomes
    )


def word_counts(reading: Reading) -> WordCounts:
    """Return in how many statements of a document each word stands."""
    facts = facts_of(reading)
    statements = (
        read_statement(one, facts) for one in reading.evidence.claims if is_statement(one)
    )
    return {form: number for form, number in count_words(statements).items() if number > 1}
