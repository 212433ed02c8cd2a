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
    "abductees internees deportees absconders runaways troops officials pupils relatives friends parents "
    "colleagues neighbours neighbors wives husbands widows widowers orphans siblings cousins kids youths elders "
    "immigrants emigrants executives experts analysts candidates clerics scholars academics scientists "
    "technicians mechanics cooks waiters cleaners porters butchers bakers vendors merchants tenants occupants "
    "applicants claimants defendants witnesses jurors plaintiffs offenders criminals thieves robbers killers "
    "murderers rapists smugglers traffickers pirates arsonists looters vandals hackers hijackers kidnappers "
    "captors rioters strikers picketers campaigners dissidents opponents rivals separatists loyalists "
    "nationalists mercenaries snipers gunners paratrooper paratroopers marines rangers cadets veterans "
    "reservists infantrymen seamen crewmembers stewards stewardesses attendants conductors operators "
    "astronauts cosmonauts athletes footballers runners swimmers climbers skiers riders jockeys referees coaches "
    "actors actresses musicians singers dancers artists writers poets editors broadcasters photographers "
    "cameramen bloggers subscribers readers viewers listeners attendees spectators mourners settlers nomads "
    "peasants labourers serfs slaves servants maids nannies carers caregivers midwives surgeons paediatricians "
    "carriers contacts donors recipients beneficiaries survivors newborns adolescents teens minors seniors "
    "retirees jobseekers freshmen graduates alumni lecturers professors instructors trainees apprentices interns "
    "stowaways castaways rescuers lifeguards coastguards bodyguards sentries lookouts informants informers"
)
_SINGULARS = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "policemen": "policeman",
    "gunmen": "gunman", "fishermen": "fisherman", "businessmen": "businessman", "crewmen": "crewman",
    "thieves": "thief", "wives": "wife", "midwives": "midwife", "mercenaries": "mercenary",
    "sentries": "sentry", "beneficiaries": "beneficiary", "nannies": "nanny", "cameramen": "cameraman",
    "seamen": "seaman", "infantrymen": "infantryman", "freshmen": "freshman", "witnesses": "witness",
    "coaches": "coach", "actresses": "actress", "stewardesses": "stewardess", "alumni": "alumnus",
    "servicemen": "serviceman", "servicewomen": "servicewoman", "militiamen": "militiaman",
    "tribesmen": "tribesman", "babies": "baby", "deputies": "deputy", "spies": "spy",
}  # fmt: skip
_NO_SINGULAR = listed("personnel police staff crew troops dead wounded injured missing")


def _singulars() -> Iterator[str]:
    for plural in PERSONS - _NO_SINGULAR:
        yield _SINGULARS.get(plural, plural.removesuffix("s"))


PERSONS = frozenset((PEOPLE | _MORE) - _NO_PERSONS)
PERSON = frozenset(_singulars())

# Ends of words for people, where they are no such things as containers.
_OF_PERSONS = ("men", "women", "ists", "ees", "ians", "eers")
_NO_ENDS = listed(
    "trees fees knees bees degrees committees guarantees decrees levees marquees settees pedigrees soirees jamborees "
    "coffees toffees chimpanzees lists checklists shortlists playlists fists wrists twists mists gists heists cysts "
    "specimen regimen abdomen omen acumen bitumen ramen amen careers beers cheers sneers veers medians radians"
)


def names_persons(head: str) -> bool:
    """Say whether a noun is for people, by the list or by its end: "three Velmians", "three cellists"."""
    low = head.lower()
    if low in PERSONS or low in PERSON:
        return True
    return (low.endswith(_OF_PERSONS) and low not in _NO_ENDS) or (
        head[:1].isupper() and low.endswith(("ans", "ese", "is"))
    )
