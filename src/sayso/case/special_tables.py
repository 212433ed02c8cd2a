"""Which tables are searched word by word, and which are never altered."""

from sqlalchemy import Table

from sayso.case.event_tables import event_reports
from sayso.case.forecast_tables import forecasts
from sayso.case.log_tables import decision_sides, decisions, log
from sayso.case.tables import claims, figures, texts

# Full-text search: table, and the columns of it that are searched.
SEARCHED: tuple[tuple[Table, tuple[str, ...]], ...] = (
    (texts, ("text",)),
    (claims, ("words", "speaker", "source_words")),
    (figures, ("words", "counted", "predicate", "place")),
    (event_reports, ("words", "place")),
    (forecasts, ("words", "speaker", "source_words", "place_words")),
)
# Nothing in these tables is ever altered or taken out.
APPEND_ONLY: tuple[Table, ...] = (log, decisions, decision_sides)
