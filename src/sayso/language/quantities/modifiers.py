"""Modifiers: the hedges before and after a number, and the words that make it an increment."""

from collections.abc import Iterable, Mapping
from functools import cache

from sayso.frozen import dataclass
from sayso.language.analysis import QuantityKind
from sayso.language.quantities.bounds import Shape
from sayso.language.quantities.words import Words, listed


@dataclass(frozen=True, slots=True, kw_only=True)
class HedgeRule:
    """Phrases of one shape, with a sentence that each rule fires on and one that it must not."""

    shape: Shape
    phrases: tuple[str, ...]
    example: str
    counter_example: str


BEFORE = (
    HedgeRule(
        shape=Shape.EXACTLY,
        phrases=("exactly", "precisely", "no more and no less than"),
        example="Exactly 40 boats left.",
        counter_example="It was not exactly calm when 40 boats left.",
    ),
    HedgeRule(
        shape=Shape.ABOUT,
        phrases=(
            "about", "around", "some", "roughly", "approximately", "approx", "approx .", "circa",
            "ca", "ca .", "an estimated", "estimated", "estimated at", "estimated to be",
            "an approximate", "a rough", "perhaps", "maybe", "something like", "in the region of",
            "in the order of", "on the order of", "in the neighbourhood of", "in the neighborhood of",
            "more or less", "~", "≈", "∼", "close on",
        ),
        example="Some 40 boats left.",
        counter_example="Some of the 40 boats left.",
    ),
    HedgeRule(
        shape=Shape.NEARLY,
        phrases=(
            "nearly", "almost", "close to", "approaching", "practically", "virtually",
            "not far off", "not quite", "getting on for",
        ),
        example="Nearly 40 boats left.",
        counter_example="The harbour was nearly empty after 40 boats left.",
    ),
    HedgeRule(
        shape=Shape.LITTLE_OVER,
        phrases=(
            "a little over", "little over", "a little more than", "little more than", "just over",
            "slightly over", "slightly more than", "just more than", "just above", "a bit over",
            "a bit more than", "a touch over", "slightly above", "a shade over",
        ),
        example="A little over 40 boats left.",
        counter_example="A little overland traffic passed 40 boats.",
    ),
    HedgeRule(
        shape=Shape.MORE_THAN,
        phrases=(
            "more than", "over", "over than", "well over", "well more than", "well above",
            "much more than", "far more than", "exceeding", "exceeded", "exceeds", "exceed",
            "in excess of", "above", "upwards of", "upward of", "greater than", "higher than",
            "larger than", "bigger than", "longer than", "older than", "north of", "topping",
            "topped", "surpassing", "surpassed", "comfortably over", "beyond", ">",
        ),
        example="More than 40 boats left.",
        counter_example="The fleet is larger than it was when 40 boats left.",
    ),
    HedgeRule(
        shape=Shape.AT_LEAST,
        phrases=(
            "at least", "at the very least", "no fewer than", "not fewer than", "no less than",
            "not less than", "a minimum of", "minimum of", "a minimum", "as few as", "≥", "> =",
        ),
        example="No fewer than 40 boats left.",
        counter_example="No fewer boats, 40 at dawn, were seen to leave.",
    ),
    HedgeRule(
        shape=Shape.LITTLE_UNDER,
        phrases=(
            "just under", "slightly under", "slightly less than", "slightly fewer than",
            "slightly below", "a little under", "a little less than", "just below",
            "just less than", "just shy of", "just short of", "shy of", "a shade under",
        ),
        example="Just under 40 boats left.",
        counter_example="Just 40 boats left.",
    ),
    HedgeRule(
        shape=Shape.FEWER_THAN,
        phrases=(
            "fewer than", "less than", "under", "below", "well under", "well below", "far fewer than",
            "far less than", "lower than", "smaller than", "shorter than", "younger than",
            "south of", "sub -", "<", "much less than",
        ),
        example="Fewer than 40 boats left.",
        counter_example="Fewer boats than expected, 40, left.",
    ),
    HedgeRule(
        shape=Shape.AT_MOST,
        phrases=(
            "at most", "at the most", "at the very most", "no more than", "not more than",
            "no greater than", "a maximum of", "maximum of", "a maximum", "at max", "≤", "< =",
        ),
        example="No more than 40 boats left.",
        counter_example="No more boats came after 40 had left.",
    ),
    HedgeRule(
        shape=Shape.UP_TO,
        phrases=("up to", "upto", "as high as", "as far as", "as long as"),
        example="Up to 40 boats could leave.",
        counter_example="The losses add up to 40 boats.",
    ),
    HedgeRule(
        shape=Shape.AS_MANY_AS,
        phrases=("as many as", "as much as"),
        example="As many as 40 boats left.",
        counter_example="Twice as many boats as the 40 of last year left.",
    ),
)  # fmt: skip

