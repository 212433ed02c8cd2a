"""What ties the statements of one document to those of others, and by what they are found later."""

from sayso.frozen import dataclass
from sayso.story.denials.denial import Denial
from sayso.story.echoes.edge import EchoEdge
from sayso.story.quotes.rendering import Rendering


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimKeys:
    """The keys by which the statement of one claim is found; they fit signed 64-bit integers."""

    claim: str
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementRelations:
    """What ties the statements of a new document to others, and by what they are found later.

    ``words`` are those that stand in more than one of them, with how many.
    """

    keys: tuple[ClaimKeys, ...] = ()
    words: tuple[tuple[str, int], ...] = ()
    renderings: tuple[Rendering, ...] = ()
    denials: tuple[Denial, ...] = ()
    echoes: tuple[EchoEdge, ...] = ()
