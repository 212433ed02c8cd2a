"""Noun phrases, as far as closed word classes, verb forms and marks show where they end."""

from sayso.frozen import dataclass
from sayso.language.function_words import (
    AUXILIARIES,
    DETERMINERS,
    IRREGULAR_PASTS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    TIME_WORDS,
    is_adverb,
)
from sayso.language.segments import Segments
from sayso.language.word_lists import word_set

Range = tuple[int, int]

DASHES = word_set("— – ― - --")
COMMAS = DASHES | {",", "(", ")"}
WALLS = word_set(". ; : ! ? … ... [ ] • * |")
RELATIVE = frozenset({"who", "which"})
OBJECTS = word_set("him her them us me you it himself herself themselves itself")
# No noun phrase of a source is longer than this, in tokens.
LONGEST = 30
_JOINING = word_set("and or but &")
# What may open a clause before its subject.
_OPENING = word_set("and or but so then now also meanwhile however still yet 's ’s")
# Prepositions that always bind a noun phrase to the one before; the second need a name behind.
_BINDING = word_set("of for with from")
_BINDING_NAMES = word_set("at in")
# Determiners that also stand alone as a subject.
_ALONE = word_set("one two three four five six this that some many few all both several another")
# Before these a word in -ed is an adjective: "the wounded", "US-backed", "most wanted".
_BEFORE_ADJECTIVES = DETERMINERS | PREPOSITIONS | {"-", "and", "most", "so"}
# Before a number they hedge it.
_ROUGHLY = word_set("about around over under")
_ENDINGS = word_set(") % 's ’s . \" ” » ''")
_SHORTEST_PAST = 4
# One of these inside a phrase begins the next one, unless a word binds it to the first.
_ARTICLES = word_set("a an the this that these those his her its our my your")
_BEFORE_ARTICLES = PREPOSITIONS | {"all", "both", "half", "and", "or"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """The tokens ``first`` up to ``end`` in which phrases are looked for: no quotation inside."""

    segments: Segments
    first: int
    end: int

    def lower(self, index: int) -> str:
        return self.segments.lower[index] if self.first <= index < self.end else ""

    def word(self, index: int) -> str:
        return self.segments.words[index] if self.first <= index < self.end else ""


def phrase_ending(clause: Clause, last: int) -> Range | None:
    """Return the noun phrase whose last token is ``last``, without an adjunct before it."""
    at, join = last, None
    while at >= clause.first and last - at < LONGEST:
        word = clause.lower(at)
        if word == ")":
            at = _opening_bracket(clause, at) - 1
            continue
        if _is_edge(clause, at) or word in SUBORDINATORS or word == "but":
            break
        if at < last and is_finite(clause, at):
            at = at if join is None else join
            break
        if word in _JOINING:
            join = at
        at -= 1
    first = _without_adjunct(clause, at + 1, last)
    return (first, last + 1) if first <= last and is_nominal(clause, last) else None


def _opening_bracket(clause: Clause, closing: int) -> int:
    at = closing
    while at > clause.first and clause.lower(at) != "(" and closing - at < LONGEST:
        at -= 1
    return at


def _is_edge(clause: Clause, at: int) -> bool:
    word = clause.lower(at)
    return word in WALLS or (word in COMMAS and not joins_parts(clause, at))


def joins_parts(clause: Clause, at: int) -> bool:
    """Say whether a hyphen joins parts of one word ("US-backed") rather than parting clauses."""
    if clause.lower(at) != "-" or at == clause.first or at + 1 >= clause.end:
        return False
    tokens = clause.segments.tokens
    return tokens.ends[at - 1] == tokens.starts[at] and tokens.ends[at] == tokens.starts[at + 1]


def _without_adjunct(clause: Clause, first: int, last: int) -> int:
    """Skip what opens a clause before its subject: "And", "On Monday", "In a statement"."""
    while first <= last and (clause.lower(first) in _OPENING or is_adverb(clause.lower(first))):
        first += 1
    if clause.lower(first) in _ROUGHLY and clause.lower(first + 1)[:1].isdigit():
        return first
    if first <= last and clause.lower(first) in PREPOSITIONS:
        start = last
        while start > first and not _begins_subject(clause, start):
            start -= 1
        return start if start > first else last + 1
    while first < last and clause.lower(first) in TIME_WORDS:
        first += 1
    return first


def _begins_subject(clause: Clause, at: int) -> bool:
    """Say whether a subject may begin here, right behind an adjunct without a comma."""
    word, lower, before = clause.word(at), clause.lower(at), clause.lower(at - 1)
    if lower in PRONOUNS:
        return True
    if before in PREPOSITIONS or before in DETERMINERS:
        return False
    if lower in DETERMINERS:
        return True
    ended = before in TIME_WORDS or clause.word(at - 1)[:1].islower() or before[:1].isdigit()
    return word[:1].isupper() and lower not in TIME_WORDS and ended and before != "and"


def phrase_behind(clause: Clause, first: int) -> Range | None:
    """Return the noun phrase that begins at ``first``, with its apposition."""
    while is_adverb(clause.lower(first)):
        first += 1
    if clause.lower(first) in PRONOUNS:
        return first, first + 1
    if not _may_begin(clause, first):
        return None
    end = _core_end(clause, first)
    if clause.lower(end) == "," and _is_apposition(clause, end + 1):
        end = _core_end(clause, end + 1)
    return (first, end) if end > first else None


def _may_begin(clause: Clause, at: int) -> bool:
    word = clause.lower(at)
    closed = SUBORDINATORS | OBJECTS | PREPOSITIONS | AUXILIARIES | TIME_WORDS
    return bool(word) and word[0].isalnum() and word not in closed - DETERMINERS


def _core_end(clause: Clause, first: int) -> int:
    """Return where the noun phrase that begins at ``first`` ends, its binding phrases included."""
    at = first
    while at < clause.end and at - first < LONGEST:
        word = clause.lower(at)
        if _is_edge(clause, at) or word in SUBORDINATORS or word in RELATIVE:
            break
        if at > first and (word in TIME_WORDS or _begins_predicate(clause, at)):
            break
        if at > first and word in _ARTICLES and clause.lower(at - 1) not in _BEFORE_ARTICLES:
            break
        if word in PREPOSITIONS and not _binds(clause, at):
            break
        if word in _JOINING and not clause.word(at + 1)[:1].isupper():
            break
        at += 1
    return at


def _begins_predicate(clause: Clause, at: int) -> bool:
    word = clause.lower(at)
    participle = (
        word.endswith("ing")
        and clause.word(at).islower()
        and clause.lower(at - 1) not in DETERMINERS
        and not _leads_noun(clause, at)
    )
    return participle or is_adverb(word) or is_finite(clause, at)


def _leads_noun(clause: Clause, at: int) -> bool:
    following = clause.lower(at + 1)
    closed = DETERMINERS | PREPOSITIONS | SUBORDINATORS
    return following[:1].isalpha() and following not in closed


def _binds(clause: Clause, at: int) -> bool:
    following = clause.word(at + 1)
    name = following[:1].isupper() and following.lower() not in TIME_WORDS
    return clause.lower(at) in _BINDING or (clause.lower(at) in _BINDING_NAMES and name)


def _is_apposition(clause: Clause, at: int) -> bool:
    """Say whether an explanation begins here: "a retired nurse", "mayor of the town", "45,"."""
    word = clause.lower(at)
    if word in DETERMINERS or (word[:1].isdigit() and clause.lower(at + 1) == ","):
        return True
    if not clause.word(at)[:1].islower() or word.endswith("ing"):
        return False
    closed = PREPOSITIONS | SUBORDINATORS | RELATIVE | PRONOUNS | _JOINING
    return word not in closed and not is_finite(clause, at) and not is_adverb(word)


def is_finite(clause: Clause, at: int) -> bool:
    """Say whether a token shows the verb of a clause: an auxiliary, or a past form."""
    word, before = clause.lower(at), clause.lower(at - 1)
    if not clause.word(at).islower() or before == "-":
        return False
    if word in AUXILIARIES:
        return word not in {"not", "never", "may", "might", "will"} or before not in DETERMINERS
    if word in IRREGULAR_PASTS:
        return True
    past = word.endswith("ed") and len(word) >= _SHORTEST_PAST
    return past and before not in _BEFORE_ADJECTIVES


def is_nominal(clause: Clause, at: int) -> bool:
    """Say whether a noun phrase may end in this token."""
    word = clause.lower(at)
    if word in PRONOUNS or word in _ENDINGS:
        return True
    closed = PREPOSITIONS | DETERMINERS - _ALONE | AUXILIARIES | TIME_WORDS
    return word[:1].isalnum() and word not in closed
