"""Verifying: whatever is altered behind the back of a case is found and named."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.case import Action, Case, Checked, Decision, RunId, State, Totals, Verdict
from sayso.case.digest import DocumentSeal
from sayso.case.log import seal
from sayso.errors import DocumentError, IntegrityError
from tests.case.builders import LATER, NOW, TEXT, bare_evidence, document, evidence

Findings = list[tuple[Checked, str, State]]


@pytest.fixture
def ids(case: Case, run: RunId) -> tuple[str, str]:
    """Fill the case with two documents, a problem and a decision, and name the documents."""
    made, data = document()
    case.add(made, evidence(made.id), data, run=run, now=NOW)
    other, more = document("Another text.")
    case.add(other, bare_evidence(), more, run=run, now=NOW)
    case.add_problem(DocumentError("b.txt", "empty"), run=run, now=NOW)
    case.decide(
        Decision(
            target=evidence(made.id).claims[0].id,
            verdict=Verdict.ACCEPT,
            actor="mira",
            reason="seen",
        ),
        now=NOW,
    )
    case.finish_run(run, Totals(added=2, already_there=0, failed=1), now=NOW)
    return made.id, other.id


def tamper(case: Case, *statements: str, unlocked: bool = True) -> None:
    """Change the database as somebody with SQLite at hand would."""
    with closing(sqlite3.connect(case.directory / "case.db")) as connection:
        if unlocked:
            for table in ("log", "decisions"):
                for change in ("update", "delete"):
                    connection.execute(f"DROP TRIGGER {table}_no_{change}")
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def findings(case: Case, head: str | None = None) -> Findings:
    return [(found.checked, found.target, found.state) for found in case.verify(head=head).findings]


def blob(case: Case, name: str) -> Path:
    sha256 = case.document(name).original.sha256
    return case.directory / "blobs" / sha256[:2] / sha256[2:4] / sha256


def test_a_case_as_it_was_written_is_good(case: Case, ids: tuple[str, str]) -> None:
    report = case.verify()

    assert ids
    assert report.ok
    assert report.orphans == ()
    assert report.tally == (
        (Checked.BLOB, State.OK, 2),
        (Checked.DATABASE, State.OK, 1),
        (Checked.DECISION, State.OK, 1),
        (Checked.LOG, State.OK, 7),
        (Checked.ROWS, State.OK, 4),
        (Checked.TEXT, State.OK, 2),
    )
    assert report.head == list(case.log())[-1].hash


def test_a_new_case_is_good(case: Case) -> None:
    assert case.verify().ok


def test_rows_replaced_by_a_run_are_good(case: Case, run: RunId, ids: tuple[str, str]) -> None:
    case.replace_evidence(ids[1], bare_evidence(), run=run, now=LATER)
    case.replace_evidence(ids[0], evidence(ids[0]), run=run, now=LATER)

    assert case.verify().ok


@pytest.mark.parametrize("table", ["log", "decisions"])
@pytest.mark.parametrize("change", ["UPDATE {} SET actor = 'nobody'", "DELETE FROM {}"])
def test_the_database_refuses_to_alter_what_is_kept_for_good(
    case: Case, ids: tuple[str, str], table: str, change: str
) -> None:
    assert ids
    with pytest.raises(sqlite3.IntegrityError, match=f"{table} is append-only"):
        tamper(case, change.format(table), unlocked=False)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("at", "'2020-01-01T00:00:00+00:00'"),
        ("actor", "'nobody'"),
        ("tool_version", "'9'"),
        ("action", "'export'"),
        ("target", "'d_x'"),
        ("old", "'x'"),
        ("new", "NULL"),
        ("reason", "'x'"),
    ],
)
def test_an_altered_log_entry_is_found(case: Case, run: RunId, column: str, value: str) -> None:
    assert run
    tamper(case, f"UPDATE log SET {column} = {value} WHERE sequence = 2")  # noqa: S608 -- constants

    assert (Checked.LOG, "2", State.CHANGED) in findings(case)


def test_a_log_entry_sealed_anew_breaks_the_one_after_it(case: Case, ids: tuple[str, str]) -> None:
    assert ids
    with closing(sqlite3.connect(case.directory / "case.db")) as connection:
        connection.row_factory = sqlite3.Row
        row = dict(connection.execute("SELECT * FROM log WHERE sequence = 3").fetchone())
    forged = seal({**row, "actor": "nobody"})
    tamper(case, f"UPDATE log SET actor = 'nobody', hash = '{forged}' WHERE sequence = 3")  # noqa: S608 -- a hash

    assert findings(case) == [(Checked.LOG, "4", State.CHANGED)]


def test_a_missing_log_entry_is_found(case: Case, ids: tuple[str, str]) -> None:
    assert ids
    tamper(case, "DELETE FROM log WHERE sequence IN (5, 6)")

    assert findings(case) == [
        (Checked.LOG, "5-6", State.MISSING),
        (Checked.LOG, "7", State.CHANGED),
        (Checked.DECISION, "6", State.CHANGED),
        (Checked.ROWS, "problems", State.CHANGED),
    ]


def test_an_empty_log_is_found(case: Case) -> None:
    tamper(case, "DELETE FROM log")

    assert findings(case) == [(Checked.LOG, "1", State.MISSING)]


def test_a_log_cut_at_its_end_is_found_by_a_hash_noted_before(
    case: Case, ids: tuple[str, str]
) -> None:
    assert ids
    head = case.verify().head
    assert findings(case, head) == []
    case.log_export("out.csv", actor="mira", now=LATER)
    assert findings(case, head) == []

    tamper(case, "DELETE FROM log WHERE sequence >= 7")

    assert findings(case) == []
    assert findings(case, head) == [(Checked.LOG, head, State.MISSING)]


def test_an_altered_original_is_found(case: Case, ids: tuple[str, str]) -> None:
    path = blob(case, ids[0])
    path.chmod(0o644)
    path.write_bytes(b"something else")

    assert findings(case) == [(Checked.BLOB, path.name, State.CHANGED)]
    with pytest.raises(IntegrityError, match="was changed"):
        case.original(ids[0])


def test_a_missing_original_is_found(case: Case, ids: tuple[str, str]) -> None:
    path = blob(case, ids[0])
    path.unlink()

    assert findings(case) == [(Checked.BLOB, path.name, State.MISSING)]
    with pytest.raises(IntegrityError, match="is missing"):
        case.original(ids[0])


def test_an_original_that_cannot_be_read_is_unverifiable(case: Case, ids: tuple[str, str]) -> None:
    path = blob(case, ids[0])
    path.unlink()
    path.mkdir()

    assert findings(case) == [(Checked.BLOB, path.name, State.UNVERIFIABLE)]


def test_files_that_no_document_rests_on_are_listed_and_harmless(
    case: Case, ids: tuple[str, str]
) -> None:
    path = blob(case, ids[0])
    (path.parent / "tmpx.part").write_bytes(b"half")
    stray = case.directory / "blobs" / path.name
    stray.write_bytes(b"elsewhere")

    report = case.verify()

    assert report.ok
    assert set(report.orphans) == {
        path.name,
        str((path.parent / "tmpx.part").relative_to(case.directory / "blobs")),
    }
    assert case.doctor().orphans == 2


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("UPDATE texts SET text = text || '!' WHERE document_id = '{0}'", [Checked.TEXT]),
        ("UPDATE texts SET sha256 = 'x' WHERE document_id = '{0}'", [Checked.TEXT, Checked.ROWS]),
        ("UPDATE texts SET text_map = '[]' WHERE document_id = '{0}'", [Checked.ROWS]),
        ("UPDATE documents SET title = 'x' WHERE id = '{0}'", [Checked.ROWS]),
        ("UPDATE documents SET added = '2020' WHERE id = '{0}'", [Checked.ROWS]),
        ("UPDATE claims SET speaker = 'x' WHERE document_id = '{0}'", [Checked.ROWS]),
        ("UPDATE claims SET speaker = NULL WHERE document_id = '{0}'", [Checked.ROWS]),
        ("UPDATE figures SET hi = '41' WHERE document_id = '{0}'", [Checked.ROWS]),
        ("UPDATE timexes SET value = 'x' WHERE document_id = '{0}'", [Checked.ROWS]),
        ("UPDATE datings SET date_lo = '2020-01-01' WHERE document_id = '{0}'", [Checked.ROWS]),
        ("UPDATE date_candidates SET weight = 9.5 WHERE document_id = '{0}'", [Checked.ROWS]),
        ("UPDATE date_doubts SET reason = 'x' WHERE document_id = '{0}'", [Checked.ROWS]),
        ("UPDATE chain_links SET name = 'x' WHERE document_id = '{0}'", [Checked.ROWS]),
        ("UPDATE furniture SET rule = 'x' WHERE document_id = '{0}'", [Checked.ROWS]),
        ("UPDATE readings SET sentences = '[]' WHERE document_id = '{0}'", [Checked.ROWS]),
        ("DELETE FROM document_flags WHERE document_id = '{0}'", [Checked.ROWS]),
    ],
)
def test_an_altered_row_of_a_document_is_found(
    case: Case, ids: tuple[str, str], statement: str, expected: list[Checked]
) -> None:
    tamper(case, statement.format(ids[0]))

    assert findings(case) == [(checked, ids[0], State.CHANGED) for checked in expected]


def test_a_removed_row_is_named_with_its_table(case: Case, ids: tuple[str, str]) -> None:
    tamper(case, f"DELETE FROM claims WHERE document_id = '{ids[0]}'")  # noqa: S608 -- a test's id

    (found,) = case.verify().findings

    assert found.note == "claims: 0 rows, 1 in the log"


def test_a_document_without_its_text_is_found(case: Case, ids: tuple[str, str]) -> None:
    tamper(case, f"DELETE FROM texts WHERE document_id = '{ids[0]}'")  # noqa: S608 -- a test's id

    assert findings(case) == [
        (Checked.TEXT, ids[0], State.MISSING),
        (Checked.ROWS, ids[0], State.CHANGED),
    ]


def test_a_document_that_was_taken_out_is_found(case: Case, ids: tuple[str, str]) -> None:
    tables = ("texts", "datings", "readings", "locations", "chain_links", "furniture")
    more = ("document_flags", "date_candidates")
    rows = [f"DELETE FROM {t} WHERE document_id = '{ids[1]}'" for t in (*tables, *more)]  # noqa: S608 -- a test's id
    tamper(case, *rows, f"DELETE FROM documents WHERE id = '{ids[1]}'")  # noqa: S608 -- a test's id

    assert findings(case) == [(Checked.ROWS, ids[1], State.MISSING)]


def test_a_document_that_was_put_in_is_unverifiable(case: Case, ids: tuple[str, str]) -> None:
    columns = "sha256, media_type, path, byline, added, run_id"
    tamper(
        case,
        f"INSERT INTO documents (id, {columns}) SELECT 'd_forged', {columns} FROM documents "  # noqa: S608 -- constants
        f"WHERE id = '{ids[0]}'",
    )

    assert findings(case) == [
        (Checked.TEXT, "d_forged", State.MISSING),
        (Checked.ROWS, "d_forged", State.UNVERIFIABLE),
    ]


@pytest.mark.parametrize("new", ["'no json'", "'[]'", "'{}'", "'3'", "NULL"])
def test_a_log_entry_that_cannot_be_read_makes_its_document_unverifiable(
    case: Case, ids: tuple[str, str], new: str
) -> None:
    tamper(case, f"UPDATE log SET new = {new} WHERE target = '{ids[0]}'")  # noqa: S608 -- a test's id

    assert (Checked.ROWS, ids[0], State.UNVERIFIABLE) in findings(case)


def test_an_altered_decision_is_found(case: Case, ids: tuple[str, str]) -> None:
    assert ids
    tamper(case, "UPDATE decisions SET verdict = 'reject'")

    assert findings(case) == [(Checked.DECISION, "6", State.CHANGED)]


def test_a_removed_decision_is_found(case: Case, ids: tuple[str, str]) -> None:
    assert ids
    tamper(case, "DELETE FROM decisions")

    assert findings(case) == [(Checked.DECISION, "6", State.MISSING)]


def test_a_removed_problem_and_run_are_found(case: Case, ids: tuple[str, str]) -> None:
    assert ids
    tamper(case, "DELETE FROM problems", "INSERT INTO runs (started, versions) VALUES ('x', '[]')")

    assert findings(case) == [
        (Checked.ROWS, "runs", State.CHANGED),
        (Checked.ROWS, "problems", State.CHANGED),
    ]


def test_an_altered_earlier_text_is_found(case: Case, run: RunId, ids: tuple[str, str]) -> None:
    made, _ = document()
    text = TEXT.replace("quiet", "silent")
    case.reread(replace(made, text=text), evidence(made.id, text=text), run=run, now=LATER)
    assert findings(case) == []

    tamper(case, "UPDATE earlier_texts SET text = 'x'")

    assert findings(case) == [(Checked.TEXT, ids[0], State.CHANGED)]


@pytest.fixture
def damaged(case: Case, ids: tuple[str, str]) -> Iterator[Callable[[], Case]]:
    """Overwrite the middle of the database, then open the case again."""
    assert ids
    case.close()
    path = case.directory / "case.db"
    content = bytearray(path.read_bytes())
    content[8192:-8192] = b"\xff" * (len(content) - 16384)
    path.write_bytes(bytes(content))
    opened: list[Case] = []

    def open_again() -> Case:
        opened.append(Case.open(case.directory))
        return opened[-1]

    yield open_again
    for one in opened:
        one.close()


def test_a_damaged_database_is_an_integrity_error(damaged: Callable[[], Case]) -> None:
    with pytest.raises(IntegrityError, match=r"case\.db is damaged"):
        list(damaged().documents())


def test_what_sqlite_finds_wrong_is_reported(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.case.checking.integrity", lambda _: "page 7 is never used")

    assert findings(case) == [(Checked.DATABASE, "case.db", State.CHANGED)]


def test_every_deed_is_in_the_log(
    case: Case, run: RunId, ids: tuple[str, str], tmp_path: Path
) -> None:
    made, data = document()
    case.add(made, evidence(made.id), data, run=run, now=LATER)
    case.replace_evidence(ids[0], evidence(ids[0]), run=run, now=LATER)
    case.reread(made, evidence(made.id), run=run, now=LATER)
    case.log_export("out.csv", actor="mira", now=LATER)
    case.backup(tmp_path / "copy", now=LATER)

    entries = list(case.log())

    assert [entry.action for entry in entries] == [
        Action.CREATE,
        Action.RUN,
        Action.ADD,
        Action.ADD,
        Action.PROBLEM,
        Action.DECISION,
        Action.FINISH,
        Action.REPLACE,
        Action.REREAD,
        Action.EXPORT,
        Action.BACKUP,
    ]
    assert [entry.sequence for entry in entries] == list(range(1, 12))
    assert (entries[0].target, entries[0].new) == (case.id, "orlo")
    assert (entries[9].target, entries[9].actor, entries[9].at) == ("out.csv", "mira", LATER)
    assert entries[4].actor == "sayso"
    assert [entry.sequence for entry in case.log(limit=2, offset=1)] == [2, 3]


def test_a_seal_is_read_back() -> None:
    seal = DocumentSeal(sha256="a", text_sha256="b", rows="c", counts=(("claims", 2),))

    assert DocumentSeal.from_text(seal.to_text()) == seal
