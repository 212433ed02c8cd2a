"""The project's invented stories (``figure_stories*.txt``), as annotated texts of which only figures are told."""

import re
from collections.abc import Iterator
from pathlib import Path

from sayso.text import Span
from training.corpus.records import GoldFigure, GoldText

FILES = tuple(
    Path(__file__).with_name(name) for name in ("figure_stories.txt", "figure_stories_blind.txt")
)
# Examples: "{a killed cumulative|Nine men}", "{v transferred planned|Up to 1,500}".
_MARK = re.compile(
    r"""
    \{ (?P<name>[a-z])\ (?P<predicate>[a-z]+)
    (?:\ (?P<accrual>stock|flow|cumulative))?
    (?:\ (?P<modality>planned|denied|forecast|hypothetical))?
    \|(?P<words>[^{}]+)\}
    """,
    re.VERBOSE,
)


def read_stories(*paths: Path) -> Iterator[GoldText]:
    """Yield the texts in the order of the files: "tolem-1" is the first of the story of Tolem."""
    for path in paths or FILES:
        yield from _read_file(path)


def _read_file(path: Path) -> Iterator[GoldText]:
    story, number = "", 0
    for block in re.split(r"^(?=#)", path.read_text(encoding="utf-8"), flags=re.MULTILINE):
        head, _, body = block.partition("\n")
        if head.startswith("# story "):
            story, number = head.removeprefix("# story ").strip(), 0
        elif head.startswith("## "):
            number += 1
            published, _, outlet = head[3:].strip().partition(" ")
            yield _text(
                story, f"{story}-{number}", {"published": published, "outlet": outlet}, body
            )


def _text(story: str, own_id: str, head: dict[str, str], marked: str) -> GoldText:
    plain, at = "", 0
    figures = []
    for mark in _MARK.finditer(marked):
        plain += marked[at : mark.start()]
        span = Span(len(plain), len(plain) + len(mark["words"]))
        plain, at = plain + mark["words"], mark.end()
        figures.append(_figure(mark, span))
    return GoldText(
        id=own_id,
        story=story,
        kind="story",
        head=head,
        text=plain + marked[at:],
        paragraphs=(),
        figures=tuple(figures),
    )


def _figure(mark: re.Match[str], span: Span) -> GoldFigure:
    return GoldFigure(
        span=span,
        number=None,
        modifier=mark["name"],
        kind="count",
        counted=None,
        head=None,
        predicate=mark["predicate"],
        accrual=mark["accrual"],
        place=None,
        as_of=None,
        modality=mark["modality"] or "asserted",
    )
