"""``sayso doctor``: facts that help to find out why something does not work."""

import platform
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from sayso.case import Case, DoctorFacts
from sayso.cli.invocation import ExitCode, Invocation, pass_invocation
from sayso.cli.listing import Column, ListOptions, list_options, print_list
from sayso.errors import CaseError
from sayso.frozen import dataclass
from sayso.pipeline.core import NO_CORE, core_version

# What reading and storing rest on.
_PACKAGES = (
    "sayso",
    "click",
    "sqlalchemy",
    "alembic",
    "lxml",
    "trafilatura",
    "htmldate",
    "pypdfium2",
    "py3langid",
    "numpy",
    "onnxruntime",
    "jinja2",
)
_MEBIBYTE = 1 << 20
_LEAST_FREE_MEBIBYTES = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckItem:
    """One fact; ``ok`` is ``None`` where there is nothing to judge."""

    check: str
    found: str
    ok: bool | None
    advice: str = ""


_COLUMNS: tuple[Column[CheckItem], ...] = (
    Column("CHECK", lambda row: row.check),
    Column("", lambda row: {True: "ok", False: "BAD", None: ""}[row.ok]),
    Column("FOUND", lambda row: row.found, share=3),
    Column("DO", lambda row: row.advice, share=1),
)


@click.command()
@list_options
@pass_invocation
@click.pass_context
def doctor(context: click.Context, invocation: Invocation, *, options: ListOptions) -> None:
    """Check this installation, and the case if there is one; exit with 1 if something is bad."""
    items = [*_installation(), *_store(), *_case(invocation)]
    print_list(
        items, _COLUMNS, kind=CheckItem, name="doctor", options=options, invocation=invocation
    )
    if any(item.ok is False for item in items):
        context.exit(ExitCode.ERROR)


def _installation() -> Iterator[CheckItem]:
    yield CheckItem(
        check="Python", found=f"{platform.python_version()} on {platform.platform()}", ok=True
    )
    for package in _PACKAGES:
        yield _package(package)
    core = core_version()
    yield CheckItem(
        check="weights",
        found="none: the rules read without the trained core" if core == NO_CORE else core,
        ok=None if core == NO_CORE else True,
    )


def _package(name: str) -> CheckItem:
    try:
        return CheckItem(check=name, found=version(name), ok=True)
    except PackageNotFoundError:
        return CheckItem(
            check=name, found="not installed", ok=False, advice=f"python -m pip install {name}"
        )


def _store() -> Iterator[CheckItem]:
    """Make a case and throw it away: that shows more than any version number."""
    with TemporaryDirectory() as folder:
        try:
            with Case.create(Path(folder) / "case", now=datetime.now(UTC)) as case:
                facts = case.doctor()
        except CaseError as error:
            yield CheckItem(check="new case", found=str(error), ok=False)
            return
    yield CheckItem(check="SQLite", found=facts.sqlite_version, ok=True)
    yield CheckItem(check="new case", found="can be made", ok=True)


def _case(invocation: Invocation) -> Iterator[CheckItem]:
    try:
        directory = invocation.find_case()
    except CaseError:
        if invocation.case_directory is not None:
            raise
        yield CheckItem(check="case", found="none here", ok=None, advice="sayso init DIR")
        return
    with Case.open(directory, read_only=True) as case:
        facts = case.doctor()
    yield from _case_items(directory, facts)


def _case_items(directory: Path, facts: DoctorFacts) -> Iterator[CheckItem]:
    yield CheckItem(check="case", found=f"{facts.name} ({facts.case_id}) in {directory}", ok=True)
    yield CheckItem(
        check="database",
        found=f"{facts.integrity}, schema {facts.schema}, {facts.journal_mode}, "
        f"{facts.database_bytes / _MEBIBYTE:,.1f} MiB",
        ok=facts.integrity == "ok",
        advice="" if facts.integrity == "ok" else "restore a backup, then sayso verify",
    )
    free = facts.free_bytes // _MEBIBYTE
    yield CheckItem(
        check="free space",
        found=f"{free:,} MiB",
        ok=free >= _LEAST_FREE_MEBIBYTES,
        advice="" if free >= _LEAST_FREE_MEBIBYTES else "make room before adding more",
    )
    yield CheckItem(
        check="file system",
        found=facts.network or "local",
        ok=facts.network is None,
        advice="" if facts.network is None else "SQLite is not safe there: move the case",
    )
    if facts.orphans:
        yield CheckItem(
            check="originals", found=f"{facts.orphans} belong to no document: harmless", ok=None
        )
