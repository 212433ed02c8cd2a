"""Sites that may be one: one called after the town that the other lies in, or two spellings of a name.

Two prisons of one town that both have a name of their own are two; "the Osk prison" may be either.
"""

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import combinations

from sayso.frozen import dataclass
from sayso.places.spelling import skeleton_of, without_article, words_of

# Spellings of one name in other letters share so much of their skeletons.
_LEAST_LIKE = 0.75


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What a site is said to lie in: a town, or an area that may bear the town's name."""

    id: str
    name: str
    is_town: bool
    area: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteFacts:
    """What documents say of a site, put together."""

    id: str
    name: str
    stem: str
    sort: str
    country: str | None
    area: str | None
    around: tuple[Around, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MayBeOne:
    """Two sites by their ids, and what speaks for their being one."""

    left: str
    right: str
    reasons: tuple[str, ...]


def find_may_be_one(sites: Iterable[SiteFacts]) -> Iterator[MayBeOne]:
    """Yield the pairs of sites of one sort that may be one."""
    by_sort: dict[str, list[SiteFacts]] = {}
    for site in sorted(sites, key=lambda one: one.id):
        by_sort.setdefault(site.sort, []).append(site)
    for group in by_sort.values():
        for left, right in combinations(group, 2):
            reasons = tuple(_reasons(left, right))
            if reasons:
                yield MayBeOne(left=left.id, right=right.id, reasons=reasons)


def _reasons(left: SiteFacts, right: SiteFacts) -> Iterator[str]:
    if _may_be_together(left, right):
        town = _common_town(left, right)
        if town is not None and any(_is_called(site, town) for site in (left, right)):
            yield f"each is said to be a {left.sort} in {town}, and one is called after it"
        if _sound_alike(left.stem, right.stem):
            yield f"“{left.name}” and “{right.name}” may be spellings of one name"


def _may_be_together(left: SiteFacts, right: SiteFacts) -> bool:
    """Keep apart what lies in two countries or areas."""
    for ours, theirs in ((left.country, right.country), (left.area, right.area)):
        if ours is not None and theirs is not None and ours != theirs:
            return False
    return True


def _common_town(left: SiteFacts, right: SiteFacts) -> str | None:
    """Return the town that both lie in; an area of a town's name may mean the town."""
    for one in left.around:
        for other in right.around:
            same = one.id == other.id and one.is_town
            if same or (one.is_town != other.is_town and _namesakes(one, other)):
                return one.name if one.is_town else other.name
    return None


def _is_called(site: SiteFacts, town: str) -> bool:
    return _same_name(site.stem, town)


def _namesakes(one: Around, other: Around) -> bool:
    return one.area == other.area and _same_name(one.name, other.name)


def _same_name(one: str, other: str) -> bool:
    plain = ["".join(without_article(words_of(name))) for name in (one, other)]
    return plain[0] == plain[1] or skeleton_of(one) == skeleton_of(other) != ""


def _sound_alike(left: str, right: str) -> bool:
    ours, theirs = skeleton_of(left), skeleton_of(right)
    if not ours or not theirs or left == right:
        return bool(left) and left == right
    return SequenceMatcher(None, ours, theirs).ratio() >= _LEAST_LIKE
