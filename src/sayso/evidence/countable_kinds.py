"""What can befall what: no country is held, no concert is in custody, no month is killed."""

from sayso.evidence.persons import names_persons
from sayso.language.quantities.words import listed

_PLACES = listed(
    "country countries nation nations state states city cities town towns village villages district "
    "districts province provinces region regions county counties municipality municipalities area areas "
    "site sites place places location locations camp camps prison prisons jail jails facility facilities "
    "centre centres center centers governorate governorates continent continents island islands "
    "neighbourhood neighbourhoods neighborhood neighborhoods suburb suburbs zone zones sector sectors "
    "border borders street streets base bases front fronts parish parishes capital capitals territory "
    "territories checkpoint checkpoints barracks wing wings ward wards room rooms block blocks mile miles "
    "hospital hospitals school schools university universities airport airports station stations"
)
_MEASURES = listed(
    "tonne tonnes ton tons litre litres liter liters gallon gallons barrel barrels kilo kilos kilogram "
    "kilograms hectare hectares acre acres metre metres meter meters kilometre kilometres kilometer "
    "kilometers bags bag sacks sack crates crate"
)
_TIMES = listed(
    "time times day days week weeks month months year years decade decades hour hours minute minutes "
    "second seconds night nights occasion occasions anniversary period periods century centuries term terms "
    "mondays tuesdays wednesdays thursdays fridays saturdays sundays weekend weekends"
)
# What is held without custody, and lost, released or killed by no violence.
_HAPPENINGS = listed(
    "concert concerts meeting meetings election elections talk talks rally rallies auction auctions vigil "
    "vigils hearing hearings session sessions match matches game games event events trial trials festival "
    "festivals conference conferences vote votes referendum referendums exercise exercises drill drills "
    "ceremony ceremonies funeral funerals protest protests demonstration demonstrations seat seats share "
    "shares stake stakes summit summits round rounds debate debates briefing briefings interview interviews "
    "competition competitions tournament tournaments exhibition exhibitions way ways reason reasons thing "
    "things question questions word words example examples goal goals point points percent degree degrees "
    "dose doses test tests record records album albums film films song songs book books statement statements "
    "count counts war wars battle battles report reports document documents photo photos image images video videos title titles"
)
# What befalls living beings, or what carries them, and no places.
_OF_BEINGS = frozenset(
    (
        "killed", "injured", "held", "arrested", "escaped", "recaptured", "released", "charged", "sentenced",
        "displaced", "repatriated", "missing", "dismissed", "employed", "protested", "voted", "rescued", "infected",
    )
)  # fmt: skip
# Who and what is sent or held ready: no families, no parcels.
_FORCES = listed(
    "soldiers soldier troops police policemen policewomen officers officer firefighters firefighter firemen peacekeepers "
    "marines rangers experts doctors nurses medics paramedics rescuers volunteers agents guards gendarmes reservists "
    "personnel inspectors advisers advisors observers monitors assistants constables commandos paratroopers fighters "
    "militiamen conscripts recruits engineers technicians investigators scientists specialists staff crew crews teams team "
    "men women people workers vehicles vehicle ships ship aircraft planes plane helicopters helicopter boats boat tanks "
    "drones trucks engines ambulances warships battalions battalion brigades brigade jets vessels vessel dogs units unit "
    "divers divisions regiments battleships frigates submarines bombers carriers launchers missiles batteries sailors "
    "airmen pilots forces mercenaries instructors sappers lifeboats bulldozers excavators tankers buses pumps members "
    "stewards wardens interpreters prosecutors detectives mediators envoys diplomats"
)
_SENT_PEOPLE = listed("people women workers members")  # sent, they may be sent anywhere
# What befalls things and no people: people who are crushed are killed.
_OF_THINGS = frozenset(("destroyed",))
_OF_GOODS = frozenset(("destroyed", "affected", "recovered", "transferred"))
_OF_EVENTS = frozenset(
    (
        "dismissed",
        "charged",
        "held",
        "arrested",
        "killed",
        "injured",
        "escaped",
        "rescued",
        "displaced",
        "attacked",
    )
)


_JOBS = listed("post posts job jobs position positions role roles vacancy vacancies")
_OF_JOBS = frozenset(("dismissed", "employed", "affected", "attacked"))


def can_befall(predicate: str, head: str) -> bool:
    """Say whether what the class tells can befall what the head names; an unknown head may be anything."""
    if predicate == "deployed":
        return head.lower() in _FORCES - _SENT_PEOPLE
    return _is_of_kind(predicate, head)


def _is_of_kind(predicate: str, written: str) -> bool:
    head = written.lower()
    if head in _TIMES:
        return False
    if head in _MEASURES:
        return predicate in _OF_GOODS
    if names_persons(written):
        return predicate not in _OF_THINGS
    if head in _PLACES:
        return predicate not in _OF_BEINGS
    if head in _JOBS:
        return predicate in _OF_JOBS
    return head not in _HAPPENINGS or predicate not in _OF_EVENTS
