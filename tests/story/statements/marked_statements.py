"""Statements for tests: "Name [cue] {content}" becomes one, in a document of such lines."""

import re

from sayso.documents import ChainBasis, ChainLink, Role, record_id
from sayso.evidence.claim import Claim, Force, Polarity
from sayso.language.analysis import AttributionKind
from sayso.story.statements.statement import DocumentFacts, Statement, read_statement
from sayso.text import Span

# Ines Varga [said] {the ferry is safe}
_LINE = re.compile(r"(?P<source>[^\[\n.,]*?) ?\[(?P<cue>[^\]]+)\] \{(?P<content>[^}]+)\}")
_MARKS = frozenset('“”"')


def facts(name: str, marked: str, *, outlet: str | None = None, credit: str | None = None) -> DocumentFacts:  # fmt: skip
    """Return the facts of a document; the marks stay in its text."""
    chain = tuple(
        ChainLink(name=link, role=role, basis=ChainBasis.FIELD, original_span=None, rule="test")
        for link, role in ((outlet, Role.HOST), (credit, Role.REPUBLISHER))
        if link
    )
    return DocumentFacts(id=name, text=marked, outlet=outlet, chain=chain)


def claims(name: str, marked: str, *, forces: tuple[Force | None, ...] = ()) -> tuple[Claim, ...]:
    """Return the claims of a marked text; a force that is not given is read off "denied"."""
    found = []
    for number, match in enumerate(_LINE.finditer(marked)):
        content, source = Span(*match.span("content")), match["source"].strip()
        given = forces[number] if number < len(forces) else None
        denied = match["cue"].startswith(("den", "reject"))
        force = given or (Force.DENY if denied else Force.ASSERT)
        found.append(
            Claim(
                id=record_id("c", name, number),
                source=(Span(match.end("source") - len(source), match.end("source")),)
                if source
                else (),
                cue=(Span(*match.span("cue")),),
                content=(content,),
                kind=AttributionKind.DIRECT
                if _quoted(match["content"])
                else AttributionKind.INDIRECT,
                rule="test",
                speaker=source if source[:1].isupper() else None,
                force=force,
                polarity=Polarity.NEGATIVE if force is Force.DENY else Polarity.POSITIVE,
            )
        )
    return tuple(found)


def statements(name: str, marked: str) -> tuple[Statement, ...]:
    """Return the statements of a marked text in its order."""
    about = facts(name, marked)
    return tuple(read_statement(claim, about) for claim in claims(name, marked))


def statement(marked: str, name: str = "d") -> Statement:
    (one,) = statements(name, marked)
    return one


def _quoted(content: str) -> bool:
    return content[0] in _MARKS and content[-1] in _MARKS
