"""Reading one text: every layer of language in one call."""

from sayso.dates import DayInterval
from sayso.language.analysis import Analysis
from sayso.language.attributions import find_direct_attributions
from sayso.language.quantities import find_quantities
from sayso.language.quotations import find_quotations
from sayso.language.segments import segment
from sayso.language.timexes import find_timexes


def analyse(text: str, *, published: DayInterval | None = None) -> Analysis:
    """Return all layers of ``text`` that closed rules find.

    ``published`` is when the text was written, as far as known: relative expressions of time are
    resolved against it.
    """
    segments = segment(text)
    quotations = find_quotations(text, segments=segments)
    return Analysis(
        paragraphs=segments.paragraphs,
        sentences=segments.sentences,
        tokens=segments.tokens,
        quotations=quotations,
        attributions=find_direct_attributions(
            text, segments.tokens, segments.sentences, segments.paragraphs, quotations
        ),
        timexes=find_timexes(text, published=published),
        quantities=find_quantities(text),
    )
