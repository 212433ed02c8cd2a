"""Two texts side by side, paragraph by paragraph, with the words that differ marked."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from sayso.frozen import dataclass

# "two words" is read as "two", " ", "words"
_TOKEN = re.compile(r"\s+|[^\s]+")
# More than so many words on a side are compared by whole paragraphs alone: comparing costs their product.
_MOST_WORDS = 2_500
_MOST_PARAGRAPHS = 3_000
# Paragraphs with fewer words in common stand below each other and not beside.
_ALIKE = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Characters that both have, or that ``differs``."""

    text: str
    differs: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """Two paragraphs side by side; one of them may be empty."""

    left: tuple[Run, ...]
    right: tuple[Run, ...]

    @property
    def same(self) -> bool:
        return not any(run.differs for run in (*self.left, *self.right))


def differences(left: Sequence[str], right: Sequence[str]) -> Iterator[Beside]:
    """Yield the paragraphs of two texts in order, those that answer each other side by side."""
    lefts, rights = list(left[:_MOST_PARAGRAPHS]), list(right[:_MOST_PARAGRAPHS])
    matcher = SequenceMatcher(None, lefts, rights, autojunk=False)
    for kind, start, end, other_start, other_end in matcher.get_opcodes():
        if kind == "equal":
            for one in lefts[start:end]:
                yield Beside(left=_whole(one, differs=False), right=_whole(one, differs=False))
        else:
            yield from _changed(lefts[start:end], rights[other_start:other_end])


def _changed(lefts: Sequence[str], rights: Sequence[str]) -> Iterator[Beside]:
    """Pair each paragraph with the first on the other side that is like it."""
    at = 0
    for one in lefts:
        partner = next(
            (i for i in range(at, min(at + 6, len(rights))) if _like(one, rights[i])), None
        )
        if partner is None:
            yield Beside(left=_whole(one, differs=True), right=())
            continue
        for skipped in rights[at:partner]:
            yield Beside(left=(), right=_whole(skipped, differs=True))
        yield _by_words(one, rights[partner])
        at = partner + 1
    for rest in rights[at:]:
        yield Beside(left=(), right=_whole(rest, differs=True))


def _like(one: str, other: str) -> bool:
    words, others = set(one.lower().split()), set(other.lower().split())
    return bool(words & others) and len(words & others) >= _ALIKE * min(len(words), len(others))


def _by_words(left: str, right: str) -> Beside:
    lefts, rights = _TOKEN.findall(left), _TOKEN.findall(right)
    if max(len(lefts), len(rights)) > _MOST_WORDS:
        return Beside(left=_whole(left, differs=True), right=_whole(right, differs=True))
    codes = SequenceMatcher(None, lefts, rights, autojunk=False).get_opcodes()
    return Beside(
        left=tuple(
            Run(text="".join(lefts[a:b]), differs=kind != "equal")
            for kind, a, b, _, _ in codes
            if a < b
        ),
        right=tuple(
            Run(text="".join(rights[a:b]), differs=kind != "equal")
            for kind, _, _, a, b in codes
            if a < b
        ),
    )


def _whole(text: str, *, differs: bool) -> tuple[Run, ...]:
    return (Run(text=text, differs=differs),)
