"""Dates that a page gives in its markup, as candidates with the characters that say so."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from sayso.dates import DayInterval, Precision
from sayso.documents.document import DateBasis, DateCandidate
from sayso.documents.field_dates import field_candidate
from sayso.documents.html_declared import Declared, MarkedTime
from sayso.documents.html_linked import LinkedArticle
from sayso.documents.html_page_zone import in_page_zone
from sayso.documents.html_tokens import Marked
from sayso.text import Span

# Names of meta tags for the day of publication, plain ones first.
_PUBLISHED = (
    *("article:published_time", "og:article:published_time", "article:published", "datepublished"),
    *("date_published", "publishdate", "publish-date", "publish_date", "published_time"),
    *("publication_date", "publicationdate", "publication-date", "parsely-pub-date", "pubdate"),
    *("sailthru.date", "cxenseparse:recs:publishtime", "shareaholic:article_published_time"),
    *("mediator_published_time", "iso-8601-publish-date", "originalpublicationdate"),
    *("article_date_original", "rnews:datepublished", "dc.date.issued", "dcterms.issued"),
    *("dcterms.created", "dc.date.created", "datecreated", "citation_publication_date"),
    *("citation_date", "displaydate"),
)
# These say "date" and no more; some systems put the day of the last change there, or of retrieval.
_SOME_DATE = ("dc.date", "dcterms.date", "date", "issued", "created")
_MODIFIED = (
    *("article:modified_time", "og:article:modified_time", "og:updated_time", "datemodified"),
    *("dcterms.modified", "dc.date.modified", "dc.date.updated", "last-modified", "lastmod"),
    *("date_modified", "iso-8601-modified-date", "shareaholic:article_modified_time", "revised"),
)

# Log-odds that the day is the article's, by who fills the place: schema.org and Open Graph come
# from the newsroom's system and are right on 98 pages of 100; a time element may be a neighbour's.
_DESCRIBED, _META, _LABELLED_TIME, _PATH, _VAGUE_META, _TIME, _PATH_MONTH = (
    4,
    3.5,
    3,
    2.5,
    2,
    2,
    1.5,
)
_CHANGE = 0.5
# What systems write where nobody filled the field in.
_PLACEHOLDERS = frozenset({date(1, 1, 1), date(1900, 1, 1), date(1969, 12, 31), date(1970, 1, 1)})

_SAYS_PUBLISHED = re.compile(r"publish|posted|pubdate|entry-date|created")
_SAYS_MODIFIED = re.compile(r"updated|modified|edited")
_PATH_DATE = re.compile(
    r"""
    (?<![\d-]) (?P<year> (?:19|20)\d\d ) (?P<mark> [/-] )
    (?P<month> \d{1,2} | jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec )
    (?: (?P=mark) (?P<day> \d{1,2} ) )? (?= [/-] | \Z ) (?! -\d )
    """,
    re.VERBOSE,
)


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def declared_dates(
    declared: Declared,
    linked: LinkedArticle | None,
    title_span: Span | None,
    *,
    address: str | None,
) -> tuple[DateCandidate, ...]:
    """Return the days that the page declares, published and modified, strongest first.

    ``address`` is where the page was found, if known.
    """
    linked = linked or LinkedArticle()
    found = (
        *_field(linked.published, "jsonld.datePublished", _DESCRIBED),
        *_field(linked.modified, "jsonld.dateModified", _CHANGE, modified=True),
        *_meta(declared, _PUBLISHED, _META),
        *_meta(declared, _SOME_DATE, _VAGUE_META),
        *_meta(declared, _MODIFIED, _CHANGE, modified=True),
        *_times(declared.times, title_span),
        *_path(declared),
    )
    dated = [candidate for candidate in found if not _is_placeholder(candidate)]
    own = _dated_path(address) if address else None
    dated = in_page_zone(dated, addressed=own[0] if own else None)
    return tuple(sorted(dated, key=lambda candidate: -candidate.weight))


def _field(
    value: Marked | None, rule: str, weight: float, *, modified: bool = False
) -> Iterator[DateCandidate]:
    if value is None:
        return
    span = Span(value.start, value.end)
    candidate = field_candidate(value.text, (span,), rule=rule, weight=weight, modified=modified)
    if candidate is not None:
        yield candidate


def _meta(
    declared: Declared, names: Sequence[str], weight: float, *, modified: bool = False
) -> Iterator[DateCandidate]:
    """Yield the first of the tags, and of the others those that contradict one before them."""
    intervals: set[DayInterval] = set()
    given = {item.name for item in declared.meta}
    for name in filter(given.__contains__, names):
        for candidate in _field(declared.first(name), f"meta.{name}", weight, modified=modified):
            if candidate.interval not in intervals:
                intervals.add(candidate.interval)
                yield candidate


def _times(times: Sequence[MarkedTime], title_span: Span | None) -> Iterator[DateCandidate]:
    """Yield what time elements say: labelled ones, else the first below the title.

    Without a title on the page the times may be those of other articles; then they must agree.
    """
    changed = [time for time in times if _SAYS_MODIFIED.search(time.says)]
    labelled = [t for t in times if t not in changed and _SAYS_PUBLISHED.search(t.says)]
    plain = [time for time in times if time not in changed and time not in labelled]
    if title_span is not None:
        plain = [time for time in plain if time.at >= title_span.end]
    elif len({time.value.text[:10] for time in plain}) > 1:
        plain = []
    for time in labelled[:1]:
        yield from _field(time.value, "time.published", _LABELLED_TIME)
    for time in [] if labelled else plain[:1]:
        yield from _field(time.value, "time.datetime", _TIME)
    for time in changed[:1]:
        yield from _field(time.value, "time.modified", _CHANGE, modified=True)


def _path(declared: Declared) -> Iterator[DateCandidate]:
    """Yield the day or month in the path of the page's own address."""
    address = declared.link("canonical") or declared.first("og:url")
    # A reference in the address (&amp;) before the date would shift it.
    if not address or len(address.text) != address.end - address.start:
        return
    if (found := _dated_path(address.text)) is not None:
        interval, start, end = found
        day = interval.precision is Precision.DAY
        yield DateCandidate(
            interval=interval,
            basis=DateBasis.METADATA,
            weight=_PATH if day else _PATH_MONTH,
            original_spans=(Span(address.start + start, address.start + end),),
            written=address.text[start:end],
            rule="canonical.path",
        )


def _dated_path(address: str) -> tuple[DayInterval, int, int] | None:
    """Return the day or month that an address names, and where it does."""
    found = _PATH_DATE.search(address)
    if found is None:
        return None
    year, name = int(found["year"]), found["month"]
    month = int(name) if name.isdigit() else _MONTHS.index(name) + 1
    try:
        first = date(year, month, int(found["day"] or 1))
    except ValueError:
        return None
    interval = DayInterval.day(first) if found["day"] else DayInterval.month(year, month)
    return interval, found.start(), found.end()


def _is_placeholder(candidate: DateCandidate) -> bool:
    return candidate.interval.lo in _PLACEHOLDERS
