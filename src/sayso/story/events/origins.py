"""Known origins: reports of one event that copy each other, or echo one claim, count once."""

from collections import defaultdict
from collections.abc import Iterable, Sequence


def known_origins(
    tellers: Sequence[tuple[str, str | None]], copies: Iterable[tuple[str, str]]
) -> list[int]:
    """Return a number for each teller; those of one known origin share theirs.

    A teller is a document and the echo group of its claim, if it has one. What one document tells
    twice has one origin; that different numbers are independent is not established.
    """
    above: dict[str, str] = {}

    def root(name: str) -> str:
        while above.get(name, name) != name:
            name = above[name]
        return name

    def join(one: str, other: str) -> None:
        low, high = sorted((root(one), root(other)))
        above[high] = low

    documents = {document for document, _ in tellers}
    by_echo: defaultdict[str, list[str]] = defaultdict(list)
    for document, echo in tellers:
        if echo is not None:
            by_echo[echo].append(document)
    for one, other in copies:
        if one in documents and other in documents:
            join(one, other)
    for first, *others in by_echo.values():
        for other in others:
            join(first, other)
    numbers: dict[str, int] = {}
    return [numbers.setdefault(root(document), len(numbers) + 1) for document, _ in tellers]
