"""Rules for years, decades and centuries: which numbers of four digits are years."""

from typing import Final

from sayso.dates.expression import DateExpression, PartialDate
from sayso.dates.pattern import Match, Rule
from sayso.dates.rules_numeric import dated
from sayso.dates.rules_periods import word_before
from sayso.dates.terminals import EDGES, windowed_year

_CENTURY = 100
_DECADE = 10
_EARLIEST_CENTURY = 2
_LATEST_CENTURY = 21
# Years as news writes them without a word like "in"; earlier ones need one.
_NEWS_YEARS = range(1900, 2100)
# What the decade words and "'80s" mean; nobody writes so of the century before.
_LAST_CENTURY = 19
_FIRST_DECADE_OF_CENTURY = 3
_TAKES_A_YEAR: Final = frozenset(
    {
        "in", "since", "until", "till", "by", "during", "from", "before", "after", "through",
        "throughout", "between", "circa", "early", "late", "mid", "fiscal", "of", "to", "around",
        "about", "for", "than", "year", "later", "into", "due", "both",
    }
)  # fmt: skip
_TAKES_A_SHORT_YEAR: Final = frozenset(
    {
        "in", "since", "of", "until", "till", "from", "by",
        "summer", "spring", "autumn", "fall", "winter",
    }
)  # fmt: skip
_SHORT_YEAR, _FULL_YEAR = 2, 4  # digits
_OWNERS: Final = frozenset({"my", "your", "his", "her", "its", "our", "their"})
_PARTS_OF_LIFE: Final = frozenset({"early", "mid", "late", "-"})
_DETERMINERS: Final = frozenset({"the", "a", "its", "their", "his", "her", "our", "s", "that"})
# What a number of four digits before it counts or measures.
_COUNTED: Final = frozenset(
    {
        "people", "men", "women", "children", "percent", "per", "pct", "million", "billion",
        "thousand", "hours", "km", "kg", "mm", "m", "kilometers", "kilometres", "miles", "meters",
        "metres", "feet", "points", "dollars", "euros", "pounds", "tons", "tonnes", "troops",
    }
)  # fmt: skip
_FUNCTION_WORDS: Final = frozenset(
    {
        "the", "a", "an", "and", "or", "but", "to", "of", "in", "on", "at", "by", "for", "with",
        "from", "as", "when", "while", "who", "which", "that", "is", "are", "was", "were", "has",
        "have", "had", "will", "would", "after", "before", "because", "since", "until", "he",
        "she", "it", "they", "we", "his", "her", "its", "their", "there", "this", "than", "not",
        "if", "about", "over", "under", "into", "through", "during", "against", "where", "also",
        "s", "alone", "onwards", "onward", "only", "may", "could", "can",
    }
)  # fmt: skip


def _year(match: Match) -> DateExpression | None:
    year = match.need("fullyear", int)
    return dated(match, PartialDate(year=year)) if _is_a_year(match, year) else None


def _short_year(match: Match) -> DateExpression | None:
    """Read "since '82"; other short numbers behind such a mark are no years."""
    digits, before = match.need("yearnumber", str), match.before()
    if len(digits) != _SHORT_YEAR or before is None or before.key not in _TAKES_A_SHORT_YEAR:
        return None
    after = match.after()
    if after is not None and after.key == "s" and after.start == match.span.end:
        return None
    return dated(match, PartialDate(year=windowed_year(int(digits))))


def _is_a_year(match: Match, year: int) -> bool:
    after = match.after()
    if after is not None and after.start == match.span.end and after.key in "/-–%°":
        return False
    if _owns(match) and year in _NEWS_YEARS:
        return True
    spelt_out = not match.tokens[match.end - 1].text.isdigit() or match.end - match.first > 1
    return spelt_out or _part_of(match) or _year_in_context(match, year)


def _owns(match: Match) -> bool:
    """Say whether it is "2012's vote"."""
    mark, letter = match.after(), match.after(2)
    return mark is not None and letter is not None and mark.key in {"'", "’"} and letter.key == "s"


def _year_in_context(match: Match, year: int) -> bool:
    before, after = word_before(match), match.after()
    if after is not None and after.key in _COUNTED:
        return False
    if before in {"in", "since"}:
        return not _counts(match) or year % _CENTURY != 0
    if year not in _NEWS_YEARS:
        return False
    if (before is None or before in _TAKES_A_YEAR) and not _counts(match):
        return True
    return _is_listed(match) or _is_attribute(match, before, year)


