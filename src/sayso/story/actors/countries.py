"""Which country a name points to: it tells one Ministry of Defence from another."""

from functools import cache, lru_cache

from sayso.story.actors.seats import capitals, country_words
from sayso.story.actors.spelling import folded

# Names of which it is kept: those of a story come again in nearly every document.
_REMEMBERED = 1 << 12


@lru_cache(maxsize=_REMEMBERED)
def country_of(name: str) -> str | None:
    """Return the country that a country's name, capital or demonym points to."""
    word = folded(name).removeprefix("the ")
    table = _table()
    return table.get(word) or table.get(word.removesuffix("s"))


def is_country(name: str) -> bool:
    """Say whether a name is that of a country, not only of its people or its capital."""
    word = folded(name).removeprefix("the ")
    return word in _countries()


@cache
def _countries() -> frozenset[str]:
    states = {folded(state) for state in capitals().values()}
    return frozenset(states | set(country_words().values()) | {"us", "usa", "uk", "uae"})


@cache
def _table() -> dict[str, str]:
    states = capitals()
    table = {state.casefold(): state.casefold() for state in states.values()}
    table |= {country: country for country in country_words().values()}
    return table | {seat: state.casefold() for seat, state in states.items()} | country_words()
