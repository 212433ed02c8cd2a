"""The chain of outlets behind a document: host <- republisher <- agency <- report."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.documents.credits import Credit, apply, line_credits, read_byline
from sayso.documents.dateline_credits import PARAGRAPH_CREDITS
from sayso.documents.document import ChainBasis, ChainLink, FurnitureKind, Role
from sayso.documents.furniture import MODEL_RULE, LineLabel
from sayso.documents.mastheads import find_titled_line, read_masthead
from sayso.documents.outlet_names import NameKind, read_outlet_name, written_in_mixed_case
from sayso.documents.prose_credits import prose_credits
from sayso.documents.rendering import Rendering
from sayso.documents.stamps import stamp_end
from sayso.documents.surroundings import Surroundings
from sayso.documents.title import ABOVE_RULE
from sayso.text import hull

MASTHEAD_RULE = "masthead"
# The story begins in one of so many lines.
_OPENING = 3
_BYLINE_RULE = "credit.byline"
# Strongest evidence first: what the page says of itself, what it credits, what its text mentions.
_STRENGTH = (
    ChainBasis.FIELD,
    ChainBasis.SITE_NAME,
    ChainBasis.MASTHEAD,
    ChainBasis.CANONICAL,
    ChainBasis.VIA,
    ChainBasis.SOURCE_LINE,
    ChainBasis.FIRST_PUBLISHED,
    ChainBasis.AGENCY_CREDIT,
    ChainBasis.BYLINE,
    ChainBasis.ADDRESS,
    ChainBasis.TOLD,
    ChainBasis.ACCORDING_TO_REPORT,
)
_ORDER = (Role.HOST, Role.REPUBLISHER, Role.AGENCY, Role.REPORT)
# What stands near the headline and has no form of its own may be the outlet's name.
_UNNAMED = frozenset({MODEL_RULE, ABOVE_RULE})
_SPELT_OUT = 6
_LONGEST_MASTHEAD = 4


def find_chain(
    rendering: Rendering,
    labels: Sequence[LineLabel],
    around: Surroundings,
    *,
    masthead: int | None = None,
) -> tuple[ChainLink, ...]:
    """Return the links that ``rendering`` shows, outlets first, each with its strongest evidence.

    ``labels`` are all lines of the rendering, judged; what is furniture is read all the same if it
    stands ``around`` the article.
    """
    near = [labels[i] for i in around.everything]
    found = [*_line_credits(near), *_byline_outlets(near), *_in_text(labels)]
    if masthead is not None:
        found.append(_masthead_credit(labels[masthead]))
    read = [*rendering.chain, *(_link(credit, rendering) for credit in found)]
    links = [replace(link, name=written_in_mixed_case(link.name, rendering.text)) for link in read]
    return _deduplicated(_with_host(links))


def find_byline(labels: Sequence[LineLabel], around: Surroundings) -> tuple[str, ...]:
    """Return the writers whom a line around the article names."""
    for i in around.everything:
        byline = None if labels[i].article else read_byline(labels[i].line.text)
        if byline and byline.writers:
            return byline.writers
    return ()


def _with_host(links: Sequence[ChainLink]) -> list[ChainLink]:
    """Take the outlet of the byline for the host where the page shows no outlet but that one."""
    if any(link.role in {Role.HOST, Role.REPUBLISHER} and link.basis is not ChainBasis.BYLINE for link in links):  # fmt: skip
        return list(links)
    return [
        replace(link, role=Role.HOST)
        if link.basis is ChainBasis.BYLINE and link.role is Role.REPUBLISHER
        else link
        for link in links
    ]


def find_masthead(labels: Sequence[LineLabel], around: Surroundings) -> int | None:
    """Return the line near the headline or the date that names the outlet."""
    marks = [
        i for i in around.head if labels[i].kind is FurnitureKind.DATE_LINE or labels[i].article
    ] or [around.head.stop]
    candidates = [
        i
        for i in around.head
        if labels[i].rule in _UNNAMED
        and len(labels[i].line.text.split()) <= _LONGEST_MASTHEAD
        and _names_outlet(labels[i].line.text)
    ]
    nearest = min(candidates, key=lambda i: min(abs(i - mark) for mark in marks), default=None)
    return find_titled_line(labels, around) if nearest is None else nearest


def _names_outlet(text: str) -> bool:
    name = read_outlet_name(text)
    if name is None:
        return False
    # The short names of agencies are words of other languages.
    spelt_out = name.kind is NameKind.AGENCY and len(name.name) >= _SPELT_OUT
    return spelt_out or name.kind in {NameKind.OUTLET, NameKind.DOMAIN}


def _masthead_credit(label: LineLabel) -> Credit:
    masthead = read_masthead(label.line.text)
    return Credit(
        name=masthead.name,
        role=Role.HOST,
        basis=ChainBasis.MASTHEAD,
        span=masthead.span.shifted(label.line.span.start),
        rule=MASTHEAD_RULE,
    )


def _line_credits(labels: Sequence[LineLabel]) -> Iterable[Credit]:
    for label in labels:
        if label.kind is FurnitureKind.CAPTION:
            continue
        for credit in line_credits(label.line.text):
            yield _placed(credit, label.line.span.start)


def _byline_outlets(labels: Sequence[LineLabel]) -> Iterable[Credit]:
    for label in labels:
        byline = None if label.article else read_byline(label.line.text)
        for outlet in byline.outlets if byline else ():
            agency = outlet.kind is NameKind.AGENCY
            yield Credit(
                name=outlet.name,
                role=Role.AGENCY if agency else Role.REPUBLISHER,
                basis=ChainBasis.BYLINE,
                span=label.line.span,
                rule=_BYLINE_RULE,
            )


def _in_text(labels: Sequence[LineLabel]) -> Iterable[Credit]:
    """Search the article's own lines, at their places in the rendering."""
    pieces, at, opening = [], 0, _OPENING
    for label in labels:
        if label.article:
            span = label.line.span
            pieces.append(" " * (span.start - at - 1) + "\n" if span.start > at else "")
            pieces.append(label.line.text)
            at = span.end
            yield from _paragraph_credits(label.line.text, span.start, opening=opening > 0)
            opening -= 1
    yield from prose_credits("".join(pieces))