def _is_attribute(match: Match, before: str | None, year: int) -> bool:
    """Say whether the year stands before a noun: "the 2017 vote", "his failed 1996 campaign"."""
    after = match.after()
    if before is None or not before.isalpha() or after is None or not after.key.isalpha():
        return False
    if year % _CENTURY == 0:  # "the 2000 Games", but not "the 2000 tents"
        return before in _DETERMINERS and after.capitalised
    return before in _DETERMINERS or not (_counts(match) and after.key.endswith("s"))


def _counts(match: Match) -> bool:
    """Say whether the number is followed by a word that it may count."""
    after = match.after()
    return after is not None and after.text.islower() and after.key not in _FUNCTION_WORDS


def _part_of(match: Match) -> bool:
    """Say whether the match stands after "the end of", "the middle of"."""
    of, part = match.before(), match.before(2)
    return of is not None and of.key == "of" and part is not None and part.key in EDGES


def _is_listed(match: Match) -> bool:
    """Say whether the year stands in brackets or after another year."""
    before, two_back, after = match.before(), match.before(2), match.after()
    if before is None:
        return False
    if before.key == "(":
        return after is not None and after.key in {")", ",", "-", "–"}
    after_year = two_back is not None and two_back.number in _NEWS_YEARS
    return before.key in {",", "and", "or", "&"} and after_year


def _years(match: Match) -> DateExpression | None:
    first, digits = match.need("yyyy", int), match.need("yearnumber", str)
    if len(digits) not in {_SHORT_YEAR, _FULL_YEAR}:
        return None
    last = int(digits) if len(digits) > _SHORT_YEAR else first - first % _CENTURY + int(digits)
    if not first < last <= first + _CENTURY or first not in _NEWS_YEARS:
        return None
    return dated(match, PartialDate(year=first), until=PartialDate(year=last))


def _decade(match: Match) -> DateExpression | None:
    digits = match.need("yearnumber", str)
    if _is_age(match):
        return None
    if len(digits) == _SHORT_YEAR and digits.endswith("0"):
        return dated(match, PartialDate(decade=_short_decade(int(digits) // _DECADE)))
    if len(digits) != _FULL_YEAR or int(digits) % _DECADE or int(digits) < _CENTURY * _DECADE:
        return None
    return dated(match, PartialDate(decade=int(digits) // _DECADE))


def _short_decade(tens: int) -> int:
    century = _LAST_CENTURY if tens >= _FIRST_DECADE_OF_CENTURY else _LAST_CENTURY + 1
    return century * _DECADE + tens


def _is_age(match: Match) -> bool:
    """Say whether it is of somebody's life: "in his early 30s", "a man in their fifties"."""
    words = (token.key for token in map(match.before, (1, 2, 3)) if token is not None)
    return next((word for word in words if word not in _PARTS_OF_LIFE), None) in _OWNERS


def _decade_word(match: Match) -> DateExpression | None:
    value = match.need("decadeword", int)
    return (
        None
        if _is_age(match)
        else dated(match, PartialDate(decade=_short_decade(value // _DECADE)))
    )


def _century(match: Match) -> DateExpression | None:
    number = match.need("ordinal", int)
    if not _EARLIEST_CENTURY <= number <= _LATEST_CENTURY:
        return None
    return dated(match, PartialDate(century=number - 1))


YEAR_RULES: Final[tuple[Rule[DateExpression], ...]] = (
    Rule(
        name="years",
        pattern="YYYY ~-|–|/ ~YEARNUMBER",
        build=_years,
        fires="The war of 2011-2015 is over.",
        silent="Call 2011-9915 for help.",
    ),
    Rule(
        name="decade",
        pattern="[ the ] [ '|’|‘ ] YEARNUMBER ~s",
        build=_decade,
        fires="In the 1990s the town grew.",
        silent="He drove 1993s and 747s in his early 30s.",
    ),
    Rule(
        name="decade_word",
        pattern="the DECADEWORD",
        build=_decade_word,
        fires="In the nineties the town grew.",
        silent="She was in her nineties.",
    ),
    Rule(
        name="century",
        pattern="[ the ] ORDINAL [ - ] century",
        build=_century,
        fires="In the 20th century the town grew.",
        silent="His first century came in Lakor.",
    ),
    Rule(
        name="year",
        pattern="[ fiscal|financial [ year ] ] FULLYEAR",
        build=_year,
        fires="The camp opened in 2017 near the river.",
        silent="It holds 2017 people, or by 2000 cells more than 1990 wards.",
    ),
    Rule(
        name="the_year",
        pattern="the year FULLYEAR",
        build=_year,
        fires="By the year 2000 it had shut.",
        silent="By the year it had 2000 beds.",
    ),
    Rule(
        name="short_year",
        pattern="'|’|‘ ~YEARNUMBER",
        build=_short_year,
        fires="It was the lowest since '82 in the town.",
        silent="It was in '82s and the '82 file.",
    ),
)
