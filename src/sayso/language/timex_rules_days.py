"""Rules for days: weekdays, yesterday, tonight, "on the 20th", and dates that are written out."""

from dataclasses import replace
from typing import Final

from sayso.dates import DateExpression, DayPart, PartialDate
from sayso.dates.clock import Clock
from sayso.dates.pattern import Match, Rule
from sayso.dates.rules_days import starts_a_count
from sayso.language.timex_expressions import (
    Mod,
    Named,
    OnWeekday,
    Origin,
    Phrase,
    Phrases,
    Shift,
    Unit,
    Written,
    phrase,
)
from sayso.text import Span

_BACK: Final = frozenset({"previous", "preceding"})
# "Black Monday", "Super Tuesday": names of days, of one year or of every year.
_NAMED_DAYS: Final = frozenset(
    {"black", "bloody", "super", "cyber", "holy", "maundy", "shrove", "giving", "blue", "fat"}
)
_TAKES_A_DAY: Final = frozenset({"on", "by", "until", "since", "from", "before", "after"})


def _written(match: Match) -> Phrases:
    dates = match.need("dates", tuple)
    return tuple(
        _one_written(part)
        for date in dates
        if isinstance(date, DateExpression)
        for part in _parts(date)
    )


def _parts(date: DateExpression) -> tuple[DateExpression, ...]:
    """Part "3 May to 6 June" into its two dates, as TIMEX3 does; a night between two days is one."""
    if date.ends is None or date.until is None or date.day_part or date.time:
        return (date,)
    until = date.until
    begin = date.date
    if begin.year is None and until.year is not None:
        begin = begin.in_year(until.year)
    first, last = date.ends
    return (
        replace(date, span=first, date=begin, until=None, ends=None),
        replace(date, span=last, date=until, until=None, ends=None),
    )


def _one_written(date: DateExpression) -> Phrase:
    mod = Mod(date.date.edge.value) if date.date.edge else None
    core = Written(date=date)
    return Phrase(span=date.span, core=core, mod=mod, day_part=date.day_part, time=date.time)


def _weekday(match: Match) -> Phrases | None:
    """Read "late Friday night"; "Black Friday" names a day that this rule cannot place."""
    before = match.before()
    if before is not None and before.capitalised and before.key in _NAMED_DAYS:
        return None
    core = OnWeekday(weekday=match.need("dayname", int), by=match.get("step", int))
    (found,) = phrase(match, core)
    if match.tokens[match.first].key not in {"earlier", "later"}:
        return (found,)
    # "Earlier Friday" is earlier than something else that Friday: the day is not cut short.
    return (replace(found, span=Span(match.part("dayname").span.start, found.span.end), mod=None),)


def _weekday_beside(match: Match) -> Phrases:
    """Read "the previous Friday" from the date mentioned last."""
    back = {token.key for token in match.tokens[match.first : match.end]} & _BACK
    core = OnWeekday(
        weekday=match.need("dayname", int), by=-1 if back else 1, origin=Origin.PREVIOUS
    )
    return phrase(match, core)


def _clock_aside(match: Match) -> Phrases:
    """Read "5:30 pm (1430 GMT) Thursday" as two times and a day, each by itself."""
    core = OnWeekday(weekday=match.need("dayname", int))
    return tuple(
        Phrase(span=match.part(slot).span, core=core, time=clock.time if clock else None)
        for slot, clock in (
            ("clock", match.need("clock", Clock)),
            ("aside", match.need("aside", Clock)),
            ("dayname", None),
        )
    )


def _clock_aside_date(match: Match) -> Phrases | None:
    """Read "5:30 pm (1430 GMT) on Tuesday 4 March" as two times and a day of that date."""
    dates = match.need("dates", tuple)
    if len(dates) != 1 or dates[0].date.day is None or dates[0].until or dates[0].time:
        return None
    core = Written(date=dates[0])
    return tuple(
        Phrase(span=match.part(slot).span, core=core, time=clock.time if clock else None)
        for slot, clock in (
            ("clock", match.need("clock", Clock)),
            ("aside", match.need("aside", Clock)),
            ("dates", None),
        )
    )


def _weekday_of_week(match: Match) -> Phrases:
    return phrase(
        match, OnWeekday(weekday=match.need("dayname", int), week=match.need("step", int))
    )


def _overnight_weekday(match: Match) -> Phrases:
    (found,) = phrase(match, OnWeekday(weekday=match.need("dayname", int)))
    return (replace(found, day_part=found.day_part or DayPart.NIGHT),)


def _weekday_the_day(match: Match) -> Phrases:
    date = PartialDate(weekday=match.need("dayname", int), day=int(match.need("number", str)))
    return phrase(match, Named(date=date))


def _the_day(match: Match) -> Phrases | None:
    """Read "on the 20th"; without such a word before it, it ranks something."""
    before = match.before()
    if before is None or before.key not in _TAKES_A_DAY or starts_a_count(match):
        return None
    return phrase(match, Named(date=PartialDate(day=int(match.need("number", str)))))


def _day_word(match: Match) -> Phrases:
    return phrase(match, Shift(unit=Unit.DAY, by=match.need("dayword", int)))


def _day_beside(match: Match) -> Phrases:
    by = match.need("dayword", int)
    return phrase(match, Shift(unit=Unit.DAY, by=2 * by))


def _this_part(match: Match) -> Phrases:
    return phrase(match, Shift(unit=Unit.DAY, by=0))


def _tonight(match: Match) -> Phrases:
    (found,) = phrase(match, Shift(unit=Unit.DAY, by=0))
    return (replace(found, day_part=DayPart.NIGHT),)


