"""A copy of a whole case, in a folder or a zip, taken while others may write."""

import os
import shutil
import tempfile
import zipfile
from pathlib import Path

from sqlalchemy import Connection, select

from sayso.case.blobs import Blobs
from sayso.case.dialect.connections import Access, copy_database, open_engine
from sayso.case.opening import BLOBS
from sayso.case.schema import DATABASE
from sayso.case.tables import originals
from sayso.errors import CaseError
from sayso.settings import SETTINGS_FILE

_ZIP = ".zip"


def copy_case(connection: Connection, directory: Path, target: Path) -> None:
    """Copy a case to ``target``, which appears whole or not at all; CaseError if it is there."""
    if target.exists():
        raise CaseError(f"{target} is already there: a backup never replaces anything")
    if not target.parent.is_dir():
        raise CaseError(f"{target.parent} is no folder: a backup needs one to go into")
    if target.resolve().is_relative_to(directory.resolve() / BLOBS):
        raise CaseError(f"{target} lies among the originals of the case: choose another place")
    work = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name}."))
    try:
        copy = work / "case"
        copy.mkdir()
        _copy_files(connection, directory, copy)
        if target.suffix == _ZIP:
            packed = work / "case.zip"
            _pack(copy, packed, name=target.stem)
            packed.replace(target)
        else:
            copy.replace(target)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _copy_files(connection: Connection, directory: Path, copy: Path) -> None:
    # The database goes first: an original that comes later is then not missed by it.
    copy_database(connection, copy / DATABASE)
    settings = directory / SETTINGS_FILE
    if settings.is_file():
        shutil.copy2(settings, copy / SETTINGS_FILE)
    originals_here, originals_there = Blobs(directory / BLOBS), Blobs(copy / BLOBS)
    (copy / BLOBS).mkdir()
    engine = open_engine(copy / DATABASE, Access.ARCHIVE)
    try:
        with engine.connect() as copied:
            for sha256 in copied.execute(select(originals.c.sha256)).scalars():
                originals_there.put(sha256, originals_here.get(sha256))
    finally:
        engine.dispose()


def _pack(folder: Path, target: Path, *, name: str) -> None:
    """Zip ``folder`` under ``name``, so that unpacking gives one folder."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, strict_timestamps=False) as archive:
        for path in sorted(folder.rglob("*")):
            archive.write(path, Path(name, path.relative_to(folder)).as_posix())
    with target.open("rb") as file:
        os.fsync(file.fileno())
