"""Backup: a whole and consistent copy, which is restored by opening it."""

import errno
import os
import zipfile
from pathlib import Path

import pytest

from sayso.case import Case, RunId
from sayso.errors import CaseError, IntegrityError
from tests.case.builders import LATER, NOW, bare_evidence, document, evidence


@pytest.fixture
def added(case: Case, run: RunId) -> str:
    made, data = document()
    case.add(made, evidence(made.id), data, run=run, now=NOW)
    return made.id


def test_a_folder_is_a_case_again(case: Case, added: str, tmp_path: Path) -> None:
    (case.directory / "sayso.toml").write_text("[add]\nworkers = 1\n", encoding="utf-8")
    case.backup(tmp_path / "copy", now=LATER)

    with Case.open(tmp_path / "copy") as copy:
        assert copy.id == case.id
        assert copy.document(added) == case.document(added)
        assert copy.original(added) == case.original(added)
        assert copy.verify().ok
    assert (tmp_path / "copy" / "sayso.toml").read_text(encoding="utf-8").endswith("workers = 1\n")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["copy", "orlo"]


def test_a_zip_is_a_case_again_when_it_is_unpacked(case: Case, added: str, tmp_path: Path) -> None:
    case.backup(tmp_path / "orlo-may.zip", now=LATER)
    with zipfile.ZipFile(tmp_path / "orlo-may.zip") as archive:
        archive.extractall(tmp_path / "restored")

    assert [path.name for path in (tmp_path / "restored").iterdir()] == ["orlo-may"]
    with Case.open(tmp_path / "restored" / "orlo-may") as copy:
        assert copy.original(added) == case.original(added)
        assert copy.verify().ok


def test_orphans_and_old_copies_stay_behind(case: Case, added: str, tmp_path: Path) -> None:
    (case.directory / "blobs" / "left.part").write_bytes(b"half")
    (case.directory / "backups").mkdir()
    case.backup(tmp_path / "copy", now=LATER)

    assert added
    assert sorted(path.name for path in (tmp_path / "copy").iterdir()) == [
        "blobs",
        "case.db",
        "sayso.toml",
    ]
    assert not (tmp_path / "copy" / "blobs" / "left.part").exists()


def test_a_case_without_settings_is_copied_without(case: Case, tmp_path: Path) -> None:
    (case.directory / "sayso.toml").unlink()
    case.backup(tmp_path / "copy", now=LATER)

    assert not (tmp_path / "copy" / "sayso.toml").exists()
    Case.open(tmp_path / "copy").close()


def test_what_is_added_meanwhile_by_another_process_does_no_harm(
    case: Case, run: RunId, added: str, tmp_path: Path
) -> None:
    other, data = document("Another text.")
    with Case.open(case.directory) as writer:
        rows = case.documents()
        assert next(rows).id == added
        writer.add(other, bare_evidence(), data, run=run, now=NOW)
        case.backup(tmp_path / "copy", now=LATER)
        rows.close()  # type: ignore[attr-defined]

    with Case.open(tmp_path / "copy") as copy:
        assert {row.id for row in copy.documents()} == {added, other.id}
        assert copy.verify().ok


def test_the_log_tells_of_the_copy_but_that_of_the_copy_does_not(
    case: Case, tmp_path: Path
) -> None:
    case.backup(tmp_path / "copy", now=LATER)

    last = list(case.log())[-1]
    assert (last.action, last.target, last.at) == ("backup", str(tmp_path / "copy"), LATER)
    with Case.open(tmp_path / "copy") as copy:
        assert [entry.action for entry in copy.log()] == ["create"]


def test_a_case_open_for_reading_can_be_copied(case: Case, added: str, tmp_path: Path) -> None:
    with Case.open(case.directory, read_only=True) as reader:
        reader.backup(tmp_path / "copy", now=LATER)

    with Case.open(tmp_path / "copy") as copy:
        assert [row.id for row in copy.documents()] == [added]


def test_nothing_is_ever_replaced(case: Case, tmp_path: Path) -> None:
    (tmp_path / "copy.zip").write_bytes(b"mine")

    with pytest.raises(CaseError, match="a backup never replaces anything"):
        case.backup(tmp_path / "copy.zip", now=LATER)
    assert (tmp_path / "copy.zip").read_bytes() == b"mine"


def test_a_copy_needs_a_folder_to_go_into(case: Case, tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="is no folder: a backup needs one"):
        case.backup(tmp_path / "absent" / "copy", now=LATER)


def test_a_copy_does_not_go_among_the_originals(case: Case) -> None:
    with pytest.raises(CaseError, match="lies among the originals"):
        case.backup(case.directory / "blobs" / "copy", now=LATER)


def test_a_copy_that_fails_leaves_nothing_and_is_not_logged(
    case: Case, added: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    assert added
    monkeypatch.setattr("sayso.case.blobs.os.fsync", full)

    with pytest.raises(CaseError, match="no space left"):
        case.backup(tmp_path / "copy", now=LATER)
    assert [path.name for path in tmp_path.iterdir()] == ["orlo"]
    assert [entry.action for entry in case.log()] == ["create", "run", "add"]


def test_a_case_with_a_missing_original_is_not_copied_silently(
    case: Case, added: str, tmp_path: Path
) -> None:
    sha256 = case.document(added).original.sha256
    (case.directory / "blobs" / sha256[:2] / sha256[2:4] / sha256).unlink()

    with pytest.raises(IntegrityError, match="is missing"):
        case.backup(tmp_path / "copy", now=LATER)
