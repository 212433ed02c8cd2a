"""Counting what a check finds, while it goes on."""

from collections import Counter

from sayso.case.findings import Checked, Finding, State, VerifyReport


class Tally:
    """Collects items one by one; only those that are not as they should be are kept whole."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[Checked, State]] = Counter()
        self._findings: list[Finding] = []

    def good(self, checked: Checked, number: int = 1) -> None:
        self._counts[checked, State.OK] += number

    def bad(self, checked: Checked, target: str, state: State, note: str) -> None:
        self._counts[checked, state] += 1
        self._findings.append(Finding(checked=checked, target=target, state=state, note=note))

    def judge(self, checked: Checked, target: str, problem: str | None) -> None:
        """Note an item as good, or as changed if there is a problem with it."""
        if problem is None:
            self.good(checked)
        else:
            self.bad(checked, target, State.CHANGED, problem)

    def report(
        self, *, orphans: tuple[str, ...], orphaned_decisions: int, head: str
    ) -> VerifyReport:
        return VerifyReport(
            tally=tuple((*item, number) for item, number in sorted(self._counts.items())),
            findings=tuple(self._findings),
            orphans=orphans,
            orphaned_decisions=orphaned_decisions,
            head=head,
        )
