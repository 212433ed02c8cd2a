"""One published item, as one outlet showed it at one address, retrieved once."""

from enum import StrEnum

from sayso.dates import DayInterval, Precision
from sayso.documents.original import Original
from sayso.frozen import dataclass
from sayso.text import Span, TextMap

# Rule of a date candidate that bounds an article by the day of a picture it shows.
CAPTION_RULE = "caption"


class Flag(StrEnum):
    """What a reader of this document should know before trusting it."""

    UNDATED = "undated"
    MISDATED = "misdated"
    RESPUN = "respun"
    NEAR_DUPLICATE = "near_duplicate_of"
    PAYWALL_STUB = "paywall_stub"
    CONSENT_WALL = "consent_wall"
    NOT_ENGLISH = "not_english"
    MIXED_ENCODING = "mixed_encoding"
    CUT = "cut"  # longer than the reading limit: the rest was not read
    BIDI_OVERRIDE = "bidi_override"
    NO_TEXT_LAYER = "no_text_layer"


class Role(StrEnum):
    """Place of an outlet or body in the chain host <- republisher <- agency <- report."""

    HOST = "host"
    REPUBLISHER = "republisher"
    AGENCY = "agency"
    REPORT = "report"


class ChainBasis(StrEnum):
    """What in the document names a link of its chain."""

    MASTHEAD = "masthead"
    SITE_NAME = "site_name"
    CANONICAL = "canonical"
    ADDRESS = "address"
    VIA = "via"
    SOURCE_LINE = "source_line"
    AGENCY_CREDIT = "agency_credit"
    BYLINE = "byline"
    FIRST_PUBLISHED = "first_published"
    TOLD = "told"
    ACCORDING_TO_REPORT = "according_to_report"
    FIELD = "field"  # a named field of a JSON, JSONL or CSV record


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainLink:
    """One outlet or body behind a document, with the original characters that say so.

    ``original_span`` is ``None`` only if the evidence is the address itself.
    """

    name: str
    role: Role
    basis: ChainBasis
    original_span: Span | None
    rule: str


class DateBasis(StrEnum):
    """Where a candidate for a document's date comes from."""

    METADATA = "metadata"
    DATELINE = "dateline"
    WEEKDAY = "weekday"
    MENTION = "mention"
    RELATIVE = "relative"
    NEIGHBOUR = "neighbour"
    RETRIEVAL = "retrieval"


@dataclass(frozen=True, slots=True, kw_only=True)
class DateCandidate:
    """One reason to date a document; ``weight`` is log-odds, larger is stronger.

    ``original_spans`` are the characters it rests on, empty only for the retrieval time.
    ``alternatives`` holds other readings of the same characters (day and month swapped).
    """

    interval: DayInterval
    basis: DateBasis
    weight: float
    original_spans: tuple[Span, ...]
    written: str
    rule: str
    modified: bool = False
    alternatives: tuple[DayInterval, ...] = ()

    @property
    def precision(self) -> Precision:
        return self.interval.precision


class FurnitureKind(StrEnum):
    """Why a piece of the original is not part of the article's text."""

    LINE = "line"
    CAPTION = "caption"
    CREDIT = "credit"
    MASTHEAD = "masthead"
    DATE_LINE = "date_line"
    MARKUP = "markup"  # parts of a page that the extractor did not choose


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """Original characters that were taken out, and why."""

    original_span: Span
    kind: FurnitureKind
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The cleaned text of one item, with the way back to the original.

    ``text`` holds the article with its title, paragraphs parted by blank lines. ``text_map`` leads
    to the characters of the decoded original; ``page_starts`` are the positions in the decoded
    original at which the pages of a PDF begin. ``dates`` holds what metadata, page furniture and
    dateline say; what the text itself gives away is added by the evidence layer.
    """

    id: str
    original: Original
    text: str
    text_map: TextMap
    extractor: str
    encoding: str
    original_length: int
    title: str | None = None
    title_span: Span | None = None
    byline: tuple[str, ...] = ()
    chain: tuple[ChainLink, ...] = ()
    dates: tuple[DateCandidate, ...] = ()
    language: str | None = None
    flags: frozenset[Flag] = frozenset()
    furniture: tuple[Furniture, ...] = ()
    page_starts: tuple[int, ...] = ()

    def quote(self, span: Span) -> str:
        """Return the exact characters of ``span``."""
        return span.text_in(self.text)

    def original_spans(self, span: Span) -> tuple[Span, ...]:
        return self.text_map.original_spans(span)

    @property
    def outlet(self) -> str | None:
        """Name of the host, the outlet that published this document, if known."""
        return next((link.name for link in self.chain if link.role is Role.HOST), None)
