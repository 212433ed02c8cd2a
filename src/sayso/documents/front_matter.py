"""Front matter: the named fields that stand between two ``---`` lines at the head of a file.

A small, closed part of YAML is read: ``name: value``, quoted values, lists and folded text. What
is nested deeper is passed over.
"""

import re
from collections.abc import Iterator

from sayso.documents.document import ChainBasis, ChainLink, DateCandidate, Role
from sayso.documents.field_dates import FIELD_WEIGHT, field_candidate
from sayso.documents.fields import Field, find_field, is_address
from sayso.frozen import dataclass
from sayso.text import Span, TextMap


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One value of front matter and its characters; a list gives several of one name."""

    name: str
    value: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """What the head of a file says of it; ``end`` is where its own text begins."""

    end: int = 0
    entries: tuple[Entry, ...] = ()

    def get(self, field: Field) -> tuple[Entry, ...]:
        """Return the values of ``field``; an address is no outlet, and a name no address."""
        fitting = [entry for entry in self.entries if _fits(field, entry.value)]
        name = find_field(field, (entry.name for entry in fitting))
        return tuple(entry for entry in fitting if entry.name == name)

    def first(self, field: Field) -> Entry | None:
        return next(iter(self.get(field)), None)


_FENCE = re.compile(r"\s*---[ ]*\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ ]*(?:\n|\Z)", re.MULTILINE)
_LONGEST = 10_000  # characters: beyond this the dashes are a rule, and no fence
_LINE = re.compile(
    r"""
    (?P<indent> [ ]* )
    (?: (?P<dash> - (?:[ ]|\Z) ) [ ]* )?
    (?: (?P<name> [\w.:-]*\w ) [ ]* : (?:[ ]+|\Z) )?
    (?P<value> .*? ) [ ]* \Z
    """,
    re.VERBOSE,
)
_QUOTED = re.compile(r"(?P<mark>[\"'])(?P<value>.*)(?P=mark)\Z")
_LISTED = re.compile(r"\[(?P<values>.*)\]\Z")
_LIST_VALUE = re.compile(r"\"[^\"]*\"|'[^']*'|[^,\[\]]+")
_BLOCK_MARKS = frozenset({"|", ">", "|-", ">-", "|+", ">+"})


def read_front_matter(text: str) -> FrontMatter:
    """Read the head of folded ``text``; empty if it has none."""
    opening = _FENCE.match(text)
    closing = _CLOSING.search(text, opening.end(), opening.end() + _LONGEST) if opening else None
    if opening is None or closing is None:
        return FrontMatter()
    entries = tuple(_entries(text, opening.end(), closing.start()))
    return FrontMatter(end=closing.end(), entries=entries) if entries else FrontMatter()


def front_chain(front: FrontMatter, text_map: TextMap) -> tuple[ChainLink, ...]:
    outlet = front.first(Field.OUTLET)
    if outlet is None:
        return ()
    (span, *_) = text_map.original_spans(outlet.span)
    return (
        ChainLink(
            name=outlet.value,
            role=Role.HOST,
            basis=ChainBasis.FIELD,
            original_span=span,
            rule=f"front_matter:{outlet.name}",
        ),
    )


def front_dates(front: FrontMatter, text_map: TextMap) -> tuple[DateCandidate, ...]:
    found = []
    for field in (Field.PUBLISHED, Field.MODIFIED):
        if (entry := front.first(field)) is None:
            continue
        candidate = field_candidate(
            entry.value,
            text_map.original_spans(entry.span),
            rule=f"front_matter:{entry.name}",
            weight=FIELD_WEIGHT,
            modified=field is Field.MODIFIED,
        )
        found.append(candidate)
    return tuple(candidate for candidate in found if candidate)


def _fits(field: Field, value: str) -> bool:
    if field is Field.ADDRESS:
        return is_address(value)
    return field is not Field.OUTLET or not is_address(value)


def _entries(text: str, start: int, end: int) -> Iterator[Entry]:
    """Read line by line; ``held`` is a name whose value stands on the lines that follow."""
    held: str | None = None
    for line in re.finditer(r"[^\n]+", text[start:end]):
        parts = _LINE.match(line[0])
        if parts is None or parts["value"].startswith("#"):
            continue
        name, value = parts["name"], parts["value"]
        if name and not parts["indent"] and not parts["dash"]:
            held = None if value and value not in _BLOCK_MARKS else name
            if held is None:
                yield from _values(name, value, start + line.start() + parts.start("value"))
        elif held and value:
            inner = held if name is None or parts["dash"] else f"{held}.{name}"
            yield from _values(inner, value, start + line.start() + parts.start("value"))


def _values(name: str, value: str, at: int) -> Iterator[Entry]:
    if (listed := _LISTED.match(value)) is not None:
        for part in _LIST_VALUE.finditer(listed["values"]):
            lead = len(part[0]) - len(part[0].lstrip())
            yield from _scalar(name, part[0].strip(), at + 1 + part.start() + lead)
    else:
        yield from _scalar(name, value, at)


def _scalar(name: str, value: str, at: int) -> Iterator[Entry]:
    if (quoted := _QUOTED.match(value)) is not None:
        value, at = quoted["value"], at + 1
    if value:
        yield Entry(name=name, value=value, span=Span(at, at + len(value)))
