"""Annotation rows resolved against their text."""

from collections import defaultdict
from dataclasses import dataclass, field

from sayso.text import Span
from training.corpus.labels import ACCRUALS, LABELS
from training.corpus.locate import (
    FRAGMENT,
    NotFoundError,
    Quoted,
    choose,
    occurrences,
    parse_quoted,
)
from training.corpus.records import (
    CorpusError,
    GoldAttribution,
    GoldEntity,
    GoldEvent,
    GoldFigure,
    GoldTimex,
    Manner,
)

_ATTRIBUTION_FIELDS = 5


@dataclass(slots=True)
class Resolver:
    """Reads the rows of one text in order; ``paragraph`` is the current one."""

    text: str
    paragraphs: tuple[Span, ...]
    place: str = ""
    paragraph: int = 0
    used: dict[str, set[Span]] = field(default_factory=lambda: defaultdict(set))
    attributions: list[GoldAttribution] = field(default_factory=list)
    entities: list[GoldEntity] = field(default_factory=list)
    timexes: list[GoldTimex] = field(default_factory=list)
    figures: list[GoldFigure] = field(default_factory=list)
    events: list[GoldEvent] = field(default_factory=list)
    date: str | None = None
    date_evidence: tuple[Span, ...] = ()

    def read(self, line: str) -> None:
        """Read one row; CorpusError names it if it does not resolve."""
        fields = [part.strip() for part in line.split("|")]
        letter = fields[0][0]
        readers = {
            "A": self._attribution,
            "T": self._timex,
            "F": self._figure,
            "V": self._event,
            "M": self._entity,
            "D": self._date,
        }
        if letter == "@" and fields[0][1:].isdigit():
            self.paragraph = int(fields[0][1:])
            self._within(self.paragraph)
        elif letter in readers:
            readers[letter](fields)
        else:
            raise self._error(f"a row begins with A, T, F, V, M, D or @, got “{fields[0]}”")

    def _error(self, reason: str) -> CorpusError:
        return CorpusError(self.place, reason)

    def _within(self, paragraph: int) -> Span:
        if not 0 <= paragraph < len(self.paragraphs):
            raise self._error(
                f"there is no paragraph {paragraph}, the last is {len(self.paragraphs) - 1}"
            )
        return self.paragraphs[paragraph]

    def _find(self, quoted: Quoted, *, near: int | None = None, letter: str = "") -> Span:
        places = occurrences(quoted.words, self.text, self._within(quoted.paragraph))
        try:
            span = choose(places, quoted, near=near, used=self.used[letter])
        except NotFoundError as error:
            raise self._error(str(error)) from error
        if letter:
            self.used[letter].add(span)
        return span

    def _fragments(
        self, value: str, *, near: int | None = None, letter: str = ""
    ) -> tuple[Span, ...]:
        if value in {"-", ""}:
            return ()
        paragraph, spans = self.paragraph, []
        for part in value.split(FRAGMENT):
            quoted = parse_quoted(part, paragraph)
            paragraph = quoted.paragraph
            spans.append(self._find(quoted, near=near, letter=letter))
        return tuple(sorted(spans))

    def _label(self, group: str, value: str) -> str:
        if value not in LABELS[group]:
            raise self._error(f"“{value}” is no {group}: {', '.join(sorted(LABELS[group]))}")
        return value

    def _pairs(self, fields: list[str], allowed: set[str]) -> dict[str, str]:
        pairs = {}
        for part in fields:
            key, equals, value = part.partition("=")
            if not equals or key.strip() not in allowed:
                raise self._error(f"expected one of {sorted(allowed)} with =, got “{part}”")
            pairs[key.strip()] = value.strip()
        return pairs

    def _attribution(self, fields: list[str]) -> None:
        if len(fields) < _ATTRIBUTION_FIELDS:
            raise self._error(
                f"an attribution has cue, source, content and codes, got {len(fields)} fields"
            )
        label, cue_words, source_words, content_words, codes = fields[:_ATTRIBUTION_FIELDS]
        if any(a.label == label for a in self.attributions):
            raise self._error(f"label {label} is used twice")
        cue = self._fragments(cue_words, letter="A")
        if not cue:
            raise self._error("an attribution has a cue")
        content = self._fragments(content_words, near=cue[0].start)
        if not content:
            raise self._error("an attribution has a content")
        manner, force, *rest = codes.split()
        pairs = self._pairs(fields[_ATTRIBUTION_FIELDS:], {"who", "in", "hedge"})
        parent = pairs.get("in")
        if parent and not any(a.label == parent for a in self.attributions):
            raise self._error(f"in={parent} names no attribution before this one")
        who = pairs.get("who")
        self.attributions.append(
            GoldAttribution(
                label=label,
                cue=cue,
                source=self._fragments(source_words, near=cue[0].start),
                content=content,
                manner=Manner(self._label("manner", manner)),
                force=self._label("force", force),
                negated="neg" in rest,
                hedges=self._fragments(pairs.get("hedge", "-"), near=cue[0].start),
                who=None if who in {None, "-", ""} else who,
                parent=parent,
            )
        )

    def _timex(self, fields: list[str]) -> None:
        span = self._find(parse_quoted(fields[1], self.paragraph), letter="T")
        mod = self._label("mod", fields[4]) if len(fields) > 4 else None  # noqa: PLR2004 - optional fifth field
        self.timexes.append(
            GoldTimex(span=span, type=self._label("timex", fields[2]), value=fields[3], mod=mod)
        )

    def _figure(self, fields: list[str]) -> None:
        fields = fields + ["-"] * (4 - len(fields))
        span = self._find(parse_quoted(fields[1], self.paragraph), letter="F")
        modifier, kind = fields[3].split()
        plain = [part for part in fields[4:] if "=" not in part]
        plain += ["-"] * (4 - len(plain))
        pairs = self._pairs([part for part in fields[4:] if "=" in part], {"place", "asof"})
        counted = self._fragments(plain[0], near=span.start)
        head = self._fragments(plain[1], near=counted[0].start if counted else span.start)
        predicate, _, accrual = plain[2].partition(" ")
        self.figures.append(
            GoldFigure(
                span=span,
                number=None if fields[2] == "-" else fields[2],
                modifier=self._label("modifier", modifier),
                kind=self._label("kind", kind),
                counted=counted[0] if counted else None,
                head=head[-1] if head else None,
                predicate=None if predicate == "-" else self._label("predicate", predicate),
                accrual=accrual if accrual in ACCRUALS else None,
                place=pairs.get("place"),
                as_of=pairs.get("asof"),
                modality=None if plain[3] == "-" else self._label("modality", plain[3]),
            )
        )

    def _event(self, fields: list[str]) -> None:
        span = self._find(parse_quoted(fields[1], self.paragraph), letter="V")
        self.events.append(
            GoldEvent(
                span=span,
                type=self._label("event", fields[2]),
                status=self._label("status", fields[3] if len(fields) > 3 else "asserted"),  # noqa: PLR2004 - optional fourth field
            )
        )

    def _entity(self, fields: list[str]) -> None:
        kind, name, names, references = (*fields[1:], "-", "-")[:4]
        self.entities.append(
            GoldEntity(
                kind=self._label("entity", kind),
                name=name,
                names=self._listed(names),
                references=self._listed(references),
            )
        )

    def _listed(self, value: str) -> tuple[Span, ...]:
        """Read ``@2 he^1, she, @* Idris``: a paragraph mark holds until the next."""
        spans: set[Span] = set()
        where = str(self.paragraph)
        for part in (p.strip() for p in value.split(",")):
            if part in {"-", ""}:
                continue
            words = part
            if part.startswith("@"):
                mark, _, words = part.partition(" ")
                where = mark[1:]
            if where == "*":
                spans |= self._everywhere(words)
            else:
                spans.add(self._find(parse_quoted(words, int(where)), letter=f"M{words}"))
        return tuple(sorted(spans))

    def _everywhere(self, words: str) -> set[Span]:
        found = {span for p in self.paragraphs for span in occurrences(words, self.text, p)}
        if not found:
            raise self._error(f"“{words}” does not stand in the text")
        return found

    def _date(self, fields: list[str]) -> None:
        self.date = fields[1]
        self.date_evidence = self._fragments(fields[2]) if len(fields) > 2 else ()  # noqa: PLR2004 - optional third field
