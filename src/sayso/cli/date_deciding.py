"""``sayso dates ID --set`` and ``--undo``: a person says when a document was written."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from sayso.cli.invocation import Invocation, actor
from sayso.errors import CaseError
from sayso.export.labels import when

if TYPE_CHECKING:
    from sayso.case import Case, DecisionRow


def set_date(invocation: Invocation, document: str | None, value: str, why: str | None) -> None:
    """Keep the date that a person gives a document; the machine's stays beside it."""
    if not why:
        raise click.UsageError("say with --why how you know; it is kept with the decision")
    with invocation.open_case(writing=True) as case:
        name = _one_document(case, document)
        row = _keep(case, name, value, why)
        _report(invocation, case, name, f"decision {row.sequence}: set to")
        invocation.say(f"to take it back: sayso dates {name} --undo")


def undo_date(invocation: Invocation, document: str | None, why: str | None) -> None:
    """Take back the date that a person gave a document."""
    with invocation.open_case(writing=True) as case:
        name = _one_document(case, document)
        person = case.date(name).settled.person
        if person is None:
            raise CaseError(f"nobody set the date of {name}")
        case.desk.undo(person.sequence, actor=actor(), reason=why or "", now=datetime.now(UTC))
        _report(invocation, case, name, f"decision {person.sequence} is undone:")


def _one_document(case: "Case", name: str | None) -> str:
    if name is None:
        raise click.UsageError("name the document: sayso dates ID --set 2022-01-22 --why TEXT")
    return case.resolve(name).document


def _keep(case: "Case", name: str, value: str, why: str) -> "DecisionRow":
    """Set the date, or accept what the machine found where that is the same."""
    from sayso.case import Verdict  # noqa: PLC0415 -- loads SQLAlchemy: not for --help
    from sayso.case.review_fields import read_days  # noqa: PLC0415 -- as above

    who, now = actor(), datetime.now(UTC)
    settled = case.date(name).settled
    if settled.person is None and read_days(value) == settled.found:
        return case.desk.judge(name, Verdict.ACCEPT, actor=who, reason=why, now=now)
    return case.desk.edit(name, "date", value, actor=who, reason=why, now=now)


def _report(invocation: Invocation, case: "Case", name: str, what: str) -> None:
    row = case.date(name)
    click.echo(f"{name}  {what} {when(row.settled.interval)}")
    found = row.settled.found
    if row.settled.interval != found:
        invocation.say(f"found by reading: {when(found)}")