AFTER = (
    HedgeRule(
        shape=Shape.AT_LEAST,
        phrases=(
            "or more", "plus", "- plus", "+", "or over", "or above", "or higher", "or older",
            "and over", "and above", "and up", "and older", "or longer", "or upwards", "and upwards",
            "at least", "at a minimum", "at minimum", "minimum", ", at least",
        ),
        example="40 boats or more left.",
        counter_example="The 40 boats left; more followed.",
    ),
    HedgeRule(
        shape=Shape.ABOUT,
        phrases=("or so", "or thereabouts", "- odd", "odd", "- ish", "give or take", ", or so"),
        example="40 boats or so left.",
        counter_example="40 boats left, or so they say.",
    ),
    HedgeRule(
        shape=Shape.AT_MOST,
        phrases=(
            "or less", "or fewer", "or under", "or below", "or lower", "or younger", "and under",
            "at most", "at the most", "maximum", "at the outside", "tops",
        ),
        example="40 boats or fewer left.",
        counter_example="40 boats left, fewer than before.",
    ),
)  # fmt: skip

_INCREMENT = frozenset(
    (
        "another",
        "a further",
        "further",
        "an additional",
        "additional",
        "an extra",
        "extra",
        "yet another",
    )
)
_FILLERS = frozenset(
    ("a", "an", "only", "just", "even", "still", "now", "a total of", "total of",
     "an average of", "average of", "an average", "a combined", "a record", "a mere", "a staggering",
     "a whopping")
)  # fmt: skip
# "add up to 12 tonnes" is a sum, and "catch up to 12 others" no bound.
_SUMS = listed(
    "add adds added adding sum sums summed mount mounts mounted amount catch catches caught catching "
    "live lives lived living own owns owned wake wakes woke line lined lines stand stands stood "
    "ticked tick went go goes gone going rose rises climbed climbs crept inched inching jumped moved shot "
    "edged back walked ran came coming pulled ended grew"
)
# "over three days" lasts, "for over three days" is more; the preposition tells.
_BEFORE_LONGER = listed(
    "for just well lasted lasting last lasts spent spend spends took take takes taking is was are were "
    "be been to of after a in has have had waited since with at"
)
_ALSO_BEFORE = ("at least", "at most", "at the most", "minimum", "maximum")
# "Learned about two students", "a film about 12 men" hedge nothing.
_CONCERNED = listed(
    "learn learns learned learnt learning talk talks talked talking hear hears heard hearing ask asks asked "
    "asking think thinks thinking worry worries worried worrying complain complains complained dream dreamt "
    "dreamed care cares cared lie lied speculate speculated joke joked forget forgot boast boasted film films "
    "book books story stories documentary song songs novel question questions concerns rumours rumors news "
    "information details reports concerned anxious curious sorry happy upset angry"
)
# "Handed over two suspects" bounds nothing.
_HANDED = listed("hand hands handed handing turn turns turned turning")
# "A strike over 2.5 percent" is about it.
_DISPUTED = listed(
    "strike strikes dispute disputes row rows protest protests anger fury outrage outcry dismay clash clashes fight "
    "quarrel walkout lawsuit feud standoff argue argued argument talks concern concerns fears worries negotiations "
    "wrangle wrangling haggling backlash controversy debate uproar scandal"
)
_CLAUSE = listed("they he she it we you i the this that")  # "or so they say"
_LONGEST = 7  # words in the longest phrase
_DEPTH = 4  # hedges and fillers that may stand before one number


