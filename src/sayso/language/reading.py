"""Reading one text: every layer of language in one call."""

from collections.abc import Sequence
from dataclasses import replace

from sayso.dates import DayInterval
from sayso.language.analysis import Analysis, Attribution
from sayso.language.attribution_edges import set_edges
from sayso.language.attribution_repairs import repair_attributions
from sayso.language.attributions import attribute
from sayso.language.core.network import Network
from sayso.language.core.reading import read_core
from sayso.language.cues import Cue, find_cues
from sayso.language.described import describe_pronouns
from sayso.language.introduced_people import with_introduced_people
from sayso.language.joining import join_attributions
from sayso.language.near_speakers import settle_near
from sayso.language.quantities import find_quantities
from sayso.language.quotations import find_quotations
from sayso.language.quoted_content import with_whole_quotations
from sayso.language.segments import Segments, segment
from sayso.language.settled_speakers import settle_speakers
from sayso.language.speaker_continuity import continue_speakers
from sayso.language.speakers import name_speakers
from sayso.language.timex_said import place_timexes
from sayso.language.timexes import find_phrases
from sayso.language.viewpoints import find_viewpoints


def analyse(
    text: str,
    *,
    core: Network | None = None,
    published: DayInterval | None = None,
    trees: bool = False,
) -> Analysis:
    """Return all layers of ``text``: what closed rules find, and what the ``core`` adds to it.

    Without a core there are no trees, mentions, events and indirect attributions. ``published`` is
    when the text was written, as far as known: relative expressions of time are resolved against
    it. Word classes and trees of the core are costly and given only when ``trees`` are asked for.
    """
    analysis = _read(text, core, trees=trees)
    return replace(analysis, timexes=place_timexes(analysis, published=published))


def _read(text: str, core: Network | None, *, trees: bool) -> Analysis:
    """Return all layers of ``text`` but the values of its expressions of time."""
    segments = segment(text)
    cues = find_cues(segments)
    quotations = find_quotations(text, segments=segments, cues=cues)
    ruled = Analysis(
        paragraphs=segments.paragraphs,
        sentences=segments.sentences,
        tokens=segments.tokens,
        quotations=quotations,
        attributions=attribute(segments, quotations, cues=cues),
        phrases=find_phrases(text),
        quantities=find_quantities(text),
    )
    if core is None:
        return ruled
    times = [phrase.span for phrase in ruled.phrases]
    read = read_core(core, segments, quotations, ruled.quantities, times=times, trees=trees)
    mentions = with_introduced_people(segments, read.mentions)
    repaired = repair_attributions(segments, read.attributions)
    found = set_edges(segments, tuple(with_whole_quotations(repaired, quotations)))
    joined = join_attributions(found, ruled.attributions)
    viewpoints = tuple(find_viewpoints(segments, joined, quotations, mentions))
    if viewpoints:
        joined = join_attributions((*found, *viewpoints), ruled.attributions)
    spoken = settle_speakers(segments, _named(segments, joined, cues), mentions)
    spoken = settle_near(segments, spoken, mentions)
    return replace(
        ruled,
        tokens=read.tokens,
        attributions=describe_pronouns(segments, continue_speakers(segments, spoken, mentions)),
        quantities=read.quantities,
        countings=read.countings,
        mentions=mentions,
        events=read.events,
        trees=read.trees,
    )


def _named(
    segments: Segments, attributions: Sequence[Attribution], cues: Sequence[Cue]
) -> tuple[Attribution, ...]:
    """Give a speaker by the rules where nobody has one: "the director", introduced by name before."""
    ruled = name_speakers(segments, attributions, cues)
    return tuple(
        own if own.speaker else replace(own, speaker=other.speaker)
        for own, other in zip(attributions, ruled, strict=True)
    )
