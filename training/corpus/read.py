"""Read annotated texts from their files; every row must resolve."""

import re
from collections.abc import Iterator
from pathlib import Path

from sayso.text import Span
from training.corpus.records import CorpusError, GoldEntity, GoldText
from training.corpus.rows import Resolver

TEXTS = Path(__file__).parent / "texts"
# Short texts in which counts alone are annotated.
COUNTS = Path(__file__).parent / "counts"
_HEAD_LINE = re.compile(r"^(?P<key>[a-z_]+): (?P<value>.*)$")
_PARAGRAPH = re.compile(r"\S(?:.|\n(?!\n))*")
REQUIRED = ("id", "story", "kind", "topic", "published")


def read_texts(folder: Path = TEXTS) -> Iterator[GoldText]:
    """Yield the annotated texts under ``folder`` in the order of their paths."""
    for path in sorted(folder.rglob("*.txt")):
        if path.with_suffix(".ann").exists():
            yield read_text(path)


def read_text(path: Path, rows: Path | None = None) -> GoldText:
    """Read one text with its rows, beside it unless told; CorpusError names the first unresolved."""
    head, text = _split_head(path)
    paragraphs = tuple(Span(m.start(), m.end()) for m in _PARAGRAPH.finditer(text))
    resolver = Resolver(text=text, paragraphs=paragraphs)
    rows = rows or path.with_suffix(".ann")
    for number, line in enumerate(rows.read_text(encoding="utf-8").splitlines(), start=1):
        resolver.place = f"{rows.name}:{number}"
        if line.strip() and not line.startswith("#"):
            _read_row(resolver, line.strip())
    return GoldText(
        id=head["id"],
        story=head["story"],
        kind=head["kind"],
        head=head,
        text=text,
        paragraphs=paragraphs,
        attributions=tuple(resolver.attributions),
        entities=_without_inner_names(resolver.entities),
        timexes=tuple(resolver.timexes),
        figures=tuple(resolver.figures),
        events=tuple(resolver.events),
        date=resolver.date,
        date_evidence=resolver.date_evidence,
    )


def _read_row(resolver: Resolver, line: str) -> None:
    try:
        resolver.read(line)
    except CorpusError:
        raise
    except (ValueError, IndexError) as error:
        raise CorpusError(resolver.place, f"{error} in “{line}”") from error


def _split_head(path: Path) -> tuple[dict[str, str], str]:
    head_text, blank, text = path.read_text(encoding="utf-8").partition("\n\n")
    head = {}
    for number, line in enumerate(head_text.splitlines(), start=1):
        match = _HEAD_LINE.match(line)
        if match is None:
            raise CorpusError(f"{path.name}:{number}", f"expected “key: value”, got “{line}”")
        head[match["key"]] = match["value"]
    missing = [key for key in REQUIRED if key not in head]
    if missing or not blank:
        raise CorpusError(path.name, f"the head lacks {', '.join(missing) or 'the blank line'}")
    if head["id"] != path.stem:
        raise CorpusError(path.name, f"the id is {head['id']}")
    return head, text.strip("\n") + "\n"


def _without_inner_names(entities: list[GoldEntity]) -> tuple[GoldEntity, ...]:
    """Drop names that stand inside a longer name: no place inside "the Lahore High Court"."""
    every = {span for entity in entities for span in entity.names}
    return tuple(
        GoldEntity(
            kind=entity.kind,
            name=entity.name,
            names=tuple(
                span
                for span in entity.names
                if not any(other.contains(span) and other != span for other in every)
            ),
            references=entity.references,
        )
        for entity in entities
    )
