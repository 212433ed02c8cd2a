"""Stories in marked text for the tests of the registry in a case: mentions, speakers, claims."""

from dataclasses import replace

from sayso.case import Case, Relations, RunId
from sayso.documents import record_id
from sayso.evidence.claim import Claim, Force
from sayso.evidence.reading import Evidence
from sayso.language.analysis import Analysis, AttributionKind, Manner, Mention
from sayso.story.actors.speaking import read_actors
from sayso.text import Span
from tests.case.builders import NOW, bare_evidence, document
from tests.story.actors.documents import unmarked

# "Ana Orlow: the bridge is safe." makes a claim of the name before the colon.
_SAYS = ": "
# "Ana Orlow and Bo Lund: the bridge is safe." makes one of both.
_AND = " and "


def marked(name: str, text: str) -> tuple[str, Evidence]:
    """Return the text and the evidence of "[PER1 Ana Orlow]: the bridge is safe." and the like."""
    plain, mentions = unmarked(text)
    claims = tuple(_claims(name, plain, mentions))
    analysis = Analysis(sentences=(Span(0, len(plain)),), mentions=mentions)
    return plain, replace(bare_evidence(), analysis=analysis, claims=claims)


def tell(case: Case, run: RunId, name: str, text: str) -> str:
    """Add a document of this outlet to the case, and return its id."""
    plain, evidence = marked(name, text)
    made, data = document(plain, path=f"{name}.txt", outlet=name, title=name)
    made = replace(made, id=f"d_{name}", title_span=None, page_starts=())
    actors = read_actors(made.id, plain, evidence.analysis.mentions, evidence.claims)
    case.add(made, evidence, data, run=run, now=NOW, relations=Relations(actors=actors))
    return made.id


def _claims(name: str, text: str, mentions: tuple[Mention, ...]) -> list[Claim]:
    found = []
    before: Mention | None = None
    for mention in mentions:
        first, before = before, mention
        together = first is not None and text[first.span.end : mention.span.start] == _AND
        source, speaker = mention.span, mention.name
        if first is not None and together:
            source = Span(first.span.start, mention.span.end)
            speaker = f"{first.name} and {mention.name}"
        behind = text[mention.span.end :]
        if behind.startswith(_SAYS):
            start = mention.span.end + len(_SAYS)
            content = Span(start, text.index(".", start))
            found.append(
                Claim(
                    id=record_id("c", name, content.start, content.end),
                    source=(source,),
                    cue=(),
                    content=(content,),
                    kind=AttributionKind.DIRECT,
                    rule="test",
                    speaker=speaker,
                    manner=Manner.SAID,
                    force=Force.ASSERT,
                )
            )
    return found
