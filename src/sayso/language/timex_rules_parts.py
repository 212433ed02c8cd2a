"""Rules for parts of the day that name no day: "by nightfall", "overnight", "every morning"."""

from dataclasses import replace
from typing import Final

from sayso.dates import DayPart
from sayso.dates.pattern import Match, Rule
from sayso.language.timex_expressions import Origin, Phrases, Recurring, Shift, Unit, phrase

_LEADS_TO_A_PART: Final = frozenset({"by", "at", "until", "till", "since", "toward", "towards"})
# "In the morning of 3 May", "at night markets": then the part belongs to what follows.
_OWNS_THE_PART: Final = frozenset({"of", "on", "after", "before", "when", "prayer", "prayers"})
# Without a day these are usually kinds of hours, not the hours of one day ("at night").
_ANY_DAY: Final = frozenset({"night", "sunrise", "sunset"})


def _bare_part(match: Match) -> Phrases | None:
    """Read "by nightfall" as of the day spoken of; "at night" is of any day."""
    before, after = match.before(), match.after()
    if before is None or before.key not in _LEADS_TO_A_PART:
        return None
    if match.tokens[match.first].key in _ANY_DAY or _goes_on(match):
        return None
    return None if after is not None and after.capitalised else _of_the_day(match)


def _in_the_part(match: Match) -> Phrases | None:
    before = match.before()
    if before is None or before.key not in {"in", *_LEADS_TO_A_PART} or _goes_on(match):
        return None
    if match.tokens[match.end - 1].capitalised:  # "the Sunrise" is a name
        return None
    return _of_the_day(match)


def _near_part(match: Match) -> Phrases | None:
    """Read "by mid-afternoon", "in the early hours" of the day spoken of; "early morning raids" is none."""
    before, after = match.before(), match.after()
    if before is None or before.key not in {"in", *_LEADS_TO_A_PART} or _goes_on(match):
        return None
    if after is not None and after.key.isalpha() and before.key not in _LEADS_TO_A_PART:
        return None
    return _of_the_day(match)


def _goes_on(match: Match) -> bool:
    after = match.after()
    return after is not None and after.key in _OWNS_THE_PART


def _of_the_day(match: Match) -> Phrases:
    return phrase(match, Shift(unit=Unit.DAY, by=0, origin=Origin.PREVIOUS))


def _overnight(match: Match) -> Phrases:
    (found,) = phrase(match, Shift(unit=Unit.DAY, by=-1))
    return (replace(found, day_part=DayPart.NIGHT),)


def _every_part(match: Match) -> Phrases:
    return phrase(match, Recurring(unit=Unit.DAY))


PART_PHRASE_RULES: Final[tuple[Rule[Phrases], ...]] = (
    Rule(
        name="bare_part",
        pattern="DAYPART",
        build=_bare_part,
        fires="On 3 May they met. By nightfall they had fled.",
        silent="They sleep by day and fish at night.",
    ),
    Rule(
        name="in_the_part",
        pattern="the DAYPART",
        build=_in_the_part,
        fires="On 3 May they met. In the afternoon they fled.",
        silent="They fled on the morning of the raid.",
    ),
    Rule(
        name="near_part",
        pattern="[ the ] WHEN [ - ] DAYPART",
        build=_near_part,
        fires="On 3 May they met. By mid-afternoon they had fled.",
        silent="They fled in early morning raids.",
    ),
    Rule(
        name="overnight",
        pattern="overnight",
        build=_overnight,
        fires="Two men died overnight in the hills.",
        silent="Two men died over night birds.",
    ),
    Rule(
        name="every_part",
        pattern="every|each DAYPART",
        build=_every_part,
        fires="They count them every morning.",
        silent="They count them every day.",
    ),
)
