"""Reporting words, as data: the verbs and phrases by which a text says that somebody said something.

``FIRM`` verbs report speech wherever they stand; ``LOOSE`` ones only beside a quotation ("he
continued", "she laughed"), because elsewhere they mean something else most of the time.
"""

from enum import StrEnum

from sayso.frozen import dataclass
from sayso.language.word_lists import word_set


class Grip(StrEnum):
    """How far from its quotation a verb still counts as reporting it."""

    FIRM = "firm"
    LOOSE = "loose"


@dataclass(frozen=True, slots=True)
class ReportingVerb:
    """A verb of saying or writing; ``particle`` must follow it ("point out", "go on")."""

    lemma: str
    grip: Grip
    particle: str | None = None


# Irregular forms: lemma, third person, past, participle, gerund.
_IRREGULAR = {
    "say": "says said said saying",
    "tell": "tells told told telling",
    "write": "writes wrote written writing",
    "read": "reads read read reading",
    "go": "goes went gone going",
    "swear": "swears swore sworn swearing",
    "think": "thinks thought thought thinking",
    "feel": "feels felt felt feeling",
    "find": "finds found found finding",
    "know": "knows knew known knowing",
    "speak": "speaks spoke spoken speaking",
    "begin": "begins began begun beginning",
    "put": "puts put put putting",
    "shoot": "shoots shot shot shooting",
    "fire": "fires fired fired firing",
    "hit": "hits hit hit hitting",
    "quip": "quips quipped quipped quipping",
    "admit": "admits admitted admitted admitting",
    "submit": "submits submitted submitted submitting",
    "sob": "sobs sobbed sobbed sobbing",
    "vow": "vows vowed vowed vowing",
    "hold": "holds held held holding",
    "brag": "brags bragged bragged bragging",
    "blog": "blogs blogged blogged blogging",
    "beg": "begs begged begged begging",
    "plead": "pleads pleaded pleaded pleading",
    "sing": "sings sang sung singing",
    "understand": "understands understood understood understanding",
    "sum": "sums summed summed summing",
    "chip": "chips chipped chipped chipping",
    "sign": "signs signed signed signing",
    "see": "sees saw seen seeing",
    "dub": "dubs dubbed dubbed dubbing",
    "make": "makes made made making",
    "snap": "snaps snapped snapped snapping",
    "rap": "raps rapped rapped rapping",
}

# They take a clause of what was said: "argued that ...".
_FIRM = word_set("""
say tell write add warn claim state argue assert insist maintain allege announce declare note explain
acknowledge admit confirm deny reveal disclose concede stress emphasize emphasise underline underscore
remark comment predict estimate forecast promise vow pledge threaten tweet retweet reply respond repeat
conclude contend testify believe suggest complain boast brag joke quip caution recall reiterate affirm
observe charge report indicate exclaim mutter whisper shout yell scream opine muse posit retort counter
lament proclaim profess swear reckon blog recount demand urge accuse
""")

# Only beside a quotation do these mean that somebody spoke: "he continued", "she laughed".
_LOOSE = word_set("""
continue ask answer question describe call label dub term regret plead beg appeal laugh
smile sigh nod shrug gasp cry sob chuckle grin growl snap bark implore marvel wonder think feel
agree disagree object protest interject interrupt begin read post publish cite quote mention
offer order apologize apologise confess request instruct command cheer chant sing roar hiss groan moan
grumble gripe fume rail tease taunt mock rant rage speculate summarize summarise elaborate
clarify specify express refer voice speak address greet blame hint imply propose recommend
recite dictate pray preach teach encourage invite thank congratulate welcome defend
find portray characterize characterise brand deem liken credit
inform advise remind assure hope fear email text advocate rebut refute reject dismiss
decry denounce condemn criticize criticise blast slam praise hail allow
""")

_PARTICLES = (
    ReportingVerb("point", Grip.FIRM, "out"),
    ReportingVerb("go", Grip.LOOSE, "on"),
    ReportingVerb("call", Grip.FIRM, "on"),
    ReportingVerb("call", Grip.FIRM, "for"),
    ReportingVerb("call", Grip.FIRM, "upon"),
    ReportingVerb("speak", Grip.LOOSE, "out"),
    ReportingVerb("sum", Grip.LOOSE, "up"),
    ReportingVerb("chip", Grip.LOOSE, "in"),
    ReportingVerb("shoot", Grip.LOOSE, "back"),
    ReportingVerb("hit", Grip.LOOSE, "back"),
    ReportingVerb("hit", Grip.LOOSE, "out"),
    ReportingVerb("put", Grip.LOOSE, "it"),
    ReportingVerb("spell", Grip.LOOSE, "out"),
    ReportingVerb("blurt", Grip.LOOSE, "out"),
    ReportingVerb("sound", Grip.LOOSE, "off"),
    ReportingVerb("refer", Grip.LOOSE, "to"),
)

_VOWELS = frozenset("aeiou")


def _forms(lemma: str) -> tuple[str, ...]:
    if lemma in _IRREGULAR:
        return (lemma, *_IRREGULAR[lemma].split())
    if lemma.endswith("e"):
        return lemma, f"{lemma}s", f"{lemma}d", f"{lemma[:-1]}ing"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma, f"{lemma[:-1]}ies", f"{lemma[:-1]}ied", f"{lemma}ing"
    third = f"{lemma}es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else f"{lemma}s"
    return lemma, third, f"{lemma}ed", f"{lemma}ing"


def _table() -> dict[str, tuple[ReportingVerb, ...]]:
    table: dict[str, tuple[ReportingVerb, ...]] = {}
    verbs = (
        *_PARTICLES,
        *(ReportingVerb(lemma, Grip.FIRM) for lemma in sorted(_FIRM)),
        *(ReportingVerb(lemma, Grip.LOOSE) for lemma in sorted(_LOOSE)),
    )
    for verb in verbs:
        for form in dict.fromkeys(_forms(verb.lemma)):
            table[form] = (*table.get(form, ()), verb)
    return table


_VERBS = _table()


def verbs_of(form: str) -> tuple[ReportingVerb, ...]:
    """Return the reporting verbs of which ``form`` (in lower case) is a form."""
    return _VERBS.get(form, ())
