"""``sayso export``: every record of the case as JSON lines or CSV."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from sayso.cli.invocation import Invocation, actor, pass_invocation
from sayso.cli.options import choice_of
from sayso.export.case_records import case_records
from sayso.export.csv import write_csv, write_profile
from sayso.export.figure_profiles import Profile
from sayso.export.jsonl import write_jsonl
from sayso.export.record import RecordType
from sayso.story.figures.recommend import Choice

if TYPE_CHECKING:
    from sayso.case import Case


class Format(StrEnum):
    JSONL = "jsonl"
    CSV = "csv"


@click.command()
@click.argument("named_case", metavar="[CASE]", required=False, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=choice_of(Format),
    default=Format.JSONL.value,
    show_default=True,
    help="JSON lines hold all records; CSV has one file for each type of record.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="Write to this file instead of stdout; with CSV and no --record, into this folder.",
)
@click.option(
    "--record",
    "record_types",
    type=choice_of(RecordType),
    multiple=True,
    help="Write only records of this type. Can be given several times.",
)
@click.option(
    "--profile",
    type=choice_of(Profile),
    help="Write the series of figures as CSV in these columns instead of records.",
)
@click.option(
    "--choice",
    type=choice_of(Choice),
    default=Choice.LATEST_OFFICIAL.value,
    show_default=True,
    help="With --profile, how the value of a series is chosen; its reason stands beside it.",
)
@click.option("--bom", is_flag=True, help="Begin CSV with a byte order mark, for spreadsheets.")
@pass_invocation
def export(  # noqa: PLR0913 -- one parameter for each option
    invocation: Invocation,
    *,
    named_case: Path | None,
    form: str,
    output: Path | None,
    record_types: tuple[str, ...],
    profile: str | None,
    choice: str,
    bom: bool,
) -> None:
    """Write every record of the case, or of the case in the folder CASE."""
    types = tuple(RecordType(one) for one in record_types) or tuple(RecordType)
    with invocation.open_case_to_pass_on(named_case) as case:
        if profile is not None:
            with _stream(output) as stream:
                written = write_profile(case, Profile(profile), Choice(choice), stream, bom=bom)
        elif form == Format.JSONL:
            with _stream(output) as stream:
                written = write_jsonl(case_records(case, types), stream)
        elif len(types) == 1:
            with _stream(output) as stream:
                records = case_records(case, types)
                written = write_csv(records, stream, record_type=types[0], bom=bom)
        else:
            written = _write_folder(case, _folder(output), types, bom=bom)
        if not case.read_only:
            case.log_export(str(output or "stdout"), actor=actor(), now=datetime.now(UTC))
    if output is not None:
        invocation.say(f"{written:,} records written to {output}")


def _folder(output: Path | None) -> Path:
    if output is None:
        raise click.UsageError(
            "CSV of several types of record needs a folder: give -o FOLDER, or one --record TYPE"
        )
    output.mkdir(parents=True, exist_ok=True)
    return output


def _write_folder(case: "Case", folder: Path, types: tuple[RecordType, ...], *, bom: bool) -> int:
    """Write ``document.csv``, ``claim.csv`` and so on."""
    written = 0
    for record_type in types:
        with _stream(folder / f"{record_type}.csv") as stream:
            records = case_records(case, (record_type,))
            written += write_csv(records, stream, record_type=record_type, bom=bom)
    return written


@contextmanager
def _stream(output: Path | None) -> Iterator[TextIO]:
    """Open the output; a file appears under its name only when it is complete."""
    if output is None:
        yield sys.stdout
        return
    unfinished = output.with_name(output.name + ".part")
    with unfinished.open("w", encoding="utf-8", errors="backslashreplace", newline="") as stream:
        yield stream
    unfinished.replace(output)
