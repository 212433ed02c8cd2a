"""Number words that count nothing: "one" as a pronoun, idioms, "a couple" of two."""

from sayso.language.quantities.amounts import Amount
from sayso.language.quantities.nouns import PLURAL_VERBS, STOPS, is_plural, is_stop, looks_verbal
from sayso.language.quantities.number_words import SCALES
from sayso.language.quantities.numerals import Form
from sayso.language.quantities.words import HYPHENS, Words, listed

_BEFORE_PRONOUN = listed(
    "no any every each some this that the which another such good bad only new old big little great "
    "last next first right wrong former latter other same number back many"
)
_TIMES = listed(
    "day days thing point stage time night morning week way hand side sense moment end man's"
)
_PREPOSITIONS = listed("at on in from for to")
_WHOLE_COMPOUNDS = frozenset(
    ("one-off", "one-way", "two-way", "three-way", "four-way", "one-sided", "two-sided", "one-on-one",
     "one-time", "one-stop", "one-size", "one-to-one", "two-faced", "one-liner", "two-state", "two-tier",
     "two-fold", "three-fold", "one-upmanship", "two-factor", "one-hit", "two-thirds", "fifty-fifty",
     "twenty-twenty", "one-handed", "two-step", "one-party", "two-party", "five-star", "zero-sum",
     "three-dimensional", "two-dimensional", "four-wheel", "two-time", "one-two", "seven-eighths",
     "two-pronged", "three-pronged", "zero-tolerance", "two-track")
)  # fmt: skip
_NAMED_PAIRS = frozenset(
    ("zero tolerance", "ground zero", "patient zero", "net zero", "million-dollar question", "one another",
      "one day", "one other", "square one", "year zero", "one hundred percent sure")
)  # fmt: skip


_TABLE_ENDS = listed("top bottom last")
_EMERGENCY = listed("911 999 112")
_EMERGENCY_WORDS = listed(
    "call calls called calling caller callers dial dials dialed dialled operator operators dispatcher "
    "dispatchers dispatch system emergency line"
)


def is_pronoun_one(words: Words, amount: Amount) -> bool:
    """Find "one" where it points, compares or generalises: "one of", "no one", "one day", "the one"."""
    at = amount.numeral.start
    before, after = words.low(at - 1), words.low(at + 1)
    if words.low(at) != "one" or amount.numeral.end != at + 1:
        return False
    if amount.unit and after not in _TIMES:
        return False
    if before in _BEFORE_PRONOUN:
        return not (before in ("the", "only", "this", "that") and is_singular_noun(words, at + 1))
    if after in _TIMES:
        return before in _PREPOSITIONS or after in ("day", "thing")
    if after in HYPHENS and words.glued(at + 1):
        return False
    return not is_singular_noun(words, at + 1)


def is_singular_noun(words: Words, at: int) -> bool:
    """Say whether a noun can begin at ``at``: a word that no closed list and no ending excludes."""
    form, low = words.form(at), words.low(at)
    if not form[:1].isalpha() or is_stop(form):
        return False
    return not (looks_verbal(form) and low.endswith("s")) and not low.endswith("ly")


def is_idiom(words: Words, amount: Amount) -> bool:
    """Find "a one-way street", "zero tolerance", "Twenty20", "call 911", "50-50"."""
    numeral = amount.numeral
    if numeral.form is Form.DIGITS:
        return _is_idiom_of_digits(words, numeral.start, numeral.end)
    return numeral.form is Form.WORDS and _is_idiom_of_words(words, numeral.start, numeral.end)


def _is_idiom_of_digits(words: Words, at: int, end: int) -> bool:
    if words.low(at) in _EMERGENCY:
        return words.low(at - 1) in _EMERGENCY_WORDS or words.low(end) in _EMERGENCY_WORDS
    twice = words.low(end) in HYPHENS and words.low(end + 1) == words.low(at)
    return twice or words.low(at - 1) == "catch"


def _is_idiom_of_words(words: Words, at: int, end: int) -> bool:
    if words.glued(end) and words.is_number(end):
        return True
    following = words.low(end)
    if following in HYPHENS and words.glued(end):
        return f"{words.low(end - 1)}-{words.low(end + 1)}" in _WHOLE_COMPOUNDS
    pairs = f"{words.low(at - 1)} {words.low(at)}", f"{words.low(at)} {following}"
    if any(pair in _NAMED_PAIRS for pair in pairs):
        return True
    return words.low(at - 1) in HYPHENS and words.glued(at) and words.low(at - 2) not in SCALES


def is_rank(words: Words, amount: Amount) -> bool:
    """Find the places of a table: "the bottom three", "in the top ten"."""
    if amount.unit or words.low(amount.numeral.start - 1) not in _TABLE_ENDS:
        return False
    at = amount.numeral.end
    if words.low(at) in PLURAL_VERBS:
        return False
    while words.form(at)[:1].isalpha() and words.low(at) not in STOPS:
        if is_plural(words.form(at)):
            return False
        at += 1
    return True


def is_not_vague(words: Words, amount: Amount) -> bool:
    """Find vague words that are not: "the couple", "a few" alone, "many a man", "on several"."""
    numeral = amount.numeral
    if numeral.form is not Form.VAGUE:
        return False
    phrase = " ".join(words.lows[numeral.start : numeral.end])
    after = words.form(numeral.end)
    if phrase == "a couple":
        return not (after in ("of", "more") or is_plural(after))
    return after in HYPHENS and words.glued(numeral.end)
