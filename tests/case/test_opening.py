"""Making and opening a case: what is none, or cannot be used, is said in plain words."""

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from sayso.case import Case, RunId, Totals
from sayso.case import opening as module
from sayso.case import schema as schema_module
from sayso.case.dialect.connections import APPLICATION_ID, _check_version
from sayso.errors import CaseError, DocumentError
from sayso.settings import Settings, load_settings
from tests.case.builders import NOW, bare_evidence, document


def pragma(path: Path, statement: str) -> object:
    with closing(sqlite3.connect(path)) as connection:
        row = connection.execute(f"PRAGMA {statement}").fetchone()
        return row and row[0]


def test_a_new_case_is_a_folder_with_three_entries(tmp_path: Path) -> None:
    with Case.create(tmp_path / "a" / "orlo", now=NOW) as case:
        assert case.directory == tmp_path / "a" / "orlo"
        assert case.name == "orlo"
    assert sorted(path.name for path in case.directory.iterdir()) == [
        "blobs",
        "case.db",
        "sayso.toml",
    ]


def test_the_database_tells_what_it_is(case: Case) -> None:
    path = case.directory / "case.db"

    assert pragma(path, "application_id") == APPLICATION_ID
    assert pragma(path, "user_version") == schema_module.SCHEMA
    assert pragma(path, "journal_mode") == "wal"


def test_a_case_has_the_name_it_is_given(tmp_path: Path) -> None:
    with Case.create(tmp_path, name="Orlo ferry", now=NOW) as case:
        assert case.name == "Orlo ferry"
        first = case.id
    with Case.open(tmp_path) as again:
        assert (again.name, again.id) == ("Orlo ferry", first)


def test_the_settings_of_a_new_case_change_nothing(case: Case) -> None:
    assert load_settings(case.directory, {}) == Settings()


def test_every_line_of_the_settings_works_when_it_is_uncommented(case: Case) -> None:
    path = case.directory / "sayso.toml"
    head, *lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join(line.removeprefix("# ") for line in lines), encoding="utf-8")

    assert head.startswith("# Settings of this case")
    assert load_settings(case.directory, {}) == Settings(fields=(("text", "body"),))


def test_files_that_lie_in_the_folder_stay(tmp_path: Path) -> None:
    (tmp_path / "clip.txt").write_text("a clip", encoding="utf-8")
    (tmp_path / "sayso.toml").write_text("[add]\nworkers = 1\n", encoding="utf-8")
    Case.create(tmp_path, now=NOW).close()

    assert (tmp_path / "clip.txt").read_text(encoding="utf-8") == "a clip"
    assert load_settings(tmp_path, {}).workers == 1


def test_a_case_is_not_made_twice(case: Case) -> None:
    with pytest.raises(CaseError, match="already is a case"):
        Case.create(case.directory, now=NOW)


def test_making_a_case_starts_over_after_it_was_cut_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(module, "_first_rows", cut)
        with pytest.raises(KeyboardInterrupt):
            Case.create(tmp_path / "orlo", now=NOW)
    assert (tmp_path / "orlo" / "case.db.part").exists()
    with pytest.raises(CaseError, match=r"is not a case: it holds no case\.db"):
        Case.open(tmp_path / "orlo")

    with Case.create(tmp_path / "orlo", now=NOW) as case:
        assert case.verify().ok
    assert not (tmp_path / "orlo" / "case.db.part").exists()


def test_a_case_cannot_be_made_where_a_file_is(tmp_path: Path) -> None:
    (tmp_path / "orlo").write_bytes(b"")

    with pytest.raises(CaseError, match="File exists"):
        Case.create(tmp_path / "orlo", now=NOW)


def test_a_folder_without_a_database_is_no_case(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match=r"is not a case: it holds no case\.db"):
        Case.open(tmp_path)


def test_a_zip_has_to_be_unpacked(tmp_path: Path) -> None:
    (tmp_path / "orlo.zip").write_bytes(b"PK")

    with pytest.raises(CaseError, match="is a file: a case is a folder; unpack"):
        Case.open(tmp_path / "orlo.zip")


@pytest.mark.parametrize("read_only", [True, False])
def test_a_file_that_is_no_database_is_no_case(tmp_path: Path, *, read_only: bool) -> None:
    (tmp_path / "case.db").write_bytes(b"not a database at all" * 100)

    with pytest.raises(CaseError, match="is not a case"):
        Case.open(tmp_path, read_only=read_only)


@pytest.mark.parametrize("read_only", [True, False])
def test_a_database_of_another_program_is_no_case(tmp_path: Path, *, read_only: bool) -> None:
    with closing(sqlite3.connect(tmp_path / "case.db")) as connection:
        connection.execute("CREATE TABLE t (x)")

    with pytest.raises(CaseError, match="was not made by sayso"):
        Case.open(tmp_path, read_only=read_only)


def test_a_newer_schema_is_refused(case: Case) -> None:
    case.close()
    pragma(case.directory / "case.db", "user_version = 99")

    with pytest.raises(CaseError, match=r"written by a newer sayso \(schema 99"):
        Case.open(case.directory)


def test_an_old_sqlite_is_refused() -> None:
    with pytest.raises(CaseError, match=r"needs SQLite 3\.37\.0 or newer, this Python has 3\.36"):
        _check_version((3, 36, 9))


