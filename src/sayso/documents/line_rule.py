"""Rules for whole lines: a named form with examples, kept as data so that tests run them."""

import re
from collections.abc import Iterator

from sayso.documents.document import FurnitureKind
from sayso.frozen import dataclass


class LatePattern:
    """A pattern that is compiled when it is first asked: a program that reads no page needs few of them."""

    __slots__ = ("_compiled", "_flags", "pattern")

    def __init__(self, pattern: str, flags: re.RegexFlag) -> None:
        self.pattern = pattern
        self._flags = flags
        self._compiled: re.Pattern[str] | None = None

    def match(self, text: str) -> re.Match[str] | None:
        return (self._compiled or self._compile()).match(text)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        return (self._compiled or self._compile()).fullmatch(text)

    def search(self, text: str) -> re.Match[str] | None:
        return (self._compiled or self._compile()).search(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        return (self._compiled or self._compile()).finditer(text)

    def sub(self, replacement: str, text: str) -> str:
        return (self._compiled or self._compile()).sub(replacement, text)

    def _compile(self) -> re.Pattern[str]:
        self._compiled = re.compile(self.pattern, self._flags)
        return self._compiled


@dataclass(frozen=True, slots=True, kw_only=True)
class LineRule:
    """A universal form of a line that is not the article's; ``pattern`` must match from its start.

    ``fires_on`` and ``silent_on`` are lines that it must and must not take, each from an
    invented page.
    """

    name: str
    kind: FurnitureKind
    pattern: LatePattern
    fires_on: tuple[str, ...]
    silent_on: tuple[str, ...]

    def fires(self, line: str) -> bool:
        return self.pattern.match(line) is not None


def first_rule(rules: tuple[LineRule, ...], line: str) -> LineRule | None:
    """Return the first rule that fires on ``line``, or ``None``."""
    return next((rule for rule in rules if rule.fires(line)), None)


def verbose(pattern: str, *, ignore_case: bool = False) -> LatePattern:
    """Return a pattern written with blanks and comments."""
    return LatePattern(pattern, re.VERBOSE | (re.IGNORECASE if ignore_case else re.NOFLAG))
