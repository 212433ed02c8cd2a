"""What befell the counted, read from the tree of the sentence: the verb, noun or state that governs it.

Words beside a number mislead where a clause stands between: the tree knows whose verb is whose.
"""

import tomllib
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import field
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from sayso.evidence.befalling import lowered, shipped_words
from sayso.evidence.countable_kinds import can_befall
from sayso.evidence.persons import names_persons
from sayso.frozen import dataclass
from sayso.language.analysis import Quantity, SentenceTree, Tokens
from sayso.language.quantities.words import listed
from sayso.language.word_forms import base_form
from sayso.text import Span

_COLUMNS = (
    "undergo", "persons", "do", "people", "custody", "jobs", "state", "acts", "phrases",
)  # fmt: skip
_IRREGULAR = MappingProxyType(
    {
        form: verb
        for verb, forms in {
            "life": "lives", "be": "is are was were been being am 's 're", "lose": "lost", "die": "died dies dying dead",
            "take": "took taken", "get": "got gotten", "go": "went gone goes", "give": "gave given",
            "find": "found", "leave": "left", "shoot": "shot", "hold": "held", "flee": "fled",
            "bring": "brought", "put": "put", "catch": "caught", "break": "broke broken", "run": "ran",
            "fly": "flew flown flies", "send": "sent", "drive": "drove driven", "lead": "led",
            "come": "came", "make": "made", "set": "set", "fall": "fell fallen", "let": "let",
            "tear": "tore torn", "sweep": "swept", "sink": "sank sunk", "strike": "struck",
            "draw": "drew drawn", "cast": "cast", "freeze": "froze frozen", "beat": "beaten",
            "keep": "kept", "tell": "told", "feel": "felt", "slay": "slew slain", "seek": "sought",
            "hide": "hid hidden", "rise": "rose risen", "have": "has had having 've", "do": "did done",
            "say": "said", "dig": "dug", "swim": "swam swum", "sell": "sold", "spend": "spent",
            "stand": "stood", "face": "faced", "lay": "laid", "blow": "blew blown", "cut": "cut",
            "hurt": "hurt", "hit": "hit", "shed": "shed", "pay": "paid", "hang": "hung",
            "throw": "threw thrown", "sleep": "slept", "see": "saw seen", "grow": "grew grown",
            "try": "tried tries", "bury": "buried buries", "meet": "met", "buy": "bought",
            "know": "knew known", "think": "thought", "understand": "understood", "begin": "began begun",
            "become": "became", "steal": "stole stolen", "win": "won", "build": "built", "lend": "lent",
            "choose": "chose chosen", "speak": "spoke spoken", "write": "wrote written", "bear": "bore borne",
        }.items()
        for form in forms.split()
    }
)  # fmt: skip
_PARTICIPLES = listed(
    "lost taken gotten gone given found left shot held brought put caught broken flown sent driven led "
    "made set let torn swept sunk struck drawn cast frozen beaten kept told slain sought hidden dug sold "
    "laid blown cut hurt hit shed thrown seen bought hung run"
)
# A verb after which what follows tells what happened: "12 are feared dead", "12 were ordered to leave".
_RAISING = frozenset(
    base_form(word)
    for word in listed(
        "believe think fear report say confirm know presume remain appear seem need continue begin start have "
        "manage try expect suspect estimate feel assume understand consider allege claim suppose use happen "
        "leave find declare pronounce list force compel order allow tell ask require go come end get let make"
    )
)
# Nouns that stand for those whom "of" joins to them: "a group of 12 men".
_GROUPS = frozenset(
    base_form(word)
    for word in listed(
        "group number total majority rest list half most party series dozen score hundred thousand "
        "million maximum minimum average handful remainder some all more many several family pair couple "
        "batch wave part share third quarter band gang estimate figure"
    )
)
_TOGETHER = listed("including among amongst like besides")
_LINKS = frozenset(("appos", "conj", "list", "flat", "fixed", "dep", "orphan"))
_NUMERALS = frozenset(("nummod", "compound", "det", "amod"))
_OBLIQUE = frozenset(("nmod", "obl"))
_TO_ACTS = listed("of for against on")
_PARTED = listed("of among")
_TELLING_CASES = listed("without")
_MADE = ("xcomp", "amod", "advcl", "acl")
_RELATIVES = listed("who which that")
_WHERE = listed("which where when him her it us me them")
_NO_OBJECT = frozenset(("ADP", "PUNCT", "ADV", "SCONJ", "CCONJ", "PART"))
# Verbs whose subject a number measures: "the toll stands at 12", "arrests passed 40".
_MEASURING = frozenset(
    base_form(word)
    for word in listed(
        "rise climb jump increase grow fall drop stand reach put hit pass exceed top total number surge soar swell "
        "remain go double triple revise raise lower bring"
    )
)
_BEINGS = frozenset(("persons", "people"))
_KINDS_WITH_VERBS = frozenset(
    ("custody", "jobs")
)  # those counted for whom the table has verbs of their own
_OF_THINGS = frozenset(("destroyed", "missing", "affected", "attacked"))
_STEPS = 6
_HOUSEHOLDS = listed("family families household households couple couples seekers")
_JOBS = listed("post posts job jobs position positions role roles vacancy vacancies")
_CUSTODY = listed(
    "prisoner prisoners detainee detainees inmate inmates hostage hostages captive captives internee "
    "internees convict convicts fugitive fugitives abductee abductees"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Governed:
    """A class with the word that says it, and how that word stands to the counted."""

    predicate: str
    span: Span
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GovernorWords:
    """The table: for each way of standing to the counted, base forms with their class."""

    columns: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def of(self, column: str, form: str) -> str | None:
        return self.columns[column].get(form)


@cache
def shipped_governors() -> GovernorWords:
    """Return the table that comes with the package."""
    text = files(__package__).joinpath("befalling_tree.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    return GovernorWords(
        columns=MappingProxyType(
            {
                column: MappingProxyType(
                    {
                        _key(entry, column): name
                        for name, columns in table.items()
                        for entry in columns.get(column, ())
                    }
                )
                for column in _COLUMNS
            }
        )
    )


def _key(entry: str, column: str) -> str:
    """Return base forms of an entry; a state is one as it is written: "displaced", no "displaces"."""
    return entry if column == "state" else " ".join(base_form(word) for word in entry.split())


class Governors:
    """The tree of one sentence, to be asked what befell those that a number of it counts."""

    def __init__(self, text: str, tokens: Tokens, tree: SentenceTree) -> None:
        self._text, self._tokens, self._tree = text, tokens, tree
        self._words = shipped_governors()
        size = len(tree.heads)
        self._lows = [
            lowered(text[tokens.starts[tree.first + n] : tokens.ends[tree.first + n]])
            for n in range(size)
        ]
        self._forms = [base_form(_IRREGULAR.get(low, low)) for low in self._lows]
        self._children: list[list[int]] = [[] for _ in range(size)]
        for word, head in enumerate(tree.heads):
            if head >= 0:
                self._children[head].append(word)

    def governed(self, quantity: Quantity) -> Governed | None:
        """Return the class that the tree gives those counted, the nearest word first."""
        start = self._anchor(quantity)
        if start is None:
            return None
        head = quantity.counted_head.text_in(self._text) if quantity.counted_head else ""
        found = self._found(start, _kind(head))
        return next((one for one in found if can_befall(one.predicate, head)), None)

    def acts(self, quantity: Quantity) -> bool:
        """Say whether those counted do something by themselves: "thousands defied the curfew"."""
        at = self._anchor(quantity)
        return at is not None and self._tree.deprels[at] == "nsubj"

    def _anchor(self, quantity: Quantity) -> int | None:
        """Return the word that stands for the counted in the tree."""
        at = self._at((quantity.counted_head or quantity.number).start)
        if not 0 <= at < len(self._lows):
            return None
        low, high = self._at(quantity.number.start), self._at(quantity.number.end)
        while low <= self._tree.heads[at] < high:
            at = self._tree.heads[at]
        return at

    def _at(self, offset: int) -> int:
        first = self._tree.first
        return bisect_left(self._tokens.starts, offset, first, first + len(self._lows)) - first

    def _found(self, start: int, kind: str) -> Iterator[Governed]:
        """Yield what is said of the counted, going up the tree from it."""
        at = start
        yield from self._of_modifiers(at, kind)
        for _ in range(_STEPS):
            head, relation = self._tree.heads[at], self._tree.deprels[at]
            if head < 0:
                yield from self._state(at, "root")
                return
            case = self._case(at)
            if relation == "nsubj" and case in _PARTED:
                return  # "of the 40 men, nine fled"
            if relation in _LINKS or case in _TOGETHER:
                yield from self._of_modifiers(head, kind)
            elif relation in _NUMERALS:
                yield from self._state(head, "state")
            elif relation in _OBLIQUE and case in _TO_ACTS:
                yield from self._act(head, kind)
                if self._forms[head] not in _GROUPS and self._tree.upos[head] != "NUM":
                    return
            else:
                yield from self._of_verb(head, relation, case, kind)
                return
            at = head

    def _case(self, at: int) -> str:
        return next((self._lows[child] for child in self._hanging(at, "case")), "")

    def _hanging(self, at: int, *relations: str) -> Iterator[int]:
        return (child for child in self._children[at] if self._tree.deprels[child] in relations)

    def _measured(self, verb: int) -> Iterator[Governed]:
        """Read whose measure a number is: "the number of confirmed deaths has risen to 12"."""
        if self._forms[verb] not in _MEASURING:
            return
        for subject in self._hanging(verb, "nsubj", "obj"):
            for noun in (subject, *self._hanging(subject, "nmod", "compound")):
                name = shipped_words().tolls.get(self._lows[noun])
                if name is not None:
                    yield self._told(name, noun, "measure")

    def _of_verb(self, verb: int, relation: str, case: str, kind: str) -> Iterator[Governed]:
        if relation == "nsubj":
            yield from self._of_subject(verb, kind)
        elif relation in ("obj", "iobj"):
            yield from self._of_object(verb, kind)
            yield from self._measured(verb)
        elif relation in _OBLIQUE and not case and self._tree.upos[verb] == "VERB":
            yield from self._of_object(verb, kind)
        elif relation in _OBLIQUE:
            yield from self._measured(verb)

    def _of_modifiers(self, at: int, kind: str) -> Iterator[Governed]:
        """Read the words that hang on the counted: "12 wounded men", "12 men who died"."""
        for child in self._hanging(at, "acl", "amod"):
            if self._tree.deprels[child] == "acl":
                yield from self._of_clause(child, kind)
            else:
                yield from self._state(child, "modifier")

    def _of_clause(self, verb: int, kind: str) -> Iterator[Governed]:
        subject = next(self._hanging(verb, "nsubj"), None)
        if subject is not None and self._lows[subject] not in _RELATIVES:
            if not self._is_about_another(verb):
                yield from self._verb(verb, ("undergo", *_more("persons", kind)), "clause_object")
        elif subject is not None or self._lows[verb].endswith("ing"):
            yield from self._of_subject(verb, kind)
        else:
            yield from self._passive(verb, kind)

    def _is_about_another(self, verb: int) -> bool:
        """Say whether the counted are no object of a clause: "two wars in which 12 men were killed"."""
        places = (self._lows[c] for c in self._hanging(verb, "obl", "nmod", "advmod", "obj"))
        helped = any(self._forms[c] == "be" for c in self._hanging(verb, "aux", "cop"))
        return helped or any(low in _WHERE for low in places)

    def _of_subject(self, verb: int, kind: str, steps: int = 3) -> Iterator[Governed]:
        """Read a verb whose subject the counted are, and those that go on with it."""
        if self._is_passive(verb):
            yield from self._passive(verb, kind)
        else:
            own = (kind,) if kind in _KINDS_WITH_VERBS else ()
            yield from self._verb(verb, (*own, "do", *_more("people", kind)), "subject")
            yield from self._state(verb, "said_state")
        for child in self._hanging(verb, "xcomp", "conj") if steps else ():
            goes_on = self._tree.deprels[child] == "conj" and not any(self._hanging(child, "nsubj"))
            raised = self._tree.deprels[child] == "xcomp" and self._forms[verb] in _RAISING
            if goes_on or raised:
                yield from self._of_subject(child, kind, steps - 1)

    def _is_passive(self, verb: int) -> bool:
        if not self._is_participle(verb):
            return False
        helpers = [self._forms[child] for child in self._hanging(verb, "aux", "cop")]
        if helpers:
            return "be" in helpers or "get" in helpers
        known = self._words.of("undergo", self._forms[verb]) is not None
        after = self._tree.upos[verb + 1] if verb + 1 < len(self._lows) else "PUNCT"
        return known and not any(self._hanging(verb, "obj")) and after in _NO_OBJECT

    def _is_participle(self, verb: int) -> bool:
        low = self._lows[verb]
        return low.endswith(("ed", "en", "wn")) or low in _PARTICIPLES

    def _passive(self, verb: int, kind: str) -> Iterator[Governed]:
        yield from self._verb(
            verb, (*_of_jobs(kind), "undergo", *_more("persons", kind)), "passive"
        )
        yield from self._state(verb, "said_state")

    def _of_object(self, verb: int, kind: str) -> Iterator[Governed]:
        """Read a verb whose object the counted are, and what it makes of them: "left 12 dead"."""
        for child in self._hanging(verb, *_MADE) if self._forms[verb] in _RAISING else ():
            yield from self._state(child, "object_state")
            if self._is_participle(child):
                yield from self._passive(child, kind)
            else:
                yield from self._verb(child, ("do", *_more("people", kind)), "object_acts")
        yield from self._verb(verb, (*_of_jobs(kind), "undergo", *_more("persons", kind)), "object")

    def _act(self, noun: int, kind: str) -> Iterator[Governed]:
        name = self._words.of("acts", self._forms[noun])
        if name is not None and (kind != "things" or name in _OF_THINGS):
            yield self._told(name, noun, "act")

    def _state(self, at: int, rule: str) -> Iterator[Governed]:
        """Read a word as a state; a verb is one only after "be" or right before the counted."""
        verbal = self._tree.upos[at] == "VERB" and rule == "said_state"
        if verbal and not self._is_participle(at):
            return
        if verbal and "be" not in (self._forms[c] for c in self._hanging(at, "cop", "aux")):
            return
        name = self._words.of("state", self._lows[at])
        if name is None and rule == "modifier" and self._is_participle(at):
            name = self._words.of("undergo", self._forms[at])
        if name is not None:
            yield self._told(name, at, rule)

    def _verb(self, verb: int, columns: tuple[str, ...], rule: str) -> Iterator[Governed]:
        form = self._forms[verb]
        pairs = [
            f"{self._forms[child]} {form}"
            if self._tree.deprels[child] in ("aux", "cop")
            else f"{form} {base}"
            for child in self._children[verb]
            for base in self._bases(child)
        ]
        beings = not _BEINGS.isdisjoint(columns)
        for name in filter(None, (self._words.of("phrases", pair) for pair in pairs)):
            if beings or name in _OF_THINGS:
                yield self._told(name, verb, "phrase")
        for name in filter(None, (self._words.of(column, form) for column in columns)):
            yield self._told(name, verb, rule)

    def _bases(self, child: int) -> Iterator[str]:
        """Yield a word that hangs on a verb in its base forms, and its preposition: "without lessons"."""
        yield self._forms[child]
        yield base_form(self._lows[child])
        if self._tree.deprels[child] in _OBLIQUE and (case := self._case(child)) in _TELLING_CASES:
            yield case

    def _told(self, name: str, at: int, rule: str) -> Governed:
        span = self._tokens.span(self._tree.first + at)
        return Governed(predicate=name, span=span, rule=f"tree_{rule}")


def _more(column: str, kind: str) -> tuple[str, ...]:
    return () if kind in ("things", "jobs") else (column,)


def _of_jobs(kind: str) -> tuple[str, ...]:
    return (kind,) if kind == "jobs" else ()


def _kind(head: str) -> str:
    if head.lower() in _CUSTODY:
        return "custody"
    if head.lower() in _JOBS:
        return "jobs"
    beings = not head or names_persons(head) or head.lower() in _HOUSEHOLDS
    return "persons" if beings else "things"
