"""The disk under a case: how much is free, whether it can be written, and whether SQLite is safe on it."""

import os
import shutil
from pathlib import Path

# SQLite's WAL needs memory shared between all who have the file open: not over a network.
_NETWORK_KINDS = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ncpfs", "fuse.sshfs", "fuse.davfs", "davfs"}
)
_MOUNTS = Path("/proc/mounts")


def free_bytes(folder: Path) -> int:
    return shutil.disk_usage(folder).free


def is_writable(path: Path) -> bool:
    """Say whether this process may write to a file, or into a folder."""
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def network_kind(folder: Path, mounts: Path = _MOUNTS) -> str | None:
    """Return the kind of network file system that ``folder`` lies on, ``None`` if on none.

    Known only where the system lists its mounts as Linux does.
    """
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return None
    place = folder.resolve()
    best, kind = -1, ""
    for line in lines:
        _, point, this_kind, *_ = line.split(" ")
        root = Path(point.replace("\\040", " "))
        if place.is_relative_to(root) and len(root.parts) >= best:
            best, kind = len(root.parts), this_kind
    return kind if kind in _NETWORK_KINDS else None
