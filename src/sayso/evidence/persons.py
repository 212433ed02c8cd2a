"""Persons: the nouns for people that reporting counts, in the plural and in the singular."""

from collections.abc import Iterator

from sayso.language.quantities.nouns import PEOPLE
from sayso.language.quantities.words import listed

# Things and happenings among the nouns that are counted like people.
_NO_PERSONS = listed(
    "homes houses buildings vehicles tanks aircraft missiles rockets drones shells bombs weapons "
    "rifles attacks strikes arrests killings deaths fatalities families households bodies corpses"
)
_MORE = listed(
    "conscripts recruits sailors crew gendarmes constables wardens volunteers paramedics firefighters "
    "rescuers labourers laborers contractors engineers teenagers youths youngsters toddlers infants "
    "mothers fathers sons daughters brothers sisters monks nuns priests imams lawyers mayors ministers "
    "judges deputies politicians businessmen servicemen servicewomen militiamen tribesmen "
    "peacekeepers aid-workers herders shepherds traders shoppers worshippers commuters motorists "
    "cyclists pedestrians bystanders onlookers crewmen divers climbers hikers campers pensioners "
    "individuals humans souls martyrs dead wounded injured missing participants ringleaders leaders "
    "commanders generals captains sergeants spies agents bombers attackers assailants shooters "
    "abductees internees deportees absconders runaways troops"
)
_SINGULARS = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "policemen": "policeman",
    "gunmen": "gunman", "fishermen": "fisherman", "businessmen": "businessman", "crewmen": "crewman",
    "servicemen": "serviceman", "servicewomen": "servicewoman", "militiamen": "militiaman",
    "tribesmen": "tribesman", "babies": "baby", "deputies": "deputy", "spies": "spy",
}  # fmt: skip
_NO_SINGULAR = listed("personnel police staff crew troops dead wounded injured missing")


def _singulars() -> Iterator[str]:
    for plural in PERSONS - _NO_SINGULAR:
        yield _SINGULARS.get(plural, plural.removesuffix("s"))


PERSONS = frozenset((PEOPLE | _MORE) - _NO_PERSONS)
PERSON = frozenset(_singulars())
