"""Rules for whole lines: a named form with examples, kept as data so that tests run them."""

import re
from dataclasses import dataclass

from sayso.documents.document import FurnitureKind


@dataclass(frozen=True, slots=True, kw_only=True)
class LineRule:
    """A universal form of a line that is not the article's; ``pattern`` must match from its start.

    ``fires_on`` and ``silent_on`` are lines that it must and must not take, each from an
    invented page.
    """

    name: str
    kind: FurnitureKind
    pattern: re.Pattern[str]
    fires_on: tuple[str, ...]
    silent_on: tuple[str, ...]

    def fires(self, line: str) -> bool:
        return self.pattern.match(line) is not None


def first_rule(rules: tuple[LineRule, ...], line: str) -> LineRule | None:
    """Return the first rule that fires on ``line``, or ``None``."""
    return next((rule for rule in rules if rule.fires(line)), None)


def verbose(pattern: str, *, ignore_case: bool = False) -> re.Pattern[str]:
    """Compile a pattern written with blanks and comments."""
    return re.compile(pattern, re.VERBOSE | (re.IGNORECASE if ignore_case else re.NOFLAG))
