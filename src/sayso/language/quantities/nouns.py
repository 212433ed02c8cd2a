"""Nouns near a number: what can be counted, and where a noun phrase ends, by shape and closed lists."""

from sayso.language.quantities.words import listed

PEOPLE = listed(
    "people persons men women children boys girls babies infants teenagers adults civilians residents "
    "villagers inhabitants locals citizens nationals foreigners families households soldiers troops "
    "fighters militants insurgents rebels gunmen terrorists extremists jihadists jihadis guerrillas "
    "commandos officers guards policemen police personnel staff employees workers miners farmers "
    "fishermen sailors pilots drivers passengers prisoners inmates detainees convicts captives hostages "
    "escapees fugitives suspects victims survivors casualties deaths fatalities bodies corpses refugees "
    "migrants asylum-seekers evacuees returnees protesters protestors demonstrators marchers activists "
    "journalists reporters doctors nurses medics patients students pupils teachers members supporters "
    "followers delegates lawmakers voters candidates players fans users customers clients visitors "
    "tourists pilgrims guests homes houses buildings vehicles tanks aircraft missiles rockets drones "
    "shells bombs weapons rifles attacks strikes arrests killings"
)
# Plurals that stand before the noun that is counted: "12 sports clubs".
_ATTRIBUTIVE_PLURALS = listed(
    "sports arms weapons rights drugs sales customs operations communications systems services affairs "
    "forces goods securities jobs games awards records claims women men savings emergencies police crew "
    "staff militia media data aircraft cattle sheep fish livestock poultry infantry artillery cavalry youth"
)
# Verbs that follow a number of people: "in Dorran 12 were hurt".
PLURAL_VERBS = listed(
    "were are have had died fled remain remained escaped live lived say said killed injured "
    "wounded dead missing arrested"
)
# What is counted in millions, so that "1m doses" has no metre.
IN_MILLIONS = listed(
    "doses capsules copies tonnes tons barrels euros dollars pounds views downloads jobs tests shares "
    "votes meals cases hectares acres books records phones cars units listeners viewers subscribers "
    "displaced homeless unemployed jobless visits"
)
_IRREGULAR_PLURALS = listed(
    "people men women children police troops personnel staff militia aircraft helicopters spacecraft "
    "cattle sheep fish geese mice teeth feet policemen policewomen gunmen servicemen servicewomen "
    "fishermen congressmen businessmen clergy crew dead wounded injured missing homeless infantry "
    "media data criteria bacteria phenomena larvae fungi nuclei youth folk clergymen firemen crossbowmen frenchmen militiamen tribesmen "
    "countrymen lawmen alumni livestock poultry offspring cavalry artillery countrywomen freshmen "
    "chairmen spokesmen craftsmen schoolchildren grandchildren stepchildren"
)
_STANDING_ADJECTIVES = listed("dead wounded injured missing homeless")
# Ends in s, and is no plural.
_NOT_PLURAL = listed(
    "this his its is was has does as us yes plus less perhaps always sometimes besides across various "
    "previous serious religious famous dangerous anonymous numerous suspicious indigenous precious "
    "thesis synthesis emphasis hypothesis diagnosis prognosis axis oasis chassis tennis debris paris "
    "business loss boss class mass press process success access address congress progress crisis basis "
    "analysis gas bus virus campus status bonus census focus chaos news series species series's "
    "corps overseas towards afterwards thus ones"
)
# A noun phrase does not go beyond these.
STOPS = listed(
    "of in on at to from for with by about against between among into through during before after "
    "above below under over since until till within without along across behind beyond near off out "
    "up down per via despite except toward towards upon amid around inside outside than like unlike "
    "and or but nor so yet if because although though while when where who whom whose which that what "
    "why how as whether unless once is are was were be been being am has have had having do does did "
    "will would can could may might must shall should not n't a an the this that these those my your "
    "his her its our their it he she they we you i him them us me there here one some any no each "
    "every all both either neither another more most less fewer least also too very just only even "
    "still already yet never always often again ago later earlier now then today yesterday tomorrow "
    "tonight together apart away back forward each alone instead else twice "
    "died die dies fled flee flees fell fall falls rose rise rises went go goes took take takes made "
    "make makes said say says told tell tells got get gets lost lose loses won win wins met meet left "
    "leave leaves came come comes saw see sees found find finds held hold holds began begin begins "
    "became become becomes gave give gives kept keep keeps led lead leads ran run runs sent send sends "
    "stood stand stands broke break breaks brought bring brings built build builds bought buy caught "
    "catch drew draw drove drive fought fight grew grow knew know paid pay put read sat sold sell "
    "spent spend spoke speak struck strike swept taught think thought threw throw understood wore wrote "
    "write remain remains need needs want wants face faces include includes including live lives stay "
    "stays seem seem appear appears belong total totalling totaling worth long wide deep high tall "
    "thick apiece"
)
_ADJECTIVE_ENDS = (
    "ed",
    "al",
    "ic",
    "ous",
    "ive",
    "ful",
    "ish",
    "ent",
    "ant",
    "ary",
    "less",
    "ing",
    "er",
    "y",
)
_VERB_ENDS = ("ed", "ing")


def is_stop(form: str) -> bool:
    """Say whether a noun phrase ends before this word; "US" is a name, "us" is not."""
    return form.lower() in STOPS and not (form.isupper() and len(form) > 1)


def is_plural(form: str) -> bool:
    """Say whether a word has the shape of a plural noun."""
    low = form.lower()
    if low in _IRREGULAR_PLURALS:
        return True
    if not low.endswith("s") or len(low) < 4 or low in _NOT_PLURAL:  # noqa: PLR2004 - shortest: "cars"
        return False
    return not (form.isupper() or low.endswith(("ss", "us", "'s", "’s")))


def is_standing_adjective(form: str) -> bool:
    """Say whether an adjective counts people by itself: "12 dead"."""
    return form.lower() in _STANDING_ADJECTIVES


def stands_before_noun(form: str) -> bool:
    """Say whether a plural may describe another noun: "weapons inspectors"."""
    return form.lower() in _ATTRIBUTIVE_PLURALS


def looks_adjectival(form: str) -> bool:
    return "-" in form or form.lower().endswith(_ADJECTIVE_ENDS)


def looks_verbal(form: str) -> bool:
    return form.islower() and (form.endswith(_VERB_ENDS) or form.endswith("s"))
