"""Grouping: linked reports become one event, the surest links first, unless a fact or a person forbids it."""

from collections.abc import Iterable, Mapping, Sequence

from sayso.frozen import dataclass
from sayso.story.events.matching import EventLink, veto
from sayso.story.events.report import EventReport

# A large event is held against so many of its reports, those that are dated most exactly.
_HELD_AGAINST = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """Reports that a person told apart: none of the left is of one event with one of the right."""

    left: frozenset[str]
    right: frozenset[str]

    def parts(self, one: Iterable[str], other: Iterable[str]) -> bool:
        """Say whether joining two groups would bring together what was told apart."""
        ours, theirs = frozenset(one), frozenset(other)
        return bool(
            (ours & self.left and theirs & self.right) or (ours & self.right and theirs & self.left)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """Two reports that a person called one event."""

    left: str
    right: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRulings:
    """What people decided on events; a later decision goes before an earlier one."""

    apart: tuple[Apart, ...] = ()
    together: tuple[Together, ...] = ()


NO_RULINGS = EventRulings()


def group_reports(
    reports: Mapping[str, EventReport],
    links: Iterable[EventLink],
    rulings: EventRulings = NO_RULINGS,
) -> tuple[tuple[str, ...], ...]:
    """Return the reports by event, each group and all of them in order of ids.

    What a person called one event is joined first, whatever forbids it; then links by their score.
    """
    groups = _Groups(reports, rulings)
    for one in rulings.together:
        if one.left in reports and one.right in reports:
            groups.join(one.left, one.right, forced=True)
    for link in sorted(links, key=lambda link: (-link.score, link.left, link.right)):
        if link.left in reports and link.right in reports:
            groups.join(link.left, link.right, forced=False)
    return groups.result()


class _Groups:
    def __init__(self, reports: Mapping[str, EventReport], rulings: EventRulings) -> None:
        self._reports, self._rulings = reports, rulings
        self._group = {name: name for name in reports}
        self._members: dict[str, tuple[str, ...]] = {name: (name,) for name in reports}

    def join(self, left: str, right: str, *, forced: bool) -> None:
        one, other = sorted((self._group[left], self._group[right]))
        if one == other:
            return
        ours, theirs = self._members[one], self._members[other]
        if any(apart.parts(ours, theirs) for apart in self._rulings.apart):
            return
        if not forced and self._contradict(ours, theirs):
            return
        self._members[one] = tuple(sorted(ours + self._members.pop(other)))
        for name in theirs:
            self._group[name] = one

    def result(self) -> tuple[tuple[str, ...], ...]:
        return tuple(self._members[name] for name in sorted(self._members))

    def _contradict(self, ours: Sequence[str], theirs: Sequence[str]) -> bool:
        """Say whether a report of one group cannot be of one event with one of the other."""
        return any(
            veto(self._reports[one], self._reports[other]) is not None
            for one in self._telling(ours)
            for other in self._telling(theirs)
        )

    def _telling(self, names: Sequence[str]) -> Sequence[str]:
        return sorted(names, key=lambda name: (self._reports[name].when.days or 10_000, name))[:_HELD_AGAINST]  # fmt: skip
