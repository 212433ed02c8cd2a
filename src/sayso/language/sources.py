"""Sources: the noun phrase that names who speaks, found beside its reporting word.

A shallow grammar over tokens: ``phrases`` knows where a noun phrase ends, this module where it
stands to the reporting word.
"""

from collections.abc import Sequence

from sayso.language.cues import Cue, Form
from sayso.language.function_words import (
    AUXILIARIES,
    DETERMINERS,
    PARTICIPLES,
    PREPOSITIONS,
    TIME_WORDS,
    is_adverb,
)
from sayso.language.phrases import (
    COMMAS,
    LONGEST,
    OBJECTS,
    RELATIVE,
    WALLS,
    Clause,
    Range,
    is_finite,
    is_nominal,
    joins_parts,
    phrase_behind,
    phrase_ending,
)

# Verbs whose object is the hearer: what follows them is never their subject.
_HEARERS = frozenset({"tell", "inform", "remind", "ask", "advise", "assure", "accuse"})
_SHARING = frozenset({"and", "but", "then"})


def find_source(clause: Clause, cue: Cue, cues: Sequence[Cue]) -> Range | None:
    """Return the source of ``cue``; ``cues`` are those of the clause, for shared subjects."""
    if cue.form is Form.ACCORDING:
        if clause.lower(cue.end) in OBJECTS:
            return cue.end, cue.end + 1
        return phrase_behind(clause, cue.end)
    if not _shares_subject(clause, cue):
        return _own_source(clause, cue)
    for earlier in reversed(cues):
        if earlier.end <= cue.first and clause.first <= earlier.first and _governs(clause, earlier):
            source = _own_source(clause, earlier)
            if source:
                return source
    return opening_phrase(clause, cue.first)


def _governs(clause: Clause, cue: Cue) -> bool:
    """Say whether a verb of the main clause has a subject that later verbs can share."""
    inner = clause.lower(_before_verb(clause, cue)) in RELATIVE
    return not inner and not _shares_subject(clause, cue) and cue.form is not Form.ACCORDING


def _shares_subject(clause: Clause, cue: Cue) -> bool:
    """Say whether the verb has its subject before another verb: ", adding", "and said"."""
    if cue.form in {Form.GERUND, Form.INFINITIVE}:
        return True
    return clause.lower(_before_verb(clause, cue)) in _SHARING


def _before_verb(clause: Clause, cue: Cue) -> int:
    at = cue.first - 1
    while clause.lower(at) in AUXILIARIES or is_adverb(clause.lower(at)):
        at -= 1
    return at


def _own_source(clause: Clause, cue: Cue) -> Range | None:
    """Return the subject before the verb, else the one behind a verb that opens its clause."""
    subject = _subject_at(clause, _before_verb(clause, cue))
    if subject is None and cue.form is Form.FINITE and _may_invert(clause, cue):
        return phrase_behind(clause, cue.end)
    return subject


def _may_invert(clause: Clause, cue: Cue) -> bool:
    """Say whether the subject may follow: '"...", said Ana Petrov'."""
    before, following = clause.lower(cue.first - 1), clause.lower(cue.end)
    if cue.verb is not None and cue.verb.lemma in _HEARERS:
        return False
    opens = not before or before in COMMAS or before in WALLS or is_adverb(before)
    return opens and following not in OBJECTS | {"that", ""}


def _subject_at(clause: Clause, last: int) -> Range | None:
    """Return the phrase that is the subject of a verb whose left neighbour is ``last``."""
    if clause.lower(last) in RELATIVE:
        return _antecedent(clause, last)
    if clause.lower(last) in COMMAS - {")"}:
        return _behind_apposition(clause, last)
    return phrase_ending(clause, last)


def opening_phrase(clause: Clause, limit: int) -> Range | None:
    """Return the noun phrase before the first finite verb of the clause."""
    for at in range(clause.first, min(limit, clause.end)):
        if is_finite(clause, at):
            last = at - 1
            while is_adverb(clause.lower(last)):
                last -= 1
            found = _subject_at(clause, last)
            if found:
                return found
    return None


def _antecedent(clause: Clause, relative: int) -> Range | None:
    """Return the phrase that "who" refers to, the nearest one before it."""
    last = relative - 1
    if clause.lower(last) in COMMAS:
        last -= 1
    found = phrase_ending(clause, last)
    if found:
        return found
    first = last
    while first > clause.first and last - first < LONGEST and not _begins_here(clause, first):
        first -= 1
    return (first, last + 1) if first <= last and is_nominal(clause, last) else None


def _begins_here(clause: Clause, at: int) -> bool:
    before = clause.lower(at - 1)
    if before in PREPOSITIONS or before in WALLS or before in COMMAS:
        return True
    return clause.lower(at) in DETERMINERS or is_finite(clause, at - 1)


def _behind_apposition(clause: Clause, comma: int) -> Range | None:
    """Return a phrase with the explanation between its commas: "Ana Petrov, the mayor, said"."""
    for at in range(comma - 1, max(comma - LONGEST, clause.first - 1), -1):
        if clause.lower(at) in WALLS:
            return None
        if clause.lower(at) in COMMAS - {"(", ")"} and not joins_parts(clause, at):
            head = phrase_ending(clause, _before_date(clause, at - 1))
            if head and _heads(clause, head, at + 1):
                return _outer_head(clause, head), comma
    inserted = phrase_ending(clause, comma - 1)
    adjunct = inserted and (
        clause.lower(inserted[0]) in TIME_WORDS | PARTICIPLES or is_finite(clause, inserted[0])
    )
    return None if adjunct else inserted


def _before_date(clause: Clause, last: int) -> int:
    """Skip a date that ends a phrase: "its letter of 9 May, which", "the report on Monday,"."""
    at = last
    while _is_date(clause, at):
        at -= 1
    return at - 1 if at < last and clause.lower(at) in PREPOSITIONS else at


def _is_date(clause: Clause, at: int) -> bool:
    word = clause.word(at)
    return word == "May" or word.isdigit() or word.lower() in TIME_WORDS


def _outer_head(clause: Clause, head: Range) -> int:
    """Return where a head begins that is itself an explanation: "Ana Petrov, the mayor, one of"."""
    if clause.lower(head[0] - 1) != "," or clause.lower(head[0]) not in DETERMINERS:
        return head[0]
    outer = phrase_ending(clause, head[0] - 2)
    named = outer is not None and clause.word(outer[1] - 1)[:1].isupper()
    return outer[0] if outer and named and _heads(clause, outer, head[0]) else head[0]


def _heads(clause: Clause, head: Range, inserted: int) -> bool:
    """Say whether a phrase can be explained by what stands between its commas."""
    word, begins = clause.lower(head[0]), clause.lower(inserted)
    if word in TIME_WORDS or word.isdigit():
        return False
    named = clause.word(head[1] - 1)[:1].isupper() or word in DETERMINERS
    return named or begins in DETERMINERS or begins in RELATIVE or begins[:1].isdigit()
