"""Kinds of forecast: whether what is to come is put as a warning, a threat, a plan, a pledge or a forecast."""

from collections.abc import Sequence

from sayso.evidence.claim import Claim, Force
from sayso.evidence.forecast import OWN_RULES, ForecastKind
from sayso.evidence.forecast_frames import Trigger
from sayso.evidence.forecast_marks import Mark, MarkKind
from sayso.evidence.forecast_text import Words, find_phrases
from sayso.evidence.forecast_words import ForecastWords
from sayso.frozen import dataclass
from sayso.language.analysis import Manner
from sayso.language.function_words import DETERMINERS, FIRST_PERSON, PRONOUNS, SUBJECT_PRONOUNS
from sayso.language.word_lists import word_set

_WEAK = "weak"
_PREPOSITIONS = word_set("of about over at for from")
_SELF = SUBJECT_PRONOUNS - {"you"}
_OPENING = word_set("that “ \" ‘ ' , «")
# What is asked for is not foretold, unless the words of the cue say otherwise.
_ASKING = frozenset({Force.DEMAND, Force.QUESTION, Force.DENY})
_LOOKING_AHEAD = {
    Force.FORECAST: ForecastKind.FORECAST,
    Force.PLEDGE: ForecastKind.PLEDGE,
    Force.THREAT: ForecastKind.THREAT,
}
# With these a speaker says what they will do.
_ACTS = frozenset({MarkKind.WILL, MarkKind.WOULD, MarkKind.AHEAD})
# By these the outlet expects something; by "due to", "scheduled to" it is set down.
_GUESSED = word_set(
    "expected likely unlikely forecast projected predicted tipped certain sure bound"
)
# Words before a mark among which its subject stands.
_SUBJECT = 4
# Words between "plans" and what is planned.
_NEAR = 5
# Words of "expects the three remaining ministers to".
_LONGEST_SUBJECT = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The words of one sentence that may foretell, and what was found among them."""

    words: Words
    indices: Sequence[int]
    marks: Sequence[Mark]
    triggers: Sequence[Trigger]
    trigger: Trigger | None
    dated_ahead: bool

    @property
    def mark(self) -> Mark | None:
        return self.marks[0] if self.marks else None

    @property
    def opening(self) -> str:
        """Return the first word that is no mark and no "that"."""
        return self.words.word(self._start)

    @property
    def to_infinitive(self) -> bool:
        """Say whether it opens with "to" and a verb: "to close the border", "not to close it"."""
        at = self._start + self.opens_negated
        return self.words.word(at) == "to" and self.words.word(at + 1)[:1].isalpha()

    @property
    def opens_negated(self) -> bool:
        """Say whether it opens with "not to": "promised not to raise taxes"."""
        return (self.words.word(self._start), self.words.word(self._start + 1)) == ("not", "to")

    @property
    def has_planned_event(self) -> bool:
        return any(one.ahead for one in self.triggers)

    @property
    def _start(self) -> int:
        for index in self.indices:
            if self.words.word(index) not in _OPENING:
                return index
        return self.indices[0]


def cue_class(claim: Claim, wording: Wording, table: ForecastWords) -> str | None:
    """Return the class of the words of a cue, the last of them that has one."""
    words = wording.words
    indices = list(words.inside(claim.cue))
    if not indices:
        return None
    following = indices[-1] + 1
    extended = [*indices, following] if words.word(following) == "to" else indices
    found = [name for _, _, name in find_phrases(words, extended, table.cues)]
    return found[-1] if found else None


def kind_in_claim(
    claim: Claim, wording: Wording, table: ForecastWords, *, first: bool, by_itself: bool
) -> tuple[ForecastKind, str] | None:
    """Return the kind of what a claim foretells in one sentence, with the rule; ``None``: nothing.

    ``first`` says that the sentence is the first of the content, ``by_itself`` that the speaker is
    the one who would act.
    """
    name = cue_class(claim, wording, table)
    negative = claim.polarity is not None and claim.force is None
    if negative or (claim.force in _ASKING and name in {None, _WEAK}):
        return None
    if name is None or not first:
        return _by_marks(claim, wording, table, name, by_itself=by_itself)
    kind = _by_cue(name, claim, wording, table, by_itself=by_itself)
    return None if kind is None else (kind, f"cue.{name}")


def _by_cue(
    name: str, claim: Claim, wording: Wording, table: ForecastWords, *, by_itself: bool
) -> ForecastKind | None:
    ahead = bool(wording.marks) or wording.to_infinitive
    match name:
        case "warning":
            return _warned(claim, wording, table, by_itself=by_itself)
        case "threat":
            return ForecastKind.THREAT if ahead or wording.triggers else None
        case "pledge":
            noun = wording.words.word(wording.indices[0]) != "that"
            return ForecastKind.PLEDGE if ahead or (noun and bool(wording.triggers)) else None
        case "forecast":
            known = wording.dated_ahead or bool(wording.triggers) or _is_expected_to(wording)
            return ForecastKind.FORECAST if (ahead or known) and not _is_perfect(wording) else None
        case "plan":
            told = ahead or bool(wording.triggers)
            return ForecastKind.PLAN if told and not _is_given_up(claim, wording, table) else None
        case _:
            told = bool(wording.triggers) or wording.dated_ahead
            return ForecastKind.PLAN if wording.to_infinitive and told else None


def _is_given_up(claim: Claim, wording: Wording, table: ForecastWords) -> bool:
    """Say whether a plan is told of as given up: "abandoned its plan to close the mill"."""
    words = wording.words
    first = words.at(claim.cue[0].start)
    inside = range(first, words.at(claim.cue[-1].end))
    before = range(max(first - _NEAR, 0), first)
    return any(True for _ in find_phrases(words, [*before, *inside], table.contrary))


def _warned(
    claim: Claim, wording: Wording, table: ForecastWords, *, by_itself: bool
) -> ForecastKind | None:
    """Tell a warning from a demand ("warned them to leave", "of the need to act") and a threat."""
    words = wording.words
    opening = wording.opening
    if any(words.word(index) in table.demanding for index in wording.indices[:4]):
        return None
    if not wording.marks:
        last = words.word(words.inside(claim.cue)[-1])
        of = opening in _PREPOSITIONS or last in _PREPOSITIONS
        feared = last.startswith("fear") and _is_harm_ahead(wording, table)
        if not feared and not (wording.triggers if of else wording.has_planned_event):
            return None
        if wording.to_infinitive or (not of and _asks_of_somebody(wording)):
            return None
        near = [words.word(index) for index in wording.indices[:4]]
        if table.need_nouns & set(near):
            return None
        return ForecastKind.WARNING
    return (
        ForecastKind.THREAT if by_itself and is_harm_done(wording, table) else ForecastKind.WARNING
    )


def _is_harm_ahead(wording: Wording, table: ForecastWords) -> bool:
    """Say whether harm is named that is not told as done: "fear a famine"."""
    trigger = wording.trigger
    return (
        trigger is not None
        and trigger.listed
        and trigger.family in table.harm_families
        and trigger.status not in {"asserted", "historical", "denied"}
    )


def _is_expected_to(wording: Wording) -> bool:
    """Say whether it is "the crown to fall": something, then an infinitive, and no "that"."""
    words = wording.words
    near = wording.indices[1:_LONGEST_SUBJECT]
    led = any(words.word(index) == "to" and _may_be_verb(words, index + 1) for index in near)
    return led and words.word(wording.indices[0]) != "that"


def _may_be_verb(words: Words, at: int) -> bool:
    """Tell "to fall" from "to the coast", "to Lakor"."""
    word = words.word(at)
    capital = word.isalpha() and words.text[words.tokens.starts[at]].isupper()
    return word.isalpha() and not capital and word not in DETERMINERS | PRONOUNS


def _asks_of_somebody(wording: Wording) -> bool:
    """Say whether it is "residents to leave": somebody, then an infinitive, and no "that"."""
    words = wording.words
    plain = words.word(wording.indices[0]) != "that"
    return plain and any(words.word(index) == "to" for index in wording.indices[1:6])


def is_harm_done(wording: Wording, table: ForecastWords) -> bool:
    """Say whether what the speaker would do is the sort of thing that people threaten."""
    mark = wording.mark
    verb = "" if mark is None or mark.verb is None else wording.words.word(mark.verb)
    trigger = wording.trigger
    return verb in table.harm_words or (trigger is not None and trigger.family in table.harm_acts)


def _is_perfect(wording: Wording) -> bool:
    near = [wording.words.word(index) for index in wording.indices[:4]]
    return "have" in near and not wording.marks


def _by_marks(
    claim: Claim, wording: Wording, table: ForecastWords, name: str | None, *, by_itself: bool
) -> tuple[ForecastKind, str] | None:
    """Return the kind where the cue only says that somebody spoke: "said it would"."""
    mark = wording.mark
    if mark is None:
        return _by_force(claim, wording)
    kind = _kind_of_mark(mark, wording, table, name, by_itself=by_itself)
    return None if kind is None else (kind, f"mark.{mark.kind}")


def _kind_of_mark(
    mark: Mark, wording: Wording, table: ForecastWords, name: str | None, *, by_itself: bool
) -> ForecastKind | None:
    told = bool(wording.triggers)
    kind: ForecastKind | None
    match mark.kind:
        case MarkKind.DANGER:
            kind = ForecastKind.WARNING
        case MarkKind.PLAN:
            kind = _planned(wording, table, by_itself=by_itself)
        case MarkKind.UNDER_WAY:
            kind = _own_act(wording)
        case MarkKind.MAY if not told and not _occurs(wording, table):
            kind = None
        case MarkKind.PREDICATE if not told and not wording.dated_ahead:
            kind = None
        case MarkKind.SET_DOWN:
            kind = ForecastKind.PLAN
        case _:
            kind = _put_forward(mark, wording, table, name, by_itself=by_itself)
    return kind


def _put_forward(
    mark: Mark, wording: Wording, table: ForecastWords, name: str | None, *, by_itself: bool
) -> ForecastKind:
    if name is not None and name != _WEAK:
        return ForecastKind(name)
    if _is_set_down(wording, table):
        return ForecastKind.PLAN
    return _own_act(wording) if by_itself and mark.kind in _ACTS else ForecastKind.FORECAST


def _is_set_down(wording: Wording, table: ForecastWords) -> bool:
    """Say whether it is set down for a day: "would be held on Sunday"."""
    mark = wording.mark
    if mark is None or mark.verb is None or not wording.dated_ahead:
        return False
    return wording.words.word(mark.verb) in table.set_down


def _own_act(wording: Wording) -> ForecastKind:
    mark = wording.mark
    verb = "" if mark is None or mark.verb is None else wording.words.word(mark.verb)
    trigger = wording.trigger
    hostile = trigger is not None and trigger.family in {"assault", "threaten"}
    threatens = hostile or verb in {"retaliate", "punish", "avenge", "destroy", "bomb"}
    return ForecastKind.THREAT if threatens and not (mark and mark.negated) else ForecastKind.PLEDGE


def _planned(wording: Wording, table: ForecastWords, *, by_itself: bool) -> ForecastKind:
    """Take what others are said to plan for a warning if it would do harm, else for their plan."""
    trigger = wording.trigger
    harm = trigger is not None and trigger.family in table.harm_families
    return ForecastKind.WARNING if harm and not by_itself else ForecastKind.PLAN


def _by_force(claim: Claim, wording: Wording) -> tuple[ForecastKind, str] | None:
    """Return what the core reads in cues that no table holds, if the content looks ahead."""
    kind = _LOOKING_AHEAD.get(claim.force) if claim.force is not None else None
    trigger = wording.trigger
    if kind is None or trigger is None or not wording.to_infinitive:
        return None
    if trigger.first - wording.indices[0] > _NEAR:
        return None
    intended = claim.manner is Manner.INTENDED and kind is ForecastKind.PLEDGE
    return (ForecastKind.PLAN if intended else kind), "core.force"


def kind_in_own_words(wording: Wording, table: ForecastWords) -> tuple[ForecastKind, str] | None:
    """Return the kind of what the outlet itself foretells in one sentence."""
    mark = wording.mark
    if mark is None or (mark.past and not wording.dated_ahead):
        return None
    kind = _own_kind(mark, wording, table)
    return None if kind is None else (kind, f"{OWN_RULES}{mark.kind}")


def _own_kind(mark: Mark, wording: Wording, table: ForecastWords) -> ForecastKind | None:
    told, word = bool(wording.triggers), wording.words.word(mark.first)
    kind: ForecastKind | None = None
    match mark.kind:
        case MarkKind.DANGER if told:
            kind = ForecastKind.WARNING
        case MarkKind.PLAN if _names_plan(wording, mark):
            kind = ForecastKind.PLAN
        case MarkKind.MAY if wording.has_planned_event or _occurs(wording, table):
            kind = ForecastKind.FORECAST
        case MarkKind.PREDICATE if told or wording.dated_ahead:
            kind = ForecastKind.FORECAST
        case MarkKind.SET_DOWN:
            kind = ForecastKind.PLAN
        case MarkKind.AHEAD if word == "feared":
            kind = ForecastKind.WARNING
        case MarkKind.WILL | MarkKind.AHEAD:
            trigger = wording.trigger
            fate = trigger is None or trigger.family in table.harm_families
            kind = ForecastKind.FORECAST if fate or word in _GUESSED else ForecastKind.PLAN
    return kind


def _names_plan(wording: Wording, mark: Mark) -> bool:
    """Say what is planned: "plans to close", "plans march"; "plans" alone is a noun."""
    if wording.words.word(mark.end - 1) == "to":
        return True
    near = [one.first - mark.end for one in wording.triggers if one.first >= mark.end]
    following = wording.words.word(mark.end)
    single = mark.end - mark.first == 1
    return bool(near) and (not single or (min(near) < _NEAR and following not in _PREPOSITIONS))


def _occurs(wording: Wording, table: ForecastWords) -> bool:
    mark = wording.mark
    return mark is not None and wording.words.word(mark.verb or 0) in table.occurring


def is_by_itself(wording: Wording, *, same: bool | None) -> bool:
    """Say whether the speaker is the one who would act; ``same`` is what mentions say of it.

    The subject stands right before the mark: "it would close", "we are going to leave". Where the
    content is an infinitive, the speaker acts.
    """
    mark = wording.mark
    if mark is None:
        return wording.to_infinitive
    near = [
        wording.words.word(index)
        for index in wording.indices
        if mark.first - _SUBJECT <= index < mark.first
    ]
    if FIRST_PERSON & set(near):
        return True
    if same is not None:
        return same
    return len(near) < _SUBJECT and bool(_SELF & set(near))
