"""Facts about a case that help to find out why something does not work."""

from sayso.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class DoctorFacts:
    """How a case and what lies under it are doing.

    ``integrity`` is SQLite's own answer, "ok" if all is well. ``network`` names a network file
    system under the case, on which SQLite is not safe.
    """

    case_id: str
    name: str
    schema: int
    sqlite_version: str
    journal_mode: str
    integrity: str
    database_bytes: int
    free_bytes: int
    network: str | None
    orphans: int
