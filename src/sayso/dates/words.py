"""Closed classes of the calendar in English: months, weekdays, ordinals, numbers, zones."""

from types import MappingProxyType
from typing import Final

MONTH_NAMES = (
    "january", "february", "march", "april", "may", "june", "july",
    "august", "september", "october", "november", "december",
)  # fmt: skip
WEEKDAY_NAMES = (
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
)  # fmt: skip
_UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth", "twentieth",
)  # fmt: skip

MONTHS: Final = MappingProxyType(
    {name: number for number, name in enumerate(MONTH_NAMES, 1)}
    | {name[:3]: number for number, name in enumerate(MONTH_NAMES, 1)}
    | {"sept": 9}
)
# These forms take a full stop; it belongs to the expression.
SHORT_MONTHS: Final = frozenset(name[:3] for name in MONTH_NAMES if name != "may") | {"sept"}
# Months that are common words or names: alone they need a word before them that takes a date.
WORDLIKE_MONTHS: Final = frozenset({"may", "march", "mar", "jan", "jun", "dec"})

WEEKDAYS: Final = MappingProxyType(
    {name: number for number, name in enumerate(WEEKDAY_NAMES)}
    | {name[:3]: number for number, name in enumerate(WEEKDAY_NAMES)}
    | {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}
)
SHORT_WEEKDAYS: Final = frozenset(WEEKDAYS) - frozenset(WEEKDAY_NAMES)

UNITS: Final = MappingProxyType({word: number for number, word in enumerate(_UNITS)})
TENS: Final = MappingProxyType({word: 10 * number for number, word in enumerate(_TENS, 2)})
SCALES: Final = MappingProxyType({"hundred": 100, "thousand": 1000})
ORDINALS: Final = MappingProxyType(
    {word: number for number, word in enumerate(_ORDINALS, 1)} | {"thirtieth": 30}
)
ORDINAL_SUFFIXES: Final = frozenset({"st", "nd", "rd", "th"})
# "the nineties" and so on, as the decade within its century.
DECADE_WORDS: Final = MappingProxyType({word[:-1] + "ies": value for word, value in TENS.items()})

# Words after which a bare month or year is a date: prepositions and words of position in time.
BEFORE_A_DATE: Final = frozenset(
    {
        "in", "since", "by", "until", "till", "during", "from", "before", "after", "through",
        "throughout", "between", "circa", "early", "late", "mid", "earlier", "later", "around",
        "about", "last", "next", "this", "to", "of", "for", "and", "or", "on", "fiscal", "year",
    }
)  # fmt: skip

# Minutes east of Greenwich. Only abbreviations that have one common meaning in news.
ZONES: Final = MappingProxyType(
    {
        "gmt": 0, "utc": 0, "z": 0, "bst": 60, "cet": 60, "cest": 120, "eet": 120, "eest": 180,
        "msk": 180, "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360,
        "pst": -480, "pdt": -420, "et": -300, "pt": -480,
    }
)  # fmt: skip
