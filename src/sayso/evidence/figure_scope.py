"""Where and when a figure holds, by the names and times that stand beside it."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from sayso.frozen import dataclass
from sayso.language.analysis import Analysis, Mention, Quantity, Timex, TimexType
from sayso.places import tables
from sayso.text import Nearby, Span

_PLACES = frozenset(("LOC", "FAC"))
# Prepositions that place what stands before them.
_IN = frozenset(
    (
        "in",
        "at",
        "inside",
        "near",
        "across",
        "around",
        "within",
        "on",
        "outside",
        "from",
        "throughout",
    )
)
_ARTICLES = frozenset(("the", "a", "an", "city", "town", "village", "of", "port", "province", "district", "northern", "southern", "eastern", "western", "central", "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "north-east", "north-west", "south-east", "south-west", "nearby", "called", "named", "northeastern", "northwestern", "southeastern", "southwestern", "districts", "towns", "villages", "areas", "parts", "provinces", "regions", "suburbs", "outskirts", "coast", "shores", "coasts", "area", "region", "part", "state", "states", "county", "capital", "island", "islands", "neighbouring", "neighboring", "two", "three", "four", "five", "several", "mainland", "rural", "remote", "upper", "lower", "greater", "its", "all"))  # fmt: skip
_OPENERS = frozenset(";:—–-)”,")
_MARKS = ",“”‘’\"'(["
# What these open is told of others than a number before them: "including those from Marrow".
_ASIDE = frozenset(("including", "whose", "while", "but", "whereas", "compared", "unlike"))
# "Held in the camp": the one that was told of before.
_TAKEN_UP = re.compile(
    r"\b(?:in|at|inside|from|outside)\s+(?:the|this|that)\s+"
    r"(?:camp|prison|jail|facility|centre|center|town|city|village|hospital|school)\b(?!\s+(?:of|in|at)\b)"
)
# "Brevia has confirmed 20 deaths": what a place has, counts or loses happened there.
_HAD = re.compile(
    r"""^ (?: \s*,[^.;:]{1,70}, )? \s (?:(?:has|have|had|also|now|already|so\sfar|itself|alone|since|on\s\w+day) \s)*
    (?: confirm(?:s|ed)? | report(?:s|ed)? | record(?:s|ed)? | register(?:s|ed)? | log(?:s|ged)? | count(?:s|ed)?
      | saw | seen | suffer(?:s|ed)? | los(?:t|es) | announce[sd]? | employs? | houses | hosts | shelters | now | has
      | have | had ) \b""",
    re.VERBOSE | re.IGNORECASE,
)
# Verbs that carry what is counted elsewhere: "Brevia has sent 20 doctors".
_AWAY = re.compile(
    r"\b(?:sent|send|sends|sending|offered|pledged|donated|promised|deployed|shipped|exported|bought|ordered|won|repatriat\w+|deport\w+|transferr\w+|returned|brought|took|flown|flew|airlifted)\b",
    re.IGNORECASE,
)
# What opens a wider scope right before a number, with no other clause between.
_WIDE = re.compile(
    r"\b(?:(?:the|a) (?:whole|entire|rest)|nationwide|elsewhere|overall|countrywide|worldwide)\b[^.;:]{0,60}$",
    re.IGNORECASE,
)
_OWNED = re.compile(r"^[’']s\s")
_RECENT = 400  # characters
# Characters between a number and a place or time that still belong to it.
_NEAR = 120
# Words before a time that make it another one's: "since Monday", "the highest since 2019".
_SINCE = frozenset(("since", "until", "till", "from", "before", "by"))


@cache
def _joint() -> re.Pattern[str]:
    """Match what stands between a place and the one around it: "Marrow, Orlen", "the Marrow camp in Orlen"."""
    nouns = sorted(tables.site_nouns(), key=len, reverse=True)
    listed = "|".join(r"\s+".join(map(re.escape, noun.split())) for noun in nouns)
    return re.compile(rf"\s*(?:{listed})?\s*(?:,|\bin|\bin\s+the)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureScope:
    """The place and the time of a figure, as they are written.

    ``setting`` is where the text around plays, for a figure whose sentence names no place.
    """

    place: Span | None = None
    setting: Span | None = None
    time: Timex | None = None


class Surroundings:
    """The places and times of a text, to be asked for those of a figure."""

    def __init__(self, text: str, analysis: Analysis) -> None:
        self._text = text
        self._sentences = analysis.sentences
        self._starts = [sentence.start for sentence in analysis.sentences]
        self._paragraphs = Nearby(analysis.paragraphs, span=lambda paragraph: paragraph)
        self._places = sorted(
            (m for m in analysis.mentions if m.kind in _PLACES), key=lambda m: m.span.start
        )
        self._places_near = Nearby(self._places, span=lambda m: m.span)
        dated = (t for t in analysis.timexes if t.type in (TimexType.DATE, TimexType.TIME))
        self._times = Nearby(dated, span=lambda t: t.span)

    def scope(self, quantity: Quantity) -> FigureScope:
        sentence = self._sentence(quantity.span)
        place = self._place(quantity, sentence)
        return FigureScope(
            place=place,
            setting=None
            if place is None and self._is_wide(quantity, sentence)
            else self.setting(quantity.span),
            time=self._time(quantity, sentence),
        )

    def _sentence(self, span: Span) -> Span:
        at = bisect_right(self._starts, span.start) - 1
        return self._sentences[at] if at >= 0 else Span(0, max(len(self._text), 1))

    def _place(self, quantity: Quantity, sentence: Span) -> Span | None:
        """Return the one place of the sentence that a preposition ties to what happens in it."""
        inside = self._places_near.inside(sentence)
        placed = [m for m in inside if self.is_placed(m)]
        behind = [m for m in placed if self._is_behind(quantity.span, m.span)]
        wide = self._is_wide(quantity, sentence)
        before = [m for m in placed if m.span.end <= quantity.span.start and not wide]
        chosen = behind[:1] or self._owners(quantity, sentence, inside) or before[-1:]
        if not chosen or chosen[0] in before:
            named = self._meant(quantity, sentence)
            if named is not None:
                return named
        return self._inmost(chosen[0], inside, quantity) if chosen else None

    def _is_wide(self, quantity: Quantity, sentence: Span) -> bool:
        """Say whether a number holds for more than the place told of before: "in the whole valley 340"."""
        return _WIDE.search(self._text[sentence.start : quantity.span.start]) is not None

    def _owners(
        self, quantity: Quantity, sentence: Span, inside: Sequence[Mention]
    ) -> list[Mention]:
        """Return the place before a number that has what is counted: its subject, its owner, its label."""
        before = [m for m in inside if m.span.end <= quantity.span.start and m.kind == "LOC"]
        return [m for m in before if self._owns(m.span, quantity.span, sentence)][-1:]

    def _owns(self, place: Span, number: Span, sentence: Span) -> bool:
        between = self._text[place.end : number.start]
        if len(between) > _NEAR or ";" in between or _AWAY.search(between):
            return False
        lead = self._text[sentence.start : place.start].strip().lower()
        opens = (
            lead in ("", "the", "neighbouring", "neighboring", "northern", "southern")
            or lead[-1] in _OPENERS
        )
        labelled = opens and between.startswith(":")
        return (
            labelled
            or _OWNED.match(between) is not None
            or (opens and _HAD.match(between) is not None)
        )

    def _inmost(self, place: Mention, inside: Sequence[Mention], quantity: Quantity) -> Span:
        """Return the place told right before the one around it: "the Marrow camp in Orlen"."""
        for one in inside:
            joint = self._text[one.span.end : place.span.start]
            if quantity.span.end <= one.span.start < place.span.start and _joint().fullmatch(joint):
                return one.span
        return place.span

    def _meant(self, quantity: Quantity, sentence: Span) -> Span | None:
        """Return the place named last before, where a noun takes it up: "held in the camp"."""
        if not _TAKEN_UP.search(
            self._text, quantity.span.end, min(sentence.end, quantity.span.end + _NEAR)
        ):
            return None
        before = [m for m in self._places if m.span.end <= quantity.span.start]
        last = before[-1].span if before else None
        return last if last and quantity.span.start - last.end <= _RECENT else None

    def _is_behind(self, span: Span, name: Span) -> bool:
        between = self._text[span.end : name.start].lower()
        aside = ";" in between or not _ASIDE.isdisjoint(re.findall(r"\w+", between))
        return 0 <= name.start - span.end <= _NEAR and not aside

    def setting(self, span: Span) -> Span | None:
        """Return the last place told of in the same paragraph before, else in the text."""
        paragraph = next((p for p in self._paragraphs.overlapping(span) if p.contains(span)), None)
        before = (
            Span(paragraph.start, span.start)
            if paragraph and paragraph.start < span.start
            else None
        )
        inside = self._places_near.inside(before) if before else []
        return next((m.span for m in reversed(inside) if self.is_placed(m)), None)

    def is_placed(self, mention: Mention) -> bool:
        """Say whether a preposition ties a name to what happens."""
        words = self._text[max(mention.span.start - 60, 0) : mention.span.start].split()
        while words and words[-1].lower().strip(_MARKS) in _ARTICLES:
            words.pop()
        return bool(words) and words[-1].lower().lstrip(_MARKS) in _IN

    def _time(self, quantity: Quantity, sentence: Span) -> Timex | None:
        inside = [
            t
            for t in self._times.inside(sentence)
            if self._is_own(t) and ";" not in self._between(quantity.span, t.span)
        ]
        distances = [(self._distance(t.span, quantity.span), at) for at, t in enumerate(inside)]
        near = [pair for pair in distances if pair[0] <= _NEAR]
        return inside[min(near)[1]] if near else None

    def _is_own(self, timex: Timex) -> bool:
        words = self._text[max(timex.span.start - 20, 0) : timex.span.start].split()
        return timex.interval is not None and not (words and words[-1].lower() in _SINCE)

    def _between(self, one: Span, other: Span) -> str:
        return self._text[min(one.end, other.end) : max(one.start, other.start)]

    @staticmethod
    def _distance(one: Span, other: Span) -> int:
        return max(one.start - other.end, other.start - one.end, 0)
