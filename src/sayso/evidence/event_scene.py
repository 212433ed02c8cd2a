"""The scene of an event: the words that tell it, its place, who is named in it, and its figures."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from sayso.evidence.event import Participant
from sayso.evidence.event_clauses import Clause
from sayso.evidence.figure import Figure
from sayso.evidence.figure_scope import Surroundings
from sayso.evidence.forecast_text import Words
from sayso.frozen import dataclass
from sayso.language.analysis import Analysis, Mention
from sayso.places.mentions import PLACE_KINDS
from sayso.text import Span

_NAMED = frozenset({"PER", "ORG", "NORP", "GPE", "MISC", "LOC", "FAC"})
# A headline needs this many words, and somebody or something before the event word.
_FEWEST = 5
_LONGEST = 260
_EDGES = " \t\n,;:–—-\"“”'’‘→*"
_CONNECTIVES = frozenset({"and", "but", "that", "which", "who", "as", "while", "when", "because"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What stands around an event word."""

    headline: Span
    place: Span | None
    participants: tuple[Participant, ...]
    figures: tuple[str, ...]


class Scenes:
    """The names and figures of one text, to be asked for those of a clause."""

    def __init__(self, words: Words, analysis: Analysis, figures: Sequence[Figure]) -> None:
        self._words, self._sentences = words, analysis.sentences
        self._starts = [sentence.start for sentence in analysis.sentences]
        self._mentions = sorted(
            (m for m in analysis.mentions if m.kind in _NAMED), key=lambda m: m.span
        )
        self._mention_starts = [mention.span.start for mention in self._mentions]
        self._figures = sorted((f for f in figures), key=lambda f: f.quantity.span)
        self._figure_starts = [figure.quantity.span.start for figure in self._figures]
        self._surroundings = Surroundings(words.text, analysis)

    def of(self, trigger: Span, clause: Clause) -> Scene:
        span = self._words.span(clause.first, clause.end)
        sentence = self._sentence(trigger)
        return Scene(
            headline=self._headline(trigger, clause, sentence),
            place=self._place(trigger, span, sentence),
            participants=tuple(self._participant(m) for m in self._named(span)),
            figures=self._counted(span),
        )

    def _sentence(self, span: Span) -> Span:
        at = max(bisect_right(self._starts, span.start) - 1, 0)
        return self._sentences[at]

    def _named(self, span: Span) -> Sequence[Mention]:
        first = bisect_left(self._mention_starts, span.start)
        last = bisect_left(self._mention_starts, span.end)
        return self._mentions[first:last]

    def _counted(self, span: Span) -> tuple[str, ...]:
        first = bisect_left(self._figure_starts, span.start)
        last = bisect_left(self._figure_starts, span.end)
        return tuple(figure.id for figure in self._figures[first:last] if figure.predicate)

    def _participant(self, mention: Mention) -> Participant:
        name = mention.name or mention.span.text_in(self._words.text)
        return Participant(span=mention.span, kind=mention.kind, entity=mention.entity, name=name)

    def _place(self, trigger: Span, clause: Span, sentence: Span) -> Span | None:
        """Return the place of the clause nearest to the event word, else that of the sentence.

        Else it is the place that the paragraph told of before.
        """
        for around in (clause, sentence):
            placed = [
                m.span for m in self._named(around) if m.kind in PLACE_KINDS and self._placed(m)
            ]
            if placed:
                return min(placed, key=lambda span: _distance(span, trigger))
        named = [m.span for m in self._named(clause) if m.kind in PLACE_KINDS]
        if named:
            return min(named, key=lambda span: _distance(span, trigger))
        return self._surroundings.setting(trigger)

    def _placed(self, mention: Mention) -> bool:
        return self._surroundings.is_placed(mention)

    def _headline(self, trigger: Span, clause: Clause, sentence: Span) -> Span:
        """Return the clause if it tells by itself what happened, else the sentence around it."""
        first, end = clause.first, clause.end
        while first < end and self._words.word(first) in _CONNECTIVES - self._kept(first):
            first += 1
        before = self._words.at(trigger.start) - first
        whole = self._trimmed(sentence)
        if end - first >= _FEWEST and before > 0 and clause.opener != "gerund":
            return self._trimmed(self._words.span(first, end))
        if len(whole) <= _LONGEST:
            return whole
        return self._trimmed(self._words.span(first, end))

    def _kept(self, at: int) -> frozenset[str]:
        """Return what joins nothing here: "as of Friday"."""
        return frozenset({"as"}) if self._words.word(at + 1) in {"of", "well"} else frozenset()

    def _trimmed(self, span: Span) -> Span:
        """Leave out marks at both ends."""
        written = span.text_in(self._words.text)
        left = len(written) - len(written.lstrip(_EDGES))
        right = len(written.rstrip(_EDGES))
        return Span(span.start + left, span.start + right) if left < right else span


def _distance(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)
