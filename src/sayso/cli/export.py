"""``sayso export``: every record of the case, as JSON lines, tables, or in formats of other programs."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from sayso.case.review_records import Reviewed
from sayso.cli.invocation import Invocation, actor, pass_invocation
from sayso.cli.options import choice_of
from sayso.export.case_records import case_records
from sayso.export.csv import write_csv, write_profile
from sayso.export.figure_profiles import Profile
from sayso.export.formats import OF_WHOLE_CASES, Format, write_format
from sayso.export.jsonl import write_jsonl
from sayso.export.parquet import write_parquet
from sayso.export.record import RecordType
from sayso.frozen import dataclass
from sayso.story.figures.recommend import Choice

if TYPE_CHECKING:
    from sayso.case import Case


@click.command()
@click.argument("named_case", metavar="[CASE]", required=False, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=choice_of(Format),
    default=Format.JSONL.value,
    show_default=True,
    help="JSON lines hold all records; CSV and Parquet have one file for each type of record; "
    "the others are for other programs.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="Write to this file instead of stdout; Parquet, and CSV without --record, are written into "
    "this folder.",
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
@click.option(
    "--only",
    type=choice_of(Reviewed),
    help="Of what can be reviewed, write only what was decided so.",
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
    only: str | None,
    bom: bool,
) -> None:
    """Write every record of the case, or of the case in the folder CASE."""
    types = tuple(RecordType(one) for one in record_types) or tuple(RecordType)
    kept = Reviewed(only) if only else None
    with invocation.open_case_to_pass_on(named_case) as case:
        if profile is not None:
            with _stream(output) as stream:
                written = write_profile(case, Profile(profile), Choice(choice), stream, bom=bom)
        else:
            wanted = _Wanted(Format(form), output, types, kept, bom=bom)
            written = _write(case, wanted)
        if not case.read_only:
            case.log_export(str(output or "stdout"), actor=actor(), now=datetime.now(UTC))
    if output is not None:
        invocation.say(f"{written:,} records written to {output}")


@dataclass(frozen=True, slots=True)
class _Wanted:
    form: Format
    output: Path | None
    types: tuple[RecordType, ...]
    only: Reviewed | None
    bom: bool


def _write(case: "Case", wanted: _Wanted) -> int:
    if wanted.form is Format.PARQUET:
        return write_parquet(case, _folder(wanted), wanted.types, only=wanted.only)
    if wanted.form is Format.CSV and len(wanted.types) > 1:
        return _write_folder(case, wanted)
    with _stream(wanted.output) as stream:
        if wanted.form in OF_WHOLE_CASES:
            return write_format(case, wanted.form, stream, only=wanted.only)
        records = case_records(case, wanted.types, only=wanted.only)
        if wanted.form is Format.CSV:
            return write_csv(records, stream, record_type=wanted.types[0], bom=wanted.bom)
        return write_jsonl(records, stream)


def _folder(wanted: _Wanted) -> Path:
    if wanted.output is None:
        raise click.UsageError(
            "Parquet needs a folder: give -o FOLDER"
            if wanted.form is Format.PARQUET
            else "CSV of several types of record needs a folder: give -o FOLDER, or one --record TYPE"
        )
    wanted.output.mkdir(parents=True, exist_ok=True)
    return wanted.output


def _write_folder(case: "Case", wanted: _Wanted) -> int:
    """Write ``document.csv``, ``claim.csv`` and so on."""
    written, folder = 0, _folder(wanted)
    for record_type in wanted.types:
        with _stream(folder / f"{record_type}.csv") as stream:
            records = case_records(case, (record_type,), only=wanted.only)
            written += write_csv(records, stream, record_type=record_type, bom=wanted.bom)
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
