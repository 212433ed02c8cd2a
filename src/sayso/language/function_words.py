"""Closed word classes of English, as data for every rule that looks at words. Lower case."""

from sayso.dates.words import MONTH_NAMES, WEEKDAY_NAMES
from sayso.language.word_lists import word_set

ARTICLES = word_set("a an the")
OWNERS = word_set("my your his her its our their")
# The mark of an owner, as a word of its own.
POSSESSIVES = word_set("'s ’s ' ’")
DETERMINERS = word_set(
    "a an the this that these those some any each every another both several many few no one two"
    " three four five six my your his her its our their whose"
)
PERSON_PRONOUNS = frozenset({"he", "she"})
SUBJECT_PRONOUNS = word_set("i you he she it we they")
FIRST_PERSON = frozenset({"i", "we"})
RELATIVES = word_set("who whom whose which")
PRONOUNS = word_set("i you he she it we they one who everyone everybody someone somebody")
PREPOSITIONS = word_set(
    "of in on at by for from to with about against between into through during before after above"
    " below under over among amid across behind beyond despite except inside near off onto out"
    " outside per since toward towards until upon via within without like unlike following"
    " regarding concerning besides alongside around along"
)
SUBORDINATORS = word_set(
    "that because although though while when whenever as if whether unless but than which where"
    " wherever so since until once lest whereas what how why nor yet"
)
# What opens a clause that is reported or asked.
CLAUSE_OPENERS = word_set("that whether how why what if")
# Forms by which a passive is made of others than "I".
BE = word_set("is are was were be been being")
HAVE = word_set("has have had 've ’ve")
NEGATIONS = word_set("not n't n’t never")
AUXILIARIES = word_set(
    "am is are was were be been being has have had having do does did will would shall should may"
    " might must can could ca wo n't not never"
)
# Adverbs that stand between a subject and its verb of saying; those in -ly are seen by their form.
MIDDLE_ADVERBS = word_set(
    "also then later again even just still once now soon further ever already always often"
    " twice first too instead afterwards afterward earlier thus therefore rather almost all both"
    " herself himself itself themselves sometimes famously in fact"
) - {"in", "fact"}
WEEKDAYS = frozenset(WEEKDAY_NAMES)
# "May" is more often a verb.
TIME_WORDS = (WEEKDAYS | set(MONTH_NAMES) - {"may"}) | word_set(
    "today yesterday tomorrow tonight earlier later recently afterwards afterward"
)
# Past forms that do not end in -ed: with the auxiliaries they show where a clause has its verb.
IRREGULAR_PASTS = word_set(
    "became began bent bet bit bled blew bought bound bred broke brought built came caught chose"
    " clung crept dealt drank drew drove dug fed fell felt fled flew forbade forgot forgave"
    " froze gave got grew heard held hid hung kept knew laid lay led left lent lit lost made"
    " meant met paid quit ran rang rode rose sang sank sat saw sent shook shone shook slept slid"
    " sought spent spoke sprang stole stood stuck struck strove swam swept swore swung taught threw"
    " took tore understood withdrew woke won wore wound went told said wrote thought found"
)

# Participles that end in neither -ed nor -ing; alone they make no clause.
PARTICIPLES = word_set("seen written taken given known shown driven chosen drawn")
# Nouns and verbs that end in -ly as adverbs do.
_NO_ADVERBS = word_set(
    "family assembly italy july ally reply supply anomaly monopoly apply rely belly"
)
_SHORTEST_ADVERB = 5


def is_adverb(word: str) -> bool:
    """Say whether a word in lower case may stand between a subject and its verb."""
    if word in MIDDLE_ADVERBS:
        return True
    return len(word) >= _SHORTEST_ADVERB and word.endswith("ly") and word not in _NO_ADVERBS
