"""Matching of two names: the same, one a short form of the other, or different; and why."""

from sayso.story.actors.body_names import match_bodies
from sayso.story.actors.comparison import Match, Part, Relation, matched, other
from sayso.story.actors.name_form import NameForm, Sort
from sayso.story.actors.person_names import match_persons
from sayso.story.actors.place_names import match_places


def match(left: NameForm, right: NameForm) -> Match:
    """Compare two names of any sort."""
    if left.sort is not right.sort:
        return _across_sorts(left, right)
    if left.sort is Sort.PERSON:
        return match_persons(left, right)
    if left.sort is Sort.BODY:
        return match_bodies(left, right)
    return match_places(left, right)


def _across_sorts(left: NameForm, right: NameForm) -> Match:
    """Let a facility that acts be a body: museums and hospitals are read as either."""
    sorts = {left.sort, right.sort}
    if sorts == {Sort.BODY, Sort.PLACE} and sorted(left.words) == sorted(right.words):
        built = left.facility or right.facility
        score = 0.95 if built else 0.6
        part = Part(name="sort", score=score, reason="one name, read as a body and as a place")
        return matched(Relation.SAME, part)
    return other("names of different sorts")
