"""Originals: whole and durable under their hash, or not there at all."""

import errno
import os
import stat
from pathlib import Path

import pytest

from sayso.case.blobs import Blobs
from sayso.documents import content_hash
from sayso.errors import IntegrityError

DATA = b"The ferry left."
NAME = content_hash(DATA)


@pytest.fixture
def blobs(tmp_path: Path) -> Blobs:
    return Blobs(tmp_path / "blobs")


def test_an_original_is_kept_read_only_under_its_hash(blobs: Blobs) -> None:
    assert blobs.put(NAME, DATA)

    path = blobs.folder / NAME[:2] / NAME[2:4] / NAME
    assert blobs.path(NAME) == path
    assert path.read_bytes() == DATA
    assert stat.S_IMODE(path.stat().st_mode) == 0o444
    assert list(blobs.files()) == [path]


def test_an_original_is_stored_once(blobs: Blobs) -> None:
    blobs.put(NAME, DATA)
    before = blobs.path(NAME).stat()

    assert not blobs.put(NAME, DATA)
    assert blobs.path(NAME).stat() == before


def test_an_original_of_the_wrong_size_is_replaced(blobs: Blobs) -> None:
    blobs.put(NAME, DATA)
    blobs.path(NAME).chmod(0o644)
    blobs.path(NAME).write_bytes(DATA[:4])

    assert blobs.put(NAME, DATA)
    assert blobs.get(NAME) == DATA


def test_a_full_disk_leaves_nothing_behind(blobs: Blobs, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("sayso.case.blobs.os.fsync", full)
    (blobs.folder / NAME[:2] / NAME[2:4]).mkdir(parents=True)

    with pytest.raises(OSError, match="No space left"):
        blobs.put(NAME, DATA)
    assert list(blobs.files()) == []


def test_a_missing_original_is_an_integrity_error(blobs: Blobs) -> None:
    with pytest.raises(IntegrityError, match=f"{NAME} is missing"):
        blobs.get(NAME)


def test_removing_what_is_not_there_is_no_error(blobs: Blobs) -> None:
    blobs.put(NAME, DATA)
    blobs.remove(NAME)
    blobs.remove(NAME)

    assert list(blobs.files()) == []


def test_file_and_folder_reach_the_disk_before_put_returns(
    blobs: Blobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced = []
    real = os.fsync

    def fsync(handle: int) -> None:
        synced.append(str(Path(f"/proc/self/fd/{handle}").readlink()))
        real(handle)

    if not Path("/proc/self/fd").is_dir():
        pytest.skip("the system does not tell the paths of open files")
    monkeypatch.setattr("sayso.case.blobs.os.fsync", fsync)
    blobs.put(NAME, DATA)

    assert synced[-2].endswith(".part")
    assert synced[-1] == str(blobs.path(NAME).parent)
    assert synced[:-2] == [
        str(blobs.folder.parent),
        str(blobs.folder),
        str(blobs.folder / NAME[:2]),
    ]


def test_where_folders_cannot_be_synced_the_file_still_is(
    blobs: Blobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sayso.case.blobs._SYNCS_FOLDERS", False)

    assert blobs.put(NAME, DATA)
    assert blobs.get(NAME) == DATA