def _last_night(match: Match) -> Phrases:
    (found,) = phrase(match, Shift(unit=Unit.DAY, by=-1))
    return (replace(found, day_part=match.get("daypart", DayPart) or DayPart.NIGHT),)


_PART = "[ DAYPART ]"

DAY_PHRASE_RULES: Final[tuple[Rule[Phrases], ...]] = (
    Rule(
        name="written",
        pattern="DATES",
        build=_written,
        fires="The camp opened on 3 May 2017.",
        silent="The camp opened with 3 tents.",
    ),
    Rule(
        name="weekday",
        pattern=f"[ WHEN [ on ] ] DAYNAME {_PART}",
        build=_weekday,
        fires="The minister spoke late Friday night.",
        silent="The Sun sat high over the camp.",
    ),
    Rule(
        name="step_weekday",
        pattern=f"STEP DAYNAME {_PART}",
        build=_weekday,
        fires="Officials meet next Tuesday in the town.",
        silent="Officials meet the next visitors.",
    ),
    Rule(
        name="weekday_beside",
        pattern=f"the previous|preceding|following DAYNAME {_PART}",
        build=_weekday_beside,
        fires="Prices fell from the previous Friday.",
        silent="Prices fell from the previous day.",
    ),
    Rule(
        name="weekday_of_week",
        pattern="DAYNAME [ of ] STEP week",
        build=_weekday_of_week,
        fires="It broke on Tuesday of last week again.",
        silent="It broke on Tuesday in a bad week.",
    ),
    Rule(
        name="part_of_weekday",
        pattern="[ at|the|in ] [ the ] DAYPART on|of DAYNAME",
        build=_weekday,
        fires="Gunmen struck at dawn on Friday.",
        silent="Gunmen struck at dawn on the farm.",
    ),
    Rule(
        name="overnight_weekday",
        pattern="overnight [ on|into|from ] DAYNAME",
        build=_overnight_weekday,
        fires="Militants attacked overnight on Thursday.",
        silent="Militants attacked overnight on the road.",
    ),
    Rule(
        name="clock_weekday",
        pattern="CLOCK [ ,|on ] DAYNAME [ DAYPART ]",
        build=_weekday,
        fires="The roof fell in at 4:20 pm on Thursday.",
        silent="They won 5:30 on points.",
    ),
    Rule(
        name="clock_aside_weekday",
        pattern="CLOCK ( CLOCK:aside ) [ on ] DAYNAME",
        build=_clock_aside,
        fires="The blast hit at 5:30 pm (1430 GMT) on Thursday.",
        silent="The blast hit at 5:30 pm (see Thursday).",
    ),
    Rule(
        name="clock_aside_date",
        pattern="CLOCK ( CLOCK:aside ) [ on ] DATES",
        build=_clock_aside_date,
        fires="The blast hit at 5:30 pm (1430 GMT) on Tuesday 4 March.",
        silent="The blast hit at 5:30 pm (1430 GMT) in 4 houses.",
    ),
    Rule(
        name="weekday_clock",
        pattern="DAYNAME [ ,|at ] [ at ] CLOCK",
        build=_weekday,
        fires="The blast hit Thursday at 5:30 pm.",
        silent="The blast hit Thursday at 5 wells.",
    ),
    Rule(
        name="weekday_the_day",
        pattern="DAYNAME [ , ] [ the ] NUMBER ~st|nd|rd|th",
        build=_weekday_the_day,
        fires="It rained on Thursday the 20th without a break.",
        silent="It rained on Thursday the whole day.",
    ),
    Rule(
        name="the_day",
        pattern="the NUMBER ~st|nd|rd|th",
        build=_the_day,
        fires="The attack came on the 20th.",
        silent="He sat on the 20th floor.",
    ),
    Rule(
        name="day_word",
        pattern=f"[ WHEN ] DAYWORD {_PART}",
        build=_day_word,
        fires="Talks resume tomorrow morning.",
        silent="Talks resume to night birds.",
    ),
    Rule(
        name="part_day_word",
        pattern="[ WHEN [ - ] ] DAYPART DAYWORD",
        build=_day_word,
        fires="Talks ended mid-afternoon yesterday.",
        silent="Talks ended in the afternoon.",
    ),
    Rule(
        name="clock_day_word",
        pattern="CLOCK [ , ] DAYWORD",
        build=_day_word,
        fires="Talks ended at 5 pm yesterday.",
        silent="Talks ended at 5 pm.",
    ),
    Rule(
        name="day_word_clock",
        pattern="DAYWORD [ at ] CLOCK",
        build=_day_word,
        fires="Talks end tomorrow at 5 pm.",
        silent="Talks end at 5 pm.",
    ),
    Rule(
        name="day_before_yesterday",
        pattern="the day before|after DAYWORD",
        build=_day_beside,
        fires="He left the day before yesterday.",
        silent="He left the day before the vote.",
    ),
    Rule(
        name="this_part",
        pattern="[ WHEN ] this DAYPART",
        build=_this_part,
        fires="Rain fell this morning in the hills.",
        silent="Rain fell on this hill.",
    ),
    Rule(
        name="tonight",
        pattern="tonight",
        build=_tonight,
        fires="The council votes tonight.",
        silent="The council votes by night.",
    ),
    Rule(
        name="last_night",
        pattern="[ WHEN ] last DAYPART",
        build=_last_night,
        fires="Rain fell last night in the hills.",
        silent="Rain fell on the last hill.",
    ),
)
