"""The disk under a case: network drives are told from local ones."""

from pathlib import Path

import pytest

from sayso.case.disk import free_bytes, network_kind

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
server:/team {root}/team nfs4 rw 0 0
//nas/my\\040share {root}/my\\040share cifs rw 0 0
/dev/sdb1 {root}/team/local ext4 rw 0 0
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("here", None),
        ("team", "nfs4"),
        ("team/deeper/case", "nfs4"),
        ("teamwork", None),
        ("my share/case", "cifs"),
        ("team/local/case", None),
    ],
)
def test_the_innermost_mount_counts(tmp_path: Path, folder: str, kind: str | None) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS.format(root=tmp_path), encoding="utf-8")

    assert network_kind(tmp_path / folder, mounts) == kind


def test_where_mounts_are_not_listed_nothing_is_known(tmp_path: Path) -> None:
    assert network_kind(tmp_path, tmp_path / "absent") is None


def test_free_space_is_counted_in_bytes(tmp_path: Path) -> None:
    assert free_bytes(tmp_path) > 0
