"""What befell the counted, read from the words beside a number: a class with the words that say it.

The core names a class for every number, sure or not. A class that rests on words of the clause can be
shown and defended; these rules find them, and give way to the core where they find none.
"""

import tomllib
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import cache, cached_property
from importlib.resources import files
from types import MappingProxyType

from sayso.evidence.bare_numbers import PEOPLED, SETTLED, is_told_of, tells
from sayso.evidence.countable_kinds import can_befall
from sayso.evidence.persons import PERSONS
from sayso.frozen import dataclass
from sayso.language.analysis import Quantity, Tokens
from sayso.language.quantities.tallies import DECIDED, VOTES
from sayso.language.quantities.tallies import RULE as TALLY
from sayso.language.quantities.words import listed
from sayso.text import Span

# Words between the counted and what befell it: "people in the two camps have since been".
_REACH = 10
_NEAR = 3
# Words between a verb and the number it governs: "killed at least another".
_HEDGES = listed(
    "a an the at least most more than over about around some nearly almost up to as many of another "
    "other further only just roughly approximately estimated total its their his her these those "
    "fewer less under between close exactly all what were was perhaps possibly well an additional "
    "extra first reportedly some even no our further both"
)
# Words between a toll and its number: "the death toll in the town has now risen to more than".
_MEASURE = listed(
    "to at is was stood stands reached rose risen climbed rises put puts remains fell grew hit hits "
    "reaches passed totalled now had has of reaching standing jumped climbs exceeded exceeds topped "
    "includes included dropped from : are were currently"
)
_STOPS = frozenset((";", ":", "—", "–", "…", ".", "!", "?"))
_NEW_CLAUSE = listed("while but whereas although though because after before when since as unless")
# Before a participle these make it passive, or a state: "were killed", "are feared dead".
_PASSIVE = listed(
    "was were is are be been being get gets got getting reported confirmed feared believed thought "
    "remain remains remained reportedly left found wounded missing 's 're"
)
# Behind a participle these show that no object follows: "12 people killed in the raid".
_NO_OBJECT = listed(
    "in at on by during since when while after before near inside outside and or but so from to for "
    "with without under over this last yesterday today tonight there here elsewhere alone across "
    "around within as , . ; : ) ! ? ” \" ' — – - so earlier late early then again along amid among "
    "because between against who that which overnight together later already altogether nationwide "
    "instead too also have has had were are was is out into off per not"
)


# Without one of these in the text a crowd watches, and no gathering protests.
_PROTESTS = listed(
    "protest protests protesters protestors protested protesting demonstrate demonstrates demonstrated demonstrators "
    "demonstration demonstrations demonstrating march marches marched marchers rally rallies rallied strike strikes "
    "strikers striking riot riots rioters unrest blockade blockades picket pickets sit-in uprising occupation occupied "
    "vigil curfew revolt boycott walkout"
)
_GATHERED = listed(
    "crowd crowds gathered gathering gather drew drawing drawn attracted attendance assembled turned brought came"
)
_IN_HOSPITAL = listed(
    "hospital hospitals treated treatment care admitted hospitalised hospitalized"
)
_ELLIPTICAL_REACH = 2  # sentences from a count to a bare number that goes on with it
_ELLIPSIS = listed(". , ; : ) and or in on at by to a from for so since as of but while")
# A text with one of these counts the sick when it counts cases.
_DISEASES = listed(
    "outbreak epidemic pandemic virus disease infection infections infected cholera measles ebola "
    "dengue malaria covid covid-19 coronavirus polio influenza flu fever tuberculosis diphtheria mpox "
    "typhoid meningitis plague hepatitis contagious epidemiologist"
)
# The rule whose words may stand at a distance, where another clause may come between.
FAR = "following_verb"
# The rule for those who bear the mark of a class, where nothing else is said of them.
STATUS = "counted_status"
_BE = listed("was were is are be been being")


@dataclass(frozen=True, slots=True, kw_only=True)
class Befallen:
    """A class with the characters that say it, and the rule that found them."""

    predicate: str
    span: Span
    rule: str
    near: bool = True  # nothing but auxiliaries and adverbs can stand between


