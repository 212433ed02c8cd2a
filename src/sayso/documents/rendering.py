"""What a reader makes of an original, before furniture is told from the article."""

from sayso.documents.document import ChainLink, DateCandidate, Flag, Furniture
from sayso.frozen import dataclass
from sayso.text import Span, TextMap


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One item to read: bytes with what is known of them. ``media_type`` is a guess, if given.

    ``fields`` says what the named fields of a JSON or CSV record hold: pairs of our name
    (``text``, ``title``, ``published``, ``outlet``, ``byline``, ``address``) and theirs.
    ``encoding`` is what a container or header declares. ``columns`` and ``delimiter`` belong to
    the row of a table: its own bytes do not say what its cells are called.
    """

    path: str
    data: bytes
    media_type: str
    address: str | None = None
    retrieved: str | None = None  # ISO 8601
    fields: tuple[tuple[str, str], ...] = ()
    encoding: str | None = None
    columns: tuple[str, ...] = ()
    delimiter: str = ","


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """Plain text of an original, one block (paragraph, heading, list item) to a line.

    ``text_map`` leads from ``text`` to the decoded original. ``body`` holds the lines that an
    extractor chose as the article, as spans of ``text``; ``None`` means that nothing chose yet.
    ``title_span`` is one of ``text``. ``furniture`` is what the reader took out itself (the
    running heads of a PDF). ``address`` is the one that the original gives for itself.
    """

    text: str
    text_map: TextMap
    extractor: str
    encoding: str
    original_length: int
    body: tuple[Span, ...] | None = None
    title: str | None = None
    title_span: Span | None = None
    byline: tuple[str, ...] = ()
    chain: tuple[ChainLink, ...] = ()
    dates: tuple[DateCandidate, ...] = ()
    flags: frozenset[Flag] = frozenset()
    page_starts: tuple[int, ...] = ()
    language: str | None = None  # as the markup declares it
    furniture: tuple[Furniture, ...] = ()
    address: str | None = None
