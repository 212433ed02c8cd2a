"""Rules for what comes back ("every day", "Mondays", "weekly") and for words like "now"."""

from typing import Final

from sayso.dates.pattern import Match, Rule
from sayso.dates.tokens import Gap
from sayso.language.timex_expressions import (
    Amount,
    Phrases,
    Recurring,
    Reference,
    Unit,
    phrase,
)

# What may follow an adverb ("sails daily from"), unlike a noun of which it is an attribute.
_GOES_ON: Final = frozenset(
    {
        "from", "to", "in", "on", "at", "by", "for", "and", "or", "but", "with", "as", "than", "since",
        "until", "between", "under", "over", "through", "before", "after", "because", "when", "if",
        "while", "was", "is", "are", "were", "has", "have", "will", "would", "he", "she", "they",
        "it", "the", "a",
    }
)  # fmt: skip


def _frequency(match: Match) -> Phrases | None:
    """Read "daily"; a paper may be called so ("the daily Courier", "Coast Daily")."""
    before, after, word = match.before(), match.after(), match.tokens[match.first]
    opens = before is None or before.key in {".", "!", "?", ":", ";"}
    named = after is not None and after.capitalised
    if named or (word.capitalised and not opens) or _is_attribute(match):
        return None
    return _every(match)


def _is_attribute(match: Match) -> bool:
    """Say whether the word belongs to a noun behind it: "the quarterly results" tell of no time."""
    after = match.after()
    return after is not None and after.key.isalpha() and after.key not in _GOES_ON


def _every_other(match: Match) -> Phrases:
    unit = match.get("oneunit", Unit) or Unit.WEEK
    return phrase(match, Recurring(unit=unit, every=2))


def _every_so_many(match: Match) -> Phrases | None:
    """Read "every four years"; half a unit or an open number of them is no rhythm."""
    count = match.need("amount", Amount).count
    if count is None or count % 1 or count < 1:
        return None
    return phrase(match, Recurring(unit=match.need("units", Unit), every=int(count)))


def _every(match: Match) -> Phrases:
    core = Recurring(
        unit=match.get("oneunit", Unit) or match.get("frequency", Unit),
        weekday=match.get("dayname", int),
        month=match.get("month", int),
    )
    return phrase(match, core)


def _plural_weekday(match: Match) -> Phrases:
    return phrase(match, Recurring(weekday=match.need("daynames", int)))


def _reference(match: Match) -> Phrases | None:
    """Read "now"; "the past" is a time only after "in", "now-defunct" tells what a thing is."""
    before, after = match.before(), match.after()
    if after is not None and after.key == "-" and after.gap is Gap.GLUED:
        return None
    if before is not None and before.key == "as" and after is not None and after.key == "as":
        return None  # "as recently as March" tells how late March is
    noun = match.end - match.first > 1 and match.tokens[match.end - 1].key == "past"
    if noun and (before is None or before.key != "in"):
        return None
    return phrase(match, match.need("reference", Reference))


SET_PHRASE_RULES: Final[tuple[Rule[Phrases], ...]] = (
    Rule(
        name="every",
        pattern="every|each ONEUNIT",
        build=_every,
        fires="It rains every day.",
        silent="It rains every afternoon.",
    ),
    Rule(
        name="every_so_many",
        pattern="every AMOUNT UNITS",
        build=_every_so_many,
        fires="They vote every four years.",
        silent="They vote every few years.",
    ),
    Rule(
        name="every_other",
        pattern="every second|other ONEUNIT",
        build=_every_other,
        fires="The ferry sails every other day.",
        silent="The ferry sails every day.",
    ),
    Rule(
        name="every_other_weekday",
        pattern="every second|other DAYNAME",
        build=_every_other,
        fires="They meet every second Friday.",
        silent="They meet every second.",
    ),
    Rule(
        name="every_weekday",
        pattern="every|each DAYNAME [ DAYPART ]",
        build=_every,
        fires="They meet every Friday.",
        silent="They meet everyone.",
    ),
    Rule(
        name="weekdays",
        pattern="DAYNAMES",
        build=_plural_weekday,
        fires="The shop closes on Mondays.",
        silent="The shop closes on Monday.",
    ),
    Rule(
        name="every_month",
        pattern="every|each MONTH",
        build=_every,
        fires="They meet each July.",
        silent="They meet each other.",
    ),
    Rule(
        name="frequency",
        pattern="FREQUENCY",
        build=_frequency,
        fires="The council meets weekly.",
        silent="The council meets in the week.",
    ),
    Rule(
        name="reference",
        pattern="REFERENCE",
        build=_reference,
        fires="They are now in the town.",
        silent="They know the town. The past is gone. As recently as then they fled.",
    ),
)