@dataclass(frozen=True, kw_only=True)
class Words:
    """The words of the table, each to its class; two words are written with a blank."""

    after: Mapping[str, str]
    before: Mapping[str, str]
    nouns: Mapping[str, str]
    tolls: Mapping[str, str]
    status: Mapping[str, str]
    people: Mapping[str, str]
    custody: Mapping[str, str]
    outbreak: Mapping[str, str]
    sick: Mapping[str, str]

    def of(self, predicate: str) -> Mapping[str, str]:
        """Return the words of one class, wherever they stand."""
        return self.by_class.get(predicate, {})

    @cached_property
    def by_class(self) -> Mapping[str, Mapping[str, str]]:
        """The words of each class, wherever they stand."""
        found: dict[str, dict[str, str]] = {}
        for column in (self.after, self.before, self.nouns, self.tolls, self.people):
            for word, name in column.items():
                found.setdefault(name, {})[word] = name
        return found

    @cached_property
    def in_custody(self) -> frozenset[str]:
        """Words for those who are, or were, in custody."""
        return frozenset(w for w, name in self.status.items() if name in ("held", "escaped"))

    @cached_property
    def longest(self) -> int:
        """Words in the longest entry."""
        return max(len(word.split()) for names in self.by_class.values() for word in names)


_COLUMNS = (
    "after", "before", "nouns", "tolls", "status", "people", "custody", "outbreak", "sick",
)  # fmt: skip


@cache
def shipped_words() -> Words:
    """Return the table that comes with the package."""
    text = files(__package__).joinpath("befalling.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    return Words(
        **{
            column: MappingProxyType(
                {word: name for name, entry in table.items() for word in entry.get(column, ())}
            )
            for column in _COLUMNS
        }
    )


def lowered(word: str) -> str:
    """Return a word in small letters, but the month that would be a walk."""
    return word if word == "March" else word.lower()