@dataclass(frozen=True, slots=True, kw_only=True)
class Hedges:
    """What stands around a number: the shape that counts, its words, and whether it is added to a base."""

    shape: Shape | None = None
    start: int  # the phrase with its hedges begins at this word
    increment: bool = False
    words: tuple[int, int] | None = None


def hedges_before(words: Words, at: int, kind: QuantityKind) -> Hedges:
    """Read the hedges that lead to the word ``at``, outermost bound first in force."""
    table, start = _before(), at
    found: list[tuple[Shape, int, int]] = []
    increment = False
    position = at
    for _ in range(_DEPTH):
        begin, phrase = _phrase_before(words, position)
        if begin == position:
            break
        shape = table.get(phrase)
        if shape and not _misread(words, begin, phrase, kind):
            found.append((shape, begin, position))
            start = begin
        elif phrase in _INCREMENT:
            increment, start = True, begin
        elif phrase not in _FILLERS:
            break
        position = begin
    if not found:
        return Hedges(start=start, increment=increment)
    shape, begin, _ = _ruling(found)
    return Hedges(
        shape=shape, start=start, increment=increment, words=(begin, _end_of(found, begin))
    )


def hedge_after(words: Words, at: int) -> tuple[Shape, int] | None:
    """Read a hedge that begins at ``at``: its shape and where it ends."""
    for length in range(min(3, len(words) - at), 0, -1):
        phrase = " ".join(words.lows[at : at + length])
        shape = _after().get(phrase)
        if shape is None or (phrase == "plus" and words.is_number(at + 1)):
            continue
        if phrase in ("+", "- plus", "- odd", "- ish") and not words.glued(at):
            continue
        if phrase.endswith(_ALSO_BEFORE) and words.is_number(at + length):
            continue  # it hedges the number that follows
        if phrase.endswith("or so") and words.low(at + length) in _CLAUSE:
            continue
        return shape, at + length
    return None


def _ruling(found: list[tuple[Shape, int, int]]) -> tuple[Shape, int, int]:
    """Let a bound rule over "about": "at least some 40" is at least 40."""
    bounding = [hedge for hedge in found if hedge[0] is not Shape.ABOUT]
    return bounding[-1] if bounding else found[-1]


def _end_of(found: Iterable[tuple[Shape, int, int]], begin: int) -> int:
    return next(end for _, start, end in found if start == begin)


@cache
def _before() -> Mapping[str, Shape]:
    return {phrase: rule.shape for rule in BEFORE for phrase in rule.phrases}


@cache
def _after() -> Mapping[str, Shape]:
    return {phrase: rule.shape for rule in AFTER for phrase in rule.phrases}


@cache
def _last_words() -> frozenset[str]:
    phrases = {*_before(), *_INCREMENT, *_FILLERS}
    return frozenset(phrase.rsplit(" ", 1)[-1] for phrase in phrases)


def _phrase_before(words: Words, at: int) -> tuple[int, str]:
    """Return the longest known phrase that ends before ``at``, or an empty one."""
    if words.low(at - 1) not in _last_words():
        return at, ""
    for length in range(min(_LONGEST, at), 0, -1):
        phrase = " ".join(words.lows[at - length : at])
        if phrase in _before() or phrase in _INCREMENT or phrase in _FILLERS:
            return at - length, phrase
    return at, ""


def _misread(words: Words, begin: int, phrase: str, kind: QuantityKind) -> bool:
    if phrase == "up to":
        return words.low(begin - 1) in _SUMS
    if phrase == "over" and kind is QuantityKind.DURATION:
        return words.low(begin - 1) not in _BEFORE_LONGER
    if phrase == "over" and words.low(begin - 1) in (_HANDED | _DISPUTED):
        return True
    if phrase == "about":
        return words.low(begin - 1) in _CONCERNED
    if phrase == "sub -":
        return not words.glued(begin + 1)
    return False
