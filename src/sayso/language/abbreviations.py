"""Words written with a full stop, as data for tokens and sentences. All in lower case."""

from sayso.language.word_lists import word_set

# A name follows: the stop after them never ends a sentence.
TITLES = word_set(
    "mr mrs ms mx dr drs prof gen col lt maj capt sgt cpl pvt sen sens rep reps gov govs rev hon pres supt"
    " cmdr adm brig atty amb msgr fr sr st ste mt ft insp det cllr messrs mme mlle"
)

# Only before a number ("No. 5", "Jan. 3", "p. 12"); elsewhere the stop is a stop.
BEFORE_NUMBERS = word_set(
    "no nos art arts sec fig figs p pp vol vols ch pt para paras c ext sat sun mon wed thu thur thurs fri tues tue"
)

# The stop belongs to the word; whether it also ends the sentence is seen from what follows.
GENERAL = word_set(
    "inc corp co cos ltd bros jr esq etc vs al cf ca viz ibid ed eds est approx dept univ assn govt ave"
    " blvd rd hwy jan feb mar apr jun jul aug sept oct nov dec calif mass tex fla ill conn ariz"
    " colo mich minn wash ore okla tenn ind wis kan neb nev pa va md ala ark ga ky la mo mont"
    " resp incl excl attn natl intl dist plc pty"
)

# Those of the lists above that are also plain words: only with a capital are they abbreviations.
CAPITAL_ONLY = word_set("co cos ill mass wash ore ind pa ark la mo sun sat mon wed det art no")

# Words that begin sentences far more often than they follow an abbreviation inside one.
STARTERS = word_set(
    "a an the this that these those he she it they we i you his her its their our my there here"
    " in on at by for from to of with as if when while after before since but and or so yet"
    " however meanwhile also who what why how where which although though because during under"
    " one some many most no not all both each another other such then now today"
)