class Clauses:
    """The words of a text, to be asked what stands beside a number."""

    def __init__(self, text: str, tokens: Tokens, sentences: Sequence[Span]) -> None:
        self._starts, self._ends = tokens.starts, tokens.ends
        self._lows = tuple(
            lowered(text[s:e]) for s, e in zip(tokens.starts, tokens.ends, strict=True)
        )
        self._sentence_starts = [sentence.start for sentence in sentences]
        self._sentences = sentences
        self._words = shipped_words()
        self.of_disease = not _DISEASES.isdisjoint(self._lows)
        sick = self._words.outbreak if self.of_disease else {}
        ill = self._words.sick if self.of_disease else {}
        self._status = {**self._words.status, **ill}
        self._of_protest = not _PROTESTS.isdisjoint(self._lows)
        self._nouns = {**self._words.nouns, **sick}
        self._before = {**self._words.before, **sick}

    def befallen(self, quantity: Quantity, numbers: Sequence[Span] = ()) -> Befallen | None:
        """Return what befell the counted of a number; ``numbers`` are those of the whole text, in its order."""
        low, high = self._bounds(quantity)
        first = self._at(quantity.span.start)
        end = max(quantity.span.end, quantity.counted.end if quantity.counted else 0)
        last = self._at(end)
        places = {self._at(n.start) for n in self._beside(quantity, numbers)}
        behind = self._following(quantity, last, high, places)
        near = behind if behind and behind.near else None
        ways = (
            self._of_counted(quantity, self._nouns, "counted_noun"),
            self._governed(quantity, first, low),
            near,
            self._toll(first, low) if self._is_measured(quantity) else None,
            behind,
            self._of_counted(quantity, self._status, STATUS),
        )
        head = self._head(quantity)
        return next((one for one in ways if one and can_befall(one.predicate, head)), None)

    def settled(self, told: Befallen | None) -> Befallen | None:
        """Settle what befell the counted by what the text is about."""
        if told is None:
            return None
        return replace(told, predicate=self.by_topic(told.predicate, told.span))

    def by_topic(self, predicate: str, words: Span) -> str:
        """Take those in hospital for sick in a text of a disease, and a crowd for present in one of no protest."""
        said = self._lows[self._at(words.start) : self._at(words.end)]
        if predicate == "injured" and self.of_disease and not _IN_HOSPITAL.isdisjoint(said):
            return "infected"
        if predicate == "protested" and not self._of_protest and not _GATHERED.isdisjoint(said):
            return "present"
        return predicate

    def tallied(self, quantity: Quantity) -> Befallen | None:
        """Return what the two numbers of a vote count: votes, by the word for it or by what was decided."""
        if quantity.rule != TALLY:
            return None
        low, high = self._bounds(quantity)
        first = self._at(quantity.number.start)
        near = sorted(range(low, high), key=lambda at: abs(at - first))
        at = next((at for at in near if self._lows[at] in VOTES | DECIDED), first)
        return Befallen(predicate="voted", span=self._span(at, at + 1), rule=TALLY)

    def _is_measured(self, quantity: Quantity) -> bool:
        """Say whether a toll can be counted so: in people, or in nothing that is named."""
        head = self._head(quantity)
        tolls, nouns = self._words.tolls, self._nouns
        return quantity.counted is None or head in PERSONS or head in tolls or head in nouns

    def is_elliptical(self, quantity: Quantity, before: Quantity) -> bool:
        """Say whether a bare number goes on with the count before it: "the police counted nine".

        Nothing of its own may follow: "nine were acquitted" is told anew.
        """
        if quantity.counted is not None or quantity.span.start < before.span.end:
            return False
        starts = self._sentence_starts
        here, there = (bisect_left(starts, one.span.start + 1) for one in (quantity, before))
        after = self._at(quantity.span.end)
        ends = after >= len(self._lows) or self._lows[after] in _ELLIPSIS
        return ends and 0 <= here - there <= _ELLIPTICAL_REACH and self._is_told_of(quantity)

    def _is_told_of(self, quantity: Quantity) -> bool:
        low, _ = self._bounds(quantity)
        return is_told_of(self._lows, self._before_hedges(quantity, low), low)

    def is_population(self, quantity: Quantity) -> bool:
        """Say whether a number is of those who belong there: "a town of 3,000", "a House of 17", "a father of four"."""
        return self._home(quantity) is not None

    def settlers(self, quantity: Quantity) -> Befallen | None:
        """Return that those counted live where the text says: "a town of 3,000"."""
        at = self._home(quantity)
        if at is None or self._lows[at] not in SETTLED:
            return None
        return Befallen(predicate="living", span=self._span(at, at + 1), rule="population")

    def _home(self, quantity: Quantity) -> int | None:
        low, _ = self._bounds(quantity)
        at = self._before_hedges(quantity, low)
        peopled = at > low and self._lows[at] == "of" and self._lows[at - 1] in PEOPLED
        return at - 1 if peopled else None

    def _before_hedges(self, quantity: Quantity, low: int) -> int:
        """Return the last word before a number and its hedges that tells something."""
        at = self._at(quantity.span.start) - 1
        while at >= low and self._lows[at] in _HEDGES and not tells(self._lows[at]):
            at -= 1
        return at

    def grounded(
        self, quantity: Quantity, predicate: str, numbers: Sequence[Span] = ()
    ) -> Span | None:
        """Return the nearest words of the sentence that say a class, with no other number between."""
        low, high = self._bounds(quantity)
        first = self._at(quantity.span.start)
        others = [self._at(number.start) for number in self._beside(quantity, numbers)]
        found = [
            (abs(at - first), one.span)
            for at in range(low, high)
            if (one := self._match_beginning(at, high, self._words.of(predicate), "near"))
            and not any(min(at, first) < n < max(at, first) for n in others)
        ]
        return min(found)[1] if found else None

    def _sentence(self, quantity: Quantity) -> Span:
        at = max(bisect_left(self._sentence_starts, quantity.span.start + 1) - 1, 0)
        return self._sentences[at] if self._sentences else Span(0, max(self._ends, default=1))

    def _bounds(self, quantity: Quantity) -> tuple[int, int]:
        sentence = self._sentence(quantity)
        return self._at(sentence.start), self._at(sentence.end)

    def _beside(self, quantity: Quantity, numbers: Sequence[Span]) -> Sequence[Span]:
        """Return those of all numbers, in the order of the text, that stand in the sentence of one."""
        sentence = self._sentence(quantity)
        first = bisect_left(numbers, sentence.start, key=lambda one: one.start)
        return numbers[first : bisect_left(numbers, sentence.end, key=lambda one: one.start)]

    def _at(self, offset: int) -> int:
        return bisect_left(self._starts, offset)

    def _of_counted(
        self, quantity: Quantity, table: Mapping[str, str], rule: str
    ) -> Befallen | None:
        if quantity.counted_head is None:
            return None
        at = self._at(quantity.counted_head.start)
        if at < len(self._lows) and self._lows[at] in table:
            return Befallen(predicate=table[self._lows[at]], span=self._span(at, at + 1), rule=rule)
        return None

    def _governed(self, quantity: Quantity, first: int, low: int) -> Befallen | None:
        """Find the verb right before a number: "killed at least 12 people"."""
        tables: list[Mapping[str, str]] = [self._before]
        if quantity.counted is None or self._head(quantity) in PERSONS:
            tables.insert(0, self._words.people)
        at = first - 1
        while at >= low:
            for table in tables:
                found = self._match_ending(at, low, table, "governing_verb")
                if found is not None and not self._is_passive(self._at(found.span.start), low):
                    return found
            if self._lows[at] not in _HEDGES:
                return None
            at -= 1
        return None

    def _is_passive(self, at: int, low: int) -> bool:
        """Say whether a verb before a number has its subject before it: "was killed and 12"."""
        return at - 1 >= low and self._lows[at - 1] in _BE

    def _following(
        self, quantity: Quantity, last: int, high: int, numbers: AbstractSet[int]
    ) -> Befallen | None:
        """Find what is said behind the counted: "12 people in the camp were killed"."""
        tables = [self._words.after]
        if self._head(quantity) in self._words.in_custody:
            tables.insert(0, self._words.custody)
        for at in range(last, min(last + _REACH, high)):
            low = self._lows[at]
            for table in tables:
                found = self._match_beginning(at, high, table, FAR)
                if found is not None and self._is_undergone(at, found, last, high):
                    return replace(found, near=at - last < _NEAR)
            other_number = at > last and at in numbers
            if low in _STOPS or other_number or (low in _NEW_CLAUSE and at > last):
                return None
        return None

    def _is_undergone(self, at: int, found: Befallen, last: int, high: int) -> bool:
        """Tell "12 people killed in the raid" from "12 people killed a guard"."""
        end = self._at(found.span.end)
        words = " ".join(self._lows[at:end])
        if words not in self._words.before and words not in self._words.people:
            return True
        if any(word in _PASSIVE for word in self._lows[max(last, at - 3) : at]):
            return True
        return end >= high or self._lows[end] in _NO_OBJECT or self._lows[end].endswith("ly")

    def _head(self, quantity: Quantity) -> str:
        at = self._at(quantity.counted_head.start) if quantity.counted_head else len(self._lows)
        return self._lows[at] if at < len(self._lows) else ""

    def _toll(self, first: int, low: int) -> Befallen | None:
        """Find the noun whose measure the number is: "the number of dead rose to 12"."""
        at = first - 1
        while at >= low and self._lows[at] in _HEDGES - _MEASURE:
            at -= 1
        if at < low or self._lows[at] not in _MEASURE:
            return None
        for near in range(at, max(low, first - 1 - _REACH) - 1, -1):
            if self._lows[near] in _STOPS - {":"}:
                return None
            found = self._match_ending(near, low, self._words.tolls, "toll")
            if found is not None:
                return found
        return None

    def _match_ending(
        self, at: int, low: int, table: Mapping[str, str], rule: str
    ) -> Befallen | None:
        for size in range(self._words.longest, 0, -1):
            start = at - size + 1
            if start >= low and (name := table.get(" ".join(self._lows[start : at + 1]))):
                return Befallen(predicate=name, span=self._span(start, at + 1), rule=rule)
        return None

    def _match_beginning(
        self, at: int, high: int, table: Mapping[str, str], rule: str
    ) -> Befallen | None:
        for size in range(self._words.longest, 0, -1):
            end = at + size
            if end <= high and (name := table.get(" ".join(self._lows[at:end]))):
                return Befallen(predicate=name, span=self._span(at, end), rule=rule)
        return None

    def _span(self, start: int, end: int) -> Span:
        return Span(self._starts[start], self._ends[end - 1])
