"""Mastheads of plain text: a first line with a slogan, a name above the kind of a statement."""

import re
from collections.abc import Sequence

from sayso.documents.furniture import LineLabel
from sayso.documents.line_rule import LatePattern, verbose
from sayso.documents.outlet_names import NAME, NameKind, heads_a_page, read_outlet_name
from sayso.documents.surroundings import Surroundings
from sayso.frozen import dataclass
from sayso.text import Span

_LONGEST_ISSUER = 6
_CAMEL = re.compile(r"[A-Z][a-z]+[A-Z]\w*")


@dataclass(frozen=True, slots=True, kw_only=True)
class MastheadRule:
    """A form of line at the head of a text, with lines that it must and must not take."""

    name: str
    pattern: LatePattern
    fires_on: tuple[str, ...]
    silent_on: tuple[str, ...]


WITH_SLOGAN = MastheadRule(
    name="masthead.slogan",
    pattern=verbose(rf"(?P<name>{NAME}) \s* [–—|·:-] \s+ [a-z][\w'’]* (?:,?\s[a-z&][\w'’-]*){{2,9}} [.!]? \Z"),
    fires_on=("MillSpinner – the whole world in one place", "Weir Notes | news from the water's edge"),
    silent_on=(
        "Lower Marn – What we know so far",
        "Mill burns – nobody hurt",
        "Weir Notes",
        "Mill sold - for 20 crowns",
        "Weir Notes – the river. The mill is sold.",
    ),
)  # fmt: skip
STATEMENT_KIND = MastheadRule(
    name="masthead.statement_kind",
    pattern=verbose(
        r"""
            (?: (?:press|news|media|public|joint|official) \s (?:release|statement|advisory|notice
                |communiqu[eé])
              | (?:statement|information|notice|communiqu[eé]) \s (?:for|to) \s (?:the\s)? (?:press|media)
              | (?:for\s)? immediate \s release | press \s communiqu[eé] | communiqu[eé] | open \s letter
            ) [:.]? \Z
        """,
        ignore_case=True,
    ),
    fires_on=("Press release", "Notice to the media", "FOR IMMEDIATE RELEASE:", "Open letter"),
    silent_on=("Press releases its grip", "Statement", "Open letter to the mayor of Marn", "Media"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Masthead:
    """The name in a line, and where it stands in it."""

    name: str
    span: Span


def read_masthead(line: str) -> Masthead:
    """Return the name that a line known for a masthead holds: without its slogan."""
    slogan = WITH_SLOGAN.pattern.match(line)
    if slogan:
        return Masthead(name=slogan["name"], span=Span(*slogan.span("name")))
    read = read_outlet_name(line)
    return Masthead(name=read.name if read else line, span=Span(0, len(line)))


def find_titled_line(labels: Sequence[LineLabel], around: Surroundings) -> int | None:
    """Return a line above the article that its slogan or the line below shows to be its outlet's.

    A kicker or a place has the same form, so the article has to bear the name out: it speaks of
    who issued a statement, and not of the outlet that a slogan praises.
    """
    body = "\n".join(labels[i].line.text for i in around.body)
    if not body or labels[0].article:
        return None
    slogan = WITH_SLOGAN.pattern.match(labels[0].line.text)
    if slogan and 0 in around.head and _may_have_slogan(slogan["name"], body):
        return 0
    for i in around.head[:-1]:
        above, below = labels[i], labels[i + 1]
        typed = not (above.article or below.article) and STATEMENT_KIND.pattern.match(
            below.line.text
        )
        if typed and _is_issuer(above.line.text, body):
            return i
    return None


def _may_have_slogan(name: str, body: str) -> bool:
    read = read_outlet_name(name)
    if read is None or heads_a_page(name):
        return False
    if read.kind is not NameKind.NAME or _CAMEL.fullmatch(name):
        return True
    words = name.casefold().split()
    spoken_of = set(re.findall(r"\w+", body.casefold()))
    return len(words) > 1 and not spoken_of.issuperset(words)


def _is_issuer(name: str, body: str) -> bool:
    """Say whether a name is one of whom the article speaks, and not as of a place."""
    if read_outlet_name(name) is None or heads_a_page(name):
        return False
    written = re.escape(name)
    placed = re.search(rf"\b(?:in|at|near|around|outside)\s{written}\b", body, re.IGNORECASE)
    # A dateline begins with a place.
    dated = re.match(rf"{written}\s*[,(–—-]", body, re.IGNORECASE)
    named = re.search(rf"\b{written}\b", body, re.IGNORECASE)
    return bool(named) and not placed and not dated and len(name.split()) <= _LONGEST_ISSUER