def test_a_disk_without_wal_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = sqlite3.connect

    class Without:
        def __init__(self, *arguments: object, **options: object) -> None:
            self._real = real(*arguments, **options)  # type: ignore[call-overload]

        def execute(self, statement: str) -> object:
            if "journal_mode" in statement:
                return self._real.execute("SELECT 'delete'")
            return self._real.execute(statement)

        def close(self) -> None:
            self._real.close()

    monkeypatch.setattr("sayso.case.dialect.connections.sqlite3.connect", Without)

    with pytest.raises(CaseError, match="does not allow SQLite's WAL"):
        Case.create(tmp_path / "orlo", now=NOW)


def test_a_network_drive_is_refused_for_writing(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    case.close()
    monkeypatch.setattr(module, "network_kind", lambda _: "nfs4")

    with pytest.raises(CaseError, match=r"lies on a network drive \(nfs4\)"):
        Case.open(case.directory)
    with pytest.raises(CaseError, match="lies on a network drive"):
        Case.create(case.directory / "inner", now=NOW)
    Case.open(case.directory, read_only=True).close()


def test_a_folder_that_cannot_be_written_is_no_place_for_a_case(
    open_folder: Path, unprivileged: None
) -> None:
    assert unprivileged is None
    with pytest.raises(CaseError, match="may not be read or written by this user"):
        Case.create(open_folder / "orlo", now=NOW)


def test_a_case_in_a_read_only_folder_can_be_read(
    open_folder: Path, request: pytest.FixtureRequest
) -> None:
    made, data = document()
    with Case.create(open_folder / "orlo", now=NOW) as case:
        run = case.begin_run([], now=NOW)
        case.add(made, bare_evidence(), data, run=run, now=NOW)
    request.getfixturevalue("unprivileged")

    with pytest.raises(CaseError, match="cannot be written: the folder is read-only"):
        Case.open(open_folder / "orlo")
    with Case.open(open_folder / "orlo", read_only=True) as reader:
        assert [row.id for row in reader.documents()] == [made.id]
        assert reader.original(made.id) == data
        assert reader.verify().ok


def test_a_case_that_was_not_closed_is_not_read_from_a_read_only_folder(
    open_folder: Path, request: pytest.FixtureRequest
) -> None:
    case = Case.create(open_folder / "orlo", now=NOW)
    case.begin_run([], now=NOW)
    shutil.copytree(open_folder / "orlo", open_folder / "copy")
    case.close()
    request.getfixturevalue("unprivileged")

    with pytest.raises(CaseError, match="was not closed, and its folder is read-only"):
        Case.open(open_folder / "copy", read_only=True)


def test_a_database_that_may_not_be_read_is_said_to_be(
    open_folder: Path, request: pytest.FixtureRequest
) -> None:
    Case.create(open_folder / "orlo", now=NOW).close()
    (open_folder / "orlo" / "case.db").chmod(0o600)
    request.getfixturevalue("unprivileged")
    database = open_folder / "orlo" / "case.db"
    if os.access(database, os.R_OK, effective_ids=os.access in os.supports_effective_ids):
        pytest.skip("the user of the tests may read it")

    with pytest.raises(CaseError, match=r"case\.db cannot be opened"):
        Case.open(open_folder / "orlo", read_only=True)


def test_a_locked_case_says_so(case: Case, run: RunId, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.case.dialect.connections.BUSY_MILLISECONDS", 10)
    with closing(sqlite3.connect(case.directory / "case.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with (
            Case.open(case.directory) as waiting,
            pytest.raises(CaseError, match="it is locked: another program is writing to it"),
        ):
            waiting.finish_run(run, Totals(added=0, already_there=0, failed=0), now=NOW)
    case.add_problem(DocumentError("a.txt", "empty"), run=run, now=NOW)


def test_a_full_disk_stores_nothing_of_a_document(case: Case, run: RunId) -> None:
    made, data = document("word " * 100_000)
    case.close()
    with case._engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 10}")

    with pytest.raises(CaseError, match="no space left on the disk; nothing of this step"):
        case.add(made, bare_evidence(), data, run=run, now=NOW)

    assert case.counts().documents == 0
    assert case.verify().ok
    assert case.verify().orphans == ()


def test_reading_leaves_nothing_in_the_folder(case: Case) -> None:
    case.close()
    with Case.open(case.directory, read_only=True) as reader:
        assert reader.counts().documents == 0

    assert sorted(path.name for path in case.directory.iterdir()) == [
        "blobs",
        "case.db",
        "sayso.toml",
    ]


def test_a_reader_cannot_write_even_past_our_own_check(case: Case) -> None:
    with (
        Case.open(case.directory, read_only=True) as reader,
        reader._engine.connect() as connection,
        pytest.raises(OperationalError, match="readonly"),
    ):
        connection.exec_driver_sql("DELETE FROM runs")


def test_facts_for_the_doctor(case: Case) -> None:
    facts = case.doctor()

    assert (facts.case_id, facts.name) == (case.id, "orlo")
    assert (facts.schema, facts.sqlite_version) == (2, sqlite3.sqlite_version)
    assert (facts.journal_mode, facts.integrity) == ("wal", "ok")
    assert facts.database_bytes > 0
    assert facts.free_bytes > 0
    assert (facts.network, facts.orphans) == (None, 0)
