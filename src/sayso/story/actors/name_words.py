"""Words inside names that do not tell one bearer from another, as data."""

from sayso.language.word_lists import word_set

# Forms of address that are no office; offices are ROLES of the language layer.
HONORIFICS = word_set(
    "mr mrs ms miss mx dr prof sir dame lord lady rev fr sr br st hon rt herr frau monsieur madame"
    " mme mlle m senor senora don dona sayyid sayyed sheikh shaykh sheik hajj haji hadji mullah"
    " maulana ustad mawlana ayatollah hojatoleslam imam mallam alhaji chief mzee daw u ko ma bhai"
    " shri smt pandit swami rabbi comrade brother sister father mother lt col gen maj capt cpl sgt"
    " cmdr adm brig pvt sen rep gov pres supt insp det"
)
# Forms of address so short that they may be a name or an initial when little follows.
UNSURE_HONORIFICS = word_set(
    "u ko ma m don dame lord lady st chief brother sister father mother fr"
)
PARTICLES = word_set(
    "al el ul ud as ash ad ar an at bin ibn ben bint de del della di da do dos das du la le van von"
    " der den ter ten te zu zur y e i"
)
# Before these, "abu" is not a word of its own: the kunya "Abu Bakr" is one name.
JOINED_BEFORE = word_set("abu abou abi um umm mc mac o")
SUFFIXES = word_set("jr sr ii iii iv md phd esq mp mep qc kc obe cbe mbe junior senior mba")
DESIGNATORS = word_set(
    "ltd limited plc inc incorporated corp corporation co company llc llp lp sa ag gmbh asa as ab oy"
    " nv bv spa srl sarl sas kk pte pty cjsc ojsc pjsc jsc ooo oao zao kg se holdings holding"
)
LINKS = word_set(
    "of for the and on in at to de du des del della y et und fur der die das la le a an &"
)
# Head words and adjectives that hundreds of bodies share: alone they name none of them.
GENERIC = word_set(
    "ministry minister department office agency authority commission committee council board bureau"
    " court tribunal senate congress parliament assembly house government administration cabinet"
    " police army navy force forces guard command corps brigade battalion division unit service"
    " services security intelligence defence interior foreign affairs finance health justice"
    " education trade labour energy transport environment agriculture home state national federal"
    " central regional provincial district local city town county municipal public general supreme"
    " high international united first second new old royal presidential military civil central"
    " bank party front movement army union league alliance coalition federation association society"
    " organisation foundation institute centre university college school hospital museum church club"
    " team group network council fund trust company news agency times post press daily radio"
    " television tv media journal tribune courier herald gazette watch monitor observatory rights"
    " human workers people democratic liberation resistance popular islamic revolutionary"
    " prosecutor prosecutors attorney ombudsman chamber exchange stock mayor governor president"
    " spokesman spokesperson officials leadership members headquarters mission embassy consulate"
    " grupo banco museo agencia ministerio instituto universidad partido sindicato federacion"
    " groupe banque ministere parti syndicat"
)
# Of these the ones that say no kind of body: a name made of them alone is a name, not a kind
# ("United Nations", but not "National Police").
KINDLESS = word_set(
    "state islamic united first second new old royal high international national human people"
    " peoples workers democratic liberation resistance popular revolutionary nation nations"
)
# Names of sons and daughters before a father's name: "Abu Salt" is one name.
KUNYA = word_set("abu abou abi um umm")
# "anti-HRA" is no name of the HRA.
STANCES = ("anti-", "pro-", "non-", "ex-", "pre-", "post-")
# What a body has: "the Orlen board" is not Orlen.
UNITS = word_set(
    "board assembly leadership official officials member members headquarters branch office"
    " spokesman spokeswoman spokesperson lawyers management staff unit team cell faction wing"
    " chapter affiliate subsidiary"
)
# Kinds of built places: "the airport" of one name and the name alone can be one facility.
FACILITIES = word_set(
    "prison jail camp centre facility complex airport port harbour station base barracks hospital"
    " clinic school university museum dam bridge tunnel plant refinery mine stadium mosque church"
    " cathedral temple palace tower building house hotel market square street road crossing site"
    " detention compound garrison"
)
TOWN_WORDS = word_set(
    "city town village municipality district province governorate region county state republic"
    " prefecture department valley river lake mount mountain island islands area"
)
# British and American spellings of one word, and short forms that are written for the long.
SAME_WORDS = {
    "defense": "defence", "center": "centre", "labor": "labour", "organization": "organisation",
    "mt": "mount", "ft": "fort", "st": "saint", "univ": "university", "dept": "department",
    "govt": "government", "intl": "international", "natl": "national", "cttee": "committee",
    "theater": "theatre", "harbor": "harbour", "program": "programme", "defences": "defence",
    "ministries": "ministry", "prosecutors": "prosecutor", "centres": "centre", "centers": "centre",
}  # fmt: skip
