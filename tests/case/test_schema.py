"""The schema: one description, and old cases are brought up to it with a copy kept."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import inspect

from sayso.case import Case, RunId
from sayso.case import schema as module
from sayso.case.columns import METADATA
from sayso.case.special_tables import APPEND_ONLY, SEARCHED
from sayso.errors import CaseError, IntegrityError
from tests.case.builders import NOW, document, evidence

FIRST = Path(__file__).parent / "schema_1.sql"
PRESENT = Path(__file__).parent / "schema_2.sql"

# Renames a table's column by rebuilding it, as a real step on SQLite has to.
STEP = '''
"""A step made for the tests."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    with op.batch_alter_table("originals", table_kwargs={"sqlite_strict": True}) as table:
        table.add_column(sa.Column("note", sa.Text()))
        table.alter_column("size", new_column_name="bytes")
'''


def structure(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute(
            "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type, name"
        )
        return "\n\n".join(f"{sql.strip()};" for (sql,) in rows) + "\n"


def test_a_new_case_has_the_schema_of_its_number(case: Case) -> None:
    """A change of the tables needs a step in ``migrations/versions`` and a new file beside this.

    Schema 2 is not released yet: until then its file is written anew with each change.
    """
    assert module.SCHEMA == 2
    assert structure(case.directory / "case.db") == PRESENT.read_text(encoding="utf-8")


def test_a_case_of_schema_1_comes_to_the_tables_of_a_new_one(tmp_path: Path, case: Case) -> None:
    path = tmp_path / "old" / "case.db"
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as connection:
        # The engine makes the shadow tables of a search index itself.
        connection.executescript(_without_shadows(FIRST.read_text(encoding="utf-8")))
        connection.execute("PRAGMA user_version = 1")
        connection.commit()
    module.upgrade(path.parent, 1)

    upgraded, made = tables_of(path), tables_of(case.directory / "case.db")
    assert upgraded == made


def _without_shadows(sql: str) -> str:
    statements = (one.strip() for one in sql.split(";\n\n"))
    made = [
        one for one in statements if "_fts_" not in one.splitlines()[0] and "sqlite_" not in one
    ]
    return ";\n".join(sorted(made, key=lambda one: not one.startswith("CREATE TABLE"))) + ";"


def tables_of(path: Path) -> dict[str, set[str]]:
    with closing(sqlite3.connect(path)) as connection:
        names = [
            name
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            if "_fts" not in name and not name.startswith("sqlite_")
        ]
    return {name: set(columns_of(path, name)) for name in names if name != "alembic_version"}


def test_the_tables_of_a_case_are_those_described(case: Case) -> None:
    with case._engine.connect() as connection:
        found = inspect(connection)
        tables = {name for name in found.get_table_names() if "_fts" not in name}
        columns = {name: [column["name"] for column in found.get_columns(name)] for name in tables}

    assert columns == {table.name: list(table.columns.keys()) for table in METADATA.sorted_tables}


def test_every_table_is_strict(case: Case) -> None:
    with closing(sqlite3.connect(case.directory / "case.db")) as connection:
        strict = dict(
            connection.execute("SELECT name, strict FROM pragma_table_list WHERE type = 'table'")
        )

    assert all(strict[table.name] for table in METADATA.sorted_tables)


def test_no_list_scans_a_table_for_what_it_filters_by() -> None:
    filtered = {
        "documents": {"outlet_folded", "language", "sha256"},
        "document_flags": {"flag"},
        "datings": {"date_lo", "doubtful", "sort_day"},
        "claims": {"id", "document_id", "kind", "manner", "force"},
        "figures": {"id", "document_id", "kind", "modifier", "predicate"},
        "timexes": {"document_id", "time_lo"},
        "mentions": {"document_id"},
        "events": {"document_id"},
        "chain_links": {"document_id", "name"},
        "reuse": {"from_document", "to_document", "kind"},
        "fingerprints": {"kind", "document_key"},
        "decisions": {"document_id", "target"},
        "log": {"target"},
    }
    for table, columns in filtered.items():
        described = METADATA.tables[table]
        first = {next(iter(index.columns)).name for index in described.indexes}
        for constraint in described.constraints:
            first.update(column.name for column in list(getattr(constraint, "columns", ()))[:1])

        assert columns <= first, table


def test_what_is_searched_has_a_key_that_does_not_move() -> None:
    for table, columns in SEARCHED:
        assert [column.name for column in table.primary_key] == ["key"]
        assert set(columns) <= set(table.columns.keys())


def test_the_tables_kept_for_good_are_log_and_decisions() -> None:
    assert [table.name for table in APPEND_ONLY] == ["log", "decisions", "decision_sides"]


@pytest.fixture
def newer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make this a sayso that knows one more step, kept in the folder returned."""
    steps = tmp_path / "50% of the steps"
    shutil.copytree(module.STEPS, steps, ignore=shutil.ignore_patterns("__pycache__"))
    (steps / "versions" / "0003_note.py").write_text(STEP, encoding="utf-8")
    monkeypatch.setattr(module, "STEPS", steps)
    monkeypatch.setattr(module, "SCHEMA", 3)
    monkeypatch.setattr("sayso.case.opening.SCHEMA", 3)
    return steps


@pytest.fixture
def old(case: Case, run: RunId) -> Path:
    made, data = document()
    case.add(made, evidence(made.id), data, run=run, now=NOW)
    case.close()
    return case.directory


def columns_of(path: Path, table: str) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]


def test_an_older_case_is_upgraded_after_a_copy_was_made(old: Path, newer: Path) -> None:
    assert newer.is_dir()
    with Case.open(old) as case:
        assert case.doctor().schema == 3
        assert len(list(case.documents())) == 1
        assert case.doctor().integrity == "ok"

    assert columns_of(old / "case.db", "originals") == ["sha256", "bytes", "note"]
    (copy,) = (old / "backups").iterdir()
    assert copy.name == "schema-2-1.db"
    assert columns_of(copy, "originals") == ["sha256", "size"]


def test_an_upgraded_case_is_not_upgraded_again(old: Path, newer: Path) -> None:
    assert newer.is_dir()
    Case.open(old).close()
    Case.open(old).close()

    assert len(list((old / "backups").iterdir())) == 1


def test_the_steps_that_ship_lead_to_the_present_schema(old: Path) -> None:
    before = structure(old / "case.db")
    copy = module.upgrade(old, 1)

    assert copy == old / "backups" / "schema-1-1.db"
    assert structure(copy) == before
    with Case.open(old) as case:
        assert case.doctor().schema == module.SCHEMA
        assert case.verify().ok


def test_an_older_case_is_not_upgraded_by_reading(old: Path, newer: Path) -> None:
    assert newer.is_dir()
    with pytest.raises(CaseError, match=r"has an older schema \(2, this sayso has 3\)"):
        Case.open(old, read_only=True)

    assert columns_of(old / "case.db", "originals") == ["sha256", "size"]


def test_an_upgrade_that_breaks_references_is_taken_back(old: Path, newer: Path) -> None:
    step = STEP + '    op.execute("DELETE FROM originals")\n'  # noqa: S608 -- a constant
    (newer / "versions" / "0003_note.py").write_text(step, encoding="utf-8")

    with pytest.raises(IntegrityError, match="1 rows refer to rows that are not there"):
        Case.open(old)

    assert columns_of(old / "case.db", "originals") == ["sha256", "size"]


def test_each_attempt_to_upgrade_keeps_a_copy_of_its_own(old: Path, newer: Path) -> None:
    path = newer / "versions" / "0003_note.py"
    path.write_text(STEP + '    op.execute("no sql")\n', encoding="utf-8")
    with pytest.raises(CaseError, match="syntax error"):
        Case.open(old)
    path.write_text(STEP, encoding="utf-8")
    Case.open(old).close()

    assert sorted(copy.name for copy in (old / "backups").iterdir()) == [
        "schema-2-1.db",
        "schema-2-2.db",
    ]


def unfinished(directory: Path) -> dict[str, list[tuple[object, ...]]]:
    """Take out of a case what came last into its schema; return what stood there."""
    kept = ("claim_places", "figure_places", "event_places", "place_counts", "event_members")
    with closing(sqlite3.connect(directory / "case.db")) as connection:
        stood = {name: sorted(connection.execute(f"SELECT * FROM {name}")) for name in kept}  # noqa: S608 -- our names
        for name in ("claim_places", "figure_places", "event_places", "place_counts"):
            connection.execute(f"DROP TABLE {name}")
        connection.execute("ALTER TABLE event_members RENAME TO later")
        connection.execute(
            "CREATE TABLE event_members (report_id TEXT PRIMARY KEY, event_id TEXT NOT NULL) STRICT"
        )
        connection.execute("INSERT INTO event_members SELECT report_id, event_id FROM later")
        connection.execute("DROP TABLE later")
        for index in ("ix_settled_dates_walk", "ix_claims_believed", "ix_forecasts_rank"):
            connection.execute(f"DROP INDEX {index}")
        connection.execute("CREATE INDEX ix_claims_force ON claims (force)")
        for name in ("said_lo", "said_hi", "as_of_lo", "as_of_hi"):
            connection.execute(f"ALTER TABLE settled_dates DROP COLUMN {name}")
        connection.execute("ALTER TABLE forecasts DROP COLUMN rank_day")
        connection.commit()
    return stood


def test_a_case_made_before_all_its_tables_were_there_is_completed(old: Path) -> None:
    before = rows_of_days(old)
    stood = unfinished(old)
    with pytest.raises(CaseError, match=r"lacks claim_places, .* and more: open it once for"):
        Case.open(old, read_only=True)

    with Case.open(old) as case:
        assert case.verify().ok
        assert case.doctor().integrity == "ok"
    Case.open(old, read_only=True).close()
    with closing(sqlite3.connect(old / "case.db")) as connection:
        for name, rows in stood.items():
            assert sorted(connection.execute(f"SELECT * FROM {name}")) == rows  # noqa: S608 -- our names
        names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    assert "ix_claims_force" not in names
    assert "ix_claims_believed" in names
    assert rows_of_days(old) == before


def test_a_case_that_lacks_nothing_but_a_column_is_completed(old: Path) -> None:
    with closing(sqlite3.connect(old / "case.db")) as connection:
        connection.execute("ALTER TABLE claims DROP COLUMN described")
        connection.commit()
    with pytest.raises(CaseError, match=r"lacks claims\.described: open it once for"):
        Case.open(old, read_only=True)

    Case.open(old).close()
    with Case.open(old, read_only=True) as case:
        assert len(list(case.claims())) > 0


def rows_of_days(directory: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(directory / "case.db")) as connection:
        days = "SELECT document_id, said_lo, said_hi, as_of_lo, as_of_hi FROM settled_dates"
        return sorted(connection.execute(days))
