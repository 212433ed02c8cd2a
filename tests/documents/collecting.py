"""What the user names, collected: name -> source, or the problem with it."""

import io
import zipfile
from pathlib import Path

from sayso.documents import Source
from sayso.documents.collect import Limits, collect
from sayso.errors import DocumentError

TEXT = "The harbour council of Ellery said that two boats had been lost in the storm."


def collected(*paths: Path, limits: Limits | None = None) -> dict[str, Source | str]:
    """Collect ``paths``: name without the folder -> source, or the problem."""
    root = paths[0] if paths[0].is_dir() else paths[0].parent
    found: dict[str, Source | str] = {}
    for item in collect(paths, limits=limits):
        name = str(item.path).removeprefix(f"{root}/")
        assert name not in found
        found[name] = item.problem if isinstance(item, DocumentError) else item
    return found


def zip_of(members: dict[str, str | bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()
