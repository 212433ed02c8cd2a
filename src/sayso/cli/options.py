"""Options that several verbs share: days, and the beginnings of ids."""

import calendar
import re
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import click

from sayso.errors import CaseError

if TYPE_CHECKING:
    from sayso.case import CaseReader

# Example: 2024, 2024-05 and 2024-05-31 are read; 31.5.2024 is not.
_DAY = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?")


class Day(click.ParamType[date]):
    """A day, month or year; of the last two, the first day is meant, or the ``last``."""

    name = "date"

    def __init__(self, *, last: bool) -> None:
        self._last = last

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        found = _DAY.fullmatch(value)
        year, month, day = (int(part or 0) for part in found.groups()) if found else (0, 0, 0)
        try:
            return self._completed(year, month, day)
        except ValueError:
            self.fail(f"'{value}' is no YYYY, YYYY-MM or YYYY-MM-DD", param, ctx)

    def _completed(self, year: int, month: int, day: int) -> date:
        """Put the first or last month and day where there is a 0; ValueError if no such day is."""
        month = month or (12 if self._last else 1)
        last_day = calendar.monthrange(year, month)[1]
        return date(year, month, day or (last_day if self._last else 1))


def choice_of(values: type[StrEnum]) -> click.Choice[str]:
    """Offer the values of an enum as they are written in the output."""
    return click.Choice([one.value for one in values])


def window_options(what: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Give a command ``--since`` and ``--until``, which keep ``what`` may lie between them."""

    def decorate(command: Callable[..., Any]) -> Callable[..., Any]:
        until = click.option(
            "--until",
            type=Day(last=True),
            metavar="DATE",
            help=f"Keep {what} at the latest by then.",
        )
        since = click.option(
            "--since", type=Day(last=False), metavar="DATE", help=f"Keep {what} from then on."
        )
        return since(until(command))

    return decorate


document_option = click.option(
    "--document", metavar="ID", help="Keep what stands in this document."
)
outlet_option = click.option("--outlet", metavar="NAME", help="Keep what this outlet published.")


def document_named(case: "CaseReader", name: str | None) -> str | None:
    """Return the id of the document that ``name`` begins; CaseError if it names something else."""
    if name is None:
        return None
    found = case.resolve(name)
    if found.id != found.document:
        raise CaseError(f"'{name}' names the {found.kind} {found.id}, a document was expected")
    return found.document
