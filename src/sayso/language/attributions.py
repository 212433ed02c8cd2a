"""Attributions of quotations: who is said to have spoken the words between the marks.

Each quotation is tied to the nearest reporting word of its sentence, before or behind it; one that
has none goes to whoever speaks in its paragraph, then to the running speaker.
"""

from collections.abc import Sequence
from dataclasses import field, replace

from sayso.frozen import dataclass
from sayso.language.analysis import Attribution, AttributionKind, Quotation, Tokens
from sayso.language.cues import Cue, find_cues
from sayso.language.frames import Frame, frames_of
from sayso.language.phrases import Range
from sayso.language.reports import Report, find_earlier_report, find_report, reported_clause
from sayso.language.segments import Segments, as_segments
from sayso.language.speakers import name_speakers
from sayso.text import Span

_RUNNING = "running_speaker"
# Where each utterance bears its name, one without a name is not the last speaker's.
_LABELS = frozenset({"byline", "label", "inner_label"})


def find_direct_attributions(
    text: str,
    tokens: Tokens,
    sentences: Sequence[Span],
    paragraphs: Sequence[Span],
    quotations: Sequence[Quotation],
) -> tuple[Attribution, ...]:
    """Return one attribution for each utterance that has words in quotation marks.

    A quotation whose speaker the text does not give has an attribution without source.
    """
    return attribute(as_segments(text, tokens, sentences, paragraphs), quotations)


def attribute(
    segments: Segments, quotations: Sequence[Quotation], *, cues: Sequence[Cue] | None = None
) -> tuple[Attribution, ...]:
    """Do the work of ``find_direct_attributions`` on layers that are already bundled.

    ``cues`` saves looking for the reporting words again where that has been done.
    """
    cues = find_cues(segments) if cues is None else cues
    drafting = _Drafting(segments, cues, quotations)
    for frame in frames_of(segments, quotations):
        drafting.take(frame)
    drafting.settle(None)
    found = [_finished(segments, draft) for draft in drafting.drafts]
    found.sort(key=lambda attribution: attribution.content)
    return name_speakers(segments, found, cues)


@dataclass(slots=True, kw_only=True)
class _Draft:
    """An attribution while its fragments are gathered; ``clause`` is its reported clause."""

    report: Report
    paragraph: int
    fragments: list[Span] = field(default_factory=list)
    clause: Range | None = None


class _Drafting:
    """The attributions found so far, and the quotations that still wait for a speaker."""

    def __init__(
        self, segments: Segments, cues: Sequence[Cue], quotations: Sequence[Quotation]
    ) -> None:
        self.drafts: list[_Draft] = []
        self._segments = segments
        self._cues = cues
        self._quotations = quotations
        self._by_quotation: dict[int, _Draft] = {}
        self._waiting: list[Frame] = []
        self._previous: Frame | None = None

    def take(self, frame: Frame) -> None:
        """Tie one quotation to its attribution, or let it wait for one behind it.

        Of its paragraph, or of the next if it goes on there: '"We wait.', 'It is late," Lund said.'
        """
        if self._waiting and not self._goes_with(self._waiting[-1], frame):
            self.settle(None)
        report = find_report(self._segments, self._cues, frame)
        draft = self._draft(frame, report)
        self._previous = frame
        if draft is None:
            self._waiting.append(frame)
            return
        self.settle(draft)
        self._add(draft, frame, report)

    def settle(self, draft: _Draft | None) -> None:
        """Give those that wait to the next speaker, or to the running one."""
        for frame in self._waiting:
            if draft and draft.paragraph >= frame.paragraph and not draft.clause:
                self._add(draft, frame, None)
            else:
                self._add(self._continued(frame) or self._running(frame), frame, None)
        self._waiting.clear()

    def _goes_with(self, earlier: Frame, frame: Frame) -> bool:
        going_on = self._quotations[frame.quotation].continues == earlier.quotation
        return going_on or earlier.paragraph == frame.paragraph

    def _continued(self, frame: Frame) -> _Draft | None:
        before = self._quotations[frame.quotation].continues
        return None if before is None else self._by_quotation.get(before)

    def _draft(self, frame: Frame, report: Report | None) -> _Draft | None:
        continued = self._continued(frame)
        if continued and (report is None or report.source is None):
            return continued
        last = self.drafts[-1] if self.drafts else None
        if report is not None:
            same = last is not None and report.cue and report.cue == last.report.cue
            return last if same else self._new(report, frame)
        if last and not self._waiting and last.paragraph == frame.paragraph:
            return self._same_speaker(last, frame)
        report = find_earlier_report(self._segments, self._cues, frame)
        return None if report is None else self._new(report, frame)

    def _same_speaker(self, last: _Draft, frame: Frame) -> _Draft:
        """Give a quotation without a cue to the speaker of the one before it."""
        if self._previous and self._previous.behind and self._previous.behind == frame.before:
            if last.clause:
                last.clause = reported_clause(self._segments, self._cues, frame, last.clause[0])
            return last
        if last.clause is None:
            return last
        return self._new(replace(last.report, rule="same_speaker", clause=None), frame)

    def _new(self, report: Report, frame: Frame) -> _Draft:
        self.drafts.append(_Draft(report=report, paragraph=frame.paragraph))
        return self.drafts[-1]

    def _running(self, frame: Frame) -> _Draft:
        """Continue the speaker of the paragraph before, if the quotation stands alone in its own."""
        last = self.drafts[-1] if self.drafts else None
        alone = not frame.before and not frame.earlier
        if last and last.paragraph == frame.paragraph and last.report.rule == _RUNNING:
            return last
        named = last is not None and last.report.rule not in _LABELS
        if last and named and alone and frame.paragraph - last.paragraph == 1:
            report = Report(source=last.report.source, cue=None, rule=_RUNNING)
        else:
            report = Report(source=None, cue=None, rule="no_source")
        return self._new(report, frame)

    def _add(self, draft: _Draft, frame: Frame, report: Report | None) -> None:
        quotation = self._quotations[frame.quotation]
        self._by_quotation[frame.quotation] = draft
        if report is not None and report.clause is not None:
            draft.clause = report.clause
        if not draft.clause:
            inner = report.words if report else None
            draft.fragments.append(self._segments.span(*inner) if inner else quotation.content)
            return
        clause = self._segments.span(*draft.clause)
        kept = (f for f in (*draft.fragments, quotation.content) if not clause.overlaps(f))
        draft.fragments[:] = [clause, *kept]


def _finished(segments: Segments, draft: _Draft) -> Attribution:
    report = draft.report
    return Attribution(
        source=(segments.span(*report.source),) if report.source else (),
        cue=(segments.span(*report.cue),) if report.cue else (),
        content=tuple(sorted(set(draft.fragments))),
        kind=AttributionKind.MIXED if draft.clause else AttributionKind.DIRECT,
        rule=report.rule,
    )