def _paragraph_credits(line: str, at: int, *, opening: bool) -> Iterable[Credit]:
    """Read what a paragraph credits at its head or end; a stamp may stand before the head of the story."""
    start = stamp_end(line) if opening else 0
    for rule in PARAGRAPH_CREDITS:
        for credit in apply(rule, line[start:]):
            yield _placed(credit, at + start)


def _placed(credit: Credit, at: int) -> Credit:
    return Credit(
        name=credit.name,
        role=credit.role,
        basis=credit.basis,
        span=credit.span.shifted(at),
        rule=credit.rule,
    )


def _link(credit: Credit, rendering: Rendering) -> ChainLink:
    original = rendering.text_map.original_spans(credit.span)
    return ChainLink(
        name=" ".join(credit.name.split()),
        role=credit.role,
        basis=credit.basis,
        original_span=hull(original) if original else None,
        rule=credit.rule,
    )


def _deduplicated(links: Iterable[ChainLink]) -> tuple[ChainLink, ...]:
    kept: list[ChainLink] = []
    for link in sorted(links, key=lambda link: _STRENGTH.index(link.basis)):
        if not any(_same_outlet(link.name, other.name) for other in kept):
            kept.append(link)
    return tuple(sorted(kept, key=lambda link: _ORDER.index(link.role)))


def _same_outlet(name: str, other: str) -> bool:
    """Say whether a later name repeats an earlier one, perhaps cut: "the Institute", "the Courier"."""
    shorter, longer = _key(name), _key(other)
    last_word = len(shorter) == 1 and longer[-1:] == shorter
    return longer[: len(shorter)] == shorter or last_word


def _key(name: str) -> list[str]:
    words = name.casefold().split()
    return words[1:] if words[0] == "the" and len(words) > 1 else words
