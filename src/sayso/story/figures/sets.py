"""Sets: how what one figure counts relates to what another counts.

A counted set is a conjunction of atoms: "foreign women fighters" are those who are foreign and women
and fighters. More atoms count fewer: the set with every atom of another is a subset of it.
"""

from dataclasses import replace
from enum import StrEnum
from functools import lru_cache

from sayso.story.figures.certainty import CERTAINTIES, CONFIRMED, SUSPECTED
from sayso.story.figures.kinds import KindTable
from sayso.story.figures.record import CountedSet


class SetRelation(StrEnum):
    """How the left set relates to the right one."""

    EQUAL = "equal"
    SUBSET = "subset"
    SUPERSET = "superset"
    DISJOINT = "disjoint"
    OVERLAP = "overlap"
    UNKNOWN = "unknown"


# Restrictors that say that there are bounds, and not which: "some of the injured", "its soldiers".
SOME, OWN = "some", "own"
_VAGUE = frozenset((SOME, OWN))
# Pairs of sets of which the relation is kept: the figures of a story count the same few sets.
_REMEMBERED = 1 << 14


@lru_cache(maxsize=_REMEMBERED)
def relate_with_numbers(
    left: CountedSet,
    right: CountedSet,
    *,
    same: bool,
    predicate: str | None,
    table: KindTable,
    loose: bool = False,
) -> SetRelation:
    """Relate two sets of which a restrictor may be open; ``same`` if the numbers are.

    Of two parts that are not named, those with the same number are taken for one; the number of an
    open part and that of all are part and whole. ``loose``: at two times, a word for anybody, or one
    that the table does not know, stands for all: each report words the same people anew.
    """
    surer = _by_certainty(left.restrictors, right.restrictors)
    if surer is not None:
        return _joined_with(
            surer,
            relate_with_numbers(
                _without_certainty(left), _without_certainty(right),
                same=same, predicate=predicate, table=table, loose=loose,
            ),
        )  # fmt: skip
    left, right = _without_certainty(left), _without_certainty(right)
    open_left, open_right = left.restrictors & _VAGUE, right.restrictors & _VAGUE
    if _are_apart(left.owner, right.owner):
        return SetRelation.DISJOINT
    if left.owner and right.owner:
        open_left, open_right = open_left - {OWN}, open_right - {OWN}
    plain = relate_sets(_closed(left), _closed(right), predicate=predicate, table=table)
    ends = {SetRelation.SUBSET: (left, right), SetRelation.SUPERSET: (right, left)}.get(plain)
    # "Two workers were killed", "the toll rose to two"; "596 people", "712 residents".
    reworded = ends is not None and (same or (loose and _is_loose(*ends, table)))
    if ends is not None and reworded and _is_anybody(ends[1], predicate, table):
        plain = SetRelation.EQUAL
    if not (open_left or open_right) or (same and plain is SetRelation.EQUAL):
        return plain
    if open_left and open_right:
        return SetRelation.UNKNOWN
    narrower = SetRelation.SUBSET if open_left else SetRelation.SUPERSET
    return narrower if plain in (SetRelation.EQUAL, narrower) else SetRelation.UNKNOWN


def _by_certainty(left: frozenset[str], right: frozenset[str]) -> SetRelation | None:
    """Take the confirmed for some of the suspected; else certainty tells no sets apart."""
    if CONFIRMED in left and SUSPECTED in right:
        return SetRelation.SUBSET
    return SetRelation.SUPERSET if SUSPECTED in left and CONFIRMED in right else None


def _joined_with(surer: SetRelation, plain: SetRelation) -> SetRelation:
    """Return how two sets relate of which one is surer, and which relate so without that."""
    if plain in (SetRelation.EQUAL, surer):
        return surer
    ends = (SetRelation.SUBSET, SetRelation.SUPERSET)
    return SetRelation.OVERLAP if plain in ends else plain


def _without_certainty(counted: CountedSet) -> CountedSet:
    if not counted.restrictors & CERTAINTIES:
        return counted
    return replace(counted, restrictors=counted.restrictors - CERTAINTIES)


def _is_anybody(counted: CountedSet, predicate: str | None, table: KindTable) -> bool:
    return counted.atoms <= {table.subject.get(predicate or "")}


def _is_loose(narrow: CountedSet, wide: CountedSet, table: KindTable) -> bool:
    """Say whether words for anybody, or such as the table does not know, are all that restricts."""
    if SOME in narrow.restrictors:
        return False
    extra = narrow.atoms - wide.atoms - _VAGUE
    return all(atom in table.loose or atom not in table.above for atom in extra)


def differ_in_unknown_words(
    sets: SetRelation, left: CountedSet, right: CountedSet, table: KindTable
) -> bool:
    """Say whether all that makes one a part of the other are words that the table does not know."""
    ends = {SetRelation.SUBSET: (left, right), SetRelation.SUPERSET: (right, left)}.get(sets)
    if ends is None:
        return False
    extra = ends[0].atoms - ends[1].atoms
    return bool(extra) and not any(atom in table.above or atom in _VAGUE for atom in extra)


def _are_apart(ours: str | None, theirs: str | None) -> bool:
    """Tell the soldiers of one side from those of the other, by who calls them its own."""
    if ours is None or theirs is None:
        return False
    left, right = (set(_words(one)) for one in (ours, theirs))
    return not left & right


def _words(name: str) -> list[str]:
    plain = name.casefold().replace("’s", "").replace("'s", "")
    return [word for word in plain.split() if word not in ("the", "of", "a")]


def _closed(counted: CountedSet) -> CountedSet:
    return replace(counted, restrictors=counted.restrictors - _VAGUE)


def relate_sets(
    left: CountedSet, right: CountedSet, *, predicate: str | None, table: KindTable
) -> SetRelation:
    """Relate two sets that are counted under one predicate.

    What the predicate says of all it counts is an atom of both: of the held, detainees are all.
    """
    left, right = _without_certainty(left), _without_certainty(right)
    ours, theirs = _named(left, predicate, table), _named(right, predicate, table)
    if not ours or not theirs or (ours | theirs) & table.rest:
        return SetRelation.UNKNOWN
    all_ours = table.closure(ours | _implied(left, predicate, table))
    all_theirs = table.closure(theirs | _implied(right, predicate, table))
    within, around = ours <= all_theirs, theirs <= all_ours
    if within and around:
        return SetRelation.EQUAL
    if around:
        return SetRelation.SUBSET
    if within:
        return SetRelation.SUPERSET
    return _apart(all_ours, all_theirs, table)


@lru_cache(maxsize=_REMEMBERED)
def canonical(counted: CountedSet, *, predicate: str | None, table: KindTable) -> frozenset[str]:
    """Return the atoms that identify a set: equal sets under one predicate have the same."""
    counted = _without_certainty(counted)
    named = _named(counted, predicate, table)
    implied = table.closure(_implied(counted, predicate, table))
    least = frozenset(
        atom
        for atom in named
        if not any(atom != other and atom in table.closure((other,)) for other in named)
    )
    return least - implied or frozenset(implied & {table.subject.get(predicate or "", "")})


@lru_cache(maxsize=_REMEMBERED)
def broad(counted: CountedSet, *, predicate: str | None, table: KindTable) -> frozenset[str]:
    """Return the atoms of a set without those by which a later report may word the same anew."""
    atoms = canonical(counted, predicate=predicate, table=table)
    firm = frozenset(atom for atom in atoms if atom in table.above and atom not in table.loose)
    return firm or frozenset({table.subject.get(predicate or "", "")} - {""}) or atoms


def top_kind(counted: CountedSet, *, predicate: str | None, table: KindTable) -> str | None:
    """Return the topmost kind of what is counted, if the table knows it."""
    if counted.head is None:
        return table.subject.get(predicate or "")
    return table.top(counted.head)


def _named(counted: CountedSet, predicate: str | None, table: KindTable) -> frozenset[str]:
    if counted.head is not None:
        return counted.atoms
    subject = table.subject.get(predicate or "")
    return counted.restrictors | {subject} if subject else frozenset()


def _implied(counted: CountedSet, predicate: str | None, table: KindTable) -> frozenset[str]:
    """Return what a predicate says of a set; nothing where it is said of another kind of thing.

    Displaced families are no persons, though the displaced are.
    """
    subject = table.subject.get(predicate or "")
    if top_kind(counted, predicate=predicate, table=table) not in (None, subject):
        return frozenset()
    return table.implied.get(predicate or "", frozenset())


def _apart(ours: frozenset[str], theirs: frozenset[str], table: KindTable) -> SetRelation:
    only_ours, only_theirs = ours - theirs, theirs - ours
    if _exclude(only_ours, only_theirs, table):
        return SetRelation.DISJOINT
    if ours & theirs and all(atom in table.above for atom in only_ours | only_theirs):
        return SetRelation.OVERLAP
    return SetRelation.UNKNOWN


def _exclude(ours: frozenset[str], theirs: frozenset[str], table: KindTable) -> bool:
    """Say whether nothing can be one of ours and one of theirs."""
    if any(frozenset((one, other)) in table.apart for one in ours for other in theirs):
        return True
    nations, others = ours & table.nations, theirs & table.nations
    # A nation that holds the other ("British", "Scottish") would be common to both closures.
    return bool(nations and others)
